"""How old somebody was who is not named: the one boy, girl, man or woman whom an event befell.

Where the head of each of two articles of one event tells of one victim of a kind (a girl who was shot, a man who died)
and gives one age, two ages that differ are set against each other. Named people are for the detector of ages.

Fires:
    "A 5-year-old girl was injured when a wall fell in Lund." / "A 6-year-old girl was hurt by a falling wall in Lund."

Stays silent:
    "A 5-year-old girl was injured." / "A 6-year-old boy was injured." (two children)
    "A 19-year-old man was killed and a 25-year-old man was hurt." / "A 19-year-old man was killed." (two men in one)
    "A 40-year-old man shot a woman." / "A man, 35, was shot." (who did it is no victim)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from discrepancy.detectors import Detector
from discrepancy.detectors._events import HEAD, Event, articles_of, same_event
from discrepancy.detectors._values import normal
from discrepancy.detectors._when import affected
from discrepancy.lexicon import acts_of
from discrepancy.model import (
    Argument,
    Claim,
    Conflict,
    Evidence,
    Kind,
    Position,
    Quantity,
    Relation,
    Severity,
    Signal,
)
from discrepancy.settings import Settings

KINDS = {
    "boy": "boy", "son": "boy", "girl": "girl", "daughter": "girl", "man": "man", "husband": "man", "father": "man",
    "woman": "woman", "wife": "woman", "mother": "woman", "baby": "baby", "infant": "baby", "toddler": "baby",
}  # fmt: skip
"""Nouns of general English for a victim, by the kind that two articles may share."""
HARM = frozenset({"kill", "injure", "shoot", "stab", "die", "hit", "strike", "drown", "find"})
CONFIDENCE = 0.65
FAR = 10
"""Years apart from which two ages are of two people."""


@dataclass(frozen=True, slots=True)
class _Victim:
    claim: Claim
    quantity: Quantity


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    events = {event.article.id: event for event, _ in articles_of(evidence)}
    told = _victims(evidence)
    for kind in sorted({kind for _, kind in told}):
        single = [(events[article], found[0]) for (article, of), found in sorted(told.items()) if _one(found, of, kind)]
        for (event, a), (other, b) in combinations(single, 2):
            if _apart(event, a, other, b):
                yield _conflict(kind, a, b)


def _victims(evidence: Evidence) -> dict[tuple[str, str], list[_Victim]]:
    """By article and kind, each victim whose age is given and whose name is not."""
    told: dict[tuple[str, str], list[_Victim]] = defaultdict(list)
    for claim in evidence.claims:
        victim = _victim(claim)
        kind = KINDS.get(victim.head) if victim is not None and victim.name is None else None
        if victim is None or kind is None:
            continue
        start, end = victim.span
        for quantity in claim.quantities:
            if quantity.role == "age" and quantity.exact and start <= quantity.start < end:
                told[claim.statement.article.id, kind].append(_Victim(claim, quantity))
    return told


def _victim(claim: Claim) -> Argument | None:
    """Whom a harm befell: the object of a deed, or the subject of what only befalls."""
    if (
        claim.statement.index >= HEAD
        or claim.negated
        or claim.whole
        or not (acts_of(claim.predicate) | {claim.predicate}) & HARM
    ):
        return None
    return affected(claim) or (claim.subject if claim.object is None else None)


def _one(found: list[_Victim], of: str, kind: str) -> bool:
    return of == kind and len({victim.quantity.low for victim in found}) == 1


def _apart(event: Event, a: _Victim, other: Event, b: _Victim) -> bool:
    apart = abs((a.quantity.low or 0) - (b.quantity.low or 0))
    return 0 < apart < FAR and same_event(event, other)


def _conflict(kind: str, a: _Victim, b: _Victim) -> Conflict:
    return Conflict(
        kind=Kind.QUANTITY,
        relation=Relation.CONFLICT,
        detector="victims_ages",
        topic=f"victim's age:{kind}",
        a=_position(a),
        b=_position(b),
        confidence=CONFIDENCE,
        severity=Severity.LOW,
        question=f"How old was the {kind}?",
        why=(Signal("one victim in each", kind),),
    )


def _position(victim: _Victim) -> Position:
    span = victim.quantity.number_span
    statement = victim.claim.statement
    return Position(statement, statement.article.text[slice(*span)], (span,), normal(victim.quantity), victim.claim)


PLUGIN = Detector("victims_ages", Kind.QUANTITY, find, __doc__)
