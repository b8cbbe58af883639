"""Nothing was damaged: what one article says of its event, and the damage that another tells of.

Only the first statements count, where an article tells its main event. A first report of no damage is as often
overtaken as wrong, so that the two are an update where they do not bear the same date.

Fires:
    "There were no reports of damage." / "The quake flattened dozens of houses."

Stays silent:
    "There was no major damage." / "The quake damaged some houses."
    "No damage was reported in Lund." / "Houses collapsed in Tarma." (another place)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from discrepancy.detectors import Detector
from discrepancy.detectors._events import Event, articles_of, name_words, of_another, same_event
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

_THINGS = (
    r"(?:houses?|homes?|buildings?|villages?|roads?|bridges?|schools?|mosques?|church(?:es)?|shops?|hospitals?"
    r"|apartments?|hotels?|cars?|vehicles?|walls?|roofs?|windows?|structures?|offices?|facilities|infrastructure)"
)
_HARM = r"(?:damag|destroy|flatten|raz|level|levell|wreck|demolish|collaps|topple|toppl|burn|gutt)(?:ed|ing|es|s|e)"
_NONE = re.compile(
    r"\b(?:no|without|without any|not any) (?:immediate |confirmed |initial |early )?(?:reports? of )?"
    r"(?:(?:casualties|injuries|deaths|victims)(?:,| or| and) )?damage\b(?! to\b)",
    re.IGNORECASE,
)
_DAMAGE = re.compile(
    rf"\b{_HARM} (?:\w{{1,15}} ){{0,4}}?{_THINGS}\b|\b{_THINGS} (?:\w{{1,12}} ){{0,3}}?{_HARM}\b", re.IGNORECASE
)
_ANOTHER = re.compile(r"\b(?:where|when|after|since|following|latest|days?|week|weekend)\b", re.IGNORECASE)
"""Before damage that an earlier event did: "the latest tremor to shake the region, where houses collapsed"."""
_UNLIKELY = re.compile(r"\b(?:could|might|may|would|fear\w{0,3}|likely|likelihood|expected|if)\b", re.IGNORECASE)
_LEAD = 8


@dataclass(frozen=True, slots=True)
class _Told:
    event: Event
    reading: Reading
    span: Span


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [(event, reading) for event, readings in articles_of(evidence) for reading in readings[:_LEAD]]
    none = [one for event, reading in told for one in _told(event, reading, _NONE)]
    some = [one for event, reading in told for one in _told(event, reading, _DAMAGE)]
    damaged = {one.reading.statement.article.id for one in some}
    for a, b in product(none, some):
        # An article that tells of both tells of two events, or of two places.
        apart = a.reading.statement.article.id not in damaged
        if apart and same_event(a.event, b.event) and not _elsewhere(a.reading, b.reading):
            yield _conflict(a, b)


def _told(event: Event, reading: Reading, pattern: re.Pattern[str]) -> Iterator[_Told]:
    text = reading.statement.text
    found = pattern.search(text)
    if pattern is _DAMAGE and found and _ANOTHER.search(text, 0, found.start()):
        return
    if found and not of_another(text) and not _UNLIKELY.search(text, max(0, found.start() - 60), found.end()):
        start = reading.statement.start
        yield _Told(event, reading, (start + found.start(), start + found.end()))


def _elsewhere(none: Reading, some: Reading) -> bool:
    """Whether the denial names places, and the other article none of them."""
    places = name_words(name.text for name in none.names if name.kind != "person")
    text = some.statement.article.text.lower()
    return bool(places) and not any(word in text for word in places)


def _conflict(a: _Told, b: _Told) -> Conflict:
    first, second = (one.reading.statement.article.published for one in (a, b))
    later = bool(first and second and first < second)
    return Conflict(
        kind=Kind.CONTRADICTION,
        relation=Relation.UPDATE if later else Relation.CONFLICT,
        detector="undamaged",
        topic="damage",
        a=_position(a, "none"),
        b=_position(b, "damage"),
        confidence=0.65,
        severity=Severity.MEDIUM,
        question="Was there damage?",
        why=(Signal("said of none", "damage"),),
    )


def _position(told: _Told, normalized: str) -> Position:
    return Position(
        told.reading.statement, told.reading.statement.article.text[slice(*told.span)], (told.span,), normalized
    )


PLUGIN = Detector("undamaged", Kind.CONTRADICTION, find, __doc__)
