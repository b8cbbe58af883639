"""Copies of one wire text in several sources: many outlets, one voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

from discrepancy.identity import normalise
from discrepancy.model import Statement
from discrepancy.settings import Settings

MINIMUM_WORDS = 8  # shorter sentences are alike by chance: "He said the situation was calm."


def voices(statements: Sequence[Statement], settings: Settings) -> Mapping[tuple[str, int, int], str]:
    """Which wire text each statement is a copy of, by statement key.

    Two statements of two sources are copies when their words, in order, are alike to `settings.copy_ratio`
    (Indel similarity, 0 to 100). A statement that stands in one source only is not in the answer.
    """
    long = [s for s in statements if len(normalise(s.text).split()) >= MINIMUM_WORDS]
    texts = [normalise(s.text) for s in long]
    scores = process.cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=settings.copy_ratio, dtype="uint8")
    root = list(range(len(long)))
    for i, j in zip(*scores.nonzero(), strict=True):
        if i < j and long[i].article.id != long[j].article.id:
            _join(root, int(i), int(j))
    members = defaultdict(list)
    for i in range(len(long)):
        members[_find(root, i)].append(i)
    copied = [group for group in members.values() if len(group) > 1]
    return {long[i].key: f"wire-{number}" for number, group in enumerate(copied, 1) for i in group}


def _find(root: list[int], i: int) -> int:
    while root[i] != i:
        i = root[i]
    return i


def _join(root: list[int], i: int, j: int) -> None:
    first, second = sorted((_find(root, i), _find(root, j)))
    root[second] = first
