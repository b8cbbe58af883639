"""What a grouping knows of the articles: their profiles, which are near, which are alike, and which stand together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set as AbstractSet
from typing import Protocol

from discrepancy.events.linkage import Group
from discrepancy.events.nearby import Nearby
from discrepancy.events.profile import Profile
from discrepancy.events.rarity import Rarity


class Memory(Protocol):
    """Articles by their ids. One that is asked for must be known."""

    @property
    def rarity(self) -> Rarity:
        """How rare words are among the articles that have been counted."""

    def knows(self, article: str) -> bool: ...

    def profile(self, article: str) -> Profile: ...

    def near(self, article: str) -> list[str]:
        """The articles that it is worth comparing with, sorted; itself is none of them."""

    def beside(self, article: str) -> AbstractSet[str]:
        """The articles that were found to be like it, in whichever event they stand."""

    def group(self, article: str) -> Group:
        """The event that it stands in: the ids of its articles, sorted."""

    def groups(self) -> list[Group]:
        """All events, in the order of their first article's id."""

    def first(self, name: str) -> str | None:
        """An article for which the reader fixed the event `name`, always the same one while it is there."""

    def enter(self, profile: Profile) -> None:
        """Know an article, which stands alone as yet."""

    def leave(self, article: str) -> None:
        """Forget an article. The others of its event stand together as yet."""

    def lead(self, a: str, b: str) -> None:
        """Two articles are alike."""

    def stand(self, group: Group) -> None:
        """The articles of `group`, sorted, stand together from now on, and with no others."""


class InMemory:
    """A memory that is gone with the program."""

    def __init__(self) -> None:
        self.rarity = Rarity()
        self._profiles: dict[str, Profile] = {}
        self._nearby = Nearby()
        self._first: dict[str, str] = {}
        self._edges: defaultdict[str, set[str]] = defaultdict(set)
        self._group_of: dict[str, Group] = {}

    def knows(self, article: str) -> bool:
        return article in self._profiles

    def profile(self, article: str) -> Profile:
        return self._profiles[article]

    def near(self, article: str) -> list[str]:
        return self._nearby.of(self._profiles[article], self.rarity)

    def beside(self, article: str) -> AbstractSet[str]:
        return self._edges.get(article, frozenset())

    def group(self, article: str) -> Group:
        return self._group_of[article]

    def groups(self) -> list[Group]:
        return sorted(set(self._group_of.values()))

    def first(self, name: str) -> str | None:
        return self._first.get(name)

    def enter(self, profile: Profile) -> None:
        self._profiles[profile.article] = profile
        self._nearby.add(profile)
        self._group_of[profile.article] = (profile.article,)
        if profile.fixed:
            self._first.setdefault(profile.fixed, profile.article)

    def leave(self, article: str) -> None:
        gone = self._profiles.pop(article)
        self._nearby.remove(gone)
        for other in self._edges.pop(article, ()):
            self._edges[other].discard(article)
        self.stand(tuple(one for one in self._group_of.pop(article) if one != article))
        if gone.fixed and self._first[gone.fixed] == article:
            others = (one.article for one in self._profiles.values() if one.fixed == gone.fixed)
            self._first.pop(gone.fixed)
            if (heir := next(others, None)) is not None:
                self._first[gone.fixed] = heir

    def lead(self, a: str, b: str) -> None:
        self._edges[a].add(b)
        self._edges[b].add(a)

    def stand(self, group: Group) -> None:
        for article in group:
            self._group_of[article] = group
