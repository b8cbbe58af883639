"""On which weekday somebody was killed: a named victim's day in two sources that bear the same dates.

Fires:
    "The fatal shooting of Ilias Berg, 15, on Saturday sparked riots." / "An officer killed Berg on Sunday."

Stays silent:
    "Berg was shot on Saturday night." / "Berg was shot early on Sunday." (one night)
    "Berg was shot on Saturday." / "Berg died on Sunday." (shot, and died)
    "Berg was killed on Saturday." / "An officer was charged on Sunday with killing Berg."
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from discrepancy.detectors import Detector
from discrepancy.model import (
    Conflict,
    DateMention,
    Evidence,
    Kind,
    NameMention,
    Position,
    Reading,
    Relation,
    Severity,
    Signal,
)
from discrepancy.settings import Settings

_ACTS = {
    "kill": r"kill(?:ed|ing)|murder(?:ed)?|slain|slaying|shot (?:dead|and killed)|fatal (?:shooting|stabbing|fall)",
    "die": r"died|dies|death",
}
_ACT = re.compile("|".join(rf"\b(?P<{name}>{words})\b" for name, words in _ACTS.items()), re.IGNORECASE)
_BETWEEN = re.compile(
    r"\b(?:after|before|since|until|charg\w{1,3}|arrest\w{0,3}|said|told|funeral|vigil|buried|protest\w{0,3}|held|follow\w{1,3}"
    r"|anniversary|identified|named|released|confirmed|announced|reported|who|which|when|where|that)\b|[;:.]",
    re.IGNORECASE,
)
_FAR = 90
_OPENS = 10
"""Characters of a sentence in which a day that opens it begins: "Late on Friday, ..."."""
_NIGHT = ("night", "early", "evening")
_SAME_WEEK = 6
"""Days between two publications within which a weekday means one day."""


@dataclass(frozen=True, slots=True)
class _Day:
    reading: Reading
    mention: DateMention


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for (act, person), days in sorted(_days(evidence).items()):
        articles: dict[str, list[_Day]] = defaultdict(list)
        for day in days:
            articles[day.reading.statement.article.id].append(day)
        sure = [own[0] for own in articles.values() if len({day.mention.weekday for day in own}) == 1]
        for a, b in combinations(sure, 2):
            if a.mention.weekday != b.mention.weekday and not _one_night(a, b) and _one_week(a, b):
                yield _conflict(act, person, a, b)


def _days(evidence: Evidence) -> dict[tuple[str, str], list[_Day]]:
    """Of each victim and act the weekdays that statements give for it."""
    found: dict[tuple[str, str], list[_Day]] = defaultdict(list)
    for reading in evidence.readings:
        for mention in reading.dates:
            act = _act(reading, mention) if mention.weekday is not None else None
            victim = _victim(reading, mention, act) if act else None
            if act and victim:
                found[str(act.lastgroup), victim.canonical.split()[-1].casefold()].append(_Day(reading, mention))
    return found


def _act(reading: Reading, mention: DateMention) -> re.Match[str] | None:
    """The act of killing or dying that a day is of: the last before it; of "On Friday, ..." the first behind it."""
    text, start, end = reading.statement.article.text, reading.statement.start, reading.statement.end
    low, high = mention.start, mention.end
    before = list(_ACT.finditer(text, max(start, low - _FAR), low))
    if before:
        return None if _BETWEEN.search(text, before[-1].end(), low) else before[-1]
    behind = _ACT.search(text, high, min(end, high + _FAR)) if low - start <= _OPENS else None
    return None if behind is None or _BETWEEN.search(text, high, behind.start()) else behind


def _victim(reading: Reading, mention: DateMention, act: re.Match[str]) -> NameMention | None:
    """Whose death it is: the last name between the act and a day behind it, else the last before the act."""
    at = act.end()
    names = [name for name in reading.names if name.kind != "place" and name.end <= max(at, mention.start)]
    return next((name for name in reversed(names) if name.start > at - _FAR), None)


def _one_night(a: _Day, b: _Day) -> bool:
    """Whether the two are the evening and the morning of one night."""
    first, second = (day.mention.weekday or 0 for day in (a, b))
    beside = (first - second) % 7 in (1, 6)
    return beside and any(day.mention.part_of_day in _NIGHT for day in (a, b))


def _one_week(a: _Day, b: _Day) -> bool:
    first, second = (day.reading.statement.article.published_on for day in (a, b))
    return first is None or second is None or abs((first - second).days) <= _SAME_WEEK


def _conflict(act: str, person: str, a: _Day, b: _Day) -> Conflict:
    return Conflict(
        kind=Kind.DATE,
        relation=Relation.CONFLICT,
        detector="death_days",
        topic=f"{act}:{person}",
        a=_position(a),
        b=_position(b),
        confidence=0.65,
        severity=Severity.MEDIUM,
        question="On which day did it happen?",
        why=(Signal("one victim", person),),
    )


def _position(day: _Day) -> Position:
    mention = day.mention
    return Position(day.reading.statement, mention.text, ((mention.start, mention.end),), str(mention.weekday))


PLUGIN = Detector("death_days", Kind.DATE, find, __doc__)
