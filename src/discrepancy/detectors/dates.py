"""When it happened: one act that happens once, or one sentence in two articles, with dates that exclude each other.

Acts of a life and of a body happen once (to join, to die, to be convicted, to open); the names in it make the occasion.
Any other act may come again, so there the two sentences must be all but the same. Dates exclude each other when no
day of one can be a day of the other: "2023" and "May 2023" do not, nor do "Sunday night" and early Monday.

Fires:
    "Ana Berg joined Orion Labs in October." / "In February 2022, Ana Berg signed up with Orion Labs."
    "The city council approved the tram line on May 3." / "The city council approved the tram line on May 5."

Stays silent:
    "The club crossed the Alps in May 2021." / "On July 12, the club crossed the Alps." (an act that can come again)
    "Ana Berg joined Orion Labs in 2022." / "Ana Berg joined Orion Labs in February 2022." (another precision)
    "Ana Berg joined Orion Labs in 2022." / "Bo Dahl joined Orion Labs in 2019." (two people)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from discrepancy.detectors import Detector
from discrepancy.detectors._acts import QUESTIONS, REPEATABLE, called, occasions
from discrepancy.detectors._events import of_another
from discrepancy.detectors._positions import confidence, crossed, relation
from discrepancy.detectors._sightings import sightings
from discrepancy.detectors._when import apart, dated, factual, gap, nearest, timed_claims, told
from discrepancy.extractors._date_words import MONTHS, WEEKDAY_NAMES, WEEKDAYS
from discrepancy.lexicon import acts_of
from discrepancy.model import SIMILARITY_SIGNAL, Claim, Conflict, Evidence, Kind, Pair, Severity, Signal
from discrepancy.settings import Settings

SEASON = 300
"""Days within which an act that may come again is taken for one: less than a year, the shortest usual term."""

ALIKE = 0.75
"""Share of the words of two claims, their dates left out, from which they are one sentence reworded: below it,
successive reports of like events ("shelled the town on Monday", "on Tuesday") begin."""

FEWEST_WORDS = 5
NEAR_DAYS = 31
"""Further apart than a month, two dates in all but the same sentence are two occasions (monthly figures, seasons)."""

_WORD = re.compile(r"[a-z]{3,30}")
_DATE_WORDS = frozenset((*MONTHS, *WEEKDAYS, *(f"{day}s" for day in WEEKDAY_NAMES)))
_REPORTS = frozenset(
    {
        "say",
        "tell",
        "report",
        "state",
        "write",
        "announce",
        "add",
        "claim",
        "note",
        "warn",
        "expect",
        "play",
        "meet",
        "publish",
        "release",
    }
)
"""Acts of the day, and of every day: two dates are two occasions."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for (act, names), claims in sorted(_told_once(evidence).items()):
        for a, b in crossed(claims):
            if apart(a, b) and (act not in REPEATABLE or (_within(a, b, SEASON) and not _two_occasions(a, b))):
                yield _once(act, names, a, b)
    for pair in evidence.pairs:
        if _one_sentence(pair):
            yield _reworded(pair)


def _told_once(evidence: Evidence) -> dict[tuple[str, tuple[str, ...]], list[Claim]]:
    """Dated claims of acts that happen once, by the act and the names that make the occasion."""
    found: dict[tuple[str, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in (*timed_claims(evidence), *sightings(evidence)):
        if factual(claim) and told(claim):
            for occasion in occasions(claim):
                found[occasion].append(claim)
    return found


def _within(a: Claim, b: Claim, days: int) -> bool:
    between = gap(nearest(a), nearest(b))
    return between is not None and between <= days


def _two_occasions(a: Claim, b: Claim) -> bool:
    """Whether one article dates both, or one claim says that it is of something else: "in a separate case"."""
    one = a.statement.article.id == b.statement.article.id
    return one or any(of_another(_undated(claim)) for claim in (a, b))


def _undated(claim: Claim) -> str:
    """The text of a claim's statement without the claim's own dates: "in 2010" is when it was, and no other time."""
    text, start = claim.statement.text, claim.statement.start
    for date in sorted(claim.dates, key=lambda d: d.start, reverse=True):
        text = text[: date.start - start] + text[date.end - start :]
    return text


def _once(act: str, names: tuple[str, ...], a: Claim, b: Claim) -> Conflict:
    return Conflict(
        kind=Kind.DATE,
        relation=relation(a, b),
        detector="dates",
        topic=f"{act}:{':'.join(names)}",
        a=dated(a),
        b=dated(b),
        confidence=confidence(0.75 if act in REPEATABLE else 0.9, a, b),
        severity=Severity.MEDIUM if act in REPEATABLE else Severity.HIGH,
        question=QUESTIONS[act].format(*(called(a, name) for name in names)),
        why=(Signal("same act", act), Signal("same names", ", ".join(names))),
    )


def _one_sentence(pair: Pair) -> bool:
    """Whether two claims of two articles are all but the same, with days that exclude each other."""
    a, b = pair.a, pair.b
    if a.statement.article.id == b.statement.article.id or not (factual(a) and factual(b)):
        return False
    if not apart(a, b) or not _within(a, b, NEAR_DAYS) or a.predicate in _REPORTS or b.predicate in _REPORTS:
        return False
    first, second = _words(a), _words(b)
    if min(len(first), len(second)) < FEWEST_WORDS or not acts_of(a.predicate) & acts_of(b.predicate):
        return False
    return len(first & second) / len(first | second) >= ALIKE


def _words(claim: Claim) -> frozenset[str]:
    """The words of a claim but for those that dates are made of."""
    return frozenset(_WORD.findall(claim.text.lower())) - _DATE_WORDS


def _reworded(pair: Pair) -> Conflict:
    a, b = pair.a, pair.b
    first = min((a, b), key=lambda claim: claim.statement.key)
    return Conflict(
        kind=Kind.DATE,
        relation=relation(a, b),
        detector="dates",
        topic=f"same:{first.statement.article.id}:{first.predicate_span[0]}",
        a=dated(a),
        b=dated(b),
        confidence=confidence(0.6, a, b),
        severity=Severity.MEDIUM,
        question="When did it happen?",
        why=(Signal(SIMILARITY_SIGNAL, pair.similarity), Signal("all but the same words", True)),
    )


PLUGIN = Detector("dates", Kind.DATE, find, __doc__)
