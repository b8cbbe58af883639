"""What type of aircraft: the type that came down, where two articles name two.

Fires:
    "The MiG-23 came down near the village." / "The plane was a Sukhoi Su-22, a monitor said."

Stays silent:
    "The Sukhoi came down near the village." / "The Su-22 came down near the village." (one may be the other)
    "The MiG-23 came down." / "In April a Su-22 was shot down." (another day)
    "A MiG-23 and a Su-22 came down." / "A MiG-23 came down." (an article with two)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._events import Event, articles_of, same_event
from discrepancy.detectors._telling import telling
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

_TYPE: Final = re.compile(
    r"\b(?:(?P<make>MiG|Su|Mi|F|L|Tu|An|Il|Yak|Ka|C|B)[- ]?(?P<number>\d{1,3})[A-Z]{0,2}"
    r"|(?P<maker>Boeing|Airbus|Embraer|Bombardier|Cessna)[- ]?(?P<model>[A-Z]?\d{2,3}))(?:-\d{2,4}\w{0,2})?\b"
)


@dataclass(frozen=True, slots=True)
class _Type:
    name: str
    reading: Reading
    span: Span


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [(event, types[0]) for event, own in articles_of(evidence) if _one(types := list(_types(event, own)))]
    for (event, a), (other, b) in combinations(told, 2):
        if a.name != b.name and same_event(event, other):
            yield _conflict(a, b)


def _one(types: Sequence[_Type]) -> bool:
    return len({one.name for one in types}) == 1


def _types(event: Event, readings: Sequence[Reading]) -> Iterator[_Type]:
    """The types of aircraft that an article tells of with its main event, where something crashed."""
    if "crash" not in event.causes:
        return
    for reading in telling(event, readings):
        text, start = reading.statement.text, reading.statement.start
        for found in _TYPE.finditer(text):
            make, number = found["make"] or found["maker"], found["number"] or found["model"]
            yield _Type(f"{make}-{number}".upper(), reading, (start + found.start(), start + found.end()))


def _conflict(a: _Type, b: _Type) -> Conflict:
    return Conflict(
        kind=Kind.CATEGORY,
        relation=Relation.CONFLICT,
        detector="aircraft",
        topic="type of aircraft",
        a=_position(a),
        b=_position(b),
        confidence=0.75,
        severity=Severity.MEDIUM,
        question="What type of aircraft was it?",
        why=(Signal("types", f"{a.name} / {b.name}"),),
    )


def _position(one: _Type) -> Position:
    reading = one.reading
    return Position(reading.statement, reading.statement.article.text[slice(*one.span)], (one.span,), one.name)


PLUGIN = Detector("aircraft", Kind.CATEGORY, find, __doc__)
