"""Average linkage over a graph: which of some articles stand together, when every two of them have a likeness.

Groups join while the mean likeness between two of them is above the line, the most alike first. One chance likeness
cannot join two events, and an article that resembles two events does not make one of them.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

SPEAK = 12
"""Articles of a group that speak for it when it is compared with another: enough for a mean, however large it is."""

Group = tuple[str, ...]
Edges = Mapping[str, AbstractSet[str]]
Likeness = Callable[[str, str], float]


def linked(
    start: Iterable[Sequence[str]], edges: Edges, likeness: Likeness, fixed: Mapping[str, str], lone: float = 0.0
) -> list[Group]:
    """The groups that `start` becomes when those have joined whose mean likeness is not below 0; each sorted, in order.

    For an article that is alone as yet the line is `lone`. Two groups are compared when `edges` leads from an article
    of the one to one of the other. `fixed` names the group of an article by hand: articles of two names never join.
    The result does not depend on the order of `start`: ties are broken by the articles' ids.
    """
    return _Linkage(start, edges, likeness, fixed, lone).run()


class _Linkage:
    def __init__(
        self,
        start: Iterable[Sequence[str]],
        edges: Edges,
        likeness: Likeness,
        fixed: Mapping[str, str],
        lone: float,
    ) -> None:
        self._likeness, self._lone = likeness, lone
        self._groups: dict[str, Group] = {min(group): tuple(sorted(group)) for group in start}
        self._fixed = {
            name: by_hand
            for name, group in self._groups.items()
            if (by_hand := next((fixed[article] for article in group if article in fixed), None))
        }
        self._beside = self._neighbours(edges)
        self._heap: list[tuple[float, str, str, int, int]] = []

    def run(self) -> list[Group]:
        for name in sorted(self._groups):
            for other in sorted(self._beside[name]):
                if name < other:
                    self._weigh(name, other)
        while self._heap:
            _, a, b, *sizes = heapq.heappop(self._heap)
            if [len(self._groups.get(a, ())), len(self._groups.get(b, ()))] == sizes:
                self._join(a, b)
        return [self._groups[name] for name in sorted(self._groups)]

    def _neighbours(self, edges: Edges) -> dict[str, set[str]]:
        """The groups that an edge leads to, by the group's name: the first of its articles."""
        name_of = {article: name for name, group in self._groups.items() for article in group}
        return {
            name: {name_of[b] for a in group for b in edges.get(a, ()) if b in name_of} - {name}
            for name, group in self._groups.items()
        }

    def _weigh(self, a: str, b: str) -> None:
        """Queue two groups with their mean likeness; their sizes tell later whether they are still the same groups."""
        if self._fixed.get(a) and self._fixed.get(b):  # of one name they are one group from the start
            return
        ours, theirs = speakers(self._groups[a]), speakers(self._groups[b])
        mean = sum(self._likeness(x, y) for x in ours for y in theirs) / (len(ours) * len(theirs))
        mean = round(mean, 6)
        if mean >= (self._lone if 1 in (len(self._groups[a]), len(self._groups[b])) else 0.0):
            a, b = min(a, b), max(a, b)
            heapq.heappush(self._heap, (-mean, a, b, len(self._groups[a]), len(self._groups[b])))

    def _join(self, a: str, b: str) -> None:
        """Group `b` goes into `a`, whose name stays: it is the smaller."""
        self._groups[a] = tuple(sorted(self._groups[a] + self._groups.pop(b)))
        if b in self._fixed:
            self._fixed[a] = self._fixed.pop(b)
        around = (self._beside[a] | self._beside.pop(b)) - {a, b}
        self._beside[a] = around
        for other in sorted(around):
            self._beside[other] = (self._beside[other] - {b}) | {a}
            self._weigh(a, other)


def speakers(group: Group) -> Sequence[str]:
    """At most `SPEAK` of a group, evenly spread over it."""
    if len(group) <= SPEAK:
        return group
    return [group[at * len(group) // SPEAK] for at in range(SPEAK)]
