"""Where a line of text breaks, so that it fits the columns that there are. A megabyte takes a fraction of a second."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import get_character_cell_size

from discrepancy import Span

_NARROW = re.compile(r"[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2400-\u2426]*")
"""Text of which every character takes one column."""

_WORD = re.compile(r"\s*\S+\s*|\s+")


def rows(text: str, width: int) -> list[Span]:
    """The rows of `text`, each of at most `width` columns, as spans of it; white space at their ends is left out.

    A word that is longer than a row is cut. An empty text is one empty row.
    """
    found = _rows_of_narrow(text, width) if _NARROW.fullmatch(text) else _rows_of_any(text, width)
    return list(found) or [(0, 0)]


def _rows_of_narrow(text: str, width: int) -> Iterator[Span]:
    for match in _filling(width).finditer(text):
        yield match.start(), match.end(1)


@lru_cache(maxsize=64)
def _filling(width: int) -> re.Pattern[str]:
    # As many words as fit, or, where not even one does, as much of it; what a row ends on before white space is looked
    # for backwards through one row at the most.
    return re.compile(rf"(.{{0,{width - 1}}}\S(?!\S)|\s{{1,{width}}}|.{{1,{width}}})\s*")


def _rows_of_any(text: str, width: int) -> Iterator[Span]:
    start = end = filled = 0
    for match in _WORD.finditer(text):
        bare = match[0].rstrip()
        needed = _columns(bare)
        if filled and filled + needed > width:
            yield start, end
            start, filled = match.start(), 0
        if needed > width:
            *full, last = _cut(text, match.start(), match.start() + len(bare), width)
            yield from full
            start, filled = last[0], 0
            needed = _columns(text[start : last[1]])
        filled += needed + _columns(match[0][len(bare) :])
        end = match.start() + len(bare)
    if start < end:
        yield start, end


def _cut(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    filled = 0
    for at in range(start, end):
        needed = _columns_of(text[at])
        if filled + needed > width and at > start:
            yield start, at
            start, filled = at, 0
        filled += needed
    yield start, end


def _columns(text: str) -> int:
    """As many columns as `text` takes, or more: a character joined to the one before is counted for itself."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


@lru_cache(maxsize=1 << 16)
def _columns_of(char: str) -> int:
    # The selector makes a narrow sign before it a wide one.
    return 1 if char == "\N{VARIATION SELECTOR-16}" else get_character_cell_size(char)
