"""Edits of a sentence that make it say something else: what a text pair is made contradictory, or kept so, with.

Each edit takes a sentence and a random generator and gives the sentence with one thing changed, or None where there is
nothing to change. What takes the place of a word is of its own kind (a weekday for a weekday), so that a model cannot
tell an edit by its clumsiness. The lists are of general English.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from discrepancy.people import NATIONALITIES

Edit = Callable[[str, random.Random], str | None]

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
SHORT_MONTHS = "Jan. Feb. Aug. Sept. Oct. Nov. Dec.".split()
PARTS_OF_DAY = "morning afternoon evening night".split()
NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
DIRECTIONS = "north south east west".split()
COLORS = "red blue green yellow black white orange purple pink brown gray grey".split()
COUNTRIES = (
    "Argentina Australia Austria Belgium Brazil Bulgaria Canada Chile China Colombia Cuba Denmark Egypt"
    " Ethiopia Finland France Germany Greece Hungary India Indonesia Iran Iraq Ireland Israel Italy Japan"
    " Jordan Kenya Lebanon Libya Mexico Morocco Nepal Netherlands Nigeria Norway Pakistan Peru"
    " Philippines Poland Portugal Romania Russia Scotland Serbia Somalia Spain Sudan Sweden Switzerland"
    " Syria Thailand Tunisia Turkey Ukraine Venezuela Vietnam Yemen"
).split()
PEOPLES = sorted(
    word.capitalize() for word in NATIONALITIES if word not in ("us", "emirati", "sri-lankan") and len(word) > 4
)
CLASSES: dict[str, list[list[str]]] = {
    "day": [WEEKDAYS, MONTHS, SHORT_MONTHS, PARTS_OF_DAY],
    "number word": [NUMBERS, TENS, ORDINALS],
    "country": [COUNTRIES],
    "people": [PEOPLES],
    "thing": [
        COLORS,
        DIRECTIONS,
        "kitchen bedroom bathroom garage basement attic office hallway garden".split(),
        "coffee tea beer wine water milk juice soda vodka whiskey lemonade champagne".split(),
        "wood metal plastic glass stone leather cotton concrete steel rubber".split(),
        "guitar piano violin drum flute trumpet saxophone accordion cello harmonica".split(),
        "potato carrot tomato onion cucumber cabbage pumpkin broccoli lettuce garlic".split(),
        "Mercury Venus Mars Jupiter Saturn Neptune Uranus".split(),
        "car truck bus motorcycle bicycle train boat van".split(),
        "dog cat horse cow sheep goat pig".split(),
        "spring summer autumn winter".split(),
        "football basketball baseball tennis hockey golf rugby volleyball".split(),
        "hospital school church hotel restaurant supermarket stadium museum library prison".split(),
        "pistol rifle shotgun knife hammer bat machete".split(),
        "head chest leg arm back neck shoulder stomach hand foot".split(),
        "mother father brother sister son daughter uncle aunt cousin grandmother grandfather".split(),
        "murder robbery burglary assault kidnapping arson fraud".split(),
        "teacher doctor nurse lawyer farmer soldier student journalist driver cook".split(),
    ],
}
ANTONYMS = [
    tuple(row.split("/"))
    for row in (
        "killed/injured killed/unharmed died/survived dead/alive fatally/slightly arrested/released guilty/innocent"
        " convicted/acquitted confirmed/denied admitted/denied before/after inside/outside old/young hot/cold big/small"
        " large/small open/closed opened/closed won/lost increased/decreased rose/fell more/fewer most/few all/none"
        " always/never everyone/nobody accepted/rejected approved/rejected supported/opposed first/last early/late"
        " entered/left arrived/departed started/stopped began/ended full/empty strong/weak fast/slow high/low up/down"
        " happy/sad rich/poor wet/dry clean/dirty same/different male/female man/woman men/women boy/girl boys/girls"
        " husband/wife day/night north/south east/west left/right above/below advanced/retreated captured/lost"
        " succeeded/failed legal/illegal voluntary/forced civilian/military public/private near/far sitting/standing"
        " sleeping/running asleep/awake indoors/outdoors adult/child adults/children buying/selling bought/sold"
        " critical/stable foreign/local known/unknown possible/impossible bottom/top long/short wide/narrow"
        " strengthened/weakened victory/defeat ally/enemy peace/war attack/defense employed/unemployed married/single"
        " with/without true/false"
    ).split()
]
FIGURE = re.compile(r"(?<![\w$.,:/-])\d{1,4}(?:,\d{3})*(?![\w:/%-]|[.,]\d)")
COUNT = re.compile(FIGURE.pattern + r"(?= [a-z]{3,}s\b)(?! (?:days|hours|months|years|weeks|minutes)\b)")
"""A figure that counts things: a bound in its place makes sense."""
TIME = re.compile(r"\b(\d{1,2})(:[0-5]\d)? ?([ap])\.?m\b")
NAME = re.compile(r"\b[A-Z][a-z]{2,}(?: [A-Z]\.)? [A-Z][a-z]{2,}\b")
BE = r"(?:is|are|was|were|has been|have been|will|can|could|would|should|had been)"
AUXILIARY = re.compile(rf"\b({BE})\b(?! not| never)")


def word_of(classes: Sequence[Sequence[str]]) -> Edit:
    """An edit that puts another word of the same list in the place of one."""
    lists = [(row, re.compile(r"\b(?:" + "|".join(map(re.escape, row)) + r")(?!\w)")) for row in classes]

    def edit(text: str, rng: random.Random) -> str | None:
        found = [(match, row) for row, pattern in lists for match in pattern.finditer(text)]
        if not found:
            return None
        match, row = rng.choice(found)
        other = rng.choice([word for word in row if word != match[0]])
        return _article(text, match.span(), other)

    return edit


def figure(text: str, rng: random.Random) -> str | None:
    """Another figure for a figure, of the same order; years and large numbers move by little."""
    found = list(FIGURE.finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    value = int(match[0].replace(",", ""))
    step = max(1, value // 8)
    other = max(0, value + rng.choice((-1, 1)) * rng.randint(1, max(2, 2 * step)))
    other = value + 1 if other == value else other
    return _put(text, match.span(), f"{other:,}" if "," in match[0] else str(other))


def clock(text: str, rng: random.Random) -> str | None:
    """Another hour for a time of day."""
    found = list(TIME.finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    hour = rng.choice([hour for hour in range(1, 13) if hour != int(match[1])])
    return _put(text, match.span(1), str(hour))


def antonym(text: str, rng: random.Random) -> str | None:
    """The opposite of one word."""
    found = [(match, row) for row in ANTONYMS for match in _either(row).finditer(text)]
    if not found:
        return None
    match, row = rng.choice(found)
    return _article(text, match.span(), row[1] if match[0] == row[0] else row[0])


def name_of(names: Sequence[str]) -> Edit:
    """An edit that puts another person's name for a person's name that is on the list."""
    known = frozenset(names)

    def edit(text: str, rng: random.Random) -> str | None:
        found = [match for match in NAME.finditer(text) if match[0] in known]
        if not found:
            return None
        match = rng.choice(found)
        return _put(text, match.span(), rng.choice([name for name in names if name != match[0]]))

    return edit


def place_of(places: Sequence[str]) -> Edit:
    """An edit that puts another place on the list for one."""
    known = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(places, key=len, reverse=True))) + r")\b")

    def edit(text: str, rng: random.Random) -> str | None:
        found = list(known.finditer(text))
        if not found:
            return None
        match = rng.choice(found)
        return _put(text, match.span(), rng.choice([place for place in places if place != match[0]]))

    return edit


def negate(text: str, rng: random.Random) -> str | None:
    """The sentence with its first auxiliary negated; None where there is none, or where it is negated already."""
    match = AUXILIARY.search(text)
    if match is None or re.search(r"\b(?:not|never|no|none|nobody|nothing)\b|n't", text):
        return None
    first, _, rest = match[1].partition(" ")
    return _put(text, match.span(1), f"{first} not {rest}".strip())


EDITS: Mapping[str, Edit] = {
    "figure": figure,
    "time": clock,
    "antonym": antonym,
    **{name.replace(" ", "_"): word_of(lists) for name, lists in CLASSES.items()},
}


def bounds(text: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Sentences with a figure of `text` made a bound, and the label of the pair with `text` as its premise."""
    found = [match for match in COUNT.finditer(text) if 3 < int(match[0].replace(",", "")) < 1900]
    if not found:
        return
    match = rng.choice(found)
    value = int(match[0].replace(",", ""))
    yield _put(text, match.span(), f"at least {value}"), "e"
    yield _put(text, match.span(), f"about {value}"), "e"
    yield _put(text, match.span(), f"more than {value - rng.randint(1, max(1, value // 3))}"), "e"
    yield _put(text, match.span(), f"at least {value + rng.randint(1, value)}"), "c"
    yield _put(text, match.span(), f"fewer than {value - rng.randint(0, value // 4)}"), "c"


def _put(text: str, span: tuple[int, int], other: str) -> str:
    return text[: span[0]] + other + text[span[1] :]


def _article(text: str, span: tuple[int, int], other: str) -> str:
    """As `_put`, with "a" or "an" before the new word as it asks for."""
    n = "n" if other[0].lower() in "aeio" else ""
    before = re.sub(r"\b([Aa])n? $", rf"\1{n} ", text[: span[0]])
    return before + other + text[span[1] :]


@cache
def _either(row: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!year-)(?<!years )\b(?:" + "|".join(row) + r")\b")
