"""At which hours an article tells of its main event: clock times and parts of the day that hang on what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from discrepancy.detectors._act_days import hangs_on_it
from discrepancy.detectors._aspects import clause
from discrepancy.detectors._events import HEAD, Event, of_another
from discrepancy.detectors._happenings import AIRCRAFT, causes_in, kin
from discrepancy.detectors._when import clock
from discrepancy.model import DateMention, Reading

_AROUND = 80
"""Characters of a statement that are read on either side of a time."""
_TOLD = 12
"""Statements of an article in which its main event is told."""
_MOST = 20
"""Times of one article that are compared."""
_HEADED = 4
"""Statements in which a part of the day is that of the main event."""
_SAID = re.compile(
    r"\b(?:in a statement|died(?= (?:when|as|in)\b)|said|told|announced|after|called|(?<!was )(?<!were )reported)\b",
    re.IGNORECASE,
)
"""Words beside a time that say nothing against it where the parse hangs it on the event."""
_OTHER = re.compile(
    r"\b(?:call\w{0,3}|alert\w{0,3}|notified|dispatched|respond\w{0,3}|arriv\w{1,3}|pronounced|died|briefing|conference|said|told|announced"
    r"|as of|by|until|till|since|before|after|arrest\w{0,3}|charged|vigil|court|hearing|scheduled|open\w{0,3}(?! fire)"
    r"|clos\w{1,3}|last seen|aftershocks?|second|third|another|later|earlier|surrendered|caught|captured|ended|lifted"
    r"|under control|extinguished|reported|statement|posted|wrote|tweeted|service|funeral|meet\w{0,4}|report\w{0,3})\b",
    re.IGNORECASE,
)
"""Words beside a time that is of something else than the event itself, where the parse does not tell."""
_AGAIN = re.compile(
    r"\b(?:again|(?:most recent|latest) (?:of|shooting|attack|raid|strike)|hours (?:later|after|before))\b",
    re.IGNORECASE,
)
_INQUIRED = re.compile(
    r"\binvestigat(?:e|ed|es|ing) (?!.{0,160}\b(?:happened|occurred|took place|began)\b)", re.IGNORECASE
)
"""Of those who look into it, and when they do."""
_FLOOR = re.compile(r"\b(?:second|third|fourth) (?:floor|stor(?:e?y|ies))\b", re.IGNORECASE)
_FURTHER = re.compile(r"\b(?:second|third|fourth|another) (?:[\w-]{2,20} ){0,2}[\w-]{2,20}", re.IGNORECASE)
_ROUGH = re.compile(
    r"\b(?:about|around|approximately|some|roughly|shortly|just|nearly|almost) (?:\w{2,8} )?$",
    re.IGNORECASE,
)
_JUST = re.compile(r"\b(?:shortly|just|a little|right|minutes) $", re.IGNORECASE)
_NOON = 12 * 60
_LATE = re.compile(r"\b(?:afternoon|evening|night)\b", re.IGNORECASE)
_MARKED = re.compile(r"\d\s?[ap]\.?m", re.IGNORECASE)
_FIRST_LATE = 60
"""Half past midnight on "Thursday night" is no hour past noon."""
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


@dataclass(frozen=True, slots=True)
class Hour:
    """One time that an article gives for its event."""

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


def hours_of(event: Event, readings: Sequence[Reading]) -> list[Hour]:
    """The times that an article gives for its event: by the clock, where it gives such."""
    told = list(islice((hour for reading in readings[:_TOLD] for hour in _of(reading, event)), _MOST))
    return [hour for hour in told if hour.minutes is not None] or told


def _of(reading: Reading, event: Event) -> Iterator[Hour]:
    for mention in reading.dates:
        headed = mention.part_of_day in _HOURS and reading.statement.index < _HEADED
        statement, text = reading.statement, reading.statement.article.text
        before = text[max(statement.start, mention.start - _AROUND) : mention.start]
        if mention.recurring or (clock(mention) is None and not headed) or before.endswith("("):
            continue  # "8:00 am (0600 GMT)" is one time
        after = text[mention.end : min(statement.end, mention.end + _AROUND)]
        own = clause(before, after)
        if statement.index >= HEAD and _away(reading, event):
            continue
        hangs = hangs_on_it(reading, mention)
        causes = causes_in((statement.text if hangs else own,))
        if not causes and "strike" in event.causes and AIRCRAFT.search(own):
            causes = frozenset(("strike",))
        if not causes or not kin(causes, event.causes) or hangs is False or of_another(own):
            continue
        plain = _SAID.sub("", _FLOOR.sub("", own)) if hangs and statement.index < _HEADED else own
        if not (_further(own) or _AGAIN.search(after) or _OTHER.search(plain) or _INQUIRED.search(before)):
            yield hour_of(reading, mention)


def hour_of(reading: Reading, mention: DateMention) -> Hour:
    """The time that a mention gives, by the clock or by a part of the day."""
    before = reading.statement.article.text[max(reading.statement.start, mention.start - _AROUND) : mention.start]
    minutes = _minutes(mention) or _near_noon(mention, before)
    return Hour(reading, mention, minutes, minutes is None or minutes % 15 == 0 or bool(_ROUGH.search(before)))


def has_hour(mention: DateMention) -> bool:
    """Whether a mention gives a clock time or a part of the day, of one day."""
    return not mention.recurring and (mention.part_of_day in _HOURS or clock(mention) is not None)


def _minutes(mention: DateMention) -> int | None:
    """The minutes of the day that a clock time gives, by the part of the day beside it: "2:17 Thursday afternoon"."""
    minutes = clock(mention)
    late = minutes is not None and minutes < _NOON and _LATE.search(mention.text) and not _MARKED.search(mention.text)
    return minutes + _NOON if minutes is not None and late and minutes >= _FIRST_LATE else minutes


def _near_noon(mention: DateMention, before: str) -> int | None:
    """The minutes of the day of "shortly before noon"; None of another part of the day."""
    near = mention.part_of_day == "noon" and mention.text.lower().startswith(("before ", "after "))
    return _NOON if near and _JUST.search(before) else None


def _further(told: str) -> bool:
    """Whether a clause tells of one more of the same: "a second car bomb", "gunfire again"."""
    return bool(causes_in(_FURTHER.findall(told)) or _AGAIN.search(told))


def _away(reading: Reading, event: Event) -> bool:
    """Whether a statement names a place that the head of its article does not: another town's hour."""
    return any(name.kind == "place" and name.canonical not in event.names for name in reading.names)
