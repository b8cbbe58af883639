"""Where capitalised words stand together: the raw material of names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from discrepancy.extractors._name_words import (
    ARABIC_ARTICLES,
    FUNCTION,
    GROUP_NOUNS,
    PARTICLES,
    PLACE_NOUNS,
    TITLES,
    word_set,
)

_WORD: Final = re.compile(r"[^\W\d_]+\d*(?:[-'’][^\W\d_]+\d*)*")
_ABBREVIATIONS: Final = word_set("st mr mrs ms dr prof gen col lt sgt capt maj sen rep gov jr ft mt u")
_SENTENCE_BREAK: Final = frozenset('.!?:;"“”‘*•—–|…[')
_HELD_TOGETHER: Final = word_set("people women men children workers farmers players veterans king queen")
"""Possessives that stay inside a name: the People's Republic, the Women's Institute."""
_LONGEST: Final = 12
"""Words of a name that are looked at behind an "of"."""
_OF: Final = ("of", "for")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text. `end` is before a possessive ending."""

    start: int
    end: int
    text: str
    initial: bool
    """Whether a sentence or quotation begins here, so that its capital means nothing."""
    possessive: bool
    after: int
    """Where the whole word ends, its possessive ending included."""

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def _acronym(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()

    @property
    def capital(self) -> bool:
        """Whether it may be part of a name. "The" and "In" are not; "IS" and "US" may be."""
        if self.text[0].isupper():
            return not _participle(self.text) and not (self.lower in FUNCTION and not self._acronym)
        article, dash, rest = self.text.partition("-")
        return bool(dash) and article in ARABIC_ARTICLES and rest[:1].isupper()


def _participle(text: str) -> bool:
    """Saudi-backed, Russian-made: an adjective, whatever its first letter."""
    head, dash, tail = text.rpartition("-")
    return bool(dash) and tail[:1].islower() and len(tail) > 2 and head.lower() not in ARABIC_ARTICLES


@lru_cache(maxsize=2048)  # gathering evidence and finding names each ask for the words of every statement
def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of a stretch of text, in order."""
    stop = len(text) if end is None else end
    return tuple(_word(text, start, match) for match in _WORD.finditer(text, start, stop))


def _word(text: str, floor: int, match: re.Match[str]) -> Word:
    begin, stop = match.span()
    form = match.group()
    cut = 2 if form[-2:] in ("'s", "’s", "'S", "’S") and len(form) > 2 else 0
    owner = bool(cut) or (form[-1] in "sS" and text[stop : stop + 1] in ("'", "’"))
    before = text[max(floor, begin - 8) : begin].rstrip(" \t(")
    initial = (not before.strip() and begin - floor < 8) or before[-1:] in _SENTENCE_BREAK or before.endswith("\n")
    if before.endswith(".") and _abbreviated(before):
        initial = False
    return Word(begin, stop - cut, form[: len(form) - cut], initial, owner, stop)


def _abbreviated(before: str) -> bool:
    last = re.split(r"[\s.]", before[:-1])[-1]
    return last.lower() in _ABBREVIATIONS or (len(last) == 1 and last.isupper())


def runs(text: str, found: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """Stretches of capitalised words with the small words that names hold inside."""
    current: list[Word] = []
    index = 0
    while index < len(found):
        word = found[index]
        if word.capital and (not current or _joins(text, current[-1], word)):
            current.append(word)
            index += 1
            continue
        bridge = _bridge(text, current, found, index) if current else 0
        if bridge:
            current.extend(found[index : index + bridge])
            index += bridge
            continue
        if current:
            yield tuple(current)
            current = []
            if word.capital:
                continue
        elif _leads(text, found, index):
            current.append(word)
        index += 1
    if current:
        yield tuple(current)


def _leads(text: str, found: Sequence[Word], index: int) -> bool:
    """Whether a lower-case Arabic article begins a name: "al Qaeda"."""
    return (
        found[index].text in ("al", "el")
        and index + 1 < len(found)
        and found[index + 1].capital
        and text[found[index].after : found[index + 1].start] == " "
    )


def _joins(text: str, left: Word, right: Word) -> bool:
    """Whether two capitalised neighbours are words of one name."""
    gap = text[left.after : right.start]
    if left.possessive and left.lower.rstrip("s") not in {w.rstrip("s") for w in _HELD_TOGETHER}:
        return False
    if gap in (" ", "  ", "\u00a0"):
        return not right.initial
    if gap in (". ", "."):
        return left.lower in _ABBREVIATIONS or (len(left.text) == 1 and left.text.isupper())
    return left.possessive and gap in ("' ", "’ ")


def _bridge(text: str, current: Sequence[Word], found: Sequence[Word], index: int) -> int:
    """How many lower-case words from `index` on belong inside the name that `current` begins."""
    if current[-1].possessive:
        return 0
    count = 0
    while count < 2 and index + count < len(found) and not found[index + count].capital:
        count += 1
    inside = found[index : index + count]
    if not inside or index + count >= len(found) or not _spaced(text, [current[-1], *inside, found[index + count]]):
        return 0
    small = [word.text for word in inside]
    if all(word in PARTICLES for word in small):
        return count
    if small[0] in _OF and (len(small) == 1 or small[1] == "the"):
        return count if _of_joins(text, current, found[index + count : index + count + _LONGEST], small) else 0
    return 0


def _spaced(text: str, line: Sequence[Word]) -> bool:
    return all(text[a.after : b.start] == " " for a, b in pairwise(line))


def _of_joins(text: str, current: Sequence[Word], rest: Sequence[Word], small: Sequence[str]) -> bool:
    """Whether "X of Y" is one name: the Bank of England, Freedom of Russia Legion; not "Smith of Reuters"."""
    left = current[-1].lower
    if left in TITLES and not (left in GROUP_NOUNS or left in PLACE_NOUNS):
        return False
    headed = left in GROUP_NOUNS or left in PLACE_NOUNS
    right = _stretch(text, rest)
    group_right = bool(right) and right[-1].lower in GROUP_NOUNS
    if len(small) == 2:
        return headed and not group_right
    if headed:
        return True
    alone = len(current) == 1 and not current[0].initial and _after_the(text, current[0])
    return small[0] == "of" and alone and group_right


def _stretch(text: str, rest: Sequence[Word]) -> list[Word]:
    stretch: list[Word] = []
    for word in rest:
        if not word.capital or (stretch and not _joins(text, stretch[-1], word)):
            break
        stretch.append(word)
    return stretch


def _after_the(text: str, word: Word) -> bool:
    return text[max(0, word.start - 4) : word.start].lower() == "the "
