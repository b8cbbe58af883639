"""Where each discrepancy of a report stands with its review: what is judged, and what is left to judge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from discrepancy.model import Discrepancy, Position, SidePair
from discrepancy.review.marks import ALIKE, Hits, MarkedSide, Record, Sides, Sources, Spot, alike
from discrepancy.review.records import Entry, Quote, Resolution, Verdict
from discrepancy.review.shaping import BY_HAND


class State(StrEnum):
    """What is left to do about a discrepancy."""

    OPEN = "open"  # no line speaks of its pairs
    JUDGED = "judged"  # every pair has a verdict, though it may be unsure or later
    EXTENDED = "extended"  # some pairs have one: a new side is to be judged
    AGAIN = "again"  # a judged quote was edited: to be judged again


@dataclass(frozen=True, slots=True)
class Edit:
    """A judged quote that stands no more in its source, and what stands there in its place."""

    before: Quote
    after: Position


@dataclass(frozen=True, slots=True)
class PairStanding:
    """One pair of sides."""

    pair: SidePair
    entry: Entry | None = None
    """The line that judged it, or judged what it was before the edits."""
    edits: tuple[Edit, ...] = ()

    @property
    def verdict(self) -> Verdict | None:
        """None where it is to be judged, or to be judged again."""
        return self.entry.verdict if self.entry and not self.edits else None

    @property
    def settled(self) -> bool:
        return self.verdict is not None and self.verdict.settles


@dataclass(frozen=True, slots=True)
class Standing:
    """One discrepancy."""

    found: Discrepancy
    pairs: tuple[PairStanding, ...]
    """In the order of `found.pairs`."""
    entries: tuple[Entry, ...] = ()
    """Every line that speaks of one of its pairs, oldest first: those of all groups that merged or split."""
    joined: tuple[Position, ...] = ()
    """Statements that inherit a verdict: they joined a side that was judged without them."""

    @property
    def state(self) -> State:
        if any(pair.edits for pair in self.pairs):
            return State.AGAIN
        judged = [pair.verdict is not None for pair in self.pairs]
        if all(judged):
            return State.JUDGED
        return State.EXTENDED if any(judged) else State.OPEN

    @property
    def verdict(self) -> Verdict | None:
        """The latest one that holds for any of its pairs; each pair has its own."""
        verdicts = [entry for entry in self.entries if any(pair.verdict and pair.entry is entry for pair in self.pairs)]
        return verdicts[-1].verdict if verdicts else None

    @property
    def by_hand(self) -> bool:
        """Whether a reader, and not the program, set its sides against each other."""
        return all(pair.pair.detectors == (BY_HAND,) for pair in self.pairs)

    @property
    def unsettled(self) -> tuple[PairStanding, ...]:
        return tuple(pair for pair in self.pairs if not pair.settled)

    @property
    def edits(self) -> tuple[Edit, ...]:
        return tuple(dict.fromkeys(edit for pair in self.pairs for edit in pair.edits))

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(entry.note for entry in self.entries if entry.note)

    @property
    def resolution(self) -> Resolution | None:
        """The latest one; one without a wording takes the earlier one away."""
        said = next((entry.resolution for entry in reversed(self.entries) if entry.resolution), None)
        return said if said and said.wording else None


def match(discrepancies: Iterable[Discrepancy], entries: Sequence[Entry], sources: Sources) -> tuple[Standing, ...]:
    """The standing of each discrepancy, in their order. `entries` are those that hold, oldest first."""
    if not entries:
        return tuple(Standing(found, tuple(PairStanding(pair) for pair in found.pairs)) for found in discrepancies)
    index = _Index(entries, sources)
    return tuple(_standing(found, sources.marks(found), index) for found in discrepancies)


@dataclass(frozen=True, slots=True, eq=False)
class _Candidate:
    """An entry that may speak of a discrepancy."""

    entry: Entry
    record: Record
    hits: Hits


class _Index:
    """The entries, found by what they quote."""

    def __init__(self, entries: Sequence[Entry], sources: Sources) -> None:
        self._entries = entries
        self._records = [sources.record(entry.sides, entry.pairs) for entry in entries]
        self._by_spot: dict[Spot, set[int]] = defaultdict(set)
        self._by_loss: dict[tuple[str, str], set[int]] = defaultdict(set)
        for number, record in enumerate(self._records):
            for spot in record.spots:
                self._by_spot[spot].add(number)
            for side, other in record.pairs:
                for names in product(record.losses(side), record.losses(other)):
                    self._by_loss[names].add(number)

    def near(self, found: Discrepancy, sides: Sides) -> list[_Candidate]:
        """The entries that may speak of the discrepancy with these sides, oldest first."""
        numbers = set().union(*(self._by_spot.get(mark.spot, ()) for side in sides for _, mark in side))
        if self._by_loss:
            names = [{mark.spot[0] for _, mark in side} for side in sides]
            both = {one for pair in found.pairs for one in product(names[pair.sides[0]], names[pair.sides[1]])}
            numbers = numbers.union(*(self._by_loss.get(one, ()) for one in both))
        return [
            _Candidate(self._entries[number], self._records[number], self._records[number].hits(sides))
            for number in sorted(numbers)
        ]


def _standing(found: Discrepancy, sides: Sides, index: _Index) -> Standing:
    near = index.near(found, sides)
    speaking: set[_Candidate] = set()
    pairs = []
    for pair in found.pairs:
        exact = [one for one in near if one.record.shared(one.hits, pair.sides)]
        edited = [one for one in near if one not in exact and _edited(one, sides, pair.sides)]
        speaking.update(exact, edited)
        pairs.append(_pair(pair, sides, exact, edited))
    told = [one for one in near if one in speaking]
    return Standing(found, tuple(pairs), tuple(one.entry for one in told), _joined(pairs, sides, told))


def _pair(pair: SidePair, sides: Sides, exact: Sequence[_Candidate], edited: Sequence[_Candidate]) -> PairStanding:
    """Judged by the latest entry that shares a pair key, else to be judged again after the latest that was edited."""
    for one in reversed(exact):
        if one.entry.verdict:
            return PairStanding(pair, one.entry, _edits_beside(one, sides, pair.sides))
    for one in reversed(edited):
        if one.entry.verdict:
            return PairStanding(pair, one.entry, _edited(one, sides, pair.sides))
    return PairStanding(pair)


def _edits_beside(one: _Candidate, sides: Sides, pair: tuple[int, int]) -> tuple[Edit, ...]:
    """Edits of judged quotes where others of the same two sides still stand as they were judged."""
    if not one.record.lost:
        return ()
    shared = one.record.shared(one.hits, pair)
    i, j = pair
    left = _edits(sides[i], one.record, {k for k, _ in shared}, ALIKE)
    return left + _edits(sides[j], one.record, {other for _, other in shared}, ALIKE)


def _edited(one: _Candidate, sides: Sides, pair: tuple[int, int]) -> tuple[Edit, ...]:
    """Edits that leave the pair no judged quote on one of its sides, or on both."""
    i, j = pair
    record = one.record
    if not record.lost:
        return ()
    # What stands against an unchanged quote, in the source of the lost one, is its new wording however it reads.
    anchored = _edits(sides[j], record, record.against(one.hits[i]), 0)
    anchored += _edits(sides[i], record, record.against(one.hits[j]), 0)
    if anchored:
        return anchored
    for k, other in sorted(record.pairs):
        left, right = _edits(sides[i], record, {k}, ALIKE), _edits(sides[j], record, {other}, ALIKE)
        if left and right:
            return left + right
    return ()


def _edits(side: MarkedSide, record: Record, wanted: Set[int], least: float) -> tuple[Edit, ...]:
    """For each lost quote of the `wanted` sides of the record, the most alike new statement of its source."""
    edits = []
    for lost in record.lost:
        fresh = [position for position, mark in side if mark.spot[0] == lost.source and not record.knows(mark)]
        if lost.side in wanted and fresh:
            score, at = max((alike(lost.quote.quote, one.statement.text), -n) for n, one in enumerate(fresh))
            if score >= least:
                edits.append(Edit(lost.quote, fresh[-at]))
    return tuple(edits)


def _joined(pairs: Iterable[PairStanding], sides: Sides, told: Sequence[_Candidate]) -> tuple[Position, ...]:
    """The statements of judged pairs that no entry with a verdict quotes."""
    judged = {side for pair in pairs if pair.verdict for side in pair.pair.sides}
    records = [one.record for one in told if one.entry.verdict]
    return tuple(
        position
        for side in sorted(judged)
        for position, mark in sides[side]
        if not any(record.knows(mark) for record in records)
    )
