"""What became of the pilot: dead, captured, rescued or unhurt, in articles on one aircraft that came down.

The pilot of a plane needs no name to be one man. The last of his states that an article tells is compared: who was
captured and died is dead. A crew of several is left alone.

Fires:
    "Rebels shot down a jet and captured its pilot." / "The pilot of the jet was rescued by search teams."
    "Gunmen killed a pilot whose plane went down." / "The jet's pilot was captured alive."

Stays silent:
    "The jet crashed and its pilot was killed." / "The pilot ejected before the jet crashed." (how he got out)
    "The jet crashed and one pilot was killed." / "The second pilot was captured." (two)
    "In April they shot down a jet and captured its pilot." / "The jet crashed and its pilot was killed." (another)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._events import Event, articles_of, same_event
from discrepancy.detectors._happenings import AIRCRAFT
from discrepancy.detectors._telling import telling
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

_BEFORE: Final = 60
"""Characters before a pilot in which it may be told that he is another."""
_A: Final = r"(?:the|its|a|an|his|her) (?:(?!two|both)[\w’'-]{1,14} ){0,4}?"
_WHOSE: Final = r"(?:,[^.;,]{2,60},| who| of [^.;,]{2,40}?| whose [^.;,]{2,60})? "
_BE: Final = r"(?:(?:was|were|is|has been|had been|being) )?(?:later |then |also )?"
_STATES: Final = {
    "dead": (
        rf"pilot{_WHOSE}{_BE}(?:dies|died|dead|killed|shot dead|bled to death|found dead|executed|perished)\b"
        rf"|(?:killed|kills?|executed|killing|shoot(?:s|ing)? dead|shot dead) (?:{_A}|[A-Z]\w+ )?pilot\b"
        r"|pilot[’']?s? (?:body|death|corpse)\b"
    ),
    "rescued": (
        rf"pilot{_WHOSE}{_BE}(?:rescued|recovered alive|found alive|brought back|evacuated)\b"
        rf"|(?:rescued|rescues|rescuing|recovered) (?:{_A}|[A-Z]\w+ )?pilot\b"
    ),
    "captured": (
        rf"pilot{_WHOSE}{_BE}(?:captured|taken (?:prisoner|captive|alive)|seized|held|detained|in their hands)\b"
        rf"|(?:captur(?:e|es|ed|ing)|hold(?:s|ing)?|held|seiz(?:e|es|ed|ing)) (?:{_A}|[A-Z]\w+ )?pilot\b"
    ),
    "unhurt": rf"pilot{_WHOSE}{_BE}(?:unhurt|unharmed|uninjured|survived|walked away|escaped unhurt)\b",
}
"""States of a pilot by the words that tell them; the first that an article tells is his last."""
_PATTERNS: Final = {state: re.compile(words, re.IGNORECASE) for state, words in _STATES.items()}
_ANOTHER: Final = re.compile(
    r"\b(?:another|second|other|third|two|both|previous|april|january|february|march|june|july|august|september|october"
    r"|november|december)\b|\b(?:not|nor|denied|whether|search(?:ing)? for|fate of|swap|exchange)\b",
    re.IGNORECASE,
)
"""Words that make him another pilot, or leave it open."""


@dataclass(frozen=True, slots=True)
class _Fate:
    state: str
    reading: Reading
    span: Span


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [(event, fate) for event, own in articles_of(evidence) if (fate := _fate(event, own))]
    for (event, a), (other, b) in combinations(told, 2):
        if a.state != b.state and same_event(event, other):
            yield _conflict(a, b)


def _fate(event: Event, readings: Sequence[Reading]) -> _Fate | None:
    """The last state of the pilot of the aircraft that an article is about."""
    head = " ".join(reading.statement.text for reading in readings[:3])
    if "crash" not in event.causes or not AIRCRAFT.search(head):
        return None
    found = [fate for reading in telling(event, readings) for fate in _fates(reading)]
    return next((fate for state in _PATTERNS for fate in found if fate.state == state), None)


def _fates(reading: Reading) -> Iterator[_Fate]:
    text, start = reading.statement.text, reading.statement.start
    for state, pattern in _PATTERNS.items():
        found = pattern.search(text)
        if found and not _ANOTHER.search(text[max(0, found.start() - _BEFORE) : found.end()]):
            yield _Fate(state, reading, (start + found.start(), start + found.end()))


def _conflict(a: _Fate, b: _Fate) -> Conflict:
    return Conflict(
        kind=Kind.OUTCOME,
        relation=_relation(a, b),
        detector="pilots",
        topic="fate of the pilot",
        a=_position(a),
        b=_position(b),
        confidence=0.75,
        severity=Severity.HIGH,
        question="What became of the pilot?",
        why=(Signal("excludes", f"{a.state} / {b.state}"),),
    )


def _relation(a: _Fate, b: _Fate) -> Relation:
    """An update where a captive is dead, or was freed, in a report of a later day."""
    first, second = (one.reading.statement.article.published or "" for one in (a, b))
    early, late = (a, b) if first < second else (b, a)
    return (
        Relation.UPDATE if first[:10] != second[:10] and early.state == "captured" != late.state else Relation.CONFLICT
    )


def _position(fate: _Fate) -> Position:
    reading = fate.reading
    return Position(
        reading.statement, reading.statement.article.text[slice(*fate.span)], (fate.span,), fate.state,
        speaker=reading.speech[0].speaker if reading.speech else None,
    )  # fmt: skip


PLUGIN = Detector("pilots", Kind.OUTCOME, find, __doc__)
