"""Clock times: "5:46 PM", "at 22:30", "1800 GMT"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.extractors._date_words import CLOCK, ZONE_NAME, clock

_CLOCK = re.compile(rf"(?<![\w:.,$€£/-])({CLOCK})(?:\s?{ZONE_NAME})?")

_BARE = re.compile(r"\b(?:at|around|about|by|from|until|till|after|before|since)\s$")
_BARE_OR_LISTED = re.compile(rf"{_BARE.pattern}|\band\s$")
"""Words that make a bare number a time; "and three in the morning" may be people."""


def clocks(text: str) -> Iterator[tuple[int, int, str]]:
    """Clock times of a text as start, end and HH:MM; a bare "9:05" only after a word that makes it a time."""
    for found in _CLOCK.finditer(text):
        read = clock(found[1])
        before = text[max(0, found.start() - 16) : found.start()]
        marked = re.search(r"\d\s?[apAP]\.?[mM]|^\d{4}$", found[1])
        if read and (marked or (_BARE if " " in found[1] else _BARE_OR_LISTED).search(before)):
            yield found.start(), found.end(), read
