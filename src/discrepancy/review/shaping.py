"""Discrepancies that a reader made or changed, with the identity that follows from their sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from discrepancy.identity import normalise, smallest_key
from discrepancy.model import Discrepancy, Kind, Position, Relation, Severity, Side, SidePair, Span, Statement
from discrepancy.review.marks import ALIKE, Sources, alike
from discrepancy.review.records import Entry, Quote

BY_HAND = "by hand"
"""Stands in the place of a detector's name."""
RELATIONS = tuple(Relation)


def linked(
    positions: Sequence[Position],
    kind: Kind,
    severity: Severity,
    question: str | None = None,
    relation: Relation = Relation.CONFLICT,
) -> Discrepancy:
    """A discrepancy between statements that the program did not set against each other, each a side of its own.

    Raises:
        ValueError: when there are fewer than two.
    """
    if len(positions) < 2:
        raise ValueError("a discrepancy has at least two sides")
    sides = tuple(Side(position.value, position.normalized, (position,)) for position in positions)
    return _shaped(Discrepancy("", "", kind, relation, severity, 1.0, question, "", sides, ()), sides, ())


def shaped(found: Discrepancy, sides: Sequence[Side], pairs: Iterable[SidePair]) -> Discrepancy | None:
    """`found` with these sides, of which the empty ones and their pairs go; None where fewer than two are left.

    Sides of which no two are set against each other are all set against each other: a reader said so.
    """
    number = {old: new for new, old in enumerate(index for index, side in enumerate(sides) if side.positions)}
    if len(number) < 2:
        return None
    left = [
        replace(pair, sides=(number[pair.sides[0]], number[pair.sides[1]]))
        for pair in pairs
        if number.keys() >= set(pair.sides)
    ]
    return _shaped(found, tuple(_valued(sides[old]) for old in number), left)


def restored(entry: Entry, sources: Sources) -> Discrepancy | None:
    """The discrepancy that a reader made, as it stands in the sources now; None where fewer than two sides do."""
    sides = [
        Side(side.value, side.normalized, _positions(side.statements, side.value, sources)) for side in entry.sides
    ]
    pairs = [by_hand(*pair.sides, pair.relation) for pair in entry.pairs]
    relation = min((pair.relation for pair in entry.pairs), key=RELATIONS.index, default=Relation.CONFLICT)
    found = Discrepancy("", "", entry.kind, relation, entry.severity, 1.0, entry.question, "", (), ())
    return shaped(found, sides, pairs)


def by_hand(a: int, b: int, relation: Relation) -> SidePair:
    return SidePair((a, b), relation, (BY_HAND,), ())


def _shaped(found: Discrepancy, sides: tuple[Side, ...], pairs: Iterable[SidePair]) -> Discrepancy:
    between: dict[tuple[int, int], SidePair] = {}
    for pair in pairs:
        i, j = sorted(pair.sides)
        other = between.get((i, j), pair)
        between[i, j] = replace(min(pair, other, key=_strength), sides=(i, j))
    for i, j in () if between else combinations(range(len(sides)), 2):
        between[i, j] = by_hand(i, j, found.relation)
    keyed = tuple(replace(pair, keys=(_key(sides, pair),)) for _, pair in sorted(between.items()))
    fingerprint = min(key for pair in keyed for key in pair.keys)
    values = " / ".join(side.value for side in sides)
    return replace(
        found,
        id=fingerprint[:8],
        fingerprint=fingerprint,
        relation=min((pair.relation for pair in keyed), key=RELATIONS.index),
        summary=f"{found.question} {values}" if found.question else values,
        sides=sides,
        pairs=keyed,
    )


def _strength(pair: SidePair) -> int:
    return RELATIONS.index(pair.relation)


def _key(sides: Sequence[Side], pair: SidePair) -> str:
    i, j = pair.sides
    return smallest_key(sides[i].positions, sides[j].positions)


def _valued(side: Side) -> Side:
    """`side` with a value that one of its positions gives."""
    if any(position.value == side.value for position in side.positions):
        return side
    return replace(side, value=side.positions[0].value, normalized=side.positions[0].normalized)


def _positions(quotes: Iterable[Quote], value: str, sources: Sources) -> tuple[Position, ...]:
    found = ((quote, _statement(quote, sources)) for quote in quotes)
    return tuple(Position(at, value, _highlights(quote, at)) for quote, at in found if at)


def _statement(quote: Quote, sources: Sources) -> Statement | None:
    """The statement that is quoted, or what it was edited to."""
    source = sources.name(quote)
    if source is None:
        return None
    exact = sources.statements.get((source, normalise(quote.quote)))
    if exact:
        return exact
    article = sources.articles[source]
    start = article.text.find(quote.quote)
    if start >= 0:
        # Another version of the program may cut sentences elsewhere.
        return Statement(article, start, start + len(quote.quote))
    score, at = max(
        ((alike(quote.quote, one.text), -n) for n, one in enumerate(sources.by_source[source])), default=(0.0, 0)
    )
    return sources.by_source[source][-at] if score >= ALIKE else None


def _highlights(quote: Quote, at: Statement) -> tuple[Span, ...]:
    """Where the quote's words that conflict stand in the statement; the whole of it where none do."""
    starts = ((at.article.text.find(words, at.start, at.end), len(words)) for words in quote.highlights)
    return tuple((start, start + length) for start, length in starts if start >= 0) or ((at.start, at.end),)
