"""By what means: the leads of two articles on one attack that name two kinds of weapon or attack.

Only heads are compared, and only when they have no kind in common: an article that speaks of both shelling and air
strikes contradicts neither.

Fires:
    "Shelling kills nine in the port." / "Nine people died in air strikes on the port."
    "A car bomb went off outside the bank." / "A suicide bomber struck the bank."
    "Nine die in chlorine attack." / "Nine people were killed with sarin."

Stays silent:
    "Shelling kills nine." / "Nine died in shelling and air strikes."
    "A gunman killed nine." / "Nine were shot dead." (one kind)
    "Drone strike kills nine." / "Air strike kills nine." (one is the other)
    "Nine die in gas attack." / "Nine die in chlorine attack." (one may be the other)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from discrepancy.detectors import Detector
from discrepancy.detectors._leads import Lead, pairs
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

KINDS = {
    "shelling": r"shelling|shelled|artillery|mortars?|bombardment by artillery",
    "air strike": r"air ?-?strikes?|airstrikes?|air raids?|aerial (?:strikes?|bombardment)|warplanes?|barrel bombs?",
    "car bomb": r"car bomb(?:ing)?s?|truck bombs?|booby-trapped (?:car|vehicle)",
    "suicide bombing": r"suicide (?:bomb(?:er|ing)?s?|attack(?:er)?s?|blast)|explosive (?:belt|vest)",
    "planted bomb": r"roadside bombs?|bombs? hidden|(?:bombs?|devices?) (?:was |were |had been )?planted|"
    r"planted (?:a )?bombs?|"
    r"remote control|improvised explosive devices?|ied",
    "rocket": r"rockets?|missiles?",
    "drone": r"drone (?:strike|attack)s?",
    "shooting": r"gunm[ae]n|gunfire|shooting(?! down)|shot dead|opened fire|sniper",
    "stabbing": r"stabb(?:ed|ing)|knife(?:man|-wielding| attack)",
    "gas": r"(?:poison|toxic|nerve|chlorine) (?:gas|agent)|sarin|chlorine|chemical (?:attack|weapons?)",
    "vehicle": r"rammed|ploughed into|plowed into|(?:car|truck|van)-ramming",
    "arson": r"arson|set (?:fire to|alight)|petrol bombs?|molotovs?",
}
WIDER = {"drone": "air strike"}
"""What a kind may be called as well."""
SUBSTANCES = {
    "chlorine": r"chlorine",
    "nerve agent": r"sarin|nerve (?:gas|agents?)|vx|novichok|soman|tabun",
    "blister agent": r"mustard (?:gas|agents?)|lewisite",
    "phosphorus": r"(?:white )?phosphorus",
}
"""What a gas was, where it is named: an attack with gas may be one with any of them."""


def _pattern(kinds: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?P<k{i}>\b(?:{words})\b)" for i, words in enumerate(kinds.values())), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Table:
    """Kinds that exclude each other, and what is asked where two are named."""

    topic: str
    question: str
    names: tuple[str, ...]
    pattern: re.Pattern[str]


TABLES = (
    _Table("means", "What kind of attack was it?", tuple(KINDS), _pattern(KINDS)),
    _Table("substance", "Which substance was it?", tuple(SUBSTANCES), _pattern(SUBSTANCES)),
)
ANSWERED = re.compile(
    r"\b(?:after|following|since|heels of|(?:response|answer|reply) to|(?:retaliation|revenge) for)\b"
    r"(?:[^.;:]|(?<=[A-Z])\.){0,60}$",
    re.IGNORECASE,
)
"""Before an earlier attack, which the one that is told of follows."""


@dataclass(frozen=True, slots=True)
class _Means:
    kind: str
    reading: Reading
    span: Span


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for (a, b), table in product(pairs(evidence), TABLES):
        first, second = _named(a, table), _named(b, table)
        if first and second and not _kinds(first) & _kinds(second):
            yield from (_conflict(x, y, table) for x in first for y in second)


def _kinds(named: Sequence[_Means]) -> set[str]:
    """The kinds, with those that one is a case of: a drone's strike is an air strike."""
    own = {means.kind for means in named}
    return own | {WIDER[kind] for kind in own & WIDER.keys()}


def _named(lead: Lead, table: _Table) -> list[_Means]:
    return [
        _Means(table.names[int(str(found.lastgroup)[1:])], reading, _span(reading, found))
        for reading in lead.readings
        for found in table.pattern.finditer(reading.statement.text)
        if not ANSWERED.search(reading.statement.text, max(0, found.start() - 80), found.start())
    ]


def _span(reading: Reading, found: re.Match[str]) -> Span:
    return (reading.statement.start + found.start(), reading.statement.start + found.end())


def _conflict(a: _Means, b: _Means, table: _Table) -> Conflict:
    return Conflict(
        kind=Kind.CATEGORY,
        relation=Relation.CONFLICT,
        detector="means",
        topic=table.topic,
        a=_position(a),
        b=_position(b),
        confidence=0.7,
        severity=Severity.MEDIUM,
        question=table.question,
        why=(Signal("two kinds", f"{a.kind} / {b.kind}"),),
    )


def _position(means: _Means) -> Position:
    text = means.reading.statement.article.text[slice(*means.span)]
    return Position(means.reading.statement, text, (means.span,), normalized=means.kind)


PLUGIN = Detector("means", Kind.CATEGORY, find, __doc__)
