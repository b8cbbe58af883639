"""Portions: how many of the dead, hurt or held were children, police officers or soldiers, in the words of two sources.

Counts of one kind of people in one state and event, as a part of a toll or beside it, that cannot both be right. Each
article must give one such count. Where two articles count nobody else, the tolls themselves are at issue.

Fires:
    "The raid killed 42 people, 11 of them children." / "Of the 42 dead 17 were children."
    "Nine were shot; three soldiers died." / "Nine people and five soldiers were killed."

Stays silent:
    "at least six children" / "eight children"; "some 20 gunmen" / "22 militants"
    "The raid killed 11 children." / "11 children were hurt." (another state)
    "Three soldiers were killed on Monday." / "Five soldiers were killed last year." (another event)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from discrepancy.detectors import Detector
from discrepancy.detectors._events import Event, articles_of, background, of_this_event, same_event
from discrepancy.detectors._plurals import many
from discrepancy.detectors._values import compatible, normal, shown, size, vague
from discrepancy.detectors._wholes import DID_IT, LISTED
from discrepancy.extractors._lexemes import vocabulary
from discrepancy.lemmas import noun
from discrepancy.model import Conflict, Evidence, Kind, Position, Quantity, Reading, Relation, Severity, Signal
from discrepancy.settings import Settings

_KINDS = {
    "child": vocabulary("child minor schoolchild newborn infant"),
    "woman": vocabulary("woman"),
    "police officer": vocabulary("policeman policewoman police"),
    "soldier": vocabulary("soldier troop serviceman"),
    "medic": vocabulary("nurse medic doctor paramedic"),
    "fighter": vocabulary("fighter militant rebel insurgent combatant gunman bandit terrorist jihadist"),
    "firefighter": vocabulary("firefighter fireman"),
    "journalist": vocabulary("journalist reporter"),
    "hostage": vocabulary("hostage captive"),
    "bodyguard": vocabulary("bodyguard"),
    "student": vocabulary("student pupil"),
    "foreigner": vocabulary("foreigner"),
    "civilian": vocabulary("civilian"),
}
_KIND = {word: kind for kind, words in _KINDS.items() for word in words}
_STATES = {"kill": "were killed", "injure": "were injured", "arrest": "were arrested", "kidnap": "were abducted",
           "capture": "were captured"}  # fmt: skip
_AMONG = re.compile(
    r"\bamong (?:the|those) (?:(?P<kill>dead|killed|fatalities|martyrs)|(?P<injure>injured|wounded|hurt))\b"
    r"[^.;,]{0,40}$"
    r"|\b(?P<bodies>bodies)\b[^.;]{0,40}, (?:among them|including) [^.;]{0,24}$",
    re.IGNORECASE,
)
"""Before a count of some of them: "among the dead are at least seven children", "nine bodies, among them a child's"."""
_WERE = re.compile(
    r"(?: the)?(?: of (?:the|those|them|whom))?(?: (?:dead|victims|killed|wounded|injured|martyrs))?"
    r" (?:were|are) (?:[a-z]{3,12} )?(?P<kind>[a-z]{5,14}s|children|women|police|policemen|gunmen)\b",
    re.IGNORECASE,
)
"""Behind a number, whom it counts: "eleven of the dead were children", "thirty-nine were civilians"."""
_PERSONNEL = re.compile(r"\b(?:army|military) personnel$", re.IGNORECASE)
_SOME_OF = re.compile(r"\b(?:most|many|some|several|half|none|a majority) of (?:the|its|their) $", re.IGNORECASE)
"""Before all of those of whom some are: "most of the 40 dead were children"."""
_NEAR = 80
"""Characters before a count in which it is said whom it is among."""
_BEHIND = 200
"""Characters behind a count in which others are told of."""
_MOST = 100
"""Figures of one statement that are read: more stand in no sentence."""
_RATIO = 10.0
"""Counts further apart than this are of two occasions."""


@dataclass(frozen=True, slots=True)
class _Portion:
    reading: Reading
    quantity: Quantity
    whole: bool
    """Whether its article counts nobody else in that state."""


Question = tuple[str, str]


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [(event, _portions(event, readings)) for event, readings in articles_of(evidence)]
    for (event, own), (other, theirs) in combinations(told, 2):
        for state, kind in sorted(own.keys() & theirs.keys()):
            a, b = own[state, kind], theirs[state, kind]
            if _differ(a, b) and same_event(event, other):
                yield _conflict(state, kind, a, b)


def _portions(event: Event, readings: list[Reading]) -> Mapping[Question, _Portion]:
    """The one count that an article gives for each state and kind of people."""
    found: dict[Question, list[tuple[Reading, Quantity]]] = defaultdict(list)
    largest: dict[str, float] = defaultdict(float)
    for reading in readings:
        for quantity in reading.quantities[:_MOST]:
            state, kind = _state(reading, quantity), _kind(reading, quantity)
            if quantity.role != "count" or state not in _STATES or state is None or quantity.target:
                continue
            if background(reading) is not None or not of_this_event(reading, event, quantity.start):
                continue
            largest[state] = max(largest[state], size(quantity))
            if kind is not None:
                found[state, kind].append((reading, quantity))
    return {
        question: _Portion(*told[0], whole=size(told[0][1]) >= largest[question[0]])
        for question, told in found.items()
        if all(compatible(told[0][1], quantity) for _, quantity in told)
    }


def _state(reading: Reading, quantity: Quantity) -> str | None:
    text, low = reading.statement.article.text, quantity.number_span[0]
    among = _AMONG.search(text, max(reading.statement.start, low - _NEAR), low)
    return ("kill" if among["bodies"] else among.lastgroup) if among else quantity.state


def _kind(reading: Reading, quantity: Quantity) -> str | None:
    """What those counted are, by their own noun or by what they are said to be."""
    own = "soldier" if _PERSONNEL.search(quantity.text) else _KIND.get(quantity.noun or "")
    text = reading.statement.article.text
    if DID_IT.match(text, quantity.end):
        return None
    if quantity.high == 1 and LISTED.match(text[quantity.end : min(reading.statement.end, quantity.end + _BEHIND)]):
        return None
    if _SOME_OF.search(text, max(reading.statement.start, quantity.number_span[0] - _NEAR), quantity.number_span[0]):
        return None
    were = _WERE.match(text, quantity.number_span[1], reading.statement.end) if own is None else None
    return _KIND.get(noun(were["kind"].lower())) if were else own


def _differ(a: _Portion, b: _Portion) -> bool:
    if compatible(a.quantity, b.quantity) or (a.whole and b.whole) or vague(a.quantity) or vague(b.quantity):
        return False
    low, high = sorted((size(a.quantity), size(b.quantity)))
    return high <= _RATIO * max(low, 1) and not size(a.quantity) % 1 and not size(b.quantity) % 1


def _conflict(state: str, kind: str, a: _Portion, b: _Portion) -> Conflict:
    return Conflict(
        kind=Kind.QUANTITY,
        relation=Relation.CONFLICT,
        detector="portions",
        topic=f"{state}:{kind}",
        a=_position(a),
        b=_position(b),
        confidence=0.7,
        severity=Severity.MEDIUM,
        question=f"How many {many(kind)} {_STATES[state]}?",
        why=(Signal("same state", state), Signal("values", f"{normal(a.quantity)} / {normal(b.quantity)}")),
    )


def _position(one: _Portion) -> Position:
    value = shown(one.quantity, one.reading.statement.article.text)
    return Position(one.reading.statement, value, (one.quantity.number_span,), normalized=normal(one.quantity))


PLUGIN = Detector("portions", Kind.QUANTITY, find, __doc__)
