"""The lines of a review file: what each holds, and how it is written and read.

A line can be read on its own: it quotes what it speaks of, with the key of each source. What a line says of a
discrepancy holds for the pairs of sides in its `pairs`.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import TypeAlias

import msgspec

from discrepancy.model import Kind, Relation, Severity

VERSION = 1
"""Of the format. A line of a newer one is read as far as it is understood, and kept as it is."""

_NOT_ASCII = re.compile(r"[^\x20-\x7e]")


class Verdict(StrEnum):
    """What a reader makes of the pairs of sides that a line names."""

    CONFLICT = "conflict"
    NOT_CONFLICT = "not_conflict"
    UNSURE = "unsure"
    LATER = "later"
    ACCEPTED = "accepted"  # stood when the baseline was made

    @property
    def settles(self) -> bool:
        return self not in (Verdict.UNSURE, Verdict.LATER)


class Quote(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one statement says."""

    source: str
    """The source key: see `identity.source_key`."""
    quote: str
    highlights: tuple[str, ...] = ()
    """The words of the quote that conflict."""
    sha256: str | None = None
    """Of the source's bytes when the line was written: a renamed file is known again by it."""


class Side(msgspec.Struct, frozen=True, omit_defaults=True):
    value: str
    statements: tuple[Quote, ...]
    normalized: str | None = None


class Pair(msgspec.Struct, frozen=True):
    """Two sides that stand against each other; `sides` are indexes into the line's own sides."""

    sides: tuple[int, int]
    key: str
    """The smallest of their pair keys; the others follow from the statements."""
    relation: Relation


class Resolution(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the reader will write, and the link or reference for it."""

    wording: str
    evidence: str | None = None


Place: TypeAlias = tuple[int, int]
"""A statement of the line: the index of its side, and its own in that side."""


class Move(msgspec.Struct, frozen=True, omit_defaults=True, tag="move"):
    """A statement belongs to side `to`, to a side of its own (one more than there are), or, for None, to no side."""

    statement: Place
    to: int | None = None


class Split(msgspec.Struct, frozen=True, tag="split"):
    """These statements, with their sides, are a discrepancy of their own."""

    statements: tuple[Place, ...]


class Merge(msgspec.Struct, frozen=True, tag="merge"):
    """The discrepancy that holds `pairs` of these sides is one with that of the line."""

    sides: tuple[Side, ...]
    pairs: tuple[Pair, ...]


class Change(msgspec.Struct, frozen=True, omit_defaults=True, tag="change"):
    """Another kind or severity; None leaves it as it is."""

    kind: Kind | None = None
    severity: Severity | None = None


Mend: TypeAlias = Move | Split | Merge | Change


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One line. What it says nothing of is None and stays as it was."""

    version: int
    fingerprint: str
    """The smallest key of `pairs`."""
    verdict: Verdict | None = None
    note: str | None = None
    """An empty one takes the earlier one away."""
    resolution: Resolution | None = None
    mend: Mend | None = None
    made: bool = False
    """Whether a reader made this discrepancy of statements that the program did not set against each other."""
    undo: str | None = None
    """The id of an earlier line, which is taken back."""
    kind: Kind
    severity: Severity
    question: str | None = None
    summary: str
    sides: tuple[Side, ...] = ()
    pairs: tuple[Pair, ...] = ()
    reviewer: str | None = None
    date: str
    """ISO 8601."""
    tool: str
    """The version of this program that wrote the line."""

    def __post_init__(self) -> None:
        _check(self.sides, self.pairs)
        if isinstance(self.mend, Merge):
            _check(self.mend.sides, self.mend.pairs)
        if any(not _is_place(self.sides, place) for place in _places(self.mend)):
            raise ValueError("it mends a statement that it does not quote")


def encode(entry: Entry) -> bytes:
    """`entry` as one line without its line feed.

    Hidden characters, which could steer a terminal or turn words round, stand as escapes; a lone surrogate, which no
    UTF-8 can hold, becomes U+FFFD.
    """
    return _NOT_ASCII.sub(_escaped, json.dumps(msgspec.to_builtins(entry), ensure_ascii=False)).encode()


def decode(line: bytes) -> Entry:
    """The entry that `line` holds.

    Raises:
        msgspec.ValidationError: when it is JSON, but no line of this version.
        ValueError, RecursionError: when it is no JSON.
    """
    return _decoder.decode(line)


_decoder = msgspec.json.Decoder(Entry)


def _check(sides: tuple[Side, ...], pairs: tuple[Pair, ...]) -> None:
    for pair in pairs:
        low, high = sorted(pair.sides)
        if not 0 <= low < high < len(sides):
            raise ValueError("it names a side that it does not hold")


def _places(mend: Mend | None) -> tuple[Place, ...]:
    if isinstance(mend, Move):
        return (mend.statement,)
    return mend.statements if isinstance(mend, Split) else ()


def _is_place(sides: tuple[Side, ...], place: Place) -> bool:
    side, statement = place
    return 0 <= side < len(sides) and 0 <= statement < len(sides[side].statements)


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    if "\ud800" <= char <= "\udfff":
        return "\N{REPLACEMENT CHARACTER}"
    return char if char.isprintable() else json.dumps(char)[1:-1].replace("\x7f", "\\u007f")
