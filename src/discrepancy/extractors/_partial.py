"""Dates that leave a part out, and how a publication date completes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from discrepancy.extractors._calendar import UNKNOWN, Value, day, month, season, year


@dataclass(frozen=True, slots=True)
class Partial:
    """A calendar date with what the text leaves out as None: "March 12" has no year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None

    def within(self, number: int) -> Value | None:
        """Its value in a year; None where there is no such day."""
        if self.season is not None:
            return season(number, self.season)
        if self.month is None:
            return year(number)
        if self.day is None:
            return month(number, self.month)
        try:
            return day(date(number, self.month, self.day))
        except ValueError:
            return None

    def open(self) -> Value:
        """Its value with the year left open: "XXXX-03-12"."""
        if self.season is not None:
            return Value(f"XXXX-{self.season}", relative=True, unit="season")
        if self.month is None:
            return UNKNOWN
        if self.day is None:
            return Value(f"XXXX-{self.month:02}", relative=True, unit="month")
        return Value(f"XXXX-{self.month:02}-{self.day:02}", relative=True, unit="day")


DAYS_AHEAD = 14
"""A day without a year that lies no further ahead than this is the coming one, whatever the tense: whoever
means the one of a year ago says so."""
DAYS_PAST = 30
"""Nor is a day so lately past the one of next year: on 12 March, "was scheduled for 8 March" is of four days ago."""


def complete(partial: Partial, reference: date | None, future: bool = False) -> Value | None:
    """The value of a partial date against a publication date: the last one, or the next one if `future`.

    None where the calendar has no such day.
    """
    if partial.year is not None:
        return partial.within(partial.year)
    if reference is None:
        return partial.open()
    span = 8 if (partial.month, partial.day) == (2, 29) else 1
    years = range(reference.year - span, reference.year + span + 1)
    first = reference - timedelta(days=DAYS_PAST if partial.day else 0)
    limit = reference + timedelta(days=DAYS_AHEAD if partial.day else 0)
    for number in years if future else reversed(years):
        value = partial.within(number)
        if value is not None and _fits(value, first, limit, future):
            return replace(value, relative=True)
    return None


def _fits(value: Value, first: date, limit: date, future: bool) -> bool:
    if future:
        return value.latest is not None and value.latest >= first
    return value.earliest is not None and value.earliest <= limit
