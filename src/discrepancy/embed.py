"""Vectors of texts, by a sentence-transformers model on the reader's own machine, kept in the cache.

A text has the same vector whatever it is encoded with (`quantized.py` and `transformer.py` say how), so a cached one is
as good as new.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from discrepancy import runtimes, weights
from discrepancy._encodable import encodable
from discrepancy.cache import Cache, Values, key_of, missing
from discrepancy.opening import Opening

Vectors = NDArray[np.float32]

FORMAT = 2
"""Of the cached vectors: raise it when the way of encoding changes."""


class Embedder(Protocol):
    """What the align stage needs of a model."""

    @property
    def identity(self) -> str:
        """Name and hash of the model."""

    @property
    def number_format(self) -> str:
        """ "int8", "float32" or "bfloat16"."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit row for each text, shape (texts, dimensions); (0, 0) for no text."""


class Encoder(Protocol):
    """Turns texts into rows of any length; what is slow to load."""

    def __call__(self, texts: Sequence[str], /) -> Vectors: ...


@dataclass(frozen=True, slots=True)
class CachedEmbedder:
    """An embedder that opens its model when the first text comes that is not in the cache."""

    identity: str
    number_format: str
    open: Callable[[], Encoder]
    """Always the same one."""
    cache: Values
    stamp: str = ""
    """What a vector depends on besides the model: number format, device and versions."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        keys = [key_of(text) for text in texts]
        space = f"embed/{FORMAT}/{self.identity}/{self.stamp}"
        known = self.cache.get_many(space, keys)
        by_key = dict(zip(keys, texts, strict=True))
        if fresh := missing(keys, known):
            rows = unit(self.open()([encodable(by_key[key]) for key in fresh]))
            made = {key: row.astype("<f4").tobytes() for key, row in zip(fresh, rows, strict=True)}
            self.cache.put_many(space, made)
            known |= made
        if not keys:
            return np.zeros((0, 0), np.float32)
        return np.stack([np.frombuffer(known[key], "<f4") for key in keys]).astype(np.float32)


def load(model: str | None = None, number_format: str | None = None, cache: Values | None = None) -> Embedder:
    """The packaged model, or the sentence-transformers model `model`: a folder, or a name on the hub.

    Only a name on the hub that is not on this machine yet makes use of the network.

    Raises:
        ModelError: when the model cannot be found or holds pickled weights. Weights that do not fit their hash raise it
            with the first text that is not in the cache.
        SettingsError: when `number_format` is none of `weights.NUMBER_FORMATS`.
    """
    runtime = runtimes.choose(number_format, packaged=model is None)
    found = weights.packaged() if model is None else weights.named(model)
    opening = Opening(lambda: runtime.encoder(found))
    return CachedEmbedder(found.identity, runtime.number_format, opening, cache or Cache.none(), runtime.stamp)


def unit(rows: Vectors) -> Vectors:
    """The rows at length one; a row of zeros stays."""
    wide = rows.astype(np.float64)
    lengths = np.linalg.norm(wide, axis=1, keepdims=True)
    scaled: NDArray[np.float64] = np.divide(wide, lengths, out=np.zeros_like(wide), where=lengths > 0)
    return scaled.astype(np.float32)


FEW = 16
"""Rows of which half the mean is taken out: about the claims of a paragraph."""


def center(vectors: Vectors) -> Vectors:
    """The rows less their mean, at length one again: what all texts share tells none of them apart.

    Of few rows the mean is mostly those rows themselves, and two of them less their mean point in opposite
    directions; so it is taken out by the share n / (n + `FEW`).
    """
    if not len(vectors):
        return vectors
    share = len(vectors) / (len(vectors) + FEW)
    return unit((vectors - share * vectors.mean(axis=0, dtype=np.float64)).astype(np.float32))
