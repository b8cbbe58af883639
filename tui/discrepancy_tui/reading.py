"""How each statement of an article stands to the other sources: what an article is read with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from discrepancy import Article, Corroboration, Line, LineKind, Report, Span, Statement
from discrepancy.review import Reviewed, Standing, State, Verdict
from discrepancy_tui.paint import Role

Key: TypeAlias = tuple[str, int, int]
"""Names a statement: its article's id, and where it begins and ends."""


class Bearing(Enum):
    """How a statement stands to the other sources: a mark for the margin, the words for it, and a role."""

    CONTRADICTED = ("≠", "contradicted", Role.HIGH)
    CLEARED = ("✘", "judged no conflict", Role.DIM)
    CORROBORATED = ("=", "corroborated", Role.GOOD)
    ALONE = ("·", "said here only", Role.MEDIUM)

    def __init__(self, mark: str, words: str, role: Role) -> None:
        self.mark = mark
        self.words = words
        self.role = role


class Bearings:
    """How the statements of a report stand to the other sources, with what the reader judged."""

    def __init__(self, reviewed: Reviewed) -> None:
        self._standings: dict[Key, list[Standing]] = defaultdict(list)
        self._corroborations: dict[Key, list[Corroboration]] = defaultdict(list)
        self._alone = {statement.key for statement in reviewed.report.single_source}
        for standing in reviewed.standings:
            for key in dict.fromkeys(one.key for one in _said(standing)):
                self._standings[key].append(standing)
        for corroboration in reviewed.report.corroborated:
            for statement in corroboration.statements:
                self._corroborations[statement.key].append(corroboration)

    def of(self, statement: Statement) -> Bearing | None:
        """None where others tell of the same thing, and neither contradict it nor bear it out."""
        standings = self.standings(statement)
        if any(not is_cleared(one) for one in standings):
            return Bearing.CONTRADICTED
        if standings:
            return Bearing.CLEARED
        if statement.key in self._corroborations:
            return Bearing.CORROBORATED
        return Bearing.ALONE if statement.key in self._alone else None

    def standings(self, statement: Statement) -> tuple[Standing, ...]:
        """The discrepancies that it stands in, the worst first, and those that were judged to be none last."""
        return tuple(sorted(self._standings.get(statement.key, ()), key=is_cleared))

    def corroborations(self, statement: Statement) -> tuple[Corroboration, ...]:
        return tuple(self._corroborations.get(statement.key, ()))

    def highlights(self, statement: Statement) -> tuple[Span, ...]:
        """Its words that conflict, but for those that were judged not to."""
        return tuple(
            span
            for standing in self.standings(statement)
            if not is_cleared(standing)
            for side in standing.found.sides
            for position in side.positions
            if position.statement.key == statement.key
            for span in position.highlights
        )


def is_cleared(standing: Standing) -> bool:
    """Whether the reader judged that it is no conflict, and nothing of it is left to judge."""
    return standing.state is State.JUDGED and standing.verdict is Verdict.NOT_CONFLICT


def _said(standing: Standing) -> Iterator[Statement]:
    return (position.statement for side in standing.found.sides for position in side.positions)


# ---- what speaks of the same thing

_SET_TOGETHER, _IN_VIEW = 2.0, 3.0
"""Statements of one discrepancy are nearer to each other than any cosine, those of the one in view the nearest."""


@dataclass(frozen=True, slots=True)
class Level:
    """Which statements of two articles are to stand level: the one that each comes nearest to."""

    there: Mapping[Hashable, Key]
    back: Mapping[Hashable, Key]


