"""Where they were from: the nationality of who attacked, as two sources give it.

Each article must give one. A passport or a name tells nobody's nationality; that somebody was of two origins is told
by one article in the words of both.

Fires:
    "The bomber was a Carvian, the group said." / "The bomber is believed to be an Ostlander, the ministry said."
    "A Carvian gunman opened fire in the port." / "The gunman was Ostlandish, police said."

Stays silent:
    "A Carvian-born gunman opened fire." / "The gunman was Ostlandish." (born there, and a citizen here)
    "The gunman was not Carvian." / "The gunman was Ostlandish."
    "One gunman was Carvian, the other Ostlandish." / "One gunman was Carvian." (one article tells of both)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._events import articles_of, of_another, same_event
from discrepancy.model import Conflict, Evidence, Kind, LineKind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.people import NATIONALITIES
from discrepancy.settings import Settings

_TOLD: Final = 15
"""Statements of an article in which it tells of its main event."""
_LONGEST: Final = 2_000
"""Characters of a statement that are read."""
_STEM: Final = 4
"""Letters that words of one nation share: Tunisian and Tunisia, Turk and Turkish."""
_WHO: Final = r"(?:(?:suicide )?(?:bomber|attacker|assailant)|gunman|shooter|hijacker|knifeman)"
_NATION: Final = r"(?P<{}>[A-Z][a-z]{{2,13}})\b(?!-)"
_IS: Final = re.compile(
    rf"\b{_WHO} (?:was|is|had been|has been) (?:(?:also|reportedly|probably|apparently) )?"
    r"(?:(?:believed|thought|said|reported|identified|named|described) (?:(?:to be|as|to have been) )?)?"
    rf"(?:an? )?(?:\d{{1,2}}-year-old )?{_NATION.format('who')}(?! or\b)"
)
_BEFORE: Final = re.compile(rf"\b(?:[Aa]n?|[Tt]he|[Ll]one) {_NATION.format('who')} (?:man|{_WHO})\b")


@dataclass(frozen=True, slots=True)
class _Origin:
    reading: Reading
    nation: str
    span: Span


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [(event, origins) for event, readings in articles_of(evidence) if (origins := _origins(readings))]
    for (event, own), (other, theirs) in combinations(told, 2):
        nations = {origin.nation for origin in own}, {origin.nation for origin in theirs}
        if all(len(one) == 1 for one in nations) and nations[0] != nations[1] and same_event(event, other):
            yield _conflict(own[0], theirs[0])


def _origins(readings: Sequence[Reading]) -> list[_Origin]:
    return [
        _Origin(reading, found["who"][:_STEM].lower(), _span(reading, found))
        for reading in readings[:_TOLD]
        if reading.statement.kind is not LineKind.CAPTION and not of_another(reading.statement.text)
        for pattern in (_IS, _BEFORE)
        for found in pattern.finditer(reading.statement.text, 0, _LONGEST)
        if found["who"].lower() in NATIONALITIES
    ]


def _span(reading: Reading, found: re.Match[str]) -> Span:
    start = reading.statement.start
    return start + found.start("who"), start + found.end("who")


def _conflict(a: _Origin, b: _Origin) -> Conflict:
    first, second = _position(a), _position(b)
    return Conflict(
        kind=Kind.CATEGORY,
        relation=Relation.CONFLICT,
        detector="origins",
        topic="origin of the attacker",
        a=first,
        b=second,
        confidence=0.7,
        severity=Severity.MEDIUM,
        question="Of which nationality was the attacker?",
        why=(Signal("two nationalities", f"{first.value} / {second.value}"),),
    )


def _position(origin: _Origin) -> Position:
    statement = origin.reading.statement
    return Position(statement, statement.article.text[slice(*origin.span)], (origin.span,), origin.nation)


PLUGIN = Detector("origins", Kind.CATEGORY, find, __doc__)
