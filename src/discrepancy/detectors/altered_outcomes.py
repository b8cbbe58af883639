"""Another outcome in the same passage: killed in one copy of a sentence and injured in the other, destroyed or damaged.

The words around the verb are the same, so what it befell is the same.

Fires:
    "The storm destroyed the lighthouse at the harbour." / "The storm damaged the lighthouse at the harbour."

Stays silent:
    "The storm wrecked the lighthouse at the harbour." / "The storm destroyed the lighthouse at the harbour."
    "The storm destroyed the lighthouse at the harbour." / "They say that the lighthouse was damaged." (two writers)
    "Nine guards were killed and four wounded at the mill." / "Four guards were wounded at the mill." (cut, not altered)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._passages import Change, Passage, altered, content, stretch
from discrepancy.model import Conflict, Evidence, Kind, Position, Relation, Severity, Signal
from discrepancy.settings import Settings

_OUTCOMES: Final[tuple[tuple[Kind, Severity, tuple[str, ...]], ...]] = (
    (
        Kind.OUTCOME,
        Severity.HIGH,
        (
            r"killed|dead|died|martyred|slain|perished",
            (
                r"wounded|injured|hurt|maimed|hospital|hospitali[sz]ed|fighting for (?:his|her|their) li(?:fe|ves)"
                r"|recovering|in (?:critical|serious|stable) condition|survived"
            ),
            r"captured|detained|arrested|abducted|kidnapped|seized|held",
            r"freed|released|rescued|escaped|fled",
            r"missing",
        ),
    ),
    (
        Kind.OUTCOME,
        Severity.MEDIUM,
        (r"destroyed|demolished|levell?ed|flattened|wrecked|razed", r"damaged|scratched"),
    ),
    (
        Kind.OUTCOME,
        Severity.HIGH,
        (r"seized|captured|overran|retook|recaptured|conquered", r"attacked|stormed|besieged|surrounded|shelled"),
    ),
    (
        Kind.CATEGORY,
        Severity.MEDIUM,
        (r"executed", r"beheaded|decapitated", r"stabbed", r"shot", r"hanged", r"burn(?:ed|t)", r"strangled", r"stoned",
         r"drowned"),
    ),
)  # fmt: skip
"""Outcomes of one thing; those of one row and of two of its sets exclude each other, or tell of more."""
_ROWS: Final = tuple(
    (kind, severity, tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in sets))
    for kind, severity, sets in _OUTCOMES
)


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for change in altered(evidence.readings):
        found = _apart(*(_text(*side) for side in change.sides))
        if found is not None and not _cut(change):
            yield _conflict(change, *found)


def _text(side: Passage, words: tuple[int, int]) -> str:
    return side.reading.statement.article.text[slice(*side.span(*words))]


def _cut(change: Change) -> bool:
    """Whether one copy has both outcomes: then the other has left out whom the one befell."""
    return any(
        words.search(_rest(*own)) and words.search(_text(*other))
        for own, other in permutations(change.sides, 2)
        for _, _, sets in _ROWS
        for words in sets
    )


def _rest(side: Passage, words: tuple[int, int]) -> str:
    """The statement without the stretch that was changed."""
    start, end = side.span(*words)
    statement = side.reading.statement
    return f"{statement.article.text[statement.start : start]} {statement.article.text[end : statement.end]}"


def _apart(a: str, b: str) -> tuple[Kind, Severity] | None:
    """Of which kind two stretches are that each tell one outcome of one row, and not the same; None of all others."""
    for kind, severity, sets in _ROWS:
        first, second = ([at for at, words in enumerate(sets) if words.search(text)] for text in (a, b))
        if len(first) == len(second) == 1 and first != second:
            return kind, severity
    return None


def _conflict(change: Change, kind: Kind, severity: Severity) -> Conflict:
    first = min(side.reading.statement.key for side, _ in change.sides)
    a, b = (_position(*side) for side in change.sides)
    return Conflict(
        kind=kind,
        relation=Relation.CONFLICT,
        detector="altered_outcomes",
        topic=f"altered:{first[0]}:{first[1]}",
        a=a,
        b=b,
        confidence=0.75,
        severity=severity,
        question="Which of the two was it?",
        why=(Signal("one passage, two outcomes", f"{a.value} / {b.value}"),),
    )


def _position(side: Passage, words: tuple[int, int]) -> Position:
    return stretch(side, words, " ".join(content(side.words[slice(*words)])))


PLUGIN = Detector("altered_outcomes", Kind.OUTCOME, find, __doc__, general=True)
