"""Tolls: counts of people to whom something happened, each with who says so and what it was of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from discrepancy.detectors._events import Event, background, of_this_event, turned_elsewhere
from discrepancy.detectors._values import shown, size
from discrepancy.detectors._wholes import whole
from discrepancy.extractors._lexemes import vocabulary
from discrepancy.model import Claim, Modality, Quantity, Reading

STATES = {
    "kill": "How many people were killed?",
    "injure": "How many people were injured?",
    "arrest": "How many people were arrested?",
    "miss": "How many people are missing?",
    "displace": "How many people were displaced?",
    "evacuate": "How many people were evacuated?",
    "rescue": "How many people were rescued?",
    "infect": "How many people were infected?",
    "trap": "How many people are trapped?",
    "hospitalise": "How many people were taken to hospital?",
    "kidnap": "How many people were abducted?",
    "capture": "How many people were captured?",
    "surrender": "How many surrendered?",
    "casualty": "How many casualties were there?",
}
_NOT_PEOPLE = vocabulary(
    "animal bird cow cattle sheep goat dog cat horse fish whale dolphin elephant lion tiger bear wolf pig chicken"
    " poultry livestock tree building house home vehicle car aircraft bee seal turtle shark deer rhino"
    " boat ship vessel town village city site website computer device machine file"
    " time shot bullet round blow place gunshot wound"
    " game match season practice class lesson meeting deadline flight vote"
    " block mile kilometre kilometer metre meter yard foot inch street floor door hour minute day week month year"
    " magnitude"
    " tank truck lorry bus van motorcycle train drone helicopter plane gun rifle weapon missile rocket mortar shell"
    " howitzer launcher bomb base post checkpoint position hill area"
)
_GENERIC = vocabulary("person people victim human soul resident individual citizen compatriot")
# Kinds of people that are told of as a part of the dead or hurt; their count is no total.
_PARTS = vocabulary(
    "adult child woman man girl boy baby infant toddler teenager teen student pupil schoolchild foreigner medic nurse"
    " doctor paramedic journalist reporter officer policeman policewoman police firefighter firefighters pilot driver"
    " guard official teacher brother sister son daughter parent relative family mother father couple suspect attacker"
    " bomber gunman assailant colleague member national citizen leader commander crew"
)
_DOERS = frozenset(("terrorist", "jihadist"))
"""Whose dead a report of an attack counts apart from its victims; other fighters may be all the dead of a raid."""
_SOLDIERS = vocabulary("soldier troop troops serviceman")
_ALIKE = (
    vocabulary("rebel fighter militant insurgent combatant terrorist jihadist extremist"),
    _SOLDIERS,
    vocabulary("worker employee staff miner labourer laborer"),
    vocabulary("passenger traveller traveler tourist pilgrim"),
    vocabulary("protester demonstrator protestor activist"),
    vocabulary("villager resident inhabitant local"),
    vocabulary("refugee migrant"),
    vocabulary("hostage captive abductee"),
    vocabulary("bandit gunman assailant attacker"),
)
_SUPERSEDED = re.compile(
    r"\b(?:earlier|previous|initial|preliminary|prior|original|first)\s+(?:\w+\s+)?"
    r"(?:toll|count|figure|estimate|number|tally|report|reports)\b[^.;]{0,60}$"
    r"|\b(?:up|down|revised|updated|increased|raised|risen|rising|rose|climbed|jumped)\s+(?:\w+\s+)?from\s*$"
    r"|\bto\s+(?:at\s+least\s+)?[\d,]{1,12}\s*,?\s*(?:up\s+)?from\s*$",
    re.IGNORECASE,
)


_BACK = 4
"""Statements before a count that may tell whom its "others" are others than."""

_MOST = 100
"""Figures of one statement that are read: more stand in no sentence."""

_NAMED_AGE = re.compile(r"[A-Z]\w{1,20}, $")
_FROM_TO = re.compile(r"\bfrom (?:[a-z]{2,8} ){0,2}[\d,]{1,12} to (?:[a-z]{2,8} ){0,2}$", re.IGNORECASE)
_DOER = re.compile(r"\bby (?:(?:about|around|some|at least|more than|up to|nearly) )?$", re.IGNORECASE)
"""What stands before those who did it: "arrested by eight officers"."""

_PASSES = re.compile(
    r"\b(?:toll|number|count|total|tally|deaths|cases|dead)\b[^.;,]{0,60} (?:passe[sd]|tops|topped|crosse[sd]"
    r"|exceed(?:s|ed)|surpass(?:es|ed)) $",
    re.IGNORECASE,
)
"""Before a round figure that a toll is more than: "the toll passes 78,000"."""
_THE_TOLL = re.compile(r"\b(?:bring|rais|tak|push)\w{1,4} the [^.;,]{0,30}\btoll\b[^.;,]{0,40} to $", re.IGNORECASE)
_OF_A_DAY = re.compile(
    r"[^.;,]{0,40}\b(?:in (?:a|one|a single) day|in (?:the )?(?:last |past )?(?:24|twenty-four) hours"
    r"|(?:a|per) day|daily)\b",
    re.IGNORECASE,
)
"""Behind what a longer count grew by: "2,000 deaths in a day"."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of people with a state, where it stands."""

    reading: Reading
    quantity: Quantity
    state: str
    speaker: str | None
    claim: Claim | None
    superseded: bool
    """Whether the source itself gives it as an earlier count that no longer holds."""
    story: str | None
    """None for the article's own event, "war" for a longer story that the event is part of, "2 events" for the sum of
    those that its head tells of."""
    here: bool
    """Whether its statement names no place that the event is not told of."""

    @property
    def value(self) -> str:
        return shown(self.quantity, self.reading.statement.article.text)


