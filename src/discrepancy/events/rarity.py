"""How rare a word is among the articles known so far: a rare name that two articles share says more than a common one.

Rarity lies between 0 (in every article) and 1 (in one). It is that of the moment: of the articles that have been
counted, with `UNSEEN` imagined ones in which none of their words stands, so that in a folder of three articles the
name that all three share still counts. It moves with the logarithm of the archive, so what was found alike yesterday is
measured almost the same today.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Set as AbstractSet
from typing import Literal, Protocol, get_args

from discrepancy.events.profile import Profile

Kind = Literal["names", "figures", "words"]
KINDS: tuple[Kind, ...] = get_args(Kind)

UNSEEN = 200
"""Of 0, 50, 200 and 1,000 the one that served small collections as well as large ones in training."""


class Counts(Protocol):
    """In how many articles each word stands."""

    @property
    def articles(self) -> int: ...

    def of(self, kind: Kind, word: str) -> int: ...

    def count(self, profile: Profile, times: int) -> None:
        """Count an article's words, or with -1 take them out again."""


class Counted:
    """Counts in memory."""

    def __init__(self) -> None:
        self.articles = 0
        self._known: dict[Kind, Counter[str]] = {kind: Counter() for kind in KINDS}

    def of(self, kind: Kind, word: str) -> int:
        return self._known[kind][word]

    def count(self, profile: Profile, times: int) -> None:
        self.articles += times
        for kind in KINDS:
            self._known[kind].update(dict.fromkeys(getattr(profile, kind), times))


class Rarity:
    """How rare names, figures and words are, by the articles that have been counted."""

    def __init__(self, counts: Counts | None = None) -> None:
        self._counts = counts or Counted()
        self._squares: dict[Kind, dict[str, float]] = {kind: {} for kind in KINDS}
        self._lengths: dict[tuple[Kind, str], float] = {}

    def count(self, profile: Profile, times: int = 1) -> None:
        """Count an article, or with -1 take it out again. What was worked out holds until then."""
        self._counts.count(profile, times)
        self._lengths.clear()
        for known in self._squares.values():
            known.clear()

    def of(self, kind: Kind, word: str) -> float:
        """From 0 to 1."""
        return 1 - math.log(max(self._counts.of(kind, word), 1)) / math.log(self._counts.articles + UNSEEN + 1)

    def weight(self, kind: Kind, words: AbstractSet[str]) -> float:
        """The squares of the words' rarities, summed; the same in whatever order the words come."""
        known = self._squares[kind]
        for word in words:
            if word not in known:
                known[word] = self.of(kind, word) ** 2
        return math.fsum(map(known.__getitem__, words))

    def length(self, kind: Kind, profile: Profile) -> float:
        """The length of a profile's words as a vector of their rarities."""
        key = (kind, profile.article)
        if key not in self._lengths:
            self._lengths[key] = math.sqrt(self.weight(kind, getattr(profile, kind)))
        return self._lengths[key]
