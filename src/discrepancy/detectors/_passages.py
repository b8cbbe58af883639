"""Passages that two sources share: the same sentence, copied or reworded."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from typing import Final, TypeAlias

from discrepancy.extractors._name_words import FUNCTION
from discrepancy.extractors._quotations import quotations
from discrepancy.model import LineKind, Position, Reading, Span

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
SHINGLE: Final = 4
"""Words in a row that two statements must share before they are laid side by side."""
MOST_SHARING: Final = 25
"""Statements that may share one shingle: a phrase of more is a set phrase, and no copy."""
LEAST_SHARED: Final = 8
"""Words that two statements share, in order, for them to be one passage."""
LEAST_RATIO: Final = 0.5
"""Share of the shorter statement's words that are shared."""
ONE_WRITERS: Final = 0.7
"""Share of the shorter statement's words that are the other's, from which both copied it from one writer."""
LEAST_MOVED: Final = 0.6
"""The same where `LONG_SHARED` words agree around a change: the rest may have been moved ("..., the army said")."""
LONG_SHARED: Final = 15
LONG_RUN: Final = 10
"""Agreeing words right beside a change that no two writers find by themselves."""
LONGEST_CHANGE: Final = 10
"""Words that may stand on one side of a change: more is another sentence."""
LEAST_BESIDE: Final = 4
"""Words that must agree right before and right behind a change, together."""
BESIDE: Final = 6
"""Stretches before and behind a change in which words agree that stand beside it but for a word put in."""
LONGEST: Final = 400
"""Words of a statement beyond which it is not compared: no sentence."""
_HOSPITAL: Final = re.compile(r"\b(?:Hospital|Medical Center|Clinic)$")
REPLACED: Final = frozenset(("replace",))
CHANGES: Final = frozenset(("replace", "insert", "delete"))


Opcode: TypeAlias = tuple[str, int, int, int, int]
"""A stretch of two texts, as `SequenceMatcher` has it: equal, replace, insert or delete, with its words in both."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement's words, lower-case, with their spans in the article."""

    reading: Reading
    words: tuple[str, ...]
    spans: tuple[Span, ...]

    def span(self, begin: int, end: int) -> Span:
        """The stretch of the article that words `begin` to `end` (exclusive) take up."""
        return (self.spans[begin][0], self.spans[end - 1][1])


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two statements of different sources laid side by side, with what differs."""

    a: Passage
    b: Passage
    opcodes: tuple[Opcode, ...]

    @property
    def same(self) -> float:
        """The share of the shorter statement's words that are the other's, in order."""
        return _agreeing(self.opcodes) / min(len(self.a.words), len(self.b.words))


def passage(reading: Reading) -> Passage:
    statement = reading.statement
    found = list(_WORD.finditer(statement.article.text, statement.start, statement.end))
    return Passage(reading, tuple(m.group().lower().replace("’", "'") for m in found), tuple(m.span() for m in found))


@lru_cache(maxsize=1)  # half a dozen detectors ask for those of one event after another
def overlaps(readings: tuple[Reading, ...]) -> tuple[Overlap, ...]:
    """Pairs of statements of two sources that are copies of one passage, in order of article and place."""
    return tuple(_overlaps(readings))


def _overlaps(readings: tuple[Reading, ...]) -> Iterator[Overlap]:
    passages = [p for p in map(passage, readings) if len(p.words) <= LONGEST]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, one in enumerate(passages):
        for shingle in {one.words[i : i + SHINGLE] for i in range(len(one.words) - SHINGLE + 1)}:
            holders[shingle].append(index)
    pairs = {pair for held in holders.values() if len(held) <= MOST_SHARING for pair in combinations(held, 2)}
    for i, j in sorted(pairs):
        a, b = passages[i], passages[j]
        if a.reading.statement.article.id != b.reading.statement.article.id and a.words != b.words:
            opcodes = tuple(SequenceMatcher(None, a.words, b.words, autojunk=False).get_opcodes())
            shared = _agreeing(opcodes)
            if shared >= LEAST_SHARED and shared >= LEAST_RATIO * min(len(a.words), len(b.words)):
                yield Overlap(a, b, opcodes)


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of a shared passage that was put differently."""

    a: Passage
    b: Passage
    a_words: tuple[int, int]
    b_words: tuple[int, int]

    @property
    def sides(self) -> tuple[tuple[Passage, tuple[int, int]], tuple[Passage, tuple[int, int]]]:
        """Each passage with the words that stand on its side of the change."""
        return ((self.a, self.a_words), (self.b, self.b_words))


