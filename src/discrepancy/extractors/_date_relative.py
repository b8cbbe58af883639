"""Dates that only a publication date can place: weekdays, "yesterday", "last October", "six months ago"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from discrepancy.extractors import _calendar as calendar
from discrepancy.extractors._calendar import UNKNOWN, Value
from discrepancy.extractors._date_atoms import Atom, Resolver, Rule
from discrepancy.extractors._date_words import (
    ANY_MONTH,
    COUNT,
    PART,
    SEASON,
    SPEAKING_OF,
    UNIT,
    WEEKDAY,
    count_of,
    month_number,
    part_of_day,
    unit_name,
    weekday_number,
)
from discrepancy.extractors._partial import Partial


def _placed(place: Callable[[date], Value]) -> Resolver:
    """A resolver that needs no tense: unknown without a publication date."""
    return lambda reference, _future: place(reference) if reference else UNKNOWN


def _days(count: int) -> Resolver:
    return _placed(lambda reference: calendar.day(reference + timedelta(days=count), relative=True))


_NAMED = {
    "today": (0, None),
    "yesterday": (-1, None),
    "tomorrow": (1, None),
    "tonight": (0, "night"),
    "last night": (-1, "night"),
    "this morning": (0, "morning"),
    "this afternoon": (0, "afternoon"),
    "this evening": (0, "evening"),
    "the day before yesterday": (-2, None),
    "the day after tomorrow": (2, None),
}


def _named(found: re.Match[str]) -> Atom:
    count, part = _NAMED[" ".join(found[0].lower().split())]
    return Atom(*found.span(), _days(count), part_of_day=part)


def _weekday_of(number: int, which: str | None) -> Resolver:
    """The last such day, or the coming one, the day of publication included unless "last" or "next" is said."""

    def resolve(reference: date | None, future: bool) -> Value:
        if reference is None:
            return UNKNOWN
        back, ahead = (reference.weekday() - number) % 7, (number - reference.weekday()) % 7
        if which in ("next", "coming") or (which == "this" and ahead) or (future and which is None):
            return calendar.day(reference + timedelta(days=ahead or (7 if which else 0)), relative=True)
        return calendar.day(reference - timedelta(days=back or (7 if which else 0)), relative=True)

    return resolve


def _weekday(found: re.Match[str]) -> Atom | None:
    if _no_day(found):
        return None
    number = weekday_number(found["w"])
    which = found["which"].lower() if found["which"] else None
    if which in ("every", "each") or _habitual(found):
        return Atom(*found.span(), lambda _r, _f: Value(None), weekday=number, recurring=True)
    which = "last" if which in ("last", "previous", "past") else which
    return Atom(*found.span(), _weekday_of(number, which), weekday=number)


def _habitual(found: re.Match[str]) -> bool:
    """ "on Mondays" is every Monday, but "Mondays attack" has lost its apostrophe."""
    if not found["s"] or "'" in found["s"] or "’" in found["s"]:
        return False
    before, after = found.string[max(0, found.start() - 4) : found.start()], found.string[found.end() :][:12]
    return bool(re.search(r"(?i)\bon\s$", before)) and not re.match(r"\s(?!and|from|at|in|to|or)[a-z]", after)


_NAMES_BEFORE = re.compile(
    r"\b(?:Black|Good|Bloody|Cyber|Super|Ash|Palm|Holy|Maundy|Shrove|Giving|Man|Casual|Sheffield)\s$"
)
_CUE_BEFORE = re.compile(
    r"\b(?:on|since|by|until|till|before|after|from|late|early|of|last|next|this|and|to|between)\s$"
)


def _no_day(found: re.Match[str]) -> bool:
    """Whether the weekday is part of a name: "the Sunday Times", "Black Friday"."""
    text = found.string
    before, after = text[max(0, found.start() - 12) : found.start()], text[found.end() : found.end() + 3]
    if _NAMES_BEFORE.search(before):
        return True
    named = bool(re.match(r"\s[A-Z][a-z]", after)) and not found["which"]
    return named and not _CUE_BEFORE.search(before) and bool(re.search(r"(?:[Tt]he|[A-Z]\w{1,10})\s$", before))


def _ago(found: re.Match[str]) -> Atom | None:
    count, unit = count_of(found["n"]), unit_name(found["u"])
    word = found["dir"].lower()
    if count is None and found["n"].lower() not in ("several", "few", "many", "a few", "some"):
        return None
    if word not in ("ago", "from now") or count is None:
        return Atom(*found.span(), lambda _r, _f: UNKNOWN)
    count += 0.5 if found["half"] else 0.0
    sign = -1 if word == "ago" else 1
    loosely = found["about"] is not None

    def place(reference: date) -> Value:
        value = calendar.elapsed(reference, count, unit, sign)
        return calendar.around(value) if loosely and unit != "day" else value

    return Atom(*found.span(), _placed(place))


_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}


def _unit_step(found: re.Match[str]) -> Atom:
    step, unit = _STEPS[found["which"].lower()], found["u"].lower()

    def place(reference: date) -> Value:
        if unit == "weekend":
            return _weekend(reference, step)
        moved = calendar.shift(reference.replace(day=1) if unit != "week" else reference, step, unit)
        if unit == "week":
            return calendar.week(moved)
        return calendar.month(moved.year, moved.month, True) if unit == "month" else calendar.year(moved.year, True)

    return Atom(*found.span(), _placed(place))


def _weekend(reference: date, step: int) -> Value:
    """The weekend just past or under way; for `step` 1, or for 0 from Monday to Friday, the coming one."""
    monday = reference - timedelta(days=reference.weekday())
    begun = reference.weekday() >= 5
    weeks = {-1: -1, 0: 0, 1: 1 if begun else 0}[step]
    saturday = monday + timedelta(days=5 + 7 * weeks)
    both = calendar.interval(calendar.day(saturday), calendar.day(saturday + timedelta(days=1)))
    return Value(both.edtf, both.earliest, both.latest, True, "week")


def _at_weekend(found: re.Match[str]) -> Atom:
    def resolve(reference: date | None, future: bool) -> Value:
        return _weekend(reference, 0 if future or reference.weekday() >= 5 else -1) if reference else UNKNOWN

    return Atom(*found.span(), resolve)


def _named_step(found: re.Match[str]) -> Atom:
    """ "last October", "this spring", "next May"."""
    step = _STEPS[found["which"].lower()]
    partial = (
        Partial(month=month_number(found["m"])) if found["m"] else Partial(season=calendar.SEASONS[found["s"].lower()])
    )

    def resolve(reference: date | None, _future: bool) -> Value | None:
        if reference is None:
            return partial.open()
        years = [partial.within(reference.year + n) for n in (-2, -1, 0, 1, 2)]
        values = [Value(v.edtf, v.earliest, v.latest, True, v.unit) for v in years if v]
        before = [v for v in values if v.latest and v.latest < reference]
        after = [v for v in values if v.earliest and v.earliest > reference]
        if step == 0:
            return _nearest(values, reference)
        return before[-1] if step < 0 else after[0]

    return Atom(*found.span(), resolve, partial)


def _nearest(values: list[Value], reference: date) -> Value:
    def distance(value: Value) -> int:
        first, last = value.earliest or reference, value.latest or reference
        return 0 if first <= reference <= last else min(abs((first - reference).days), abs((last - reference).days))

    return min(values, key=distance)


def _unplaced(found: re.Match[str]) -> Atom:
    return Atom(*found.span(), lambda _r, _f: UNKNOWN)


def _recurring(found: re.Match[str]) -> Atom:
    return Atom(*found.span(), lambda _r, _f: Value(None), recurring=True)


def _part_alone(found: re.Match[str]) -> Atom:
    return Atom(*found.span(), lambda _r, _f: Value(None), part_of_day=part_of_day(found["p"]))


_WHICH = r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Pp]revious|[Cc]oming)"

RULES: tuple[Rule, ...] = (
    (re.compile(rf"(?<![\w-])(?:(?i:{'|'.join(sorted(_NAMED, key=len, reverse=True))}))\b(?!['’]s\s[A-Z])"), _named),
    (
        re.compile(
            rf"(?<![\w-])(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Pp]revious|[Cc]oming|[Ee]very|[Ee]ach)\s)?"
            rf"(?P<w>{WEEKDAY})(?P<s>['’]?s)?\b(?!\.[a-z]|-(?!night|morning|evening|afternoon|to-)[a-z])"
        ),
        _weekday,
    ),
    (
        re.compile(
            rf"(?<![\w-])(?P<about>{SPEAKING_OF})?(?P<n>{COUNT}|[Aa] few)(?P<half>[\s-]and[\s-]a[\s-]half)?[\s-]"
            rf"(?P<u>{UNIT})\s(?P<dir>ago|from now|earlier|later|before|after|previously|afterwards?)\b"
        ),
        _ago,
    ),
    (re.compile(rf"(?<!the )(?<![\w-]){_WHICH}\s(?P<u>week|month|year|weekend)\b"), _unit_step),
    (re.compile(r"(?<![\w-])(?:over|at|on|during)\s(?P<x>the weekend)\b"), _at_weekend),
    (re.compile(rf"(?<![\w-]){_WHICH}\s(?:(?P<m>{ANY_MONTH})|(?P<s>{SEASON}))\b(?!\s\d)"), _named_step),
    (
        re.compile(
            r"(?<![\w-])(?i:the\s(?:previous|following|next|same|preceding)\s(?:day|night|morning|evening|week|month|year)"
            r"|the\s(?:day|night|week|month|year)\s(?:before|after)|that\s(?:day|night|morning|evening|week|month|year))\b"
        ),
        _unplaced,
    ),
    (re.compile(r"(?<![\w-])(?:[Ee]very|[Ee]ach)\s(?:day|week|month|year|morning|evening|night|hour)\b"), _recurring),
    (re.compile(r"(?<![\w-])(?:hourly|daily|weekly|monthly|annually|yearly)(?=[,.;:!?\"”’)]|\s?$)"), _recurring),
    (
        re.compile(
            rf"(?<![\w-])(?:[Ii]n\s(?:the\s|(?=mid))|[Aa]t\s(?!night)|[Ff]rom\s|[Bb]efore\s|[Aa]fter\s)(?P<p>{PART})\b"
            r"(?!\sof\b)"
        ),
        _part_alone,
    ),
    (re.compile(r"(?<![\w-])(?P<p>[Oo]vernight)(?=[,.;]|\s(?:on|in|by|and|between|from)\b|\s?$)"), _part_alone),
)
