"""Where words stand in a source file, by line and column."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from discrepancy.model import Article, Span

_BREAK = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Region:
    """A run of characters. Lines and columns count from 1, columns in characters; the end is the first one after it."""

    line: int
    column: int
    end_line: int
    end_column: int


class Regions:
    """Knows where the lines of the articles begin, so that no text is gone through twice."""

    def __init__(self) -> None:
        self._breaks: dict[str, list[int]] = {}

    def of(self, article: Article, span: Span) -> Region | None:
        """None for an article whose offsets are not those of its file."""
        if not article.located:
            return None
        return Region(*self._place(article, span[0]), *self._place(article, span[1]))

    def _place(self, article: Article, offset: int) -> tuple[int, int]:
        if article.id not in self._breaks:
            self._breaks[article.id] = [found.start() for found in _BREAK.finditer(article.text)]
        breaks = self._breaks[article.id]
        before = bisect_left(breaks, offset)
        return before + 1, offset - (breaks[before - 1] + 1 if before else 0) + 1
