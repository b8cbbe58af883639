"""What the rules of dates have in common: an expression that is located, before it is resolved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from discrepancy.extractors import _calendar as calendar
from discrepancy.extractors._calendar import Value
from discrepancy.extractors._partial import Partial, complete

Resolver: TypeAlias = Callable[[date | None, bool], Value | None]
"""From the publication date, and whether the text speaks of the future, to a value; None where there is none."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A located expression before it is resolved. `partial` is there for a date that may lack its year."""

    start: int
    end: int
    resolve: Resolver
    partial: Partial | None = None
    weekday: int | None = None
    part_of_day: str | None = None
    recurring: bool = False
    ranged: bool = False
    """Whether it has both ends by itself, so that a "from" before it opens nothing."""


Rule: TypeAlias = tuple[re.Pattern[str], Callable[[re.Match[str]], Atom | None]]


def of_partial(start: int, end: int, partial: Partial) -> Atom:
    """An atom whose value is that of `partial`."""
    return Atom(start, end, lambda reference, future: complete(partial, reference, future), partial)


def constant(found: re.Match[str], value: Value) -> Atom:
    """An atom that means the same whenever it was written."""
    return Atom(found.start(), found.end(), lambda _reference, _future: value)


def between(first: Partial, last: Partial) -> Resolver:
    """The interval of two partial dates, of which the second fixes the year of both."""

    def resolve(reference: date | None, future: bool) -> Value | None:
        a, b = complete(first, reference, future), complete(last, reference, future)
        if a is None or b is None:
            return None
        if a.earliest and b.latest and a.earliest > b.latest:
            a = first.within(a.earliest.year - 1) if first.year is None else b
        return calendar.interval(a, b) if a else None

    return resolve


def rule(pattern: str, build: Callable[[re.Match[str]], Atom | None]) -> Rule:
    """A rule that does not begin inside a word, a number or an amount of money."""
    return re.compile(rf"(?<![\w/$€£]){pattern}"), build


def atoms(text: str, rules: tuple[Rule, ...]) -> Iterator[Atom]:
    """Every expression that one of `rules` reads; they may overlap."""
    for pattern, build in rules:
        for found in pattern.finditer(text):
            atom = build(found)
            if atom is not None:
                yield atom
