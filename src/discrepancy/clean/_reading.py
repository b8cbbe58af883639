"""From an article's text to its rows; a paragraph that was hard-wrapped at a fixed width becomes one row again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from discrepancy.clean._page import Page, Row
from discrepancy.model import Article

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = "\ufeff\u200b \t\xa0\u3000"
_WRAP_WIDTHS = range(45, 101)
"""Characters: the widths at which mail and agency copy is wrapped."""


def read(article: Article) -> Page:
    """The rows of an article."""
    rows = tuple(_rows(article.text))
    rows = tuple(_unwrapped(article.text, rows)) if _is_wrapped(rows) else rows
    sizes = Counter(row.block for row in rows)
    alone = sum(1 for row in rows if sizes[row.block] == 1 and row.prose)
    return Page(article, rows, alone >= 3 and alone * 2 >= sum(row.prose for row in rows))


def _rows(text: str) -> Iterator[Row]:
    number, block, behind, fresh = 1, -1, 0, True
    for found in _LINE.finditer(text):
        breaks = sum(1 for _ in _BREAK.finditer(text, behind, found.start()))
        number, behind, fresh = number + breaks, found.end(), fresh or breaks > 1
        line = found[0]
        if bare := line.strip(_BLANKS).strip():
            block += fresh
            start = found.start() + line.index(bare[0])
            yield Row(start, start + len(bare), bare, number, block)
        fresh = not bare


def _is_wrapped(rows: Sequence[Row]) -> bool:
    """Whether lines are broken at a fixed width: of those not last in their block most are about equally long,
    and many go on in the middle of a sentence."""
    inner = [(a, b) for a, b in pairwise(rows) if a.block == b.block]
    if len(inner) < 4:
        return False
    widths = [len(a.text) for a, _ in inner]
    going_on = sum(1 for a, b in inner if not a.ended and b.text[:1].islower())
    return median(widths) in _WRAP_WIDTHS and max(widths) <= 110 and going_on * 3 >= len(inner)


def _unwrapped(text: str, rows: Sequence[Row]) -> Iterator[Row]:
    width = max(len(a.text) for a, b in pairwise(rows) if a.block == b.block)
    held = last = rows[0]
    for row in rows[1:]:
        if _goes_on(last, row, width):
            held = Row(held.start, row.end, text[held.start : row.end], held.number, held.block)
        else:
            yield held
            held = row
        last = row
    yield held


def _goes_on(last: Row, row: Row, width: int) -> bool:
    """Whether `row` is the next line of a paragraph: its first word would not have fitted on the line above."""
    if last.block != row.block or row.listed:
        return False
    return row.text[:1].islower() or len(last.text) + 1 + len(row.text.split(maxsplit=1)[0]) > width
