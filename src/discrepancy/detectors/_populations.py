"""Groups of people in claims: what is said of all or none of them, and who is shown to be one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.detectors._positions import hull, titled
from discrepancy.lexicon import MEMBERSHIP, MISHAPS, SYNONYM_POPULATIONS, alike, belongs, exclusive
from discrepancy.model import Argument, Certainty, Claim, LineKind, Modality, Span

EVERYONE = "everyone"
LEAD = 4  # statements of an article that tell its main event; a later one may be background
ABOARD = frozenset({"board", "aboard"})
INSIDE = ("among", "amongst", "aboard", "one of")
AMONG = ("among", "amongst", "of", "in", "on", "aboard", "for", "with")
MISHAP_NOUNS = {"casualties": "casualty", "deaths": "death", "fatalities": "fatality", "injuries": "injury",
                "victims": "victim", "arrests": "arrest", "infections": "infection",
                "resignations": "resignation"}  # fmt: skip
DENIED_MISHAP = re.compile(
    r"\b(?P<no>no|without|without any|not any|zero) (?:\w{1,20} ){0,2}?"
    rf"(?P<what>{'|'.join(MISHAP_NOUNS)})(?: (?:\w{{1,20}} )?(?:among|amongst|of|to) (?:the )?(?P<who>\w{{1,30}}))?",
    re.IGNORECASE,
)
DENIED_DEED = re.compile(
    r"\b(?P<no>no one|no-one|nobody|none of the (?P<who>\w{1,30})) (?:else )?"
    r"(?:was|were|is|are|has been|have been|had been) (?:\w{1,15}ly )?(?P<what>killed|injured|hurt|wounded|arrested)",
    re.IGNORECASE,
)
DEEDS = {"killed": "death", "injured": "injury", "hurt": "injury", "wounded": "injury", "arrested": "arrest"}


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who is shown to be of a population, with what they are or what happened to them."""

    claim: Claim
    category: str
    """Lemma of the noun that they are called by."""
    text: str
    highlights: tuple[Span, ...]
    group: str | None = None
    population: str | None = None
    event: str | None = None
    """Lemma of what happened to them."""


@dataclass(frozen=True, slots=True)
class Denial:
    """What is said of all or none of a population."""

    claim: Claim
    quantifier: str
    category: str
    """Lemma of the category claimed or denied, or of the mishap denied."""
    text: str
    highlights: tuple[Span, ...]
    group: str | None = None
    head: str | None = None

    @property
    def named(self) -> bool:
        return self.group is not None

    @property
    def population(self) -> str:
        return self.group or self.head or EVERYONE

    @property
    def label(self) -> str:
        if self.group:
            return f"all members of {titled(self.group, self.claim)}"
        return f"every {self.head}" if self.head else "all of them"

    def denied_by(self, member: Member) -> bool:
        """Whether the member is a counter-example."""
        if member.claim.statement.article.id == self.claim.statement.article.id:
            return False
        if self.category in MISHAPS:
            return member.event in MISHAPS[self.category] and self._holds_victim(member)
        if member.event or not self._holds(member):
            return False
        return exclusive(member.category, self.category) if self.quantifier == "all" else self._is_denied(member)

    def _is_denied(self, member: Member) -> bool:
        return alike(member.category, self.category) and member.category != self.head

    def _holds(self, member: Member) -> bool:
        if self.group or member.group:
            return self.group == member.group
        return self.head is not None and member.population is not None and _same(self.head, member.population)

    def _holds_victim(self, member: Member) -> bool:
        if self.head is None:
            return member.claim.statement.index < LEAD
        return _same(member.category, self.head) or belongs(member.category, self.head)


def denials(claim: Claim) -> Iterator[Denial]:
    """What the claim says of all or none of a population."""
    if claim.modality is not Modality.FACT or claim.certainty is Certainty.UNCLEAR:
        return
    subject, complement = claim.subject, claim.argument("complement")
    if subject and complement and claim.predicate == "be" and subject.quantifier in ("all", "none"):
        yield Denial(claim, subject.quantifier, complement.head, claim.text, (subject.span, complement.span),
                     group=subject.group, head=subject.head)  # fmt: skip
    yield from _denied_mishaps(claim)


def _denied_mishaps(claim: Claim) -> Iterator[Denial]:
    start, text = claim.statement.start, claim.statement.text
    first, last = hull(claim)
    for pattern, nouns in ((DENIED_MISHAP, MISHAP_NOUNS), (DENIED_DEED, DEEDS)):
        found = pattern.search(text)
        if found and first <= start + found.start() and start + found.end() <= last:
            head = _singular(found["who"].lower()) if found["who"] else None
            span = (start + found.start(), start + found.end())
            yield Denial(claim, "none", nouns[found["what"].lower()], found[0], (span,), head=head)


def members(claim: Claim) -> Iterator[Member]:
    """Everybody whom the claim shows to be of a population, or to whom it shows something happen."""
    if claim.modality is not Modality.FACT or claim.negated or claim.statement.kind is LineKind.CAPTION:
        return
    subject = claim.subject
    if subject and subject.quantifier != "none":
        yield from _of_group(claim, subject)
        yield from _by_membership(claim, subject)
    for argument in (subject, claim.object):
        if argument and argument.quantifier != "none" and _suffers(claim, argument):
            yield Member(claim, argument.head, claim.text, (argument.span, claim.predicate_span), event=claim.predicate)


def _of_group(claim: Claim, subject: Argument) -> Iterator[Member]:
    complement = claim.argument("complement")
    if claim.predicate == "be" and complement:
        yield Member(claim, complement.head, complement.text, (complement.span,),
                     group=subject.group, population=subject.head)  # fmt: skip
    elif subject.group:
        yield Member(claim, subject.head, subject.text, (subject.span,), group=subject.group)


def _by_membership(claim: Claim, subject: Argument) -> Iterator[Member]:
    for argument in claim.arguments:
        if argument.role in (*AMONG, "object", "complement") and argument is not subject and _ties(claim, argument):
            population = "passenger" if argument.head in ABOARD else argument.head
            yield Member(claim, subject.head, claim.text, (subject.span, argument.span),
                         group=argument.name or argument.group, population=population)  # fmt: skip


def _ties(claim: Claim, argument: Argument) -> bool:
    if claim.predicate == "be":
        return _is_among(claim, argument) or argument.head in ABOARD
    return claim.predicate in MEMBERSHIP and argument.role != "complement"


def _is_among(claim: Claim, argument: Argument) -> bool:
    """Whether somebody is said to be among the argument's people: "was among the passengers"."""
    start, end = argument.span
    before = claim.statement.article.text[max(claim.statement.start, start - 12) : start]
    within = claim.statement.article.text[start:end]
    return argument.role in INSIDE or bool(re.search(rf"\b(?:{'|'.join(INSIDE)})\b", f"{before}{within[:12]}"))


def _suffers(claim: Claim, argument: Argument) -> bool:
    verbs = {verb for found in MISHAPS.values() for verb in found}
    intransitive = claim.object is None
    return claim.predicate in verbs and (argument is claim.object or (argument is claim.subject and intransitive))


def _same(a: str, b: str) -> bool:
    return SYNONYM_POPULATIONS.get(a, a) == SYNONYM_POPULATIONS.get(b, b)


def _singular(noun: str) -> str:
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
