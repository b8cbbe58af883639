"""One of its kind, or one of many: what sets one body apart in one source is said of all of its kind in another.

"Unlike other clinics, X is part of the health service" says that the others are not. A second source that says of the
clinics at large that they are is set against it. Both statements must speak of belonging to something larger, which is
what such contrasts are about in news, and the second must speak of the kind in the plural and without a name.

Fires:
    "Unlike other clinics in Lund, the Maine Clinic is part of the health service."
        / "The clinics are officially part of the health service."

Stays silent:
    "Unlike other clinics, the Maine Clinic is part of the health service." / "The Maine Clinic is part of the service."
    "Unlike other clinics, the Maine Clinic is part of the service." / "The schools are part of the county."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.detectors import Detector
from discrepancy.detectors._positions import confidence, hull, position, relation
from discrepancy.detectors.belonging import PART
from discrepancy.model import Claim, Conflict, Evidence, Kind, Modality, Reading, Severity, Signal, Span
from discrepancy.people import GENERIC_BODIES, singular
from discrepancy.settings import Settings

CONTRAST = re.compile(
    r"\b(?:unlike|in contrast (?:to|with)|as opposed to|in distinction (?:to|from)) (?:the |all )?other "
    r"(?P<kind>(?:[a-z-]{2,20} ){0,3}?[a-z]{3,20}s)\b",
    re.IGNORECASE,
)


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    set_apart = [found for reading in evidence.readings if (found := _set_apart(reading))]
    for claim in evidence.claims:
        for reading, kind, span in set_apart:
            other = reading.statement.article.id != claim.statement.article.id
            if other and (part := _of_all(claim, kind)):
                yield _conflict(evidence, reading, span, claim, part, kind)


def _set_apart(reading: Reading) -> tuple[Reading, str, Span] | None:
    """A statement that says of one body, unlike others of its kind, that it belongs: the kind, and where it says so."""
    text, start = reading.statement.text, reading.statement.start
    contrast = CONTRAST.search(text)
    part = PART.search(text, contrast.end()) if contrast else None
    if contrast is None or part is None:
        return None
    return reading, singular(contrast["kind"].split()[-1]), (start + contrast.start(), start + part.end())


def _of_all(claim: Claim, kind: str) -> Span | None:
    """Where a claim says of the kind at large, in the plural and without a name, that it belongs."""
    subject = claim.subject
    if subject is None or subject.name or subject.group or claim.negated or claim.modality is not Modality.FACT:
        return None
    last = subject.text.split()[-1].lower()
    alike = subject.head == kind or {subject.head, kind} <= GENERIC_BODIES
    if not alike or last == singular(last):
        return None
    first, end = hull(claim)
    start = claim.statement.start
    part = PART.search(claim.statement.text, first - start, end - start)
    return (start + part.start(), start + part.end()) if part else None


def _conflict(evidence: Evidence, reading: Reading, span: Span, claim: Claim, part: Span, kind: str) -> Conflict:
    own = next(c for c in evidence.claims if c.statement.key == reading.statement.key)
    return Conflict(
        kind=Kind.CATEGORY,
        relation=relation(own, claim),
        detector="contrasts",
        topic=f"contrast:{kind}:{reading.statement.key}",
        a=position(own, reading.statement.article.text[slice(*span)], span, normalized="unlike the others"),
        b=position(claim, claim.text, part, normalized="like the others"),
        confidence=confidence(0.6, own, claim),
        severity=Severity.MEDIUM,
        question="Is it true of this one, or of all of its kind?",
        why=(Signal("set apart from other", kind), Signal("said of them all", claim.text)),
    )


PLUGIN = Detector("contrasts", Kind.CATEGORY, find, __doc__)