def tolls(readings: Sequence[Reading], event: Event, claims: Sequence[Claim]) -> Iterator[Toll]:
    """The tolls of one article, in order, that count a whole: no part, no target, no addition to another count."""
    for at, reading in enumerate(readings):
        earlier = readings[max(0, at - _BACK) : at]
        found = [t for q in reading.quantities[:_MOST] if (t := _toll(earlier, reading, q, event, claims)) is not None]
        yield from _unshared(found)


def _toll(
    earlier: Sequence[Reading], reading: Reading, quantity: Quantity, event: Event, claims: Sequence[Claim]
) -> Toll | None:
    """The toll that a quantity is, if it is one; `earlier` stands before the statement in the article."""
    superseded = _is_superseded(reading, quantity)
    state = quantity.state
    if state not in STATES and (superseded or _replaces(reading, quantity)):
        state = next((q.state for q in reading.quantities if q.state in STATES), None)
    if state not in STATES or state is None or not whole(earlier, reading, quantity) or quantity.noun in _NOT_PEOPLE:
        return None
    if size(quantity) % 1 or _is_age(reading, quantity):
        return None  # "a 7.2 quake killed at least 1,419": nobody is counted in tenths
    text, start = reading.statement.text, reading.statement.start
    if _PASSES.search(text, 0, quantity.number_span[0] - start):
        quantity = replace(quantity, high=None)
    if _DOER.search(text, 0, quantity.number_span[0] - start) or _OF_A_DAY.match(text, quantity.number_span[1] - start):
        return None
    claim = _claim(quantity, claims, reading)
    if claim is not None and (claim.negated or claim.modality is not Modality.FACT):
        return None
    own = of_this_event(reading, event, quantity.start) and not turned_elsewhere(earlier, reading, event)
    story = None if own else _story(reading, event)
    if not own and story is None:
        return None
    here = all(name.canonical in event.names for name in reading.names if name.kind != "person")
    return Toll(reading, quantity, state, _speaker(reading, quantity, claim), claim, superseded, story, here)


