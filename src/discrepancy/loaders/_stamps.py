"""Dates as articles are stamped with them: a day with its year, and the clock time that may follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?,?\s{1,3})?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"
_THEN = r"(?:[,،]\s?|\s)"  # what stands before the year: "17 July، 2017", "Jul 17,2017"
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_ISO = r"(?P<y3>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m3>[01]?\d)(?P=sep)(?P<d3>[0-3]?\d)(?!\d)"
_SLASHED = r"(?P<a4>[0-3]?\d)(?P<sep4>[/.])(?P<b4>[0-3]?\d)(?P=sep4)(?P<y4>(?:19|20)\d\d)(?!\d)"
_CLOCK = (
    r"(?:\s{0,3}[T,;|·•\-–—]?\s{0,3}(?:at\s|@\s)?(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d)(?:[:.][0-5]\d)?(?:\.\d{1,6})?)?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?(?P<zone>UTC|GMT|Z|[+-]\d\d:?\d\d)(?![\w:]))?(?![\w:%]))?"
)
_STAMP = re.compile(
    rf"(?<![\w./-]){_WEEKDAY}(?:{_DAY.format('d1')}\s(?:of\s)?{_MONTH.format('m1')}{_THEN}{_YEAR.format('y1')}"
    rf"|{_MONTH.format('m2')}\s{_DAY.format('d2')}{_THEN}{_YEAR.format('y2')}|{_ISO}|{_SLASHED}){_CLOCK}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date with its year, where it stands in the text that was searched."""

    start: int
    end: int
    iso: str


def first(text: str) -> Stamp | None:
    """The first stamp in `text`."""
    return next(find(text), None)


def find(text: str) -> Iterator[Stamp]:
    """Every stamp in `text`, in order: no day that the calendar lacks, and not 03/04/2016, which has two readings."""
    for match in _STAMP.finditer(text):
        day = _day(match)
        if day is None:
            continue
        clock, end = _clock(match)
        yield Stamp(match.start(), end, day.isoformat() + clock)


def _day(match: re.Match[str]) -> date | None:
    group = match.groupdict()
    if group["y4"]:
        return _slashed(int(group["a4"]), int(group["b4"]), int(group["y4"]))
    number = next(n for n in "123" if group[f"y{n}"])
    month = group[f"m{number}"]
    return _calendar(
        int(group[f"y{number}"]),
        int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1,
        int(group[f"d{number}"]),
    )


def _slashed(a: int, b: int, year: int) -> date | None:
    readings = {day for day in (_calendar(year, a, b), _calendar(year, b, a)) if day}
    return readings.pop() if len(readings) == 1 else None


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(match: re.Match[str]) -> tuple[str, int]:
    """The clock time as ISO, "" for none, and where the stamp ends: a bare number after a date is no clock time."""
    group = match.groupdict()
    if group["hour"] is None or (group["minute"] is None and group["half"] is None):
        return "", match.end() if group["hour"] is None else _before_clock(match)
    hour = int(group["hour"])
    if group["half"]:
        hour = hour % 12 + (12 if group["half"] in "pP" else 0)
    if hour > 23:
        return "", _before_clock(match)
    return f"T{hour:02}:{group['minute'] or '00'}{_zone(group['zone'])}", match.end()


def _zone(zone: str | None) -> str:
    if zone is None:
        return ""
    return f"{zone[:3]}:{zone[-2:]}" if zone[0] in "+-" else "+00:00"


def _before_clock(match: re.Match[str]) -> int:
    return max(match.end(name) for name in ("d1", "y1", "d2", "y2", "d3", "y4"))
