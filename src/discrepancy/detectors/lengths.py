"""How long it lasted: the length of one event or one part of it, in the words of two sources.

Fires:
    "The quake lasted about a minute." / "The shaking lasted 15 seconds, residents said."
    "The siege lasted three hours." / "The siege lasted five hours."

Stays silent:
    "The siege lasted about three hours." / "The siege lasted nearly four hours." (rounded)
    "The siege lasted three hours." / "The trial lasted five days." (two things)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product

from discrepancy.detectors import Detector
from discrepancy.detectors._events import Event, articles_of, of_another, same_event
from discrepancy.extractors._date_words import count_of
from discrepancy.lemmas import noun
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
_BOUND = (
    r"(?:(?:about|around|just over|some|nearly|almost|roughly|approximately|up to|at least|more than|less than|over) )?"
)
_LASTED = re.compile(
    r"(?:\b(?P<what>(?-i:[a-z]{3,15}|It|it))"
    r"(?: (?:in|at|near|on|of) (?:the )?(?-i:[A-Z]\w{2,15}))? (?:(?:had|has|have|which|that|also) )?"
    r"last(?:ed|ing|s)(?: for)?"
    r"|\b(?P<shook>shook|shaking|shaken|swayed|trembled|felt)\b[^.;:]{0,60}? for)"
    rf" (?P<length>{_BOUND}(?P<n>\d{{1,3}}|[a-z]{{1,8}}(?:-[a-z]{{3,5}})?) (?P<unit>second|minute|hour|day)s?)\b",
    re.IGNORECASE,
)
_SHAKING = frozenset("quake earthquake tremor temblor shaking shock it".split())
_LOOSE = 1.4
"""How many times as long one may be for the two to be one, rounded: three hours, and nearly four."""
_MOST = 50
"""Lengths of one article that are compared."""
_FARTHEST = 60
"""Lengths further apart than this many times are of two things."""


@dataclass(frozen=True, slots=True)
class _Length:
    reading: Reading
    span: Span
    text: str
    what: str
    seconds: float


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for (event, own), (other, theirs) in combinations(_told(evidence), 2):
        if same_event(event, other):
            for a, b in product(own, theirs):
                if a.what == b.what and _firm(a, own) and _firm(b, theirs) and _differ(a, b):
                    yield _conflict(a, b)


def _told(evidence: Evidence) -> list[tuple[Event, list[_Length]]]:
    return [(event, list(islice(_all_lengths(readings, event), _MOST))) for event, readings in articles_of(evidence)]


def _all_lengths(readings: Sequence[Reading], event: Event) -> Iterator[_Length]:
    return (length for reading in readings for length in _lengths(reading, event))


def _lengths(reading: Reading, event: Event) -> Iterator[_Length]:
    text = reading.statement.text
    for found in _LASTED.finditer(text) if not of_another(text) else ():
        count = count_of(found["n"].lower())
        what = _what(found, event)
        if count and what:
            start = reading.statement.start
            span = (start + found.start("length"), start + found.end("length"))
            yield _Length(reading, span, found["length"], what, count * _SECONDS[found["unit"].lower()])


def _what(found: re.Match[str], event: Event) -> str | None:
    """What lasted: the noun before the verb; an earthquake where that is what shook."""
    word = noun((found["what"] or "it").lower())
    if word in _SHAKING or found["shook"]:
        return "quake" if "quake" in event.causes else None
    return word


def _firm(one: _Length, own: Sequence[_Length]) -> bool:
    """Whether its article gives one length."""
    return not any(_differ(one, other) for other in own if other.what == one.what)


def _differ(a: _Length, b: _Length) -> bool:
    low, high = sorted((a.seconds, b.seconds))
    return _LOOSE * low < high <= _FARTHEST * low


def _conflict(a: _Length, b: _Length) -> Conflict:
    return Conflict(
        kind=Kind.QUANTITY,
        relation=Relation.CONFLICT,
        detector="lengths",
        topic=f"length of {a.what}",
        a=_position(a),
        b=_position(b),
        confidence=0.65,
        severity=Severity.LOW,
        question=f"How long did the {a.what} last?",
        why=(Signal("lasted", f"{a.seconds:g} s / {b.seconds:g} s"),),
    )


def _position(length: _Length) -> Position:
    return Position(length.reading.statement, length.text, (length.span,), f"{length.seconds:g} s")


PLUGIN = Detector("lengths", Kind.QUANTITY, find, __doc__)
