"""How many strikes: the number of raids, bombs or shells that articles on one attack give for it.

Raids, strikes and bombings are of one kind, missiles, rockets and shells of one, bombs and blasts of one. Each article
must give one number for its kind, of the attack that it tells of.

Fires:
    "Two raids hit the market." / "Four air strikes followed one another, residents said."

Stays silent:
    "Two raids hit the market." / "Four shells fell on the market." (two kinds)
    "Two raids hit the market." / "Forty raids were flown across the province." (all of a day)
    "At least two raids hit the market." / "Four raids hit the market."
    "Two raids hit the market." / "Two raids hit the market and three more the bakery." (two places)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._counted import Counted, agree, apart, conflict
from discrepancy.detectors._events import Event, articles_of, of_this_event, same_event
from discrepancy.detectors._values import size
from discrepancy.extractors._lexemes import vocabulary
from discrepancy.model import Conflict, Evidence, Kind, Quantity, Reading
from discrepancy.settings import Settings

_KINDS: Final = {
    "raids": vocabulary("raid airstrike strike air-raid sortie bombardment"),
    "missiles": vocabulary("missile rocket shell mortar"),
    "bombs": vocabulary("bomb blast explosion"),
}
_TOLD: Final = 12
"""Statements of an article in which its main event is told."""
_MOST: Final = 12
"""More are those of a day or of a campaign, and no single attack's."""
_RATIO: Final = 3.0
_NOT_THESE: Final = re.compile(
    r"\b(?:another|other|further|additional|last|previous|of the|including|more(?! than))(?: \w+)?$", re.IGNORECASE
)
"""Words before a number that make it one of others."""
_ADDED: Final = re.compile(r"\b(?:other|more|further|additional)\b", re.IGNORECASE)
_OF_MORE: Final = re.compile(
    r"\b(?:(?:a|per|in one|every|each) day|across|elsewhere|over the|since|in (?:the )?(?:past|last|recent)|more"
    r"|overnight)\b",
    re.IGNORECASE,
)
"""Words behind a number that make it one of a wider area or a longer time."""
_AROUND: Final = 45
"""Characters on either side of a number in which those are looked for."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    counted = [(event, {kind: _struck(own, event, kind) for kind in _KINDS}) for event, own in articles_of(evidence)]
    for (event, mine), (other, theirs) in combinations(counted, 2):
        if same_event(event, other):
            for kind in _KINDS:
                if apart(mine[kind], theirs[kind], _RATIO):
                    yield conflict(
                        mine[kind][0],
                        theirs[kind][0],
                        detector="strikes",
                        topic=f"number of {kind}",
                        question=f"How many {kind}?",
                        confidence=0.65,
                    )


def _struck(readings: Sequence[Reading], event: Event, kind: str) -> list[Counted]:
    """The numbers of one kind that an article gives for its attack; none where they are several."""
    found = [
        Counted(reading, quantity)
        for reading in readings[:_TOLD]
        for quantity in reading.quantities
        if quantity.noun in _KINDS[kind] and _counts_this(reading, quantity, event)
    ]
    return found if agree(found) else []


def _counts_this(reading: Reading, quantity: Quantity, event: Event) -> bool:
    whole = quantity.role == "count" and quantity.part_of is None
    if not whole or not quantity.exact or not 0 < size(quantity) <= _MOST:
        return False
    statement = reading.statement
    low, high = quantity.start - statement.start, quantity.end - statement.start
    before, behind = statement.text[max(0, low - _AROUND) : low], statement.text[high : high + _AROUND]
    of_others = _NOT_THESE.search(before.rstrip()) or _ADDED.search(quantity.text) or _OF_MORE.search(behind)
    elsewhere = any(name.kind == "place" and name.canonical not in event.names for name in reading.names)
    return not elsewhere and not of_others and of_this_event(reading, event, quantity.start)


PLUGIN = Detector("strikes", Kind.QUANTITY, find, __doc__, general=True)
