"""How many were put to death: the numbers that articles on one event give for those executed or beheaded.

Fires:
    "Militants executed 23 soldiers after they had stormed the base." / "Seventeen soldiers were beheaded."

Stays silent:
    "Militants executed 23 soldiers." / "Militants killed 52 soldiers." (in the fight too)
    "Militants executed 23 soldiers." / "In August they executed 160 soldiers." (another day)
    "Militants executed 23 soldiers." / "At least 17 soldiers were executed."
    "Militants executed 23 soldiers." / "Nine were beheaded and the others shot." (a part)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._counted import Counted, apart, conflict
from discrepancy.detectors._events import Event, articles_of, same_event
from discrepancy.detectors._telling import telling
from discrepancy.detectors._values import size
from discrepancy.model import Conflict, Evidence, Kind, Quantity, Reading, Severity
from discrepancy.settings import Settings

_DONE_TO: Final = re.compile(
    r"\b(?:execut(?:ed|es|ing)|behead(?:ed|s|ing)|(?:puts?|putting) to death|hanged|hangs)"
    r"(?: (?:the|some|its|their|his|about|around|another))?$",
    re.IGNORECASE,
)
_DONE: Final = re.compile(
    r"(?: [\w-]+){0,3}? (?:were|was|are|being|been) (?:later |then |also )?(?:executed|beheaded|put to death|hanged)\b",
    re.IGNORECASE,
)
_REST: Final = re.compile(r"\b(?:others?|rest|another|including|among them|more)\b", re.IGNORECASE)
"""Words that make a number one of a part."""
_AROUND: Final = 60
"""Characters before and behind a number in which the act is looked for."""
_RATIO: Final = 4.0
"""Numbers further apart are of two events."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    counted = [(event, list(_counts(event, own))) for event, own in articles_of(evidence)]
    for (event, mine), (other, theirs) in combinations(counted, 2):
        if same_event(event, other) and apart(mine, theirs, _RATIO):
            yield conflict(
                mine[0],
                theirs[0],
                detector="executions",
                topic="number put to death",
                question="How many were put to death?",
                confidence=0.75,
                severity=Severity.HIGH,
            )


def _counts(event: Event, readings: Sequence[Reading]) -> Iterator[Counted]:
    for reading in telling(event, readings):
        for quantity in reading.quantities:
            if quantity.role == "count" and quantity.exact and size(quantity) > 1 and _put_to_death(reading, quantity):
                yield Counted(reading, quantity)


def _put_to_death(reading: Reading, quantity: Quantity) -> bool:
    statement = reading.statement
    low, high = quantity.start - statement.start, quantity.end - statement.start
    before = statement.text[max(0, low - _AROUND) : low].rstrip()
    behind = statement.text[high : high + _AROUND]
    done = _DONE_TO.search(before) or _DONE.match(behind)
    return bool(done) and not _REST.search(quantity.text) and not _REST.search(statement.text, high)


PLUGIN = Detector("executions", Kind.QUANTITY, find, __doc__)
