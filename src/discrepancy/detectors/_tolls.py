"""Tolls: counts of people to whom something happened, each with who says so and what it was of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.detectors._events import Event, background, of_this_event
from discrepancy.detectors._values import shown, size
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
    "casualty": "How many casualties were there?",
}
_NOT_PEOPLE = vocabulary(
    "animal bird cow cattle sheep goat dog cat horse fish whale dolphin elephant lion tiger bear wolf pig chicken"
    " poultry livestock tree building house home vehicle car aircraft bee seal turtle shark deer rhino"
    " boat ship vessel town village city site website computer device machine file"
    " time shot bullet round blow place gunshot wound"
    " block mile kilometre kilometer metre meter yard foot inch street floor door hour minute day week month year"
)
_GENERIC = vocabulary("person people victim human soul resident")
# Kinds of people that are told of as a part of the dead or hurt; their count is no total.
_PARTS = vocabulary(
    "child woman man girl boy baby infant toddler teenager teen student pupil schoolchild foreigner medic nurse doctor"
    " paramedic journalist reporter officer policeman policewoman police firefighter firefighters pilot driver guard"
    " official teacher brother sister son daughter parent relative family mother father couple suspect attacker bomber"
    " gunman assailant colleague member national citizen leader commander crew"
)
_DOERS = frozenset(("terrorist", "jihadist"))
"""Whose dead a report of an attack counts apart from its victims; other fighters may be all the dead of a raid."""
_ALIKE = (
    vocabulary("rebel fighter militant insurgent combatant terrorist jihadist extremist"),
    vocabulary("soldier troop troops serviceman"),
    vocabulary("worker employee staff miner labourer laborer"),
    vocabulary("passenger traveller traveler tourist pilgrim"),
    vocabulary("protester demonstrator protestor activist"),
    vocabulary("villager resident inhabitant local"),
    vocabulary("refugee migrant"),
)
_MORE = re.compile(r"\b(?:others?|another|further|additional|remaining|more(?! than\b))\b", re.IGNORECASE)
_LATER_PREDICATE = re.compile(
    r"^\W{0,3}(?:who (?:was|were|had been) )?"
    r"(?:killed|injured|wounded|hurt|arrested|detained|rescued|missing|displaced)\b[^.;:]{0,90}?\b(?:are|were|was|is|have|has|had|remain|remained)\b",
    re.IGNORECASE,
)
# "Eight were hurt, one critically injured"; "the identities of three of the dead": what is counted is a part.
_WORSE = re.compile(
    r"^\W{0,3}(?:others? |is |are |was |were |remain |remained ){0,2}"
    r"(?:critically|seriously|badly|severely|gravely|slightly|lightly|fatally)\b",
    re.IGNORECASE,
)
_DEAD = re.compile(r"\b(?:dead|dies|died|killed|kills|killing|slain)\b", re.IGNORECASE)
_HURT = re.compile(r"\b(?:was|were) (?:\w{1,12} )?(?:shot|stabbed|hurt|injured|wounded|struck|hit)\b", re.IGNORECASE)
_SUMMAND = re.compile(
    r"\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?:[a-z]{3,12} )?[a-z]{3,12}s? and $"
)
"""Before a number that is one part of a sum: "two juveniles and eight adults were hurt"."""
_LISTED = re.compile(r"^[^.;]{0,120}\b(?:and|while) (?:another|the other|a third|a fourth)\b", re.IGNORECASE)
_NAMED_OF = re.compile(r"\b(?:identit(?:y|ies)|names?|photos?|famil(?:y|ies)|relatives) of (?:the )?$", re.IGNORECASE)
_SUPERSEDED = re.compile(
    r"\b(?:earlier|previous|initial|preliminary|prior|original|first)\s+(?:\w+\s+)?"
    r"(?:toll|count|figure|estimate|number|tally|report|reports)\b[^.;]{0,60}$"
    r"|\b(?:up|down|revised|updated|increased|raised|risen|rising|rose|climbed|jumped)\s+(?:\w+\s+)?from\s*$"
    r"|\bto\s+(?:at\s+least\s+)?[\d,]{1,12}\s*,?\s*(?:up\s+)?from\s*$",
    re.IGNORECASE,
)


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
    """None for the article's own event, "war" for a longer story that the event is part of."""

    @property
    def value(self) -> str:
        return shown(self.quantity, self.reading.statement.article.text)


