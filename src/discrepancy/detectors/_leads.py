"""What the heads of articles say of their main event: where two sources surely speak of the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from discrepancy.detectors._events import Event, articles_of, background, same_event
from discrepancy.model import Evidence, LineKind, Reading

LEAD = 3
"""Statements of an article that are its lead: the heading and the first two sentences."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The head of one article and the event that it tells of."""

    event: Event
    readings: tuple[Reading, ...]


def leads(evidence: Evidence) -> tuple[Lead, ...]:
    """The head of every article, in order; captions and what is told of longer stories are left out."""
    return tuple(Lead(event, tuple(_head(readings))) for event, readings in articles_of(evidence))


def pairs(evidence: Evidence) -> Iterator[tuple[Lead, Lead]]:
    """Heads of two articles that may tell of one event."""
    return ((a, b) for a, b in combinations(leads(evidence), 2) if same_event(a.event, b.event))


def _head(readings: list[Reading]) -> Iterator[Reading]:
    told = [reading for reading in readings if reading.statement.kind is not LineKind.CAPTION][:LEAD]
    return (reading for reading in told if background(reading) is None or reading.statement.index == 0)
