"""Ages: one person with two ages.

Finds the age that each source gives a named person, beside the name, before it or in a sentence of its own behind it,
and sets two that differ against each other. A birthday explains one year between articles that lie a month apart.

Fires:
    "Maria Lopez, 34, was elected" / "The 36-year-old mayor Maria Lopez"
    "Maria Lopez died at home. She was 36." / "Maria Lopez, 34, died"

Stays silent:
    "Maria Lopez, 34" / "the 36-year-old son of Maria Lopez", "a 36-year-old driver hit Maria Lopez" (others)
    "Maria Lopez, 34" / "Maria Lopez said so. She was 36." (whoever Lopez speaks of)
    "Maria Lopez, 36" / "Lopez, in her thirties"
    "Maria Lopez, 34" / "Maria Lopez, 35" (articles a year apart)
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from discrepancy.detectors import Detector
from discrepancy.detectors._values import normal
from discrepancy.model import (
    Conflict,
    Evidence,
    Kind,
    NameMention,
    Position,
    Quantity,
    Reading,
    Relation,
    Severity,
    Signal,
)  # fmt: skip
from discrepancy.settings import Settings

_BESIDE = re.compile(r",? ?\(?(?: ?(?:who is|is|was|an?|now|aged|age))? ?")
_BEFORE = re.compile(r"[ ,](?:[^\W\d_]+[ -]){0,5}")
_OTHERS = re.compile(r"\b(?:of|and|by|with|from|in|at|for|to|who|whose|his|her|their|son|daughter|friend|was|is)\b")
_SOMEBODY = re.compile(r"\ban? $", re.IGNORECASE)
"""Before an age: "a 42-year-old man shot Lopez" says nothing of how old Lopez is; "an 18-year-old, Lopez" does."""
_CLOSED = re.compile(r"(?: [\w'’-]{1,20}){0,5}[,.;)]")
"""What ends an apposition: "Lopez, a 40-year-old man, left", and not "on the South Side, a 40-year-old man left"."""
_HE = re.compile(r"(?:he|she) (?:was|is) ", re.IGNORECASE)
"""All that stands before the age in a sentence of its own."""
_THEN = re.compile(r"\byears? (?:ago|earlier|before)\b|\bat the time\b|\bthen[- ](?:aged )?\d", re.IGNORECASE)
_BIRTHDAY = 30
"""Days between two publications from which on a birthday may lie between them, and the source still not be wrong."""


@dataclass(frozen=True, slots=True)
class _Age:
    reading: Reading
    quantity: Quantity
    name: NameMention


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    """The conflicts between ages, person by person."""
    ages: dict[str, list[_Age]] = defaultdict(list)
    for age in _ages(evidence):
        ages[age.name.canonical].append(age)
    for person, given in sorted(ages.items()):
        apart = [
            (a, b)
            for a, b in combinations(given, 2)
            if a.quantity.low != b.quantity.low and a.reading.statement.key != b.reading.statement.key
        ]
        grown = {_values(a, b) for a, b in apart if _birthday_between(a, b)}
        for a, b in apart:
            explained = _birthday_between(a, b) or (_undated(a, b) and _values(a, b) in grown)
            if not explained and not _of_a_family(a.name, b.name):
                yield _conflict(person, a, b)


def _ages(evidence: Evidence) -> Iterator[_Age]:
    """The ages that somebody surely named is given."""
    bearers = _bearers(evidence)
    for before, reading in pairwise((None, *evidence.readings)):
        if reading is None or _THEN.search(reading.statement.text):
            continue
        for quantity in reading.quantities:
            if quantity.role == "age" and quantity.exact:
                name = _whose(reading, quantity) or _spoken_of(before, reading, quantity)
                if name is not None and _sure(name, reading.statement.article.text, bearers):
                    yield _Age(reading, quantity, name)


def _bearers(evidence: Evidence) -> dict[str, int]:
    """How many names of the collection hold each word: a family shares its surname."""
    names = {n.canonical for r in evidence.readings for n in r.names}
    return Counter(word for name in names for word in set(name.split()))


def _sure(name: NameMention, text: str, bearers: dict[str, int]) -> bool:
    """Whether the mention names one person: in full, or by a word that no other name of the collection has.

    In 'Aaron "Red" Lopez' the surname stands apart from a first name that is another's than Maria Lopez's.
    """
    nicknamed = text[max(0, name.start - 2) : name.start].strip() in ('"', "”", "’", "'", ")")
    return len(name.text.split()) > 1 or (not nicknamed and bearers.get(name.text.removesuffix("'s"), 0) <= 1)


def _whose(reading: Reading, quantity: Quantity) -> NameMention | None:
    """The name that the age stands before ("34-year-old Lopez") or right after ("Lopez, 34")."""
    people = [n for n in reading.names if n.kind in ("person", "other")]
    text = reading.statement.article.text
    return _named_after(text, people, quantity) or _named_before(text, people, quantity)


def _spoken_of(before: Reading | None, reading: Reading, quantity: Quantity) -> NameMention | None:
    """The one person whom the sentence before names, and does not quote: "Lopez died at home. She was 34." """
    own = reading.statement
    if before is None or before.statement.article is not own.article or before.statement.index != own.index - 1:
        return None
    people = [name for name in before.names if name.kind in ("person", "other")]
    quoted = any(person.text in speech.speaker for person in people for speech in before.speech)
    alone = len(people) == 1 and not quoted and _HE.fullmatch(own.article.text, own.start, quantity.start)
    return people[0] if alone else None


def _named_after(text: str, people: Sequence[NameMention], quantity: Quantity) -> NameMention | None:
    if "old" not in quantity.text:
        return None
    somebody = _SOMEBODY.search(text, max(0, quantity.start - 4), quantity.start)
    for name in people:
        between = text[quantity.end : name.start]
        titles = 0 < name.start - quantity.end <= 60 and _BEFORE.fullmatch(between) and not _OTHERS.search(between)
        if titles and (not somebody or "," in between):
            return name
    return None


def _named_before(text: str, people: Sequence[NameMention], quantity: Quantity) -> NameMention | None:
    for name in people:
        near = name.end <= quantity.start <= name.end + 12
        between = text[name.end : quantity.number_span[0]]
        if near and _BESIDE.fullmatch(between) and (" a" not in between or _CLOSED.match(text, quantity.end)):
            return name
    return None


def _of_a_family(a: NameMention, b: NameMention) -> bool:
    """Whether a first name stands before a whole other name: John Samir Haddad may be the son of Samir Haddad."""
    short, long = sorted((a.text.split(), b.text.split()), key=len)
    return 1 < len(short) < len(long) and long[-len(short) :] == short


def _values(a: _Age, b: _Age) -> frozenset[float | None]:
    return frozenset((a.quantity.low, b.quantity.low))


def _undated(a: _Age, b: _Age) -> bool:
    """Whether one article says no day: it may be of either side of a birthday that dated ones tell of."""
    return any(x.reading.statement.article.published_on is None for x in (a, b))


def _birthday_between(a: _Age, b: _Age) -> bool:
    first, second = (x.reading.statement.article.published_on for x in (a, b))
    apart = abs((a.quantity.low or 0) - (b.quantity.low or 0))
    if first is None or second is None:
        return False
    return abs((first - second).days) >= _BIRTHDAY and apart <= 1 + abs((first - second).days) / 365


def _conflict(name: str, a: _Age, b: _Age) -> Conflict:
    far = abs((a.quantity.low or 0) - (b.quantity.low or 0)) > 1
    why = (Signal("same person", name),)
    sides = (_position(a), _position(b))
    severity = Severity.MEDIUM if far else Severity.LOW
    return Conflict(
        Kind.QUANTITY, Relation.CONFLICT, "ages", f"age:{name}", *sides, 0.8, severity, f"How old is {name}?", why
    )


def _position(age: _Age) -> Position:
    spans = (age.quantity.number_span,)
    text = age.reading.statement.article.text
    return Position(age.reading.statement, text[slice(*spans[0])], spans, normal(age.quantity))


PLUGIN = Detector("ages", Kind.QUANTITY, find, __doc__)