def changes(overlap: Overlap, least_same: float) -> Iterator[Change]:
    """Replaced stretches of passages that share so many words, with agreeing words right before and behind them."""
    if overlap.same >= least_same:
        for change, before, behind in _changed(overlap, REPLACED):
            left, right = _agreeing(before[-1:]), _agreeing(behind[:1])
            if left and right and left + right >= LEAST_BESIDE:
                yield change


def altered(readings: tuple[Reading, ...], *, dropped: bool = False) -> Iterator[Change]:
    """What was altered in passages that are surely one writer's, in order of article and place: that share most of
    their words, or many right beside the change. With `dropped`, what only one of the two has is a change, too, in
    which the other's stretch is empty."""
    for overlap in overlaps(readings):
        if _two_stories(overlap.a.reading, overlap.b.reading):
            continue
        quoted = _quoted(overlap.a), _quoted(overlap.b)
        for change, before, behind in _changed(overlap, CHANGES if dropped else REPLACED):
            if quoted[0] and quoted[1] and _beside_a_quotation(overlap, change, quoted):
                continue  # two writers may quote the same words
            right_beside = _agreeing(before[-1:]) + _agreeing(behind[:1])
            near = _agreeing(before[-BESIDE:]) + _agreeing(behind[:BESIDE])
            copied = overlap.same >= ONE_WRITERS or (overlap.same >= LEAST_MOVED and near >= LONG_SHARED)
            if right_beside >= LONG_RUN or (right_beside and near >= LEAST_BESIDE and copied):
                yield change


def _quoted(one: Passage) -> frozenset[int]:
    """The words that stand between quotation marks of the statement."""
    statement = one.reading.statement
    quotes = quotations(statement.article.text, statement.start, statement.end)
    return frozenset(i for i, (start, _) in enumerate(one.spans) if any(q.start <= start < q.end for q in quotes))


def _beside_a_quotation(overlap: Overlap, change: Change, quoted: tuple[frozenset[int], frozenset[int]]) -> bool:
    """Whether a change stands outside the quotation marks, where the two share too little to be one writer's."""
    if set(range(*change.a_words)) & quoted[0] or set(range(*change.b_words)) & quoted[1]:
        return False
    own = [
        [i for i in range(len(one.words)) if i not in q] for one, q in zip((overlap.a, overlap.b), quoted, strict=True)
    ]
    agreeing = sum(
        i1 + k not in quoted[0] for tag, i1, i2, _, _ in overlap.opcodes if tag == "equal" for k in range(i2 - i1)
    )
    return agreeing < LEAST_MOVED * min(map(len, own))


def _two_stories(a: Reading, b: Reading) -> bool:
    """Whether two statements of one form are of two people ("A 25-year-old man was shot in the leg"), or are no
    sentences of a story."""
    if LineKind.CAPTION in (a.statement.kind, b.statement.kind):
        return True
    people = [{name.canonical for name in one.names if name.kind == "person"} for one in (a, b)]
    hospitals = [{name.text for name in one.names if _HOSPITAL.search(name.text)} for one in (a, b)]
    if all(hospitals) and not hospitals[0] & hospitals[1] and not people[0] & people[1]:
        return True  # "He was pronounced dead at Mercy Hospital at 4:06 p.m."
    ages = [{q.low for q in one.quantities if q.role == "age"} for one in (a, b)]
    return any(first and second and not first & second for first, second in (people, ages))


def _changed(overlap: Overlap, tags: frozenset[str]) -> Iterator[tuple[Change, Sequence[Opcode], Sequence[Opcode]]]:
    """Changes of some kinds, with the stretches before and behind each."""
    codes = overlap.opcodes
    for index, (tag, i1, i2, j1, j2) in enumerate(codes):
        if tag in tags and max(i2 - i1, j2 - j1) <= LONGEST_CHANGE:
            yield Change(overlap.a, overlap.b, (i1, i2), (j1, j2)), codes[:index], codes[index + 1 :]


def _agreeing(codes: Sequence[Opcode]) -> int:
    return sum(i2 - i1 for tag, i1, i2, _, _ in codes if tag == "equal")


def stretch(side: Passage, words: tuple[int, int], normalized: str | None = None) -> Position:
    """What stands in a passage from one word to another, as the position that it takes."""
    span, statement = side.span(*words), side.reading.statement
    return Position(statement, statement.article.text[slice(*span)], (span,), normalized)


def content(words: Sequence[str]) -> tuple[str, ...]:
    """The words that carry meaning."""
    return tuple(w for w in words if w not in FUNCTION and len(w) > 1)
