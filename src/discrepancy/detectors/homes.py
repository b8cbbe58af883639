"""Where somebody lives: one person whom two sources place in two towns.

Fires:
    "LuAnn Berg, 66, of Tarma, was struck." / "The dead woman, LuAnn Berg of Lund, was 66."
    "Jonas Berg, 57, of Tarma, Ohio" / "Jonas Berg, a resident of Lund"

Stays silent:
    "LuAnn Berg, 66, of Tarma" / "LuAnn Berg of Ohio" (a town and its state)
    "LuAnn Berg of Tarma" / "LuAnn Berg, a native of Lund" (born, and living)
    "LuAnn Berg of Tarma" / "LuAnn Berg of Lund, near Tarma" (a source that knows both)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from discrepancy.detectors import Detector
from discrepancy.model import Conflict, Evidence, Kind, NameMention, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

_PLACE = r"(?P<place>[A-Z][a-z][\w-]{1,24}(?: [A-Z][a-z][\w-]{1,24}){0,2})\b"
_AFTER = re.compile(
    rf",? ?(?:\(?\d{{1,3}}\)?,? ?)?(?:a (?:\w{{3,12}} )?resident )?of {_PLACE}(?! (?:Police|County|Univers))"
)
_STATES = frozenset(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois"
    " indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri"
    " montana nebraska nevada new-hampshire new-jersey new-mexico new-york north-carolina north-dakota ohio oklahoma"
    " oregon pennsylvania rhode-island south-carolina south-dakota tennessee texas utah vermont virginia washington"
    " west-virginia wisconsin wyoming ontario quebec alberta manitoba saskatchewan england scotland wales ireland"
    " britain canada australia queensland victoria".split()
)
"""Places that hold towns: of one of them and a town in it somebody is both."""
_SIDE = re.compile(r"^(?:North|South|East|West|Central|Upstate)(?:ern)? ")
"""Before a state, a part of it that holds towns, too: "South Florida"."""


@dataclass(frozen=True, slots=True)
class _Home:
    reading: Reading
    span: Span
    place: str


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for person, homes in sorted(_homes(evidence).items()):
        for a, b in combinations(homes, 2):
            if a.place != b.place and not _knows(a, b.place) and not _knows(b, a.place):
                yield _conflict(person, a, b)


def _homes(evidence: Evidence) -> dict[str, list[_Home]]:
    """Of each person the first home that an article gives."""
    found: dict[str, list[_Home]] = defaultdict(list)
    for reading in evidence.readings:
        for name in reading.names:
            known = {home.reading.statement.article.id for home in found[name.canonical]}
            if name.kind == "person" and " " in name.canonical and reading.statement.article.id not in known:
                found[name.canonical].extend(_home(reading, name))
    return found


def _home(reading: Reading, name: NameMention) -> Iterator[_Home]:
    found = _AFTER.match(reading.statement.article.text, name.end, reading.statement.end)
    if found and not {found["place"].lower().replace(" ", "-"), _SIDE.sub("", found["place"]).lower()} & _STATES:
        yield _Home(reading, found.span("place"), found["place"])


def _knows(home: _Home, place: str) -> bool:
    return place in home.reading.statement.article.text


def _conflict(person: str, a: _Home, b: _Home) -> Conflict:
    return Conflict(
        kind=Kind.PLACE,
        relation=Relation.CONFLICT,
        detector="homes",
        topic=f"home of {person}",
        a=_position(a),
        b=_position(b),
        confidence=0.65,
        severity=Severity.LOW,
        question=f"Where does {person} come from?",
        why=(Signal("one person", person),),
    )


def _position(home: _Home) -> Position:
    return Position(home.reading.statement, home.place, (home.span,), home.place.casefold())


PLUGIN = Detector("homes", Kind.PLACE, find, __doc__)
