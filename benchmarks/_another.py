"""An incident as another one: the same story in other words, of others, elsewhere, at another time."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, islice
from typing import Any

SEED = 20
WEEKS = range(8, 1040)
"""An incident of a copy is moved back by so many: at most by twenty years, and never into the future."""
RARE = 2
"""Names that stand in so many incidents at most are made of syllables."""
COMMON = 16
"""Other than of persons and places, names that stand in so many incidents stay: "Avenue", "Facebook", "FBI"."""
TELLING = 150
"""Plain words that stand in so many incidents at most are changed: the others are in the manner of such news."""
ENDINGS = ("ing", "ed", "ly", "s", "")
"""A plain word is changed for one of the same ending, which is mostly one of the same part of speech."""
TRIES = 20
"""Words that are drawn until one is not taken in this incident yet; then one is made."""
NAME_SHARE = 0.9
"""A word is a name that has a capital in this share of its places inside sentences."""

MONTHS = "January February March April May June July August September October November December".split()
SHORT = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
KEPT = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun sept".split()
) | {name.lower().rstrip(".") for name in (*MONTHS, *SHORT)}
"""Names of the calendar: they move with the dates."""
TITLES = frozenset("sgt capt lt det cpl dep sen gov rev maj col jr sr".split())

_INSIDE = re.compile(r"(?<=[a-z0-9,;] )[^\W\d_]{3,}")
_WORD = re.compile(r"[^\W\d_]{3,}")
_MONTH = "Jan(?:uary|\\.)|Feb(?:ruary|\\.)|Mar(?:ch|\\.)|Apr(?:il|\\.)|May|June|July|Aug(?:ust|\\.)|Sep(?:tember|t\\.)"
_MONTH += "|Oct(?:ober|\\.)|Nov(?:ember|\\.)|Dec(?:ember|\\.)"
_CHANGED = re.compile(
    rf"(?P<day>\b(?P<month>{_MONTH}) (?P<number>[0-3]?\d)\b(?P<tail>, (?P<of>(?:19|20)\d\d)\b)?)"
    r"|(?P<slashed>\b(?P<m>[01]?\d)/(?P<d>[0-3]?\d)/(?P<y>(?:20)?\d\d)\b)"
    r"|(?P<year>(?<![\d$,.-])(?:19|20)\d\d(?![\d-]|[,.]\d))"
    r"|(?P<age>(?<=, )[1-9]\d(?=[,.] )|\b[1-9]\d(?=-year-old| years old))"
    r"|(?P<hour>\b(?:1[0-2]|[1-9]):[0-5]\d\b)"
    r"|(?P<figure>(?<![\d.:/])(?:[1-9]\d{0,2}(?:,\d{3}){1,3}|[1-9]\d{2,9})(?![\d%:/]|\.\d))"
    r"|(?P<word>[^\W\d_]{3,})"
)
_ONSETS = "b br c ch d dr f g gr h j k kl l m n p pr r s st t tr v w".split()
_VOWELS = "a ai e ea i o ou u".split()
_CODAS = "l ll m n nd nt r rd rn rt s ss t ck".split()

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """The words of the texts that are changed, and what they are changed for."""

    known: Mapping[str, int]
    """In how many incidents each stands."""
    alike: Mapping[tuple[str, int], Sequence[str]]
    """Those of one kind that are about as common."""
    kinds: Mapping[str, str]
    """Of a name: a given one, one of a place, another; of a plain word its ending."""
    plain: frozenset[str]
    """Words that are no names, the common ones too: nothing that is made up may be one of them."""
    outlets: Sequence[str]
    """All publishers."""

    def band(self, word: str) -> tuple[str, int]:
        return self.kinds.get(word, "other"), self.known[word].bit_length()


def names_of(incidents: Sequence[Row]) -> Names:
    inside: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    known: Counter[str] = Counter()
    for row in incidents:
        texts = [text for article in row["articles"] for text in (article["title"], article["text"])]
        found = [word for article in row["articles"] for word in _INSIDE.findall(article["text"])]
        inside.update(map(str.lower, found))
        capital.update(word.lower() for word in found if word[0].isupper())
        known.update({word.lower() for text in texts for word in _WORD.findall(text)})
    kinds = _kinds(incidents)
    named = {word for word in inside if capital[word] > NAME_SHARE * inside[word] and word not in KEPT | TITLES}
    names = {word: known[word] for word in named if known[word] < COMMON or word in kinds}
    plain = inside.keys() - named - KEPT - TITLES
    kinds |= {word: next(filter(word.endswith, ENDINGS)) for word in plain}
    names |= {word: known[word] for word in plain if known[word] <= TELLING}
    outlets = sorted({one["outlet"] for row in incidents for one in row["articles"] if one["outlet"]})
    made = Names(names, {}, kinds, frozenset(plain), outlets)
    alike: dict[tuple[str, int], list[str]] = {}
    for word in sorted(names):
        alike.setdefault(made.band(word), []).append(word)
    return Names(names, alike, kinds, made.plain, outlets)


def _kinds(incidents: Sequence[Row]) -> dict[str, str]:
    places = {
        word.lower() for row in incidents for key in ("city", "state") for word in _WORD.findall(row["truth"][key])
    }
    people = [person["Name"] for row in incidents for person in row["truth"]["participants"] if person.get("Name")]
    given = {name.split()[0].lower() for name in people}
    return dict.fromkeys(given, "given") | dict.fromkeys(places, "place")


def another(row: Row, copy: int, names: Names) -> Row:
    """An incident as another one: the same story, of others, elsewhere, at another time."""
    draw = random.Random(f"{SEED}/{copy}/{row['cluster_id']}")
    changes = _Changes(draw, names)
    changed = [
        {
            "outlet": changes.outlet(one["outlet"]),
            "date": changes.moved(day).isoformat() if one["date"] else None,
            "title": changes.text(one["title"], day),
            "text": changes.text(one["text"], day),
        }
        for one in row["articles"]
        for day in (date.fromisoformat(one["date"] or row["truth"]["date"]),)
    ]
    return {"cluster_id": row["cluster_id"], "articles": changed}


class _Changes:
    """What one incident's words, dates and figures become: each the same wherever it stands."""

    def __init__(self, draw: random.Random, names: Names) -> None:
        self._draw = draw
        self._names = names
        self._words: dict[str, str] = {}
        self._taken: set[str] = set()
        self._figures: dict[str, str] = {}
        self._outlets: dict[str, str] = {}
        self._weeks = draw.choice(WEEKS)
        self._years_of_age = draw.choice([years for years in range(-7, 8) if years])
        self._minutes = draw.randrange(5, 60, 5)

    def outlet(self, outlet: str) -> str:
        if outlet not in self._outlets:
            self._outlets[outlet] = self._draw.choice(self._names.outlets)
        return self._outlets[outlet]

    def moved(self, day: date) -> date:
        return day - timedelta(weeks=self._weeks)

    def text(self, text: str, published: date) -> str:
        by_kind = {"word": self._word, "figure": self._figure, "hour": self._hour, "age": self._age, "year": self._year}

        def changed(found: re.Match[str]) -> str:
            change = by_kind.get(str(found.lastgroup))
            return change(found[0]) if change else self._day(found, published)

        return _CHANGED.sub(changed, text)

    def _word(self, word: str) -> str:
        key = word.lower()
        if key not in self._names.known:
            return word
        if key not in self._words:
            self._words[key] = self._name(key)
        made = self._words[key]
        return made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made

    def _name(self, key: str) -> str:
        made_up = self._names.known[key] <= RARE and key not in self._names.plain
        pool = () if made_up else self._names.alike[self._names.band(key)]
        drawn = (self._draw.choice(pool) for _ in range(TRIES if pool else 0))
        made = next(word for word in chain(drawn, self._invented()) if word != key and word not in self._taken)
        self._taken.add(made)
        return made

    def _invented(self) -> Iterator[str]:
        while True:
            syllables = (f"{self._draw.choice(_ONSETS)}{self._draw.choice(_VOWELS)}" for _ in range(4))
            word = "".join(islice(syllables, self._draw.choice((2, 2, 3)))) + self._draw.choice(_CODAS)
            if word not in self._names.plain:
                yield word

    def _figure(self, figure: str) -> str:
        """One of as many digits, round where the figure was: "1700 block"."""
        if figure not in self._figures:
            self._figures[figure] = re.sub(r"[1-9]", lambda _: str(self._draw.randint(1, 9)), figure)
        return self._figures[figure]

    def _hour(self, clock: str) -> str:
        hour, _, minutes = clock.partition(":")
        return f"{hour}:{(int(minutes) + self._minutes) % 60:02}"

    def _age(self, age: str) -> str:
        return str(max(1, int(age) + self._years_of_age))

    def _year(self, year: str) -> str:
        return str(self.moved(date(int(year), 7, 1)).year)

    def _day(self, found: re.Match[str], published: date) -> str:
        """A day moved with the incident, written as it was; what is no day of the calendar stays."""
        if found["slashed"]:
            year = int(found["y"]) % 100 + 2000
            day = _date(year, int(found["m"]), int(found["d"]))
            return self.moved(day).strftime("%-m/%-d/%Y" if len(found["y"]) == 4 else "%-m/%-d/%y") if day else found[0]
        month = next(at for at, name in enumerate(MONTHS, 1) if name.startswith(found["month"][:3]))
        years = (int(found["of"]),) if found["of"] else range(published.year - 1, published.year + 2)
        days = [day for year in years if (day := _date(year, month, int(found["number"])))]
        if not days:
            return found[0]
        day = self.moved(min(days, key=lambda one: abs((one - published).days)))
        short = found["month"].endswith(".")
        tail = f", {day.year}" if found["tail"] else ""
        return f"{(SHORT if short else MONTHS)[day.month - 1]} {day.day}{tail}"


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
