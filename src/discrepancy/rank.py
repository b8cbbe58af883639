"""The order of a report: the worst first, and the same order for the same input."""

from __future__ import annotations

from collections.abc import Iterable

from discrepancy.model import Discrepancy, Relation, Severity

SEVERITIES = tuple(Severity)
RELATIONS = tuple(Relation)


def rank(discrepancies: Iterable[Discrepancy]) -> tuple[Discrepancy, ...]:
    """By severity, then relation, then confidence (two decimals), then the number of sources; ties by fingerprint."""
    return tuple(sorted(discrepancies, key=_weight))


def _weight(found: Discrepancy) -> tuple[int, int, float, int, str]:
    sources = {position.statement.article.id for side in found.sides for position in side.positions}
    return (
        SEVERITIES.index(found.severity),
        RELATIONS.index(found.relation),
        -round(found.confidence, 2),
        -len(sources),
        found.fingerprint,
    )
