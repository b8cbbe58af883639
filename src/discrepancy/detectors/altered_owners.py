"""Whose planes or forces: an owner that one copy of a passage names, and the other leaves out or names otherwise.

Fires:
    "Warplanes struck the mill at noon." / "Carvian warplanes struck the mill at noon."
    "Carvian warplanes struck the mill at noon." / "Tolvan warplanes struck the mill at noon."

Stays silent:
    "Government warplanes struck the mill." / "Regime warplanes struck the mill." (for the detector of wording)
    "Two warplanes struck the mill." / "Warplanes struck the mill." (no owner)
    "Carvian warplanes struck the mill." / "Carvian government warplanes struck the mill." (one owner)
    "Carvian warplanes struck the mill." / "The mill was bombed from the air." (two writers)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._passages import Change, Passage, altered, content, stretch
from discrepancy.extractors._name_words import word_set
from discrepancy.model import Conflict, Evidence, Kind, LineKind, Position, Relation, Severity, Signal
from discrepancy.people import NATIONALITIES
from discrepancy.settings import Settings

_OWNERS: Final = NATIONALITIES | word_set("coalition nato us-led saudi-led russian-led regime government rebel rebels")
_OF_A_STATE: Final = word_set("regime government army")
_FORCES: Final = word_set("""
aircraft airplane airplanes airstrike airstrikes artillery bombardment bombing bombings drone drones forces helicopter
helicopters jet jets missile missiles plane planes raid raids rockets shelling shells soldiers strike strikes troops
warplane warplanes
""")


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for change in altered(evidence.readings, dropped=True):
        (a, in_a), (b, in_b) = change.sides
        first, second = _owner(a, in_a), _owner(b, in_b)
        if any(side.reading.statement.kind is LineKind.HEADING or _owned(side, words) for side, words in change.sides):
            continue
        forces = {_next(a, in_a), _next(b, in_b)}
        apart = first != second and not {first, second} <= _OF_A_STATE
        if first is not None and second is not None and apart and len(forces) == 1 and forces <= _FORCES:
            yield _conflict(change, first, second)


def _owner(side: Passage, words: tuple[int, int]) -> str | None:
    """The owner that a stretch consists of; "" of an empty one, and None of any other words."""
    meant = content(side.words[slice(*words)])
    if len(meant) > 1 or (meant and meant[0] not in _OWNERS):
        return None
    return meant[0] if meant else ""


def _owned(side: Passage, words: tuple[int, int]) -> bool:
    """Whether an owner stands before a stretch, too: "Carvian government warplanes" are Carvian ones."""
    return words[0] > 0 and side.words[words[0] - 1] in _OWNERS


def _next(side: Passage, words: tuple[int, int]) -> str:
    return side.words[words[1]] if words[1] < len(side.words) else ""


def _conflict(change: Change, first: str, second: str) -> Conflict:
    key = min(side.reading.statement.key for side, _ in change.sides)
    dropped = not (first and second)
    a, b = (_position(*side) for side in change.sides)
    return Conflict(
        kind=Kind.AGENCY,
        relation=Relation.VARIANT if dropped else Relation.CONFLICT,
        detector="altered_owners",
        topic=f"altered:{key[0]}:{key[1]}",
        a=a,
        b=b,
        confidence=0.7,
        severity=Severity.LOW if dropped else Severity.HIGH,
        question="Whose were they?",
        why=(Signal("one passage, two owners", f"{first or 'none'} / {second or 'none'}"),),
    )


def _position(side: Passage, words: tuple[int, int]) -> Position:
    begin, end = words[0], words[1] + 1
    return stretch(side, (begin, end), " ".join(side.words[begin:end]))


PLUGIN = Detector("altered_owners", Kind.AGENCY, find, __doc__, general=True)
