"""Most of a group: two majorities of one group that differ.

Two statements that each speak of most of one group ("most recruits", "the majority of its members"): of where they
come from, with two different answers, or of what they are, with two that nobody is at once. They are read off the
text, since parsers are often wrong about a long subject with "from" in it.

Fires:
    "Most of the club's fans come from the north." / "The majority of its fans hail from the islands."
    "Most of the victims were women." / "The majority of victims were men."

Stays silent:
    "Most fans come from the north." / "Many fans come from the islands." (many is not most)
    "Most fans come from the north." / "Most fans arrived by train." (two questions)
    "Most members are teachers." / "Most members are volunteers." (a teacher can be a volunteer)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from discrepancy.align import exclude
from discrepancy.detectors import Detector
from discrepancy.detectors._positions import related
from discrepancy.lemmas import noun
from discrepancy.lexicon import exclusive
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.people import MEMBERS
from discrepancy.settings import Settings

MOST = re.compile(
    r"\b(?:most|(?:the|a) (?:vast |large |great |overwhelming )?majority)(?: of)? (?P<who>[^.;:]{1,90}?) "
    r"(?P<verb>comes?|came|hail(?:s|ed)?|originate[sd]?|are|were|is|was)(?P<origin> (?:originally )?from)? "
    r"(?P<what>[^.;:–—]{2,90})",
    re.IGNORECASE,
)
WHO = re.compile(
    r"^(?:(?:the|its|his|her|their|these|those|all) )?(?:[\w’'-]{1,25} ){0,2}?"
    r"(?P<noun>[\w-]{3,25}s|people|men|women)\b",
    re.IGNORECASE,
)
WORD = re.compile(r"[A-Za-z-]{3,}")


@dataclass(frozen=True, slots=True)
class _Majority:
    reading: Reading
    who: str
    """Lemma of whom it is of."""
    what: str
    span: Span
    origin: bool


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    found = [majority for reading in evidence.readings if (majority := _majority(reading))]
    for a, b in combinations(found, 2):
        apart = a.reading.statement.key != b.reading.statement.key and not exclude(a.reading.dates, b.reading.dates)
        if apart and a.origin == b.origin and _one_group(a, b) and _differ(a, b):
            yield _conflict(a, b)


def _majority(reading: Reading) -> _Majority | None:
    found = MOST.search(reading.statement.text)
    who = WHO.search(found["who"]) if found else None
    if not found or not who:
        return None
    start = reading.statement.start
    what = found["what"].rstrip()
    span = (start + found.start("what"), start + found.start("what") + len(what))
    return _Majority(reading, noun(who["noun"].lower()), what, span, bool(found["origin"]))


def _one_group(a: _Majority, b: _Majority) -> bool:
    return a.who == b.who or (a.who in MEMBERS and b.who in MEMBERS)


def _differ(a: _Majority, b: _Majority) -> bool:
    if a.origin:
        return not related(a.what, b.what)
    nouns = [[noun(word.lower()) for word in WORD.findall(m.what)][:3] for m in (a, b)]
    return any(exclusive(x, y) for x in nouns[0] for y in nouns[1])


def _conflict(a: _Majority, b: _Majority) -> Conflict:
    return Conflict(
        kind=Kind.CATEGORY,
        relation=_relation(a, b),
        detector="majorities",
        topic=f"most:{min(a.who, b.who)}:{a.origin}",
        a=_side(a),
        b=_side(b),
        confidence=0.7,
        severity=Severity.MEDIUM,
        question="Where do most of them come from?" if a.origin else "What are most of them?",
        why=(Signal("most of one group", f"{a.who} / {b.who}"),),
    )


def _relation(a: _Majority, b: _Majority) -> Relation:
    speakers = {m.reading.speech[0].speaker for m in (a, b) if m.reading.speech}
    return Relation.ATTRIBUTED if len(speakers) > 1 else Relation.CONFLICT


def _side(majority: _Majority) -> Position:
    speech = majority.reading.speech
    speaker = speech[0].speaker if speech else None
    return Position(majority.reading.statement, majority.what, (majority.span,), speaker=speaker)


PLUGIN = Detector("majorities", Kind.CATEGORY, find, __doc__)
