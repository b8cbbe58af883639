"""At which address: one street with two house numbers or blocks, or one number in two numbered streets.

An address is read off the text: a number, a street's name, and what kind of street it is, or "the 400 block of" a
street. A number lies in its block. Two articles whose addresses cannot be one are set against each other, unless one of
them has the other's address too.

Fires:
    "The fire broke out at 19 Mill Street." / "Crews were sent to 18 Mill St. at midnight."
    "It happened in the 15400 block of Oak Hill." / "It happened in the 15000 block of Oak Hill Road."
    "in the 100 block of East 146th Street" / "in the 100 block of East 136th Street"

Stays silent:
    "at 402 Mill Street" / "in the 400 block of Mill Street" (the number lies in the block)
    "at 19 Mill Street" / "at 18 Oak Street" (two streets)
    "near 42nd Street" (no house number)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from string import capwords

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
    rf"(?<![\d,.])\b(?P<number>\d{{1,5}})(?P<block>(?: |-)block of)? (?:{DIRECTIONS})?"
    rf"(?P<street>(?!(?:Supreme|District|Circuit|Superior|High|Appeals?) ){NAME})(?P<kind>(?:{KINDS})\b)"
)
BLOCK = re.compile(
    rf"(?<![\d,.])\b(?P<number>\d{{2,5}})(?: |-)block of (?:{DIRECTIONS})?(?P<street>(?:[A-Z][a-z]{{1,20}} ?){{1,3}})"
)
ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
BLOCK_SIZE = 100
CONFIDENCE = 0.7


@dataclass(frozen=True, slots=True)
class _Address:
    reading: Reading
    street: str
    """Its name in lower case, without what kind of street it is."""
    number: int
    block: bool
    span: Span

    def fits(self, other: _Address) -> bool:
        """Whether both may be one place: the same number of one street, or a number in its block."""
        if self.block or other.block:
            loose = self.block != other.block and not (self.number % 1_000 and other.number % 1_000)
            size = 1_000 if loose else BLOCK_SIZE  # the police call a house at 43145 one of the 43000 block
            near = self.number // size == other.number // size
        else:
            near = self.number == other.number
        return near and self.street == other.street

    def rivals(self, other: _Address) -> bool:
        """Whether the two are so alike that they are meant for one place, and are not."""
        if self.street == other.street:
            return not self.fits(other)
        numbered = ORDINAL.fullmatch(self.street) and ORDINAL.fullmatch(other.street)
        return bool(numbered) and (self.number, self.block) == (other.number, other.block)


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [address for reading in evidence.readings for address in _addresses(reading)]
    for a, b in combinations(told, 2):
        if not _same_source(a, b) and a.rivals(b) and not (_told_by(a, b, told) or _told_by(b, a, told)):
            yield _conflict(a, b)


def _addresses(reading: Reading) -> Iterator[_Address]:
    seen: set[int] = set()
    for pattern in (ADDRESS, BLOCK):
        for found in pattern.finditer(reading.statement.text):
            start = reading.statement.start
            span = (start + found.start("number"), start + found.start("street") + len(found["street"].rstrip()))
            if span[0] not in seen:
                seen.add(span[0])
                words = [word for word in found["street"].lower().split() if word.capitalize() not in KINDS.split("|")]
                block = pattern is BLOCK or found["block"] is not None
                yield _Address(reading, " ".join(words), int(found["number"]), block, span)


def streets_of(readings: Iterable[Reading]) -> frozenset[str]:
    """The streets in which statements give an address, in lower case and without what kind of street each is."""
    return frozenset(address.street for reading in readings for address in _addresses(reading))


def _same_source(a: _Address, b: _Address) -> bool:
    return a.reading.statement.article.id == b.reading.statement.article.id


def _told_by(a: _Address, b: _Address, told: Iterable[_Address]) -> bool:
    """Whether the source of `b` gives the address of `a` too."""
    return any(_same_source(other, b) and other.fits(a) for other in told)


def _conflict(a: _Address, b: _Address) -> Conflict:
    street = a.street == b.street
    what = capwords(a.street) if street else str(a.number)
    return Conflict(
        kind=Kind.PLACE,
        relation=Relation.CONFLICT,
        detector="addresses",
        topic=f"address:{what}",
        a=_position(a),
        b=_position(b),
        confidence=CONFIDENCE,
        severity=Severity.LOW,
        question=f"At which number of {what}?" if street else "In which street?",
        why=(Signal("same street" if street else "same number", what),),
    )


def _position(address: _Address) -> Position:
    number = f"{address.number} block" if address.block else str(address.number)
    value = f"{number}, {capwords(address.street)}"
    return Position(address.reading.statement, value, (address.span,), value)


PLUGIN = Detector("addresses", Kind.PLACE, find, __doc__)
