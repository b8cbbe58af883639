"""Which sources disagree with which, and how often: the numbers of a heat map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from discrepancy.model import Article, Discrepancy, Report

LEVELS = 5
"""Steps of shade from the fewest discrepancies to the most: as many as the eye tells apart."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Sources by sources."""

    articles: tuple[Article, ...]
    """Rows and columns alike, in the order of the report."""
    counts: Mapping[tuple[str, str], int]
    """Ids of two articles, both ways round, to the number of discrepancies in which one stands against the other; of
    the same article twice, to those in which it contradicts itself. Two that agree on all are not in it."""
    most: int = 0
    """The highest of the counts."""
    left_out: int = 0
    """Articles with fewer discrepancies that have no row."""

    def count(self, a: Article, b: Article) -> int:
        return self.counts.get((a.id, b.id), 0)

    def level(self, a: Article, b: Article) -> int:
        """The shade of a cell: 0 for no discrepancy, then 1 to `LEVELS`; one step for each as long as they are few."""
        return -(-self.count(a, b) * LEVELS // max(self.most, LEVELS))


def matrix(report: Report, most: int | None = None) -> Matrix:
    """The matrix of `report`; of its sources, where they are more than `most`, those with the most discrepancies."""
    counts: Counter[tuple[str, str]] = Counter()
    for found in report.discrepancies:
        counts.update(against(found))
    of_source: Counter[str] = Counter()
    for (a, _), number in counts.items():
        of_source[a] += number
    ranked = sorted(report.articles, key=lambda article: -of_source[article.id])
    kept = {article.id for article in ranked[:most]}
    shown = {ids: number for ids, number in counts.items() if kept.issuperset(ids)}
    return Matrix(
        articles=tuple(article for article in report.articles if article.id in kept),
        counts=shown,
        most=max(shown.values(), default=0),
        left_out=len(report.articles) - len(kept),
    )


def against(found: Discrepancy) -> set[tuple[str, str]]:
    """Ids of sources on sides that are set against each other, both ways round."""
    sources = [{position.statement.article.id for position in side.positions} for side in found.sides]
    one_way = {ids for pair in found.pairs for ids in product(sources[pair.sides[0]], sources[pair.sides[1]])}
    return one_way | {(b, a) for a, b in one_way}
