"""Quantities: how many people were killed, hurt, arrested, displaced, in the words of different sources.

Finds counts of people in one state and one event that cannot all be right, and says when a later report revises an
earlier one (by its time or its own words) or when two named speakers disagree.

Fires: "A ferry fire killed 31 people on Saturday" / "At least 43 people died on Saturday when a ferry caught fire".
"The flood killed 32 people, the agency said, updating an earlier toll of 15" / "At least 15 people died in the flood".

Stays silent: "at least 16" / 16; "dozens" / 50; "more than 30" / 32; the dead and the injured; two medics among the
31 dead; the dead of another day, another place, another cause, or of the whole war; a target; a rate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations, islice

from discrepancy.detectors import Detector
from discrepancy.detectors._events import Event, articles_of, same_event
from discrepancy.detectors._revisions import relation_of, revisions
from discrepancy.detectors._standing import rivals, soldiers_apart, standing, steadfast
from discrepancy.detectors._tolls import STATES, Toll, of_soldiers, tolls
from discrepancy.detectors._values import normal, size, vague
from discrepancy.model import (
    Certainty,
    Claim,
    Conflict,
    Evidence,
    Kind,
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
    totals = list(standing(found))
    apart = soldiers_apart(found)
    revised, firm = revisions(totals), steadfast(found)
    for a, b in combinations(totals, 2):
        one_kind = not apart or of_soldiers(a) == of_soldiers(b)
        relation = relation_of(a, b, revised) if one_kind and rivals(a, b, dead, firm) else None
        if relation is not None:
            yield _conflict(a, b, relation, topic)


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
