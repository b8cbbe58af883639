"""The contradiction model's part: it judges the pairs that detectors ask of, and gives a second opinion on findings.

A second opinion moves a finding's confidence, and so its place in the order, and never its existence: rules see a
changed figure or date more surely than a small model does. What the model says stands among the reasons.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from discrepancy.detectors import asked
from discrepancy.model import Conflict, Evidence, Judgement
from discrepancy.nli import Judge, TextPair, told
from discrepancy.settings import Settings

SURE = 0.7
"""Share of a class from which the model is taken to have an opinion."""
WEIGHT = 0.1
"""What an opinion adds to a finding's confidence, or takes from it."""


def judged(evidence: Evidence, judge: Judge, settings: Settings) -> Evidence:
    """The evidence with a judgement, in both orders, of each pair of claims that a detector asks of."""
    texts = [(pair.a.text, pair.b.text) for pair in asked(evidence, settings)]
    both = list(dict.fromkeys(order for a, b in texts for order in ((a, b), (b, a))))
    return replace(evidence, judgements=dict(zip(both, judge.judge(both), strict=False)))


def weighed(conflicts: Iterable[Conflict], judge: Judge) -> tuple[Conflict, ...]:
    """The conflicts, each with the model's opinion on the two claims where both sides have one and it is sure."""
    all_of = tuple(conflicts)
    pairs = {index: pair for index, conflict in enumerate(all_of) if (pair := _claims(conflict))}
    both = list(dict.fromkeys(order for a, b in pairs.values() for order in ((a, b), (b, a))))
    judgements = dict(zip(both, judge.judge(both), strict=False))
    if not judgements:
        return all_of
    return tuple(
        _weighed(conflict, (judgements[pairs[index]], judgements[pairs[index][::-1]])) if index in pairs else conflict
        for index, conflict in enumerate(all_of)
    )


def _claims(conflict: Conflict) -> TextPair | None:
    """The claims of a rule's finding; those of the model's own have been judged."""
    a, b = conflict.a.claim, conflict.b.claim
    if conflict.detector == "contradiction" or a is None or b is None or a.text == b.text:
        return None
    return a.text, b.text


def _weighed(conflict: Conflict, judgements: tuple[Judgement, Judgement]) -> Conflict:
    step = 0.0
    if all(judgement.contradiction >= SURE for judgement in judgements):
        step = WEIGHT
    elif any(judgement.entailment >= SURE for judgement in judgements):
        # That it is neutral says little: the two sides of many a real finding are long and have more than one point.
        step = -WEIGHT
    confidence = round(min(0.99, max(0.05, conflict.confidence + step)), 2)
    return replace(conflict, confidence=confidence, why=(*conflict.why, told(*judgements)))
