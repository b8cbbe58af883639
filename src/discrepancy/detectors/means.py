"""By what means: the leads of two articles on one attack that name two kinds of weapon or attack.

Only heads are compared, and only when they have no kind in common: an article that speaks of both shelling and air
strikes contradicts neither.

Fires:
    "Shelling kills nine in the port." / "Nine people died in air strikes on the port."
    "A car bomb went off outside the bank." / "A suicide bomber struck the bank."

Stays silent:
    "Shelling kills nine." / "Nine died in shelling and air strikes."
    "A gunman killed nine." / "Nine were shot dead." (one kind)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
    "gas": r"(?:poison|toxic|nerve|chlorine) gas|sarin|chlorine|chemical (?:attack|weapons?)",
    "vehicle": r"rammed|ploughed into|plowed into|(?:car|truck|van)-ramming",
    "arson": r"arson|set (?:fire to|alight)|petrol bombs?|molotovs?",
}
PATTERN = re.compile("|".join(rf"(?P<k{i}>\b(?:{words})\b)" for i, words in enumerate(KINDS.values())), re.IGNORECASE)
NAMES = tuple(KINDS)
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
    for a, b in pairs(evidence):
        first, second = _named(a), _named(b)
        if first and second and not {m.kind for m in first} & {m.kind for m in second}:
            yield from (_conflict(x, y) for x in first for y in second)


def _named(lead: Lead) -> list[_Means]:
    return [
        _Means(NAMES[int(str(found.lastgroup)[1:])], reading, _span(reading, found))
        for reading in lead.readings
        for found in PATTERN.finditer(reading.statement.text)
        if not ANSWERED.search(reading.statement.text, max(0, found.start() - 80), found.start())
    ]


def _span(reading: Reading, found: re.Match[str]) -> Span:
    return (reading.statement.start + found.start(), reading.statement.start + found.end())


def _conflict(a: _Means, b: _Means) -> Conflict:
    return Conflict(
        kind=Kind.CATEGORY,
        relation=Relation.CONFLICT,
        detector="means",
        topic="means",
        a=_position(a),
        b=_position(b),
        confidence=0.7,
        severity=Severity.MEDIUM,
        question="What kind of attack was it?",
        why=(Signal("two kinds", f"{a.kind} / {b.kind}"),),
    )


def _position(means: _Means) -> Position:
    text = means.reading.statement.article.text[slice(*means.span)]
    return Position(means.reading.statement, text, (means.span,), normalized=means.kind)


PLUGIN = Detector("means", Kind.CATEGORY, find, __doc__)
