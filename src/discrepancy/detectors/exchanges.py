"""How many were exchanged: the prisoners, hostages or bodies that each side of a swap gave up, as articles count them.

A swap has two numbers. An article's larger one is set against the other's larger one, its smaller against the smaller,
where the two lie as near as two counts of one thing do. A sum of both is left out.

Fires:
    "In a prisoner swap 74 rebels were freed for 61 soldiers." / "The swap freed 82 rebels and 54 soldiers."

Stays silent:
    "In a prisoner swap 74 rebels were freed for 61 soldiers." / "The swap freed 135 prisoners in all." (the sum)
    "In a prisoner swap 74 rebels were freed." / "The swap freed 61 soldiers." (perhaps the two sides of it)
    "In a prisoner swap 74 rebels were freed." / "A swap last year freed 80 rebels." (another one)
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._counted import Counted, conflict
from discrepancy.detectors._events import Event, articles_of, background, of_another, of_this_event, same_event
from discrepancy.detectors._values import compatible, size, vague
from discrepancy.extractors._lexemes import vocabulary
from discrepancy.model import Conflict, Evidence, Kind, Quantity, Reading
from discrepancy.settings import Settings

_HEAD: Final = 4
_TOLD: Final = 10
"""Statements of an article that tell what it is about, and in which those exchanged are counted."""
_WHAT: Final = r"(?:prisoners?|captives?|detainees?|hostages?|bod(?:y|ies)|remains|abductees?)"
_SWAP: Final = re.compile(
    rf"\b{_WHAT} (?:swap|exchange)\b|\b(?:swap|exchange)\w? (?:of )?(?:\w+ ){{0,3}}{_WHAT}|\bswap deal\b", re.IGNORECASE
)
_GIVEN: Final = re.compile(
    r"\b(?:free(?:d|s|ing)?|releas(?:e|ed|es|ing)|hand(?:s|ed|ing) over|let go|swap\w{0,4}|exchang(?:e|ed|es|ing)"
    r"|traded|in (?:return|exchange) for|sent the other way|set free)\b",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"\b(?:in all|altogether|total|overall|both sides|each side|remain\w{0,3}|still|stage|another|next|further|earlier"
    r"|previous(?:ly)?|among (?:them|those)|including|of (?:them|whom)|since|will|to be|would|leaving)\b",
    re.IGNORECASE,
)
"""Words beside a count that is of all, of some, or of another swap."""
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
"""In a statement, what tells of a swap of another year."""
_NO_SIDE: Final = vocabulary(
    "journalist reporter woman child bus day month year week kilometre kilometer hour minute stage convoy official"
    " mediator side town village vehicle plane"
)
_MOST: Final = 12
"""Numbers beyond which an article, or a line of a megabyte, tells of no one swap."""
_BOTH: Final = 2
"""Sides of a swap."""
_NEAR: Final = 40
"""Characters before and behind a count in which it is told what it is of."""
_LOOSE: Final = 0.06
"""How far a round sum may lie from the two that it is of: "more than 130" of 74 and 61."""
_RATIO: Final = 1.35
"""Two counts of one side lie no further apart; those of two sides may lie nearer, so that whole swaps are compared."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [(event, sides) for event, own in articles_of(evidence) if len(sides := _sides(event, own)) == _BOTH]
    for (event, own), (other, theirs) in combinations(told, 2):
        if same_event(event, other):
            for which, (a, b) in zip(("larger", "smaller"), zip(own, theirs, strict=True), strict=True):
                low, high = sorted((size(a.quantity), size(b.quantity)))
                if not compatible(a.quantity, b.quantity) and high <= _RATIO * low:
                    yield conflict(
                        a,
                        b,
                        detector="exchanges",
                        topic=f"exchanged: {which}",
                        question="How many were exchanged?",
                        confidence=0.7,
                    )


def _sides(event: Event, readings: Sequence[Reading]) -> list[Counted]:
    """The two counts of a swap, the larger first; anything else where an article does not give just two."""
    if not any(_SWAP.search(reading.statement.text) for reading in readings[:_HEAD]):
        return []
    first: dict[float, Counted] = {}
    for reading in readings[:_TOLD]:
        text = reading.statement.text
        if _GIVEN.search(text) and not _YEAR.search(text) and background(reading) is None:
            for quantity in reading.quantities:
                if _of_a_side(reading, quantity) and of_this_event(reading, event, quantity.start):
                    first.setdefault(size(quantity), Counted(reading, quantity))
    if len(first) > _MOST:
        return []
    sums = [a + b for a, b in combinations(first, 2)]
    alone = (value for value in first if not any(abs(value - total) <= _LOOSE * total for total in sums))
    return [first[value] for value in sorted(alone, reverse=True)]


def _of_a_side(reading: Reading, quantity: Quantity) -> bool:
    some = quantity.part_of is not None and quantity.part_of != math.inf  # "82 of its fighters" are all of them
    if quantity.role != "count" or some or vague(quantity) or quantity.noun in _NO_SIDE:
        return False
    text = reading.statement.article.text
    before = text[max(reading.statement.start, quantity.start - _NEAR) : quantity.start]
    after = text[quantity.end : min(reading.statement.end, quantity.end + _NEAR)]
    return not _OTHER.search(before) and not _OTHER.search(after) and not of_another(before) and size(quantity) > 1


PLUGIN = Detector("exchanges", Kind.QUANTITY, find, __doc__)
