"""The words around a date that narrow it, bound it, or give it a weekday or a time of day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from discrepancy.extractors import _calendar as calendar
from discrepancy.extractors._calendar import Value
from discrepancy.extractors._date_atoms import Atom
from discrepancy.extractors._date_words import (
    ANY_WEEKDAY,
    CLOCK,
    PART,
    WEEKDAY,
    ZONE,
    ZONE_NAME,
    clock,
    count_of,
    part_of_day,
    unit_name,
    weekday_number,
)

_REACH = 44
"""Characters before a date in which a frame may stand: the longest is a clock time with a second time zone."""


@dataclass(frozen=True, slots=True)
class Framed:
    """An atom with what the words around it change in its value, the innermost first."""

    atom: Atom
    changes: tuple[Callable[[Value], Value], ...] = ()

    @property
    def start(self) -> int:
        return self.atom.start

    @property
    def end(self) -> int:
        return self.atom.end

    def value(self, reference: date | None, future: bool) -> Value | None:
        found = self.atom.resolve(reference, future)
        for change in self.changes:
            if found is not None:
                found = change(found)
        return found


_WEEKDAY_BEFORE = re.compile(rf"\b({ANY_WEEKDAY})(?:(?<!day)(?<!DAY)\.)?(?:\s({PART}))?,?\s(?:the\s)?$")
_WEEKDAY_AFTER = re.compile(rf",?\s(?:\(|a\s|which was a\s)({WEEKDAY})\)?(?=\W|$)|,\s({WEEKDAY})(?=[,.;]|$)")
_PART_BEFORE = re.compile(rf"(?i:\b(?:at\s|in\s(?=the\s))?(?:the\s)?({PART}),?\s(?:of|on)\s(?:the\s)?)$")
_PART_AFTER = re.compile(rf"(?:['’]?s)?[\s-](?:in\sthe\s|at\s)?({PART})\b")
_EARLY_DAY = re.compile(r"\b([Ee]arly|[Ll]ate)\s(?:on\s)?$")
_CLOCK_BEFORE = re.compile(rf"(?<![\d:.])({CLOCK}){ZONE},?\s(?:on\s)?$")
_CLOCK_AFTER = re.compile(
    rf",?\s(?:at\s)?(?:around\s|about\s|approximately\s|shortly\s(?:before|after)\s)?({CLOCK})(?:\s?{ZONE_NAME})?"
)
_DAY_STEPS = re.compile(
    r"\b(?P<n>[Aa]|\d{1,3}|[A-Za-z]{2,9})\s(?P<u>days?|weeks?|months?|years?)\s"
    r"(?P<d>before|after|prior to|following)\s$"
)


def frame(text: str, atom: Atom) -> Framed:
    """The atom, grown over the words that belong to it."""
    day_like = atom.weekday is not None or (atom.partial is not None and atom.partial.day is not None)
    if atom.recurring or (atom.part_of_day and not day_like):
        return Framed(atom)
    if atom.partial is not None and atom.partial.day is not None:
        atom = _with_weekday(text, atom)
    if _is_day(atom):
        atom = _with_time(text, atom)
    return _narrowed(text, atom)


def _is_day(atom: Atom) -> bool:
    if atom.partial is not None:
        return atom.partial.day is not None
    probe = atom.resolve(date(2000, 1, 1), False)
    return probe is not None and probe.unit == "day"


def _placeable(atom: Atom) -> bool:
    """Whether a publication date could place it: "a year earlier" is earlier than something else."""
    if atom.partial is not None:
        return True
    probe = atom.resolve(date(2000, 1, 1), False)
    return probe is not None and probe.edtf is not None


def before(text: str, atom: Atom) -> str:
    """The text in which a frame of `atom` may stand."""
    return text[max(0, atom.start - _REACH) : atom.start]


def _with_weekday(text: str, atom: Atom) -> Atom:
    found = _WEEKDAY_BEFORE.search(before(text, atom))
    if found:
        start = atom.start - (found.end() - found.start())
        part = part_of_day(found[2]) if found[2] else atom.part_of_day
        return replace(atom, start=start, weekday=weekday_number(found[1]), part_of_day=part)
    after = _WEEKDAY_AFTER.match(text, atom.end)
    if after:
        return replace(atom, end=after.end(), weekday=weekday_number(after[1] or after[2]))
    return atom


def _with_time(text: str, atom: Atom) -> Atom:
    """With the part of the day or clock time that stands on either side."""
    for pattern, read in ((_PART_BEFORE, part_of_day), (_CLOCK_BEFORE, clock)):
        found = pattern.search(before(text, atom))
        if found:
            atom = replace(atom, start=atom.start - (found.end() - found.start()), part_of_day=read(found[1]))
    for pattern, read in ((_PART_AFTER, part_of_day), (_CLOCK_AFTER, clock)):
        found = pattern.match(text, atom.end)
        if found:
            timed = atom.part_of_day is not None and ":" in atom.part_of_day
            atom = replace(atom, end=found.end(), part_of_day=atom.part_of_day if timed else read(found[1]))
    loose = _EARLY_DAY.search(before(text, atom))
    early = loose is not None and loose[1].lower() == "early"
    if loose and (atom.part_of_day is None or (early and atom.part_of_day == "morning")):
        return replace(_grown(atom, loose), part_of_day="early" if early else "night")
    return atom


_NARROWS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?i:(?<!\w){pattern})$"), part)
    for pattern, part in (
        (r"early(?:\s|-)(?:in\s)?", "early"),
        (r"mid(?:\s|-|dle\sof\s)", "mid"),
        (r"late(?:\s|-)(?:in\s)?", "late"),
        (r"(?:the\s)?(?:very\s)?(?:start|beginning|onset|first\s(?:days|weeks|months))\sof\s", "start"),
        (r"(?:the\s)?middle\sof\s", "mid"),
        (r"(?:the\s)?(?:very\s)?(?:end|close|final\s(?:days|weeks|months)|last\s(?:days|weeks|months))\sof\s", "end"),
        (r"(?:the\s)?first\shalf\sof\s", "first half"),
        (r"(?:the\s)?second\shalf\sof\s", "second half"),
    )
)
_BOUNDS: tuple[tuple[re.Pattern[str], Callable[[Value], Value]], ...] = (
    (
        re.compile(
            r"(?i:(?<!\w)(?:until\s|till\s|to\s|by\s|through\s)?at\sleast\s|(?<!\w)(?:since|from|after|as\sof|starting|beginning"
            r"|no\searlier\sthan|not\sbefore)\s(?:(?:in|on|at)\s)?(?:the\s)?)$"
        ),
        calendar.onwards,
    ),
    (
        re.compile(
            r"(?i:(?<!\w)(?:until|till|by|before|up\sto|no\slater\sthan|prior\sto)\s(?:(?:in|on|at)\s)?(?:the\s)?)$"
        ),
        calendar.up_to,
    ),
    (re.compile(r"(?i:(?<!\w)(?:around|about|circa|roughly|approximately)\s)$"), calendar.around),
)


_LEADS = re.compile(
    r"(?i:\b(?:of|early|mid|late|in|on|at|the|least|since|from|after|starting|beginning|than|before|until|till|by|to"
    r"|around|about|circa|roughly|approximately|following)[\s-])$"
)
"""The last word of every frame: a look at it spares most dates the dozen patterns."""


def _narrowed(text: str, atom: Atom) -> Framed:
    if not _LEADS.search(text[max(0, atom.start - 16) : atom.start]):
        return Framed(atom)
    steps = _DAY_STEPS.search(before(text, atom))
    count = count_of(steps["n"]) if steps else None
    if steps and count is not None:
        atom = replace(_grown(atom, steps), partial=None)
        return Framed(atom, (_stepped(count, unit_name(steps["u"]), steps["d"].lower() in ("before", "prior to")),))
    changes: list[Callable[[Value], Value]] = []
    for pattern, part in _NARROWS:
        found = pattern.search(before(text, atom))
        if found:
            atom = _grown(atom, found)
            changes.append(partial(_part_of, part))
            break
    if changes or _placeable(atom):
        atom = _bounded(text, atom, changes)
    return Framed(atom, tuple(changes))


def _bounded(text: str, atom: Atom, changes: list[Callable[[Value], Value]]) -> Atom:
    """The atom with the word that bounds it; a clock time is too exact for "before" to reach another day."""
    if atom.part_of_day is not None and ":" in atom.part_of_day:
        return atom
    if any(text[end - 2 : end] in ("'s", "’s") for end in (atom.end, atom.end + 2)):
        return atom  # "the toll from Monday's storm": the storm was on Monday
    for pattern, bound in _BOUNDS:
        found = pattern.search(before(text, atom))
        if found:
            if not atom.ranged:
                changes.append(bound)
            return _grown(atom, found)
    return atom


def _grown(atom: Atom, lead: re.Match[str]) -> Atom:
    return replace(atom, start=atom.start - (lead.end() - lead.start()))


def _part_of(part: str, value: Value) -> Value:
    return calendar.narrow(value, part)


def _stepped(count: float, unit: str, back: bool) -> Callable[[Value], Value]:
    def change(value: Value) -> Value:
        if value.earliest is None:
            return replace(calendar.UNKNOWN, relative=True)
        moved = calendar.elapsed(value.earliest, count, unit, -1 if back else 1)
        return replace(moved, relative=value.relative)

    return change
