"""What is known of an article besides its text, and dates in the one form that an article carries."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from discrepancy.loaders import _stamps

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Bibliographic data of one article; None where it is not known."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601 date, or date-time where a clock time is known."""
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code."""
    event: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """This, with what it lacks taken from `other`."""
        names = [field.name for field in fields(self)]
        return Metadata(*(getattr(self, name) or getattr(other, name) for name in names))


UNKNOWN = Metadata()
"""Nothing is known."""


def line(value: object) -> str | None:
    """A text value on one line, without white space at its ends; None for an empty one or one that is no text."""
    return " ".join(value.split()) or None if isinstance(value, str) else None


def language_code(value: object) -> str | None:
    """The ISO 639-1 code of a language tag: `en` for `en-GB` and `EN_us`."""
    tag = re.split(r"[-_]", line(value) or "", maxsplit=1)[0].lower()
    return tag if re.fullmatch(r"[a-z]{2}", tag) else None


def iso_date(value: object) -> str | None:
    """A date or date-time as ISO 8601; None when it is none, or bears no year from 1900 to 2099.

    Midnight is what content systems write when they know the day alone, so it is left out.
    """
    if isinstance(value, datetime):
        return _of_moment(value)
    if isinstance(value, date):
        return value.isoformat()
    text = line(value)
    if text is None or not _YEAR.search(text[:40]):
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return _of_moment(read(text))
        except (ValueError, IndexError, OverflowError):
            continue
    stamp = _stamps.first(text[:80])
    return stamp.iso if stamp else None


def _of_moment(moment: datetime) -> str | None:
    if not 1900 <= moment.year < 2100:
        return None
    if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date().isoformat()
    return moment.replace(second=0, microsecond=0).isoformat(timespec="minutes")
