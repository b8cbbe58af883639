"""Events as articles arrive: each joins an event or opens one, may draw two together, and may part one again.

An arrival is compared with the articles near it alone (`Nearby`). Then the events around it, those that likenesses
above the line lead to, are formed anew out of their articles, as if all had arrived at once. So what came first
matters little, and the cost is that of the events concerned.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from discrepancy.events.likeness import Weights, likeness, packaged
from discrepancy.events.linkage import Group, Likeness, linked
from discrepancy.events.nearby import Nearby
from discrepancy.events.profile import Profile
from discrepancy.events.rarity import Rarity

REGION = 100
"""Pieces that events are put together from for one arrival. A larger event is not taken apart by an arrival; it can
still grow, and join another."""
LINE_SET_AT = 1400
"""Articles of the collection on which the line between one event and two was set."""
LOOSEST = -4.0


def lone_line(articles: int) -> float:
    """Log-odds from which an article that is alone joins others, when there are so many and no more are to come.

    Somebody put a folder together: the fewer articles it holds, the likelier any of them belongs with the others. So
    the line sinks with the logarithm of their number. For two groups that each hold together it stays at 0.
    """
    return max(LOOSEST, min(0.0, math.log(max(articles, 1) / LINE_SET_AT)))


class Archive:
    """Articles and their events. Nothing here is on disk."""

    def __init__(self, weights: Weights | None = None, rarity: Rarity | None = None, lone: float = 0.0) -> None:
        """`rarity` is given when the articles to come have been counted already; `lone` are the log-odds from which an
        article that is alone joins others."""
        self.weights = weights or packaged()
        self._lone = lone
        self._counting = rarity is None
        self.rarity = rarity or Rarity()
        self.profiles: dict[str, Profile] = {}
        self._nearby = Nearby()
        self._fixed: dict[str, str] = {}
        """Article to the event that the reader fixed for it."""
        self._first: dict[str, str] = {}
        """The first article of each event that the reader fixed."""
        self._edges: defaultdict[str, set[str]] = defaultdict(set)
        self._group_of: dict[str, Group] = {}

    def groups(self) -> list[Group]:
        """The events: the ids of their articles, each sorted, in the order of their first article's id."""
        return sorted(set(self._group_of.values()))

    def add(self, profile: Profile) -> Group:
        """Take in an article, and give back the event that it now stands in.

        Raises:
            ValueError: when an article of that id is there already.
        """
        self.enter(profile)
        self.compare((profile.article, other) for other in self.near(profile.article))
        self.settle((profile.article,))
        return self._group_of[profile.article]

    def enter(self, profile: Profile) -> None:
        if profile.article in self.profiles:
            raise ValueError(f"article {profile.article} is in the archive already")
        if self._counting:
            self.rarity.add(profile)
        self.profiles[profile.article] = profile
        self._nearby.add(profile)
        if profile.fixed:
            self._fixed[profile.article] = profile.fixed
            self._lead(profile.article, self._first.setdefault(profile.fixed, profile.article))
        self._group_of[profile.article] = (profile.article,)

    def compare(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Lead an edge from article to article where the two may be of one event."""
        for a, b in pairs:
            if self.likeness(a, b) >= self._lone:
                self._lead(a, b)

    def near(self, article: str) -> list[str]:
        """The articles that an article of the archive is compared with."""
        return self._nearby.of(self.profiles[article], self.rarity)

    def beside(self, article: str) -> AbstractSet[str]:
        """The articles that were found to be like it, in whichever event they stand."""
        return self._edges.get(article, frozenset())

    def likeness(self, a: str, b: str) -> float:
        """Log-odds that two articles tell of one event, by what they say."""
        return likeness(self.profiles[a], self.profiles[b], self.rarity, self.weights)

    def settle(self, articles: Iterable[str] | None = None) -> None:
        """Form the events around `articles` anew; all of them for None."""
        pieces = [(one,) for one in self.profiles] if articles is None else self._pieces(articles)
        start = self._by_hand(pieces)
        for group in linked(start, self._edges, _remembered(self.likeness), self._fixed, self._lone):
            for article in group:
                self._group_of[article] = group

    def _lead(self, a: str, b: str) -> None:
        if a != b:
            self._edges[a].add(b)
            self._edges[b].add(a)

    def _pieces(self, articles: Iterable[str]) -> list[Group]:
        """What the events are put together from that edges lead to from `articles`: the nearest events are taken apart
        into their articles, until there are `REGION` pieces; those behind stay whole."""
        queue = list(dict.fromkeys(self._group_of[article] for article in articles))
        found = set(queue)
        pieces: list[Group] = []
        for group in queue:
            fits = len(pieces) + len(group) <= REGION
            pieces += [(article,) for article in group] if fits else [group]
            for other in self._around(group):
                if other not in found and len(found) < REGION:
                    found.add(other)
                    queue.append(other)
        return pieces

    def _around(self, group: Group) -> list[Group]:
        return sorted({self._group_of[b] for a in group for b in self._edges.get(a, ())} - {group})

    def _by_hand(self, pieces: Iterable[Group]) -> Iterator[Group]:
        """The pieces, those that the reader put into one event as one."""
        fixed: defaultdict[str, list[str]] = defaultdict(list)
        for piece in pieces:
            name = next((self._fixed[article] for article in piece if article in self._fixed), None)
            if name:
                fixed[name] += piece
            else:
                yield piece
        yield from map(tuple, fixed.values())


def archive_of(profiles: Iterable[Profile], weights: Weights | None = None, lone: float | None = None) -> Archive:
    """The archive of articles that are all known at once: counted first, then compared in the order of publication.

    `lone` is `lone_line` of their number when it is None.
    """
    known = sorted(profiles, key=lambda one: (one.published or 0, one.article))
    archive = Archive(weights, Rarity(known), lone_line(len(known)) if lone is None else lone)
    for profile in known:
        archive.enter(profile)
    archive.compare(sorted({(min(one, b), max(one, b)) for one in archive.profiles for b in archive.near(one)}))
    archive.settle()
    return archive


def _remembered(compare: Likeness) -> Likeness:
    """Each two articles compared once."""
    known: dict[tuple[str, str], float] = {}

    def likeness_of(a: str, b: str) -> float:
        pair = (a, b) if a < b else (b, a)
        if pair not in known:
            known[pair] = compare(*pair)
        return known[pair]

    return likeness_of
