"""What happened, known and not known: what one source says nobody can tell yet, and another tells.

The one leaves open whether an aircraft was hit, or how an attack was made; a statement of the other says it in nearly
the same words, and without a doubt of its own.

Fires:
    "It was unclear whether the plane had been hit by a missile or had lost power." / "A missile hit the plane."

Stays silent:
    "It was unclear whether the plane had been hit by a missile." / "The plane had left Tarma at noon."
    "It was unclear whether the plane had been hit by a missile." / "Officials said a missile may have hit the plane."
    "It was unclear whether he would run again." / "He will run again." (what is still to come)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, permutations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._events import articles_of, of_another, same_event
from discrepancy.detectors._happenings import AIRCRAFT, causes_in
from discrepancy.detectors._likeness import stems
from discrepancy.detectors.unidentified import OPEN
from discrepancy.model import Certainty, Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

_TOLD: Final = 12
"""Statements of an article in which it tells of its main event."""
_MOST: Final = 2
"""Statements of one article that are set against what another leaves open."""
_LONGEST: Final = 2_000
"""Characters of a statement that are read."""
_FEWEST: Final = 3
"""Words of weight in what is left open: fewer are said of many things."""
_COVERED: Final = 0.75
"""Share of them that a statement must hold to tell it."""
_ASKED: Final = re.compile(rf"\b{OPEN} (?:whether|if) (?P<what>[^.;]{{12,200}})", re.IGNORECASE)
_ENDS: Final = re.compile(r",|\b(?:or|as|although|though|but|adding|saying|and said|because|when|after|before)\b")
_UNDONE: Final = re.compile(
    r"\b(?:would|will|could|can|may|might|should|plans?|planned|intend\w{0,3})\b", re.IGNORECASE
)
_DOUBT: Final = re.compile(
    r"\b(?:whether|if|may|might|could|possibl\w{1,2}|denied|denies|deny|not|n['’]t|no|never|ruled out|unclear|unknown"
    r"|investigat\w{2,5})\b",
    re.IGNORECASE,
)


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [(event, readings[:_TOLD]) for event, readings in articles_of(evidence)]
    for (event, readings), (other, theirs) in permutations(told, 2):
        for reading, words, asked in _left_open(readings):
            if same_event(event, other):
                for answer in islice(_answers(theirs, asked), _MOST):
                    yield _conflict(reading, words, answer)


def _left_open(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Span, frozenset[str]]]:
    """Statements that leave something open, with the words that do so and what it is: the first of two that it may
    be."""
    for reading in readings:
        found = _ASKED.search(reading.statement.text, 0, _LONGEST)
        if found is None or of_another(reading.statement.text):
            continue
        what = _ENDS.split(found["what"], maxsplit=1)[0]
        happening = causes_in((what,)) or AIRCRAFT.search(what)
        asked = _words(what)
        if happening and len(asked) >= _FEWEST and not _UNDONE.search(what):
            yield reading, (found.start(), found.start("what") + len(what.rstrip())), asked


def _words(text: str) -> frozenset[str]:
    return stems(AIRCRAFT.sub("aircraft", text))


def _answers(readings: Sequence[Reading], asked: frozenset[str]) -> Iterator[Reading]:
    for reading in readings:
        text = reading.statement.text[:_LONGEST]
        if len(asked & _words(text)) >= _COVERED * len(asked) and not _DOUBT.search(text):
            yield reading


def _conflict(reading: Reading, words: Span, answer: Reading) -> Conflict:
    statement, other = reading.statement, answer.statement
    span = (statement.start + words[0], statement.start + words[1])
    value = statement.article.text[slice(*span)]
    return Conflict(
        kind=Kind.CERTAINTY,
        relation=Relation.CONFLICT,
        detector="undetermined",
        topic=f"undetermined:{statement.article.id}:{span[0]}",
        a=Position(statement, value, (span,), "open", certainty=Certainty.UNCLEAR),
        b=Position(other, "it is told", ((other.start, other.end),), "told"),
        confidence=0.65,
        severity=Severity.MEDIUM,
        question="Is it known what happened?",
        why=(Signal("left open, and told", value),),
    )


PLUGIN = Detector("undetermined", Kind.CERTAINTY, find, __doc__)
