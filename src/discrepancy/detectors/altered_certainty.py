"""A doubt in one copy of a passage that the other copy has left out: "appeared to have come from", "came from".

The words around it are the same, so what is doubted in one is stated in the other, whatever it is.

Fires:
    "The crew, which was believed to have left the ship, ..." / "The crew, which had left the ship, ..."
    "Planes believed to be Carvian struck the depot at noon." / "Carvian planes struck the depot at noon."

Stays silent:
    "The ship reportedly sank off Salerno at noon." / "The ship apparently sank off Salerno at noon." (both in doubt)
    "The ship reportedly sank off Salerno at noon." / "It sank near the coast." (two writers)
    "Anyone who may have information ..." / "Anyone with information ..."
    "Police seek the alleged thief of the crown." / "Police seek the thief of the crown." (a word of law)
    "The ship sank and ten men were believed to be aboard, he said." / "The ship sank, he said." (cut altogether)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._leads import LEAD
from discrepancy.detectors._passages import Change, Passage, altered
from discrepancy.extractors.hedges import HEDGE, UNCLEAR
from discrepancy.model import (
    Certainty,
    Conflict,
    Evidence,
    Kind,
    LineKind,
    Position,
    Reading,
    Relation,
    Severity,
    Signal,
    Span,
)
from discrepancy.settings import Settings

_REDUCED: Final = re.compile(
    r"\b(?:believed|thought|said|reported|suspected|assumed|understood|presumed) to (?:be|have)\b", re.IGNORECASE
)
"""A doubt in a clause without its verb: "planes believed to be Carvian"."""
_SOFTER: Final = re.compile(
    r"\b(?:may|might|could|would|likely|probabl[ey]|possibl[ey]|perhaps|seem\w*|appear\w*|believe\w*|thought|suspect\w*"
    r"|alleg\w*|accus\w*|charge[ds]?|report(?:s|edly)|claim\w*|said to|if|whether)\b",
    re.IGNORECASE,
)
"""Words by which the other copy may say, otherwise, that it is not certain."""
_NOT_OF_IT: Final = re.compile(
    r"\b(?:who|anyone|originally|initially|first|earlier|once|long) (?:\w+ )?$", re.IGNORECASE
)
"""Before a word of doubt that is no doubt of what is told: "anyone who may have seen it", "was first thought to"."""
_OF_LAW: Final = re.compile(r"(?:alleged|suspected|supposed|presumed|reputed)\Z", re.IGNORECASE)
"""Adjectives that papers put before a person who was not tried yet."""

_BESIDES: Final = 2
"""Words beside a doubt that may be dropped with it: of a longer stretch the doubted thing itself was cut."""
_REPLACED: Final = 4
"""The same where the verb stands in their place: "by activists appeared to show", "showed"."""
_STEM: Final = 3
"""Letters that forms of one verb share."""
_NEAR: Final = 30
"""Characters before a word of doubt that may make it one of something else."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for change in altered(evidence.readings, dropped=True):
        (a, in_a), (b, in_b) = change.sides
        first = _doubt(a, in_a, b.words[slice(*in_b)])
        second = _doubt(b, in_b, a.words[slice(*in_a)])
        if LineKind.HEADING in (a.reading.statement.kind, b.reading.statement.kind):
            continue  # a headline is no copy, and states what it has no room to doubt
        if first and not second and _is_plain(b, a):
            yield _conflict(change, (a, first), b)
        elif second and not first and _is_plain(a, b):
            yield _conflict(change, (b, second), a)


def _doubt(side: Passage, words: tuple[int, int], others: Sequence[str]) -> Span | None:
    """The words of doubt that a stretch consists of, but for a verb or two; not those that say outright that something
    is not known. `others` stand in their place in the other copy."""
    if words[0] == words[1]:
        return None
    start, end = side.span(*words)
    text = side.reading.statement.article.text
    for pattern in (HEDGE, _REDUCED):
        for found in pattern.finditer(text, start, side.reading.statement.end):
            if found.start() >= end:
                break
            beside = words[1] - words[0] - len(found[0].split())
            close = beside <= _BESIDES or (beside <= _REPLACED and _one_verb(side.words[slice(*words)], others))
            if close and not _is_of_another(found):
                return found.span()
    return None


def _one_verb(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether what was doubted stands in the other copy, too: "appeared to show", "showed"."""
    return bool({word[:_STEM] for word in words if len(word) >= _STEM} & {word[:_STEM] for word in others})


def _is_of_another(found: re.Match[str]) -> bool:
    """Whether a word of doubt is one of law, or no doubt of what is told."""
    before = found.string[max(0, found.start() - _NEAR) : found.start()]
    return bool(UNCLEAR.search(found[0]) or _OF_LAW.match(found[0]) or _NOT_OF_IT.search(before))


def _is_plain(side: Passage, doubted: Passage) -> bool:
    """Whether the other copy has no word of doubt, and is not alone in telling it as somebody's word."""
    text = side.reading.statement.text
    told = bool(side.reading.speech) and not doubted.reading.speech
    return not (told or _SOFTER.search(text) or HEDGE.search(text))


def _conflict(change: Change, doubted: tuple[Passage, Span], plain: Passage) -> Conflict:
    side, span = doubted
    statement = side.reading.statement
    first = min(one.reading.statement.key for one, _ in change.sides)
    words = statement.article.text[slice(*span)].lower()
    return Conflict(
        kind=Kind.CERTAINTY,
        relation=Relation.VARIANT,
        detector="altered_certainty",
        topic=f"altered:{first[0]}:{first[1]}",
        a=Position(statement, words, (span,), Certainty.HEDGED.value, certainty=Certainty.HEDGED),
        b=Position(plain.reading.statement, "stated as a fact", (), Certainty.STATED.value),
        confidence=0.8,
        severity=Severity.MEDIUM if _leads(side.reading) and _leads(plain.reading) else Severity.LOW,
        question="Is it certain?",
        why=(Signal("one passage, one doubt", words),),
    )


def _leads(reading: Reading) -> bool:
    return reading.statement.kind is LineKind.HEADING or reading.statement.index < LEAD


PLUGIN = Detector("altered_certainty", Kind.CERTAINTY, find, __doc__, general=True)
