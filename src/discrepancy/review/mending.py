"""The discrepancies of a report as its readers mended them, with those that they made by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from discrepancy.identity import normalise
from discrepancy.model import Discrepancy, Position, Severity, Side, SidePair
from discrepancy.rank import rank
from discrepancy.review.marks import Record, Sources, Spot
from discrepancy.review.records import Change, Entry, Merge, Move, Split
from discrepancy.review.shaping import by_hand, restored, shaped

SEVERITIES = tuple(Severity)

Parts: TypeAlias = tuple[Discrepancy, ...]


def mended(discrepancies: Sequence[Discrepancy], entries: Iterable[Entry], sources: Sources) -> Parts:
    """Applies what `entries` mend, in their order, and adds the discrepancies that readers made.

    What a line mends is found again by its pairs of sides, as for a verdict. A line changes nothing when its
    statements are gone, or the program groups them otherwise by now.
    """
    given = tuple(discrepancies)
    mending = [entry for entry in entries if entry.made or entry.mend]
    groups = _Groups(given if mending else (), sources)
    for entry in mending:
        record = sources.record(entry.sides, entry.pairs)
        if entry.made:
            groups.add(entry, record)
        if isinstance(entry.mend, Merge):
            groups.merge(record, sources.record(entry.mend.sides, entry.mend.pairs))
        elif entry.mend:
            groups.mend(entry.mend, entry, record)
    found = groups.all() if mending else given
    return found if found == given else rank(found)


class _Groups:
    """The discrepancies while they are mended, found by what they quote."""

    def __init__(self, found: Parts, sources: Sources) -> None:
        self._sources = sources
        self._places: list[Parts] = []
        """Where each discrepancy stood, and what became of it."""
        self._by_spot: dict[Spot, set[int]] = defaultdict(set)
        for one in found:
            self._append(one)

    def all(self) -> Parts:
        return tuple(one for parts in self._places for one in parts)

    def add(self, entry: Entry, record: Record) -> None:
        """Adds what a reader made, unless the program has come to find it by itself."""
        made = restored(entry, self._sources)
        if made and not self._of(record):
            self._append(made)

    def mend(self, mend: Move | Split | Change, entry: Entry, record: Record) -> None:
        for place, own in self._of(record):
            parts = _mended(own, mend, entry, record, self._sources)
            self._places[place] = tuple(
                part for one in self._places[place] for part in (parts if one is own else (one,))
            )

    def merge(self, record: Record, other: Record) -> None:
        """Puts the discrepancy of `other` into that of `record`, where both are there and are not one already."""
        first = next(iter(self._of(record)), None)
        second = next((one for one in self._of(other) if first and one[1] is not first[1]), None)
        if first is None or second is None:
            return
        for place, own in (first, second):
            self._places[place] = tuple(one for one in self._places[place] if one is not own)
        self._append(_merged(first[1], second[1]))

    def _append(self, found: Discrepancy) -> None:
        for side in self._sources.marks(found):
            for _, mark in side:
                self._by_spot[mark.spot].add(len(self._places))
        self._places.append((found,))

    def _of(self, record: Record) -> list[tuple[int, Discrepancy]]:
        """The discrepancies that share a pair with `record`, and where they stand."""
        near = set().union(*(self._by_spot.get(spot, ()) for spot in record.spots))
        return [(place, one) for place in sorted(near) for one in self._places[place] if self._shares(one, record)]

    def _shares(self, found: Discrepancy, record: Record) -> bool:
        hits = record.hits(self._sources.marks(found))
        return any(record.shared(hits, pair.sides) for pair in found.pairs)


def _mended(found: Discrepancy, mend: Move | Split | Change, entry: Entry, record: Record, sources: Sources) -> Parts:
    match mend:
        case Move():
            return _moved(found, mend, entry, record, sources)
        case Split():
            return _split(found, mend, entry, sources)
        case Change():
            return (replace(found, kind=mend.kind or found.kind, severity=mend.severity or found.severity),)


def _moved(found: Discrepancy, move: Move, entry: Entry, record: Record, sources: Sources) -> Parts:
    side, number = move.statement
    mark = sources.recorded(entry.sides[side].statements[number])
    marks = sources.marks(found)
    at = next(((i, one) for i, marked in enumerate(marks) for one, own in marked if mark and own.same(mark)), None)
    if at is None:
        return (found,)
    home, position = at
    sides = [
        replace(one, positions=_without(one, position) if i == home else one.positions)
        for i, one in enumerate(found.sides)
    ]
    pairs = list(found.pairs)
    if move.to == len(entry.sides):
        sides.append(Side(position.value, position.normalized, (position,)))
        pairs += _of_a_new_side(found, home)
    elif move.to is not None:
        hits = record.hits(marks)
        target = next((i for i, hit in enumerate(hits) if move.to in hit), home)
        if move.to in hits[home] or target == home:
            return (found,)
        sides[target] = replace(sides[target], positions=(*sides[target].positions, position))
    made = shaped(found, sides, pairs)
    return (made,) if made else ()


def _without(side: Side, position: Position) -> tuple[Position, ...]:
    return tuple(one for one in side.positions if one is not position)


def _of_a_new_side(found: Discrepancy, home: int) -> list[SidePair]:
    """The pairs of a side made of a statement of side `home`: with that one, and all that it stands against."""
    new = len(found.sides)
    against = [pair for pair in found.pairs if home in pair.sides]
    inherited = [replace(pair, sides=(sum(pair.sides) - home, new)) for pair in against]
    return [by_hand(home, new, found.relation), *inherited]


def _split(found: Discrepancy, split: Split, entry: Entry, sources: Sources) -> Parts:
    recorded = [sources.recorded(entry.sides[side].statements[number]) for side, number in split.statements]
    leaving = [mark for mark in recorded if mark]
    stay, leave = [], []
    for side, marked in zip(found.sides, sources.marks(found), strict=True):
        goes = [any(mark.same(one) for one in leaving) for _, mark in marked]
        stay.append(replace(side, positions=tuple(one for one, go in zip(side.positions, goes, strict=True) if not go)))
        leave.append(replace(side, positions=tuple(one for one, go in zip(side.positions, goes, strict=True) if go)))
    if not any(side.positions for side in leave):
        return (found,)
    parts = (shaped(found, sides, found.pairs) for sides in (stay, leave))
    return tuple(part for part in parts if part)


def _merged(first: Discrepancy, second: Discrepancy) -> Discrepancy:
    sides, place = _united(first.sides, second.sides)
    pairs = [replace(pair, sides=(place[pair.sides[0]], place[pair.sides[1]])) for pair in second.pairs]
    both = replace(
        first,
        severity=min(first.severity, second.severity, key=SEVERITIES.index),
        confidence=max(first.confidence, second.confidence),
    )
    made = shaped(both, sides, [*first.pairs, *(pair for pair in pairs if pair.sides[0] != pair.sides[1])])
    return made or first


def _united(first: Sequence[Side], second: Sequence[Side]) -> tuple[list[Side], list[int]]:
    """The sides of both, those of one value as one, and where each of `second` is among them."""
    sides, place = list(first), []
    for side in second:
        at = next((i for i, one in enumerate(sides) if _value(one) == _value(side)), len(sides))
        place.append(at)
        if at == len(sides):
            sides.append(side)
        else:
            new = tuple(one for one in side.positions if one not in sides[at].positions)
            sides[at] = replace(sides[at], positions=sides[at].positions + new)
    return sides, place


def _value(side: Side) -> str:
    return side.normalized or normalise(side.value)
