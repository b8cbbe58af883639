"""Whose words: one quotation that two sources give to two people.

Fires:
    "Those who arrive today may have to wait at the port," Commissioner Ann Reed said.
        / "Those who arrive today may have to wait at the port," said Paul Marsh, the director.

Stays silent:
    "Those who arrive ...," Ann Reed said. / "Those who arrive ...," Reed said.
    "Those who arrive ...," Ann Reed said. / "Those who arrive ...," the agency said. (for which Reed may speak)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._passages import Passage
from discrepancy.detectors._quoted import quoted_twice
from discrepancy.model import Conflict, Evidence, Kind, NameMention, Position, Relation, Severity, Signal
from discrepancy.settings import Settings

LEAST_SAME: Final = 0.85
"""Share of the quoted words that are the same: of fewer, two people may each have said their own."""
LEAST_SHARED: Final = 12
"""Quoted words that both have: fewer are a phrase that two people may use."""
_PEOPLE: Final = frozenset(("person", "other"))


@dataclass(frozen=True, slots=True)
class _By:
    quoted: Passage
    person: NameMention
    words: frozenset[str]
    """Of all the names by which a statement calls the speaker: a person's, and that of whom the person speaks for."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for quoted in quoted_twice(evidence.readings):
        if quoted.shared < max(LEAST_SHARED, LEAST_SAME * quoted.longest):
            continue
        a, b = _by(quoted.a), _by(quoted.b)
        if a and b and not a.words & b.words:
            yield _conflict(a, b, quoted.shared)


def _by(quoted: Passage) -> _By | None:
    """The person to whom a statement gives its quotation, by the name that stands in it."""
    start, end = quoted.spans[0][0], quoted.spans[-1][1]
    reading = quoted.reading
    for speech in reading.speech:
        if speech.direct and speech.start < end and start < speech.end:
            low, high = speech.speaker_span
            called = [name for name in reading.names if reading.statement.start <= name.start and name.end <= high]
            for name in called:
                if name.kind in _PEOPLE and low <= name.start and " " in name.text:
                    return _By(quoted, name, _words(called))
    return None


def _words(names: Sequence[NameMention]) -> frozenset[str]:
    return frozenset(word.lower() for name in names for form in (name.text, name.canonical) for word in form.split())


def _conflict(a: _By, b: _By, shared: int) -> Conflict:
    return Conflict(
        kind=Kind.ATTRIBUTION,
        relation=Relation.CONFLICT,
        detector="quoted_by",
        topic="quoted by:" + " ".join(a.quoted.words[:8]),
        a=_position(a),
        b=_position(b),
        confidence=0.8,
        severity=Severity.MEDIUM,
        question="Whose words are they?",
        why=(Signal("quoted words in common", str(shared)),),
    )


def _position(by: _By) -> Position:
    name = by.person
    return Position(by.quoted.reading.statement, name.text, ((name.start, name.end),), name.canonical)


PLUGIN = Detector("quoted_by", Kind.ATTRIBUTION, find, __doc__)
