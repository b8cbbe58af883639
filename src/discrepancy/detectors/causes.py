"""What caused it: two causes of one thing that cannot both be meant.

Two statements on one thing (an aircraft, a fire, a ferry), of which each puts what happened to it down to a cause of
another sort: somebody's deed (shot down, arson, a bomb), a technical fault, the weather, an error, overloading, gas.
A statement that speaks of "the accident" is on what its article's heading speaks of.

Fires:
    "The militia said it had shot down the jet." / "The ministry said the jet crashed because of a technical fault."
    "Police blamed bad weather for the ferry accident." / "Overloading caused the ferry to capsize."

Stays silent:
    "The jet was shot down." / "The helicopter crashed because of a technical fault." (two aircraft)
    "Several aircraft have been shot down or have crashed because of technical faults." (many, in one breath)
    "The fire started in bad weather." / "The fire was caused by arson." (a circumstance, and a cause)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from discrepancy.align import exclude
from discrepancy.detectors import Detector
from discrepancy.detectors._positions import confidence, hull, position, relation
from discrepancy.model import Claim, Conflict, Evidence, Kind, Modality, Severity, Signal, Span
from discrepancy.settings import Settings

THINGS: dict[str, str] = {
    "aircraft": r"planes?|aircraft|jets?|warplanes?|airliners?|airplanes?|aeroplanes?",
    "helicopter": r"helicopters?|choppers?",
    "drone": r"drones?|uavs?",
    "train": r"trains?|derailment",
    "vessel": r"ships?|boats?|ferry|ferries|vessels?|tankers?",
    "vehicle": r"bus|buses|lorry|coach|truck",
    "fire": r"fire|blaze|inferno|wildfire",
    "explosion": r"explosion|blast",
    "structure": r"bridge|dam|building|tower|roof|collapse",
    "death": r"death",
    "outage": r"outage|blackout",
}
GENERIC = re.compile(r"\b(?:accident|disaster|incident|tragedy|crash|cause)\b", re.IGNORECASE)
SORTS: dict[str, str] = {
    "deed": r"arson|sabotaged?|deliberately set|set on purpose|foul play|homicide|murder|"
    r"(?:an? )?(?:\w{1,20} )?(?:missile|bomb|rocket|drone strike|explosives?|gunfire|terrorist attack)",
    "fault": r"(?:technical|mechanical|electrical|engine|equipment|structural|power|brake)"
    r" (?:\w{1,20} )?(?:fault|failure|malfunction|problem|glitch)s?|malfunction|short circuit|faulty wiring|"
    r"metal fatigue",
    "weather": r"(?:bad|severe|stormy|poor|foul) weather|rough seas?|(?:high|strong) (?:winds|waves)|fog|lightning|"
    r"heavy rain",
    "error": r"(?:human|pilot|driver|operator) error|negligence|speeding|carelessness|a cigarette",
    "load": r"overload(?:ed|ing)|overcrowd(?:ed|ing)",
    "gas": r"gas (?:leak|cylinders?|canisters?)",
    "nature": r"natural causes|a heart attack",
}
CAUSE = "|".join(rf"(?P<{sort}>\b(?:{words})\b)" for sort, words in SORTS.items())
BECAUSE = re.compile(
    rf"\b(?:because of|due to|caused by|blam(?:ed?|ing)|result(?:ed)? (?:of|from)|triggered by|brought down by|"
    rf"hit by|struck by|down to|died of|was)\b(?: (?:the|an?|his|her|its))?\W{{0,3}}(?:{CAUSE})",
    re.IGNORECASE,
)
LED = re.compile(
    rf"(?:{CAUSE})\W{{1,3}}(?:caused|led to|triggered|brought down|was (?:to blame|the cause))\b", re.IGNORECASE
)
SHOT = re.compile(r"\b(?P<deed>shot down|shoot(?:ing)? down|shot (?:\w{1,20} ){1,4}down|blown up)\b", re.IGNORECASE)
UNCERTAIN = re.compile(
    r"\b(?:if it was|whether|not clear|unclear|several|some of the|or (?:have )?crashed)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Cause:
    claim: Claim
    text: str
    span: Span
    sort: str


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    headings = {reading.statement.article.id: reading.statement.text for reading in reversed(evidence.readings)}
    causes: dict[str, dict[tuple[tuple[str, int, int], str], _Cause]] = defaultdict(dict)
    for claim in evidence.claims:
        for cause in _causes(claim):
            for thing in _things(claim.statement.text, headings[claim.statement.article.id]):
                causes[thing].setdefault((claim.statement.key, cause.sort), cause)
    for thing, found in sorted(causes.items()):
        for a, b in combinations(found.values(), 2):
            if a.sort != b.sort and not exclude(a.claim.dates, b.claim.dates):
                yield _conflict(thing, a, b)


def _causes(claim: Claim) -> Iterator[_Cause]:
    text, start = claim.statement.text, claim.statement.start
    denied = claim.negated or claim.stance == "denies"
    if claim.modality is not Modality.FACT or denied or UNCERTAIN.search(text):
        return
    first, last = hull(claim)
    for pattern in (BECAUSE, LED, SHOT):
        for found in pattern.finditer(text, first - start, last - start):
            sort = str(found.lastgroup)
            yield _Cause(claim, found[sort], (start + found.start(sort), start + found.end(sort)), sort)


def _things(text: str, heading: str) -> list[str]:
    """What a statement is on: what it names, or, where it only speaks of the accident, what its heading names."""
    named = [thing for thing, words in THINGS.items() if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)]
    return named or (_things(heading, "") if heading and GENERIC.search(text) else [])


def _conflict(thing: str, a: _Cause, b: _Cause) -> Conflict:
    return Conflict(
        kind=Kind.AGENCY,
        relation=relation(a.claim, b.claim),
        detector="causes",
        topic=f"cause:{thing}",
        a=position(a.claim, a.text, a.span, normalized=a.sort),
        b=position(b.claim, b.text, b.span, normalized=b.sort),
        confidence=confidence(0.75, a.claim, b.claim),
        severity=Severity.HIGH,
        question=f"What caused it ({thing})?",
        why=(Signal("one thing", thing), Signal("two causes", f"{a.text} / {b.text}")),
    )


PLUGIN = Detector("causes", Kind.AGENCY, find, __doc__)
