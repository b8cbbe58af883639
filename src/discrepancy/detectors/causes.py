"""What caused it: a deed in one account, an accident in the other.

Two statements on one thing (an aircraft, a fire, an explosion), of which one puts what happened to it down to
somebody's deed (shot down, bombed, arson) and the other to nobody's (a technical fault, the weather).

Fires:
    "The militia said it had shot down the jet." / "The ministry said the jet crashed because of a technical fault."
    "Police blamed arson for the warehouse fire." / "The blaze was due to an electrical fault."

Stays silent:
    "The jet was shot down." / "The helicopter crashed because of a technical fault." (two aircraft)
    "Several aircraft have been shot down or have crashed because of technical faults." (many, in one breath)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from discrepancy.align import exclude
from discrepancy.detectors import Detector
from discrepancy.detectors._positions import confidence, hull, position, relation
from discrepancy.model import Claim, Conflict, Evidence, Kind, Modality, Severity, Signal, Span
from discrepancy.settings import Settings

THINGS: dict[str, str] = {
    "aircraft": r"plane|aircraft|jet|warplane|airliner|airplane|aeroplane|fighter jet",
    "helicopter": r"helicopter|chopper",
    "drone": r"drone|uav",
    "train": r"train|derailment",
    "vessel": r"ship|boat|ferry|vessel|tanker",
    "fire": r"fire|blaze|inferno",
    "explosion": r"explosion|blast",
    "structure": r"bridge|dam|building|tower|roof|collapse",
    "death": r"death",
    "outage": r"outage|blackout",
}
DEED = re.compile(
    r"\b(?:sho(?:o)?t(?:ing)? (?:\w{1,20} ){0,4}?down|shot down|arson|sabotaged?|deliberately set|set on purpose|"
    r"(?:caused|hit|struck|brought down|blown up|triggered) by (?:an? )?(?:\w{1,20} ){0,2}?"
    r"(?:missile|bomb|rocket|attack|drone|explosive|gunfire)|terrorist attack|foul play|homicide|murder)\b",
    re.IGNORECASE,
)
CHANCE = re.compile(
    r"\b(?:(?:technical|mechanical|electrical|engine|equipment|human|pilot|structural|power)"
    r" (?:\w{1,20} )?(?:fault|failure|malfunction|error|problem|glitch)s?|malfunction|short circuit|gas leak|"
    r"bad weather|accidental(?:ly)?|an accident|natural causes|metal fatigue|lightning)\b",
    re.IGNORECASE,
)
UNCERTAIN = re.compile(
    r"\b(?:if it was|whether|not clear|unclear|several|some of the|or (?:have )?crashed)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Cause:
    claim: Claim
    text: str
    span: Span
    deed: bool


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    causes: dict[str, dict[tuple[tuple[str, int, int], bool], _Cause]] = defaultdict(dict)
    for claim in evidence.claims:
        for cause in _causes(claim):
            for thing in _things(claim):
                causes[thing].setdefault((claim.statement.key, cause.deed), cause)
    for thing, found in sorted(causes.items()):
        deeds = [cause for cause in found.values() if cause.deed]
        chances = [cause for cause in found.values() if not cause.deed]
        for a, b in product(deeds, chances):
            if not exclude(a.claim.dates, b.claim.dates):
                yield _conflict(thing, a, b)


def _causes(claim: Claim) -> Iterator[_Cause]:
    text, start = claim.statement.text, claim.statement.start
    if claim.modality is not Modality.FACT or claim.negated or UNCERTAIN.search(text):
        return
    first, last = hull(claim)
    for pattern, deed in ((DEED, True), (CHANCE, False)):
        for found in pattern.finditer(text):
            span = (start + found.start(), start + found.end())
            if first <= span[0] and span[1] <= last:
                yield _Cause(claim, found[0], span, deed)


def _things(claim: Claim) -> list[str]:
    text = claim.statement.text
    return [thing for thing, words in THINGS.items() if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)]


def _conflict(thing: str, a: _Cause, b: _Cause) -> Conflict:
    return Conflict(
        kind=Kind.AGENCY,
        relation=relation(a.claim, b.claim),
        detector="causes",
        topic=f"cause:{thing}",
        a=position(a.claim, a.text, a.span, normalized="deed"),
        b=position(b.claim, b.text, b.span, normalized="accident"),
        confidence=confidence(0.75, a.claim, b.claim),
        severity=Severity.HIGH,
        question=f"What caused it ({thing})?",
        why=(Signal("one thing", thing), Signal("deed, or accident", f"{a.text} / {b.text}")),
    )


PLUGIN = Detector("causes", Kind.AGENCY, find, __doc__)
