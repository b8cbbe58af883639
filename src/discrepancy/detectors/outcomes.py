"""What became of it: one undertaking that succeeded in one account and failed in the other.

Two aligned claims of one occasion, where one says that something was tried, thwarted or prevented and the other that
it was done; or whose verbs are outcomes that exclude each other (win and lose, acquit and convict, approve and
reject). Often two speakers each claim success: then the relation is `attributed`.

Fires:
    "The climbers tried to cross the pass." / "The climbers crossed the pass on Friday."
    "Police said that they had foiled the break-in." / "The gang broke into the vault, a witness said."

Stays silent:
    "The team tried to cross in May." / "The team crossed in July." (days that exclude each other)
    "They wanted to buy the firm." / "They bought the firm." (what was wanted was done later)
"""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.align import parties, same_event
from discrepancy.detectors import Detector
from discrepancy.detectors._positions import about, confidence, position, related, relation
from discrepancy.lexicon import acts_of, opposed, same_act
from discrepancy.model import Claim, Conflict, Evidence, Kind, Modality, Pair, Position, Severity, Signal
from discrepancy.settings import Settings

FAILED = (Modality.ATTEMPT, Modality.PREVENTED)
LIKENESS = 0.3  # cosine of two centred claims below which shared parties alone do not make one undertaking
WEAK = frozenset({"be", "have", "do", "say", "make", "get", "go"})


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for pair in evidence.pairs:
        signal = _opposition(pair)
        if signal and pair.similarity >= LIKENESS and same_event(pair.a, pair.b) and _one_undertaking(pair):
            yield _conflict(pair, signal)


def _opposition(pair: Pair) -> Signal | None:
    a, b = pair.a, pair.b
    if a.negated or b.negated or a.predicate in WEAK or b.predicate in WEAK:
        return None
    if same_act(a.predicate, b.predicate) and (a.modality in FAILED) != (b.modality in FAILED):
        failed, done = (a, b) if a.modality in FAILED else (b, a)
        return Signal("tried, and done", f"{failed.modality.value}: {failed.predicate} / {done.predicate}")
    if a.modality is b.modality is Modality.FACT and opposed(a.predicate, b.predicate):
        return Signal("opposed outcomes", f"{a.predicate} / {b.predicate}")
    return None


def _one_undertaking(pair: Pair) -> bool:
    """Whether the two speak of one doer or of one object, or differ in article and share two parties."""
    a, b = pair.a, pair.b
    doers = about(a.subject), about(b.subject)
    objects = about(a.object), about(b.object)
    if (doers[0] and doers[0] == doers[1]) or (objects[0] and objects[0] == objects[1]):
        return True
    return len(parties(a) & parties(b)) > 1 or _share_place(a, b)


def _share_place(a: Claim, b: Claim) -> bool:
    return any(related(first, second) for first in a.names for second in b.names) and a.speaker != b.speaker


def _conflict(pair: Pair, signal: Signal) -> Conflict:
    a, b = pair.a, pair.b
    acts = "/".join(sorted(acts_of(a.predicate) | acts_of(b.predicate)))
    return Conflict(
        kind=Kind.OUTCOME,
        relation=relation(a, b),
        detector="outcomes",
        topic=acts,
        a=_side(a),
        b=_side(b),
        confidence=confidence(0.5 + pair.similarity / 2, a, b),
        severity=Severity.HIGH,
        question="What became of it?",
        why=(signal, *pair.why),
    )


def _side(claim: Claim) -> Position:
    failed = claim.modality in FAILED
    return position(claim, claim.text, claim.predicate_span, normalized="failed" if failed else claim.predicate)


PLUGIN = Detector("outcomes", Kind.OUTCOME, find, __doc__)
