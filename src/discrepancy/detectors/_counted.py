"""Numbers of one thing in two articles: what the detectors that count one thing have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.detectors._amounts import told
from discrepancy.detectors._values import compatible, normal, size
from discrepancy.model import Conflict, Kind, Quantity, Reading, Relation, Severity, Signal


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of the thing, where an article gives it."""

    reading: Reading
    quantity: Quantity


def agree(counts: Sequence[Counted]) -> bool:
    """Whether one article's numbers may all be one, so that it gives one number of the thing."""
    return all(compatible(counts[0].quantity, one.quantity) for one in counts)


def apart(own: Sequence[Counted], theirs: Sequence[Counted], ratio: float | None = None) -> bool:
    """Whether two articles' numbers all exclude each other; false where either gives none, and where two of them lie
    further apart than `ratio`: those are of two things."""
    pairs = [(a.quantity, b.quantity) for a in own for b in theirs]
    return bool(pairs) and not any(compatible(a, b) or (ratio is not None and _far(a, b, ratio)) for a, b in pairs)


def _far(a: Quantity, b: Quantity, ratio: float) -> bool:
    return max(size(a), size(b)) > ratio * min(size(a), size(b))


def conflict(
    a: Counted,
    b: Counted,
    *,
    detector: str,
    topic: str,
    question: str,
    confidence: float,
    severity: Severity = Severity.MEDIUM,
) -> Conflict:
    """The two numbers as two positions on one question."""
    return Conflict(
        kind=Kind.QUANTITY,
        relation=Relation.CONFLICT,
        detector=detector,
        topic=topic,
        a=told(a.reading, a.quantity),
        b=told(b.reading, b.quantity),
        confidence=confidence,
        severity=severity,
        question=question,
        why=(Signal("values", f"{normal(a.quantity)} / {normal(b.quantity)}"),),
    )
