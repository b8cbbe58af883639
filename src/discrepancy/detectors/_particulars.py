"""Particulars of one article: the figures that its event, deal or body has one of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from discrepancy.detectors._aspects import around, aspect_of, clause
from discrepancy.detectors._events import HEAD, Event, causes_in, interval, kin, meet, of_another
from discrepancy.detectors._measures import factor
from discrepancy.detectors._plurals import many
from discrepancy.detectors._tolls import STATES, kind_of_people
from discrepancy.detectors._values import vague
from discrepancy.extractors._lexemes import vocabulary
from discrepancy.extractors._units import singular
from discrepancy.model import Quantity, Reading

_VOTES = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|pass(?:ed|es)?|approv(?:ed|es)|reject(?:ed|s)|adopt(?:ed|s)|back(?:ed|s)|ruled)\b"
    r"[^.;:\d]{0,60}\b(?P<yes>\d{1,4})(?: votes?)?(?: to |[-–])(?P<no>\d{1,4})\b(?!,\d| per| %|%| years?\b| months?\b)"
    r"|\b(?P<first>\d{1,4})[-–](?P<second>\d{1,4}) vote\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:aftershocks?|foreshocks?|previous|earlier|former|another|(?:last|next) (?:year|month|week)"
    r"|record-holder|used to|would have|could|may have|at first|initially|each|a similar)\b",
    re.IGNORECASE,
)
_TRADED = re.compile(
    r"\b(?:clos(?:e|ed|ing)|trad(?:e|ed|ing)|rose|fell|dropped|earn(?:ed|ings)|profit|loss|dividend|revenue)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"^,? (?:a|an|per|each|for each|for every) (?P<what>[^\W\d_]{3,12})\b", re.IGNORECASE)
_COUNTERS = re.compile(r"\b(?:police|organi[sz]ers|authorities|officials|officers|the city|monitors)\b", re.IGNORECASE)
_PAYING = {
    "pay": re.compile(r"\b(?:earn|earns|earning|paid|pay|salary|wage|wages)\b", re.IGNORECASE),
    "raise": re.compile(r"\b(?:raise|raises|bring in|brings in|generate|generates)\b", re.IGNORECASE),
    "cost": re.compile(r"\b(?:cost|costs|costing|save|saves)\b", re.IGNORECASE),
}
_CHANGED = re.compile(
    r"\b(?:(?P<less>cuts?|cutting|reduc(?:e|es|ed|ing)|lower(?:s|ed)?|slash(?:es|ed)?)"
    r"|rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|boost(?:s|ed)?)"
    r" (?:the |its |their |new )?(?P<what>[^\W\d_]{3,20})(?: (?:of|in|from|for)(?: the)? [^\W\d_]{2,20})? by $",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"^(?: \(\d{1,4}(?:\.\d)? \w{1,10}\))? (?:to the |due )?(?:(?:north|south|east|west)[a-z-]{0,10} ){0,2}"
    r"(?:of|from|off|away from) (?:the )?"
    r"(?:(?:capital|city|town|village|island|port|coast)(?: city)?(?: of)?,? )?(?P<name>[A-Z][^\W\d_]{2,20})"
)
_ADDED = re.compile(
    r"\b(?:others?|another|further|additional|remaining|more(?! than\b)|first|last|next|past)\b", re.IGNORECASE
)
_LOOSE_NOUNS = vocabulary(
    "person man woman child boy girl victim suspect count time round year other thing member way part case one point"
    " minute hour day week month life side step reason place kind number home house people official officer dead"
)
_GOODS = vocabulary(
    "share barrel ounce tonne ton kilo kilogram litre liter gallon head person ticket bottle dose copy piece acre unit"
    " vote game match pill tablet patient passenger child pupil student household square-foot hectare"
)


@dataclass(frozen=True, slots=True)
class Particular:
    """A figure with the question that it answers."""

    reading: Reading
    quantity: Quantity
    key: str
    question: str
    aspect_named: int
    """How many words of names two statements must share for their figures to be of one thing."""
    speaker: str | None
    against: float | None = None
    """Of a vote: the votes against."""

    @property
    def heads(self) -> bool:
        return self.reading.statement.index < HEAD


def particulars_of(readings: Sequence[Reading], event: Event) -> Iterator[Particular]:
    """The particulars of an article, in order; without those of other times and other events."""
    for reading in readings:
        yield from _votes(reading)
        for quantity in reading.quantities:
            if _usable(reading, quantity) and _own(reading, quantity, event):
                found = (read(reading, quantity) for read in _READERS)
                yield from islice((one for one in found if one is not None), 1)


def _usable(reading: Reading, quantity: Quantity) -> bool:
    whole = quantity.part_of is None and not vague(quantity) and quantity.state not in STATES
    return whole and quantity.role in ("count", "money", "measure", "share", "rate")


def _own(reading: Reading, quantity: Quantity, event: Event) -> bool:
    """Whether the clause of a figure is of the article's own event and of no other time."""
    own = clause(*around(reading, quantity))
    if _OTHER_TIME.search(own) or of_another(own):
        return False
    if reading.statement.index < 2:
        return True
    days = [day for day in map(interval, reading.dates) if day is not None]
    return meet(days, event.days, 1) and kin(causes_in((own,)), event.causes)


