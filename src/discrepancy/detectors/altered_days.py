"""Another day or hour in the same passage: a time that one of two copies of one writer's sentence has changed.

The words around it are the same, so what happened is the same. Days of statements are left out: a spokesman says the
same on Monday and on Tuesday.

Fires:
    "The ferry has been out of service since 2014." / "The ferry has been out of service since 2015."
    "Thieves broke into the mill at dawn on Thursday." / "Thieves broke into the mill on Wednesday night."

Stays silent:
    "The ferry has been out of service since 2014." / "The ferry has been out of service since May 2014."
    "The port said on Monday that the ferry is out of service." / "The port said on Tuesday that ..." (said twice)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._passages import Change, Passage, altered, stretch
from discrepancy.detectors._when import clock, excludes
from discrepancy.detectors.times import clash
from discrepancy.extractors._speech_verbs import FORMS, PARTICIPLES, PRESENT_PLURAL
from discrepancy.model import Conflict, DateMention, Evidence, Kind, Position, Relation, Severity, Signal
from discrepancy.settings import Settings

_BESIDE: Final = 4
"""Words before and behind a day within which a verb of saying, or a word of what is not yet so, makes it the day of a
report."""
_OF_NOW: Final = frozenset(("no", "not", "nobody", "as", "by", "still", "remained", "remains", "week"))
"""Words beside the day of a report: "No one was in custody as of Monday"."""
_NEGATED: Final = re.compile(r"\W{0,3}(?:no|nobody|none|neither)\b", re.IGNORECASE)
_ORDERS: Final = frozenset((frozenset(("earlier", "later")), frozenset(("before", "after"))))
"""Words that put one thing on two sides of another in time."""
_LATE: Final = re.compile(r"\b(?:late|night|overnight|midnight|evening)\b", re.IGNORECASE)
_EARLY: Final = re.compile(r"\b(?:early|overnight|midnight|morning)\b|\ba\.?m\b", re.IGNORECASE)
"""Two ends of one night; "dawn" is named to tell it from the night."""
_HALF_DAY, _ROUNDED = 12 * 60, 35
"""Minutes; clock times no further apart are one, and half a day apart the same with another "p.m."."""
_OPEN: Final = "/.."
"""How EDTF ends where no end is given: since 2014."""
_NOW: Final = frozenset(("today", "yesterday", "tomorrow", "now", "tonight"))
"""What a copy that was printed on another day must change."""
_ZONE: Final = re.compile(r"\b(?:GMT|UTC|[CEMP][SED]?T)\b")


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for change in altered(evidence.readings):
        if any(_NEGATED.match(side.reading.statement.text) for side, _ in change.sides):
            continue
        if frozenset(" ".join(side.words[slice(*words)]) for side, words in change.sides) in _ORDERS:
            yield _in_order(change)
            continue
        a, b = (_times(side, words) for side, words in change.sides)
        if len(a) == len(b) == 1 and _differ(a[0], b[0]) and not any(_says(*side) for side in change.sides):
            yield _conflict(change, a[0], b[0])


def _times(side: Passage, words: tuple[int, int]) -> list[DateMention]:
    start, end = side.span(*words)
    return [d for d in side.reading.dates if d.start < end and start < d.end]


def _differ(a: DateMention, b: DateMention) -> bool:
    """Whether two times are two, as one writer uses them: nobody puts "Wednesday night" for "dawn on Thursday"."""
    if _ZONE.findall(a.text) != _ZONE.findall(b.text):
        return False  # one hour in two time zones
    if a.recurring or b.recurring or {a.text.lower(), b.text.lower()} & _NOW or _form(a) != _form(b):
        return False
    if a.weekday != b.weekday:
        return not (_LATE.search(a.text) and _EARLY.search(b.text)) and not (
            _LATE.search(b.text) and _EARLY.search(a.text)
        )
    first, second = (mention.edtf or "" for mention in (a, b))
    if first.endswith(_OPEN) and second.endswith(_OPEN):
        begun = first.removesuffix(_OPEN), second.removesuffix(_OPEN)
        return not (begun[0].startswith(begun[1]) or begun[1].startswith(begun[0]))
    one, other = clock(a), clock(b)
    if one is not None and other is not None:
        apart = abs(one - other) % _HALF_DAY
        return min(apart, _HALF_DAY - apart) > _ROUNDED and not excludes(a, b)
    return excludes(a, b) or bool(a.part_of_day and b.part_of_day and clash(a, b))


def _one_night(a: DateMention, b: DateMention) -> bool:
    """Whether one is the night before the other's early hours, so that they differ by hours: midnight, and dawn."""
    if a.weekday is None or b.weekday is None:
        return False
    first, last = (a, b) if (b.weekday - a.weekday) % 7 == 1 else (b, a)
    return ((last.weekday or 0) - (first.weekday or 0)) % 7 == 1 and (first.part_of_day, last.part_of_day) == (
        "night",
        "early",
    )


def _form(mention: DateMention) -> tuple[bool, bool]:
    """What a time is told by: a weekday or not, a clock or not."""
    return mention.weekday is not None, clock(mention) is not None


def _says(side: Passage, words: tuple[int, int]) -> bool:
    begin, end = words
    beside = side.words[max(0, begin - _BESIDE) : end + _BESIDE]
    return any(word in _OF_NOW or word in FORMS or word in PARTICIPLES or word in PRESENT_PLURAL for word in beside)


def _conflict(change: Change, a: DateMention, b: DateMention) -> Conflict:
    first = min(side.reading.statement.key for side, _ in change.sides)
    of_a_day = (a.weekday == b.weekday and ":" in f"{a.part_of_day}{b.part_of_day}") or _one_night(a, b)
    return Conflict(
        kind=Kind.TIME if of_a_day else Kind.DATE,
        relation=Relation.CONFLICT,
        detector="altered_days",
        topic=f"altered:{first[0]}:{first[1]}",
        a=_position(change.a, a),
        b=_position(change.b, b),
        confidence=0.7,
        severity=Severity.MEDIUM,
        question="When was it?",
        why=(Signal("one passage, two times", f"{a.text} / {b.text}"),),
    )


def _in_order(change: Change) -> Conflict:
    first = min(side.reading.statement.key for side, _ in change.sides)
    a, b = (stretch(*side) for side in change.sides)
    return Conflict(
        kind=Kind.TIME,
        relation=Relation.CONFLICT,
        detector="altered_days",
        topic=f"altered:{first[0]}:{first[1]}",
        a=a,
        b=b,
        confidence=0.7,
        severity=Severity.MEDIUM,
        question="Before it, or after it?",
        why=(Signal("one passage, two orders", f"{a.value} / {b.value}"),),
    )


def _position(side: Passage, mention: DateMention) -> Position:
    return Position(side.reading.statement, mention.text, ((mention.start, mention.end),), mention.edtf or mention.text)


PLUGIN = Detector("altered_days", Kind.DATE, find, __doc__, general=True)
