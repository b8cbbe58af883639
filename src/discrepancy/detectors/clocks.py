"""At what hour: the clock times and parts of the day that articles of one event give for it.

A time counts where its clause names what happened ("attacked the camp at 2:53 p.m.", "the quake struck at dawn"); each
article must have one. Times of calls, arrivals and briefings are of something else.

Fires:
    "The bomb went off at 2:15 p.m." / "The explosion happened at 3:40 p.m., police said."
    "The blast hit the mill on Sunday night." / "A bomb went off in the mill at around 7 a.m. on Monday."

Stays silent:
    "The blast happened about 3 p.m." / "The bomb went off at 2:53 p.m." (rounded)
    "The blast happened at 3 p.m." / "Police were called to the blast at 3:40 p.m."
    "The blast happened at 3 p.m. (1200 GMT)." / "The blast happened at 1205 GMT."
    "The blast hit the mill on Sunday night." / "The mill was hit by a blast in the early hours of Monday." (one night)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from discrepancy.detectors import Detector
from discrepancy.detectors._events import HEAD, articles_of, same_event
from discrepancy.detectors._hours import Hour, hours_of
from discrepancy.detectors._when import excludes
from discrepancy.detectors.addresses import streets_of
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal
from discrepancy.settings import Settings

_ABOUT, _EXACT = 35, 14
"""Minutes that two times may lie apart: where one is round or "about", and where both are to the minute."""
_ZONE = re.compile(r"\b(?:GMT|UTC|[CEMP][SED]?T)\b|\blocal time\b", re.IGNORECASE)
_ZONE_BEHIND = re.compile(r" ?\(?[A-Z][a-z]{2,15} time\b")
"""A zone named behind a time: "8:40 Moscow time"."""
_ALSO_IN_GMT = re.compile(r"\(\d{4} (?:GMT|UTC)\)")
_HALF = re.compile(r"\d\s?[ap]\.?m|morning|noon|midday|afternoon|evening|night|dawn", re.IGNORECASE)
_HALF_DAY = 12 * 60
_MOVING = frozenset(("storm", "flood"))
"""What comes to one place after another, and so at many hours."""
_NEXT_DAY = 18
"""Hours between two times from which they are of two events, or of a day that one article has wrong."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [
        (event, readings, hours) for event, readings in articles_of(evidence) if (hours := hours_of(event, readings))
    ]
    for (event, first, own), (other, second, theirs) in combinations(told, 2):
        moving = (event.causes | other.causes) & _MOVING
        if same_event(event, other) and not (moving or _elsewhere(own, second) or _elsewhere(theirs, first)):
            pairs = [(a, b) for a in own for b in theirs]
            if all(differ(a, b) for a, b in pairs):
                yield conflict(*pairs[0], "clocks", "hour of the event", "At what time did it happen?")


def _elsewhere(hours: Sequence[Hour], readings: Sequence[Reading]) -> bool:
    """Whether the times are told of a street of which the other article knows nothing, though it names others."""
    told, known = streets_of([hour.reading for hour in hours]), streets_of(readings)
    return bool(told and known) and not told & known


def differ(a: Hour, b: Hour) -> bool:
    """Whether two times of one event cannot be one, as loosely as people speak of them."""
    if a.minutes is None or b.minutes is None:
        return _parts_differ(a, b)
    if _zones(a) != _zones(b) or not _one_day(a, b):
        return False
    apart = abs(a.minutes - b.minutes)
    if not all(_HALF.search(hour.mention.text) for hour in (a, b)):
        apart = min(apart % _HALF_DAY, _HALF_DAY - apart % _HALF_DAY)
    return min(apart, 2 * _HALF_DAY - apart) > (_ABOUT if a.rough or b.rough else _EXACT)


def _zones(hour: Hour) -> set[str]:
    """The time zones that a time is said to be in, but for that of the place."""
    named = {zone.lower() for zone in _ZONE.findall(_ALSO_IN_GMT.sub("", hour.mention.text))} - {"local time"}
    behind = _ZONE_BEHIND.match(hour.reading.statement.article.text, hour.mention.end)
    return named | {behind[0].strip(" (").lower()} if behind else named


def _parts_differ(a: Hour, b: Hour) -> bool:
    """Whether a part of the day is not that of the other time: on the days that both give, or on any."""
    if "overnight" in f"{a.mention.text} {b.mention.text}".lower() or any(map(_of_either_half, (a, b))):
        return False
    first, second = a.hours, b.hours
    if first is None or second is None:
        return _one_day(a, b) and _clash(a.of_any_day, b.of_any_day)
    gap = max(first[0] - second[1], second[0] - first[1])
    return 0 < gap < _NEXT_DAY


def _of_either_half(hour: Hour) -> bool:
    """Whether a clock time may be before noon or after it: "at 2:46 this afternoon"."""
    noon = hour.minutes is not None and hour.minutes < _HALF_DAY + 60
    return noon and not _HALF.search(hour.mention.text)


def _clash(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return not any(a[0] < b[1] + day and b[0] + day < a[1] for day in (-24.0, 0.0, 24.0))


def _one_day(a: Hour, b: Hour) -> bool:
    """Whether no day that one statement names is against those of the other."""
    first, second = ({day.weekday for day in hour.reading.dates if day.weekday is not None} for hour in (a, b))
    return not excludes(a.mention, b.mention) and (not first or not second or bool(first & second))


def conflict(a: Hour, b: Hour, detector: str, topic: str, question: str) -> Conflict:
    """Two times set against each other, for the detector of that name."""
    lead = max(a.reading.statement.index, b.reading.statement.index) < HEAD
    return Conflict(
        kind=Kind.TIME,
        relation=Relation.CONFLICT,
        detector=detector,
        topic=topic,
        a=_position(a),
        b=_position(b),
        confidence=0.65 + 0.1 * lead,
        severity=Severity.MEDIUM,
        question=question,
        why=(Signal("clock times", f"{a.mention.part_of_day} / {b.mention.part_of_day}"),),
    )


def _position(hour: Hour) -> Position:
    mention = hour.mention
    return Position(hour.reading.statement, mention.text, ((mention.start, mention.end),), mention.part_of_day)


PLUGIN = Detector("clocks", Kind.TIME, find, __doc__, general=True)
