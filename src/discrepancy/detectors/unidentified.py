"""Who it was, known and not known: the doer of an attack, left open in one source and named in the head of another.

Fires:
    "It was not clear who had carried out the raid." / "A rebel raid on the port killed nine people."
    "Jets that the monitor could not identify hit the port." / "Government jets hit the port."

Stays silent:
    "It was not clear how many had died in the raid." / "A rebel raid killed nine." (another question)
    "It was not clear who the two men were." / "A rebel raid killed nine." (who was hit, and not who hit)
    "It was not clear who was behind the raid of last year." / "A rebel raid killed nine." (another raid)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, permutations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._events import Event, articles_of, background, of_another, same_event
from discrepancy.detectors._leads import LEAD
from discrepancy.detectors.perpetrators import doers
from discrepancy.model import (
    Certainty,
    Conflict,
    Evidence,
    Kind,
    LineKind,
    Position,
    Reading,
    Relation,
    Severity,
    Signal,
    Span,
)
from discrepancy.settings import Settings

_TOLD: Final = 10
"""Statements of an article in which it may leave open who did what its head tells of."""
_MOST: Final = 3
"""Heads of one article that are set against it."""
_LONGEST: Final = 2_000
"""Characters of a statement that are read."""
_ATTACKS: Final = frozenset(("attack", "strike", "blast", "shooting"))
_OPEN: Final = (
    r"(?:(?:not|n['’]t) (?:immediately |yet |entirely )?(?:clear|known)|unclear|unknown|uncertain|nobody knows"
    r"|(?:could|did|does|do|was|were)(?: not|n['’]t) (?:immediately )?(?:able to )?"
    r"(?:determine|identify|say|know|establish|tell)"
    r"|unable to (?:immediately )?(?:determine|identify|say|establish|tell))"
)
_DID: Final = (
    r"(?:carried|carries|launched|fired|dropped|bombed|shelled|conducted|staged|planted|behind|responsible|did it)"
)
_CRAFT: Final = r"(?:war)?(?:planes?|aircraft|jets?|helicopters?|drones?|bombers?)"
_UNKNOWN: Final = re.compile(
    rf"\b{_OPEN} (?:exactly )?(?:who (?:\w{{2,8}} ){{0,2}}{_DID}\b"
    rf"|whose (?:{_CRAFT}|shells?|rockets?|fire)\b"
    rf"|which (?:side|party|country|group|force)\b[^.;,]{{0,30}}\b{_DID}\b"
    rf"|(?:whether|if) [^.;,]{{0,30}}\b{_CRAFT} (?:were|was|belonged)\b[^.;,]{{0,40}} or\b)"
    rf"|\b{_CRAFT} (?:which|that) (?:it|they|he|she|the [a-z]{{3,15}}) {_OPEN}"
    rf"|\bunidentified {_CRAFT}\b",
    re.IGNORECASE,
)


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [(event, readings, _unknown(event, readings)) for event, readings in articles_of(evidence)]
    for (event, _, unknown), (other, readings, theirs) in permutations(told, 2):
        if unknown and not theirs and same_event(event, other):
            named = ((reading, span) for reading in _head(readings) for span in doers(reading.statement.text))
            for reading, span in islice(named, _MOST):
                yield _conflict(unknown, reading, span)


def _head(readings: Sequence[Reading]) -> list[Reading]:
    return [reading for reading in readings if reading.statement.kind is not LineKind.CAPTION][:LEAD]


def _unknown(event: Event, readings: Sequence[Reading]) -> tuple[Reading, Span] | None:
    """Where an article first says that it is not known who did what its head tells of."""
    if not event.causes & _ATTACKS:
        return None
    for reading in readings[:_TOLD]:
        found = _UNKNOWN.search(reading.statement.text, 0, _LONGEST)
        if found and not of_another(reading.statement.text) and background(reading) is None:
            return reading, found.span()
    return None


def _conflict(unknown: tuple[Reading, Span], named: Reading, span: Span) -> Conflict:
    reading, words = unknown
    return Conflict(
        kind=Kind.CERTAINTY,
        relation=Relation.CONFLICT,
        detector="unidentified",
        topic="who it was",
        a=Position(reading.statement, _text(*unknown), (_moved(reading, words),), "open", certainty=Certainty.UNCLEAR),
        b=Position(named.statement, "the attacker is named", (_moved(named, span),), "named"),
        confidence=0.7,
        severity=Severity.MEDIUM,
        question="Is it known whose attack it was?",
        why=(Signal("left open, and named", _text(named, span)),),
    )


def _text(reading: Reading, span: Span) -> str:
    return reading.statement.text[slice(*span)]


def _moved(reading: Reading, span: Span) -> Span:
    """A span of a statement's text as one of its article's."""
    return (reading.statement.start + span[0], reading.statement.start + span[1])


PLUGIN = Detector("unidentified", Kind.CERTAINTY, find, __doc__)