def tolls(readings: Sequence[Reading], event: Event, claims: Sequence[Claim]) -> Iterator[Toll]:
    """The tolls of one article, in order, that count a whole: no part, no target, no addition to another count."""
    for reading in readings:
        found = [t for q in reading.quantities if (t := _toll(reading, q, event, claims)) is not None]
        yield from _unshared(found)


def _toll(reading: Reading, quantity: Quantity, event: Event, claims: Sequence[Claim]) -> Toll | None:
    superseded = _is_superseded(reading, quantity)
    state = quantity.state
    if superseded and state not in STATES:
        state = next((q.state for q in reading.quantities if q.state in STATES), None)
    if state not in STATES or state is None or not _whole(reading, quantity) or quantity.noun in _NOT_PEOPLE:
        return None
    claim = _claim(quantity, claims, reading)
    if claim is not None and (claim.negated or claim.modality is not Modality.FACT):
        return None
    own = of_this_event(reading, event, quantity.start)
    story = None if own else background(reading)
    if not own and story != "war":
        return None
    return Toll(reading, quantity, state, _speaker(reading, quantity, claim), claim, superseded, story)


def _whole(reading: Reading, quantity: Quantity) -> bool:
    """Whether the count is of all, as far as its own words tell."""
    if quantity.role != "count" or quantity.part_of is not None or quantity.target:
        return False
    article = reading.statement.article.text
    before = article[max(reading.statement.start, quantity.number_span[0] - 24) : quantity.number_span[0]]
    added = _MORE.search(quantity.text) or _MORE.search(before)
    if added and (quantity.state != "injure" or _repeats(reading, quantity)):
        # "at least one more" of the dead is an addition; "killing 15 and injuring 25 others" counts all the injured.
        return False
    if _SUMMAND.search(before):
        return False
    after = article[quantity.end : reading.statement.end]
    long_before = article[max(reading.statement.start, quantity.number_span[0] - 40) : quantity.number_span[0]]
    return not (
        _LATER_PREDICATE.search(after) or _WORSE.search(after) or _NAMED_OF.search(long_before) or _LISTED.search(after)
    )


def _repeats(reading: Reading, quantity: Quantity) -> bool:
    """Whether "others" adds to a count of the same, since no dead stand before it."""
    before = reading.statement.text[: quantity.start - reading.statement.start]
    dead = any(q.state == "kill" and q.start < quantity.start for q in reading.quantities) or _DEAD.search(before)
    return not dead or _HURT.search(before) is not None


def _is_superseded(reading: Reading, quantity: Quantity) -> bool:
    statement = reading.statement
    before = statement.text[: quantity.number_span[0] - statement.start][-120:]
    return quantity.role == "count" and bool(_SUPERSEDED.search(before))


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
    total, "12 in one town, 5 in the next" neither. A count that the statement itself revises stays."""
    for toll in found:
        same = [t for t in found if t.state == toll.state and not t.superseded and t.speaker == toll.speaker]
        if toll.superseded or len({size(t.quantity) for t in same}) <= 1:
            yield toll


def counted(toll: Toll) -> str | None:
    """The noun of those counted; of "three others", who are of no one kind, none."""
    return None if re.search(r"\bothers?\b", toll.quantity.text) else toll.quantity.noun


def comparable(a: str | None, b: str | None) -> bool:
    """Whether counts of two nouns may be of the same people: rebels and people, but not children and people."""
    if a == b:
        return True
    if _part(a) or _part(b):
        return False
    generic = (a is None or b is None or a in _GENERIC or b in _GENERIC or "civilian" in (a, b)) and not _DOERS & {a, b}
    return generic or any(a in kinds and b in kinds for kinds in _ALIKE)


def kind_of_people(noun: str) -> bool:
    """Whether a noun names people, of whom one event has several counts."""
    return _part(noun) or noun in _GENERIC or any(noun in kinds for kinds in _ALIKE)


def _part(noun: str | None) -> bool:
    return noun in _PARTS or ((noun or "").endswith(("man", "woman")) and noun != "human")