def _by_aspect(reading: Reading, quantity: Quantity) -> Particular | None:
    aspect = aspect_of(reading, quantity)
    if aspect is None or reading.statement.index >= aspect.within:
        return None
    key = f"{aspect.name}:{quantity.unit}" if quantity.role == "money" else aspect.name
    speaker = _speaker(reading, quantity) or (_counter(reading, quantity) if key == "crowd" else None)
    return Particular(reading, quantity, key, aspect.question, aspect.named, speaker)


def _counter(reading: Reading, quantity: Quantity) -> str | None:
    """Who counted a crowd: "police estimated the crowd at 25,000"."""
    found = _COUNTERS.search(around(reading, quantity)[0])
    return found[0].lower() if found else None


def _by_unit(reading: Reading, quantity: Quantity) -> Particular | None:
    """What one of something costs, or is paid in a stretch of time: "$38 a share", "$6 per dose", "£900 a week"."""
    if quantity.role not in ("money", "rate") or quantity.unit is None:
        return None
    before, after = around(reading, quantity)
    found = _EACH.search(after)
    what = singular(quantity.per) if quantity.per else singular(found["what"]) if found else ""
    if _TRADED.search(before):
        return None
    if what in _GOODS:
        question = f"What is the price per {what}?"
        return Particular(reading, quantity, f"per {what}:{quantity.unit}", question, 0, _speaker(reading, quantity))
    act = next((name for name, verbs in _PAYING.items() if verbs.search(before)), None)
    if act is None or quantity.role != "rate":
        return None
    key = f"{act} per {what}:{quantity.unit}"
    return Particular(reading, quantity, key, f"How much is it per {what}?", 0, _speaker(reading, quantity))


def _by_change(reading: Reading, quantity: Quantity) -> Particular | None:
    """ "cut cases of the disease by 68 percent": what fell or rose, and by how much."""
    found = _CHANGED.search(around(reading, quantity)[0]) if quantity.role == "share" else None
    if found is None or reading.statement.index >= HEAD:
        return None
    way, noun = ("less" if found["less"] else "more"), singular(found["what"])
    question = f"By how much did {found['what'].lower()} {'fall' if found['less'] else 'rise'}?"
    return Particular(reading, quantity, f"{way} {noun}", question, 0, _speaker(reading, quantity))


def _by_distance(reading: Reading, quantity: Quantity) -> Particular | None:
    """ "60 km north-east of the town of Tarma": how far the event was from a named place."""
    found = _AWAY.search(around(reading, quantity)[1]) if quantity.role == "measure" else None
    if found is None or factor(quantity.unit or "", "metre") is None or reading.statement.index >= 2 * HEAD:
        return None
    key, question = f"distance:{found['name']}", f"How far from {found['name']} was it?"
    return Particular(reading, quantity, key, question, 0, _speaker(reading, quantity))


def _by_noun(reading: Reading, quantity: Quantity) -> Particular | None:
    """Things that an article gives one number of, by their noun alone: "at 260 branches"."""
    noun = quantity.noun
    if quantity.role != "count" or noun is None or noun in _LOOSE_NOUNS or kind_of_people(noun):
        return None
    if quantity.target or not quantity.exact or reading.statement.index >= 2 * HEAD:
        return None
    if _ADDED.search(f"{around(reading, quantity)[0][-16:]} {quantity.text}"):
        return None
    question = f"How many {many(noun)}?"
    return Particular(reading, quantity, f"count of {noun}", question, 0, _speaker(reading, quantity))


_READERS = (_by_aspect, _by_unit, _by_change, _by_distance, _by_noun)


def _votes(reading: Reading) -> Iterator[Particular]:
    """ "passed by 53 votes to 41", "voted 51-43": one question with two numbers."""
    start = reading.statement.start
    for found in _VOTES.finditer(reading.statement.text) if reading.statement.index < HEAD else ():
        low, high = ("yes", "no") if found["yes"] else ("first", "second")
        span = (start + found.start(low), start + found.end(high))
        value = float(found[low])
        quantity = Quantity(*span, found.string[found.start(low) : found.end(high)], value, value, number_span=span)
        yield Particular(
            reading, quantity, "vote", "How did the vote go?", 0, _speaker(reading, quantity), float(found[high])
        )


def _speaker(reading: Reading, quantity: Quantity) -> str | None:
    low, high = quantity.number_span
    holding = [s for s in reading.speech if s.start <= low and high <= s.end]
    return min(holding, key=lambda s: s.end - s.start).speaker if holding else None
