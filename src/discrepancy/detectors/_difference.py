"""What two claims of one thing differ in: which argument, and so which kind of disagreement it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.detectors._positions import about, related
from discrepancy.lexicon import alike, exclusive, same_act
from discrepancy.model import Argument, Claim, Kind, Span
from discrepancy.people import NATIONALITIES, PEOPLE, is_organisation, singular

PLACES = ("in", "at", "near", "from", "to", "into", "outside", "on")
ORDINAL = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b")
BE = frozenset({"be", "become", "remain"})
VAGUE = re.compile(
    r"(?:an?|one|another|some|several|many|others?|both|all|each|none|i|you|we|he|she|they|it|this|that|there|his|her|their|him|me|us|them"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\d",
    re.IGNORECASE,
)
"""How a phrase begins that says nothing definite of who or what it is; figures and days have their own detectors."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The part of two claims that differs while the rest agrees."""

    kind: Kind
    part: str
    """subject, complement, object, or the preposition of an oblique."""
    a: tuple[str, Span]
    """Its words in the first claim, references resolved, and where they stand."""
    b: tuple[str, Span]


def difference(a: Claim, b: Claim) -> Difference | None:
    """The one part that differs of two claims of one act; None when more than one does, or nothing else agrees.

    Claims of two acts, and claims that agree in less, are about two things, whatever a model says of them.
    """
    if a.negated or b.negated or not (same_act(a.predicate, b.predicate) or {a.predicate, b.predicate} <= BE):
        return None  # what is said and denied has a detector of its own
    if _two_editions(a, b):
        return None
    found = list(_core(a, b))
    if len(found) == 1 and _anchored(a, b, found[0].part):
        return found[0] if found[0].part != "subject" or _two_doers(a, b) else None
    return next(_obliques(a, b), None) if not found and _anchored(a, b, "") else None


def same(a: Argument, b: Argument) -> bool:
    """Whether two arguments are of one person, body or thing, as far as names and head nouns tell."""
    first, second = about(a), about(b)
    if first and second:
        return first == second or related(first, second)
    within = a.text.casefold() in b.text.casefold() or b.text.casefold() in a.text.casefold()
    return a.head == b.head or alike(a.head, b.head) or within


def _core(a: Claim, b: Claim) -> Iterator[Difference]:
    if a.subject and b.subject and not same(a.subject, b.subject):
        yield _of("subject", Kind.AGENCY, a.subject, b.subject)
    for role in ("complement", "object"):
        first, second = a.argument(role), b.argument(role)
        if first and second and not same(first, second) and _told_apart(first, second):
            yield _of(role, _kind_of(first, second), first, second)


def _two_editions(a: Claim, b: Claim) -> bool:
    """Whether each counts its occasion, and differently: the 79th and the 85th of one ceremony."""
    first, second = (set(ORDINAL.findall(claim.text.lower())) for claim in (a, b))
    return bool(first and second) and not first & second


def _told_apart(a: Argument, b: Argument) -> bool:
    """Whether it is plain that one is not the other: two names, or kinds of people that general English sets apart.

    Other nouns may well be of one thing: a foreign ship is a merchant vessel, and an engine is gunned where a car is.
    """
    return bool(a.name and b.name) or exclusive(a.head, b.head)


def _two_doers(a: Claim, b: Claim) -> bool:
    """Whether two named doers are set against each other over one named thing; others may well both have done it."""
    named = a.subject and b.subject and a.subject.name and b.subject.name
    return bool(named) and about(a.object) is not None and about(a.object) == about(b.object)


def _obliques(a: Claim, b: Claim) -> Iterator[Difference]:
    for first in a.arguments:
        second = b.argument(first.role)
        if first.role not in PLACES or second is None or first.name is None or second.name is None:
            continue
        both = second.name in a.statement.article.text or first.name in b.statement.article.text
        if not both and not same(first, second):  # who names both places tells where the one lies
            yield _of(first.role, Kind.PLACE, first, second)


def _anchored(a: Claim, b: Claim, part: str) -> bool:
    """Whether something definite besides the part that differs is in both claims, and the part itself is definite."""
    roles = [role for role in ("subject", "object", "complement") if role != part]
    shared = [role for role in roles if a.argument(role) and b.argument(role)]
    told = [argument for claim in (a, b) for role in ("subject", part) if (argument := claim.argument(role))]
    vague = any(x.role != "complement" and _vague(x) for x in told)
    dated = any(d.start < x.span[1] and x.span[0] < d.end for x in told for d in (*a.dates, *b.dates))
    return not (vague or dated) and bool(shared)


def _vague(argument: Argument) -> bool:
    """Whether it says nothing definite of who or what it is; a man of some country is nobody in particular."""
    people = argument.name is not None and argument.name.split()[-1].lower() in NATIONALITIES
    return people or VAGUE.match(argument.text) is not None


def _of(part: str, kind: Kind, a: Argument, b: Argument) -> Difference:
    return Difference(kind, part, (a.text, a.span), (b.text, b.span))


def _kind_of(a: Argument, b: Argument) -> Kind:
    called = [x.head in PEOPLE or is_organisation(singular(x.head)) for x in (a, b)]
    return Kind.CATEGORY if all(called) and not (a.name or b.name) else Kind.CONTRADICTION
