"""Another outcome in the same passage: killed in one copy of a sentence and injured in the other, destroyed or damaged.

The words around the verb are the same, so what it befell is the same.

Fires:
    "The storm destroyed the lighthouse at the harbour." / "The storm damaged the lighthouse at the harbour."

Stays silent:
    "The storm wrecked the lighthouse at the harbour." / "The storm destroyed the lighthouse at the harbour."
    "The storm destroyed the lighthouse at the harbour." / "They say that the lighthouse was damaged." (two writers)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._passages import Change, Passage, altered, content
from discrepancy.model import Conflict, Evidence, Kind, Position, Relation, Severity, Signal
from discrepancy.settings import Settings

_OUTCOMES: Final[tuple[tuple[Kind, Severity, tuple[str, ...]], ...]] = (
    (
        Kind.OUTCOME,
        Severity.HIGH,
        (
            "killed dead died martyred slain perished",
            "wounded injured hurt maimed",
            "captured detained arrested abducted kidnapped seized held",
            "freed released rescued escaped fled",
            "missing",
        ),
    ),
    (
        Kind.OUTCOME,
        Severity.MEDIUM,
        ("destroyed demolished levelled leveled flattened wrecked razed", "damaged scratched"),
    ),
    (
        Kind.OUTCOME,
        Severity.HIGH,
        ("seized captured overran retook recaptured conquered", "attacked stormed besieged surrounded raided shelled"),
    ),
    (
        Kind.CATEGORY,
        Severity.MEDIUM,
        (
            "executed",
            "beheaded decapitated",
            "stabbed",
            "shot",
            "hanged",
            "burned burnt",
            "strangled",
            "stoned",
            "drowned",
        ),
    ),
)
"""Outcomes of one thing; those of one row and of two of its sets exclude each other, or tell of more."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for change in altered(evidence.readings):
        told = [content(side.words[slice(*words)]) for side, words in change.sides]
        if len(told[0]) == len(told[1]) == 1:
            found = _apart(told[0][0], told[1][0])
            if found is not None:
                yield _conflict(change, *found)


def _apart(a: str, b: str) -> tuple[Kind, Severity] | None:
    """Of which kind two verbs of two sets of one row are; None of all others."""
    for kind, severity, sets in _OUTCOMES:
        first, second = (next((i for i, verbs in enumerate(sets) if verb in verbs.split()), None) for verb in (a, b))
        if first is not None and second is not None and first != second:
            return kind, severity
    return None


def _conflict(change: Change, kind: Kind, severity: Severity) -> Conflict:
    first = min(side.reading.statement.key for side, _ in change.sides)
    a, b = (_position(*side) for side in change.sides)
    return Conflict(
        kind=kind,
        relation=Relation.CONFLICT,
        detector="altered_outcomes",
        topic=f"altered:{first[0]}:{first[1]}",
        a=a,
        b=b,
        confidence=0.75,
        severity=severity,
        question="Which of the two was it?",
        why=(Signal("one passage, two outcomes", f"{a.value} / {b.value}"),),
    )


def _position(side: Passage, words: tuple[int, int]) -> Position:
    span = side.span(*words)
    value = side.reading.statement.article.text[slice(*span)]
    return Position(side.reading.statement, value, (span,), " ".join(content(side.words[slice(*words)])))


PLUGIN = Detector("altered_outcomes", Kind.OUTCOME, find, __doc__, general=True)
