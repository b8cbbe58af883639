"""Quantities: how many people were killed, hurt, arrested, displaced, in the words of different sources.

Finds counts of people in one state and one event that cannot all be right, and says when a later report revises an
earlier one (by its time or its own words) or when two named speakers disagree.

Fires: "A ferry fire killed 31 people on Saturday" / "At least 43 people died on Saturday when a ferry caught fire".
"The flood killed 32 people, the agency said, updating an earlier toll of 15" / "At least 15 people died in the flood".

Stays silent: "at least 16" / 16; "dozens" / 50; "more than 30" / 32; the dead and the injured; two medics among the
31 dead; the dead of another day, another place, another cause, or of the whole war; a target; a rate.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations, islice

from discrepancy.detectors import Detector
from discrepancy.detectors._events import Event, articles_of, same_event
from discrepancy.detectors._reckoning import reconciled, set_elsewhere
from discrepancy.detectors._tolls import STATES, Toll, comparable, counted, is_part, tolls
from discrepancy.detectors._values import compatible, normal, size, vague
from discrepancy.model import (
    Certainty,
    Claim,
    Conflict,
    Evidence,
    Kind,
    LineKind,
    Position,
    Reading,
    Relation,
    Severity,
    Signal,
)  # fmt: skip
from discrepancy.settings import Settings

_MOST_PAIRS = 200
"""Pairs of one question that are handed on; a reader looks at sides, and 200 pairs hold every side."""

_MOST = 200
"""Tolls of one article that are compared: an article has a dozen, a file of megabytes is no article."""

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
"""States that one event has one count of. How many are held or in hospital changes by the hour, so that only the
heads of two articles are set against each other."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    """The conflicts between tolls, question by question."""
    events = _events(evidence)
    names = _named(events)
    parts = _parts(evidence)
    dead = _dead(evidence)
    questions: dict[tuple[str, str, str | None], list[Toll]] = defaultdict(list)
    for event, readings, claims in events:
        for toll in islice(tolls(readings, event, claims), _MOST):
            if (toll.quantity.noun, toll.quantity.low) in parts:
                continue
            questions[names[event.article.id], toll.state, toll.story].append(toll)
    for (name, state, story), found in sorted(questions.items(), key=lambda item: [str(part) for part in item[0]]):
        topic = f"{state}:{story or 'event'}:{name}"
        conflicts = list(islice(_conflicts(found, topic, dead), _MOST_PAIRS))
        # "rose from 31 to 43": one sentence, and no disagreement in it alone.
        if any(c.a.statement.key != c.b.statement.key for c in conflicts):
            yield from conflicts


def _parts(evidence: Evidence) -> set[tuple[str | None, float | None]]:
    """Kinds of people and their number that some source gives as a part: "eight dead, including six Americans"."""
    found = (q for r in evidence.readings for q in r.quantities if q.part_of is not None)
    return {(q.noun, q.low) for q in found if q.noun != "person"}


def _dead(evidence: Evidence) -> dict[str, set[float]]:
    """For each article the numbers of dead that it tells of."""
    dead: dict[str, set[float]] = defaultdict(set)
    for reading in evidence.readings:
        counts = (size(q) for q in reading.quantities if q.state == "kill" and q.role == "count")
        dead[reading.statement.article.id].update(counts)
    return dead


def _events(evidence: Evidence) -> list[tuple[Event, list[Reading], list[Claim]]]:
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in evidence.claims:
        claims[claim.statement.article.id].append(claim)
    told = sorted(articles_of(evidence), key=lambda one: one[0].article.id)
    return [(event, readings, claims[event.article.id]) for event, readings in told]


def _named(events: Sequence[tuple[Event, list[Reading], list[Claim]]]) -> dict[str, str]:
    """For each article the first article that tells of the same event: what a question is named by.

    Two articles that each tell of a third's event tell of one, though their own heads share too little: a first report
    and a last one hang together by what came between.
    """
    names: dict[str, str] = {}
    seen: list[Event] = []
    for event, _, _ in events:
        known = {names[other.article.id] for other in seen if same_event(other, event)}
        name = min(known, default=event.article.id)
        names = {article: name if named in known else named for article, named in names.items()}
        names[event.article.id] = name
        seen.append(event)
    return names


def _conflicts(found: Sequence[Toll], topic: str, dead: Mapping[str, Set[float]]) -> Iterator[Conflict]:
    totals = list(_totals(found))
    revisions = _revisions(totals)
    for a, b in combinations(totals, 2):
        if not comparable(counted(a), counted(b)):
            continue
        if compatible(a.quantity, b.quantity) and not _two_counts(a, b):
            continue
        if (
            _worldwide(a) != _worldwide(b)
            or reconciled(a, b, dead)
            or set_elsewhere(a, b)
            or (not a.story and _several(a) != _several(b))
        ):
            continue
        relation = _relation(a, b, revisions)
        if relation is not None and _within_reach(a, b) and _set_against(a, b):
            yield _conflict(a, b, relation, topic)


def _two_counts(a: Toll, b: Toll) -> bool:
    """Whether both are counts so far, and not one: "at least eight" and "at least nine"."""
    least = all(t.value.casefold().startswith("at least") and not t.quantity.approximate for t in (a, b))
    return least and size(a.quantity) != size(b.quantity) and a.state == "kill" and a.story is None


def _totals(found: Sequence[Toll]) -> Iterator[Toll]:
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


def _several(toll: Toll) -> bool:
    """Whether the statement sums up several events: "two dead after shootings in the east"."""
    return _EVENTS.search(toll.reading.statement.text) is not None


def _worldwide(toll: Toll) -> bool:
    return _WORLD.search(toll.reading.statement.text) is not None


def _heads(toll: Toll) -> bool:
    return toll.reading.statement.kind is LineKind.HEADING


def _within_reach(a: Toll, b: Toll) -> bool:
    """Whether the two are near enough, in value and in place, to be counts of one thing."""
    if a.story and (vague(a.quantity) or vague(b.quantity)):
        return False
    small, large = sorted((a, b), key=lambda t: size(t.quantity))
    deep = max(t.reading.statement.index for t in (a, b))
    if a.state not in _STEADY and deep >= _DEEP:
        return False
    if min(t.reading.statement.index for t in (a, b)) >= _DEEP and a.story is None:
        return False
    share = size(small.quantity) / max(size(large.quantity), 1)
    aside = small.reading.statement.index >= _DEEP and not small.superseded and not small.story
    if aside and share < _PART:
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


def _revisions(totals: Sequence[Toll]) -> list[tuple[Toll, Toll]]:
    """Figures that a source says no longer hold, each with the one that replaced it."""
    return [
        (old, new)
        for old in totals
        for new in totals
        if old.superseded and not new.superseded and old.reading.statement.key == new.reading.statement.key
    ]


def _relation(a: Toll, b: Toll, revisions: Sequence[tuple[Toll, Toll]]) -> Relation | None:
    """How two figures that exclude each other stand; None where one is an earlier count of another figure."""
    small, large = sorted((a, b), key=lambda t: size(t.quantity))
    if any(_stands_for(small, old) and _stands_for(large, new) for old, new in revisions):
        return Relation.UPDATE
    if a.superseded or b.superseded:
        return None
    if a.speaker and b.speaker and a.speaker.casefold() != b.speaker.casefold():
        return Relation.ATTRIBUTED
    return Relation.UPDATE if _later(small, large) else Relation.CONFLICT


def _stands_for(toll: Toll, revised: Toll) -> bool:
    """Whether a figure is one that a source revised, or revised to: the same value, not another speaker's claim."""
    return toll is revised or (
        compatible(toll.quantity, revised.quantity) and size(toll.quantity) <= size(revised.quantity)
    )


