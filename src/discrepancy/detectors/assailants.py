"""How many they were: the number of those who made an attack, as the heads of articles on it give it.

Fires:
    "Two bombers blew themselves up at the port." / "Three suicide bombers tried to storm the port."
    "A gunman opened fire in the port." / "Two gunmen opened fire in the port."

Stays silent:
    "Two bombers blew themselves up at the port." / "The second bomber blew himself up at the gate." (one of them)
    "Two gunmen attacked the port." / "The guards killed a gunman." (what became of them)
    "At least two gunmen attacked the port." / "Three gunmen attacked the port." (another precision)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._counted import Counted, apart, conflict
from discrepancy.detectors._events import Event, articles_of, of_this_event, same_event
from discrepancy.detectors._tolls import STATES
from discrepancy.detectors._values import vague
from discrepancy.model import (
    Conflict,
    Evidence,
    Kind,
    LineKind,
    Quantity,
    Reading,
)
from discrepancy.settings import Settings

_HEAD: Final = 3
"""Statements of an article that tell how many attacked: further down a part of them is told of."""
_NOUNS: Final = ("bomber", "attacker", "gunman", "assailant", "kidnapper", "hijacker", "robber")
_ONE: Final = re.compile(
    rf"\b(?P<one>an?|one|lone) (?:(?!second|third|other|suspected)[a-z-]{{3,12}} ){{0,2}}(?:{'|'.join(_NOUNS)})\b",
    re.IGNORECASE,
)
_TOLD: Final = 12
"""Statements of an article in which a further one is told of."""
_FURTHER: Final = re.compile(
    rf"\b(?:another|second|third|other|first) (?:[a-z-]{{3,12}} ){{0,2}}(?:man\b|{'|'.join(_NOUNS)})", re.IGNORECASE
)
"""One of several, who are told of one after the other: "a bomber", and "another bomber" behind him."""
_FELT: Final = re.compile(
    r"\b(?:kill|shot|shoot|arrest|captur|wound|injur|hurt|detain|shooting|dead)\w{0,3} $", re.IGNORECASE
)
"""Before those to whom something was done."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [(event, numbers) for event, readings in articles_of(evidence) if (numbers := _numbers(event, readings))]
    for (event, own), (other, theirs) in combinations(told, 2):
        if same_event(event, other) and apart(own, theirs):
            yield conflict(
                own[0],
                theirs[0],
                detector="assailants",
                topic="how many attacked",
                question="How many attackers were there?",
                confidence=0.7,
            )


def _numbers(event: Event, readings: Sequence[Reading]) -> list[Counted]:
    head = [reading for reading in readings if reading.statement.kind is not LineKind.CAPTION][:_HEAD]
    several = any(_FURTHER.search(reading.statement.text) for reading in readings[:_TOLD])
    return [
        Counted(r, q)
        for r in head
        for q in (*_counted(r), *(() if several else _single(r)))
        if of_this_event(r, event, q.start)
    ]


def _counted(reading: Reading) -> Iterator[Quantity]:
    for quantity in reading.quantities:
        counts = quantity.role == "count" and quantity.noun in _NOUNS and quantity.part_of is None
        if counts and quantity.state not in STATES and not vague(quantity) and not quantity.target:
            yield quantity


def _single(reading: Reading) -> Iterator[Quantity]:
    """ "A gunman": one, where he is the one who acts."""
    statement = reading.statement
    for found in _ONE.finditer(statement.text):
        start, end = (statement.start + at for at in found.span("one"))
        counted = any(q.start <= start < q.end for q in reading.quantities)
        if not counted and not _FELT.search(statement.text, 0, found.start()):
            text = statement.article.text[start:end]
            yield Quantity(start, end, text, 1.0, 1.0, noun="gunman", number_span=(start, end))


PLUGIN = Detector("assailants", Kind.QUANTITY, find, __doc__)
