"""Dates and times: where a text names them, and which days they may mean.

A date is found by what it is made of (a month and a day, a weekday, "six months ago"), then by the words around it:
what narrows it ("the early hours of", "mid-", "the end of"), bounds it ("since", "until at least") or joins it to
another ("March 15 till March 17"). Its value is EDTF (ISO 8601-2), against the article's publication date; without
one, a relative date stays relative and a date without a year keeps its year open ("XXXX-10").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from discrepancy.extractors import Extractor, _date_relative, _date_rules
from discrepancy.extractors._calendar import UNKNOWN, Value
from discrepancy.extractors._date_atoms import Atom, atoms
from discrepancy.extractors._date_clock import clocks
from discrepancy.extractors._date_frames import Framed, frame
from discrepancy.extractors._date_ranges import join
from discrepancy.extractors._date_tense import speaks_of_future
from discrepancy.model import DateMention, Reading
from discrepancy.settings import Settings

PLAUSIBLE = (1500, 2999)
"""Years of publication that are believed: news begins with print, and the calendar ends at 9999."""

_TRIGGER = re.compile(
    r"\d|[A-Z][a-z]{2,8}day|[A-Z]{3}|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all"
    r"|[Ww]inter|day|week|month|year|decade|centur|hour|minute|night|morning|evening|noon|dawn|dusk|[Cc]hristmas|ly\b"
    r"|[Hh]alloween|ago\b"
)
"""Something that every rule needs: most sentences have none of it."""


def find(text: str, reference: date | None, offset: int = 0) -> tuple[DateMention, ...]:
    """The dates and times of a text, in order, none inside another.

    `reference` is the day of publication, if known; `offset` is added to all spans.
    """
    if not _TRIGGER.search(text):
        return ()
    if reference is not None and not PLAUSIBLE[0] <= reference.year <= PLAUSIBLE[1]:
        reference = None
    found = _apart([*atoms(text, _date_rules.RULES), *atoms(text, _date_relative.RULES)])
    times = list(clocks(text))
    framed = join(text, [frame(text, atom) for atom in found])
    alone = [Framed(_timed(start, end, at)) for start, end, at in times]
    return tuple(_mention(text, item, reference, offset) for item in _whole(text, framed, alone, reference))


def _apart(found: list[Atom]) -> list[Atom]:
    """Of overlapping atoms the longest, and of equally long ones the first rule's."""
    kept: list[Atom] = []
    for atom in sorted(found, key=lambda a: (a.start, -a.end)):
        if kept and atom.start < kept[-1].end:
            if atom.end - atom.start > kept[-1].end - kept[-1].start:
                kept[-1] = atom
        else:
            kept.append(atom)
    return kept


def _timed(start: int, end: int, at: str) -> Atom:
    return Atom(start, end, lambda _r, _f: Value(None), part_of_day=at)


def _whole(text: str, framed: list[Framed], alone: list[Framed], reference: date | None) -> list[Framed]:
    """Dates that the calendar has, none inside another, with the clock times that belong to none of them."""
    real = [item for item in framed if item.value(reference, False) is not None]
    kept: list[Framed] = []
    for item in sorted([*real, *alone], key=lambda item: (item.start, -item.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def _mention(text: str, item: Framed, reference: date | None, offset: int) -> DateMention:
    value = item.value(reference, False) or UNKNOWN
    if value.relative and speaks_of_future(text, item.start, item.end):
        value = item.value(reference, True) or UNKNOWN
    part = item.atom.part_of_day
    return DateMention(
        start=item.start + offset,
        end=item.end + offset,
        text=text[item.start : item.end],
        edtf=_at_clock(value, part),
        earliest=value.earliest,
        latest=value.latest,
        part_of_day=part,
        weekday=item.atom.weekday,
        relative=value.relative,
        recurring=item.atom.recurring,
    )


_ONE_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _at_clock(value: Value, part: str | None) -> str | None:
    """The EDTF of a value, with the clock time where it is one known day."""
    if part and ":" in part and value.edtf and _ONE_DAY.fullmatch(value.edtf):
        return f"{value.edtf}T{part}"
    return value.edtf


def read(readings: Sequence[Reading], settings: Settings) -> tuple[Reading, ...]:
    """Fill the dates of every reading, captions and headings included, against their articles' publication dates."""
    return tuple(
        replace(
            reading,
            dates=find(reading.statement.text, reading.statement.article.published_on, reading.statement.start),
        )
        for reading in readings
    )


PLUGIN = Extractor("dates", read)
