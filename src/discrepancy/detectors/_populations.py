"""Groups of people in claims: what is said of all or none of them, and who is shown to be one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.detectors._positions import titled
from discrepancy.lemmas import noun
from discrepancy.lexicon import MEMBERSHIP, SYNONYM_POPULATIONS, alike, exclusive
from discrepancy.model import Argument, Certainty, Claim, LineKind, Modality, Span

EVERYONE = "everyone"
ABOARD = frozenset({"board", "aboard"})
INSIDE = ("among", "amongst", "aboard", "one of")
AMONG = ("among", "amongst", "of", "in", "on", "aboard", "for", "with")
WORD = re.compile(r"[a-z-]{3,30}", re.IGNORECASE)


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
    words: frozenset[str] = frozenset()
    """All that they are called: "local" and "man" of "a local man"."""


@dataclass(frozen=True, slots=True)
class Denial:
    """What is said of all or none of a population."""

    claim: Claim
    quantifier: str
    category: str
    """Lemma of the category claimed or denied."""
    text: str
    highlights: tuple[Span, ...]
    group: str | None = None
    head: str | None = None
    circle: frozenset[str] = frozenset()
    """Nouns of the phrase that names the population: "players" and "squad" of "the players in the squad"."""

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
        if not self._holds(member):
            return False
        if self.quantifier == "all":
            return any(exclusive(word, self.category) for word in member.words | {member.category})
        return self._is_denied(member)

    def _is_denied(self, member: Member) -> bool:
        return alike(member.category, self.category) and member.category != self.head

    def _holds(self, member: Member) -> bool:
        if self.group or member.group:
            return self.group == member.group
        if self.head is None or member.population is None:
            return False
        return _same(self.head, member.population) or noun(member.population) in self.circle


def denials(claim: Claim) -> Iterator[Denial]:
    """What the claim says of all or none of a population."""
    if claim.modality is not Modality.FACT or claim.certainty is Certainty.UNCLEAR or claim.stance == "denies":
        return
    subject, complement = claim.subject, claim.argument("complement")
    if subject and complement and claim.predicate == "be" and subject.quantifier in ("all", "none"):
        yield Denial(claim, subject.quantifier, complement.head, claim.text, (subject.span, complement.span),
                     group=subject.group, head=subject.head, circle=nouns_in(subject.text))  # fmt: skip


def members(claim: Claim) -> Iterator[Member]:
    """Everybody whom the claim shows to be of a population."""
    unsaid = claim.negated or claim.stance == "denies" or claim.statement.kind is LineKind.CAPTION
    if claim.modality is not Modality.FACT or unsaid:
        return
    subject = claim.subject
    if subject and subject.quantifier != "none":
        yield from _of_group(claim, subject)
        yield from _by_membership(claim, subject)


def _of_group(claim: Claim, subject: Argument) -> Iterator[Member]:
    complement = claim.argument("complement")
    if claim.predicate == "be" and complement:
        yield Member(claim, complement.head, complement.text, (complement.span,), group=subject.group,
                     population=subject.head, words=nouns_in(complement.text))  # fmt: skip
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


def _same(a: str, b: str) -> bool:
    return SYNONYM_POPULATIONS.get(a, a) == SYNONYM_POPULATIONS.get(b, b)


def nouns_in(text: str) -> frozenset[str]:
    """The words of a phrase, each as a singular noun would be written."""
    return frozenset(noun(word.lower()) for word in WORD.findall(text))
