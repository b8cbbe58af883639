"""When a body was founded: somebody is in it before it is there, or it is founded on two dates.

A body is there once it is founded, or at the latest once it is announced. Who joins, leads or serves in it earlier
contradicts that, in another article or in the same one.

Fires:
    "Announced in October 2023, the Orion Squad held its first camp." / "Ana Berg joined the Orion Squad in May 2021."
    "The Lund Trust was founded in 1998." / "The Lund Trust, set up in 2001, owns the hall."

Stays silent:
    "The Orion Squad was announced in May 2021 and formed in October 2023." (announced before it is founded)
    "The Orion Squad was formed six months ago." / "Ana Berg joined the Orion Squad in 2022." (in an article without a
    date, nobody knows when that was)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from discrepancy.detectors import Detector
from discrepancy.detectors._acts import ANNOUNCING, FOUNDING, FOUNDING_NEWS, SERVING, called, goal, patient_of
from discrepancy.detectors._positions import confidence, crossed, relation
from discrepancy.detectors._sightings import sightings
from discrepancy.detectors._when import apart, before, dated, factual, timed_claims, told
from discrepancy.model import Claim, Conflict, Evidence, Kind, Severity, Signal
from discrepancy.settings import Settings


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    founded: dict[str, list[Claim]] = defaultdict(list)
    served: dict[str, list[Claim]] = defaultdict(list)
    for claim in (*timed_claims(evidence), *sightings(evidence)):
        if not factual(claim) or not told(claim):
            continue
        body = patient_of(claim) if claim.predicate in FOUNDING_NEWS and _past(claim) else None
        if body:
            founded[_body(claim, body)].append(claim)
        unit = goal(claim) if claim.predicate in SERVING else None
        if unit:
            served[_body(claim, unit)].append(claim)
    for body in sorted(founded):
        yield from _disputed(body, founded[body], served.get(body, []))


def _body(claim: Claim, name: str) -> str:
    """The name of a body that was founded. One word that ends a longer name was taken for a surname, but nobody founds
    a person: the company called after Ana Berg is "Berg", whoever else the article calls so."""
    said = next((a.text.strip() for a in claim.arguments if name in (a.name, a.group)), name)
    return said if " " not in said and name.endswith(f" {said}") else name


def _past(claim: Claim) -> bool:
    """Whether the body was founded, and is not what its members "form" now."""
    start, end = claim.predicate_span
    verb = claim.statement.article.text[start:end].split()[0].lower()
    return verb not in (claim.predicate, f"{claim.predicate}s") or verb == "set"


def _disputed(body: str, founded: list[Claim], served: list[Claim]) -> Iterator[Conflict]:
    for a, b in product(founded, served):
        if all(before(late, early) for late in told(b) for early in told(a)):
            yield _conflict(body, a, b, "in it before it was there", f"Since when has {called(a, body)} existed?")
    for a, b in crossed(claim for claim in founded if claim.predicate in FOUNDING):
        if apart(a, b):
            yield _conflict(body, a, b, "founded on two dates", f"When was {called(a, body)} founded?")


def _conflict(body: str, a: Claim, b: Claim, why: str, question: str) -> Conflict:
    announced = a.predicate in ANNOUNCING
    return Conflict(
        kind=Kind.DATE,
        relation=relation(a, b),
        detector="founding",
        topic=f"founded:{body}",
        a=dated(a),
        b=dated(b),
        confidence=confidence(0.7 if announced else 0.8, a, b),
        severity=Severity.MEDIUM,
        question=question,
        why=(Signal("reason", why), Signal("body", body)),
    )


PLUGIN = Detector("founding", Kind.DATE, find, __doc__)
