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
from itertools import islice
from textwrap import shorten

from discrepancy.detectors import Detector
from discrepancy.detectors._denying import NO_DENIAL
from discrepancy.detectors._events import name_words
from discrepancy.detectors._likeness import stems
from discrepancy.detectors._positions import hull, position
from discrepancy.model import Claim, Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

_REJECTS = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:es|ed|ing)|reject(?:s|ed|ing)|refut(?:es|ed|ing)|dismiss(?:es|ed|ing)"
    r"|contradict(?:s|ed|ing)|rebuff(?:s|ed|ing)|rebut(?:s|ted|ting))\b"
    r"(?: [^.;:]{0,60}?\b(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs|assertions?))? that\b"
    r"(?P<what>[^.;:]{12,200})",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:past|previous|earlier|prior|his own|her own|their own) ", re.IGNORECASE)
"""What somebody says now against what they said before: what follows is their own word, and rejects nobody's."""
_SHARE, _SHARE_BACK, _FEWEST = 0.6, 0.4, 4
"""The share of the words of what is rejected that the other claim must have, the share of its own, and the least
number of them."""
_MOST = 100
"""Rejections of one event that are compared with all claims."""
_LONGEST = 120
"""Characters of a value that is shown."""
_SAID = "say said tell told report reported claim claimed official officials statement"


@dataclass(frozen=True, slots=True)
class _Rejected:
    reading: Reading
    span: Span
    words: frozenset[str]
    names: frozenset[str]


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    rejections = (one for reading in evidence.readings for one in _rejected(reading))
    for rejection in islice(rejections, _MOST):
        for claim in evidence.claims:
            apart = claim.statement.article.id != rejection.reading.statement.article.id
            if apart and _tells(claim, rejection):
                yield _conflict(rejection, claim)


def _rejected(reading: Reading) -> Iterator[_Rejected]:
    text, start = reading.statement.text, reading.statement.start
    for found in _REJECTS.finditer(text):
        words = stems(found["what"]) - stems(_SAID)
        earlier = _EARLIER.search(found[0])
        if len(words) >= _FEWEST and not earlier and not NO_DENIAL.search(text[: found.start()][-40:]):
            low, high = start + found.start("what"), start + found.end("what")
            names = (name.text for name in reading.names if low <= name.start and name.end <= high)
            yield _Rejected(reading, (start + found.start(), high), words, name_words(names))


def _tells(claim: Claim, rejection: _Rejected) -> bool:
    """Whether a claim is what was rejected, in most of its words, and its statement does not itself reject it."""
    if claim.negated or claim.stance == "denies" or _REJECTS.search(claim.statement.text):
        return False
    words = stems(claim.text)
    shared = rejection.words & words
    if len(shared) < max(_FEWEST, _SHARE * len(rejection.words), _SHARE_BACK * len(words)):
        return False
    # Names alone may be shared by all that a story tells of somebody.
    told = rejection.words - frozenset(name[:5] for name in rejection.names)
    named = not rejection.names or bool(rejection.names & name_words((claim.text,)))
    return named and len(shared & told) >= _SHARE * len(told)


def _conflict(rejection: _Rejected, told: Claim) -> Conflict:
    text, (start, end) = rejection.reading.statement.article.text, rejection.span
    value = shorten(text[start:end], _LONGEST, placeholder=" …")
    return Conflict(
        kind=Kind.CONTRADICTION,
        relation=Relation.ATTRIBUTED,
        detector="disputes",
        topic=f"disputed:{start}:{rejection.reading.statement.article.id}",
        a=Position(rejection.reading.statement, value, (rejection.span,), "rejected"),
        b=position(told, shorten(told.text, _LONGEST, placeholder=" …"), hull(told), normalized="told"),
        confidence=0.6,
        severity=Severity.MEDIUM,
        question="Is it so?",
        why=(Signal("rejected, and told", " ".join(sorted(rejection.words & stems(told.text)))),),
    )


PLUGIN = Detector("disputes", Kind.CONTRADICTION, find, __doc__, general=True)