class Links:
    """Which statements of other articles speak of the same thing as those of one article."""

    def __init__(self, report: Report, standings: Sequence[Standing], ident: str, view: Standing | None) -> None:
        self._nearness: dict[str, dict[tuple[Key, Key], float]] = defaultdict(dict)
        for ours, theirs, nearness in _linked(report, standings, ident, view):
            known = self._nearness[theirs[0]]
            known[ours, theirs] = max(nearness, known.get((ours, theirs), 0.0))

    @property
    def others(self) -> tuple[str, ...]:
        """The articles that tell of the same things: that of the discrepancy in view, then those with most of it."""
        return tuple(sorted(self._nearness, key=self._rank))

    def _rank(self, other: str) -> tuple[bool, int, str]:
        known = self._nearness[other]
        return (_IN_VIEW not in known.values(), -len(known), other)

    def level(self, other: str) -> Level:
        there: dict[Hashable, Key] = {}
        back: dict[Hashable, Key] = {}
        known = self._nearness.get(other, {})
        for ours, theirs in sorted(known, key=lambda pair: (-known[pair], pair)):
            there.setdefault(ours, theirs)
            back.setdefault(theirs, ours)
        return Level(there, back)


def opposite(standing: Standing, statement: Statement) -> Statement | None:
    """What another article says on the question: another side of it first."""
    said = [(side, one.statement) for side in standing.found.sides for one in side.positions]
    own = [side for side, one in said if one.key == statement.key]
    others = [(side in own, one) for side, one in said if one.article.id != statement.article.id]
    return min(others, key=lambda other: other[0])[1] if others else None


def _linked(
    report: Report, standings: Sequence[Standing], ident: str, view: Standing | None
) -> Iterator[tuple[Key, Key, float]]:
    """Each statement of the article with each of another one that speaks of the same thing."""
    shown = view.found.fingerprint if view else None
    for standing in standings:
        keys = sorted({one.key for one in _said(standing)})
        nearness = _IN_VIEW if standing.found.fingerprint == shown else _SET_TOGETHER
        ours = [key for key in keys if key[0] == ident]
        yield from ((one, other, nearness) for one in ours for other in keys if other[0] != ident)
    least = report.tool.settings.get("align_cosine")
    for pair in report.pairs:
        a, b = pair.a.statement.key, pair.b.statement.key
        if (a[0] == ident) == (b[0] == ident):
            continue
        # What claims of one party have in common beyond it may be next to nothing: that is for detectors to look at.
        if not isinstance(least, float) or pair.similarity >= least:
            yield (a, b, pair.similarity) if a[0] == ident else (b, a, pair.similarity)


# ---- what an article consists of


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A run of an article that is no statement, and what it is in plain words."""

    start: int
    end: int
    words: str


_LEFT_OUT: Mapping[LineKind, str] = {
    LineKind.TEASER: "teaser of another article",
    LineKind.EDITOR_NOTE: "editor's note",
    LineKind.BOILERPLATE: "site furniture",
    LineKind.CAPTION: "picture credit",
}


def runs(article: Article, own: Iterable[Statement], lines: Iterable[Line]) -> list[Statement | LeftOut]:
    """The statements of `article` with what was left out between them, in the order of the text."""
    statements = sorted(own, key=lambda one: one.start)
    kinds = sorted(lines, key=lambda line: line.start)
    found: list[Statement | LeftOut] = [*statements]
    at = 0
    for line in kinds:
        while at < len(statements) and statements[at].end <= line.start:
            at += 1
        begin, inside = line.start, at
        while inside < len(statements) and statements[inside].start < line.end:
            found += _gap(article, begin, statements[inside].start, line.kind)
            begin, inside = statements[inside].end, inside + 1
        found += _gap(article, begin, line.end, line.kind)
    return sorted(found, key=lambda run: run.start)


def _gap(article: Article, start: int, end: int, kind: LineKind) -> list[LeftOut]:
    """What lies between two statements; nothing where it is no more than a bullet or white space."""
    text = article.text[start:end]
    if not any(map(str.isalnum, text)):
        return []
    return [
        LeftOut(start + len(text) - len(text.lstrip()), start + len(text.rstrip()), _LEFT_OUT.get(kind, "left out"))
    ]


def nearest(statements: Sequence[Statement], to: Statement) -> Statement | None:
    """The statement itself, or, where its source was edited, the one that took its place."""
    return min(
        statements,
        key=lambda one: (one.key != to.key, one.text != to.text, abs(one.start - to.start)),
        default=None,
    )
