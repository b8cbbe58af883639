"""Another place in the same passage: a name that one of two copies of one writer's sentence has changed.

The words around it are the same, and say what it is ("in the town of"), so that one is not merely a part of the other.

Fires:
    "The crew was taken to a clinic in the town of Salerno." / "The crew was taken to a clinic in the town of Palermo."

Stays silent:
    "... to a clinic in Salerno." / "... to a clinic in southern Italy." (nothing says that both are of one rank)
    "... in the town of Atme." / "... in the town of Atmeh." (one name)
    "The fund has offices in the town of Salerno." / "Nemo Bank has offices in the town of Palermo." (two subjects)
"""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.detectors import Detector
from discrepancy.detectors._passages import Change, Passage, altered
from discrepancy.detectors._positions import related
from discrepancy.detectors.places import RANK
from discrepancy.model import Conflict, Evidence, Kind, NameMention, Position, Relation, Severity, Signal
from discrepancy.settings import Settings


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for change in altered(evidence.readings):
        a, b = (_ranked(side, words) for side, words in change.sides)
        if (
            a
            and b
            and a[1] == b[1]
            and a[0].canonical != b[0].canonical
            and not related(a[0].canonical, b[0].canonical)
        ):
            yield _conflict(change, a[0], b[0])


def _ranked(side: Passage, words: tuple[int, int]) -> tuple[NameMention, str] | None:
    """The one name of a stretch, with what the words before it call it."""
    start, end = side.span(*words)
    names = [name for name in side.reading.names if name.start < end and start < name.end and name.kind != "person"]
    if len(names) != 1:
        return None
    text, name = side.reading.statement.article.text, names[0]
    found = RANK.search(text[max(side.reading.statement.start, name.start - 30) : name.start])
    return (name, (found["rank"] or found["off"]).lower()) if found else None


def _conflict(change: Change, a: NameMention, b: NameMention) -> Conflict:
    first = min(side.reading.statement.key for side, _ in change.sides)
    return Conflict(
        kind=Kind.PLACE,
        relation=Relation.CONFLICT,
        detector="altered_places",
        topic=f"altered:{first[0]}:{first[1]}",
        a=_position(change.a, a),
        b=_position(change.b, b),
        confidence=0.7,
        severity=Severity.MEDIUM,
        question="In which place?",
        why=(Signal("one passage, two places", f"{a.text} / {b.text}"),),
    )


def _position(side: Passage, name: NameMention) -> Position:
    return Position(side.reading.statement, name.text, ((name.start, name.end),), name.canonical)


PLUGIN = Detector("altered_places", Kind.PLACE, find, __doc__, general=True)
