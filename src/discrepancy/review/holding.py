"""Which lines of a review file hold, and what of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec

from discrepancy.review.log import Line, Log
from discrepancy.review.records import Entry

_NOTHING: dict[str, Any] = {"note": None, "resolution": None, "made": False}
"""What the latest line of a fingerprint holds of, and what an entry that says nothing of it has."""


def held(log: Log) -> tuple[Entry, ...]:
    """What holds, in the order of the file: each entry with nothing left in it that a later line replaces or undoes.

    A verdict gives way when later ones judge all its pairs; a note, resolution or hand-made discrepancy to the next
    of its fingerprint; a mend to an undo alone, since each mends what the one before it left.
    """
    return tuple(entry for _, entry in _holding(log.lines))


def keepers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that hold, and those that a newer version of the program may understand better."""
    numbers = {line.number for line, _ in _holding(lines)}
    numbers |= {line.number for line, _ in _standing(lines) if line.newer}
    numbers |= {line.number for line in lines if line.entry is None and line.newer}
    return tuple(line for line in lines if line.number in numbers)


def latest(log: Log, reviewer: str | None = None) -> Line | None:
    """The last line of `reviewer`, or of anyone, that can be undone; once it is, the one before it."""
    lines = (line for line, entry in reversed(_standing(log.lines)) if not entry.undo)
    return next((line for line in lines if line.entry and reviewer in (None, line.entry.reviewer)), None)


def _standing(lines: Sequence[Line]) -> list[tuple[Line, Entry]]:
    """The lines that are not undone. An undo takes back the last line before it that has the id which it names."""
    undone: Counter[str] = Counter()
    standing = []
    for line in reversed(lines):
        if line.entry is None:
            continue
        if undone and undone[line.id]:
            undone[line.id] -= 1
            continue
        standing.append((line, line.entry))
        if line.entry.undo:
            undone[line.entry.undo] += 1
    return standing[::-1]


def _holding(lines: Sequence[Line]) -> list[tuple[Line, Entry]]:
    judged: set[str] = set()
    said: set[tuple[str, str]] = set()
    holding = []
    for line, entry in reversed(_standing(lines)):
        changes = _replaced_verdict(entry, judged) | _replaced(entry, said)
        left = msgspec.structs.replace(entry, **changes) if changes else entry
        if left.verdict or left.note or left.resolution or left.made or left.mend:
            holding.append((line, left))
    return holding[::-1]


def _replaced_verdict(entry: Entry, judged: set[str]) -> dict[str, Any]:
    """No verdict where later lines judge all the pairs of `entry`; `judged` takes its own."""
    keys = {pair.key for pair in entry.pairs} if entry.verdict else set()
    gone = keys <= judged
    judged |= keys
    return {"verdict": None} if gone else {}


def _replaced(entry: Entry, said: set[tuple[str, str]]) -> dict[str, Any]:
    """Nothing, for what a later line of the fingerprint says; `said` takes what `entry` says."""
    changes = {}
    for name, nothing in _NOTHING.items():
        if getattr(entry, name) != nothing:
            if (entry.fingerprint, name) in said:
                changes[name] = nothing
            said.add((entry.fingerprint, name))
    return changes
