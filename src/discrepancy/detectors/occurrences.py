"""On which day the reported event took place: two articles put the same unnamed event on different days.

"The shooting happened on Saturday" needs no names to be about the shooting of the collection, so the articles must be
of the same days and each must be sure of one day for it; what happens every day is left out.

Fires:
    "The derailment happened on Saturday." / "The derailment occurred on Sunday, the operator said."

Stays silent:
    "The derailment happened on Saturday night." / "The derailment happened early on Sunday." (one night)
    "The derailment happened on Saturday." / "A second derailment happened on Sunday." (two events)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from discrepancy.detectors import Detector
from discrepancy.detectors._positions import confidence, relation
from discrepancy.detectors._when import apart, dated, factual, gap, nearest, told
from discrepancy.model import SIMILARITY_SIGNAL, Argument, Claim, Conflict, Evidence, Kind, Pair, Severity, Signal
from discrepancy.settings import Settings

HAPPENING = frozenset({"happen", "occur", "take place", "strike", "erupt", "break out", "unfold"})

ONE_STORY = 4
"""Days between publications, and between the days told, within which two articles are of one event."""

_ANOTHER = frozenset(
    {"another", "second", "third", "other", "previous", "earlier", "separate", "similar", "last", "first"}
)
_VAGUE = frozenset(
    {"it", "this", "that", "what", "which", "they", "he", "she", "incident", "event", "thing", "meeting"}
)
"""Heads that do not say which event: two articles may mean any two."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told_of = _by_event(evidence)
    for pair in evidence.pairs:
        head = _event(pair.a)
        if head is None or head != _event(pair.b) or not _one_story(pair.a, pair.b):
            continue
        articles = {claim.statement.article.id: told_of[head, claim.statement.article.id] for claim in (pair.a, pair.b)}
        if (
            len(articles) == 2
            and all(map(_sure, articles.values()))
            and apart(pair.a, pair.b)
            and _close(pair.a, pair.b)
        ):
            yield _conflict(pair, head)


def _by_event(evidence: Evidence) -> dict[tuple[str, str], list[Claim]]:
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in evidence.claims:
        head = _event(claim)
        if head is not None:
            found[head, claim.statement.article.id].append(claim)
    return found


def _event(claim: Claim) -> str | None:
    """The noun of the event that a dated claim says took place; none for a named or vague one."""
    subject = claim.subject
    if claim.predicate not in HAPPENING or subject is None or not factual(claim) or not told(claim):
        return None
    return None if subject.head in _VAGUE or _further(subject) else subject.head


def _further(subject: Argument) -> bool:
    """Whether it is said to be another event than the one of the story."""
    return subject.name is not None or bool(_ANOTHER & frozenset(subject.text.lower().split()))


def _one_story(a: Claim, b: Claim) -> bool:
    first, second = a.statement.article.published_on, b.statement.article.published_on
    return first is not None and second is not None and abs((first - second).days) <= ONE_STORY


def _close(a: Claim, b: Claim) -> bool:
    between = gap(nearest(a), nearest(b))
    return between is not None and between <= ONE_STORY


def _sure(claims: list[Claim]) -> bool:
    """Whether one article has one day for the event."""
    return not any(apart(a, b) for a, b in combinations(claims, 2))


def _conflict(pair: Pair, head: str) -> Conflict:
    return Conflict(
        kind=Kind.DATE,
        relation=relation(pair.a, pair.b),
        detector="occurrences",
        topic=f"day:{head}",
        a=dated(pair.a),
        b=dated(pair.b),
        confidence=confidence(0.55, pair.a, pair.b),
        severity=Severity.MEDIUM,
        question=f"On which day did the {head} take place?",
        why=(Signal("same event", head), Signal(SIMILARITY_SIGNAL, pair.similarity)),
    )


PLUGIN = Detector("occurrences", Kind.DATE, find, __doc__)
