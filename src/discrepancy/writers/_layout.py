"""Text laid out in columns of a terminal: wrapped by words, and in cells next to each other.

rich's tables look the same, and take tens of times as long: too long for thousands of findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, zip_longest
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len, chop_cells


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of text is shown where there are styles: codes of ECMA-48."""

    attributes: str = ""
    colour: str = ""


Run: TypeAlias = tuple[str, Style | None]


class Line(NamedTuple):
    """A line, or a paragraph that is still to be wrapped, and the columns that it takes."""

    runs: Sequence[Run]
    width: int


Cell: TypeAlias = Sequence[Line]
"""Paragraphs, one below the other."""


@dataclass(frozen=True, slots=True)
class Box:
    """What a table is drawn with: the left end, the crossings and the right end of its lines."""

    top: str
    between: str
    bottom: str
    across: str
    down: str


DRAWN = Box("┌┬┐", "├┼┤", "└┴┘", "─", "│")
TYPED = Box("+-+", "|+|", "+-+", "-", "|")
"""For terminals that have ASCII alone."""

_PADDING = 2
"""Of a cell: a space on either side."""

_NARROW = re.compile("[ -~\xa1-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]*")
"""What Latin, Greek and Cyrillic text is made of: a column for each character, and no space but one."""

_WORD = re.compile(r"\s*\S+\s*")
_EMPTY = Line((), 0)


def line(*runs: Run) -> Line:
    return Line(runs, sum(_width(text) for text, _ in runs))


def wrapped(whole: Line, width: int) -> list[Line]:
    """`whole` in lines of at most `width` columns, broken between words, and inside those that are longer."""
    if whole.width <= width:
        return [whole]
    text = "".join([run for run, _ in whole.runs])
    at = [0, *_breaks(text, max(width, 1)), len(text)]
    return [line(*_stripped(_cut(whole.runs, start, end))) for start, end in pairwise(at)]


def table(cells: Sequence[Cell], across: int, width: int, box: Box) -> Iterator[Line]:
    """`cells` in rows of `across`, in columns of one width, not wider than `width` or than they need."""
    rows = [cells[start : start + across] for start in range(0, len(cells), across)]
    widths = _widths(rows, across, width)
    whole = sum(widths) + across + 1
    yield Line([(_rule(widths, box.top, box.across), None)], whole)
    for number, row in enumerate(rows):
        if number:
            yield Line([(_rule(widths, box.between, box.across), None)], whole)
        yield from (Line(runs, whole) for runs in _row(row, widths, box.down))
    yield Line([(_rule(widths, box.bottom, box.across), None)], whole)


def _width(text: str) -> int:
    """A wide character takes two columns, a combining one none."""
    return len(text) if text.isascii() or _NARROW.fullmatch(text) else cell_len(text)


def _widths(rows: Sequence[Sequence[Cell]], across: int, width: int) -> list[int]:
    room = width - across - 1
    longest = [max(max(part.width for part in row[at]) for row in rows if at < len(row)) for at in range(across)]
    left = min(sum(min(one + _PADDING, room) for one in longest), room)
    widths: list[int] = []
    for at in range(across):
        widths.append(max(-(-left // (across - at)), _PADDING + 1))
        left -= widths[-1]
    return widths


def _row(row: Sequence[Cell], widths: Sequence[int], down: str) -> Iterator[list[Run]]:
    cells = [*row, *[()] * (len(widths) - len(row))]
    columns = [
        [part for whole in cell for part in wrapped(whole, width - _PADDING)]
        for cell, width in zip(cells, widths, strict=True)
    ]
    for parts in zip_longest(*columns, fillvalue=_EMPTY):
        runs: list[Run] = []
        before = f"{down} "
        for part, width in zip(parts, widths, strict=True):
            runs += [(before, None), *part.runs]
            before = f"{' ' * (width - part.width - 1)}{down} "
        runs.append((before[:-1], None))
        yield runs


def _rule(widths: Iterable[int], ends: str, across: str) -> str:
    return ends[0] + ends[1].join(across * width for width in widths) + ends[2]


def _breaks(text: str, width: int) -> Iterable[int]:
    """Where lines begin, but for the first."""
    if _NARROW.fullmatch(text):
        return [found.end() for found in _fitting(width).finditer(text)][:-1]
    return _wide_breaks(text, width)


@lru_cache
def _fitting(width: int) -> re.Pattern[str]:
    """As many whole words as fit, with the space behind them; else as much of a word."""
    return re.compile(f".{{1,{width}}}(?: +|$)|.{{{width}}}")


def _wide_breaks(text: str, width: int) -> Iterator[int]:
    used = 0
    for match in _WORD.finditer(text):
        word, start = match[0], match.start()
        length = _width(word.rstrip())
        if length <= width - used:
            used += _width(word)
        elif length > width:
            for piece in chop_cells(word, width):
                if start:
                    yield start
                start += len(piece)
                used = _width(piece)
        else:
            yield start
            used = _width(word)


def _cut(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """The runs from one character of a line to another."""
    if len(runs) == 1:
        return [(runs[0][0][start:end], runs[0][1])]
    found: list[Run] = []
    at = 0
    for text, style in runs:
        piece = text[max(start - at, 0) : max(end - at, 0)]
        if piece:
            found.append((piece, style))
        at += len(text)
    return found


def _stripped(runs: list[Run]) -> list[Run]:
    """`runs` without the space at their end."""
    while runs and not runs[-1][0].rstrip():
        runs.pop()
    if runs:
        text, style = runs[-1]
        runs[-1] = (text.rstrip(), style)
    return runs
