"""The contradiction model's part: it judges the pairs that detectors ask of, and gives a second opinion on findings.

A second opinion moves a finding's confidence, and so its place in the order, and never its existence: rules see a
changed figure or date more surely than a small model does. What the model says stands among the reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from discrepancy.detectors import asked
from discrepancy.model import Conflict, Evidence, Judgement, TextPair
from discrepancy.nli import Judge, told
from discrepancy.settings import Settings

SURE = 0.7
"""Share of a class from which the model is taken to have an opinion."""
WEIGHT = 0.1
"""What an opinion adds to a finding's confidence, or takes from it."""


def judged(events: Sequence[Evidence], judge: Judge, settings: Settings) -> list[Evidence]:
    """The evidence of each event with a judgement, in both orders, of each pair of texts that a detector asks of."""
    asked_of = [asked(evidence, settings) for evidence in events]
    known = _both_orders((pair for pairs in asked_of for pair in pairs), judge)
    return [
        replace(evidence, judgements={order: known[order] for pair in pairs for order in _orders(pair) if known})
        for evidence, pairs in zip(events, asked_of, strict=True)
    ]


def weighed(events: Sequence[Iterable[Conflict]], judge: Judge) -> list[tuple[Conflict, ...]]:
    """The conflicts of each event, each with the model's opinion on the two claims where both sides have one and it is
    sure."""
    found = [tuple(conflicts) for conflicts in events]
    known = _both_orders((pair for conflicts in found for one in conflicts if (pair := _claims(one))), judge)
    return [tuple(_weighed(conflict, known) for conflict in conflicts) for conflicts in found]


def asked_of(evidence: Evidence, conflicts: Iterable[Conflict]) -> Iterator[TextPair]:
    """The pairs of texts, in both orders, on which the model was asked of an event."""
    yield from evidence.judgements
    yield from (order for conflict in conflicts if (pair := _claims(conflict)) for order in _orders(pair))


def _both_orders(pairs: Iterable[TextPair], judge: Judge) -> dict[TextPair, Judgement]:
    """What the model says of each pair in both orders, asked all at once; nothing when there is no model."""
    both = list(dict.fromkeys(order for pair in pairs for order in _orders(pair)))
    return dict(zip(both, judge.judge(both), strict=False))


def _orders(pair: TextPair) -> tuple[TextPair, TextPair]:
    return pair, pair[::-1]


def _claims(conflict: Conflict) -> TextPair | None:
    """The claims of a rule's finding; those of the model's own have been judged."""
    a, b = conflict.a.claim, conflict.b.claim
    if conflict.detector == "contradiction" or a is None or b is None or a.text == b.text:
        return None
    return a.text, b.text


def _weighed(conflict: Conflict, known: Mapping[TextPair, Judgement]) -> Conflict:
    pair = _claims(conflict)
    if pair is None or pair not in known:
        return conflict
    judgements = known[pair], known[pair[::-1]]
    step = 0.0
    if all(judgement.contradiction >= SURE for judgement in judgements):
        step = WEIGHT
    elif any(judgement.entailment >= SURE for judgement in judgements):
        # That it is neutral says little: the two sides of many a real finding are long and have more than one point.
        step = -WEIGHT
    confidence = round(min(0.99, max(0.05, conflict.confidence + step)), 2)
    return replace(conflict, confidence=confidence, why=(*conflict.why, told(*judgements)))
