"""Who the dead and hurt were: one toll, of two categories of people that exclude each other.

The heads of two articles on one event count those killed or hurt, in one as civilians, children or women, say, and in
the other as fighters, adults or men. Counts of a part are left out; so is "people", which holds for all.

Fires:
    "The raid killed nine civilians." / "Nine militants died in the raid."

Stays silent:
    "The raid killed nine civilians." / "Nine people died in the raid."
    "The raid killed nine, including two soldiers." / "Nine civilians died." (a part)
    "Gunmen killed nine civilians in the town." / "Nine terrorists were killed in the town." (two sides of a fight)
"""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.detectors import Detector
from discrepancy.detectors._leads import Lead, pairs
from discrepancy.lexicon import exclusive
from discrepancy.model import Conflict, Evidence, Kind, Position, Quantity, Reading, Relation, Severity, Signal
from discrepancy.settings import Settings

STATES = frozenset({"kill", "injure", "arrest"})
_LABELS = frozenset(("terrorist", "jihadist"))
_FROM_AFAR = frozenset(("strike",))

Victims = tuple[Reading, Quantity]


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for a, b in pairs(evidence):
        for x in _counted(a):
            for y in _counted(b):
                told = (x[1].noun or "", y[1].noun or "")
                if x[1].state == y[1].state and exclusive(*told) and (not _LABELS & {*told} or _one_strike(a, b)):
                    yield _conflict(x, y)


def _one_strike(a: Lead, b: Lead) -> bool:
    """Whether both tell of a strike: whom it killed is contested then, where a clash kills on both sides."""
    return all(lead.event.causes & _FROM_AFAR for lead in (a, b))


def _counted(lead: Lead) -> Iterator[Victims]:
    for reading in lead.readings:
        tolls = [q for q in reading.quantities if q.state in STATES and q.role == "count"]
        for toll in tolls:
            alone = all(other is toll or other.state != toll.state for other in tolls)
            if toll.part_of is None and alone:
                yield reading, toll


def _conflict(x: Victims, y: Victims) -> Conflict:
    state = x[1].state or ""
    return Conflict(
        kind=Kind.CATEGORY,
        relation=Relation.CONFLICT,
        detector="victims",
        topic=f"victims:{state}",
        a=_position(*x),
        b=_position(*y),
        confidence=0.8,
        severity=Severity.HIGH,
        question="Who were they?",
        why=(Signal("same state", state), Signal("categories", f"{x[1].noun} / {y[1].noun}")),
    )


def _position(reading: Reading, toll: Quantity) -> Position:
    return Position(reading.statement, toll.text, ((toll.start, toll.end),), normalized=toll.noun)


PLUGIN = Detector("victims", Kind.CATEGORY, find, __doc__)
