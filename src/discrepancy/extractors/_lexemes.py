"""Words and numerals of a text with their places: what the grammar of quantities runs over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Every repetition is bounded or stands alone, so that one pass is linear in the text. An apostrophe is kept inside a
# word ("ministry's") and cut from its `key`; a run of more than 18 digits falls into pieces, which the guards refuse.
# Thousands are set apart by commas or narrow spaces; by a plain one only before a group that is no number of its own
# ("150 000"), since "July 12 300 people" holds two.
_LEXEME = re.compile(
    r"\d{1,3}(?:,\d{3}){1,5}(?!\d)(?:\.\d{1,6})?"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}| 0\d\d){1,5}(?![\d:])"
    r"|\d{1,18}(?:\.\d{1,6})?"
    r"|[^\W\d_]+(?:['’][^\W\d_]{1,2}(?![^\W\d_]))?"
)
_SEPARATOR = re.compile(r"[,\s]")


def vocabulary(words: str) -> frozenset[str]:
    """The words of a space-separated list."""
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One word or numeral; `key` is lower-cased and without a genitive ending."""

    start: int
    end: int
    raw: str
    key: str

    @property
    def digits(self) -> bool:
        return self.raw[0].isdigit()

    @property
    def value(self) -> float:
        """The number that digits stand for."""
        return float(_SEPARATOR.sub("", self.raw))

    @property
    def capital(self) -> bool:
        return self.raw[0].isupper()


def lex(text: str) -> tuple[Lexeme, ...]:
    """The words and numerals of `text`, in order."""
    return tuple(Lexeme(m.start(), m.end(), m.group(), _key(m.group())) for m in _LEXEME.finditer(text))


def _key(raw: str) -> str:
    key = raw.lower().replace("’", "'")
    return key.removesuffix("'s")


@dataclass(frozen=True, slots=True)
class Words:
    """A text with its lexemes; an index outside is an empty word, so that rules need no bounds checks."""

    text: str
    items: Sequence[Lexeme]

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> Lexeme:
        return self.items[index]

    def key(self, index: int) -> str:
        return self.items[index].key if 0 <= index < len(self.items) else ""

    def raw(self, index: int) -> str:
        return self.items[index].raw if 0 <= index < len(self.items) else ""

    def gap(self, index: int) -> str:
        """What stands between lexeme `index` and the one after it; up to the end of the text after the last."""
        if not 0 <= index < len(self.items):
            return ""
        after = self.items[index + 1].start if index + 1 < len(self.items) else len(self.text)
        return self.text[self.items[index].end : min(after, self.items[index].end + 40)]

    def before(self, index: int) -> str:
        """What stands between lexeme `index` and the one before it."""
        if not 0 <= index < len(self.items):
            return ""
        start = self.items[index].start
        return self.text[max(self.items[index - 1].end if index else 0, start - 40) : start]

    def keys(self, index: int, length: int) -> tuple[str, ...]:
        """The keys of `length` lexemes from `index` on; shorter at the end of the text."""
        return tuple(item.key for item in self.items[max(index, 0) : max(index + length, 0)])

    def joined(self, index: int) -> bool:
        """Whether nothing but a space or a hyphen stands between lexeme `index` and the next."""
        return index + 1 < len(self.items) and self.gap(index) in (" ", "-", "\u00a0", "‑")
