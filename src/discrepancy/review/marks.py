"""What a report and a review file have in common: statements, named so that both name them alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from rapidfuzz import fuzz

from discrepancy.identity import normalise, source_key
from discrepancy.model import Article, Discrepancy, Position, Report, Span, Statement
from discrepancy.review.records import Pair, Quote, Side

Spot: TypeAlias = tuple[str, str]
"""The source key and the normalised quote of a statement."""
Hits: TypeAlias = tuple[frozenset[int], ...]
"""For each side of a discrepancy, the sides of a record that hold a statement of it."""

ALIKE = 60.0
"""Indel similarity (0 to 100) of two quotes from which one may be the other's new wording. Two sentences of one article
reach 50 once in a hundred, 60 once in a thousand (2,669 pairs of five articles); an edit of a few words leaves 75."""
MOST_COMPARED = 2000
"""Characters of a quote that are compared: sentences are shorter, and time goes with the square."""


def alike(a: str, b: str) -> float:
    """How alike two quotes are, from 0 to 100."""
    return fuzz.ratio(normalise(a[:MOST_COMPARED]), normalise(b[:MOST_COMPARED]))


@dataclass(frozen=True, slots=True)
class Mark:
    """What of a position is its identity: where it stands, and which of its words conflict."""

    spot: Spot
    words: frozenset[str]
    """Each highlight, normalised."""

    def agrees(self, words: frozenset[str]) -> bool:
        """Whether one's words are among the other's: another source may bring more of a quote into the conflict."""
        return self.words <= words or words <= self.words

    def same(self, other: Mark) -> bool:
        return self.spot == other.spot and self.agrees(other.words)


MarkedSide: TypeAlias = tuple[tuple[Position, Mark], ...]
Sides: TypeAlias = tuple[MarkedSide, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """A recorded quote that stands no more in a source that was read."""

    side: int
    quote: Quote
    source: str
    """The source's key now."""


@dataclass(frozen=True, slots=True)
class Record:
    """The sides of a line, found again in the sources of a report."""

    spots: Mapping[Spot, Sequence[tuple[int, frozenset[str]]]]
    """Where its statements stand: on which side, with which words."""
    pairs: frozenset[tuple[int, int]]
    """Its pairs of sides, each both ways round."""
    lost: tuple[Lost, ...]

    def knows(self, mark: Mark) -> bool:
        return any(mark.agrees(words) for _, words in self.spots.get(mark.spot, ()))

    def hits(self, sides: Sides) -> Hits:
        return tuple(frozenset(k for _, mark in side for k in self._sides_of(mark)) for side in sides)

    def shared(self, hits: Hits, pair: tuple[int, int]) -> list[tuple[int, int]]:
        """The pairs of the record that are the pair of sides `pair` of the discrepancy: they share a pair key."""
        i, j = pair
        return [(k, other) for k in sorted(hits[i]) for other in sorted(hits[j]) if (k, other) in self.pairs]

    def against(self, sides: Set[int]) -> set[int]:
        """The sides of the record that stand against any of `sides`."""
        return {other for side, other in self.pairs if side in sides}

    def losses(self, side: int) -> set[str]:
        """The sources in which a quote of `side` stands no more."""
        return {lost.source for lost in self.lost if lost.side == side}

    def _sides_of(self, mark: Mark) -> Iterator[int]:
        return (side for side, words in self.spots.get(mark.spot, ()) if mark.agrees(words))


class Sources:
    """The articles of a report, as a review file in `folder` names them."""

    def __init__(self, report: Report, folder: Path) -> None:
        self._report = report
        self._keys = {article.id: source_key(article, folder) for article in report.articles}
        self._digests = {article.sha256: self._keys[article.id] for article in report.articles}
        self._names = frozenset(self._keys.values())
        self._marks: dict[tuple[tuple[str, int, int], tuple[Span, ...]], Mark] = {}
        self._spots: dict[tuple[str, int, int], Spot] = {}
        self._normal: dict[str, str] = {}
        self._recorded: dict[Quote, Mark | None] = {}

    def key(self, article: Article) -> str:
        return self._keys[article.id]

    def name(self, quote: Quote) -> str | None:
        """The key that the quote's source has now: by its bytes, since it may have been renamed, else as it was."""
        known = self._digests.get(quote.sha256) if quote.sha256 else None
        return known or (quote.source if quote.source in self._names else None)

    def recorded(self, quote: Quote) -> Mark | None:
        """The mark of a statement as a line quotes it; None when its source is not among those that were read."""
        if quote not in self._recorded:
            source = self.name(quote)
            words = frozenset(map(self._normalised, quote.highlights))
            mark = Mark((source, self._normalised(quote.quote)), words) if source is not None else None
            self._recorded[quote] = mark
        return self._recorded[quote]

    def marks(self, found: Discrepancy) -> Sides:
        return tuple(tuple((position, self._mark(position)) for position in side.positions) for side in found.sides)

    def record(self, sides: Sequence[Side], pairs: Sequence[Pair]) -> Record:
        spots: dict[Spot, list[tuple[int, frozenset[str]]]] = defaultdict(list)
        lost = []
        for number, side in enumerate(sides):
            for quote in side.statements:
                mark = self.recorded(quote)
                if mark is None:
                    continue
                spots[mark.spot].append((number, mark.words))
                if mark.spot not in self.statements:
                    lost.append(Lost(number, quote, mark.spot[0]))
        both = frozenset(one for pair in pairs for one in (pair.sides, pair.sides[::-1]))
        return Record(spots, both, tuple(lost))

    @cached_property
    def statements(self) -> Mapping[Spot, Statement]:
        """What stands in the sources now; of several statements with the same words in one, the first."""
        return {self._spot(statement): statement for statement in reversed(self._report.statements)}

    @cached_property
    def by_source(self) -> Mapping[str, Sequence[Statement]]:
        """The same by source key, in the order of the source."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self._report.statements:
            found[self.key(statement.article)].append(statement)
        return found

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The articles by source key."""
        return {self.key(article): article for article in self._report.articles}

    def _mark(self, position: Position) -> Mark:
        key = (position.statement.key, position.highlights)
        if key not in self._marks:
            text = position.statement.article.text
            words = frozenset(self._normalised(text[start:end]) for start, end in position.highlights)
            self._marks[key] = Mark(self._spot(position.statement), words)
        return self._marks[key]

    def _spot(self, statement: Statement) -> Spot:
        if statement.key not in self._spots:
            self._spots[statement.key] = (self.key(statement.article), self._normalised(statement.text))
        return self._spots[statement.key]

    def _normalised(self, text: str) -> str:
        """`normalise(text)`; what a line quotes is, as a rule, what stands in a source."""
        if text not in self._normal:
            self._normal[text] = normalise(text)
        return self._normal[text]
