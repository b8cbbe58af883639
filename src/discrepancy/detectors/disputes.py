"""Disputes: a report or a claim that somebody in one source rejects, and another source tells.

What is rejected must stand in the words of the rejection ("denied reports that ...", "disputed the army's claim that
..."), and most of its words in the other statement, with a name in common where it has one.

Fires:
    "The general refuted a report that the army would keep 1,000 troops in Carvia." /
        "The army plans to keep nearly 1,000 troops in Carvia."

Stays silent:
    "The general denied reports that he would resign." / "The general will visit Carvia."
    "Carvia denied the claims." / "Carvia bombed the camp." (what the claims are, its statement does not say)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.detectors import Detector
from discrepancy.detectors._events import name_words
from discrepancy.detectors._likeness import stems
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

_REJECTS = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:es|ed|ing)|reject(?:s|ed|ing)|refut(?:es|ed|ing)|dismiss(?:es|ed|ing)"
    r"|contradict(?:s|ed|ing)|rebuff(?:s|ed|ing)|rebut(?:s|ted|ting))\b"
    r"(?: [^.;:]{0,60}?\b(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs|assertions?))? that\b"
    r"(?P<what>[^.;:]{12,200})",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|never|nor|n['’]t|could|cannot) (?:\w{2,10} ){0,2}$", re.IGNORECASE)
_SHARE, _FEWEST = 0.6, 4
"""The share of what is rejected whose words the other statement must have, and their least number."""
_SAID = "say said tell told report reported claim claimed official officials statement"


@dataclass(frozen=True, slots=True)
class _Rejected:
    reading: Reading
    span: Span
    words: frozenset[str]
    names: frozenset[str]


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    rejections = [one for reading in evidence.readings for one in _rejected(reading)]
    for rejection in rejections:
        for reading in evidence.readings:
            apart = reading.statement.article.id != rejection.reading.statement.article.id
            if apart and _tells(reading, rejection):
                yield _conflict(rejection, reading)


def _rejected(reading: Reading) -> Iterator[_Rejected]:
    text, start = reading.statement.text, reading.statement.start
    for found in _REJECTS.finditer(text):
        words = stems(found["what"]) - stems(_SAID)
        if len(words) >= _FEWEST and not _NEGATED.search(text[: found.start()][-40:]):
            low, high = start + found.start("what"), start + found.end("what")
            names = (name.text for name in reading.names if low <= name.start and name.end <= high)
            yield _Rejected(reading, (start + found.start(), high), words, name_words(names))


def _tells(reading: Reading, rejection: _Rejected) -> bool:
    """Whether a statement tells what was rejected, and does not itself reject it."""
    text = reading.statement.text
    if _REJECTS.search(text) or (rejection.names and not rejection.names & name_words(n.text for n in reading.names)):
        return False
    shared = rejection.words & stems(text)
    return len(shared) >= max(_FEWEST, _SHARE * len(rejection.words))


def _conflict(rejection: _Rejected, told: Reading) -> Conflict:
    return Conflict(
        kind=Kind.CONTRADICTION,
        relation=Relation.ATTRIBUTED,
        detector="disputes",
        topic=f"disputed:{rejection.span[0]}:{rejection.reading.statement.article.id}",
        a=_position(rejection.reading, rejection.span, "rejected"),
        b=_position(told, (told.statement.start, told.statement.end), "told"),
        confidence=0.6,
        severity=Severity.MEDIUM,
        question="Is it so?",
        why=(Signal("rejected, and told", " ".join(sorted(rejection.words & stems(told.statement.text)))),),
    )


def _position(reading: Reading, span: Span, normalized: str) -> Position:
    value = " ".join(reading.statement.article.text[slice(*span)].split())
    return Position(reading.statement, value if len(value) <= 120 else f"{value[:119]}…", (span,), normalized)


PLUGIN = Detector("disputes", Kind.CONTRADICTION, find, __doc__, general=True)
