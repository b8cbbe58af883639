"""Events as articles arrive: each joins an event or opens one, may draw two together, and may part one again.

An arrival is compared with the articles near it alone (`Nearby`). Then the events around it, those that likenesses
above the line lead to, are formed anew out of their articles, as if all had arrived at once. So what came first
matters little, and the cost is that of the events concerned.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from discrepancy.events.likeness import Weights, likeness, packaged
from discrepancy.events.linkage import Group, Likeness, linked
from discrepancy.events.memory import InMemory, Memory
from discrepancy.events.profile import Profile

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


class Grouping:
    """Articles and their events, as a `Memory` holds them."""

    def __init__(self, memory: Memory | None = None, weights: Weights | None = None, lone: float = 0.0) -> None:
        """`lone` are the log-odds from which an article that is alone joins others."""
        self.memory = memory or InMemory()
        self._weights = weights or packaged()
        self._lone = lone

    def add(self, *profiles: Profile) -> None:
        """Take in articles, as one arrival: all are known before any is compared.

        Raises:
            ValueError: when an article of that id is there already.
        """
        for one in profiles:
            self.enter(one)
        arrived = [one.article for one in profiles]
        self.compare(arrived)
        self.settle(arrived)

    def enter(self, profile: Profile) -> None:
        """Know an article, which is compared with none as yet."""
        if self.memory.knows(profile.article):
            raise ValueError(f"article {profile.article} is known already")
        namesake = self.memory.first(profile.fixed) if profile.fixed else None
        self.memory.rarity.count(profile)
        self.memory.enter(profile)
        if namesake is not None:
            self.memory.lead(profile.article, namesake)

    def remove(self, article: str) -> None:
        """Forget an article, and form anew the event that it stood in."""
        others = [one for one in self.memory.group(article) if one != article]
        self.memory.rarity.count(self.memory.profile(article), -1)
        self.memory.leave(article)
        self.settle(others)

    def compare(self, articles: Iterable[str]) -> None:
        """Lead an edge from each article to those near it with which it may be of one event."""
        for a, b in sorted({(min(one, near), max(one, near)) for one in articles for near in self.memory.near(one)}):
            if self.likeness(a, b) >= self._lone:
                self.memory.lead(a, b)

    def likeness(self, a: str, b: str) -> float:
        """Log-odds that two articles tell of one event, by what they say."""
        known = self.memory
        return likeness(known.profile(a), known.profile(b), known.rarity, self._weights)

    def settle(self, articles: Iterable[str]) -> None:
        """Form anew the events around each of `articles`."""
        done: set[str] = set()
        for article in articles:
            if article not in done:
                pieces = self._pieces(article)
                self._form(pieces)
                done.update(piece[0] for piece in pieces if len(piece) == 1)

    def settle_all(self, articles: Iterable[str]) -> None:
        """Form the events of `articles`, which are all there are, out of nothing."""
        self._form([(one,) for one in articles])

    def _form(self, pieces: Sequence[Group]) -> None:
        edges = {article: self.memory.beside(article) for piece in pieces for article in piece}
        fixed = {article: name for article in edges if (name := self.memory.profile(article).fixed)}
        start = _by_hand(pieces, fixed)
        for group in linked(start, edges, _remembered(self.likeness), fixed, self._lone):
            self.memory.stand(group)

    def _pieces(self, article: str) -> list[Group]:
        """What the events are put together from that edges lead to from `article`: the nearest events are taken apart
        into their articles, until there are `REGION` pieces; those behind stay whole."""
        queue = [self.memory.group(article)]
        found = set(queue)
        pieces: list[Group] = []
        for group in queue:
            fits = len(pieces) + len(group) <= REGION
            pieces += [(one,) for one in group] if fits else [group]
            for other in self._around(group):
                if other not in found and len(found) < REGION:
                    found.add(other)
                    queue.append(other)
        return pieces

    def _around(self, group: Group) -> list[Group]:
        beside = {b for a in group for b in self.memory.beside(a)}
        return sorted({self.memory.group(b) for b in beside} - {group})


def grouped(profiles: Iterable[Profile], weights: Weights | None = None, lone: float | None = None) -> Grouping:
    """The grouping of articles that are all known at once: counted first, then compared in the order of publication.

    `lone` is `lone_line` of their number when it is None.
    """
    known = sorted(profiles, key=lambda one: (one.published or 0, one.article))
    grouping = Grouping(None, weights, lone_line(len(known)) if lone is None else lone)
    for profile in known:
        grouping.enter(profile)
    everything = [profile.article for profile in known]
    grouping.compare(everything)
    grouping.settle_all(everything)
    return grouping


def _by_hand(pieces: Iterable[Group], fixed: Mapping[str, str]) -> Iterator[Group]:
    """The pieces, those that the reader put into one event as one."""
    together: defaultdict[str, list[str]] = defaultdict(list)
    for piece in pieces:
        name = next((fixed[article] for article in piece if article in fixed), None)
        if name:
            together[name] += piece
        else:
            yield piece
    yield from map(tuple, together.values())


def _remembered(compare: Likeness) -> Likeness:
    """Each two articles compared once."""
    known: dict[tuple[str, str], float] = {}

    def likeness_of(a: str, b: str) -> float:
        pair = (a, b) if a < b else (b, a)
        if pair not in known:
            known[pair] = compare(*pair)
        return known[pair]

    return likeness_of
