"""How strong a quake was, in whatever words: "a magnitude-5.9 quake", "put the magnitude at 5.9"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.detectors._amounts import Particular, speaker_of
from discrepancy.detectors._events import of_another
from discrepancy.model import Quantity, Reading

_MAGNITUDE = re.compile(
    r"\bmagnitude[ -](?:of |at |was )?(?:about |at least |around )?(?P<after>\d(?:\.\d)?)\b"
    r"(?![- ]magnitude| quakes? can\b)"
    r"|\b(?P<before>\d(?:\.\d)?)[- ](?:magnitude|strength)\b(?! (?:earth)?quakes\b)"
    r"|\bmagnitude\b[^.;:\d]{0,30}\d\.\d[^.;:\d]{0,60} (?:it was|at) (?P<other>\d\.\d)\b"
    r"|\bmeasur(?:ed|ing) (?:about |at least |around )?(?P<measured>\d\.\d)\b",
    re.IGNORECASE,
)
_SHOCK = re.compile(r"\b(?:aftershocks?|foreshocks?|shakers|tremors|quakes|earthquakes)\b", re.IGNORECASE)
"""Before a strength that is an aftershock's, or that of quakes in general."""
_LATER = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?|decades?) (?:after|since|following)\b|\bthan (?:the|a|an|last)\b",
    re.IGNORECASE,
)
"""Before the strength of an earlier quake that this one is told beside."""
_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)\b"
)
_QUAKE_TOLD = 16
"""Statements of an article that are read for the strength of its quake."""


def magnitudes(reading: Reading) -> Iterator[Particular]:
    """ "a magnitude-5.9 quake", "put the magnitude at 5.9, but the survey said it was 6.1": a quake's strength."""
    start, text = reading.statement.start, reading.statement.text
    if of_another(text) or (reading.statement.index >= 2 and _MONTH.search(text)):
        return  # an earlier quake's
    for found in _MAGNITUDE.finditer(text if reading.statement.index < _QUAKE_TOLD else ""):
        group = str(found.lastgroup)
        if _SHOCK.search(text, max(0, found.start() - 40), found.start()) or _LATER.search(text, 0, found.start()):
            continue
        span = (start + found.start(group), start + found.end(group))
        value = float(found[group])
        quantity = Quantity(*span, found[group], value, value, number_span=span)
        yield Particular(reading, quantity, "magnitude", "What was the magnitude?", 0, speaker_of(reading, quantity))
