"""Whose attack it was: the leads of two articles that put one attack down to different forces.

A force is named by its state or cause before the attack ("Russian air strikes", "rebel shelling"), after it ("a raid
by coalition jets"), or as what struck ("government forces shelled"). Two names that stand together in some article
("the Syrian government") are one force. Only heads are compared, and only when they have no force in common.

Fires:
    "Russian air strikes kill nine." / "Nine die in air strikes by the US-led coalition."
    "Government shelling hits the port." / "Rebel shelling hits the port."

Stays silent:
    "Syrian shelling kills nine." / "Government shelling kills nine." / "The Syrian government denied it."
    "Tarma navy foils attack." / "Rebel attack foiled." (who foils an attack did not make it)
    "Russian and Syrian jets strike the port." / "Russian jets strike the port." (for the detector of participants)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from discrepancy.detectors import Detector
from discrepancy.detectors._leads import Lead, pairs
from discrepancy.lemmas import lemma_of
from discrepancy.lexicon import CONTEST
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.people import NATIONALITIES
from discrepancy.settings import Settings

STATES = {"government": "government", "regime": "government", "army": "government", "military": "government",
          "loyalist": "government"}  # fmt: skip
CAUSES = {
    "rebel": "rebel", "rebels": "rebel", "opposition": "rebel", "insurgent": "rebel", "insurgents": "rebel",
    "separatist": "separatist", "separatists": "separatist", "coalition": "coalition", "us-led": "coalition",
    "saudi-led": "coalition", "nato": "coalition", "police": "police",
    "is": "islamic state", "isis": "islamic state", "isil": "islamic state", "daesh": "islamic state",
    "taliban": "taliban", "al-qaeda": "al-qaeda", "hezbollah": "hezbollah", "hamas": "hamas",
    "kurdish": "kurdish",
}  # fmt: skip
ATTACK = re.compile(
    r"\b(?:(?:air ?-?strikes?|airstrikes?|air raids?|strikes|raids?|shelling|bombardment|bombings?|attacks?|"
    r"(?:missile|rocket|drone|artillery|mortar) (?:strikes?|attacks?|fire))\b"
    r"|(?:forces|troops|soldiers|gunmen|fighters|warplanes?|jets?|planes?|aircraft|helicopters?|drones?|artillery)"
    r"(?= (?:\w{1,15} ){0,2}?(?:shell|bomb|attack|strike|struck|kill|fire|raid|storm|hit|pound|target|launch)"
    r"\w{0,4}\b(?! (?:in|by|on|at|near|during|after|when|as)\b)(?!\W{0,3}$)))",
    re.IGNORECASE,
)
"""An attack, or those who carry one out: a force that is only named may be its victim."""
WORD = re.compile(r"[A-Za-z][\w-]*")
BEFORE = re.compile(r"(?:[A-Za-z][\w-]{0,20} ){1,3}$")
BY = re.compile(r"(?: \w{1,15}){0,3} by (?:the )?(?P<who>[A-Za-z][\w-]{0,20})")
MEETS = CONTEST[0] | frozenset(
    "stop halt avert survive condemn denounce face fear probe investigate report deny reject dispute".split()
)
"""What is done about an attack by those whose attack it is not."""
AGAINST = frozenset(
    "of with on against hit hits struck kill kills killed killing target targets targeted at by down downed".split()
)
"""Words after which a force is the target, and not the doer."""


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
    return [
        _Force(_name(reading.statement.text[slice(*span)]), reading, _moved(span, reading.statement.start))
        for reading in lead.readings
        for span in doers(reading.statement.text)
    ]


def doers(text: str) -> Iterator[Span]:
    """Where a statement names whose attack it speaks of: in the three words before it, or after "by"."""
    for attack in ATTACK.finditer(text):
        near = BEFORE.search(text, max(0, attack.start() - 64), attack.start())
        words = list(WORD.finditer(text, near.start(), near.end())) if near else []
        first = next((i for i, word in enumerate(words) if _is_force(word[0])), None)
        if first is not None and not _is_target(text, words[first].start()) and not _is_met(words[first + 1 :]):
            yield words[first].span()
        by = BY.match(text, attack.end())
        if by and _is_force(by["who"]):
            yield by.span("who")


def _is_force(word: str) -> bool:
    return word.lower() in STATES or word.lower() in CAUSES or word.lower() in NATIONALITIES


def _is_target(text: str, at: int) -> bool:
    before = [
        word.lower() for word in WORD.findall(text[max(0, at - 24) : at]) if word.lower() not in ("the", "a", "an")
    ]
    return bool(before) and before[-1] in AGAINST


def _is_met(between: Sequence[re.Match[str]]) -> bool:
    """Whether the force meets an attack that is another's: "Lund navy foils attack"."""
    return any((lemma_of(word[0].lower(), "VBZ") or word[0].lower()) in MEETS for word in between)


def _moved(span: Span, by: int) -> Span:
    return (span[0] + by, span[1] + by)


def _name(word: str) -> str:
    word = word.lower()
    return STATES.get(word) or CAUSES.get(word) or word


def _meet(a: list[_Force], b: list[_Force], one: frozenset[frozenset[str]]) -> bool:
    return any(x.name == y.name or frozenset((x.name, y.name)) in one for x in a for y in b)


def _together(evidence: Evidence) -> frozenset[frozenset[str]]:
    """Pairs of names that stand side by side somewhere: names of one force."""
    words = (WORD.findall(article.text) for article in evidence.articles)
    beside = (pair for found in words for pair in pairwise(found) if _is_force(pair[0]) and _is_force(pair[1]))
    return frozenset(frozenset(map(_name, pair)) for pair in beside)


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
