"""A quote cut into plain and marked pieces, and shortened where nobody could read it whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from discrepancy.model import Position, Span

LIMIT = 1200
"""Characters of a quote that are shown to people: four times a long sentence. A line without full stops, as careless
collecting leaves it, may be megabytes long; the JSON report always holds it whole."""

_AROUND = 200
"""Characters that are kept on either side of marked words when a quote is shortened."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a quote; `marked` when it is of the words that conflict, `gap` when it says what was left out."""

    text: str
    marked: bool = False
    gap: bool = False


def pieces(position: Position, limit: int = LIMIT) -> tuple[Piece, ...]:
    """The quote of `position` in order; no longer than about `limit` characters, with each gap named."""
    text, start, end = position.statement.article.text, position.statement.start, position.statement.end
    marks = merged((max(a, start), min(b, end)) for a, b in position.highlights)
    if end - start > limit:
        keep, marks = _windows(marks, start, end, limit)
    else:
        keep = [(start, end)]
    found: list[Piece] = []
    at = start
    for left, right in keep:
        found += _gap(left - at)
        found += _cut(text, left, right, marks)
        at = right
    found += _gap(end - at)
    return tuple(found)


def merged(spans: Iterable[Span]) -> list[Span]:
    """`spans` sorted, without the empty ones, those that touch or overlap as one."""
    found: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _windows(marks: list[Span], start: int, end: int, limit: int) -> tuple[list[Span], list[Span]]:
    """What to keep of a long quote: the surroundings of its first marks, as many as fit, and these marks."""
    fitting: list[Span] = []
    room = limit
    for a, b in marks or [(start, start)]:
        b = min(b, a + room)
        fitting.append((a, b))
        room -= b - a + 2 * _AROUND
        if room <= 0:
            break
    kept = [(max(a - _AROUND, start), min(b + _AROUND, end)) for a, b in fitting]
    return merged(kept), [(a, b) for a, b in fitting if a < b]


def _cut(text: str, left: int, right: int, marks: list[Span]) -> list[Piece]:
    found = []
    for a, b in marks:
        if a < left or b > right:
            continue
        found += [Piece(text[left:a]), Piece(text[a:b], marked=True)]
        left = b
    return [piece for piece in [*found, Piece(text[left:right])] if piece.text]


def _gap(length: int) -> list[Piece]:
    return [Piece(f" [… {length:,} characters …] ", gap=True)] if length > 0 else []
