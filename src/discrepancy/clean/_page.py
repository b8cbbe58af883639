"""An article as rows: its lines that are not blank, with what the rules ask of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from discrepancy.model import Article, LineKind

_NOTES = r"(?:\[\d{1,3}\]){0,3}"
_ENDED = re.compile(rf"[.!?…:;][\"”’')\]»]{{0,3}}{_NOTES}$")
_STOPPED = re.compile(rf"[.!…:;,][\"”’')\]»]{{0,3}}{_NOTES}$")
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&hellip;\])$")
_BULLET = re.compile(r"[-–—*•▪●‣◦·]\s")
_WORD = re.compile(r"[^\W_][\w’'-]*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_COMMON = _words(
    "about after again against among been before being could during first from have into more most over said "
    "says than that their them there these they this those under were what when where which while will with "
    "would year years your here just"
)
_SPELT_OUT = _words("the a an is are was were be been has have had will would he she it they we i you")
_HEADLINE_WORDS = 30
_TAIL = 16


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
    def stems(self) -> frozenset[str]:
        """The beginnings of its longer words and its numbers: what two rows on one matter share."""
        return frozenset(
            word[:5] for word in self.words[:80] if (len(word) >= 4 or word.isdigit()) and word not in _COMMON
        )

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
        if not first or first.islower() or not first.isalnum() or (self.text[0] in '“"«' and self.ended):
            return False
        return 1 <= len(self.words) <= _HEADLINE_WORDS and not _STOPPED.search(self.text[-_TAIL:])

    @cached_property
    def clipped(self) -> bool:
        """Whether it leaves out articles and auxiliaries, as headlines do and sentences do not."""
        return self.headline and _SPELT_OUT.isdisjoint(self.words)

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
