"""Stretches of calendar time: an EDTF value (ISO 8601-2, level 2) with the days that it may mean."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""EDTF's numbers for the seasons of the northern hemisphere, where most of the English news is written."""

_SEASON_BOUNDS = {21: ((3, 1), (6, 20)), 22: ((6, 1), (9, 22)), 23: ((9, 1), (12, 21)), 24: ((12, 1), (3, 20))}
"""First and last day by either way of counting, the meteorological and the astronomical."""

_YEAR_PARTS = {
    "early": (1, 4),
    "start": (1, 3),
    "mid": (4, 9),
    "late": (8, 12),
    "end": (10, 12),
    "first half": (1, 6),
    "second half": (7, 12),
}
"""Months that writers mean by a part of the year; thirds with a month to spare, since nobody counts them out."""

_MONTH_PARTS = {
    "early": (1, 12),
    "start": (1, 10),
    "mid": (9, 22),
    "late": (18, 31),
    "end": (21, 31),
    "first half": (1, 15),
    "second half": (15, 31),
}
"""Days that writers mean by a part of the month, with some to spare."""


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression stands for. `unit` is its precision: day, week, month, season, year, decade or none."""

    edtf: str | None
    earliest: date | None = None
    latest: date | None = None
    relative: bool = False
    unit: str = "none"


UNKNOWN = Value(None, relative=True)
"""A relative date that has nothing to be relative to."""


def day(on: date, relative: bool = False) -> Value:
    return Value(on.isoformat(), on, on, relative, "day")


def month(year: int, number: int, relative: bool = False) -> Value:
    last = monthrange(year, number)[1]
    return Value(f"{year:04}-{number:02}", date(year, number, 1), date(year, number, last), relative, "month")


def year(number: int, relative: bool = False) -> Value:
    return Value(f"{number:04}", date(number, 1, 1), date(number, 12, 31), relative, "year")


def season(number: int, code: int, relative: bool = False) -> Value:
    """A season that begins in a year: winter 2023 (code 24) runs into 2024."""
    (first_month, first_day), (last_month, last_day) = _SEASON_BOUNDS[code]
    ending = number + (last_month < first_month)
    bounds = (date(number, first_month, first_day), date(ending, last_month, last_day))
    return Value(f"{number:04}-{code}", *bounds, relative, "season")


def part_of_year(number: int, index: int, parts: int) -> Value:
    """A quarter (`parts` 4) or half (`parts` 2), `index` from 0: EDTF 33 to 36, and 40 and 41."""
    width = 12 // parts
    first, last = index * width + 1, (index + 1) * width
    bounds = (date(number, first, 1), date(number, last, monthrange(number, last)[1]))
    return Value(f"{number:04}-{(33 if parts == 4 else 40) + index}", *bounds, unit="season")


def decade(first: int) -> Value:
    return Value(f"{first // 10}X", date(first, 1, 1), date(first + 9, 12, 31), unit="decade")


def century(ordinal: int) -> Value:
    first = (ordinal - 1) * 100
    return Value(f"{ordinal - 1:02}XX", date(max(first, 1), 1, 1), date(first + 100, 12, 31), unit="decade")


def either(a: date, b: date) -> Value:
    """One of two days: what a numeric date may mean that is read differently on two continents."""
    first, last = sorted((a, b))
    return Value(f"[{first.isoformat()},{last.isoformat()}]", first, last, unit="day")


def interval(a: Value, b: Value) -> Value:
    """From the start of `a` to the end of `b`."""
    edtf = f"{a.edtf}/{b.edtf}" if a.edtf and b.edtf else None
    return Value(edtf, a.earliest, b.latest, a.relative or b.relative, a.unit)


def onwards(value: Value) -> Value:
    """Since the start of `value`."""
    return replace(value, edtf=value.edtf and f"{value.edtf.split('/')[0]}/..", latest=None)


def up_to(value: Value) -> Value:
    """Until the end of `value`."""
    return replace(value, edtf=value.edtf and f"../{value.edtf.split('/')[-1]}", earliest=None)


def around(value: Value) -> Value:
    """`value`, said to be approximate."""
    if value.edtf is None or value.earliest is None or value.latest is None:
        return value
    slack = timedelta(days={"day": 3, "week": 7, "month": 31, "season": 60}.get(value.unit, 366))
    return replace(
        value, edtf=f"{value.edtf.rstrip('~')}~", earliest=value.earliest - slack, latest=value.latest + slack
    )


def narrow(value: Value, part: str) -> Value:
    """The early, mid, late, first or last part of a year, month, season or decade; other values as they are."""
    if value.earliest is None or value.latest is None:
        return value
    first = value.earliest
    if value.unit == "year":
        begin, end = _YEAR_PARTS[part]
        return replace(
            interval(month(first.year, begin), month(first.year, end)), relative=value.relative, unit="season"
        )
    if value.unit == "month":
        begin, end = _MONTH_PARTS[part]
        end = min(end, value.latest.day)
        days = interval(day(first.replace(day=begin)), day(first.replace(day=end)))
        return replace(days, relative=value.relative, unit="week")
    if value.unit in ("season", "decade"):
        return _third(value, value.earliest, value.latest, part)
    return value


def _third(value: Value, first: date, last: date, part: str) -> Value:
    """Half of a season or decade, at the end that `part` names: thirds with some to spare."""
    length = (last - first).days
    quarter = timedelta(days=length // 4)
    if part in ("early", "start", "first half"):
        first, last = first, last - 2 * quarter
    elif part in ("late", "end", "second half"):
        first, last = first + 2 * quarter, last
    else:
        first, last = first + quarter, last - quarter
    return replace(value, edtf=f"{first.isoformat()[:7]}/{last.isoformat()[:7]}", earliest=first, latest=last)


def week(on: date, relative: bool = True) -> Value:
    """The week, Monday to Sunday, that holds a day."""
    monday = on - timedelta(days=on.weekday())
    bounds = interval(day(monday), day(monday + timedelta(days=6)))
    return replace(bounds, relative=relative, unit="week")


def shift(on: date, count: float, unit: str) -> date:
    """A day moved by a number of units; the end of the month where the day does not exist there.

    A result outside of the calendar is held at its first or last day.
    """
    days = {"day": 1.0, "week": 7.0}.get(unit)
    if days is not None:
        return date.fromordinal(_held(on.toordinal() + round(count * days)))
    months = count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
    whole = int(months // 1)
    index = on.year * 12 + on.month - 1 + whole
    if not 12 <= index < 9999 * 12:
        return date.min if index < 12 else date.max
    moved = date(index // 12, index % 12 + 1, 1)
    last = monthrange(moved.year, moved.month)[1]
    moved = moved.replace(day=min(on.day, last))
    return date.fromordinal(_held(moved.toordinal() + round((months - whole) * 30.4)))


def _held(ordinal: int) -> int:
    return max(1, min(ordinal, date.max.toordinal()))


def elapsed(reference: date, count: float, unit: str, sign: int) -> Value:
    """What lies `count` units before (`sign` -1) or after a day, as loosely as people round.

    Days are exact. "Five years ago" is said of anything between four and a half and almost six.
    """
    if unit in ("second", "minute", "hour"):
        return day(reference, relative=True)
    exact = shift(reference, sign * count, unit)
    if unit == "day":
        return day(exact, relative=True)
    far, near = shift(reference, sign * (count + 1), unit), shift(reference, sign * (count - 0.5), unit)
    earliest, latest = min(far, near), max(far, near)
    text = {"week": exact.isoformat(), "month": exact.isoformat()[:7], "year": exact.isoformat()[:4]}
    edtf = text.get(unit, f"{exact.year // 10}X")
    return Value(f"{edtf}~", earliest, latest, True, unit)
