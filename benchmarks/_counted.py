"""How much the plain script would have to do on a collection that it would take hours for: counted, not run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

import plain

BLOCK = 1024
"""Sentences whose cosines with all before them are worked out at a time; none is kept."""


@dataclass(frozen=True, slots=True)
class Load:
    """What the plain script has to do on the first so many articles of a collection."""

    sentences: list[int]
    pairs: list[int]


def load(texts: Sequence[str], cosine: float) -> Load:
    """The sentences, and the pairs of two articles from `cosine` on, of the first 1, 2, 3 ... articles."""
    told = [[text[start:end] for start, end in plain.spans(text)] for text in texts]
    vectors = plain.encoded([sentence for sentences in told for sentence in sentences])
    ends = list(accumulate(map(len, told)))
    own = np.repeat([0, *ends[:-1]], list(map(len, told)))
    near = np.concatenate([_near(vectors, own, start, cosine) for start in range(0, len(vectors), BLOCK)])
    before = np.concatenate(([0], np.cumsum(near)))
    return Load(ends, [int(before[end]) for end in ends])


def _near(vectors: NDArray[np.float32], own: NDArray[np.int64], start: int, cosine: float) -> NDArray[np.int64]:
    """With how many sentences of earlier articles each of a block makes a pair; `own` is where its article begins."""
    block = slice(start, start + BLOCK)
    earlier = np.arange(min(start + BLOCK, len(vectors))) < own[block, None]
    found: NDArray[np.int64] = np.count_nonzero(
        (vectors[block] @ vectors[: start + BLOCK].T >= cosine) & earlier, axis=1
    )
    return found
