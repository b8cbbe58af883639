"""Where an article tells of its own event: the first statements, without those of another day or a longer story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from discrepancy.detectors._events import Event, interval, longer_story, meet, of_another
from discrepancy.model import Reading

_TOLD: Final = 15
"""Statements of an article in which its main event is told."""
_SLACK: Final = 1  # days: a night belongs to two


def telling(event: Event, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Those of an article's `readings`, in order, in which its event is told."""
    return (reading for reading in readings[:_TOLD] if of_own_day(event, reading))


def of_own_day(event: Event, reading: Reading) -> bool:
    """Whether a statement is of the event's day, and neither of another event nor of a longer story."""
    text = reading.statement.text
    days = [day for day in map(interval, reading.dates) if day is not None]
    return not (of_another(text) or longer_story(text)) and meet(days, event.days, _SLACK)
