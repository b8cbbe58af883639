"""Another figure in the same passage: a number that one of two copies of one writer's sentence has changed.

The words around it are the same, so what is counted is the same, whatever it is. Only the values must exclude each
other.

Fires:
    "A storm sank six of the boats that lay in the harbour." / "A storm sank nine of the boats that lay in the harbour."
    "The tug pulled a barge off the rocks near Salerno." / "Tugs pulled three barges off the rocks near Salerno."

Stays silent:
    "... sank at least six of the boats that lay in the harbour." / "... sank six of the boats ..." (another precision)
    "On Monday the port counted six boats ..." / "On Friday the port counted nine boats ..." (two days, two counts)
    "A storm sank six boats off Salerno." / "In Salerno they say that nine boats went down." (two writers)
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._passages import Change, Passage, altered, stretch
from discrepancy.detectors._plurals import many
from discrepancy.detectors._tolls import STATES
from discrepancy.detectors._values import SNAPSHOT, compatible, normal, shown, size
from discrepancy.detectors._when import excludes
from discrepancy.model import Conflict, Evidence, Kind, Position, Quantity, Reading, Relation, Severity, Signal
from discrepancy.people import singular
from discrepancy.settings import Settings

_OTHERS: Final = ("age", "ordinal")
"""Figures that tell one person or thing from another; ages have a detector of their own."""
_NOTHING: Final = (None, "block", "street", "image", "photo", "page")
"""What a number counts that is an address, or a place in a list of pictures."""
_ASKED: Final = {"duration": "How long?", "money": "How much?", "share": "What share?"}
_ALONE: Final = {"a": "1", "an": "1", "all": "all", "none": "none"}
"""Words that count, where the other copy has a number."""
_AMOUNTS: Final = {"few": 0, "some": 1, "several": 1, "many": 2, "most": 3, "all": 4, "none": 5}
"""Words for how many of some there are, from few to all."""
_NEAR: Final = 5
"""Words behind "a" in which the noun stands that the other copy counts."""
_TALLY: Final = re.compile(r"\b(?:is|was|be|became|becomes|mark(?:s|ed)) (?:\w+ )?the $", re.IGNORECASE)
_FEWEST: Final = 2
"""A number from which "a" in its place is another one."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for change in altered(evidence.readings):
        sides = [_figures(side, words) for side, words in change.sides]
        if _two_days(change):
            continue
        if len(sides[0]) == len(sides[1]) == 1 and _excludes(sides[0][0], sides[1][0]):
            yield _conflict(change, sides[0][0], sides[1][0])
        elif one := _one_of_several(change, sides) or _two_amounts(change):
            yield one


def _figures(side: Passage, words: tuple[int, int]) -> list[Quantity]:
    start, end = side.span(*words)
    inside = [q for q in side.reading.quantities if q.number_span[0] < end and start < q.number_span[1]]
    return [quantity for quantity in inside if _counts(quantity) or _is_tally(side.reading, quantity)]


def _is_tally(reading: Reading, quantity: Quantity) -> bool:
    """Whether a place in a row says how many there were: "it was the third plane to be lost"."""
    start = reading.statement.start
    before = reading.statement.article.text[max(start, quantity.start - 30) : quantity.number_span[0]]
    return quantity.role == "ordinal" and _TALLY.search(before) is not None


def _counts(quantity: Quantity) -> bool:
    """Whether a figure says how much or how many there were: no age, no house number, no "2 of 4" below a picture."""
    if quantity.role in _OTHERS or not size(quantity):
        return False  # "2, 000ft" is a slip of the keyboard
    named = quantity.noun not in _NOTHING and quantity.part_of is None
    return quantity.role != "count" or named or quantity.part_of == math.inf


def _two_days(change: Change) -> bool:
    """Whether the copies tell of two days: the same count, taken again."""
    if any(SNAPSHOT.search(side.reading.statement.text) for side, _ in change.sides):
        return True
    a, b = ([d for d in side.reading.dates if d.resolved and not d.recurring] for side, _ in change.sides)
    return bool(a and b) and all(excludes(x, y) for x in a for y in b)


