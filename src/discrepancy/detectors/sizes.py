"""Sizes: how many people a body has, in the words of two sources.

Finds what a sentence says the whole of a named unit, party, firm or crew counts, be the body named there or meant by
"the battalion" or "it", and sets two numbers that cannot both be right against each other.

Fires:
    "The Orion Squad has about 400 fighters." / "The squad numbers some 120 men." (of the Orion Squad)
    "Altogether 250 people serve in the Orion Squad." / "The 400-strong Orion Squad was founded in Lund."

Stays silent:
    "The Orion Squad has about 400 fighters." / "The Orion Squad has 30 fighters in Lund." (a part of them)
    "The Orion Squad has about 400 fighters." / "The Orion Squad had 120 men in 2014." (another time)
    "The Orion Squad has about 400 fighters." / "The Orion Squad has 12 men who speak Swedish." (some of them)
    "The Orion Squad has about 400 fighters." / "The Orion Squad lost 120 men." (what became of them)
    "The Orion Club has 400 members." / "The Orion Club has 12 employees."
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._values import compatible, normal, shown, size
from discrepancy.model import (
    Conflict,
    Evidence,
    Kind,
    NameMention,
    Position,
    Quantity,
    Reading,
    Relation,
    Severity,
    Signal,
    Span,
)
from discrepancy.people import is_organisation
from discrepancy.settings import Settings

_SORTS: Final = {
    noun: sort
    for sort, nouns in (
        ("ranks", "member man volunteer recruit fighter soldier troop militant rebel insurgent combatant gunman"),
        ("staff", "employee worker staff personnel"),
        ("", "person people individual"),
    )
    for noun in nouns.split()
}
"""Nouns for the people of a body, by what they are in it; of the last sort are those who may be either."""
_ADVERB: Final = r"(?:now|currently|today|already|altogether|still|at present)"
_HAS: Final = re.compile(
    rf",?(?: {_ADVERB})? (?:has|have|had|numbers|numbered|counts|counted|comprises|comprised|consists of|consisted of"
    r"|employs|employed|fields|fielded|boasts|is made up of|was made up of|has grown to|says it has|claims to have"
    r"|is (?:estimated|believed|thought|said) to have)"
    rf"(?: {_ADVERB})?(?: an?(?: total)? (?:force|strength|membership|staff|crew|workforce|headcount) of)?"
    r"(?: about| some| only| just)? "
)
"""Between a body and the number of its people."""
_SERVE: Final = re.compile(
    rf"(?: {_ADVERB})? (?:serve|served|fight|work|are enrolled|are enlisted|are on the rolls) (?:in|with|for|of)"
    r" (?:the )?"
)
"""Between the number and the body."""
_WHOLE: Final = re.compile(
    r"(?: (?:in total|in all|altogether|overall|under arms|on (?:its|the) (?:rolls|books|payroll)|now|today"
    r"|at present))?(?=[,.;:)!?\"”]|$| (?:and|but|he|she|they|according)\b)"
)
"""What stands behind the number of the whole: a place or a clause would make it a part."""
_THEN: Final = re.compile(
    r"\b(?:once|originally|initially|at first|at (?:its|the) (?:peak|height|start|time|beginning)|then|until"
    r"|at the end of|(?:years?|months?|weeks?) (?:ago|earlier|before|later)|killed|wounded|injured|lost|each|every"
    r"|captured)\b",
    re.IGNORECASE,
)
"""Another time, or another number than the body's own."""
_THE: Final = re.compile(r"\b[Tt]he (\w+)\b")
_IT: Final = re.compile(r"It\b")
_NO_BODIES: Final = ("person", "place")
_APART: Final = 1.25
"""How many times the one must be the other: a body takes people on and loses some between two articles."""


@dataclass(frozen=True, slots=True)
class _Size:
    reading: Reading
    quantity: Quantity


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    sizes: dict[str, list[_Size]] = defaultdict(list)
    for body, given in _sizes(evidence):
        sizes[body].append(given)
    for body, told in sorted(sizes.items()):
        for a, b in combinations(told, 2):
            if a.reading.statement.article is not b.reading.statement.article and _differ(a.quantity, b.quantity):
                yield _conflict(body, a, b)


