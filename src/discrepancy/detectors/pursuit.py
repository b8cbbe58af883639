"""Pursuit: a suspect whom one source has at large, and another in custody or dead.

It is read off the first statements of each article, of one suspect alone; named people are the matter of `fates`.
Where one report is later, it has the news: the two are an update.

Fires:
    "Gunman sought after the shooting at the mill." / "The suspect was arrested on Monday."
    "Police were still searching for the gunman." / "The gunman was found dead in his car."

Stays silent:
    "Police were searching for a second gunman." / "The gunman was arrested." (two of them)
    "The gunman was at large for a day before he was caught." / "The gunman was arrested." (both tell of the end)
    "Two suspects were being sought." / "One suspect was arrested."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._events import articles_of, background, of_another, same_event
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal
from discrepancy.settings import Settings

_WHO: Final = r"(?:suspect|gunman|shooter|attacker|assailant|bomber|killer|knifeman|hijacker|suspected \w{4,12})"
_AT_LARGE: Final = re.compile(
    rf"\b{_WHO} (?:(?:is|was|remains?|remained|still|being) ){{0,3}}(?:at large|on the run|sought|hunted)\b"
    rf"|\b(?:search\w{{0,4}}|hunt\w{{0,3}}|manhunt|looking)(?: \w{{2,9}}){{0,3}} for (?:the |a |an |one |its ){{0,2}}"
    rf"(?:\w{{4,12}} )?{_WHO}\b",
    re.IGNORECASE,
)
_ENDED: Final = re.compile(
    rf"\b(?:{_WHO}|he) (?:(?:is|was|has|had|been|now|later|then|also|also been) ){{0,4}}"
    r"(?:arrested|apprehended|captured|caught|detained|dead|killed|shot dead|found dead|(?:taken )?in(?:to)? custody)\b"
    rf"|\b(?:arrested|captured|apprehended|detained|killed|shot dead) (?:the|a) (?:\w{{4,12}} )?{_WHO}\b"
    rf"|\b{_WHO} dead\b",
    re.IGNORECASE,
)
_SEVERAL: Final = re.compile(
    r"\b(?:second|third|another|other|accomplices?|one of the|two|three|both|suspects|gunmen|attackers|assailants"
    r"|shooters|bombers|killers)\b",
    re.IGNORECASE,
)
_LEAD: Final = 6
"""Statements of an article that tell how things stand."""
_LONGEST: Final = 2_000
"""Characters of a statement that are read."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [
        (event, _first(_AT_LARGE, readings), _first(_ENDED, readings), _tells(_SEVERAL, readings))
        for event, readings in articles_of(evidence)
    ]
    for (event, sought, own_end, many), (other, theirs, ended, others) in permutations(told, 2):
        if sought and ended and not (own_end or theirs or many or others) and same_event(event, other):
            yield _conflict(sought, ended)


def _first(pattern: re.Pattern[str], readings: Sequence[Reading]) -> Position | None:
    """The first of the lead's statements that says so."""
    for reading in readings[:_LEAD]:
        statement = reading.statement
        found = pattern.search(statement.text, 0, _LONGEST)
        if found and not of_another(statement.text) and background(reading) is None:
            span = (statement.start + found.start(), statement.start + found.end())
            return Position(statement, found[0], (span,), "at large" if pattern is _AT_LARGE else "ended")
    return None


def _tells(pattern: re.Pattern[str], readings: Sequence[Reading]) -> bool:
    return any(pattern.search(reading.statement.text, 0, _LONGEST) for reading in readings[:_LEAD])


def _conflict(sought: Position, ended: Position) -> Conflict:
    first, last = (one.statement.article.published or "" for one in (sought, ended))
    return Conflict(
        kind=Kind.OUTCOME,
        relation=Relation.CONFLICT if first and last and first[:10] > last[:10] else Relation.UPDATE,
        detector="pursuit",
        topic="pursuit",
        a=sought,
        b=ended,
        confidence=0.7,
        severity=Severity.HIGH,
        question="Is the suspect at large?",
        why=(Signal("at large, and not", f"{sought.value} / {ended.value}"),),
    )


PLUGIN = Detector("pursuit", Kind.OUTCOME, find, __doc__)
