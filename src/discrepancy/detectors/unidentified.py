"""Who it was, known and not known: the doer of an attack, left open in one source and named in another.

Named is whoever the head of an article says did it, and whoever somebody in it blames.

Fires:
    "It was not clear who had carried out the raid." / "A rebel raid on the port killed nine people."
    "Jets that the monitor could not identify hit the port." / "Government jets hit the port."
    "It was not clear whether the jets were Carvian or Tarman." / "The jets were believed to be Carvian."

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
from discrepancy.detectors._charges import Charge, charges_of, sites_of
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
OPEN: Final = (
    r"(?:(?:not|n['’]t) (?:immediately |yet |entirely )?(?:clear|known)|unclear|unknown|uncertain|nobody knows"
    r"|(?:could|did|does|do|was|were)(?: not|n['’]t) (?:immediately )?(?:able to )?"
    r"(?:determine|identify|say|know|establish|tell)"
    r"|unable to (?:immediately )?(?:determine|identify|say|establish|tell))"
)
_DID: Final = (
    r"(?:carried|carries|launched|fired|dropped|bombed|shelled|conducted|staged|planted|behind|responsible|did it)"
)
_CRAFT: Final = r"(?:war)?(?:planes?|aircraft|jets?|helicopters?|drones?|bombers?)"
_WHOSE: Final = re.compile(
    rf"\b{_CRAFT} (?:were|was|had been) (?:(?:probably|likely|reportedly|apparently) )?"
    r"(?:(?:believed|thought|said|reported|suspected) (?:to (?:be|have been) )?)?"
    r"[A-Z][a-z]{1,12}(?:an|i|ish|ese|ench)\b(?! or\b)"
)
"""Whose aircraft they were, somewhere below the head: "the planes were believed to be Carvian"."""
_FLOWN: Final = re.compile(rf"\b(?:{_CRAFT}|air(?: ?strikes?| raids?)|from the air|barrel bombs?)\b", re.IGNORECASE)
_UNKNOWN: Final = re.compile(
    rf"\b{OPEN} (?:exactly )?(?:who (?:\w{{2,8}} ){{0,2}}{_DID}\b"
    rf"|whose (?:{_CRAFT}|shells?|rockets?|fire)\b"
    rf"|which (?:of the )?(?:sides?|part(?:y|ies)|countr(?:y|ies)|groups?|forces?)\b[^.;,]{{0,30}}\b{_DID}\b"
    rf"|(?:whether|if) [^.;,]{{0,30}}\b{_CRAFT} (?:were|was|belonged)\b[^.;,]{{0,40}} or\b)"
    rf"|\b{_CRAFT} (?:which|that) (?:it|they|he|she|the [a-z]{{3,15}}) {OPEN}"
    rf"|\bunidentified {_CRAFT}\b",
    re.IGNORECASE,
)


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [(event, readings, _unknown(event, readings)) for event, readings in articles_of(evidence)]
    sites = frozenset(site for _, readings, _ in told for site in sites_of(readings))
    for (event, _, unknown), (other, readings, theirs) in permutations(told, 2):
        if unknown and not theirs and same_event(event, other):
            craft = bool(_FLOWN.search(_text(*unknown)))
            for reading, span in islice(_named(other, readings, sites, craft=craft), _MOST):
                yield _conflict(unknown, reading, span)


def _named(
    event: Event, readings: Sequence[Reading], sites: frozenset[str], *, craft: bool
) -> Iterator[tuple[Reading, Span]]:
    """Where an article says who did it: its head, those who are blamed in it, and whose aircraft they were. `craft` is
    whether it is asked of aircraft, for which nobody on the ground is blamed."""
    for reading in _head(readings):
        yield from ((reading, span) for span in doers(reading.statement.text))
    for charge in charges_of(event, readings, sites):
        if charge.stance == "named" and not charge.sites and not (craft and not _FLOWN.search(_near(charge))):
            start = charge.reading.statement.start
            yield charge.reading, (charge.span[0] - start, charge.span[1] - start)
    for reading in readings[:_TOLD]:
        whose = _WHOSE.search(reading.statement.text, 0, _LONGEST)
        if whose and background(reading) is None:
            yield reading, whose.span()


def _near(charge: Charge) -> str:
    return charge.reading.statement.text[:_LONGEST]


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
