"""When a place was taken: the times of day that articles of one battle give for it.

A time counts where it hangs on what was taken or given up ("seized the town before dawn on Monday"); each article must
have one such time, or several that agree.

Fires:
    "Rebels seized the town of Tarma before dawn on Monday." / "The rebels took control of Tarma on Monday afternoon."

Stays silent:
    "Rebels seized Tarma late on Sunday." / "Tarma fell to the rebels at dawn on Monday." (one night)
    "Rebels seized Tarma on Monday afternoon." / "Rebels seized the port at dawn on Monday." (another place)
    "Rebels seized Tarma on Monday afternoon." / "Jets bombed Tarma at dawn on Monday." (something else)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._events import articles_of, of_another, same_event
from discrepancy.detectors._hours import Hour, has_hour, hour_of
from discrepancy.detectors.clocks import conflict, differ
from discrepancy.model import Conflict, Evidence, Kind, LineKind, Reading
from discrepancy.settings import Settings

_TOLD: Final = 8
"""Statements of an article in which it tells of its main event."""
_LONGEST: Final = 2_000
"""Characters of a statement that are read."""
_TAKEN: Final = re.compile(
    r"\b(?:(?:took|taken|seized?|captured?|re-?took|recaptured|overr[au]n|entered|wrested|gained|regained|established)\b"
    r"(?: (?:full |complete )?control (?:of|over))?|fell to)"
    r"(?P<what>(?: [\w’'-]{2,20}){1,7}?),? (?:only |just )?$"
)
"""Before the time at which a place was taken: "took control of the town of Tarma"."""
_PLACE: Final = re.compile(
    r"\b(?:town|village|city|base|camp|airport|airfield|hill|district|post|area)\b|\b[A-Z]\w{2,20}"
)
_NAME: Final = re.compile(r"\b[A-Z]\w{2,20}")


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [(event, hours) for event, readings in articles_of(evidence) if (hours := list(_hours(readings)))]
    for (event, own), (other, theirs) in combinations(told, 2):
        pairs = list(product(own, theirs))
        if same_event(event, other) and all(_one_place(x, y) and differ(x[0], y[0]) for x, y in pairs):
            (a, _), (b, _) = pairs[0]
            yield conflict(a, b, "takeovers", "when it was taken", "When was it taken?")


def _hours(readings: Sequence[Reading]) -> Iterator[tuple[Hour, frozenset[str]]]:
    """The times at which something was taken, each with the names in what was."""
    for reading in readings[:_TOLD]:
        if reading.statement.kind is LineKind.CAPTION or of_another(reading.statement.text):
            continue
        text = reading.statement.text[:_LONGEST]
        for mention in filter(has_hour, reading.dates):
            at = mention.start - reading.statement.start
            found = _TAKEN.search(text, 0, at) if at <= _LONGEST else None
            if found and _PLACE.search(found["what"]):
                yield hour_of(reading, mention), frozenset(_NAME.findall(found["what"]))


def _one_place(x: tuple[Hour, frozenset[str]], y: tuple[Hour, frozenset[str]]) -> bool:
    """Whether what was taken is one place: by a name of both, or where one has none."""
    return bool(x[1] & y[1]) or not x[1] or not y[1]


PLUGIN = Detector("takeovers", Kind.TIME, find, __doc__)
