"""Dates that stand on the calendar by their own words: "March 12", "2/7/2016", "the spring of 2023", "in 2013"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from discrepancy.extractors import _calendar as calendar
from discrepancy.extractors._calendar import Partial, Value, complete
from discrepancy.extractors._date_words import (
    ANY_MONTH,
    CLOCK,
    DAY,
    FUNCTION_WORDS,
    MONTH,
    ORDINALS,
    SEASON,
    YEAR,
    ZONE_NAME,
    clock,
    month_number,
)

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

_RANGE = r"\s?(?:-|–|—|\bto\b|\btill\b|\buntil\b|\bthrough\b|\band\b)\s?"
_MONTH_CUE = re.compile(
    r"\b(?:in|since|until|till|by|of|last|next|this|during|from|late|early|mid|before|after|between|through|throughout|for"
    r"|around|to|end|each|every|begin|start)[\s-]$",
    re.IGNORECASE,
)
_PLURAL_NEXT = re.compile(r"\s([a-z]{3,20}s|people|men|women|children|police|personnel)\b")
_UNSURE_MONTHS = ("May", "MAY", "March", "MARCH", "June", "JUNE", "April", "APRIL", "August", "AUGUST")


def of_partial(start: int, end: int, partial: Partial) -> Atom:
    """An atom whose value is that of `partial`."""
    return Atom(start, end, lambda reference, future: complete(partial, reference, future), partial)


def _constant(found: re.Match[str], value: Value) -> Atom:
    return Atom(found.start(), found.end(), lambda _reference, _future: value)


def _number(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def counts_next(text: str, end: int) -> bool:
    """Whether a plural noun follows at `end`, so that a number before it counts things: "2023 fighters"."""
    found = _PLURAL_NEXT.match(text, end)
    return found is not None and found[1] not in FUNCTION_WORDS


def _month_day(found: re.Match[str]) -> Atom | None:
    before = found.string[max(0, found.start() - 4) : found.start()].lower()
    if found["y"] is None and before.endswith(("in ", "in\n")) and counts_next(found.string, found.end()):
        return None
    return _dated(found)


def _dated(found: re.Match[str]) -> Atom | None:
    partial = Partial(_number(found["y"]), month_number(found["m"]), _number(found["d"]))
    return of_partial(*found.span(), partial) if partial.within(partial.year or 2000) else None


def _day_range(found: re.Match[str]) -> Atom | None:
    year, month = _number(found["y"]), month_number(found["m"])
    first, last = Partial(year, month, _number(found["d"])), Partial(year, month, _number(found["e"]))
    if (first.day or 0) >= (last.day or 0) or not last.within(year or 2000):
        return None
    return Atom(*found.span(), between(first, last), ranged=True)


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


def _iso(found: re.Match[str]) -> Atom | None:
    try:
        on = date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None
    return Atom(*found.span(), lambda _r, _f: calendar.day(on), part_of_day=found["t"])


def _numeric(found: re.Match[str]) -> Atom | None:
    first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
    readings = [Partial(year, second, first)] + ([Partial(year, first, second)] if found["s"] == "/" else [])
    days = sorted(
        {
            on.earliest
            for on in (p.within(year) if p.month in range(1, 13) else None for p in readings)
            if on and on.earliest
        }
    )
    if not days:
        return None
    return _constant(found, calendar.day(days[0]) if len(days) == 1 else calendar.either(days[0], days[1]))


def _season_year(found: re.Match[str]) -> Atom | None:
    return of_partial(*found.span(), Partial(_number(found["y"]), season=calendar.SEASONS[found["s"].lower()]))


def _bare_season(found: re.Match[str]) -> Atom | None:
    if not _free_after(found.string, found.end()) or found.string.startswith(" of", found.end()):
        return None
    return of_partial(found.start("span"), found.end(), Partial(season=calendar.SEASONS[found["s"].lower()]))


def _part_of_year(found: re.Match[str]) -> Atom | None:
    index = int(found["q"]) - 1 if found["q"] else ORDINALS[found["o"].lower()]
    parts = 2 if found["k"] == "half" else 4
    if index >= parts:
        index = parts - 1
    return _constant(found, calendar.part_of_year(int(found["y"]), index, parts))


def _bare_month(found: re.Match[str]) -> Atom | None:
    text, word = found.string, found["m"]
    before = text[max(0, found.start() - 14) : found.start()]
    cued = bool(_MONTH_CUE.search(before)) and not (word.upper() == "MAY" and re.search(r"\bof\s$|\bto\s$", before))
    short = len(word) == 3 and word.upper() != "MAY"
    if not cued and (short or word in _UNSURE_MONTHS or re.match(r"\s[A-Z][a-z]", text[found.end() : found.end() + 3])):
        return None
    if (
        not cued
        and re.search(r"[A-Z][a-z]{2,15}\s$", before)
        and not re.search(r"(?:^|[.!?]\s)[A-Z]\w{1,12}\s$", before)
    ):
        return None
    return of_partial(*found.span(), Partial(month=month_number(word)))


_STRONG = re.compile(r"(?:\b(?:in|since|during|throughout|year|early|mid|late|circa)[\s-]|\()$", re.IGNORECASE)
_WEAK = re.compile(r"\b(?:by|of|until|till|to|from|before|after|around|between|for)\s$", re.IGNORECASE)
_AT_LEAST = re.compile(r"\b(?:until|till|to|by|through)\sat\sleast\s$", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:\b(?:the|its|their|his|her|our|a)|['’]s)\s$", re.IGNORECASE)


def _free_after(text: str, end: int) -> bool:
    """Whether what follows is no noun: the end, punctuation, a function word or a new name."""
    rest = re.match(r"\s([A-Za-z]{1,20})\b(?!-)", text[end : end + 24])
    if rest is None:
        return not re.match(r"\s?\d|-[a-z]|\.[a-z]", text[end : end + 3])
    return rest[1] in FUNCTION_WORDS or rest[1][0].isupper()


_NUMBERED = re.compile(
    r"\s?(?:GMT|UTC|hrs|hours|local)\b|\sblocks?\b|\s(?:[A-Z][A-Za-z]{1,20}\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Boulevard|Lane)\b"
)
"""What follows a clock time or a house number: "1800 GMT", "the 1900 block of", "at 2010 Elm Street"."""


def _bare_year(found: re.Match[str]) -> Atom | None:
    text, end = found.string, found.end()
    before = text[max(0, found.start() - 22) : found.start()]
    if _NUMBERED.match(text, end):
        return None
    if _STRONG.search(before):
        fits = not counts_next(text, end) or bool(re.search(r"(?:since|during|[.!?]\sIn|^In)\s$", before))
    elif _WEAK.search(before) or _AT_LEAST.search(before):
        fits = _free_after(text, end)
    else:
        fits = (
            bool(_DEFINITE.search(before))
            and bool(re.match(r"\s[A-Za-z]", text[end : end + 2]))
            and not counts_next(text, end)
        )
    return of_partial(*found.span(), Partial(int(found[0]))) if fits else None


def _year_range(found: re.Match[str]) -> Atom | None:
    first = int(found["y"])
    last = int(found["z"]) if len(found["z"]) == 4 else first // 100 * 100 + int(found["z"])
    if not first < last <= first + 300 or counts_next(found.string, found.end()):
        return None
    value = calendar.interval(calendar.year(first), calendar.year(last))
    return Atom(*found.span(), lambda _reference, _future: value, ranged=True)


_FEASTS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new years eve": (12, 31),
    "new years day": (1, 1),
    "halloween": (10, 31),
    "valentines day": (2, 14),
}


def _feast(found: re.Match[str]) -> Atom | None:
    month, number = _FEASTS[re.sub(r"['’]", "", found[1]).lower()]
    return of_partial(*found.span(), Partial(_number(found["y"]), month, number))


def _rule(pattern: str, build: Callable[[re.Match[str]], Atom | None]) -> Rule:
    return re.compile(rf"(?<![\w/$€£]){pattern}"), build


RULES: tuple[Rule, ...] = (
    _rule(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:[T ](?P<t>\d\d:\d\d))?(?![\d-])", _iso),
    _rule(r"(?P<a>\d{1,2})(?P<s>[/.])(?P<b>\d{1,2})(?P=s)(?P<y>(?:1[5-9]|20)\d\d)(?![\d/])", _numeric),
    _rule(
        rf"(?P<m>{ANY_MONTH})\.?\s(?P<d>{DAY}){_RANGE}(?P<e>{DAY})(?:,?\s(?P<y>{YEAR}))?(?!\s{ANY_MONTH})", _day_range
    ),
    _rule(rf"(?P<d>{DAY}){_RANGE}(?P<e>{DAY})\s(?:of\s)?(?P<m>{ANY_MONTH})\b(?:\.?,?\s(?P<y>{YEAR}))?", _day_range),
    _rule(rf"(?P<m>{ANY_MONTH})\.?\s?(?P<d>{DAY})(?:,?\s{{1,2}}(?:of\s)?(?P<y>{YEAR}))?", _month_day),
    _rule(rf"(?P<d>{DAY})(?:\s|-|\sof\s)(?P<m>{ANY_MONTH})\b(?:(?:\.?,?\s|-)(?P<y>{YEAR}))?", _dated),
    _rule(rf"(?P<m>{ANY_MONTH})(?P<d>)\.?,?\s(?:of\s)?(?P<y>{YEAR})", _dated),
    _rule(rf"(?:[Tt]he\s)?(?P<s>{SEASON})(?:\sof|,)?\s(?P<y>{YEAR})(?:[-/–]\d\d(?!\d))?", _season_year),
    _rule(
        r"(?:[Dd]uring|[Ii]n|[Tt]hroughout|[Oo]ver|[Tt]hrough|[Ss]ince|[Uu]ntil|[Bb]y)\s"
        rf"(?P<span>(?:the\s)?(?P<s>{SEASON})(?:\s(?:months|season))?)\b(?!-)",
        _bare_season,
    ),
    _rule(
        r"(?:the\s)?(?:Q(?P<q>[1-4])|(?P<o>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|1st|2nd|3rd|4th)[\s-]"
        rf"(?P<k>quarter|half))(?:\sof|,)?\s(?P<y>{YEAR})",
        _part_of_year,
    ),
    _rule(
        r"(?:the\s)?(?P<y>(?:1[5-9]|20)\d0)['’]?s\b",
        lambda m: _constant(m, calendar.decade(int(m["y"]))),
    ),
    _rule(r"the\s['’](?P<y>[2-9]0)s\b", lambda m: _constant(m, calendar.decade(1900 + int(m["y"])))),
    _rule(
        r"(?:the\s)?(?P<n>1?\d|2[01])(?:st|nd|rd|th)[\s-]centur(?:y|ies)\b",
        lambda m: _constant(m, calendar.century(int(m["n"]))) if int(m["n"]) else None,
    ),
    _rule(rf"(?P<y>{YEAR})(?:\s?[-–—/]\s?|\s(?:to|till|until|through|and)\s)(?P<z>{YEAR}|\d\d(?![\d:%]))", _year_range),
    _rule(rf"(?P<m>{ANY_MONTH})\b(?!['’]s\s[A-Z]|-[a-z])", _bare_month),
    _rule(YEAR, _bare_year),
    _rule(
        r"((?i:christmas(?:\s(?:eve|day))?|boxing day|new year['’]?s (?:eve|day)|halloween|valentine['’]?s day))\b"
        rf"(?:,?\s(?P<y>{YEAR}))?",
        _feast,
    ),
)


def atoms(text: str, rules: tuple[Rule, ...]) -> Iterator[Atom]:
    """Every expression that one of `rules` reads; they may overlap."""
    for pattern, build in rules:
        for found in pattern.finditer(text):
            atom = build(found)
            if atom is not None:
                yield atom


def clocks(text: str) -> Iterator[tuple[int, int, str]]:
    """Clock times of a text as start, end and HH:MM; a bare "9:05" only after a word that makes it a time."""
    for found in re.finditer(rf"(?<![\w:.,$€£/-])({CLOCK})(?:\s?{ZONE_NAME})?", text):
        read = clock(found[1])
        before = text[max(0, found.start() - 16) : found.start()]
        marked = re.search(r"[apAP]\.?[mM]|^\d{4}$", found[1])
        if read and (
            marked or re.search(r"\b(?:at|around|about|by|from|until|till|after|before|since|and)\s$", before)
        ):
            yield found.start(), found.end(), read


__all__ = ["MONTH", "RULES", "Atom", "Resolver", "Rule", "atoms", "between", "clocks", "counts_next", "of_partial"]