def _excludes(a: Quantity, b: Quantity) -> bool:
    alike = a.role == b.role and a.unit == b.unit and (a.noun == b.noun or a.noun is None or b.noun is None)
    return alike and not compatible(a, b)


def _one_of_several(change: Change, sides: list[list[Quantity]]) -> Conflict | None:
    """An article, or all, where the other copy has a number: "a barge", "three barges"."""
    for at, (side, words) in enumerate(change.sides):
        figure = sides[1 - at][0] if len(sides[1 - at]) == 1 and not sides[at] else None
        if figure is not None and _stands_for_another(side, words[0], figure):
            span = side.span(words[0], words[0] + 1)
            text = side.reading.statement.article.text[slice(*span)]
            one = Position(side.reading.statement, text, (span,), _ALONE[side.words[words[0]]])
            other = _position(change.sides[1 - at][0].reading, figure)
            return _made(one, other, _question(figure), Relation.CONFLICT)
    return None


def _two_amounts(change: Change) -> Conflict | None:
    """Words for more and for less of the same: "many of the wounded", "some of the wounded"."""
    told = [" ".join(side.words[slice(*words)]) for side, words in change.sides]
    if not all(amount in _AMOUNTS for amount in told) or _AMOUNTS[told[0]] == _AMOUNTS[told[1]]:
        return None
    if any(side.words[words[1] : words[1] + 1] != ("of",) for side, words in change.sides):
        return None
    a, b = (stretch(*side, said) for side, said in zip(change.sides, told, strict=True))
    return replace(_made(a, b, "How many of them?", Relation.CONFLICT), severity=Severity.LOW)


def _stands_for_another(side: Passage, at: int, figure: Quantity) -> bool:
    """Whether a word counts what the other copy gives a number of: "a" before its noun, "all" of those of whom it
    counts a part."""
    word = side.words[at]
    if word not in _ALONE or figure.role != "count" or figure.low is None or size(figure) < _FEWEST:
        return False
    if word in ("a", "an"):
        return figure.noun in [singular(near) for near in side.words[at + 1 : at + _NEAR]]
    return figure.part_of is not None


def _conflict(change: Change, a: Quantity, b: Quantity) -> Conflict:
    first, second = _position(change.a.reading, a), _position(change.b.reading, b)
    return _made(first, second, _question(a), _relation(change, a, b))


def _relation(change: Change, a: Quantity, b: Quantity) -> Relation:
    """A toll that was published later and is larger has been brought up to date."""
    (small, early), (_, late) = sorted(
        (
            (size(q), side.reading.statement.article.published or "")
            for q, (side, _) in zip((a, b), change.sides, strict=True)
        )
    )
    grown = a.state in STATES and early and early[:10] < late[:10]
    return Relation.UPDATE if grown and small else Relation.CONFLICT


def _question(quantity: Quantity) -> str:
    if quantity.role == "ordinal":
        return "How many were there with this one?"
    if quantity.part_of is None and quantity.state in STATES and quantity.noun in (None, "person"):
        return STATES[quantity.state or ""]
    if quantity.part_of is not None:
        return "How many of them?"
    noun = quantity.noun if quantity.role == "count" else None
    return f"How many {many(noun)}?" if noun and noun != "other" else _ASKED.get(quantity.role, "How many?")


def _position(reading: Reading, quantity: Quantity) -> Position:
    text = shown(quantity, reading.statement.article.text)
    return Position(reading.statement, text, (quantity.number_span,), normal(quantity))


def _made(a: Position, b: Position, question: str, relation: Relation) -> Conflict:
    first = min(a.statement.key, b.statement.key)
    return Conflict(
        kind=Kind.QUANTITY,
        relation=relation,
        detector="altered_figures",
        topic=f"altered:{first[0]}:{first[1]}:{question}",
        a=a,
        b=b,
        confidence=0.7,
        severity=Severity.MEDIUM,
        question=question,
        why=(Signal("one passage, two figures", f"{a.normalized} / {b.normalized}"),),
    )


PLUGIN = Detector("altered_figures", Kind.QUANTITY, find, __doc__, general=True)
