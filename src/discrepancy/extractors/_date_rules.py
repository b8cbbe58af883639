"""Dates that stand on the calendar by their own words: "March 12", "2/7/2016", "the spring of 2023"."""

from __future__ import annotations

import re
from datetime import date

from discrepancy.extractors import _calendar as calendar
from discrepancy.extractors import _date_bare as bare
from discrepancy.extractors._date_atoms import Atom, Rule, between, constant, of_partial, rule
from discrepancy.extractors._date_words import ANY_MONTH, DAY, ORDINALS, SEASON, YEAR, month_number
from discrepancy.extractors._partial import Partial

_RANGE = r"\s?(?:-|–|—|\bto\b|\btill\b|\buntil\b|\bthrough\b|\band\b)\s?"


def _number(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def _month_day(found: re.Match[str]) -> Atom | None:
    before = found.string[max(0, found.start() - 4) : found.start()].lower()
    if found["y"] is None and before.endswith(("in ", "in\n")) and bare.counts_next(found.string, found.end()):
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
    return constant(found, calendar.day(days[0]) if len(days) == 1 else calendar.either(days[0], days[1]))


def _season_year(found: re.Match[str]) -> Atom | None:
    return of_partial(*found.span(), Partial(_number(found["y"]), season=calendar.SEASONS[found["s"].lower()]))


def _part_of_year(found: re.Match[str]) -> Atom | None:
    index = int(found["q"]) - 1 if found["q"] else ORDINALS[found["o"].lower()]
    parts = 2 if found["k"] == "half" else 4
    if index >= parts:
        index = parts - 1
    return constant(found, calendar.part_of_year(int(found["y"]), index, parts))


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


RULES: tuple[Rule, ...] = (
    rule(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:[T ](?P<t>\d\d:\d\d))?(?![\d-])", _iso),
    rule(r"(?P<a>\d{1,2})(?P<s>[/.])(?P<b>\d{1,2})(?P=s)(?P<y>(?:1[5-9]|20)\d\d)(?![\d/])", _numeric),
    rule(
        rf"(?P<m>{ANY_MONTH})\.?\s(?P<d>{DAY}){_RANGE}(?P<e>{DAY})(?:,?\s(?P<y>{YEAR}))?(?!\s{ANY_MONTH})", _day_range
    ),
    rule(rf"(?P<d>{DAY}){_RANGE}(?P<e>{DAY})\s(?:of\s)?(?P<m>{ANY_MONTH})\b(?:\.?,?\s(?P<y>{YEAR}))?", _day_range),
    rule(rf"(?P<m>{ANY_MONTH})\.?\s?(?P<d>{DAY})(?:[,،]?\s{{1,2}}(?:of\s)?(?P<y>{YEAR}))?", _month_day),
    rule(rf"(?P<d>{DAY})(?:\s|-|\sof\s)(?P<m>{ANY_MONTH})\b(?:(?:\.?[,،]?\s|-)(?P<y>{YEAR}))?", _dated),
    rule(rf"(?P<m>{ANY_MONTH})(?P<d>)\.?,?\s(?:of\s)?(?P<y>{YEAR})", _dated),
    rule(rf"(?:[Tt]he\s)?(?P<s>{SEASON})(?:\sof|,)?\s(?P<y>{YEAR})(?:[-/–]\d\d(?!\d))?", _season_year),
    rule(
        r"(?:the\s)?(?:Q(?P<q>[1-4])|(?P<o>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|1st|2nd|3rd|4th)[\s-]"
        rf"(?P<k>quarter|half))(?:\sof|,)?\s(?P<y>{YEAR})",
        _part_of_year,
    ),
    rule(
        r"(?:the\s)?(?P<y>(?:1[5-9]|20)\d0)['’]?s\b",
        lambda m: constant(m, calendar.decade(int(m["y"]))),
    ),
    rule(r"the\s['’](?P<y>[2-9]0)s\b", lambda m: constant(m, calendar.decade(1900 + int(m["y"])))),
    rule(
        r"(?:the\s)?(?P<n>1?\d|2[01])(?:st|nd|rd|th)[\s-]centur(?:y|ies)\b",
        lambda m: constant(m, calendar.century(int(m["n"]))) if int(m["n"]) else None,
    ),
    rule(
        r"((?i:christmas(?:\s(?:eve|day))?|boxing day|new year['’]?s (?:eve|day)|halloween|valentine['’]?s day))\b"
        rf"(?:,?\s(?P<y>{YEAR}))?",
        _feast,
    ),
    *bare.RULES,
)
