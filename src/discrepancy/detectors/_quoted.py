"""Quotations of two articles laid side by side: the words that stand between quotation marks in each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from typing import Final

from discrepancy.detectors._passages import MOST_SHARING, SHINGLE, Opcode, Passage, passage
from discrepancy.extractors._quotations import Quotation, quotations
from discrepancy.model import LineKind, Reading

LEAST_SHARED: Final = 8
"""Quoted words that both have, in order: fewer may be a phrase that one person uses twice."""
OWN_WORDS: Final = 3
"""Words that each has before the first or behind the last that both have: then they are two sentences."""
LEAST_SAME: Final = 0.72
"""Share of the quoted words, from the first to the last that both have, that are the same."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation as two articles give it, from the first to the last word that both have."""

    a: Passage
    b: Passage
    opcodes: tuple[Opcode, ...]

    @property
    def shared(self) -> int:
        """How many words both have, in order."""
        return sum(i2 - i1 for tag, i1, i2, _, _ in self.opcodes if tag == "equal")

    @property
    def longest(self) -> int:
        """How many words the longer of the two has."""
        return max(self.opcodes[-1][2] - self.opcodes[0][1], self.opcodes[-1][4] - self.opcodes[0][3])


@lru_cache(maxsize=1)  # two detectors ask for those of one event after another
def quoted_twice(readings: tuple[Reading, ...]) -> tuple[Quoted, ...]:
    """The quotations that two articles have, in order of article and place."""
    quoted = list(_quoted(readings))
    pairs = (_aligned(quoted[i], quoted[j]) for i, j in _candidates(quoted))
    return tuple(pair for pair in pairs if pair is not None)


def _quoted(readings: Iterable[Reading]) -> Iterator[Passage]:
    """The quoted words of each statement that quotes, quotation by quotation."""
    found: dict[str, tuple[Quotation, ...]] = {}
    for reading in readings:
        article = reading.statement.article
        if article.id not in found:
            found[article.id] = quotations(article.text, 0, len(article.text))
        if reading.statement.kind is not LineKind.HEADING:
            yield from _within(reading, found[article.id])


def _within(reading: Reading, quotes: Sequence[Quotation]) -> Iterator[Passage]:
    """The words of a statement that stand in its article's `quotes`, which are in order and apart."""
    statement = reading.statement
    first = bisect_right(quotes, statement.start, key=lambda quote: quote.end)
    last = bisect_left(quotes, statement.end, key=lambda quote: quote.start)
    if first == last:
        return
    whole = passage(reading)
    for quote in quotes[first:last]:
        begin = bisect_left(whole.spans, quote.start, key=lambda span: span[0])
        end = bisect_right(whole.spans, quote.end, key=lambda span: span[1])
        if end - begin >= LEAST_SHARED:
            yield Passage(reading, whole.words[begin:end], whole.spans[begin:end])


def _candidates(quoted: Sequence[Passage]) -> list[tuple[int, int]]:
    """Pairs of two articles' quotations that have some words in a row."""
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for index, one in enumerate(quoted):
        for at in range(len(one.words) - SHINGLE + 1):
            holders[one.words[at : at + SHINGLE]].add(index)
    sharing = (sorted(held) for held in holders.values() if 1 < len(held) <= MOST_SHARING)
    pairs = {pair for held in sharing for pair in combinations(held, 2)}
    return sorted((i, j) for i, j in pairs if _article(quoted[i]) != _article(quoted[j]))


def _article(one: Passage) -> str:
    return one.reading.statement.article.id


def _aligned(a: Passage, b: Passage) -> Quoted | None:
    opcodes = SequenceMatcher(None, a.words, b.words, autojunk=False).get_opcodes()
    same = [at for at, (tag, *_) in enumerate(opcodes) if tag == "equal"]
    if not same:
        return None
    quoted = Quoted(a, b, tuple(opcodes[same[0] : same[-1] + 1]))
    first, last = opcodes[0], opcodes[-1]
    for tag, i1, i2, j1, j2 in (first, last):
        if tag == "replace" and min(i2 - i1, j2 - j1) >= OWN_WORDS:
            return None  # each begins or ends in words of its own
    return quoted if quoted.shared >= max(LEAST_SHARED, LEAST_SAME * quoted.longest) else None
