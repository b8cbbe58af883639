"""Whether a body stands on its own or belongs to another.

Of one body, one account says that it acts or stands independently, and another that it is a part, a branch or a
member of something larger. Both can be meant loosely, so a reader should see them side by side.

Fires:
    "The institute is an independent body." / "The institute is part of the university."

Stays silent:
    "The institute is part of the university." / "The institute belongs to the university."
    "The institute wants to become independent." / "The institute is part of the university." (a wish)
    "An independent panel wrote the report." / "The institute is part of the university." (two bodies)
    "Smith runs an independent school." / "Smith led an arm of the university." (a person is no body)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from discrepancy.align import exclude
from discrepancy.detectors import Detector
from discrepancy.detectors._lists import runs
from discrepancy.detectors._positions import confidence, hull, position, relation, titled
from discrepancy.model import Claim, Conflict, Evidence, Kind, Modality, Reading, Severity, Signal, Span
from discrepancy.settings import Settings

APART = re.compile(
    r"\b(?:as|are|is|were|was|remains?|operates?|acts?) (?:\w{1,20} ){0,3}?"
    r"(?:independent (?!of each)(?:\w{1,20} ?)?|independently|autonomous(?:ly)?|on (?:its|their) own)",
    re.IGNORECASE,
)
PART = re.compile(
    r"\b(?:(?:officially |formally )?(?:part|branch|arm|subsidiary|division|(?-i:department)) of|"
    r"(?:officially |formally )?(?:integrated|incorporated) into|subordinate to|under the command of|"
    r"an? (?:\w{1,20} ){0,2}?unit (?:within|of))\b",
    re.IGNORECASE,
)

WITHIN = re.compile(r"\b(?:within|inside|under) (?:the|its)\b", re.IGNORECASE)

WISH = re.compile(
    r"\b(?:want|wants|wanted|hope|hopes|hoped|plans?|planned|should|must|would|could|might) ", re.IGNORECASE
)
"""Verbs of what is not, or not yet."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    readings = {reading.statement.key: reading for reading in evidence.readings}
    people = {name.canonical for reading in evidence.readings for name in reading.names if name.kind == "person"}
    apart = list(_found(evidence, APART))
    part = list(_found(evidence, PART))
    for (a, first), (b, second) in product(apart, part):
        bodies = _bodies(a, readings) & _bodies(b, readings) - people
        if a.statement.key != b.statement.key and bodies and not exclude(a.dates, b.dates):
            yield _conflict(a, first, b, second, min(bodies))


def _found(evidence: Evidence, pattern: re.Pattern[str]) -> Iterator[tuple[Claim, Span]]:
    for claim in evidence.claims:
        start = claim.statement.start
        first, last = hull(claim)
        found = pattern.search(claim.statement.text, first - start, last - start)
        if pattern is APART and WITHIN.search(claim.statement.text):
            continue  # "an independent agency within the ministry" is both
        if found and claim.modality is Modality.FACT and not claim.negated and not WISH.search(claim.statement.text):
            yield claim, (start + found.start(), start + found.end())


def _bodies(claim: Claim, readings: dict[tuple[str, int, int], Reading]) -> frozenset[str]:
    """The bodies that a claim is about: its subject, the list that its subject is in, or the statement's first list.

    The first list stands in where no sure parse gave a subject: news puts what it is about first.
    """
    subject, reading = claim.subject, readings[claim.statement.key]
    lists = list(runs(reading))
    if subject is None:
        return frozenset(name for _, name in lists[0])
    start, end = subject.span
    listed = {name for run in lists if any(start <= s and e <= end for (s, e), _ in run) for _, name in run}
    return frozenset(listed | {name for name in (subject.name, subject.group) if name})


def _conflict(a: Claim, first: Span, b: Claim, second: Span, body: str) -> Conflict:
    text_a, text_b = (c.statement.article.text[s:e] for c, (s, e) in ((a, first), (b, second)))
    return Conflict(
        kind=Kind.CATEGORY,
        relation=relation(a, b),
        detector="belonging",
        topic=f"belonging:{body}",
        a=position(a, text_a, first, normalized="independent"),
        b=position(b, text_b, second, normalized="part"),
        confidence=confidence(0.65, a, b),
        severity=Severity.MEDIUM,
        question=f"Does {titled(body, a)} stand on its own?",
        why=(Signal("same body", body), Signal("independent, or a part", f"{text_a} / {text_b}")),
    )


PLUGIN = Detector("belonging", Kind.CATEGORY, find, __doc__)
