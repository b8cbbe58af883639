"""At what hour: the clock times that articles of one event give for it.

A time counts where its clause names what happened ("attacked the camp at 2:53 p.m.", "the quake struck at 0910"); each
article must have one. Times of calls, arrivals and briefings are of something else.

Fires:
    "The bomb went off at 2:15 p.m." / "The explosion happened at 3:40 p.m., police said."

Stays silent:
    "The blast happened about 3 p.m." / "The bomb went off at 2:53 p.m." (rounded)
    "The blast happened at 3 p.m." / "Police were called to the blast at 3:40 p.m."
    "The blast happened at 3 p.m. (1200 GMT)." / "The blast happened at 1205 GMT."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from discrepancy.detectors import Detector
from discrepancy.detectors._aspects import clause
from discrepancy.detectors._events import HEAD, Event, articles_of, of_another, same_event
from discrepancy.detectors._happenings import causes_in, kin
from discrepancy.detectors._when import excludes
from discrepancy.model import Conflict, DateMention, Evidence, Kind, Position, Reading, Relation, Severity, Signal
from discrepancy.settings import Settings

_AROUND = 80
"""Characters of a statement that are read on either side of a time."""
_TOLD = 12
"""Statements of an article in which its main event is told."""
_MOST = 20
"""Times of one article that are compared."""
_ABOUT, _EXACT = 40, 14
"""Minutes that two times may lie apart: where one is round or "about", and where both are to the minute."""
_OTHER = re.compile(
    r"\b(?:call\w{0,3}|alert\w{0,3}|notified|dispatched|respond\w{0,3}|arriv\w{1,3}|pronounced|died|briefing|conference|said|told|announced"
    r"|as of|by|until|till|since|before|after|arrest\w{0,3}|charged|vigil|court|hearing|scheduled|open\w{0,3}"
    r"|clos\w{1,3}|last seen|aftershocks?|second|third|another|later|earlier|surrendered|caught|captured|ended|lifted"
    r"|under control|extinguished|reported|statement|posted|wrote|tweeted|service|funeral|meet\w{0,4}|report\w{0,3})\b",
    re.IGNORECASE,
)
"""Words beside a time that is of something else than the event itself."""
_ROUGH = re.compile(
    r"\b(?:about|around|approximately|some|roughly|shortly|just|nearly|almost) (?:\w{2,8} )?$",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\b(?:GMT|UTC|[CEMP][SED]?T)\b|\blocal time\b", re.IGNORECASE)
_HALF_DAY = 12 * 60


@dataclass(frozen=True, slots=True)
class _Hour:
    reading: Reading
    mention: DateMention
    minutes: int
    rough: bool


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [(event, hours) for event, hours in _hours(evidence) if hours]
    for (event, own), (other, theirs) in combinations(told, 2):
        if same_event(event, other):
            pairs = [(a, b) for a in own for b in theirs]
            if all(_differ(a, b) for a, b in pairs):
                yield _conflict(*pairs[0])


def _hours(evidence: Evidence) -> Iterator[tuple[Event, Sequence[_Hour]]]:
    """Each article's event with the times that it gives for it."""
    for event, readings in articles_of(evidence):
        hours = (hour for reading in readings[:_TOLD] for hour in _of(reading, event))
        yield event, list(islice(hours, _MOST))


def _of(reading: Reading, event: Event) -> Iterator[_Hour]:
    for mention in reading.dates:
        part = mention.part_of_day or ""
        if ":" not in part or mention.recurring:
            continue
        statement, text = reading.statement, reading.statement.article.text
        before = text[max(statement.start, mention.start - _AROUND) : mention.start]
        after = text[mention.end : min(statement.end, mention.end + _AROUND)]
        own = clause(before, after)
        causes = causes_in((own,))
        if statement.index >= HEAD and _away(reading, event):
            continue
        if causes and kin(causes, event.causes) and not _OTHER.search(own) and not of_another(own):
            hour, minute = map(int, part.split(":"))
            yield _Hour(reading, mention, 60 * hour + minute, minute % 15 == 0 or bool(_ROUGH.search(before)))


def _away(reading: Reading, event: Event) -> bool:
    """Whether a statement names a place that the head of its article does not: another town's hour."""
    return any(name.kind == "place" and name.canonical not in event.names for name in reading.names)


def _differ(a: _Hour, b: _Hour) -> bool:
    zones = [{zone.lower() for zone in _ZONE.findall(hour.mention.text)} - {"local time"} for hour in (a, b)]
    if zones[0] != zones[1] or not _one_day(a, b):
        return False
    apart = abs(a.minutes - b.minutes)
    if not all(re.search(r"[ap]\.?m", hour.mention.text, re.IGNORECASE) for hour in (a, b)):
        apart = min(apart % _HALF_DAY, _HALF_DAY - apart % _HALF_DAY)
    return min(apart, 2 * _HALF_DAY - apart) > (_ABOUT if a.rough or b.rough else _EXACT)


def _one_day(a: _Hour, b: _Hour) -> bool:
    """Whether no day that one statement names is against those of the other."""
    first, second = ({day.weekday for day in hour.reading.dates if day.weekday is not None} for hour in (a, b))
    return not excludes(a.mention, b.mention) and (not first or not second or bool(first & second))


def _conflict(a: _Hour, b: _Hour) -> Conflict:
    lead = max(a.reading.statement.index, b.reading.statement.index) < HEAD
    return Conflict(
        kind=Kind.TIME,
        relation=Relation.CONFLICT,
        detector="clocks",
        topic="hour of the event",
        a=_position(a),
        b=_position(b),
        confidence=0.65 + 0.1 * lead,
        severity=Severity.MEDIUM,
        question="At what time did it happen?",
        why=(Signal("clock times", f"{a.mention.part_of_day} / {b.mention.part_of_day}"),),
    )


def _position(hour: _Hour) -> Position:
    mention = hour.mention
    return Position(hour.reading.statement, mention.text, ((mention.start, mention.end),), mention.part_of_day)


PLUGIN = Detector("clocks", Kind.TIME, find, __doc__, general=True)
