"""Two dates that are the ends of one range: "from March 15 till March 17", "between Friday and Sunday"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from discrepancy.extractors import _calendar as calendar
from discrepancy.extractors._calendar import Value
from discrepancy.extractors._date_atoms import Atom, between
from discrepancy.extractors._date_frames import Framed, before

_JOINS = re.compile(r"\s?(?:-|–|—)\s?|\s(?:to|till|until|through)\s(?:the\s)?")
_AND = re.compile(r"\sand\s(?:the\s)?")
_BETWEEN = re.compile(r"(?i:\bbetween\s(?:the\s)?)$")


def join(text: str, items: list[Framed]) -> list[Framed]:
    """Ranges made one: "from March 15 till March 17", "between Friday and Sunday"."""
    joined: list[Framed] = []
    for item in items:
        if joined and _joins(text, joined[-1], item):
            joined[-1] = _range(text, joined[-1], item)
        else:
            joined.append(item)
    return joined


def _joins(text: str, first: Framed, last: Framed) -> bool:
    """Whether two neighbours are the ends of one range."""
    both = (first.atom, last.atom)
    if any(atom.recurring for atom in both) or not all(atom.partial or atom.weekday is not None for atom in both):
        return False
    swallowed = re.match(r"(?:until|till)\s", text[last.start : last.start + 6])
    gap = text[first.end : last.start + (swallowed.end() if swallowed else 0)]
    if _JOINS.fullmatch(gap):
        return True
    return bool(_AND.fullmatch(gap) and _BETWEEN.search(before(text, first.atom)))


def _range(text: str, first: Framed, last: Framed) -> Framed:
    """Both ends as one; an end that has a year gives it to the other."""
    a, b = first.atom.partial, last.atom.partial
    begin = first.start
    lead = _BETWEEN.search(before(text, first.atom))
    begin -= len(lead[0]) if lead else 0
    unbound = tuple(change for change in last.changes if change is not calendar.up_to)
    if a is not None and b is not None and not unbound and not first.changes[:-1]:
        resolve = between(a if a.year or not b.year else replace(a, year=b.year), b)
    else:
        resolve = _between_values(first, replace(last, changes=unbound))
    return Framed(Atom(begin, last.end, resolve, ranged=True))


def _between_values(first: Framed, last: Framed) -> Callable[[date | None, bool], Value | None]:
    def resolve(reference: date | None, future: bool) -> Value | None:
        inner = replace(first, changes=tuple(change for change in first.changes if change is not calendar.onwards))
        a, b = inner.value(reference, future), last.value(reference, future)
        if a is None or b is None:
            return None
        if a.earliest and b.latest and a.earliest > b.latest:
            return b
        return calendar.interval(a, b)

    return resolve
