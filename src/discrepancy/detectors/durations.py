"""How long it has lasted: a stated duration that does not fit the stated beginning.

Only what goes on until the day of publication is reckoned: wars, sieges, droughts, inquiries. From March 2011 to
August 2016 are five years and five months: a five-year war in its sixth year, but no six-year war.

Fires:
    "The six-year drought emptied the lake." (published in August 2016) / "The drought began in March 2011."

Stays silent:
    "The five-year drought emptied the lake." / "The drought began in March 2011."
    "The six-year drought emptied the lake." / "The drought began in 2011." (some day of 2011 may fit)
    "The six-year war in Arland goes on." / "The war in Borland broke out in March 2011." (two wars)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from discrepancy.detectors import Detector
from discrepancy.detectors._positions import confidence, related
from discrepancy.detectors._when import apart, dated, factual, nearest, timed_claims, told
from discrepancy.extractors._date_words import count_of
from discrepancy.model import (
    Claim,
    Conflict,
    DateMention,
    Evidence,
    Kind,
    Position,
    Reading,
    Relation,
    Severity,
    Signal,
)  # fmt: skip
from discrepancy.settings import Settings

LASTING = (
    frozenset({"war", "conflict", "insurgency", "uprising", "rebellion", "fighting"}),
    frozenset({"siege", "blockade"}),
    frozenset({"drought"}),
    frozenset({"occupation"}),
    frozenset({"crisis"}),
    frozenset({"outbreak", "epidemic", "pandemic"}),
    frozenset({"investigation", "inquiry", "probe"}),
    frozenset({"strike", "walkout", "stoppage"}),
    frozenset({"marriage"}),
)
"""What lasts until it ends, so that its length so far can be reckoned; never a plan, a term or a sentence."""

BEGINNING = frozenset({"start", "begin", "erupt", "commence", "flare", "ignite", "break out", "flare up", "break"})

FARTHEST = 2
"""Units off beyond which the two are of different things, or the one is over: a war of 1939 is no six-year war now."""

DAYS = {"year": 365.2425, "month": 30.436875}

_NOUNS = "|".join(sorted(noun for row in LASTING for noun in row))
_LENGTH = re.compile(
    r"\b(?P<length>(?P<n>\d{1,2}|[A-Za-z]{3,9})[\s-](?P<u>year|month)(?:[\s-](?:old|long))?)\s"
    rf"(?:[a-z]{{2,20}}\s){{0,2}}(?P<noun>{_NOUNS})\b"
)
_ROUGHLY = re.compile(r"\b(?:nearly|almost|about|around|roughly|over|more than|some)\s$")
_NAME_NEAR = 40
"""Characters around a noun in which a name says whose war it is."""


@dataclass(frozen=True, slots=True)
class Length:
    """A stated duration of something that goes on."""

    reading: Reading
    start: int
    end: int
    text: str
    count: float
    unit: str
    noun: str

    @property
    def owners(self) -> tuple[str, ...]:
        """Names beside the noun: "the six-year war in Arland"."""
        near = (self.start - _NAME_NEAR, self.end + _NAME_NEAR)
        return tuple(m.canonical for m in self.reading.names if near[0] <= m.start and m.end <= near[1])


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    begun = [claim for claim in timed_claims(evidence) if _begins(claim)]
    for length in (found for reading in evidence.readings for found in _lengths(reading)):
        published = length.reading.statement.article.published_on
        begins = [c for c in begun if _same_noun(length.noun, c.subject.head if c.subject else "")]
        if published is None or not begins:
            continue
        for claim in _of_one(length, begins):
            if not fits(length, nearest(claim), published):
                yield _conflict(length, claim, published)


def _begins(claim: Claim) -> bool:
    return factual(claim) and claim.predicate in BEGINNING and claim.subject is not None and bool(told(claim))


def _lengths(reading: Reading) -> Iterator[Length]:
    text, offset = reading.statement.text, reading.statement.start
    for found in _LENGTH.finditer(text):
        count = count_of(found["n"])
        if count is not None and not _ROUGHLY.search(text[max(0, found.start() - 12) : found.start()]):
            start, end = found.span("length")
            yield Length(reading, start + offset, end + offset, found["length"], count, found["u"], found["noun"])


def _same_noun(a: str, b: str) -> bool:
    return any(a in row and b in row for row in LASTING)


def _of_one(length: Length, begins: Sequence[Claim]) -> list[Claim]:
    """Beginnings of the same thing: of a shared name; without names, of the one such thing that there is."""
    owners = length.owners
    shared = [claim for claim in begins if any(related(own, name) for own in owners for name in claim.names)]
    if shared:
        return shared
    if any(apart(a, b) for a, b in combinations(begins, 2)):
        return []
    return [claim for claim in begins if not owners or not claim.names]


def fits(length: Length, begun: DateMention, published: date) -> bool:
    """Whether a thing that began then may be said to be that old: rounded down or to the nearest.

    True also where the beginning has no bounds, and where the two are too far apart to be of one thing.
    """
    if begun.earliest is None or begun.latest is None or begun.latest > published:
        return True
    days = DAYS[length.unit]
    shortest, longest = (published - begun.latest).days / days, (published - begun.earliest).days / days
    if int(shortest) <= length.count <= int(longest + 0.5):
        return True
    return not shortest - FARTHEST <= length.count <= longest + FARTHEST


def _conflict(length: Length, claim: Claim, published: date) -> Conflict:
    statement = length.reading.statement
    begun = nearest(claim)
    return Conflict(
        kind=Kind.DATE,
        relation=Relation.CONFLICT,
        detector="durations",
        topic=f"lasting:{min(next(row for row in LASTING if length.noun in row))}:{length.unit}",
        a=Position(statement, length.text, ((length.start, length.end),), f"P{length.count:g}{length.unit[0].upper()}"),
        b=dated(claim),
        confidence=confidence(0.6, claim, claim),
        severity=Severity.LOW,
        question=f"How long has the {length.noun} lasted?",
        why=(Signal("begun", begun.edtf or begun.text), Signal("published", published.isoformat())),
    )


PLUGIN = Detector("durations", Kind.DATE, find, __doc__)
