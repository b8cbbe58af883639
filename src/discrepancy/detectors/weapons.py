"""With what weapon: what hit an aircraft, or what aircraft dropped or fired, where two articles tell two.

Fires:
    "The plane was hit by heavy machine-gun fire." / "Rebels brought the jet down with a shoulder-launched missile."
    "Helicopters dropped barrel bombs on the clinic." / "Warplanes fired missiles at the clinic."

Stays silent:
    "Helicopters dropped barrel bombs." / "Jets fired missiles and dropped barrel bombs." (both)
    "Rebels hit the plane with guns." / "No missile hit the plane." (denied)
    "Rebels hit the plane with guns." / "In April a plane was hit by a missile." (another day)
    "Helicopters dropped bombs." / "Helicopters dropped barrel bombs." (one may be the other)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._events import Event, articles_of, same_event
from discrepancy.detectors._telling import telling
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

_DENIED: Final = re.compile(r"\b(?:no|not|never|without|n't|denied|denies|if|ruled out)\b", re.IGNORECASE)
_HIT: Final = r"hit|struck|shot(?: down)?|brought(?: down)?|downed|downing"
_AIRCRAFT: Final = r"planes?|jets?|warplanes?|aircraft|helicopters?|fighter|MiG\S*|Su-?\d+|Sukhoi|it"


@dataclass(frozen=True, slots=True)
class _Scene:
    """Who is hit with what: the cause of the events that it belongs to, the weapons that exclude each other, and the
    words of the act, in which `weapon` stands for any of them."""

    cause: str
    question: str
    weapons: dict[str, str]
    acts: tuple[str, ...]

    def pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(self._named(act) for act in self.acts), re.IGNORECASE)

    def _named(self, act: str) -> str:
        return act.replace("WEAPON", "|".join(rf"(?:{words})" for words in self.weapons.values()))

    def sort(self, found: re.Match[str]) -> str | None:
        """Which of the weapons the words found name; None where they name two."""
        named = {w for w, words in self.weapons.items() if re.search(rf"\b(?:{words})\b", found[0], re.IGNORECASE)}
        return named.pop() if len(named) == 1 else None


_SCENES: Final = (
    _Scene(
        "crash",
        "With what was the aircraft hit?",
        {
            "gun": r"(?:anti-?aircraft |heavy )?machine-? ?guns?(?:[ -]?fire)?|anti-?aircraft (?:guns?|fire)"
            r"|\d\d ?mm (?:\w+ )?guns?",
            "missile": r"missiles?|rockets?",
        },
        (
            (
                rf"\b(?:{_AIRCRAFT})\b(?: \w+){{0,3}}? (?:was|been|being) (?:{_HIT})(?: \w+){{0,2}}? (?:by|with)"
                r"(?: [\w-]+){0,4}? (?:WEAPON)\b"
            ),
            (
                rf"\b(?:{_HIT}) (?:\w+ ){{0,3}}?(?:{_AIRCRAFT})(?: down)? (?:\w+ ){{0,2}}?(?:with|using)"
                r"(?: [\w-]+){0,4}? (?:WEAPON)\b"
            ),
            rf"\b(?:WEAPON) (?:had )?(?:{_HIT}) (?:\w+ ){{0,3}}?(?:{_AIRCRAFT})\b",
        ),
    ),
    _Scene(
        "strike",
        "What was dropped or fired?",
        {
            "barrel bombs": r"barrel[ -]bomb(?:s|ing|ed)?",
            "cluster munitions": r"cluster (?:bombs?|munitions?)",
            "incendiaries": r"(?:white )?phosphorus|napalm|thermite|incendiary \w+",
            "missiles": r"(?:\w+ )?missiles?|rockets?",
        },
        (
            (
                r"\b(?:planes?|jets?|warplanes?|aircraft|helicopters?|air force)\b(?: (?!and)\w+){0,4}?"
                r" (?:drop(?:s|ped|ping)?|fir(?:es|ed|ing)|launch(?:ed|ing)?|us(?:ed|ing)|hit|struck|bombed)"
                r"(?: [\w'’-]+){0,6}? (?:WEAPON)\b"
            ),
        ),
    ),
)
_PATTERNS: Final = tuple((scene, scene.pattern()) for scene in _SCENES)


@dataclass(frozen=True, slots=True)
class _Weapon:
    sort: str
    reading: Reading
    span: Span


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    articles = list(articles_of(evidence))
    for scene, pattern in _PATTERNS:
        told = [(event, list(_weapons(scene, pattern, event, own))) for event, own in articles]
        for (event, mine), (other, theirs) in combinations(told, 2):
            if _one(mine) and _one(theirs) and mine[0].sort != theirs[0].sort and same_event(event, other):
                yield _conflict(scene, mine[0], theirs[0])


def _one(weapons: Sequence[_Weapon]) -> bool:
    return len({weapon.sort for weapon in weapons}) == 1


def _weapons(scene: _Scene, pattern: re.Pattern[str], event: Event, readings: Sequence[Reading]) -> Iterator[_Weapon]:
    """The weapons that an article tells of with its main event."""
    if scene.cause not in event.causes:
        return
    for reading in telling(event, readings):
        text, start = reading.statement.text, reading.statement.start
        for found in pattern.finditer(text):
            sort = scene.sort(found)
            if sort and not _DENIED.search(text, max(0, found.start() - 25), found.end()):
                yield _Weapon(sort, reading, (start + found.start(), start + found.end()))


def _conflict(scene: _Scene, a: _Weapon, b: _Weapon) -> Conflict:
    return Conflict(
        kind=Kind.CATEGORY,
        relation=Relation.CONFLICT,
        detector="weapons",
        topic="weapon",
        a=_position(a),
        b=_position(b),
        confidence=0.65,
        severity=Severity.MEDIUM,
        question=scene.question,
        why=(Signal("weapons", f"{a.sort} / {b.sort}"),),
    )


def _position(weapon: _Weapon) -> Position:
    text = weapon.reading.statement.article.text[slice(*weapon.span)]
    return Position(weapon.reading.statement, text, (weapon.span,), weapon.sort)


PLUGIN = Detector("weapons", Kind.CATEGORY, find, __doc__)
