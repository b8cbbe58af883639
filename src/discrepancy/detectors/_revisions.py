"""How two tolls that exclude each other stand: one replaced the other, two speakers differ, or the sources do."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.detectors._tolls import Toll
from discrepancy.detectors._values import compatible, size
from discrepancy.model import Relation


def revisions(totals: Sequence[Toll]) -> list[tuple[Toll, Toll]]:
    """Figures that a source says no longer hold, each with the one that replaced it."""
    return [
        (old, new)
        for old in totals
        for new in totals
        if old.superseded and not new.superseded and old.reading.statement.key == new.reading.statement.key
    ]


def relation_of(a: Toll, b: Toll, revisions: Sequence[tuple[Toll, Toll]]) -> Relation | None:
    """How two figures that exclude each other stand; None where one is an earlier count of another figure."""
    small, large = sorted((a, b), key=lambda t: size(t.quantity))
    if any(_stands_for(small, old) and _stands_for(large, new) for old, new in revisions):
        return Relation.UPDATE
    if a.superseded or b.superseded:
        return None
    if a.speaker and b.speaker and a.speaker.casefold() != b.speaker.casefold():
        return Relation.ATTRIBUTED
    return Relation.UPDATE if _later(small, large) else Relation.CONFLICT


def _stands_for(toll: Toll, revised: Toll) -> bool:
    """Whether a figure is one that a source revised, or revised to: the same value, not another speaker's claim."""
    return toll is revised or (
        compatible(toll.quantity, revised.quantity) and size(toll.quantity) <= size(revised.quantity)
    )


def _later(small: Toll, large: Toll) -> bool:
    """Whether the larger figure was published later; the day alone does not say when two of one day came out."""
    first, second = (t.reading.statement.article.published for t in (small, large))
    if not first or not second or len(first) != len(second):
        return bool(first and second and first[:10] < second[:10])
    return first < second
