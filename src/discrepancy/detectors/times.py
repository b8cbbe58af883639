"""At what time of the day: one occasion, put at two clock times or parts of the day that cannot be the same.

Parts of the day overlap as people use them: evening and night, night and the early hours, morning and 9 am. Clock
times half an hour apart are one, and times in two time zones are not compared.

Fires:
    "A blast hit the Halley mill on Sunday night." / "A blast hit the Halley mill on Sunday morning."
    "The ferry left the port at 9 pm." / "The ferry left the port at 11 pm."

Stays silent:
    "A blast hit the Halley mill on Sunday night." / "A blast hit the Halley mill late on Sunday evening."
    "A blast hit the Halley mill on Sunday night." / "A blast hit the Berg dairy on Sunday morning."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.detectors import Detector
from discrepancy.detectors._positions import confidence, position, relation
from discrepancy.detectors._when import affected, excludes, factual
from discrepancy.lexicon import same_act
from discrepancy.model import (
    SIMILARITY_SIGNAL,
    Argument,
    Claim,
    Conflict,
    DateMention,
    Evidence,
    Kind,
    Pair,
    Severity,
    Signal,
)
from discrepancy.settings import Settings

HOURS = {
    "early": (0.0, 7.0),
    "morning": (5.0, 12.0),
    "noon": (11.0, 14.0),
    "afternoon": (12.0, 19.0),
    "evening": (16.0, 24.0),
    "night": (18.0, 29.0),
}
"""Hours that the parts of a day may mean, as loosely as writers use them; a night ends with the next morning."""

HALF_HOUR = 0.5
"""Clock times this near are one, rounded differently."""

PUBLISHED_WITHIN = 3
"""Days: reports further apart seldom tell of one day's event without its date."""

_BOUND = re.compile(r"\b(?:through|until|till|from|since|before|after|by) $", re.IGNORECASE)
_ZONE = re.compile(r"\b(?:GMT|UTC|local|[CEMP][SED]?T)\b")
_REPORTS = frozenset(
    {"say", "tell", "report", "state", "write", "announce", "add", "claim", "note", "warn", "publish", "post"}
)


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for pair in evidence.pairs:
        found = next(_clashes(pair.a, pair.b), None) if _one_occasion(pair.a, pair.b) else None
        if found is not None:
            yield _conflict(pair, *found)


def _one_occasion(a: Claim, b: Claim) -> bool:
    """Whether both tell of one act of one doer on one object, in reports of the same days."""
    if a.statement.article.id == b.statement.article.id or not (factual(a) and factual(b)):
        return False
    if not same_act(a.predicate, b.predicate) or a.predicate in _REPORTS:
        return False
    elsewhere = a.names and b.names and not set(a.names) & set(b.names)
    return not elsewhere and _near(a, b) and _same(a.subject, b.subject) and _same(affected(a), affected(b))


def _near(a: Claim, b: Claim) -> bool:
    first, second = a.statement.article.published_on, b.statement.article.published_on
    return first is None or second is None or abs((first - second).days) <= PUBLISHED_WITHIN


def _same(a: Argument | None, b: Argument | None) -> bool:
    """Whether two arguments are alike: both missing, of one name, or of one head without a name between them."""
    if a is None or b is None:
        return a is b
    if a.name or b.name:
        return a.name == b.name
    return a.head == b.head


def _clashes(a: Claim, b: Claim) -> Iterator[tuple[DateMention, DateMention]]:
    """Times of the two claims that exclude each other on days that do not; none where any two times agree."""
    pairs = [(x, y) for x in _moments(a) for y in _moments(b)]
    if all(_one_day(x, y) and clash(x, y) for x, y in pairs):
        yield from pairs


def _moments(claim: Claim) -> list[DateMention]:
    """The times of a day at which something was; an end of a stretch is none: "through Monday evening"."""
    text = claim.statement.article.text
    return [d for d in claim.dates if d.part_of_day and not _BOUND.search(text, max(0, d.start - 12), d.start)]


def _one_day(a: DateMention, b: DateMention) -> bool:
    """Whether two times may be of one day; a night is its evening's here, so that the next one is another."""
    if a.recurring or b.recurring or excludes(a, b):
        return False
    return not (a.earliest and b.earliest and a.latest and b.latest) or (
        a.earliest <= b.latest and b.earliest <= a.latest
    )


def clash(a: DateMention, b: DateMention) -> bool:
    """Whether two times of one day cannot be the same."""
    if "overnight" in f"{a.text} {b.text}".lower():
        return False  # the whole of a night, with the morning that it ends in
    clocks = ":" in (a.part_of_day or "") and ":" in (b.part_of_day or "")
    if clocks and _ZONE.findall(a.text) != _ZONE.findall(b.text):
        return False
    (first, last), (begin, end) = _hours(a.part_of_day or ""), _hours(b.part_of_day or "")
    return not any(first < end + day and begin + day < last for day in (-24.0, 0.0, 24.0))


def _hours(part: str) -> tuple[float, float]:
    if ":" in part:
        hour, minute = part.split(":")
        at = int(hour) + int(minute) / 60
        return at - HALF_HOUR / 2, at + HALF_HOUR / 2
    return HOURS.get(part, (0.0, 24.0))


def _conflict(pair: Pair, x: DateMention, y: DateMention) -> Conflict:
    a, b = pair.a, pair.b
    doer = a.subject.name or a.subject.head if a.subject else ""
    thing = affected(a)
    target = (thing.name or thing.head) if thing else ""
    exact = x.resolved and y.resolved
    return Conflict(
        kind=Kind.TIME,
        relation=relation(a, b),
        detector="times",
        topic=f"{doer}:{a.predicate}:{target}",
        a=position(a, x.text, (x.start, x.end), normalized=_normal(x)),
        b=position(b, y.text, (y.start, y.end), normalized=_normal(y)),
        confidence=confidence(0.6 if exact else 0.5, a, b),
        severity=Severity.MEDIUM if exact else Severity.LOW,
        question="At what time did it happen?",
        why=(Signal("same act", a.predicate), Signal(SIMILARITY_SIGNAL, pair.similarity)),
    )


def _normal(mention: DateMention) -> str:
    return " ".join(part for part in (mention.edtf, mention.part_of_day) if part)


PLUGIN = Detector("times", Kind.TIME, find, __doc__)