def _is_age(reading: Reading, quantity: Quantity) -> bool:
    """ "Jonas Berg, 32 of Tarma, was killed": how old he was."""
    text, (low, high) = reading.statement.article.text, quantity.number_span
    named = _NAMED_AGE.search(text, max(reading.statement.start, low - 24), low)
    return named is not None and text.startswith(" of ", high) and text[high + 4 : high + 5].isupper()


def _story(reading: Reading, event: Event) -> str | None:
    """What else than one event a count is of: the war, or the two explosions that the head of its article sums up."""
    if background(reading) == "war":
        return "war"
    summed = event.number is not None and reading.statement.index < 2 and background(reading) is None
    return f"{event.number} events" if summed else None


def _is_superseded(reading: Reading, quantity: Quantity) -> bool:
    statement = reading.statement
    before = statement.text[: quantity.number_span[0] - statement.start][-120:]
    return quantity.role == "count" and bool(_SUPERSEDED.search(before))


def _replaces(reading: Reading, quantity: Quantity) -> bool:
    """Whether it is the newer of two counts: "rose from 1,290 to 3,869"."""
    start, low = reading.statement.start, quantity.number_span[0]
    found = _FROM_TO.search(reading.statement.article.text, max(start, low - 60), low)
    return quantity.role == "count" and found is not None


def _claim(quantity: Quantity, claims: Sequence[Claim], reading: Reading) -> Claim | None:
    """The narrowest claim of the statement that holds the number."""
    low, high = quantity.number_span
    holding = [
        c
        for c in claims
        if c.statement.key == reading.statement.key and any(s <= low and high <= e for s, e in c.spans)
    ]
    return min(holding, key=lambda c: (c.whole, sum(e - s for s, e in c.spans)), default=None)


def _speaker(reading: Reading, quantity: Quantity, claim: Claim | None) -> str | None:
    low, high = quantity.number_span
    holding = [s for s in reading.speech if s.start <= low and high <= s.end]
    speech = min(holding, key=lambda s: s.end - s.start, default=None)
    return speech.speaker if speech else claim.speaker if claim else None


def _unshared(found: Sequence[Toll]) -> Iterator[Toll]:
    """Leave out counts of one state that share a statement: "three officers and 12 civilians were killed" gives no
    total, "12 in one town, 5 in the next" neither. A count that the statement itself revises stays, and one that it
    calls the toll."""
    for toll in found:
        same = [t for t in found if t.state == toll.state and not t.superseded and t.speaker == toll.speaker]
        if toll.superseded or _is_called_the_toll(toll) or len({size(t.quantity) for t in same}) <= 1:
            yield toll


def _is_called_the_toll(toll: Toll) -> bool:
    """ "The collapse killed six, bringing the confirmed death toll to 11"."""
    start, low = toll.reading.statement.start, toll.quantity.number_span[0]
    return _THE_TOLL.search(toll.reading.statement.article.text, max(start, low - 90), low) is not None


def counted(toll: Toll) -> str | None:
    """The noun of those counted; of "three others", who are of no one kind, none."""
    return None if re.search(r"\bothers?\b", toll.quantity.text) else toll.quantity.noun


def comparable(a: str | None, b: str | None) -> bool:
    """Whether counts of two nouns may be of the same people: rebels and people, but not children and people."""
    if a == b or any(a in kinds and b in kinds for kinds in _ALIKE):
        return True
    if is_part(a) or is_part(b):
        return False
    generic = a is None or b is None or a in _GENERIC or b in _GENERIC or "civilian" in (a, b)
    return generic and not _DOERS & {a, b}


def of_soldiers(toll: Toll) -> bool:
    return counted(toll) in _SOLDIERS


def kind_of_people(noun: str) -> bool:
    """Whether a noun names people, of whom one event has several counts."""
    return is_part(noun) or noun in _GENERIC or any(noun in kinds for kinds in _ALIKE)


def is_part(noun: str | None) -> bool:
    """Whether a noun names people who are told of as a part of all those hurt."""
    return noun in _PARTS or ((noun or "").endswith(("man", "woman")) and noun != "human")
