"""What was struck: a place of civilians in one article's words on an attack, and a military target in another's.

Only heads are compared, where each tells of one sort alone.

Fires:
    "Air strikes on a market kill nine." / "The air force destroyed a command centre and an arms depot."

Stays silent:
    "Air strikes on a market kill nine." / "Air strikes hit a market and an army base." (both)
    "Air strikes on a market kill nine." / "Air strikes hit a school." (two places of civilians)
    "Air strikes on a market kill nine." / "A hospital stands near the army base." (nothing is struck)
    "Shells hit a market." / "Gunmen attacked an army base." (no one strike)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._leads import Lead, pairs
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

_CIVIL: Final = (
    r"(?:field )?hospitals?|clinics?|maternity wards?|markets?|schools?|mosques?|church(?:es)?|bakery|bakeries"
    r"|(?:aid|relief|food|humanitarian) convoys?|(?:refugee|displacement|displaced) camps?|residential \w+"
    r"|homes|houses|apartment (?:block|building)s?|funerals?|weddings?|buses|ambulances?"
)
_MILITARY: Final = (
    r"headquarters|command (?:cent(?:er|re)|post|headquarters)s?|operations rooms?"
    r"|(?:(?:arms|ammunition|weapons?|munitions?) )?(?:depots?|dumps?)|(?:arms|ammunition|weapons?) warehouses?"
    r"|army bases?|military (?:bases?|vehicles?|targets?|positions?|convoys?|posts?)|training camps?|fortifications?"
    r"|hideouts?|dens?|(?:militants|terrorists|gunmen)(?!['’])"
)
_VERBS: Final = (
    r"struck|hits?|bombed|bombs|destroy(?:s|ed)|targets|targeted|shelled|pounded|flattened|attacked|wreck(?:s|ed)"
)
_STRUCK: Final = re.compile(
    r"\b(?:(?:air ?strikes?|airstrikes?|air raids?|raids?|strikes?|bombing|bombardment|shelling|attack)"
    rf" (?:on|of|against)|{_VERBS}|bombing|destroying|targeting) "
    rf"(?P<what>(?:(?!(?:{_VERBS}|kill\w*|near|by)\b)[\w'’-]{{1,20}},? ){{0,6}}?"
    rf"(?:(?P<civil>{_CIVIL})|(?P<military>{_MILITARY})))\b",
    re.IGNORECASE,
)
_FROM_AFAR: Final = frozenset(("strike",))


@dataclass(frozen=True, slots=True)
class _Target:
    sort: str
    reading: Reading
    span: Span


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for a, b in pairs(evidence):
        if not (a.event.causes & _FROM_AFAR and b.event.causes & _FROM_AFAR):
            continue
        first, second = list(_targets(a)), list(_targets(b))
        sorts = ({one.sort for one in first}, {one.sort for one in second})
        if len(sorts[0]) == len(sorts[1]) == 1 and sorts[0] != sorts[1]:
            yield _conflict(first[0], second[0])


def _targets(lead: Lead) -> Iterator[_Target]:
    for reading in lead.readings:
        start = reading.statement.start
        for found in _STRUCK.finditer(reading.statement.text):
            sort = "civil" if found["civil"] else "military"
            yield _Target(sort, reading, (start + found.start("what"), start + found.end("what")))


def _conflict(a: _Target, b: _Target) -> Conflict:
    return Conflict(
        kind=Kind.CATEGORY,
        relation=Relation.CONFLICT,
        detector="targets",
        topic="what was struck",
        a=_position(a),
        b=_position(b),
        confidence=0.7,
        severity=Severity.HIGH,
        question="What was struck?",
        why=(Signal("two sorts of target", f"{a.sort} / {b.sort}"),),
    )


def _position(target: _Target) -> Position:
    text = target.reading.statement.article.text[slice(*target.span)]
    return Position(target.reading.statement, text, (target.span,), target.sort)


PLUGIN = Detector("targets", Kind.CATEGORY, find, __doc__)
