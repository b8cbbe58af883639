"""Tolls of earlier events: how many died in the quake of another year that articles look back to.

The statements name one year, not that of the event, and one place in common.

Fires:
    "The 2003 quake in Bam killed more than 26,000 people." / "In 2003, more than 31,000 died in the city of Bam."

Stays silent:
    "The 2003 quake in Bam killed about 26,000 people." / "A quake in Bam in 1998 killed 31,000." (another year)
    "The 2004 tsunami killed 230,000 people." / "The 2004 tsunami killed 168,000 in Aceh." (a part of them)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from discrepancy.detectors import Detector
from discrepancy.detectors._values import compatible, normal, shown, size, vague
from discrepancy.model import Conflict, Evidence, Kind, Position, Quantity, Reading, Relation, Severity, Signal
from discrepancy.settings import Settings

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_NEAR = 1.25
"""Tolls further apart than this many times are of two areas or of two counts."""
_MOST_PAIRS = 50


@dataclass(frozen=True, slots=True)
class _Toll:
    reading: Reading
    quantity: Quantity
    year: str
    names: frozenset[str]


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [toll for reading in evidence.readings for toll in _tolls(reading)]
    pairs = (pair for pair in combinations(told, 2) if _one_event(*pair) and _differ(*pair))
    yield from (_conflict(a, b) for (a, b), _ in zip(pairs, range(_MOST_PAIRS), strict=False))


def _tolls(reading: Reading) -> Iterator[_Toll]:
    years = set(_YEAR.findall(reading.statement.text))
    published = (reading.statement.article.published or "")[:4]
    counts = [
        q
        for q in reading.quantities
        if q.state == "kill" and q.role == "count" and q.part_of is None and size(q) % 1 == 0
    ]
    if len(years) == 1 and len(counts) == 1 and published not in years and not vague(counts[0]):
        names = frozenset(name.canonical for name in reading.names if name.kind != "person")
        yield _Toll(reading, counts[0], years.pop(), names)


def _one_event(a: _Toll, b: _Toll) -> bool:
    apart = a.reading.statement.article.id != b.reading.statement.article.id
    return apart and a.year == b.year and bool(a.names & b.names)


def _differ(a: _Toll, b: _Toll) -> bool:
    low, high = sorted((size(a.quantity), size(b.quantity)))
    return not compatible(a.quantity, b.quantity) and high <= _NEAR * low


def _conflict(a: _Toll, b: _Toll) -> Conflict:
    name = min(a.names & b.names)
    return Conflict(
        kind=Kind.QUANTITY,
        relation=Relation.CONFLICT,
        detector="earlier_tolls",
        topic=f"killed:{a.year}:{name}",
        a=_position(a),
        b=_position(b),
        confidence=0.65,
        severity=Severity.LOW,
        question=f"How many people were killed in {a.year}?",
        why=(Signal("earlier event", f"{name}, {a.year}"),),
    )


def _position(toll: _Toll) -> Position:
    text = toll.reading.statement.article.text
    return Position(
        toll.reading.statement, shown(toll.quantity, text), (toll.quantity.number_span,), normal(toll.quantity)
    )


PLUGIN = Detector("earlier_tolls", Kind.QUANTITY, find, __doc__)
