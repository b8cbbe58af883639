"""At which address: one street, two house numbers or blocks.

An address is read off the text: a number, a street's name, and what kind of street it is, or "the 400 block of" a
street. A number lies in its block. Two articles that name one street with numbers that cannot be one are set against
each other, unless one of them has the other's number too.

Fires:
    "The fire broke out at 19 Mill Street." / "Crews were sent to 18 Mill St. at midnight."
    "It happened in the 15400 block of Oak Hill." / "It happened in the 15000 block of Oak Hill Road."

Stays silent:
    "at 402 Mill Street" / "in the 400 block of Mill Street" (the number lies in the block)
    "at 19 Mill Street" / "at 18 Oak Street" (two streets)
    "near 42nd Street" (no house number)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from discrepancy.detectors import Detector
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

KINDS = (
    "Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Place|Pl|Way|Terrace|Highway|Hwy"
    "|Parkway|Pkwy|Loop"
)
DIRECTIONS = r"(?:North|South|East|West|N|S|E|W|Northeast|Northwest|Southeast|Southwest|NE|NW|SE|SW)\.? "
NAME = r"(?:(?:[A-Z][a-z]{1,20}|\d{1,3}(?:st|nd|rd|th))(?: |\b)){1,3}?"
ADDRESS = re.compile(
    rf"\b(?P<number>\d{{1,5}})(?P<block>(?: |-)block of)? (?:{DIRECTIONS})?(?P<street>{NAME})(?P<kind>(?:{KINDS})\b)"
)
BLOCK = re.compile(
    rf"\b(?P<number>\d{{2,5}})(?: |-)block of (?:{DIRECTIONS})?(?P<street>(?:[A-Z][a-z]{{1,20}} ?){{1,3}})"
)
BLOCK_SIZE = 100
CONFIDENCE = 0.7


@dataclass(frozen=True, slots=True)
class _Address:
    reading: Reading
    number: int
    block: bool
    span: Span

    def fits(self, other: _Address) -> bool:
        """Whether both may be one place: the same number, or a number in its block."""
        if self.block or other.block:
            return self.number // BLOCK_SIZE == other.number // BLOCK_SIZE
        return self.number == other.number


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    streets: dict[str, list[_Address]] = defaultdict(list)
    for reading in evidence.readings:
        for street, address in _addresses(reading):
            streets[street].append(address)
    for street, told in sorted(streets.items()):
        for a, b in combinations(told, 2):
            if not _same_source(a, b) and not (_told_by(a, b, told) or _told_by(b, a, told)):
                yield _conflict(street, a, b)


def _addresses(reading: Reading) -> Iterator[tuple[str, _Address]]:
    """Each address of a statement, under its street's name without what kind of street it is."""
    seen: set[Span] = set()
    for pattern in (ADDRESS, BLOCK):
        for found in pattern.finditer(reading.statement.text):
            start = reading.statement.start
            span = (start + found.start("number"), start + found.end("number"))
            if span not in seen:
                seen.add(span)
                words = [word for word in found["street"].lower().split() if word.capitalize() not in KINDS.split("|")]
                block = pattern is BLOCK or found["block"] is not None
                yield " ".join(words), _Address(reading, int(found["number"]), block, span)


def _same_source(a: _Address, b: _Address) -> bool:
    return a.reading.statement.article.id == b.reading.statement.article.id


def _told_by(a: _Address, b: _Address, told: Iterable[_Address]) -> bool:
    """Whether the source of `b` gives the address of `a` too."""
    return any(_same_source(other, b) and other.fits(a) for other in (*told, b))


def _conflict(street: str, a: _Address, b: _Address) -> Conflict:
    name = street.title()
    return Conflict(
        kind=Kind.PLACE,
        relation=Relation.CONFLICT,
        detector="addresses",
        topic=f"address:{street}",
        a=_position(a),
        b=_position(b),
        confidence=CONFIDENCE,
        severity=Severity.LOW,
        question=f"At which number of {name}?",
        why=(Signal("same street", name),),
    )


def _position(address: _Address) -> Position:
    value = f"{address.number} block" if address.block else str(address.number)
    return Position(address.reading.statement, value, (address.span,), value)


PLUGIN = Detector("addresses", Kind.PLACE, find, __doc__)
