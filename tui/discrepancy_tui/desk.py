"""What lies on the reader's desk: the report with its review, what of it is shown, and what was marked.

It knows nothing of screens. Every change is in the review file when the call that made it returns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from discrepancy import Discrepancy, Kind, Position, Report, Severity, Statement, review
from discrepancy.review import Resolution, Session, Stamp, Standing, State, Verdict
from discrepancy_tui.filters import Filter
from discrepancy_tui.words import is_judged

Clock = Callable[[], datetime]


def now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Progress:
    judged: int
    total: int

    def __str__(self) -> str:
        return f"{self.judged:,} of {self.total:,} judged"


class Desk:
    """One reader's view of one report."""

    def __init__(self, report: Report, path: Path, reviewer: str | None, clock: Clock = now) -> None:
        """
        Raises:
            InputError: when the review file at `path` cannot be read.
        """
        self._session = Session(report, path)
        self._reviewer = reviewer
        self._clock = clock
        self._filter = Filter()
        self._standings: tuple[Standing, ...] = ()
        self._by_fingerprint: dict[str, Standing] = {}
        self._judged: set[str] = set()
        self._shown: dict[str, Standing] = {}
        self.marked: tuple[Statement, ...] = ()
        """Statements that the reader marked, to make a discrepancy of."""
        self._refresh()

    @property
    def report(self) -> Report:
        return self._session.reviewed.report

    @property
    def reviewed(self) -> review.Reviewed:
        return self._session.reviewed

    @property
    def path(self) -> Path:
        return self._session.log.path

    @property
    def problems(self) -> tuple[str, ...]:
        return self._session.log.problems

    @property
    def wanted(self) -> Filter:
        return self._filter

    @wanted.setter
    def wanted(self, chosen: Filter) -> None:
        self._filter = chosen
        self._choose()

    @property
    def shown(self) -> tuple[Standing, ...]:
        """What the filter let through when it was set, as it stands now: a verdict takes nothing off the list."""
        return tuple(self._shown.values())

    @property
    def progress(self) -> Progress:
        return Progress(len(self._judged), len(self._by_fingerprint))

    def following(self, number: int) -> int | None:
        """The number of the next one after `number` in `shown` that is not judged; after the last, from the top."""
        shown = tuple(self._shown)
        left = chain(range(number + 1, len(shown)), range(number))
        return next((one for one in left if shown[one] not in self._judged), None)

    def standing(self, fingerprint: str) -> Standing | None:
        return self._by_fingerprint.get(fingerprint)

    def judge(self, standing: Standing, verdict: Verdict) -> None:
        """Gives the verdict on what is left to judge of it, or on all where nothing is.

        Raises:
            OutputError: when it could not be written; then nothing has changed.
        """
        is_part = standing.state in (State.EXTENDED, State.AGAIN)
        pairs = [pair.pair for pair in standing.pairs if pair.verdict is None] if is_part else None
        self._session.say(standing.found, self._stamp(), verdict=verdict, pairs=pairs)
        self._refresh()

    def judge_shown(self, verdict: Verdict) -> int:
        """Gives the verdict on everything that is shown; one step to undo. How many there were."""
        shown = self.shown
        self._session.judge([standing.found for standing in shown], verdict, self._stamp())
        self._refresh()
        return len(shown)

    def note(self, found: Discrepancy, text: str) -> None:
        """Keeps a note; an empty one takes the earlier one away."""
        self._say(found, note=text)

    def resolve(self, found: Discrepancy, resolution: Resolution) -> None:
        """Keeps the wording that the reader will use; an empty one takes the earlier one away."""
        self._say(found, resolution=resolution)

    def change(self, found: Discrepancy, kind: Kind | None, severity: Severity | None) -> None:
        self._say(found, mend=review.Change(kind, severity))

    def move(self, found: Discrepancy, position: Position, to: int | None) -> None:
        """Moves a statement to side `to`, to a side of its own (one more than there are), or out."""
        self._say(found, mend=review.Move(_place(found, position), to))

    def split(self, found: Discrepancy, positions: Sequence[Position]) -> None:
        """Makes a discrepancy of its own of these statements."""
        self._say(found, mend=review.Split(tuple(_place(found, position) for position in positions)))

    def merge(self, found: Discrepancy, other: Discrepancy) -> None:
        self._say(found, mend=review.merge(other, self._session.log.folder))

    def mark(self, statement: Statement) -> bool:
        """Marks a statement, or takes its mark away. Whether it is marked now."""
        if statement in self.marked:
            self.marked = tuple(one for one in self.marked if one != statement)
            return False
        self.marked = (*self.marked, statement)
        return True

    def link(self, kind: Kind, severity: Severity, question: str | None) -> Discrepancy:
        """Makes a discrepancy of the marked statements, and takes the marks away.

        Raises:
            ValueError: when fewer than two statements are marked.
            OutputError: when it could not be written; then nothing has changed.
        """
        positions = [Position(one, _value(one), ((one.start, one.end),)) for one in self.marked]
        made = review.linked(positions, kind, severity, question or None)
        self._session.say(made, self._stamp(), made=True, verdict=Verdict.CONFLICT)
        self.marked = ()
        self._refresh()
        self._choose()
        return made

    def undo(self) -> str | None:
        """Takes back the last step, and gives the fingerprint of what it was about.

        It is empty where that is gone or many; None when there was no step left.
        """
        undone = self._session.undo(self._stamp())
        if not undone:
            return None
        changed = self._refresh()
        if any(entry.made or entry.mend for entry in undone):
            self._choose()
            return ""
        return next(iter(changed), "")

    def reload(self) -> bool:
        """Takes in what others wrote into the review file. Whether there was anything."""
        fresh = self._session.reload()
        if fresh:
            self._refresh()
        return fresh

    def selection(self) -> review.Reviewed:
        """What the filter shows, for an export."""
        return self.reviewed.keep(lambda standing: standing.found.fingerprint in self._shown)

    def _say(self, found: Discrepancy, **said: object) -> None:
        self._session.say(found, self._stamp(), **said)
        self._refresh()
        if "mend" in said:
            self._choose()

    def _stamp(self) -> Stamp:
        return Stamp(self._reviewer, self._clock())

    def _refresh(self) -> Mapping[str, Standing]:
        """Takes in how things stand now, and gives what changed, by fingerprint."""
        # What changed, and no more: to go through ten thousand standings takes longer than a key may.
        before, self._standings = self._standings, self.reviewed.standings
        pairs = [(was, now) for was, now in zip(before, self._standings, strict=False) if now is not was]
        changed = {now.found.fingerprint: now for _, now in pairs}
        in_place = all(was.found.fingerprint == now.found.fingerprint for was, now in pairs)
        if not in_place or len(before) != len(self._standings):
            changed = {standing.found.fingerprint: standing for standing in self._standings}
            self._by_fingerprint, self._judged = {}, set()
            self._shown = {one: changed[one] for one in self._shown if one in changed}
        self._by_fingerprint |= changed
        self._judged.difference_update(changed)
        self._judged.update(one for one, standing in changed.items() if is_judged(standing))
        self._shown |= {one: standing for one, standing in changed.items() if one in self._shown}
        if not self._shown:
            self._choose()
        return changed

    def _choose(self) -> None:
        self._shown = {one: standing for one, standing in self._by_fingerprint.items() if self._filter.wants(standing)}


def _place(found: Discrepancy, position: Position) -> review.Place:
    for number, side in enumerate(found.sides):
        if position in side.positions:
            return number, side.positions.index(position)
    raise ValueError("that statement is not among the sides")


def _value(statement: Statement) -> str:
    """What stands for a side that a reader made: the statement itself, as short as a value is read."""
    text = " ".join(statement.text.split())
    return text if len(text) <= 80 else f"{text[:79].rstrip()}…"
