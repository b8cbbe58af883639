"""Said and denied: one claim, affirmed by one source and negated by another.

The same named subject, the same verb and the same object, once with a negation and once without, of one occasion.
What is left over for judgement by a model is not attempted here.

Fires:
    "The minister resigned on Monday." / "The minister did not resign, her office said."

Stays silent:
    "The bank did not raise rates in May." / "The bank raised rates in June." (days that exclude each other)
    "Smith did not attend the hearing." / "Jones attended the hearing." (two people)
    "The court did not hear the appeal." / "The court might hear the appeal." (what might be)
    "The court says that Smith cannot block critics." / "Smith blocked critics." (what he must not)
    "The driver was not charged that night." / "The driver was charged on Friday." (a denial that has its own time)
    "Smith was never nominated for a Berg." / "Smith was nominated for a Halley." (two prizes)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import Final

from discrepancy.align import exclude
from discrepancy.detectors import Detector
from discrepancy.detectors._positions import about, confidence, hull, position, relation
from discrepancy.lexicon import SITES
from discrepancy.model import Claim, Conflict, Evidence, Kind, Modality, Severity, Signal
from discrepancy.people import PEOPLE
from discrepancy.settings import Settings

RAISED = re.compile(r"\b(?:do|does|did) ?(?:n['’]?t|not) (?:think|believe|expect|suppose|know)\b", re.IGNORECASE)
"""The negation of "I don't think he won" stands on the wrong verb: what follows is denied, and not affirmed."""
_IN_PART: Final = re.compile(
    r"\b(?:squarely|explicitly|expressly|directly|specifically|formally|officially|personally|fully|entirely"
    r"|necessarily|publicly|solely|simply|merely|just|only|because|out of)\b",
    re.IGNORECASE,
)
"""Adverbs that are what is denied: what was never squarely ruled may have been ruled."""
_PURPOSE: Final = re.compile(
    r"\bbecause\b|\bin order to\b|\bso that\b|\bdue to\b"
    r"|\bto (?!(?:the|an?|his|her|its|their|him|them|it|that|this)\b)[a-z]{3,}\b",
    re.IGNORECASE,
)
"""What somebody who denies an act may mean instead: that it was done for that."""
HARDLY = re.compile(r"\b(?:barely|hardly|scarcely|rarely|seldom)\b", re.IGNORECASE)
"""Adverbs that deny by half: what they go with does not contradict a denial."""
_APART = frozenset({"subject", "when", "on", "at", "during", "after", "before", "by", "for"})
"""Arguments that tell when, by whom and why, and not to whom or where."""
BOUNDED = re.compile(
    r"\b(?:at (?:the|that) (?:time|moment|scene|point|stage)|(?:on |at |in )?(?:the|that|this) (?:same )?"
    r"(?:day|night|evening|morning|afternoon|weekend)|initially|originally|at first|immediately|right away|yet|so far"
    r"|still|until|earlier|previously|before|no longer|any ?(?:longer|more))\b",
    re.IGNORECASE,
)
"""Words that bound a denial in time: what was not so that night may have become so since."""
WEAK = frozenset({"be", "have", "do", "say", "know", "want", "think", "see", "go", "get", "make", "need", "refer"})
"""Verbs that say too little for their negation to be a denial of the same thing."""
_HELD: Final = re.compile(r"\b(?:believ|think|thought|insist|suppos|pretend|imagin)\w* (?:that )?$", re.IGNORECASE)
"""Before what others are said to hold."""
_ALONE: Final = frozenset(
    "resign quit die survive surrender confess testify attend escape flee withdraw happen occur explode collapse crash"
    " sink burn retire return abstain concede".split()
)
"""Verbs that say what was done without a word more; of others, it is the object or the goal that tells."""
_UNABLE: Final = re.compile(r"\b(?:unable|(?:could|can)(?: ?not|n['’]t)) $|\bunable to $", re.IGNORECASE)
_RULED = re.compile(
    r"\b(?:can(?:not|['’]t| not)|(?:may|must|shall|should|would|will) not|(?:must|should|would|wo)n['’]t)(?: \w+)? $",
    re.IGNORECASE,
)
"""Before a verb, that it must not or will not be: no more than that it was not."""
_RULE = 24
"""Characters before a verb in which that is looked for."""
_NO_CONFIDENCE = re.compile(r"\W{1,2}(?:an? |the )?(?:no[ -]confidence|vote of (?:no )?confidence)\b", re.IGNORECASE)
"""One vote under two names."""
_WORD = re.compile(r"[a-z]{3,20}")


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    sides: dict[tuple[str, str, str], tuple[list[Claim], list[Claim]]] = defaultdict(lambda: ([], []))
    for claim in evidence.claims:
        doer = _doer(claim)
        if doer and claim.modality is Modality.FACT and not claim.whole and not _is_ruled(claim):
            sides[doer, claim.predicate, _target(claim)][_denies(claim)].append(claim)
    aligned = {frozenset((id(pair.a), id(pair.b))) for pair in evidence.pairs}
    for (doer, act, target), (said, denied) in sorted(sides.items()):
        if not target and act not in _ALONE and " in " not in doer:
            continue  # "he is running", "he isn't running against"
        for a, b in product(said, denied):
            if frozenset((id(a), id(b))) not in aligned:
                continue
            apart = a.statement.article.id != b.statement.article.id and not exclude(a.dates, b.dates)
            if apart and not HARDLY.search(a.statement.text) and not _bounded(b) and not _for_another(a, b):
                yield _conflict(doer, act, a, b)


def _doer(claim: Claim) -> str | None:
    """What a claim is about, as a key; None where its verb says too little, or its negation is of another."""
    text, (start, _) = claim.statement.article.text, hull(claim)
    if RAISED.search(claim.statement.text) or _HELD.search(text, max(claim.statement.start, start - 40), start):
        return None
    return _there(claim) or (None if claim.predicate in WEAK else about(claim.subject))


def _is_ruled(claim: Claim) -> bool:
    """Whether it says what somebody may not do, or names a vote: neither is a denial."""
    text, (start, end) = claim.statement.article.text, claim.predicate_span
    before = max(claim.statement.start, start - _RULE)
    ruled = _RULED.search(text, before, start) or _UNABLE.search(text, before, start)
    return ruled is not None or _NO_CONFIDENCE.match(text, end) is not None


def _there(claim: Claim) -> str | None:
    """Who is said to be at a kind of place: "militants in a school"."""
    subject = claim.subject
    if claim.predicate != "be" or subject is None or subject.name or subject.head not in PEOPLE:
        return None
    site = next((word for word in _WORD.findall(claim.text.lower()) if word in SITES), None)
    return f"{subject.head} in {site}" if site else None


def _denies(claim: Claim) -> bool:
    """Whether the claim is negated, or is what a speaker denies; a denied negation affirms."""
    return claim.negated != (claim.stance == "denies")


def _for_another(a: Claim, b: Claim) -> bool:
    """Whether each says for what, and it is not one: nominated for one prize, and never for another."""
    first, second = a.argument("for"), b.argument("for")
    return first is not None and second is not None and first.head != second.head


def _bounded(denied: Claim) -> bool:
    return _for_a_time(denied) or _in_part(denied)


def _for_a_time(denied: Claim) -> bool:
    start, end = hull(denied)
    return BOUNDED.search(denied.statement.article.text, start, end) is not None


def _in_part(denied: Claim) -> bool:
    """Whether the denial is of how it was done, or of why."""
    text, (start, end) = denied.statement.article.text, hull(denied)
    why = denied.stance == "denies" and _PURPOSE.search(text, denied.predicate_span[1], denied.statement.end)
    return bool(why) or _IN_PART.search(text, start, end) is not None


def _target(claim: Claim) -> str:
    """To whom or what it is done, or, where it is done to nothing, whereto: "ran behind the shed"."""
    if _there(claim):
        return ""
    obliques = (a for a in claim.arguments if a.role not in _APART)
    found = claim.object or next(obliques, None)
    return (found.name or found.head) if found else ""


def _conflict(doer: str, act: str, a: Claim, b: Claim) -> Conflict:
    return Conflict(
        kind=Kind.CONTRADICTION,
        relation=relation(a, b),
        detector="negations",
        topic=f"{doer}:{act}",
        a=position(a, a.text, a.predicate_span, normalized="said"),
        b=position(b, b.text, b.predicate_span, normalized="denied"),
        confidence=confidence(0.7, a, b),
        severity=Severity.HIGH,
        question=None,
        why=(Signal("same subject", doer), Signal("affirmed, and denied", act)),
    )


PLUGIN = Detector("negations", Kind.CONTRADICTION, find, __doc__)
