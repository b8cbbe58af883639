"""Amounts: prices of one of something, pay, accounts, shares of a vote, rises and falls, each as a particular."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from discrepancy.detectors._aspects import around, nearby
from discrepancy.detectors._events import HEAD
from discrepancy.detectors._plurals import many
from discrepancy.detectors._values import normal, shown
from discrepancy.extractors._lexemes import vocabulary
from discrepancy.extractors._units import CURRENCIES, SIGNS, singular
from discrepancy.model import Position, Quantity, Reading

MONEY = frozenset((*CURRENCIES.values(), *SIGNS.values()))
_PAYING = {
    "pay": re.compile(r"\b(?:earn|earns|earning|paid|pay|salary|wage|wages)\b", re.IGNORECASE),
    "raise": re.compile(r"\b(?:raise|raises|bring in|brings in|generate|generates)\b", re.IGNORECASE),
    "cost": re.compile(r"\b(?:cost|costs|costing)\b", re.IGNORECASE),
    "saving": re.compile(r"\b(?:save|saves|saving|savings)\b", re.IGNORECASE),
}
_CHANGED = re.compile(
    r"\b(?:(?P<less>cuts?|cutting|reduc(?:e|es|ed|ing)|lower(?:s|ed)?|slash(?:es|ed)?)"
    r"|rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|boost(?:s|ed)?)"
    r" (?:the |its |their |new )?(?P<what>[^\W\d_]{3,20})(?: (?:of|in|from|for)(?: the)? [^\W\d_]{2,20})? by $",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?P<what>[^\W\d_]{3,20}) (?:had |have |has |were |was )?"
    r"(?:(?P<less>fell|falls|dropped|drops|declined|declines|shrank|slumped|plunged|slid|tumbled|down)"
    r"|rose|rises|grew|climbed|climbs|jumped|jumps|surged|up) (?:by )?$",
    re.IGNORECASE,
)
# What moves by the hour: two reports of one day tell two moments.
_QUOTED = re.compile(
    r"\b(?:shares?|stocks?|index|oil|prices?|futures?|bonds?|yields?|gold|trading|average)\b", re.IGNORECASE
)
_TRADED = re.compile(
    r"\b(?:clos(?:e|ed|ing)|trad(?:e|ed|ing)|rose|fell|dropped|earn(?:ed|ings)|profit|loss|dividend|revenue)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"^,? (?:a|an|per|each|for each|for every) (?P<what>[^\W\d_]{3,12})\b", re.IGNORECASE)
_GOODS = vocabulary(
    "share barrel ounce tonne ton kilo kilogram litre liter gallon head person ticket bottle dose copy piece acre unit"
    " vote game match pill tablet patient passenger child pupil student household square-foot hectare"
)

_ACCOUNTS = {"sales": "revenue", "turnover": "revenue", "revenues": "revenue", "profits": "profit", "losses": "loss"}
_ACCOUNT = re.compile(
    r"\b(?P<what>profits?|revenues?|sales|turnover|loss|losses|dividend|debts?|costs?|investment|tax|taxes)\b",
    re.IGNORECASE,
)
_KEPT = frozenset(("profit", "revenue", "loss"))
_SIDEWAYS = re.compile(
    r"\b(?:by|from|against|forecast|expected|estimates?|analysts?|than|with|versus) $", re.IGNORECASE
)
_QUARTER = re.compile(r"\b(?:quarter|quarterly|three months)\b", re.IGNORECASE)
_BALLOT = re.compile(
    r"\b(?:won|wins|took|takes|got|gets|received|receives|polled|secured|garnered|scored|has|had|claimed)\b"
    r"[^.;:\d]{0,60} $",
    re.IGNORECASE,
)
_OF_VOTES = re.compile(r"^(?: of (?:the |all )?(?:votes?|ballots?)\b|[,.;]|$| to\b| of\b(?= vot))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Particular:
    """A figure with the question that it answers."""

    reading: Reading
    quantity: Quantity
    key: str
    question: str
    named: int
    """How many words of names two statements must share for their figures to be of one thing."""
    speaker: str | None
    against: float | None = None
    """Of a vote: the votes against."""

    @property
    def heads(self) -> bool:
        return self.reading.statement.index < HEAD


def by_unit(reading: Reading, quantity: Quantity) -> Particular | None:
    """What one of something costs, or is paid in a stretch of time: "$38 a share", "$6 per dose", "£900 a week"."""
    if quantity.role not in ("money", "rate"):
        return None
    if quantity.unit not in MONEY:
        return _flow(reading, quantity)
    before, after = around(reading, quantity)
    found = _EACH.search(after)
    what = singular(quantity.per) if quantity.per else singular(found["what"]) if found else ""
    if _TRADED.search(before):
        return None
    if what in _GOODS:
        question = f"What is the price per {what}?"
        return Particular(reading, quantity, f"per {what}:{quantity.unit}", question, 0, speaker_of(reading, quantity))
    act = next((name for name, verbs in _PAYING.items() if verbs.search(before)), None)
    if act is None or quantity.role != "rate":
        return None
    key = f"{act} per {what}:{quantity.unit}"
    return Particular(reading, quantity, key, f"How much is it per {what}?", 0, speaker_of(reading, quantity))


def _flow(reading: Reading, quantity: Quantity) -> Particular | None:
    """ "90,000 barrels a day": how much of something goes in a stretch of time."""
    thing = quantity.noun or quantity.unit
    if quantity.role != "rate" or thing is None or quantity.per is None or thing in ("percent", "person", "time"):
        return None
    key, question = f"{thing} per {quantity.per}", f"How many {many(thing)} per {quantity.per}?"
    return Particular(reading, quantity, key, question, 0, speaker_of(reading, quantity))


def by_account(reading: Reading, quantity: Quantity) -> Particular | None:
    """ "profit fell 18 percent to $410 million": what a company made, for the nearest such word before the sum."""
    if quantity.role != "money" or reading.statement.index >= 2 * HEAD:
        return None
    before, _ = around(reading, quantity)
    said = re.split(r"[;:]|\. ", before)[-1]
    found = list(_ACCOUNT.finditer(said))
    what = _ACCOUNTS.get(found[-1]["what"].lower(), found[-1]["what"].lower()) if found else ""
    if what not in _KEPT or _SIDEWAYS.search(before):
        return None
    period = "quarter" if _QUARTER.search(nearby(reading, quantity)) else "year"
    key = f"{what} of the {period}:{quantity.unit}"
    return Particular(reading, quantity, key, f"How much was the {what}?", 0, speaker_of(reading, quantity))


def by_ballot(reading: Reading, quantity: Quantity) -> Particular | None:
    """ "Ruiz took 41 percent": whose share of a vote it is; the name before the verb tells."""
    if quantity.role != "share" or reading.statement.index >= 2 * HEAD:
        return None
    before, after = around(reading, quantity)
    verb = _BALLOT.search(before)
    if verb is None or not _OF_VOTES.search(after):
        return None
    at = quantity.number_span[0] - len(before) + verb.start()
    before_verb = bisect_right(reading.names, at, key=lambda name: name.end)
    if not before_verb:
        return None
    who = reading.names[before_verb - 1].canonical
    question = f"What share did {who} get?"
    return Particular(reading, quantity, f"share of {who}", question, 0, speaker_of(reading, quantity))


def by_change(reading: Reading, quantity: Quantity) -> Particular | None:
    """ "cut cases of the disease by 68 percent": what fell or rose, and by how much."""
    before, _ = around(reading, quantity)
    found = (_CHANGED.search(before) or _MOVED.search(before)) if quantity.role == "share" else None
    if found is None or reading.statement.index >= HEAD or _QUOTED.search(before):
        return None
    way, noun = ("less" if found["less"] else "more"), singular(found["what"])
    question = f"By how much did {found['what'].lower()} {'fall' if found['less'] else 'rise'}?"
    return Particular(reading, quantity, f"{way} {noun}", question, 0, speaker_of(reading, quantity))


def told(reading: Reading, quantity: Quantity) -> Position:
    """What a statement says on a question that a figure answers: the number as it has it, and whose word it is."""
    value, span = shown(quantity, reading.statement.article.text), quantity.number_span
    return Position(reading.statement, value, (span,), normal(quantity), speaker=speaker_of(reading, quantity))


def speaker_of(reading: Reading, quantity: Quantity) -> str | None:
    """Who says a figure, where its statement tells."""
    low, high = quantity.number_span
    holding = [s for s in reading.speech if s.start <= low and high <= s.end]
    return min(holding, key=lambda s: s.end - s.start).speaker if holding else None
