"""Which tolls stand for their article, and which of two articles are counts of one thing that exclude each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import permutations

from discrepancy.detectors._reckoning import reconciled, set_elsewhere
from discrepancy.detectors._tolls import Toll, comparable, counted, is_part, of_soldiers
from discrepancy.detectors._values import compatible, size, vague
from discrepancy.model import LineKind

_RATIO = 10.0
"""Counts further apart than this are of two occasions, not two counts of one."""

_FEW = 40
"""How many dead a report of one may have grown to: the first reports of a quake or a crash have one."""

_DEEP = 8
"""The statement from which on a much smaller figure is taken for one of a part: past a wire text's first paragraphs."""

_PART = 0.6
"""How much smaller "much smaller" is, as a share."""

_EVENTS = re.compile(
    r"\b(?:shootings|attacks|stabbings|crashes|accidents|incidents|bombings|explosions|spree|rampage)\b", re.IGNORECASE
)

_WORLD = re.compile(r"\b(?:global(?:ly)?|worldwide|(?:around|across|in|of) the world)\b", re.IGNORECASE)
"""Words of a count of all countries, beside which one country's is a part."""

_STEADY = frozenset(("kill", "injure", "miss", "displace", "casualty"))
"""States that one event has one count of. How many are held or in hospital changes by the hour, so that only figures
near the head of two articles, or the only ones there, are set against each other."""


def standing(found: Sequence[Toll]) -> Iterator[Toll]:
    """The tolls that stand for their article: its headline figure, what agrees with it, and what it sets against it.

    A smaller figure further down without a speaker is nearly always of a part: a ward, a vehicle, a street.
    """
    by_article: dict[str, list[Toll]] = defaultdict(list)
    for toll in found:
        by_article[toll.reading.statement.article.id].append(toll)
    for own in by_article.values():
        totals = (t for t in own if not t.superseded and not vague(t.quantity) and not is_part(counted(t)))
        first = next(totals, own[0])
        for toll in own:
            agrees = compatible(toll.quantity, first.quantity)
            larger = size(toll.quantity) > size(first.quantity)
            if (
                toll is first
                or agrees
                or toll.story
                or toll.superseded
                or (toll.speaker is not None and larger)
                or _heads(toll)
            ):
                yield toll


def steadfast(found: Sequence[Toll]) -> frozenset[str]:
    """The articles that give one figure alone, and for no place but that of the event."""
    own: dict[str, list[Toll]] = defaultdict(list)
    for toll in found:
        own[toll.reading.statement.article.id].append(toll)
    alike = {article: len({size(t.quantity) for t in tolls}) == 1 for article, tolls in own.items()}
    return frozenset(article for article, tolls in own.items() if alike[article] and all(t.here for t in tolls))


def soldiers_apart(found: Sequence[Toll]) -> bool:
    """Whether some article counts its dead soldiers beside its other dead: "72 residents ..., 38 soldiers"."""
    own: dict[str, list[Toll]] = defaultdict(list)
    for toll in found:
        if toll.story is None and not toll.superseded:
            own[toll.reading.statement.article.id].append(toll)
    pairs = (pair for tolls in own.values() for pair in permutations(tolls, 2))
    return any(of_soldiers(a) and not of_soldiers(b) and not compatible(a.quantity, b.quantity) for a, b in pairs)


def rivals(a: Toll, b: Toll, dead: Mapping[str, Set[float]], firm: Set[str]) -> bool:
    """Whether two tolls count one thing and cannot both be right. `dead` are the numbers of dead that each article
    tells of, `firm` the articles that give one figure alone."""
    alone = {t.reading.statement.article.id for t in (a, b)} <= firm
    if not comparable(counted(a), counted(b)) or (compatible(a.quantity, b.quantity) and not _two_counts(a, b)):
        return False
    if _worldwide(a) != _worldwide(b) or (not a.story and _several(a) != _several(b)):
        return False
    return not reconciled(a, b, dead) and not set_elsewhere(a, b) and _within_reach(a, b, alone) and _set_against(a, b)


def _two_counts(a: Toll, b: Toll) -> bool:
    """Whether both are counts so far, and not one: "at least eight" and "at least nine"."""
    least = all(t.value.casefold().startswith("at least") and not t.quantity.approximate for t in (a, b))
    return least and size(a.quantity) != size(b.quantity) and a.state == "kill" and a.story is None


def _several(toll: Toll) -> bool:
    """Whether the statement sums up several events: "two dead after shootings in the east"."""
    return _EVENTS.search(toll.reading.statement.text) is not None


def _worldwide(toll: Toll) -> bool:
    return _WORLD.search(toll.reading.statement.text) is not None


def _heads(toll: Toll) -> bool:
    return toll.reading.statement.kind is LineKind.HEADING


def _within_reach(a: Toll, b: Toll, alone: bool) -> bool:
    """Whether the two are near enough, in value and in place, to be counts of one thing; the place matters less where
    each stands `alone`, as the only figure that its article gives."""
    if a.story and (vague(a.quantity) or vague(b.quantity)):
        return False
    small, large = sorted((a, b), key=lambda t: size(t.quantity))
    deep = max(t.reading.statement.index for t in (a, b))
    if not alone and a.state not in _STEADY and deep >= _DEEP:
        return False
    if not alone and min(t.reading.statement.index for t in (a, b)) >= _DEEP and a.story is None:
        return False
    share = size(small.quantity) / max(size(large.quantity), 1)
    aside = small.reading.statement.index >= _DEEP and not small.superseded and not small.story
    if aside and share < _PART and not alone:
        return False
    first_report = size(small.quantity) == 1 and size(large.quantity) <= _FEW
    return first_report or share * _RATIO >= 1


def _set_against(a: Toll, b: Toll) -> bool:
    """Whether two figures of one source are meant of one thing: revised, of two speakers, or heading against text."""
    if a.reading.statement.article.id != b.reading.statement.article.id:
        return True
    if a.superseded != b.superseded or _heads(a) != _heads(b):
        return True
    return a.speaker != b.speaker
