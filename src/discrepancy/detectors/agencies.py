"""Who did it: one act on one object, put down to two different doers.

The act is one that is done once to its object (to form a unit, to kill a man, to buy a company, to win a prize), and
both doers are named. The voice of the verb does not matter: "established by X" is what X did.

Fires:
    "The foundation was set up by Harvard University." / "Acme Holdings established the foundation in 1998."

Stays silent:
    "The unit was formed by Ukraine." / "The Ukrainian military formed the unit." (one body, named twice)
    "Acme bought Initech in 2001." / "Globex bought Initech in 2015." (two sales, on days that exclude each other)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from discrepancy.align import exclude
from discrepancy.detectors import Detector
from discrepancy.detectors._positions import about, confidence, crossed, position, related, relation, titled
from discrepancy.lexicon import acts_of
from discrepancy.model import Claim, Conflict, Evidence, Kind, Modality, Position, Severity, Signal
from discrepancy.settings import Settings

ONCE = frozenset("create kill buy win appoint dismiss design write discover".split())
"""Acts that are done once to one object, so that two doers exclude each other."""

_EVER = frozenset("create kill write discover".split())
"""Those that nobody does twice to one object, on whatever day."""

QUESTIONS = {
    "create": "Who formed {0}?",
    "kill": "Who killed {0}?",
    "buy": "Who bought {0}?",
    "win": "Who won {0}?",
    "appoint": "Who appointed {0}?",
    "dismiss": "Who dismissed {0}?",
    "design": "Who designed {0}?",
    "write": "Who wrote {0}?",
    "discover": "Who discovered {0}?",
}


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    done: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in evidence.claims:
        for act in sorted(acts_of(claim.predicate) & ONCE):
            target = about(claim.object)
            if target and _doer(claim) and claim.modality is Modality.FACT and not claim.negated:
                done[act, target].append(claim)
    for (act, target), claims in sorted(done.items()):
        for a, b in crossed(claims):
            if (act in _EVER or not exclude(a.dates, b.dates)) and not related(_doer(a), _doer(b)):
                yield _conflict(act, target, a, b)


def _doer(claim: Claim) -> str:
    """Who did it, by name; none of a name that a bracket cuts in two: "(leader Omar) Noor"."""
    if claim.subject is None or claim.subject.name is None:
        return ""
    text, (start, end) = claim.statement.article.text, claim.subject.span
    cut = text.startswith(")", end) or text[max(0, start - 2) : start] == ") "
    return "" if cut else claim.subject.name


def _conflict(act: str, target: str, a: Claim, b: Claim) -> Conflict:
    return Conflict(
        kind=Kind.AGENCY,
        relation=relation(a, b),
        detector="agencies",
        topic=f"{act}:{target}",
        a=_side(a),
        b=_side(b),
        confidence=confidence(0.8, a, b),
        severity=Severity.HIGH,
        question=QUESTIONS[act].format(titled(target, a)),
        why=(Signal("same act", act), Signal("same object", target)),
    )


def _side(claim: Claim) -> Position:
    doer = _doer(claim)
    return position(claim, doer, claim.subject.span if claim.subject else claim.predicate_span, normalized=doer)


PLUGIN = Detector("agencies", Kind.AGENCY, find, __doc__)
