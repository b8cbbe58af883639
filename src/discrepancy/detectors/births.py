"""Births: the age that a source gives somebody, against the year of birth that another gives, or two years of birth.

Finds a year of birth beside a name ("Maria Lopez (born 1977)", "Maria Lopez was born in Lund on 3 May 1977", a span
of life in brackets) and sets it against ages that sources of a known day give the same person, and against other
years of birth. The age may be of the birthday's either side, and a year more: a page may be older than its date.

Fires:
    "Maria Lopez (born 1977) founded it." / "Maria Lopez, 41, founded it." (published in 2023)
    "Tom Baker (14 July 1970 – 3 May 2023) was a poet." / "The poet Tom Baker was born in 1973."

Stays silent:
    "Maria Lopez (born 1977)" / "Maria Lopez, 45" (published in 2023: the birthday was to come)
    "Maria Lopez (born 1977)" / "Maria Lopez, 41" (no day of publication)
    "Maria Lopez was born in Lund." / "Maria Lopez, 41" (no year)
    "The paper of Maria Lopez (2008 – 2011)" / "Maria Lopez, 41" (no life is so short)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._ages import Age, ages_in, bearers_in, position, sure
from discrepancy.model import (
    Conflict,
    Evidence,
    Kind,
    NameMention,
    Position,
    Relation,
    Severity,
    Signal,
    Statement,
)
from discrepancy.settings import Settings

_DAY: Final = r"(?:\d{1,2} )?(?:[A-Z][a-z]{2,8}\.? )?(?:\d{1,2}, )?"
_YEAR: Final = r"(?P<year>(?:18|19|20)\d\d)\b"
_PLACE: Final = r"(?:in (?:[A-Z][\w’'-]{1,20},? ){1,3})?"
_BORN: Final = re.compile(rf",? ?\(?(?:(?:who )?(?:was|is) )?(?:born|b\.) {_PLACE}(?:(?:in|on) )?{_DAY}{_YEAR}")
_LIFE: Final = re.compile(rf" \({_DAY}{_YEAR} ?[–-] ?{_DAY}(?P<end>(?:18|19|20)\d\d)\)")
"""Both stand right behind a name."""
_SHORTEST_LIFE: Final = 14
"""Years that a span in brackets must have to be a life: offices and bands last no longer as a rule."""
_SLACK: Final = 1
"""Years by which an age may miss the year of birth: an article may have been written before it was published."""


@dataclass(frozen=True, slots=True)
class _Birth:
    statement: Statement
    name: NameMention
    year: int
    span: tuple[int, int]


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    births: dict[str, list[_Birth]] = defaultdict(list)
    for birth in _births(evidence):
        births[birth.name.canonical].append(birth)
    if not births:
        return
    ages = list(ages_in(evidence))
    for person, given in sorted(births.items()):
        for a, b in combinations(given, 2):
            if a.year != b.year and a.statement.article is not b.statement.article:
                yield _conflict(f"When was {person} born?", person, _position(a), _position(b))
        for birth, age in product(given, ages):
            if age.name.canonical == person and _apart(birth, age):
                yield _conflict(f"How old is {person}?", person, _position(birth), position(age))


def _births(evidence: Evidence) -> Iterator[_Birth]:
    bearers = bearers_in(evidence)
    for reading in evidence.readings:
        text = reading.statement.article.text
        for name in reading.names:
            if name.kind not in ("person", "other") or not sure(name, text, bearers):
                continue
            found = _BORN.match(text, name.end, reading.statement.end) or _life(text, name.end, reading.statement.end)
            if found:
                yield _Birth(reading.statement, name, int(found["year"]), found.span("year"))


def _life(text: str, start: int, end: int) -> re.Match[str] | None:
    found = _LIFE.match(text, start, end)
    return found if found and int(found["end"]) - int(found["year"]) >= _SHORTEST_LIFE else None


def _apart(birth: _Birth, age: Age) -> bool:
    article = age.reading.statement.article
    published = article.published_on
    if article is birth.statement.article or published is None or age.quantity.low is None:
        return False
    oldest = published.year - birth.year
    return not oldest - 1 - _SLACK <= age.quantity.low <= oldest + _SLACK


def _conflict(question: str, person: str, a: Position, b: Position) -> Conflict:
    why = (Signal("same person", person),)
    return Conflict(
        Kind.QUANTITY, Relation.CONFLICT, "births", f"age:{person}", a, b, 0.8, Severity.MEDIUM, question, why
    )


def _position(birth: _Birth) -> Position:
    return Position(birth.statement, f"born {birth.year}", (birth.span,), f"born {birth.year}")


PLUGIN = Detector("births", Kind.QUANTITY, find, __doc__)
