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
Mark: TypeAlias = tuple[int, int, Style]
"""The first character of a line that has a style, the one after the last, and the style."""


class Line(NamedTuple):
    """A line, or a paragraph that is still to be wrapped, and the columns that it takes."""

    text: str
    width: int
    marks: Sequence[Mark] = ()


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
_EMPTY = Line("", 0)


def plain(runs: Iterable[Run]) -> Line:
    """The text of `runs` without styles."""
    text = "".join([run for run, _ in runs])
    return Line(text, _width(text))


def styled(runs: Iterable[Run]) -> Line:
    text, marks = "", []
    for run, style in runs:
        if style:
            marks.append((len(text), len(text) + len(run), style))
        text += run
    return Line(text, _width(text), marks)


def wrapped(whole: Line, width: int) -> list[Line]:
    """`whole` in lines of at most `width` columns, broken between words, and inside those that are longer."""
    if whole.width <= width:
        return [whole]
    at = [0, *_breaks(whole.text, max(width, 1)), len(whole.text)]
    return [_part(whole, start, end) for start, end in pairwise(at)]


def table(cells: Sequence[Cell], across: int, width: int, box: Box) -> Iterator[Line]:
    """`cells` in rows of `across`, in columns of one width, not wider than `width` or than they need."""
    rows = [cells[start : start + across] for start in range(0, len(cells), across)]
    widths = _widths(rows, across, width)
    whole = sum(widths) + across + 1
    yield Line(_rule(widths, box.top, box.across), whole)
    for number, row in enumerate(rows):
        if number:
            yield Line(_rule(widths, box.between, box.across), whole)
        yield from (Line(text, whole, marks) for text, marks in _row(row, widths, box.down))
    yield Line(_rule(widths, box.bottom, box.across), whole)


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


def _row(row: Sequence[Cell], widths: Sequence[int], down: str) -> Iterator[tuple[str, list[Mark]]]:
    cells = [*row, *[()] * (len(widths) - len(row))]
    columns = [
        [part for whole in cell for part in wrapped(whole, width - _PADDING)]
        for cell, width in zip(cells, widths, strict=True)
    ]
    for parts in zip_longest(*columns, fillvalue=_EMPTY):
        text, marks = down, []
        for part, width in zip(parts, widths, strict=True):
            if part.marks:
                at = len(text) + 1
                marks += [(at + start, at + end, style) for start, end, style in part.marks]
            text += f" {part.text}{' ' * (width - part.width - 1)}{down}"
        yield text, marks


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


def _part(whole: Line, start: int, end: int) -> Line:
    """The characters of a line from one to another, without the space at their end."""
    text = whole.text[start:end].rstrip()
    end = start + len(text)
    if not whole.marks:
        return Line(text, _width(text))
    marks = [
        (max(a, start) - start, min(b, end) - start, style) for a, b, style in whole.marks if a < end and b > start
    ]
    return Line(text, _width(text), marks)
