"""How a count changed: what the sources gave, by the time when they were published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from discrepancy.model import Discrepancy, Kind, Position, Report

_NUMBER = r"-?\d+(?:\.\d+)?(?:e[+-]\d+)?"
_INTERVAL = re.compile(rf"~?(?:(?P<exact>{_NUMBER})|(?P<low>{_NUMBER})?\.\.(?P<high>{_NUMBER})?)")
"""A normalised quantity, as the detectors write it: "31", "31..", "..50", "24..60", "~50"."""

_LARGEST = 1e15
"""From where on a number is a slip or a joke, and floating-point numbers no longer tell two apart."""


@dataclass(frozen=True, slots=True)
class Point:
    """What one source gave, and when."""

    side: int
    """Index into `Discrepancy.sides`."""
    position: Position
    when: datetime
    """Publication, in UTC; a time without a zone is taken for UTC, and a day for its first moment."""
    low: float | None
    high: float | None
    """What the value lies between; None on an open side, of which there is one at most."""

    @property
    def figure(self) -> float:
        """The number that a reader would remember: 30 of "more than 30", the upper end of a range."""
        return self.high if self.high is not None else self.low or 0.0


@dataclass(frozen=True, slots=True)
class Timeline:
    """One count through time."""

    found: Discrepancy
    points: tuple[Point, ...]
    """By publication, then side: at least two, of at least two times. One for each source and side."""
    left_out: int
    """Sources that give a value and are not among the points: they have no date, or the value is no number."""


def timelines(report: Report) -> tuple[Timeline, ...]:
    """Those of `report.discrepancies` that have one, in their order."""
    return tuple(found for found in map(timeline, report.discrepancies) if found)


def timeline(found: Discrepancy) -> Timeline | None:
    """What changed in time; None unless a quantity is given by sources of two times."""
    if found.kind is not Kind.QUANTITY:
        return None
    given = {
        (index, position.statement.article.id): position
        for index, side in enumerate(found.sides)
        for position in reversed(side.positions)
    }
    points = [point for (side, _), position in given.items() for point in _point(side, position)]
    if len({point.when for point in points}) < 2:
        return None
    ordered = sorted(points, key=lambda point: (point.when, point.side, point.position.statement.key))
    return Timeline(found, tuple(ordered), len(given) - len(points))


def _point(side: int, position: Position) -> Iterator[Point]:
    published = position.statement.article.published
    read = _INTERVAL.fullmatch(position.normalized or "")
    if not published or read is None:
        return
    low, high = _value(read["exact"] or read["low"]), _value(read["exact"] or read["high"])
    given = [value for value in (low, high) if value is not None]
    if given and max(map(abs, given)) < _LARGEST:
        yield Point(side, position, _instant(published), low, high)


def _value(text: str | None) -> float | None:
    return float(text) if text else None


def _instant(published: str) -> datetime:
    try:
        when = datetime.fromisoformat(published)
    except ValueError:  # a zone that there is not: "+99:00"
        when = datetime.fromisoformat(published[:10])
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