def _sizes(evidence: Evidence) -> Iterator[tuple[str, _Size]]:
    names: dict[str, list[NameMention]] = defaultdict(list)
    for reading in evidence.readings:
        names[reading.statement.article.id].extend(name for name in reading.names if name.kind not in _NO_BODIES)
    for before, reading in zip((None, *evidence.readings), evidence.readings, strict=False):
        if _THEN.search(reading.statement.text):
            continue
        bodies = list(_bodies(reading, names[reading.statement.article.id]))
        if before is not None and before.statement.article is reading.statement.article:
            bodies.extend(_meant(reading, before, names[reading.statement.article.id]))
        for quantity in reading.quantities:
            body = _body(reading, quantity, bodies)
            if body:
                yield body, _Size(reading, quantity)


def _bodies(reading: Reading, names: Sequence[NameMention]) -> Iterator[tuple[Span, str]]:
    """The bodies that a statement names, and those that its pronouns and generic nouns stand for."""
    for name in reading.names:
        if name.kind not in _NO_BODIES:
            yield (name.start, name.end), name.canonical
    for reference in reading.references:
        start, end = reference.antecedent
        meant = {name.canonical for name in names if start <= name.start and name.end <= end}
        if len(meant) == 1:
            yield (reference.start, reference.end), meant.pop()


def _meant(reading: Reading, before: Reading, names: Sequence[NameMention]) -> Iterator[tuple[Span, str]]:
    """What an "It" at the beginning stands for where nobody has read it: the one body of the sentence before, or the
    one that the article names most, where that sentence speaks of "the battalion"."""
    told = {body for _, body in _bodies(before, names)}
    if not told and any(is_organisation(noun) for noun in _THE.findall(before.statement.text)):
        most = Counter(name.canonical for name in names).most_common(2)
        told = {name for name, count in most[:1] if count > 1 and all(other < count for _, other in most[1:])}
    found = _IT.match(reading.statement.article.text, reading.statement.start)
    if found and len(told) == 1:
        yield found.span(), told.pop()


def _body(reading: Reading, quantity: Quantity, bodies: Sequence[tuple[Span, str]]) -> str | None:
    """The body whose people a number counts, by its canonical name; None where it counts something else."""
    of_people = quantity.noun in _SORTS and quantity.role == "count" and quantity.part_of is None
    if not of_people or quantity.target or quantity.per:
        return None
    text, end = reading.statement.article.text, reading.statement.end
    strong = "strong" in quantity.text
    for (low, high), body in bodies:
        if strong and low - 2 < quantity.end and quantity.start < high:
            return body
        if reading.dates:
            continue
        if any(_HAS.fullmatch(text, high, start) for start in (quantity.start, quantity.number_span[0])):
            return body if _WHOLE.match(text, quantity.end, end) else None
        if _SERVE.fullmatch(text, quantity.end, low):
            return body
    return None


def _differ(a: Quantity, b: Quantity) -> bool:
    sorts = {_SORTS[quantity.noun or ""] for quantity in (a, b)} - {""}
    low, high = sorted((a, b), key=size)
    return len(sorts) < 2 and not compatible(a, b) and size(high) >= _APART * size(low)


def _conflict(body: str, a: _Size, b: _Size) -> Conflict:
    return Conflict(
        kind=Kind.QUANTITY,
        relation=Relation.CONFLICT,
        detector="sizes",
        topic=f"size:{body}",
        a=_position(a),
        b=_position(b),
        confidence=0.8,
        severity=Severity.MEDIUM,
        question=f"How many people does {body} have?",
        why=(Signal("same body", body),),
    )


def _position(given: _Size) -> Position:
    statement, quantity = given.reading.statement, given.quantity
    return Position(statement, shown(quantity, statement.article.text), (quantity.number_span,), normal(quantity))


PLUGIN = Detector("sizes", Kind.QUANTITY, find, __doc__)
