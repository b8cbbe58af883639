"""Where from a named place: an event or place that two sources put in two directions, or at two distances, from it.

Two bearings exclude each other from a right angle on: a writer's "south" may be another's south-west. Two distances do
where one is nearly half as much again.

Fires:
    "The epicentre lay 55 km south of Bireun." / "The quake was centred 55 km west of the town of Bireun."
    "The camp at Tarma, north of Lund" / "Tarma, 20 miles south of Lund"
    "The Tarma base 35 km east of Lund" / "The Tarma base, some 60 km east of Lund"

Stays silent:
    "The epicentre lay 55 km south of Bireun." / "It was centred 60 km south-west of Bireun."
    "Tarma, 35 km east of Lund" / "Tarma, 25 miles east of Lund" (rounded)
    "The epicentre lay south of Bireun." / "Berg, a village west of Bireun, was hit." (another place)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from discrepancy.detectors import Detector
from discrepancy.detectors._events import Event, articles_of, of_another, same_event
from discrepancy.detectors._happenings import causes_in
from discrepancy.detectors._measures import factor
from discrepancy.detectors._positions import related
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

_POINTS = {"north": 0, "east": 90, "south": 180, "west": 270}
_BEARING = re.compile(
    r"(?:(?P<far>\d{1,4}(?:\.\d)?) ?(?P<unit>km|kilomet\w{2,4}|miles?)(?: ?\([^()]{1,20}\))? )?(?:to the |due )?"
    r"(?P<way>(?:(?:north|south|east|west)(?:ern|-| )?){1,3}) of (?:the )?"
    r"(?:(?:capital|city|town|village|island|port)(?: city)?(?: of)?,? )?"
    r"(?P<name>[A-Z][^\W\d_]{2,20}(?: [A-Z][^\W\d_]{2,20}){0,2})(?P<own>['’]s)?"
)
_NAMED = re.compile(
    r"(?P<name>[A-Z][^\W\d_]{2,20}(?: [A-Z][^\W\d_]{2,20}){0,2})(?: (?:[a-z]{3,9} )?(?:base|camp|airport|airfield|dam"
    r"|checkpoint|crossing|mine|field|bridge|plant|village|town))?,? (?:(?:which|that) )?(?:is |lies "
    r"|located |about |some |around |roughly |a (?:town|village|city|camp|suburb) )*$"
)
"""The place that is placed, right before its bearing."""
_CENTRE = re.compile(r"\b(?:epicent(?:er|re)|cent(?:er|re)d|centr\w{2,4}|struck|hit)\b", re.IGNORECASE)
_BEFORE = 90
_TOLD = 16
"""Statements of an article in which its main event is told."""
_MOST = 50
"""Bearings of one article that are compared."""
_APART = 90
"""Degrees from which on two bearings exclude each other."""
_FARTHER = 1.4
"""How many times as far one distance may be for the two to be one, measured from here or there."""


@dataclass(frozen=True, slots=True)
class _Bearing:
    reading: Reading
    span: Span
    text: str
    thing: str
    name: str
    degrees: float
    metres: float | None
    """How far, where it says so."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for (event, own), (other, theirs) in combinations(_told(evidence), 2):
        if not same_event(event, other):
            continue
        for a in own:
            rivals = [b for b in theirs if _one_place(a, b)]
            if _firm(a, own) and rivals and all(_differ(a, b) for b in rivals):
                yield _conflict(a, rivals[0])


def _told(evidence: Evidence) -> list[tuple[Event, list[_Bearing]]]:
    return [
        (event, [bearing for reading in readings[:_TOLD] for bearing in _bearings(reading)][:_MOST])
        for event, readings in articles_of(evidence)
    ]


def _bearings(reading: Reading) -> Iterator[_Bearing]:
    text = reading.statement.text
    for found in _BEARING.finditer(text):
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        thing = None if found["own"] else _thing(reading, before, found.start())
        if thing is not None and not of_another(before):
            span = (reading.statement.start + found.start(), reading.statement.start + found.end("name"))
            name, degrees = _called(reading, found.start("name"), found["name"]), _degrees(found["way"])
            yield _Bearing(reading, span, text[found.start() : found.end("name")], thing, name, degrees, _metres(found))


def _called(reading: Reading, at: int, name: str) -> str:
    """The name that stands at an offset into the statement, in the spelling that all its spellings share."""
    start = reading.statement.start + at
    return next((n.canonical for n in reading.names if n.start <= start < n.end), name)


def _metres(found: re.Match[str]) -> float | None:
    unit = "mile" if (found["unit"] or "").startswith("mile") else "kilometre"
    return float(found["far"]) * (factor(unit, "metre") or 0) if found["far"] else None


def _thing(reading: Reading, before: str, end: int) -> str | None:
    """What is placed: the name right before the bearing, or the event where the words before it tell of one."""
    named = _NAMED.search(before)
    if named is not None:
        return _called(reading, end - len(before) + named.start("name"), named["name"])
    return "event" if _CENTRE.search(before) and (causes_in((before,)) or "epicent" in before.lower()) else None


def _degrees(way: str) -> float:
    """A bearing in degrees: 202.5 of "south-south-west"."""
    points = [_POINTS[point] for point in re.findall("north|east|south|west", way)]
    degrees = float(points[-1])
    for point in reversed(points[:-1]):
        turn = (point - degrees + 180) % 360 - 180
        degrees = (degrees + turn / 2) % 360
    return degrees


def _apart(a: _Bearing, b: _Bearing) -> float:
    turn = abs(a.degrees - b.degrees) % 360
    return min(turn, 360 - turn)


def _one_place(a: _Bearing, b: _Bearing) -> bool:
    """Whether both place one thing from one place; "Tal Tarma" and "Tell Tarma" are one."""
    same = a.thing == b.thing or ("event" not in (a.thing, b.thing) and related(a.thing, b.thing))
    return same and a.name == b.name


def _differ(a: _Bearing, b: _Bearing) -> bool:
    far = a.metres and b.metres and max(a.metres, b.metres) > _FARTHER * min(a.metres, b.metres)
    return _apart(a, b) >= _APART or bool(far)


def _firm(one: _Bearing, own: Sequence[_Bearing]) -> bool:
    """Whether its article gives one bearing and one distance."""
    return not any(_differ(one, b) for b in own if _one_place(one, b))


def _conflict(a: _Bearing, b: _Bearing) -> Conflict:
    what = "it" if a.thing == "event" else a.thing
    return Conflict(
        kind=Kind.PLACE,
        relation=Relation.CONFLICT,
        detector="bearings",
        topic=f"{a.thing} from {a.name}",
        a=_position(a),
        b=_position(b),
        confidence=0.75,
        severity=Severity.MEDIUM,
        question=f"Where from {a.name} was {what}?",
        why=(Signal("bearings", f"{a.text} / {b.text}"),),
    )


def _position(bearing: _Bearing) -> Position:
    far = "" if bearing.metres is None else f" {bearing.metres / 1000:g} km"
    return Position(bearing.reading.statement, bearing.text, (bearing.span,), f"{bearing.degrees:g}{far}")


PLUGIN = Detector("bearings", Kind.PLACE, find, __doc__)
