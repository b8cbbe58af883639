"""Ages: one person with two ages.

Finds the age that each source gives a named person, beside the name, before it or in a sentence of its own behind it,
and sets two that differ against each other. A birthday explains one year between articles that lie a month apart.

Fires:
    "Maria Lopez, 34, was elected" / "The 36-year-old mayor Maria Lopez"
    "Maria Lopez died at home. She was 36." / "Maria Lopez, 34, died"

Stays silent:
    "Maria Lopez, 34" / "the 36-year-old son of Maria Lopez", "a 36-year-old driver hit Maria Lopez" (others)
    "Maria Lopez, 34" / "Maria Lopez said so. She was 36." (whoever Lopez speaks of)
    "Maria Lopez, 36" / "Lopez, in her thirties"
    "Maria Lopez, 34" / "Maria Lopez, 35" (articles a year apart)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from discrepancy.detectors import Detector
from discrepancy.detectors._ages import Age, ages_in, position
from discrepancy.model import (
    Conflict,
    Evidence,
    Kind,
    NameMention,
    Relation,
    Severity,
    Signal,
)  # fmt: skip
from discrepancy.settings import Settings

_BIRTHDAY = 30
"""Days between two publications from which on a birthday may lie between them, and the source still not be wrong."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    """The conflicts between ages, person by person."""
    ages: dict[str, list[Age]] = defaultdict(list)
    for age in ages_in(evidence):
        ages[age.name.canonical].append(age)
    for person, given in sorted(ages.items()):
        apart = [
            (a, b)
            for a, b in combinations(given, 2)
            if a.quantity.low != b.quantity.low and a.reading.statement.key != b.reading.statement.key
        ]
        grown = {_values(a, b) for a, b in apart if _birthday_between(a, b)}
        for a, b in apart:
            explained = _birthday_between(a, b) or (_undated(a, b) and _values(a, b) in grown)
            if not explained and not _of_a_family(a.name, b.name):
                yield _conflict(person, a, b)


def _of_a_family(a: NameMention, b: NameMention) -> bool:
    """Whether a first name stands before a whole other name: John Samir Haddad may be the son of Samir Haddad."""
    short, long = sorted((a.text.split(), b.text.split()), key=len)
    return 1 < len(short) < len(long) and long[-len(short) :] == short


def _values(a: Age, b: Age) -> frozenset[float | None]:
    return frozenset((a.quantity.low, b.quantity.low))


def _undated(a: Age, b: Age) -> bool:
    """Whether one article says no day: it may be of either side of a birthday that dated ones tell of."""
    return any(x.reading.statement.article.published_on is None for x in (a, b))


def _birthday_between(a: Age, b: Age) -> bool:
    first, second = (x.reading.statement.article.published_on for x in (a, b))
    apart = abs((a.quantity.low or 0) - (b.quantity.low or 0))
    if first is None or second is None:
        return False
    return abs((first - second).days) >= _BIRTHDAY and apart <= 1 + abs((first - second).days) / 365


def _conflict(name: str, a: Age, b: Age) -> Conflict:
    far = abs((a.quantity.low or 0) - (b.quantity.low or 0)) > 1
    why = (Signal("same person", name),)
    sides = (position(a), position(b))
    severity = Severity.MEDIUM if far else Severity.LOW
    return Conflict(
        Kind.QUANTITY, Relation.CONFLICT, "ages", f"age:{name}", *sides, 0.8, severity, f"How old is {name}?", why
    )


PLUGIN = Detector("ages", Kind.QUANTITY, find, __doc__)
