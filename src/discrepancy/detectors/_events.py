"""What an article is about: when, where and by what cause, as its head tells; and what in it is of something else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from discrepancy.detectors._happenings import causes_in, kin
from discrepancy.model import Article, DateMention, Evidence, LineKind, Reading

HEAD = 4
"""How many statements tell what an article is about: its heading and what stands in a wire text's first paragraphs."""

PLACED = 8
"""How many statements are read for the names of its place and parties."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_WAR = re.compile(
    r"\b(?:war|conflict|uprising|insurgency|revolution|pandemic|genocide|occupation|intifada)\b", re.IGNORECASE
)
_LASTING = re.compile(
    r"\bsince\b|\bover the (?:last|past)\b|\bin the (?:last|past)\b|\bduring the (?:last|past)\b|\bso far this year\b"
    r"|\bthroughout\b|-year\b|\bevery year\b|\ba year\b|\bin (?:19|20)\d\d\b"
    r"|\bhas (?:killed|caused)\b|\bannually\b|\bto date\b|\b(?:this|last) (?:year|decade)\b|\byears ago\b",
    re.IGNORECASE,
)
_BEGUN = re.compile(r"\b(?:began|erupted)\b", re.IGNORECASE)
"""What a war is told to have done at its beginning; so does an attack, on its day."""
_ELSEWHERE = re.compile(
    r"\bseparate(?:ly)?\b|\belsewhere\b|\bneighbou?ring\b|\bprevious(?:ly)?\b|\bsimilar\b|\bin another\b"
    r"|\bthe day before\b"
    r"|\bin the wake of\b|\bearlier (?:this|that|in)\b"
    r"|\b(?:a|one|two|three|few|\d{1,2}) (?:day|week|month|year)s? (?:earlier|ago|before)\b"
    r"|\blast (?:week|month|year|summer|winter|spring|autumn|fall|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|\bin recent (?:days|weeks|months|years)\b|\balso (?:on|in)\b|\bmeanwhile\b|\bin (?:19|20)\d\d\b|\bsince\b"
    r"|\b(?:in|over|during|for) (?:that|the same) (?:period|month|quarter|year)\b"
    r"|\bunrelated\b|\bother (?:attacks|incidents|parts)\b"
    r"|\bin (?:a|the) (?:related|same|similar|another) (?:context|vein|development|incident)\b",
    re.IGNORECASE,
)
_OF_A_YEAR = re.compile(r"\b(?:in (?:all of )?(?:19|20)\d\d|last year|that year)\b", re.IGNORECASE)
_IN = re.compile(r"(?:(?:Also|And|Meanwhile|Elsewhere),? )?[Ii]n (?:the )?(?:[a-z]+ ){0,3}(?:of )?")
_AFTER_ANOTHER = re.compile(
    r"\b(?:came|comes|follow(?:s|ed|ing)|days?|weeks?|months?|hours?|years?) (?:after|before|since)\b"
    r"|\bfollow(?:s|ed) (?:an?|another|two|three|several|last|similar) ",
    re.IGNORECASE,
)


# "Two shootings left three dead": the sum of several events is no toll of one.
_SEVERAL = re.compile(
    r"\b(?P<number>two|three|four|five|six|seven|several|multiple|\d{1,3}|(?:pair|string|series|spate) of)"
    r" (?:separate |different |deadly |fatal |suicide |simultaneous |(?-i:[A-Z][a-z]{2,12} )|bombing ){0,4}"
    r"(?:shootings|attacks|crashes|bombings|accidents|incidents|explosions|blasts|fires|clashes|cities|countries|provinces)\b",
    re.IGNORECASE,
)

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_SUMMED = re.compile(
    r"\b(?:across|throughout|around) (?:the|its|this) (?:city|county|state|country|region|nation)\b"
    r"|\b(?:city|county|state|nation)-?wide\b"
    r"|\b(?:violent|bloody|deadly) (?:night|weekend|day|week|month|summer|year|holiday)\b"
    r"|\b(?:in|within|over) (?:(?:less than|under|about|just|only|a|the|span|space|of) ){0,4}"
    r"(?:\d{1,3}|two|three|four|five|six|seven|ten|twelve|several|few) (?:hours|days|weeks|months)\b"
    r"|\b(?:from|between) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:\w+ )?(?:through|to|until|and) (?:\w+ )?"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    re.IGNORECASE,
)
"""Words of a sum over a town or some days: "gunfire wounded 26 across the city". A storm is one event all over it."""

_WIDE = frozenset(("flood", "storm", "quake", "heat", "disease", "slide", "strike", "unrest", "clash"))


_MONTH = re.compile(
    r"\b(?:(Jan)(?:uary)?|(Feb)(?:ruary)?|(Mar)(?:ch)?|(Apr)(?:il)?|(Jun)e?|(Jul)y?|(Aug)(?:ust)?|(Sep)(?:t|tember)?"
    r"|(Oct)(?:ober)?|(Nov)(?:ember)?|(Dec)(?:ember)?|(May)(?= \d)|(?<=\d )(May)|(?<=[Ii]n )(May)|(?<=[Ll]ast )(May))\b"
)
"""A month by its name: "may" is one beside a day or a preposition alone."""


def _months(text: str) -> frozenset[str]:
    """The months that a text names, by their first three letters."""
    return frozenset(next(name for name in found.groups() if name) for found in _MONTH.finditer(text))


@dataclass(frozen=True, slots=True)
class Event:
    """What one article is about."""

    article: Article
    days: tuple[tuple[date, date], ...]
    names: frozenset[str]
    causes: frozenset[str]
    many: bool = False
    """Whether its head sums up several events ("a spate of shootings"): a count below may then be of any of them."""
    placed: frozenset[str] = frozenset()
    """The names of its head."""
    months: frozenset[str] = frozenset()
    """The months that its head names, by their first three letters."""
    number: int | None = None
    """Of how many events its head tells, where it says: "two explosions at churches"."""


def articles_of(evidence: Evidence) -> Iterator[tuple[Event, list[Reading]]]:
    """Each article that says anything: the event that it tells of, and its readings, in order."""
    readings: dict[str, list[Reading]] = defaultdict(list)
    for reading in evidence.readings:
        readings[reading.statement.article.id].append(reading)
    return ((event_of(a, readings[a.id]), readings[a.id]) for a in evidence.articles if readings[a.id])


def event_of(article: Article, readings: Sequence[Reading]) -> Event:
    """The event that the head of an article tells of. `readings` are the article's own, in order."""
    head = [r for r in readings if r.statement.kind is not LineKind.CAPTION][:HEAD]
    told = [r for r in head if r.statement.index == 0 or background(r) != "war"]
    days = [interval(d) for r in told for d in r.dates]
    names = {n.canonical for r in readings[:PLACED] for n in r.names if n.kind != "person"}
    return Event(
        article,
        tuple(day for day in days if day is not None),
        frozenset(names),
        causes_in(r.statement.text for r in told),
        any(_sums(r.statement.text) for r in told if r.statement.index < 2),
        frozenset(n.canonical for r in head for n in r.names),
        frozenset(month for r in head for month in _months(r.statement.text)),
        next((n for r in told if r.statement.index < 2 and (n := _summed(r.statement.text))), None),
    )


