"""A report and its review file while a reader works through it.

Each line is on the disk when the call that wrote it returns, and only the discrepancies that it can bear on are matched
again: what `reviewed` works out for a whole report, a session keeps up to date line by line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from discrepancy.model import Discrepancy, Report
from discrepancy.review.holding import held, latest
from discrepancy.review.log import Line, Log, append, follow, read
from discrepancy.review.making import Stamp, entry, undo
from discrepancy.review.marks import Sources, Spot
from discrepancy.review.matching import match
from discrepancy.review.records import Entry, Verdict
from discrepancy.review.reviewing import Reviewed, reviewed


class Session:
    """One reader at work. What it shows is what the file holds."""

    def __init__(self, report: Report, path: Path) -> None:
        """
        Raises:
            InputError: when there is a review file that cannot be read.
        """
        self._given = report
        self._batches: list[tuple[str, ...]] = []
        self._log = Log(path)
        self._open(read(path))

    @property
    def reviewed(self) -> Reviewed:
        """The report with what every reader said of it. Its `aged` lines are those of when the file was opened."""
        return self._reviewed

    @property
    def log(self) -> Log:
        return self._log

    def say(self, found: Discrepancy, stamp: Stamp, **said: Any) -> None:
        """Writes one line on `found`; `said` is what `making.entry` takes.

        Raises:
            ValueError: when it says it of no pair, or of a statement that `found` does not hold.
            OutputError: when it could not be written; then nothing has changed.
        """
        self._write([entry(found, self._log.folder, stamp, **said)])

    def judge(self, found: Iterable[Discrepancy], verdict: Verdict, stamp: Stamp) -> None:
        """Writes a verdict on every pair of sides of each of `found`: on all of them or on none.

        Raises:
            OutputError: when it could not be written; then nothing has changed.
        """
        self._write([entry(one, self._log.folder, stamp, verdict=verdict) for one in found])

    def undo(self, stamp: Stamp) -> tuple[Entry, ...]:
        """Takes back the last thing that was said in this session; before it, the last line of this reviewer.

        Gives what was taken back: nothing when there is nothing left.

        Raises:
            OutputError: when it could not be written; then nothing has changed.
        """
        lines = self._last(stamp)
        if not lines:
            return ()
        append(self._log.path, [undo(line, stamp) for line in lines])
        self._batches = self._batches[:-1]
        self.reload()
        return tuple(line.entry for line in lines if line.entry)

    def reload(self) -> bool:
        """Takes in what was written since, by others too. Whether there was anything.

        Raises:
            InputError: when the file cannot be read any more.
        """
        log = follow(self._log)
        before = len(self._log.lines)
        if log.lines == self._log.lines:
            self._log = log
            return False
        if log.lines[:before] == self._log.lines and all(map(self._is_plain, log.lines[before:])):
            self._take_in(log, log.lines[before:])
        else:
            self._open(log)
        return True

    def _write(self, entries: Sequence[Entry]) -> None:
        if entries:
            self._batches.append(append(self._log.path, entries))
            self.reload()

    def _last(self, stamp: Stamp) -> list[Line]:
        if self._batches:
            return [self._by_id[ident] for ident in self._batches[-1] if ident in self._by_id]
        line = latest(self._log, stamp.reviewer)
        return [line] if line else []

    def _open(self, log: Log) -> None:
        """Works everything out anew."""
        self._log = log
        self._sources = Sources(self._given, log.folder)
        self._reviewed = reviewed(self._given, log, self._sources)
        self._lines: dict[int, Line] = {}
        self._by_id: dict[str, Line] = {}
        self._near: dict[Spot, set[int]] = defaultdict(set)
        self._everywhere: set[int] = set()
        self._by_spot: dict[Spot, set[int]] = defaultdict(set)
        for number, found in enumerate(self._reviewed.report.discrepancies):
            for spot in self._spots_of(found):
                self._by_spot[spot].add(number)
        for line in log.lines:
            self._index(line)

    def _index(self, line: Line) -> None:
        self._lines[line.number] = line
        self._by_id[line.id] = line
        if line.entry is None:
            return
        record = self._sources.record(line.entry.sides, line.entry.pairs)
        for spot in record.spots:
            self._near[spot].add(line.number)
        # What is lost is sought in whole sources, and an undo names no statement.
        if line.entry.undo or record.lost:
            self._everywhere.add(line.number)

    def _is_plain(self, line: Line) -> bool:
        """Whether the line says something of discrepancies as they stand, and makes, mends or loses none."""
        said = line.entry
        if said is not None and said.undo:
            target = self._by_id.get(said.undo)
            said = target.entry if target else None
        if said is None or said.undo or said.made or said.mend:
            return False
        return not self._sources.record(said.sides, said.pairs).lost

    def _take_in(self, log: Log, fresh: Sequence[Line]) -> None:
        """Matches again what the `fresh` lines speak of, with all lines that speak of the same statements."""
        self._log = log
        for line in fresh:
            self._index(line)
        told = [self._by_id[line.entry.undo] if line.entry.undo else line for line in fresh if line.entry]
        spots = {spot for line in told if line.entry for spot in self._spots(line.entry)}
        numbers = sorted({number for spot in spots for number in self._by_spot.get(spot, ())})
        found = [self._reviewed.report.discrepancies[number] for number in numbers]
        fresh_standings = match(found, held(replace(log, lines=self._about(found))), self._sources)
        standings = list(self._reviewed.standings)
        for number, standing in zip(numbers, fresh_standings, strict=True):
            standings[number] = standing
        self._reviewed = replace(self._reviewed, standings=tuple(standings))

    def _about(self, found: Sequence[Discrepancy]) -> tuple[Line, ...]:
        """The lines that can bear on `found`: those of their statements, and of all that these speak of besides."""
        near = self._of({spot for one in found for spot in self._spots_of(one)})
        entries = (self._lines[number].entry for number in near)
        further = self._of({spot for said in entries if said for spot in self._spots(said)})
        return tuple(self._lines[number] for number in sorted(near | further | self._everywhere))

    def _of(self, spots: Iterable[Spot]) -> set[int]:
        return set().union(*(self._near.get(spot, ()) for spot in spots))

    def _spots(self, said: Entry) -> set[Spot]:
        marks = (self._sources.recorded(quote) for side in said.sides for quote in side.statements)
        return {mark.spot for mark in marks if mark}

    def _spots_of(self, found: Discrepancy) -> set[Spot]:
        return {mark.spot for side in self._sources.marks(found) for _, mark in side}