def _later(small: Toll, large: Toll) -> bool:
    """Whether the larger figure was published later; the day alone does not say when two of one day came out."""
    first, second = (t.reading.statement.article.published for t in (small, large))
    if not first or not second or len(first) != len(second):
        return bool(first and second and first[:10] < second[:10])
    return first < second


def _conflict(a: Toll, b: Toll, relation: Relation, topic: str) -> Conflict:
    story = a.story == "war"
    severity = Severity.HIGH if a.state == "kill" and not story else Severity.MEDIUM
    doubt = 0.15 * (vague(a.quantity) or vague(b.quantity)) + 0.1 * story
    leads = sum(t.reading.statement.index < 2 for t in (a, b))
    confidence = round(0.75 + 0.08 * leads - doubt, 2)
    why = (Signal("same state", a.state), Signal("values", f"{normal(a.quantity)} / {normal(b.quantity)}"))
    question = STATES[a.state] + (" (the war as a whole)" if story else "")
    sides = (_position(a), _position(b))
    return Conflict(Kind.QUANTITY, relation, "quantities", topic, *sides, confidence, severity, question, why)


def _position(toll: Toll) -> Position:
    claim = toll.claim
    return Position(
        statement=toll.reading.statement,
        value=toll.value,
        highlights=(toll.quantity.number_span,),
        normalized=normal(toll.quantity),
        claim=claim,
        speaker=toll.speaker,
        certainty=claim.certainty if claim else Certainty.STATED,
        resolved=claim.resolved if claim else (),
    )


PLUGIN = Detector("quantities", Kind.QUANTITY, find, __doc__)
