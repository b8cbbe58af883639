"""At what hour: the clock times and parts of the day that articles of one event give for it.

A time counts where its clause names what happened ("attacked the camp at 2:53 p.m.", "the quake struck at dawn"); each
article must have one. Times of calls, arrivals and briefings are of something else.

Fires:
    "The bomb went off at 2:15 p.m." / "The explosion happened at 3:40 p.m., police said."
    "The blast hit the mill on Sunday night." / "A bomb went off in the mill at around 7 a.m. on Monday."

Stays silent:
    "The blast happened about 3 p.m." / "The bomb went off at 2:53 p.m." (rounded)
    "The blast happened at 3 p.m." / "Police were called to the blast at 3:40 p.m."
    "The blast happened at 3 p.m. (1200 GMT)." / "The blast happened at 1205 GMT."
    "The blast hit the mill on Sunday night." / "The mill was hit by a blast in the early hours of Monday." (one night)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from discrepancy.detectors import Detector
from discrepancy.detectors._act_days import hangs_on_it
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
_HEADED = 4
"""Statements in which a part of the day is that of the main event."""
_SAID = re.compile(r"\b(?:said|told|announced|after|called|(?<!was )(?<!were )reported)\b", re.IGNORECASE)
"""Words beside a time that say nothing against it where the parse hangs it on the event."""
_ABOUT, _EXACT = 35, 14
"""Minutes that two times may lie apart: where one is round or "about", and where both are to the minute."""
_OTHER = re.compile(
    r"\b(?:call\w{0,3}|alert\w{0,3}|notified|dispatched|respond\w{0,3}|arriv\w{1,3}|pronounced|died|briefing|conference|said|told|announced"
    r"|as of|by|until|till|since|before|after|arrest\w{0,3}|charged|vigil|court|hearing|scheduled|open\w{0,3}"
    r"|clos\w{1,3}|last seen|aftershocks?|second|third|another|later|earlier|surrendered|caught|captured|ended|lifted"
    r"|under control|extinguished|reported|statement|posted|wrote|tweeted|service|funeral|meet\w{0,4}|report\w{0,3})\b",
    re.IGNORECASE,
)
"""Words beside a time that is of something else than the event itself, where the parse does not tell."""
_AGAIN = re.compile(
    r"\b(?:again|(?:most recent|latest) (?:of|shooting|attack|raid|strike)|hours (?:later|after|before))\b",
    re.IGNORECASE,
)
_FLOOR = re.compile(r"\b(?:second|third|fourth) (?:floor|stor(?:e?y|ies))\b", re.IGNORECASE)
_FURTHER = re.compile(r"\b(?:second|third|fourth|another) (?:[\w-]{2,20} ){0,2}[\w-]{2,20}", re.IGNORECASE)
_ROUGH = re.compile(
    r"\b(?:about|around|approximately|some|roughly|shortly|just|nearly|almost) (?:\w{2,8} )?$",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\b(?:GMT|UTC|[CEMP][SED]?T)\b|\blocal time\b", re.IGNORECASE)
_HOURS = {
    "early": (0.0, 9.0),
    "morning": (0.0, 12.5),
    "noon": (10.5, 14.5),
    "afternoon": (11.0, 20.0),
    "evening": (15.0, 25.0),
    "night": (16.5, 30.0),
}
"""Hours that parts of the day may mean where a clock time stands against them: "Sunday morning" at half past one, the
night before that at five in winter."""
_HALF = re.compile(r"[ap]\.?m", re.IGNORECASE)
_HALF_DAY = 12 * 60
_NEXT_DAY = 18
"""Hours between two times from which they are of two events, or of a day that one article has wrong."""


@dataclass(frozen=True, slots=True)
class _Hour:
    reading: Reading
    mention: DateMention
    minutes: int | None
    """Minutes of the day, where a clock time is given."""
    rough: bool

    @property
    def hours(self) -> tuple[float, float] | None:
        """The hours that may be meant, counted from a common day; None where the day is not known."""
        day = self.mention.earliest
        if day is None or day != self.mention.latest:
            return None
        first, last = self.of_any_day
        return 24 * day.toordinal() + first, 24 * day.toordinal() + last

    @property
    def of_any_day(self) -> tuple[float, float]:
        """The hours of a day that may be meant."""
        return _HOURS[self.mention.part_of_day or ""] if self.minutes is None else (self.minutes / 60,) * 2


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
        if mention.recurring or not (":" in part or (part in _HOURS and reading.statement.index < _HEADED)):
            continue
        statement, text = reading.statement, reading.statement.article.text
        before = text[max(statement.start, mention.start - _AROUND) : mention.start]
        after = text[mention.end : min(statement.end, mention.end + _AROUND)]
        own = clause(before, after)
        if statement.index >= HEAD and _away(reading, event):
            continue
        hangs = hangs_on_it(reading, mention)
        causes = causes_in((statement.text if hangs else own,))
        if not causes or not kin(causes, event.causes) or hangs is False or of_another(own):
            continue
        plain = _SAID.sub("", _FLOOR.sub("", own)) if hangs and statement.index < _HEADED else own
        if not _further(own) and not _OTHER.search(plain):
            minutes = _minutes(part)
            yield _Hour(reading, mention, minutes, minutes is None or minutes % 15 == 0 or bool(_ROUGH.search(before)))


def _further(told: str) -> bool:
    """Whether a clause tells of one more of the same: "a second car bomb", "gunfire again"."""
    return bool(causes_in(_FURTHER.findall(told)) or _AGAIN.search(told))


def _minutes(part: str) -> int | None:
    hour, colon, minute = part.partition(":")
    return 60 * int(hour) + int(minute) if colon else None


def _away(reading: Reading, event: Event) -> bool:
    """Whether a statement names a place that the head of its article does not: another town's hour."""
    return any(name.kind == "place" and name.canonical not in event.names for name in reading.names)


def _differ(a: _Hour, b: _Hour) -> bool:
    if a.minutes is None or b.minutes is None:
        return _parts_differ(a, b)
    zones = [{zone.lower() for zone in _ZONE.findall(hour.mention.text)} - {"local time"} for hour in (a, b)]
    if zones[0] != zones[1] or not _one_day(a, b):
        return False
    apart = abs(a.minutes - b.minutes)
    if not all(_HALF.search(hour.mention.text) for hour in (a, b)):
        apart = min(apart % _HALF_DAY, _HALF_DAY - apart % _HALF_DAY)
    return min(apart, 2 * _HALF_DAY - apart) > (_ABOUT if a.rough or b.rough else _EXACT)


def _parts_differ(a: _Hour, b: _Hour) -> bool:
    """Whether a part of the day is not that of the other time: on the days that both give, or on any."""
    if "overnight" in f"{a.mention.text} {b.mention.text}".lower() or any(map(_of_either_half, (a, b))):
        return False
    first, second = a.hours, b.hours
    if first is None or second is None:
        return _one_day(a, b) and _clash(a.of_any_day, b.of_any_day)
    gap = max(first[0] - second[1], second[0] - first[1])
    return 0 < gap < _NEXT_DAY


def _of_either_half(hour: _Hour) -> bool:
    """Whether a clock time may be before noon or after it: "at 2:46 this afternoon"."""
    noon = hour.minutes is not None and hour.minutes < _HALF_DAY + 60
    return noon and not _HALF.search(hour.mention.text)


def _clash(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return not any(a[0] < b[1] + day and b[0] + day < a[1] for day in (-24.0, 0.0, 24.0))


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
