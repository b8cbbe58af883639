"""Ages that sources give named people, and which person a mention surely names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from discrepancy.detectors._values import normal
from discrepancy.extractors._name_words import TITLES
from discrepancy.model import Evidence, NameMention, Position, Quantity, Reading

_BESIDE = re.compile(r",? ?\(?(?: ?(?:who (?:is|was)|is|was|an?|now|aged|age))? ?")
_BEFORE = re.compile(r"[ ,](?:[^\W\d_]+[ -]){0,5}")
_OTHERS = re.compile(
    r"\b(?:of|and|by|with|from|in|at|for|to|who|whose|his|her|their|son|daughter|friend|was|is|between"
    r"|against|over|on|involving)\b"
)
_SOMEBODY = re.compile(r"\ban? $", re.IGNORECASE)
"""Before an age: "a 42-year-old man shot Lopez" says nothing of how old Lopez is; "an 18-year-old, Lopez" does."""
_CLOSED = re.compile(r"(?: [\w'’-]{1,20}){0,5}[,.;)]")
"""What ends an apposition: "Lopez, a 40-year-old man, left", and not "on the South Side, a 40-year-old man left"."""
_HE = re.compile(r"(?:he|she) (?:was|is) ", re.IGNORECASE)
"""All that stands before the age in a sentence of its own."""
_LED = re.compile(r"(?<![\w'’-])([A-Z][a-z]{2,18}) $")
_LONGEST_LED = 24
_THEN = re.compile(r"\byears? (?:ago|earlier|before)\b|\bat the time\b|\bthen[- ](?:aged )?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Age:
    reading: Reading
    quantity: Quantity
    name: NameMention


def ages_in(evidence: Evidence) -> Iterator[Age]:
    """The ages that somebody surely named is given."""
    bearers = bearers_in(evidence)
    for before, reading in pairwise((None, *evidence.readings)):
        if reading is None or _THEN.search(reading.statement.text):
            continue
        for quantity in reading.quantities:
            if quantity.role == "age" and quantity.exact:
                name = _whose(reading, quantity) or _spoken_of(before, reading, quantity)
                if name is not None and sure(name, reading.statement.article.text, bearers):
                    yield Age(reading, quantity, name)


def bearers_in(evidence: Evidence) -> dict[str, int]:
    """How many names of the collection hold each word: a family shares its surname."""
    names = {n.canonical for r in evidence.readings for n in r.names}
    return Counter(word for name in names for word in set(name.split()))


def sure(name: NameMention, text: str, bearers: dict[str, int]) -> bool:
    """Whether the mention names one person: in full, or by a word that no other name of the collection has.

    In 'Aaron "Red" Lopez' the surname stands apart from a first name that is another's than Maria Lopez's, and so it
    does behind a word with a capital that is no title: "Ebru Lopez" of which only "Lopez" was read as a name.
    """
    led = _LED.search(text, max(0, name.start - _LONGEST_LED), name.start)
    if led and led[1].lower() not in TITLES and len(name.text.split()) == 1:
        return False
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


def position(age: Age) -> Position:
    span = age.quantity.number_span
    statement = age.reading.statement
    return Position(statement, statement.article.text[slice(*span)], (span,), normal(age.quantity))
