"""An article as rows: its lines that are not blank, with what the rules ask of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from discrepancy.model import Article, LineKind, Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_ENDED = re.compile(r"[.!?…:;][\"”’')\]»]{0,3}$")
_STOPPED = re.compile(r"[.!…:;,][\"”’')\]»]{0,3}$")
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&hellip;\])$")
_BULLET = re.compile(r"[-–—*•▪●‣◦·]\s")
_WORD = re.compile(r"\w[\w’'-]*")
_HEADLINE_WORDS = 30
_TAIL = 12
_WRAP_WIDTHS = range(45, 101)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a rule found a row to be, and why."""

    kind: LineKind
    reason: str


@dataclass(frozen=True)
class Row:
    """One line (or one hard-wrapped paragraph) without its outer white space."""

    start: int
    end: int
    text: str
    number: int
    """Its 1-based line in the text."""
    block: int
    """Rows of one block have no blank line between them."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(word.lower() for word in _WORD.findall(self.text[:4000]))

    @cached_property
    def key(self) -> str:
        """The same for rows that differ in quotation marks, case, spacing or punctuation only."""
        return " ".join(_WORD.findall(self.text.lower().replace("’", "'")))

    @cached_property
    def ended(self) -> bool:
        return bool(_ENDED.search(self.text[-_TAIL:]))

    @cached_property
    def cut_off(self) -> bool:
        return bool(_CUT_OFF.search(self.text[-_TAIL:])) and len(self.words) >= 6

    @cached_property
    def listed(self) -> bool:
        """Whether it starts with a bullet."""
        return bool(_BULLET.match(self.text))

    @cached_property
    def quoted(self) -> bool:
        return any(mark in self.text[:4000] for mark in '"“”«»')

    @cached_property
    def headline(self) -> bool:
        """Whether it reads like a headline: a few words, a capital first, no full stop."""
        first = self.text.lstrip("‘“\"'«")[:1]
        if not first or first.islower() or not first.isalnum() or self.text[0] in '“"«' and self.ended:
            return False
        return 1 <= len(self.words) <= _HEADLINE_WORDS and not _STOPPED.search(self.text[-_TAIL:])

    @cached_property
    def prose(self) -> bool:
        """Whether it reads like a paragraph: a sentence with its full stop."""
        return self.ended and not self.cut_off and len(self.words) >= 5


@dataclass(frozen=True)
class Page:
    """An article's rows; `spaced` says that blank lines separate its paragraphs."""

    article: Article
    rows: tuple[Row, ...]
    spaced: bool

    def block_of(self, at: int) -> tuple[int, ...]:
        """Indexes of the rows in the block of row `at`."""
        first = last = at
        while first and self.rows[first - 1].block == self.rows[at].block:
            first -= 1
        while last + 1 < len(self.rows) and self.rows[last + 1].block == self.rows[at].block:
            last += 1
        return tuple(range(first, last + 1))


def read(article: Article) -> Page:
    """The rows of an article."""
    rows = tuple(_rows(article.text))
    rows = tuple(_unwrapped(article.text, rows)) if _is_wrapped(rows) else rows
    sizes: dict[int, int] = {}
    for row in rows:
        sizes[row.block] = sizes.get(row.block, 0) + 1
    alone = sum(1 for row in rows if sizes[row.block] == 1 and row.prose)
    return Page(article, rows, alone >= 3 and alone * 2 >= sum(row.prose for row in rows))


def _rows(text: str) -> Iterator[Row]:
    number, block, behind = 1, -1, 0
    fresh = True
    for found in _LINE.finditer(text):
        breaks = sum(1 for _ in _BREAK.finditer(text, behind, found.start()))
        number, behind, fresh = number + breaks, found.end(), fresh or breaks > 1
        line = found[0]
        if bare := line.strip("\ufeff\u200b \t\xa0\u3000").strip():
            block += fresh
            start = found.start() + line.index(bare[0])
            yield Row(start, start + len(bare), bare, number, block)
        fresh = not bare


def _is_wrapped(rows: tuple[Row, ...]) -> bool:
    """Whether lines are broken at a fixed width: of those not last in their block most are about equally long,
    and many go on in the middle of a sentence."""
    inner = [(a, b) for a, b in zip(rows, rows[1:], strict=False) if a.block == b.block]
    if len(inner) < 4:
        return False
    widths = [len(a.text) for a, _ in inner]
    going_on = sum(1 for a, b in inner if not a.ended and b.text[:1].islower())
    return median(widths) in _WRAP_WIDTHS and max(widths) <= 110 and going_on * 3 >= len(inner)


def _unwrapped(text: str, rows: tuple[Row, ...]) -> Iterator[Row]:
    width = median(len(row.text) for row in rows)
    held: Row | None = None
    for row in rows:
        if held and _goes_on(held, row, int(text.rfind("\n", 0, held.end)), width):
            held = Row(held.start, row.end, text[held.start : row.end], held.number, held.block)
            continue
        if held:
            yield held
        held = row
    if held:
        yield held


def _goes_on(held: Row, row: Row, line_start: int, width: float) -> bool:
    """Whether `row` is the next line of the paragraph that `held` has so far."""
    last = held.end - max(held.start, line_start + 1)
    return (
        held.block == row.block
        and not row.listed
        and (row.text[:1].islower() or (last >= 0.75 * width and len(held.words) > 3))
    )
