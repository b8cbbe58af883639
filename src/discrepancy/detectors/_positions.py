"""What detectors share: positions from claims, and how two speakers' claims relate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from discrepancy.model import Argument, Certainty, Claim, Position, Relation, Span


def position(claim: Claim, value: str, *highlights: Span, normalized: str | None = None) -> Position:
    """The stance `value` that a claim takes, with the words that carry it marked."""
    return Position(
        statement=claim.statement,
        value=value,
        highlights=tuple(sorted(set(highlights))) or (claim.predicate_span,),
        normalized=normalized,
        claim=claim,
        speaker=claim.speaker,
        certainty=claim.certainty,
        resolved=claim.resolved,
    )


def relation(a: Claim, b: Claim) -> Relation:
    """`attributed` where two named speakers disagree, else `conflict`."""
    both = a.speaker and b.speaker and a.speaker.casefold() != b.speaker.casefold()
    return Relation.ATTRIBUTED if both else Relation.CONFLICT


def confidence(base: float, a: Claim, b: Claim) -> float:
    """`base`, less for each claim that is hedged or was taken whole for want of a sure parse."""
    doubts = sum(claim.certainty in (Certainty.HEDGED, Certainty.UNCLEAR) for claim in (a, b))
    return round(max(0.05, base - 0.1 * doubts - 0.1 * (a.whole + b.whole)), 2)


def crossed(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims of two different statements."""
    return ((a, b) for a, b in combinations(claims, 2) if a.statement.key != b.statement.key)


def apart(a: Claim, b: Claim) -> bool:
    """Whether two voices tell them: one voice that tells of both tells of one after the other."""
    return a.statement.article.id != b.statement.article.id or a.speaker != b.speaker


def about(argument: Argument | None) -> str | None:
    """What an argument is about, as a key: its name, or the group whose members it speaks of."""
    return (argument.name or argument.group) if argument else None


def related(a: str, b: str) -> bool:
    """Whether two names may be of one body: they are the same, or share the stem of a word.

    "Ukraine" and "the Ukrainian military", "Syria" and "the Syrian regime": four letters, the shortest stem that
    keeps most countries apart (Iran, Iraq; Mali, Malta).
    """
    first, second = _stems(a), _stems(b)
    return a.casefold() == b.casefold() or bool(first & second)


def within(a: str, b: str) -> bool:
    """Whether every word of one name has its stem in the other: "Russia" in "the Russian ministry"."""
    first, second = sorted((_stems(a), _stems(b)), key=len)
    return bool(first) and first <= second


def _stems(name: str) -> frozenset[str]:
    return frozenset(word[:4] for word in name.casefold().replace("-", " ").split() if len(word) > 3)


def hull(claim: Claim) -> Span:
    """From a claim's first word to its last."""
    if not claim.spans:
        return (claim.statement.start, claim.statement.end)
    return (min(start for start, _ in claim.spans), max(end for _, end in claim.spans))


def titled(name: str, claim: Claim) -> str:
    """A name as a question says it: with "the" where the claim's article writes it so."""
    with_article = f"the {name}".casefold() in claim.statement.article.text.casefold()
    return f"the {name}" if with_article else name
