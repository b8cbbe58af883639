"""A weekday that does not fit its date: an error that one sentence shows by itself.

The calendar settles it, so nothing else is needed: the date must have its year in the text, or lie near the day of
publication.

Fires:
    "The ferry ran aground on Thursday, Dec. 13, 2023." (13 December 2023 was a Wednesday)

Stays silent:
    "The ferry ran aground on Wednesday, Dec. 13, 2023." (it was)
    "The ferry ran aground on Thursday, Dec. 13." (without a publication date, any year will do)
    "The ferry ran aground on Thursday, Dec. 13." (in a report of January: of that year, or of the year before)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from discrepancy.detectors import Detector
from discrepancy.extractors._date_words import ANY_WEEKDAY, WEEKDAY_NAMES
from discrepancy.model import (
    Conflict,
    DateMention,
    Evidence,
    Kind,
    LineKind,
    Position,
    Reading,
    Relation,
    Severity,
    Signal,
)
from discrepancy.settings import Settings

NEAR = 60
"""Days from publication within which the year of a date without one is beyond doubt: further off, a report from court
looks back to a year that its head names, and a copy may carry the day on which it was put on a new site."""
JUST_NOW = 14
"""Days before publication within which no other year can be meant, though the weekday would fit it."""

_WEEKDAY = re.compile(rf"\b{ANY_WEEKDAY}\b\.?")


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for reading in evidence.readings:
        for mention in reading.dates:
            shown = reading.statement.kind is LineKind.CAPTION  # a picture may be of any year
            if _wrong(mention, None if shown else reading.statement.article.published_on):
                yield from _conflict(reading, mention)


def _wrong(mention: DateMention, published: date | None) -> bool:
    day = mention.earliest
    if mention.weekday is None or mention.recurring or day is None or day != mention.latest:
        return False
    if day.weekday() == mention.weekday:
        return False
    if not mention.relative:
        return True
    if published is None or abs((day - published).days) >= NEAR:
        return False
    return 0 <= (published - day).days <= JUST_NOW or not _of_a_year_beside(day, mention.weekday)


def _of_a_year_beside(day: date, weekday: int) -> bool:
    """Whether the same date of the year before or after fell on the weekday: a page may outlive its year."""
    return any(_in_year(day, year).weekday() == weekday for year in (day.year - 1, day.year + 1))


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day)


def _conflict(reading: Reading, mention: DateMention) -> Iterator[Conflict]:
    named = _WEEKDAY.search(mention.text)
    if named is None or mention.earliest is None:
        return
    start = mention.start + named.start()
    weekday = named[0].rstrip(".")
    words = (mention.start, start) if named.start() > 3 else (start + len(named[0]), mention.end)
    first, last = _trimmed(reading, *words)
    true_day = WEEKDAY_NAMES[mention.earliest.weekday()].title()
    statement = reading.statement
    shown = f"{statement.article.text[first:last]} (a {true_day})"
    yield Conflict(
        kind=Kind.DATE,
        relation=Relation.CONFLICT,
        detector="weekdays",
        topic=f"weekday:{statement.article.id}:{mention.start}",
        a=Position(statement, weekday, ((start, start + len(weekday)),), weekday.lower()),
        b=Position(statement, shown, ((first, last),), mention.edtf),
        confidence=0.95 if not mention.relative else 0.8,
        severity=Severity.MEDIUM,
        question="Which day was it?",
        why=(Signal("weekday in the text", weekday), Signal("weekday of the date", true_day)),
    )


def _trimmed(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The date without the comma, bracket or "the" that joins it to its weekday."""
    words = reading.statement.article.text[start:end]
    found = re.search(
        r"[A-Za-z0-9](?:.*[A-Za-z0-9.])?", re.sub(r"^\W*(?:the\s)?", lambda m: " " * len(m[0]), words), re.DOTALL
    )
    return (start + found.start(), start + found.end()) if found else (start, end)


PLUGIN = Detector("weekdays", Kind.DATE, find, __doc__)
