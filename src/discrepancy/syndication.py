"""Copies of one wire text in several sources: many outlets, one voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from rapidfuzz import fuzz, process

from discrepancy.identity import normalise
from discrepancy.model import Statement
from discrepancy.settings import Settings

StatementKey = tuple[str, int, int]

BLOCK = 2048
MINIMUM_WORDS = 8  # shorter sentences are alike by chance: "He said the situation was calm."


def voices(statements: Sequence[Statement], settings: Settings) -> Mapping[StatementKey, str]:
    """Which wire text each statement is a copy of, by statement key.

    Two statements of two sources are copies when their words, in order, are alike to `settings.copy_ratio`
    (Indel similarity, 0 to 100). A statement that stands in one source only is not in the answer.
    """
    long = [s for s in statements if len(normalise(s.text).split()) >= MINIMUM_WORDS]
    texts = [normalise(s.text) for s in long]
    root = list(range(len(long)))
    for i, j in _alike(texts, settings.copy_ratio):
        if long[i].article.id != long[j].article.id:
            _join(root, i, j)
    members = defaultdict(list)
    for i in range(len(long)):
        members[_find(root, i)].append(i)
    copied = [group for group in members.values() if len(group) > 1]
    return {long[i].key: f"wire-{number}" for number, group in enumerate(copied, 1) for i in group}


def joined(parts: Sequence[Mapping[StatementKey, str]]) -> Mapping[StatementKey, str]:
    """The copies of several collections together, each wire text with a number of its own."""
    found: dict[StatementKey, str] = {}
    number = 0
    for part in parts:
        names = dict.fromkeys(part.values())
        renamed = {name: f"wire-{number + at}" for at, name in enumerate(names, 1)}
        number += len(names)
        found |= {key: renamed[name] for key, name in part.items()}
    return found


def _alike(texts: Sequence[str], ratio: int) -> Iterator[tuple[int, int]]:
    """Pairs of texts, the first before the second, that are alike to `ratio`, a block at a time to bound the memory."""
    for start in range(0, len(texts), BLOCK):
        block = texts[start : start + BLOCK]
        scores = process.cdist(block, texts, scorer=fuzz.ratio, score_cutoff=ratio, dtype=np.uint8)
        yield from ((i + start, j) for i, j in np.argwhere(scores).tolist() if i + start < j)


def _find(root: list[int], i: int) -> int:
    while root[i] != i:
        i = root[i]
    return i


def _join(root: list[int], i: int, j: int) -> None:
    first, second = sorted((_find(root, i), _find(root, j)))
    root[second] = first
