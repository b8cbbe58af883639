"""Who took part: two lists of those who did one act together, with a name that only one of them holds.

Each list names two parties or more, they share at least one, and the acts are one: the same verb and no day that
excludes the other. That a party is left out of a list is a disagreement about participants, whichever list is right.

Fires:
    "Spain and Portugal signed the treaty on Monday." / "Spain, Portugal and Italy signed the treaty."

Stays silent:
    "Spain signed the treaty." / "Spain and Portugal signed the treaty." (one signature says nothing of the others)
    "Spain and Italy signed the treaty in May." / "Spain and Portugal signed the treaty in June." (two days)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from discrepancy.align import exclude
from discrepancy.detectors import Detector
from discrepancy.detectors._lists import Listed, joined, runs
from discrepancy.detectors._positions import confidence, position, relation
from discrepancy.lexicon import acts_of
from discrepancy.model import Claim, Conflict, Evidence, Kind, Modality, Position, Reading, Severity, Signal
from discrepancy.settings import Settings

FEWEST = 2  # names in a list
PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be)\b")
WORD = re.compile(r"[^\W_]{4,}")
WEAK = frozenset({"be", "have", "say", "do", "include", "report", "contribute", "write", "vote", "dissent"})
"""Verbs too general to name one act, those of bylines, and what the same people do again and again."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    readings = {reading.statement.key: reading for reading in evidence.readings}
    joint: dict[str, list[tuple[Claim, Listed]]] = defaultdict(list)
    for claim in evidence.claims:
        listed = _listed(claim, readings[claim.statement.key])
        told = claim.predicate not in WEAK and claim.modality is Modality.FACT and not _is_passive(claim)
        if len(listed) >= FEWEST and told:
            for act in acts_of(claim.predicate):
                joint[act].append((claim, listed))
    for act, found in sorted(joint.items()):
        for (a, first), (b, second) in combinations(found, 2):
            two = a.statement.article.id != b.statement.article.id
            if two and _differ(a, first, b, second) and _one_act(a, b):
                yield _conflict(act, a, b, first, second)


def _is_passive(claim: Claim) -> bool:
    """Whether the subject is whom it was done to: "X and Y were shot" lists no doers."""
    start = claim.subject.span[1] if claim.subject else claim.statement.start
    return bool(PASSIVE.search(claim.statement.article.text, start, max(start, claim.predicate_span[0])))


def _listed(claim: Claim, reading: Reading) -> Listed:
    """The list of names that the claim's subject is, is a part of, or is followed by ("several firms, including").

    Where no sure parse gave a subject, the list that stands before the verb.
    """
    subject = claim.subject
    start = subject.span[0] if subject else claim.statement.start
    end = max(subject.span[1] if subject else start, claim.predicate_span[0])
    for run in runs(reading):
        if joined(reading, run) and any(start <= s and e <= end for (s, e), _ in run):
            return run
    return ()


def _names(listed: Listed) -> frozenset[str]:
    return frozenset(name for _, name in listed)


def _differ(a: Claim, first: Listed, b: Claim, second: Listed) -> bool:
    """Whether the lists share a name, and one holds a name of which the other statement has no word."""
    ours, theirs = _names(first), _names(second)
    extra = [(name, b) for name in ours - theirs] + [(name, a) for name in theirs - ours]
    return bool(ours & theirs) and any(not _mentions(other, name) for name, other in extra)


def _mentions(claim: Claim, name: str) -> bool:
    """Whether a statement holds a name or a form of it: "Orbix" where another has "Orbix.com", "J. Lund", or "Lund"."""
    words, held = WORD.findall(name.lower()), set(WORD.findall(claim.statement.text.lower()))
    return set(words) <= held or (len(words) > 1 and words[-1] in held)


def _one_act(a: Claim, b: Claim) -> bool:
    first, second = _target(a), _target(b)
    return a.negated == b.negated and not exclude(a.dates, b.dates) and (first == second or not first or not second)


def _target(claim: Claim) -> str | None:
    found = claim.object
    return (found.name or found.head) if found else None


def _conflict(act: str, a: Claim, b: Claim, first: Listed, second: Listed) -> Conflict:
    common = sorted(_names(first) & _names(second))
    return Conflict(
        kind=Kind.PARTICIPANTS,
        relation=relation(a, b),
        detector="participants",
        topic=f"{act}:{common[0]}",
        a=_side(a, first),
        b=_side(b, second),
        confidence=confidence(0.75, a, b),
        severity=Severity.MEDIUM,
        question="Who took part?",
        why=(Signal("same act", act), Signal("named in both", ", ".join(common))),
    )


def _side(claim: Claim, listed: Listed) -> Position:
    names = list(dict.fromkeys(name for _, name in listed))
    return position(claim, ", ".join(names), *(span for span, _ in listed), normalized="|".join(sorted(names)))


PLUGIN = Detector("participants", Kind.PARTICIPANTS, find, __doc__)
