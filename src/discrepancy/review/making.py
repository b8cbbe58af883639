"""New lines for the review file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from discrepancy import __version__
from discrepancy.identity import smallest_key, source_key
from discrepancy.model import Article, Discrepancy, Position, SidePair
from discrepancy.review.log import Line
from discrepancy.review.records import VERSION, Entry, Mend, Merge, Pair, Quote, Resolution, Side, Verdict


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who gives a verdict, and when."""

    reviewer: str | None
    date: datetime

    @property
    def written(self) -> str:
        return self.date.isoformat(timespec="seconds")


def entry(
    found: Discrepancy,
    folder: Path,
    stamp: Stamp,
    *,
    verdict: Verdict | None = None,
    note: str | None = None,
    resolution: Resolution | None = None,
    mend: Mend | None = None,
    made: bool = False,
    pairs: Sequence[SidePair] | None = None,
) -> Entry:
    """A line that says this of `found`, for a review file in `folder`.

    A verdict is of `pairs`, some of those of `found`, or of all of them. Places in `mend` are indexes into
    `found.sides` and their positions. `made` marks a discrepancy that `shaping.linked` made.

    Raises:
        ValueError: when `pairs` is empty, or `mend` names a statement that `found` does not hold.
    """
    judged = _pairs(found, found.pairs if pairs is None else pairs, folder)
    if not judged:
        raise ValueError("a line speaks of at least one pair of sides")
    return Entry(
        version=VERSION,
        fingerprint=min(pair.key for pair in judged),
        verdict=verdict,
        note=note,
        resolution=resolution,
        mend=mend,
        made=made,
        kind=found.kind,
        severity=found.severity,
        question=found.question,
        summary=found.summary,
        sides=_sides(found, folder),
        pairs=judged,
        reviewer=stamp.reviewer,
        date=stamp.written,
        tool=__version__,
    )


def undo(line: Line, stamp: Stamp) -> Entry:
    """A line that takes `line` back.

    Raises:
        ValueError: when this version does not understand `line`.
    """
    if line.entry is None:
        raise ValueError(f"line {line.number} {line.problem}")
    return Entry(
        version=VERSION,
        fingerprint=line.entry.fingerprint,
        undo=line.id,
        kind=line.entry.kind,
        severity=line.entry.severity,
        question=line.entry.question,
        summary=line.entry.summary,
        reviewer=stamp.reviewer,
        date=stamp.written,
        tool=__version__,
    )


def merge(found: Discrepancy, folder: Path) -> Merge:
    """What a line of another discrepancy says to be one with `found`."""
    return Merge(_sides(found, folder), _pairs(found, found.pairs, folder))


def _pairs(found: Discrepancy, pairs: Sequence[SidePair], folder: Path) -> tuple[Pair, ...]:
    def source(article: Article) -> str:
        return source_key(article, folder)

    def key(pair: SidePair) -> str:
        a, b = (found.sides[side].positions for side in pair.sides)
        return smallest_key(a, b, source)

    return tuple(Pair(pair.sides, key(pair), pair.relation) for pair in pairs)


def _sides(found: Discrepancy, folder: Path) -> tuple[Side, ...]:
    return tuple(
        Side(side.value, tuple(_quote(position, folder) for position in side.positions), side.normalized)
        for side in found.sides
    )


def _quote(position: Position, folder: Path) -> Quote:
    statement = position.statement
    article = statement.article
    words = tuple(article.text[start:end] for start, end in position.highlights)
    return Quote(source_key(article, folder), statement.text, words, article.sha256)
