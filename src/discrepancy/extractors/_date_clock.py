"""Clock times: "5:46 PM", "at 22:30", "1800 GMT"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.extractors._date_words import CLOCK, ZONE_NAME, clock

_CLOCK = re.compile(rf"(?<![\w:.,$€£/-])({CLOCK})(?:\s?{ZONE_NAME})?")


def clocks(text: str) -> Iterator[tuple[int, int, str]]:
    """Clock times of a text as start, end and HH:MM; a bare "9:05" only after a word that makes it a time."""
    for found in _CLOCK.finditer(text):
        read = clock(found[1])
        before = text[max(0, found.start() - 16) : found.start()]
        marked = re.search(r"[apAP]\.?[mM]|^\d{4}$", found[1])
        if read and (
            marked or re.search(r"\b(?:at|around|about|by|from|until|till|after|before|since|and)\s$", before)
        ):
            yield found.start(), found.end(), read
