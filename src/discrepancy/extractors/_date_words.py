"""The words that calendar expressions are made of, as numbers and as pieces of regular expressions.

Every piece is bounded, so that the patterns made of them take linear time.
"""

from __future__ import annotations

import re

MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_SHORT_MONTHS = {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)} | {"sept": 9}
_SHORT_DAYS = {name[:3]: number for number, name in enumerate(WEEKDAY_NAMES)} | {"tues": 1, "thur": 3, "thurs": 3}
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)} | _SHORT_MONTHS
WEEKDAYS = {name: number for number, name in enumerate(WEEKDAY_NAMES)} | _SHORT_DAYS

_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS: dict[str, float] = {word: float(n) for n, word in enumerate(_SMALL, 1)} | {
    "a": 1.0,
    "an": 1.0,
    "twenty": 20.0,
    "thirty": 30.0,
    "forty": 40.0,
    "fifty": 50.0,
    "sixty": 60.0,
    "a couple of": 2.0,
    "half a": 0.5,
}
ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 3, "1st": 0, "2nd": 1, "3rd": 2, "4th": 3}


def _cased(words: list[str]) -> str:
    """Alternatives as a title and in capitals; the longest first, so that "Sept" is not read as "Sep"."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(word.title() for word in ordered) + "|" + "|".join(word.upper() for word in ordered)


ANY_MONTH = f"(?:{_cased([*MONTH_NAMES, *_SHORT_MONTHS])})"
WEEKDAY = f"(?:{_cased(list(WEEKDAY_NAMES))})"
ANY_WEEKDAY = f"(?:{_cased([*WEEKDAY_NAMES, *_SHORT_DAYS])})"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:/]\d)"
YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|[.,:/]\d)"
SEASON = "(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
UNIT = "(?:second|minute|hour|day|week|month|year|decade|centur)(?:s|y|ies)?"
COUNT = r"(?:[Aa] couple of|[Hh]alf an?|\d{1,3}|[A-Za-z]{1,9})"
PART = (
    "(?:(?:early|small|wee) hours|early morning|pre-?dawn|dawn|daybreak|late morning|morning|noon|midday|midnight"
    "|mid-?morning|mid-?afternoon|afternoon|dusk|evening|late night|night|overnight)"
)
_HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
_HOUR = rf"(?:{'|'.join(_HOURS)}|1[0-2]|0?[1-9])"
_OF_DAY = r"in the (?:morning|afternoon|evening)|at night"
CLOCK = (
    rf"(?:{_HOUR}(?:\so['’]?clock(?:\s(?:{_OF_DAY}))?|\s(?:{_OF_DAY}))\b"
    r"|(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s?(?:[ap]m\b|[AP]M\b|[ap]\.m\b\.?|[AP]\.M\b\.?)"
    r"|(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d:.%])"
    r"|(?:[01]\d|2[0-3])[0-5]\d(?=\s?(?:GMT|UTC|hrs|hours|local time)))"
)
ZONE_NAME = r"(?:GMT|UTC|local time|hrs|hours|[CEMP][SED]?T)\b"
ZONE = rf"(?:\s?{ZONE_NAME})?(?:\s?\([^()]{{1,24}}\))?"
SPEAKING_OF = r"(?:about|around|some|nearly|almost|roughly|approximately|just|over|more than|less than|at least)\s"

FUNCTION_WORDS = frozenset(
    """a after although among an and any are around as at because been before being but by can could despite did do does
    during each even every for from had has have he her here his how however i if in into is it its just later less like
    many may might more most much must near no nor not now of off on only or other our out over own per several shall
    she should since so some still such than that the their them then there these they this those though through
    throughout till to together too towards under unless until up upon us was we were what when where whether which
    while who whom whose why will with within without would yet you your also both including amid against about ago
    alone according across along began became came went took made found led left killed when""".split()
)
"""Words that may follow a date and are no noun that a number would count."""

_PARTS = {"early": "early", "small": "early", "wee": "early", "dawn": "early", "daybreak": "early", "predawn": "early"}
_LATER = {
    "late morning": "morning", "midmorning": "morning", "midday": "noon", "midafternoon": "afternoon",
    "midnight": "night", "dusk": "evening", "late night": "night",
}  # fmt: skip


def part_of_day(words: str) -> str:
    """The name of a part of the day, of DateMention's."""
    key = " ".join(words.lower().replace("pre-dawn", "predawn").replace("mid-", "mid").split())
    if key in _LATER:
        return _LATER[key]
    return _PARTS.get(key.split(" ", 1)[0], "night" if key == "overnight" else key)


_CLOCK_READ = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?\s?([apAP])?")
_IN_WORDS = re.compile(rf"({_HOUR})\s(?:o['’]?clock\b)?(?:\s?(?:in the|at) (morning|afternoon|evening|night))?")


def clock(words: str) -> str | None:
    """HH:MM of a clock time as read; None where there is no such time."""
    said = _IN_WORDS.fullmatch(words)
    if said:
        hour = _HOURS.index(said[1]) + 1 if said[1].isalpha() else int(said[1])
        late = said[2] in ("afternoon", "evening") or (said[2] == "night" and hour > 5)
        return f"{hour % 12 + 12 * late if said[2] else hour:02}:00"
    found = _CLOCK_READ.match(words)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"{hour:02}:{minute:02}"


def month_number(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def weekday_number(word: str) -> int:
    return WEEKDAYS[word.lower().rstrip(".")]


def count_of(words: str) -> float | None:
    """The number that "six", "a", "half a" or "12" stands for; None for a vague one ("several") or no number."""
    key = " ".join(words.lower().split()).replace("half an", "half a")
    return float(key) if key.isdigit() else NUMBERS.get(key)


def unit_name(word: str) -> str:
    """Singular of a unit: "months" is "month", "centuries" is "century"."""
    key = word.lower()
    return "century" if key.startswith("centur") else key.rstrip("s")
