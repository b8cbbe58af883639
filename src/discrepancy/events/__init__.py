"""Which articles tell of one event: only those are worth comparing.

`find` groups what is there; a `Grouping` takes in articles as they come. `docs/decisions/0007` says how and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from discrepancy.events.grouping import Grouping, grouped
from discrepancy.events.likeness import reasons
from discrepancy.events.linkage import Group, speakers
from discrepancy.events.profile import Profile, profile, profiles
from discrepancy.model import Article, Event, Membership, Signal

__all__ = ["Grouping", "Profile", "event_of", "find", "grouped", "notes", "profile", "profiles", "split"]

BY_HAND = "event set by hand"


def find(articles: Sequence[Article], known: Iterable[Profile]) -> tuple[Event, ...]:
    """The events that `articles` tell of, in the order of their first articles; each article is in one.

    `known` are the profiles of all of them.
    """
    grouping = grouped(known)
    found = {group: event_of(grouping, group) for group in grouping.memory.groups()}
    group_of = {article: group for group in found for article in group}
    return tuple(found[group] for group in dict.fromkeys(group_of[article.id] for article in articles))


def split(articles: Sequence[Article], found: Sequence[Event]) -> Iterator[tuple[Article, ...]]:
    """The articles of each event, in the order in which they were given."""
    place = {article.id: at for at, article in enumerate(articles)}
    for event in found:
        yield tuple(articles[at] for at in sorted(place[article] for article in event.articles))


def notes(found: Sequence[Event]) -> tuple[str, ...]:
    """What a reader should know where not all articles were compared with each other."""
    if len(found) < 2:
        return ()
    told = sum(len(event.members) for event in found)
    note = f"{told:,} articles tell of {len(found):,} events, and only those of one event were compared"
    return (f"{note}: `discrepancy events` shows which, and why",)


def event_of(grouping: Grouping, group: Group) -> Event:
    """The event of a group, with the reasons for each of its articles."""
    known = {article: grouping.memory.profile(article) for article in group}
    ordered = sorted(group, key=lambda article: (known[article].published or 0, article))
    by_hand = next((fixed for article in ordered if (fixed := known[article].fixed)), None)
    return Event(by_hand or ordered[0], tuple(_membership(grouping, article, group) for article in ordered))


def _membership(grouping: Grouping, article: str, group: Group) -> Membership:
    memory = grouping.memory
    own = memory.profile(article)
    by_hand = (Signal(BY_HAND, own.fixed),) if own.fixed else ()
    others = memory.beside(article) & set(group) or set(speakers(group)) - {article}
    if not others:
        return Membership(article, None, by_hand)
    nearest = min(others, key=lambda other: (-round(grouping.likeness(article, other), 6), other))
    return Membership(article, nearest, by_hand + reasons(own, memory.profile(nearest), memory.rarity))
