"""What detectors of dates share: which days a claim tells, and when two expressions cannot be of one day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from discrepancy.detectors._positions import position
from discrepancy.extractors._partial import Partial
from discrepancy.model import Argument, Claim, DateMention, Evidence, Modality, Position

_BEFORE_A_NOUN = re.compile(r"\b(?:the|an?|his|her|its|their) $", re.IGNORECASE)
_NOUN_BEHIND = re.compile(
    r" (?!(?:and|or|but|when|where|that|which|who|after|before|in|at|on|by|for|from|to|with|as|while|was|were|is|has"
    r"|had)\b)[a-z]{4,16}\b"
)

Days: TypeAlias = tuple[date | None, date | None]
"""First and last day, both inclusive; None on an open side."""

_OPEN_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_LEAP = 2000
"""A year in which every day without a year can be placed."""


def told(claim: Claim) -> tuple[DateMention, ...]:
    """The dates of a claim that place it on the calendar; "convicted in the May 2018 killing" does not."""
    text = claim.statement.article.text
    return tuple(m for m in claim.dates if m.resolved and not m.recurring and not _of_a_noun(text, m))


def _of_a_noun(text: str, mention: DateMention) -> bool:
    """Whether a month or year tells which thing is meant, and not when something was done: "the May 2018 killing"."""
    return bool(_BEFORE_A_NOUN.search(text[max(0, mention.start - 8) : mention.start])) and bool(
        _NOUN_BEHIND.match(text, mention.end)
    )


def timed_claims(evidence: Evidence) -> Iterator[Claim]:
    """The claims, each with the dates that begin in its words.

    A parse may hang the year of "May 3, 2021" elsewhere, and the claim then lacks a date that is its own.
    """
    dates = {reading.statement.key: reading.dates for reading in evidence.readings}
    for claim in evidence.claims:
        own = dates.get(claim.statement.key, ())
        begun = tuple(d for d in own if any(start <= d.start < end for start, end in claim.spans))
        yield claim if claim.dates or not begun else replace(claim, dates=begun)


def factual(claim: Claim) -> bool:
    """Whether a claim says that something was so, and was read for certain."""
    return claim.modality is Modality.FACT and not claim.negated and not claim.whole


def affected(claim: Claim) -> Argument | None:
    """What an act is done to: the object that is no date ("was shot Sunday"), if there is one."""
    things = [a for a in claim.arguments if a.role in ("object", "indirect") and not _temporal(claim, a)]
    return min(things, key=lambda a: a.role != "object", default=None)


def _temporal(claim: Claim, argument: Argument) -> bool:
    return any(d.start < argument.span[1] and argument.span[0] < d.end for d in claim.dates)


def nearest(claim: Claim) -> DateMention:
    """The date of a claim that stands nearest to its predicate.

    Raises:
        ValueError: when the claim tells no date.
    """
    return min(told(claim), key=lambda m: (_distance(m, claim.predicate_span[0]), m.start))


def _distance(mention: DateMention, offset: int) -> int:
    return mention.start - offset if mention.start >= offset else offset - mention.end


def apart(a: Claim, b: Claim) -> bool:
    """Whether both claims tell days, and no day of one can be a day of the other."""
    first, second = told(a), told(b)
    return bool(first and second) and all(excludes(x, y) for x in first for y in second)


def excludes(a: DateMention, b: DateMention) -> bool:
    """Whether two expressions cannot mean one day; another precision, or an open end, is no exclusion.

    A date without a year is tried in every year: no October is a February, but one "March 12" may be any other.
    """
    return all(_disjoint(x, y) for x in _placed(a, b) for y in _placed(b, a))


def before(a: DateMention, b: DateMention) -> bool:
    """Whether all that `a` may mean lies before all that `b` may mean; only dates with a year can tell."""
    return a.latest is not None and b.earliest is not None and a.latest < b.earliest


def gap(a: DateMention, b: DateMention) -> int | None:
    """Days between two dates that exclude each other; None where an end is open or a year unknown."""
    if a.latest and b.earliest and a.latest < b.earliest:
        return (b.earliest - a.latest).days
    if b.latest and a.earliest and b.latest < a.earliest:
        return (a.earliest - b.latest).days
    return None


def _disjoint(a: Days, b: Days) -> bool:
    return _ends_before(a, b) or _ends_before(b, a)


def _ends_before(a: Days, b: Days) -> bool:
    return a[1] is not None and b[0] is not None and a[1] < b[0]


def _placed(mention: DateMention, other: DateMention) -> list[Days]:
    """The stretches that an expression may mean: one, or one for each year near the other for a date without a year."""
    masks = _masks(mention.edtf or "")
    if not masks:
        return [_loosened(mention)]
    if other.earliest and other.latest:
        years = range(other.earliest.year - 1, other.latest.year + 2)
    else:
        years = range(_LEAP - 1, _LEAP + 2) if other.edtf and "XXXX" in other.edtf else range(0)
    placed = list(_in_years(masks, years))
    return placed or [(None, None)]


def _masks(edtf: str) -> list[Partial]:
    ends = [_OPEN_YEAR.fullmatch(end) for end in edtf.split("/")]
    return (
        [Partial(None, int(m[1]), int(m[2]) if m[2] else None) for m in ends if m and int(m[1]) <= 12]
        if all(ends)
        else []
    )


def _in_years(masks: list[Partial], years: range) -> Iterator[Days]:
    for year in years:
        first, last = masks[0].within(year), masks[-1].within(year)
        if first and last:
            yield first.earliest, last.latest


def _loosened(mention: DateMention) -> Days:
    """The bounds, with the neighbouring day where a night belongs to two."""
    first, last = mention.earliest, mention.latest
    if last and mention.part_of_day in ("night", "evening") and last < date.max:
        last += timedelta(days=1)
    if first and mention.part_of_day in ("early", "night") and first > date.min:
        first -= timedelta(days=1)
    return first, last


def clock(mention: DateMention) -> int | None:
    """The minutes of the day that a clock time gives; None of a part of the day."""
    hour, colon, minute = (mention.part_of_day or "").partition(":")
    return 60 * int(hour) + int(minute) if colon else None


def dated(claim: Claim) -> Position:
    """What a claim answers to "when?"."""
    mention = nearest(claim)
    return position(claim, mention.text, (mention.start, mention.end), normalized=mention.edtf)
