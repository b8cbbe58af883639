"""One vector an article, in a memory-mapped file that is searched exactly: a million of them are under 1 GB.

The database says which row is whose; a row that it gives to nobody is no article's, whatever it holds. So a row is
written before the database is, and wiped after.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from discrepancy.embed import Vectors
from discrepancy.errors import ArchiveError

FILE = "articles.vectors"
GROWTH = 1024
"""Rows by which the file grows."""
BLOCK = 1024
"""Rows that are turned into float32 at once: they stay in the processor's cache."""
SHIFT, KEPT, SCALE = 13, np.int32(-0x70002000), np.float32(2.0**112)
"""From the bits of a float16 to those of a float32: how far exponent and fraction move up, the bits that are then its
own (sign, five of exponent, ten of fraction), and what the two biases of the exponent, 15 and 127, differ by."""
EMPTY = np.iinfo(np.int32).min
"""Day of a row that holds nothing. One of zeros, which no calendar has, is a hole that a broken disk left."""
UNDATED = EMPTY + 1


def products(halves: NDArray[np.float16], vector: Vectors) -> Vectors:
    """Each row times `vector`, exactly as if the rows were turned into float32 first; no row holds infinity.

    NumPy turns float16 into float32 one number after another. Whole numbers it works out many at once: four times as
    fast. A row's exponents stay too small by one constant, by which the vector's are too large.
    """
    bits = halves.view("<i2").astype(np.int32)
    np.left_shift(bits, SHIFT, out=bits)
    np.bitwise_and(bits, KEPT, out=bits)
    made: Vectors = bits.view(np.float32) @ (vector.astype(np.float32) * SCALE)
    return made


class VectorFile:
    """Rows of a day and a vector in float16. One process writes at a time; others may read meanwhile."""

    def __init__(self, path: Path, dimensions: int) -> None:
        """`dimensions` may be set later for a file that is not there yet."""
        self.dimensions = dimensions
        self._path = path
        self._rows: NDArray[Any] | None = None
        self._changed = False

    @property
    def _type(self) -> np.dtype[Any]:
        return np.dtype([("day", "<i4"), ("vector", "<f2", (self.dimensions,))])

    def __len__(self) -> int:
        """Rows that the file has room for."""
        return self._path.stat().st_size // self._type.itemsize if self._path.exists() else 0

    def put(self, slot: int, day: int | None, vector: Vectors) -> None:
        rows = self._room(slot + 1)
        self._changed = True
        rows[slot] = (UNDATED if day is None else day, vector)

    def wipe(self, slots: Sequence[int]) -> None:
        rows = self._room(max(slots, default=-1) + 1)
        empty = np.zeros(1, self._type)
        empty["day"] = EMPTY
        self._changed = True
        rows[list(slots)] = empty

    def flush(self) -> None:
        """What was put is on the disk when this returns."""
        if self._changed and isinstance(self._rows, np.memmap):
            self._rows.flush()
            self._changed = False

    def require(self, rows: int) -> None:
        """The file has so many rows.

        Raises:
            ArchiveError: when it has not: it was cut off, or is not there.
        """
        if rows > len(self):
            raise ArchiveError(
                f"{self._path} is missing or cut off: bring back a copy of the archive, or add its sources to a new one"
            )

    def get(self, slot: int) -> Vectors:
        """The vector of a row.

        Raises:
            ArchiveError: when the file has no such row.
        """
        return self._mapped(slot + 1)[slot]["vector"].astype(np.float32)  # type: ignore[no-any-return]

    def is_empty(self, slot: int) -> bool:
        """Whether nothing is in a row, or the file has none of that number."""
        return slot >= len(self) or bool(self._mapped(slot + 1)[slot]["day"] in (EMPTY, 0))

    def nearest(self, vector: Vectors, days: tuple[int, int] | None, most: int) -> list[tuple[float, int]]:
        """Cosines and rows of the `most` nearest, the nearest first: among those without a day and those of `days`
        (first and last), or among all for None."""
        rows = self._mapped(len(self))
        found: list[tuple[float, int]] = []
        for start in range(0, len(rows), BLOCK):
            part = rows[start : start + BLOCK]
            held = part["day"] > EMPTY
            if days is not None:
                held &= (part["day"] == UNDATED) | ((part["day"] >= days[0]) & (part["day"] <= days[1]))
            places = np.flatnonzero(held)
            cosines = products(part["vector"][places], vector)
            best = np.argpartition(-cosines, most - 1)[:most] if len(cosines) > most else np.arange(len(cosines))
            found += [(round(float(cosines[at]), 6), start + int(places[at])) for at in best]
        return sorted(found, key=lambda one: (-one[0], one[1]))[:most]

    def _mapped(self, needed: int) -> NDArray[Any]:
        """The file, of at least `needed` rows: it may have grown since, by this process or by another."""
        if not needed:
            return np.zeros(0, self._type)
        if self._rows is None or needed > len(self._rows):
            self.require(needed)
            mode: Literal["r", "r+"] = "r+" if os.access(self._path, os.W_OK) else "r"
            self._rows = np.memmap(self._path, self._type, mode, shape=(len(self),))
        return self._rows

    def _room(self, needed: int) -> NDArray[Any]:
        """The file with room for `needed` rows."""
        if needed > len(self):
            self._grow(needed)
        return self._mapped(needed)

    def _grow(self, needed: int) -> None:
        before, after = len(self), -(-needed // GROWTH) * GROWTH
        empty = np.zeros(after - before, self._type)
        empty["day"] = EMPTY
        with self._path.open("ab") as stream:
            # A write that was cut off must not shift the rows behind it.
            stream.truncate(before * self._type.itemsize)
            stream.write(empty.tobytes())
