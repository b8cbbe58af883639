"""Most of a group: two majorities of one group that differ.

Two claims that each speak of most of one group ("most recruits", "the majority of its members"), with one verb and
two different answers. Both can be loose, but they cannot both be the larger half.

Fires:
    "Most of the club's fans come from the north." / "The majority of its fans come from the islands."

Stays silent:
    "Most fans come from the north." / "Many fans come from the islands." (many is not most)
    "Most fans come from the north." / "Most fans arrived by train." (two questions)
"""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.detectors import Detector
from discrepancy.detectors._positions import confidence, crossed, position, related, relation
from discrepancy.lexicon import same_act
from discrepancy.model import Argument, Claim, Conflict, Evidence, Kind, Modality, Position, Severity, Signal
from discrepancy.settings import Settings

ROLES = ("complement", "object", "from", "in", "of", "to")


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    claims = [claim for claim in evidence.claims if _of_most(claim)]
    for a, b in crossed(claims):
        first, second = _answer(a), _answer(b)
        if first and second and _one_question(a, b) and _differ(first, second):
            yield _conflict(a, b, first, second)


def _of_most(claim: Claim) -> bool:
    return bool(claim.subject and claim.subject.quantifier == "most" and claim.modality is Modality.FACT)


def _answer(claim: Claim) -> Argument | None:
    return claim.argument(*ROLES)


def _one_question(a: Claim, b: Claim) -> bool:
    first, second = a.subject, b.subject
    if not first or not second or not same_act(a.predicate, b.predicate) or a.negated != b.negated:
        return False
    return first.group == second.group if first.group or second.group else first.head == second.head


def _differ(a: Argument, b: Argument) -> bool:
    if a.name and b.name:
        return a.name != b.name and not related(a.name, b.name)
    return a.role == b.role and not related(a.text, b.text)


def _conflict(a: Claim, b: Claim, first: Argument, second: Argument) -> Conflict:
    whose = (a.subject.group or a.subject.head) if a.subject else ""
    return Conflict(
        kind=Kind.CATEGORY,
        relation=relation(a, b),
        detector="majorities",
        topic=f"most:{whose}:{a.predicate}",
        a=_side(a, first),
        b=_side(b, second),
        confidence=confidence(0.75, a, b),
        severity=Severity.MEDIUM,
        question=f"What is true of most of {whose}?",
        why=(Signal("majority of one group", whose), Signal("same act", a.predicate)),
    )


def _side(claim: Claim, answer: Argument) -> Position:
    return position(claim, answer.text, answer.span, normalized=answer.name)


PLUGIN = Detector("majorities", Kind.CATEGORY, find, __doc__)
