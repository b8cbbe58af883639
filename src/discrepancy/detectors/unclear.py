"""What is not known: how many there were of a kind, open in one source and counted in another.

Fires:
    "It was not immediately clear how many of the injured were students." / "Nine students were injured in the crash."

Stays silent:
    "It was not clear how many of the injured were students." / "Nine students were arrested." (another state)
    "It was not clear how many of the injured were students." / "Reportedly nine students were injured." (no surer)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._passages import content
from discrepancy.extractors.hedges import UNCLEAR
from discrepancy.lexicon import acts_of
from discrepancy.model import Certainty, Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

NEAR: Final = 30
"""Characters within which a word of doubt is taken to be about a figure."""
BEFORE: Final = 2
"""Statements before an open question that tell whom it is about."""
_ASKED: Final = re.compile(r"\W{0,3}(?:exactly |precisely )?(how many)\b(.{0,160})", re.DOTALL)


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for index, reading in enumerate(evidence.readings):
        asked = _asked(reading)
        states = _states(evidence.readings[max(0, index - BEFORE) : index], reading) if asked else frozenset()
        if asked is None or not states:
            continue
        unclear, nouns, span = asked
        for other in evidence.readings:
            if other.statement.article.id != reading.statement.article.id:
                told = _told(other, nouns, states)
                if told:
                    yield _conflict(reading, other, unclear, span, told)


def _states(before: Sequence[Reading], reading: Reading) -> frozenset[str]:
    """What became of those whom an open question is about, as the sentences before it say: killed, injured."""
    same = [r for r in before if r.statement.article.id == reading.statement.article.id]
    return frozenset(act for r in same for q in r.quantities if q.state for act in acts_of(q.state))


def _asked(reading: Reading) -> tuple[str, frozenset[str], Span] | None:
    """The words of an open "how many", the nouns that it asks for, and their span."""
    text = reading.statement.article.text
    match = UNCLEAR.search(text, reading.statement.start, reading.statement.end)
    question = _ASKED.match(text, match.end(), reading.statement.end) if match else None
    if match is None or question is None:
        return None
    rest = re.split(r"[,;.]", question.group(2))[0]
    nouns = _asked_nouns(reading, question.start(2), question.start(2) + len(rest))
    return (text[match.start() : question.start(2) + len(rest)], nouns, (match.start(), match.end())) if nouns else None


def _asked_nouns(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The category that is asked for: the complement of "how many of the rest were civilians"."""
    base = reading.statement.start
    inside = [t for t in reading.tokens if start <= base + t.start < end]
    after = next((i for i, t in enumerate(inside) if t.lemma == "be"), None)
    nouns = inside[after + 1 :] if after is not None else inside
    return frozenset(t.lemma.lower() for t in nouns if t.pos == "NOUN") - {"rest", "people", "person", "other"}


def _told(reading: Reading, nouns: frozenset[str], states: frozenset[str]) -> Span | None:
    """Where a statement counts just these: "Thirty civilians were killed", with no doubt of its own."""
    for quantity in reading.quantities:
        if any(
            abs(hedge[0] - quantity.end) < NEAR or abs(quantity.start - hedge[1]) < NEAR for hedge in reading.hedges
        ):
            continue
        counted = (quantity.noun or "").lower() in nouns and quantity.role == "count"
        alike = quantity.state is not None and bool(acts_of(quantity.state) & states)
        if counted and alike and not quantity.target and quantity.low is not None:
            return (quantity.start, quantity.end)
    return None


def _conflict(a: Reading, b: Reading, unclear: str, span: Span, told: Span) -> Conflict:
    value = " ".join(unclear.split())
    text = b.statement.article.text[told[0] : told[1]]
    subject = " ".join(content(tuple(value.lower().split()))[-3:])
    return Conflict(
        kind=Kind.CERTAINTY,
        relation=Relation.CONFLICT,
        detector="unclear",
        topic=f"unclear: {subject}",
        a=Position(a.statement, value, (span,), "unclear", certainty=Certainty.UNCLEAR),
        b=Position(b.statement, text, (told,), "stated"),
        confidence=0.7,
        severity=Severity.HIGH,
        question="Is it known how many?",
        why=(Signal("unclear, and stated", subject),),
    )


PLUGIN = Detector("unclear", Kind.CERTAINTY, find, __doc__)