def interval(mention: DateMention) -> tuple[date, date] | None:
    """The days that an expression means, where both ends are known and less than a month apart."""
    if mention.earliest is None or mention.latest is None or mention.recurring:
        return None
    short = mention.latest - mention.earliest <= timedelta(days=31)
    return (mention.earliest, mention.latest) if short else None


def background(reading: Reading) -> str | None:
    """What longer story a statement's toll is of: "war", or "period" for a span of time; None for one event."""
    return longer_story(reading.statement.text)


@lru_cache(maxsize=2048)  # asked again for every figure of a statement
def longer_story(text: str) -> str | None:
    """As `background`, of any text."""
    war = _WAR.search(text) is not None
    if not _LASTING.search(text) and not (war and _BEGUN.search(text)):
        return None
    return "war" if war else "period"


def meet(a: Sequence[tuple[date, date]], b: Sequence[tuple[date, date]], slack: int = 0) -> bool:
    """Whether some days of both meet, or either is unknown. `slack` is in days: a night belongs to two."""
    room = timedelta(days=slack)
    return not a or not b or any(x[0] <= y[1] + room and y[0] <= x[1] + room for x in a for y in b)


# Words of many names: sharing one of them, two names are still of two places or bodies.
_COMMON = frozenset(
    "city town side north south east west northern southern eastern western central united national international state"
    " states general police party government minister ministry court council committee university hospital coast guard"
    " group company department office islands island river lake mount port saint army force forces street road new the"
    " high federal public press association institute agency january february march april june july august september"
    " october november december monday tuesday wednesday thursday friday saturday sunday president".split()
)


