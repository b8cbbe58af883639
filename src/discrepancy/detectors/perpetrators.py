"""Whose attack it was: the leads of two articles that put one attack down to different forces.

A force is named by its state or cause before the attack ("Russian air strikes", "rebel shelling"), after it ("a raid
by coalition jets"), or as what struck ("government forces shelled"). Two names that stand together in some article
("the Syrian government") are one force. Only heads are compared, and only when they have no force in common.

Fires:
    "Russian air strikes kill nine." / "Nine die in air strikes by the US-led coalition."
    "Government shelling hits the port." / "Rebel shelling hits the port."

Stays silent:
    "Syrian shelling kills nine." / "Government shelling kills nine." / "The Syrian government denied it."
    "Russian and Syrian jets strike the port." / "Russian jets strike the port." (for the detector of participants)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.detectors import Detector
from discrepancy.detectors._leads import Lead, pairs
from discrepancy.lexicon import NATIONALITIES
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

STATES = {"government": "government", "regime": "government", "army": "government", "military": "government",
          "loyalist": "government"}  # fmt: skip
CAUSES = {
    "rebel": "rebel", "rebels": "rebel", "opposition": "rebel", "insurgent": "rebel", "insurgents": "rebel",
    "separatist": "separatist", "separatists": "separatist", "coalition": "coalition", "us-led": "coalition",
    "saudi-led": "coalition", "nato": "coalition", "police": "police", "islamic state": "islamic state",
    "is": "islamic state", "isis": "islamic state", "isil": "islamic state", "daesh": "islamic state",
    "taliban": "taliban", "al-qaeda": "al-qaeda", "hezbollah": "hezbollah", "hamas": "hamas",
    "kurdish": "kurdish",
}  # fmt: skip
ATTACK = (
    r"(?:air ?-?strikes?|airstrikes?|air raids?|strikes|raids?|shelling|bombardment|bombings?|attacks?|missiles?|"
    r"rockets?|drones?|warplanes?|jets?|planes|aircraft|artillery|forces|troops|gunmen|fire)"
)
FORCE = "|".join(sorted((re.escape(w) for w in {*STATES, *CAUSES, *NATIONALITIES}), key=lambda w: (-len(w), w)))
BEFORE = re.compile(rf"\b(?P<who>{FORCE})\b(?:[ -](?:{FORCE}|[a-z]{{1,12}})){{0,2}} {ATTACK}\b", re.IGNORECASE)
BY = re.compile(rf"\b{ATTACK}\b(?: \w{{1,15}}){{0,3}} by (?:the )?(?P<who>{FORCE})\b", re.IGNORECASE)
AGAINST = re.compile(
    r"\b(?:of|with|on|against|hits?|struck|kills?|killed|killing|targets?|targeted|at) (?:the |a |an )?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Force:
    name: str
    reading: Reading
    span: Span


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    one = _together(evidence)
    for a, b in pairs(evidence):
        first, second = _forces(a), _forces(b)
        if first and second and not _meet(first, second, one):
            yield from (_conflict(x, y) for x in first for y in second)


def _forces(lead: Lead) -> list[_Force]:
    found = []
    for reading in lead.readings:
        text, start = reading.statement.text, reading.statement.start
        for pattern in (BEFORE, BY):
            for match in pattern.finditer(text):
                if not AGAINST.search(text[: match.start("who")]):
                    span = (start + match.start("who"), start + match.end("who"))
                    found.append(_Force(_name(match["who"]), reading, span))
    return found


def _name(word: str) -> str:
    word = word.lower()
    return STATES.get(word) or CAUSES.get(word) or word


def _meet(a: list[_Force], b: list[_Force], one: frozenset[frozenset[str]]) -> bool:
    return any(x.name == y.name or frozenset((x.name, y.name)) in one for x in a for y in b)


def _together(evidence: Evidence) -> frozenset[frozenset[str]]:
    """Pairs of names that stand side by side somewhere: names of one force."""
    beside = re.compile(rf"\b({FORCE})[ -]({FORCE})\b", re.IGNORECASE)
    return frozenset(
        frozenset((_name(found[1]), _name(found[2])))
        for article in evidence.articles
        for found in beside.finditer(article.text)
    )


def _conflict(a: _Force, b: _Force) -> Conflict:
    return Conflict(
        kind=Kind.AGENCY,
        relation=Relation.CONFLICT,
        detector="perpetrators",
        topic="attack",
        a=_position(a),
        b=_position(b),
        confidence=0.7,
        severity=Severity.HIGH,
        question="Whose attack was it?",
        why=(Signal("two forces", f"{a.name} / {b.name}"),),
    )


def _position(force: _Force) -> Position:
    text = force.reading.statement.article.text[slice(*force.span)]
    return Position(force.reading.statement, text, (force.span,), normalized=force.name)


PLUGIN = Detector("perpetrators", Kind.AGENCY, find, __doc__)
