"""How long a sentence: the years or months in prison to which a named person was sentenced.

Fires:
    "A court sentenced Jan Smit to 14 years in prison." / "Jan Smit was sentenced to 16 years' imprisonment."

Stays silent:
    "A court sentenced Jan Smit to 14 years in prison." / "A court sentenced Ana Berg to 16 years in prison."
    "Jan Smit was sentenced to 14 years in 2019." / "Jan Smit was sentenced to 16 years in 2023." (two trials)
    "Jan Smit was sentenced to nine months." / "Jan Smit was sentenced to five years for arson." (for what?)
    "Jan Smit faces 14 years in prison." / "Jan Smit was sentenced to six years." (what he faces)
    "Jan Smit was sentenced to two years." / "Jan Smit was sentenced to 24 months."
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._positions import about, confidence, position, relation
from discrepancy.detectors._values import compatible, normal
from discrepancy.model import Claim, Conflict, Evidence, Kind, Modality, Position, Quantity, Reading, Severity, Signal
from discrepancy.settings import Settings

_SENTENCES: Final = frozenset(("sentence", "jail", "imprison"))
_FOR: Final = re.compile(r"[^.;]{0,40}? for (?:his |her |their |the |an? )?(?P<what>[a-z]{3,20})", re.IGNORECASE)
_MILDER: Final = re.compile(
    r"\b(?:probation|halfway house|house arrest|home confinement|community service|supervised release|suspended"
    r"|parole|deferred)\b",
    re.IGNORECASE,
)
_BEHIND: Final = 60
"""Characters behind a length in which it is told what it is of."""
_MONTHS: Final = {"year": 12.0, "month": 1.0}


@dataclass(frozen=True, slots=True)
class _Term:
    claim: Claim
    reading: Reading
    length: Quantity

    @property
    def months(self) -> float:
        return (self.length.low or 0) * _MONTHS.get(self.length.unit or "", 0)


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    readings = {reading.statement.key: reading for reading in evidence.readings}
    terms: dict[str, list[_Term]] = defaultdict(list)
    for claim in evidence.claims:
        who = _sentenced(claim)
        lengths = _lengths(claim, readings[claim.statement.key]) if who else []
        if who and len(lengths) == 1:
            terms[who].append(_Term(claim, readings[claim.statement.key], lengths[0]))
    for who, told in sorted(terms.items()):
        for a, b in combinations(told, 2):
            firm = _firm(a, told) and _firm(b, told)
            alike = _for_what(a) == _for_what(b) and _of_what(a) == _of_what(b)
            if firm and alike and _other_source(a, b) and _differ(a, b):
                yield _conflict(who, a, b)


def _firm(one: _Term, told: list[_Term]) -> bool:
    """Whether its article gives one sentence of theirs."""
    return all(_other_source(one, other) or compatible(one.length, other.length) for other in told)


def _for_what(term: _Term) -> str | None:
    """What somebody was sentenced for, by the first word of it, where it stands behind the length."""
    text = term.claim.statement.article.text
    found = _FOR.match(text, term.length.end, term.claim.statement.end)
    return found["what"].lower() if found else None


def _of_what(term: _Term) -> str | None:
    """What the sentence is of, where it is no prison."""
    statement = term.claim.statement
    found = _MILDER.search(statement.article.text, term.length.end, min(statement.end, term.length.end + _BEHIND))
    return found[0].lower() if found else None


def _sentenced(claim: Claim) -> str | None:
    """Who was sentenced, by name, where a claim tells it as done."""
    if claim.predicate not in _SENTENCES or claim.whole or claim.negated or claim.modality is not Modality.FACT:
        return None
    return about(claim.object) if claim.object else about(claim.subject)


def _lengths(claim: Claim, reading: Reading) -> list[Quantity]:
    return [q for q in reading.quantities if q.role == "duration" and q.unit in _MONTHS and _within(q, claim)]


def _within(quantity: Quantity, claim: Claim) -> bool:
    low, high = quantity.number_span
    return any(start <= low and high <= end for start, end in claim.spans)


def _other_source(a: _Term, b: _Term) -> bool:
    return a.claim.statement.article.id != b.claim.statement.article.id


def _differ(a: _Term, b: _Term) -> bool:
    years = [{d.edtf[:4] for d in term.reading.dates if d.edtf and d.edtf[:4].isdigit()} for term in (a, b)]
    two_trials = years[0] and years[1] and not years[0] & years[1]
    same = compatible(a.length, b.length) or (a.length.unit != b.length.unit and _meet(a, b))
    return not same and not two_trials


def _meet(a: _Term, b: _Term) -> bool:
    """Whether two lengths in two units may be one: 36 months, "less than four years" of 47."""
    return a.months == b.months or any(
        x.length.low is None and y.months < (x.length.high or 0) * _MONTHS.get(x.length.unit or "", 0)
        for x, y in ((a, b), (b, a))
    )


def _conflict(who: str, a: _Term, b: _Term) -> Conflict:
    return Conflict(
        kind=Kind.QUANTITY,
        relation=relation(a.claim, b.claim),
        detector="sentences",
        topic=f"sentence:{who}",
        a=_position(a),
        b=_position(b),
        confidence=confidence(0.8, a.claim, b.claim),
        severity=Severity.MEDIUM,
        question=f"How long was the sentence of {who}?",
        why=(Signal("values", f"{normal(a.length)} / {normal(b.length)}"),),
    )


def _position(term: _Term) -> Position:
    span = (term.length.start, term.length.end)
    return position(term.claim, term.length.text, span, normalized=normal(term.length))


PLUGIN = Detector("sentences", Kind.QUANTITY, find, __doc__)