def name_words(names: Iterable[str]) -> frozenset[str]:
    """The words of names that tell them from others, in lower case: what "Ormoc" and "Ormoc City" share."""
    words = (word.lower() for name in names for word in _WORD.findall(name) if word[0].isupper())
    return frozenset(word for word in words if len(word) > 3 and word not in _COMMON)


def same_event(a: Event, b: Event) -> bool:
    """Whether two articles may tell of one event: a shared name, no day and no cause against it.

    One place or body may be named at two lengths; where a day and a cause agree too, one word of a name is enough.
    """
    dated = (bool(a.days) and bool(b.days)) or bool(a.causes & b.causes)
    alike = dated and bool(name_words(a.names) & name_words(b.names))
    shared = bool(a.names & b.names) or not a.names or not b.names or alike
    return shared and kin(a.causes, b.causes) and meet(a.days, b.days, 1) and (_near(a, b) or _dated_alike(a, b))


def _dated_alike(a: Event, b: Event) -> bool:
    """Whether both heads name one day: a report from the court months later looks back to it."""
    return bool(a.days and b.days) and meet(a.days, b.days)


def _opens_elsewhere(reading: Reading, event: Event) -> bool:
    """Whether a statement begins with a place that the head of its article does not name: "In Lagos, three died"."""
    first = next((name for name in reading.names if name.kind != "person"), None)
    if first is None or first.canonical in event.placed:
        return False
    return _IN.fullmatch(reading.statement.text, 0, first.start - reading.statement.start) is not None


def turned_elsewhere(earlier: Sequence[Reading], reading: Reading, event: Event) -> bool:
    """Whether an article has turned to another place some statements before one, and nothing has turned it back: "In
    Lagos, a bomb went off. The mayor said that three died"; or to another time right before it: "The last such crash
    was in May 2011. All 40 on board died". `earlier` stands before the statement."""
    if earlier and not reading.dates and _of_other_days(earlier[-1], event):
        return True
    turned = False
    for one in (*earlier, reading):
        if one.statement.index >= HEAD and _opens_elsewhere(one, event):
            turned = True
        elif any(name.kind == "place" and name.canonical in event.placed for name in one.names):
            turned = False
    return turned


def _of_other_days(reading: Reading, event: Event) -> bool:
    """Whether a statement in the body is of a whole year, or of days more than two weeks from the article's event."""
    if reading.statement.index < HEAD:
        return False
    days = [day for day in map(interval, reading.dates) if day is not None]
    return _OF_A_YEAR.search(reading.statement.text) is not None or (
        bool(days and event.days) and not meet(days, event.days, 14)
    )


def _near(a: Event, b: Event) -> bool:
    first, second = a.article.published_on, b.article.published_on
    # Two weeks: a toll is revised for days, and an anniversary comes after a year.
    return first is None or second is None or abs(first - second) <= timedelta(days=14)


def of_another(text: str) -> bool:
    """Whether words of a clause place it at another time or elsewhere: "last year", "a separate", "in 2017"."""
    return bool(_ELSEWHERE.search(text))


def _sums(text: str, causes: frozenset[str] = frozenset()) -> bool:
    """Whether a statement's numbers are of several events, or of all that a town saw in some days; `causes` are those
    of the event that its article tells of."""
    return bool(_SEVERAL.search(text) or (_SUMMED.search(text) and not (causes | causes_in((text,))) & _WIDE))


def _summed(text: str) -> int | None:
    """How many events a statement sums up, where it gives their number."""
    found = _SEVERAL.search(text)
    number = found["number"].lower() if found else ""
    return int(number) if number.isdigit() else _NUMBERS.get(number)


def of_this_event(reading: Reading, event: Event, start: int) -> bool:
    """Whether the number at `start` (an article offset) in a statement is about the article's own event."""
    statement = reading.statement
    if background(reading) is not None and statement.index >= 1:
        return False
    if event.many or _sums(statement.text, event.causes):
        return False
    if statement.index < 2:
        return True
    before = statement.text[: max(0, start - statement.start)]
    if _ELSEWHERE.search(statement.text) or _AFTER_ANOTHER.search(before):
        return False
    months = _months(statement.text)
    if months and event.months and not months & event.months:
        return False
    if statement.index >= HEAD and _opens_elsewhere(reading, event):
        return False
    days = [day for day in map(interval, reading.dates) if day is not None]
    return meet(days, event.days) and kin(causes_in((statement.text,)), event.causes)
