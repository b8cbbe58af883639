"""Which known articles a new one is worth comparing with: those that share its rarer names, and those whose title and
lead are nearest. Never all: the blocks of a name and of a stretch of time are bounded, whatever the archive holds."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TypeVar

import numpy as np

from discrepancy.embed import Vectors
from discrepancy.events.profile import Profile
from discrepancy.events.rarity import Rarity

NEAREST = 12
"""Articles that are compared for their names, and as many for their title and lead."""
BLOCK = 50
"""Articles of one name that are remembered: the latest ones. What stands in more of them is a common name."""
DAYS = 30
"""Days of a shelf of vectors."""
REACH = 2
"""Shelves before and after an article's own that are searched by vector: follow-ups months later share names."""
ROWS = 64

Key = TypeVar("Key", str, int)
"""What names an article."""


class Nearby:
    """Known articles by name, and by title and lead."""

    def __init__(self) -> None:
        self._by_name: defaultdict[str, deque[str]] = defaultdict(lambda: deque(maxlen=BLOCK))
        self._shelves: dict[int | None, _Shelf] = {}

    def add(self, profile: Profile) -> None:
        for name in profile.names:
            self._by_name[name].append(profile.article)
        shelf = shelf_of(profile)
        if shelf not in self._shelves:
            self._shelves[shelf] = _Shelf(len(profile.vector))
        self._shelves[shelf].add(profile)

    def remove(self, profile: Profile) -> None:
        for name in profile.names:
            with suppress(ValueError):  # later articles of the name may have taken its place
                self._by_name[name].remove(profile.article)
        self._shelves[shelf_of(profile)].remove(profile.article)

    def of(self, profile: Profile, rarity: Rarity) -> list[str]:
        """Ids of the articles to compare it with, sorted; itself is none of them."""
        names = by_names(profile, rarity, lambda name: self._by_name.get(name, ()), profile.article)
        found = {*names, *self._by_vector(profile)}
        return sorted(found - {profile.article})

    def _by_vector(self, profile: Profile) -> Iterable[str]:
        near = [hit for shelf in self._around(profile) for hit in shelf.nearest(profile)]
        return [other for _, other in sorted((-cosine, other) for cosine, other in near)[:NEAREST]]

    def _around(self, profile: Profile) -> Iterator[_Shelf]:
        """The shelves of its time; all of them for an article without a date, which may be of any."""
        own = shelf_of(profile)
        if own is None:
            yield from self._shelves.values()
            return
        for shelf in (None, *range(own - REACH, own + REACH + 1)):
            if shelf in self._shelves:
                yield self._shelves[shelf]


class _Shelf:
    """The vectors of one stretch of time, in an array that doubles when it is full."""

    def __init__(self, dimensions: int) -> None:
        self._rows: Vectors = np.zeros((ROWS, dimensions), np.float32)
        self._articles: list[str] = []

    def add(self, profile: Profile) -> None:
        if len(self._articles) == len(self._rows):
            self._rows = np.concatenate((self._rows, np.zeros_like(self._rows)))
        self._rows[len(self._articles)] = profile.vector
        self._articles.append(profile.article)

    def remove(self, article: str) -> None:
        """The last row takes its place."""
        at, last = self._articles.index(article), self._articles.pop()
        if last != article:
            self._articles[at] = last
            self._rows[at] = self._rows[len(self._articles)]

    def nearest(self, profile: Profile) -> Iterator[tuple[float, str]]:
        """Cosines and ids of the nearest, itself included."""
        cosines = self._rows[: len(self._articles)] @ profile.vector
        if not len(cosines):
            return
        most = min(NEAREST + 1, len(cosines))
        for row in np.argpartition(-cosines, most - 1)[:most].tolist():
            yield round(float(cosines[row]), 6), self._articles[row]


def by_names(profile: Profile, rarity: Rarity, block: Callable[[str], Iterable[Key]], own: Key) -> list[Key]:
    """The articles that share the rarest names; `block` has the latest articles of a name, `own` is left out."""
    shared: defaultdict[Key, float] = defaultdict(float)
    for name in sorted(profile.names):  # sorted: a sum of floats hangs on its order
        weight = rarity.of("names", name) ** 2
        for other in block(name):
            shared[other] += weight
    shared.pop(own, None)
    return sorted(shared, key=lambda other: (-round(shared[other], 6), other))[:NEAREST]


def shelf_of(profile: Profile) -> int | None:
    """The stretch of time that an article was published in."""
    return None if profile.published is None else profile.published // DAYS
