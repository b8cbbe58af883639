"""A second opinion: what it adds to a finding and takes from it, and that it never makes or drops one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from discrepancy.detectors import negations
from discrepancy.model import MODEL_SIGNAL, Conflict, Judgement, TextPair
from discrepancy.nli import NoJudge
from discrepancy.opinion import WEIGHT, judged, weighed
from discrepancy.settings import DEFAULT
from tests.builders import evidence, found


class Says:
    """A judge that says one thing of every pair."""

    identity = "fake@1"
    number_format = "float32"

    def __init__(self, judgement: Judgement) -> None:
        self.judgement = judgement
        self.asked: list[TextPair] = []

    def judge(self, pairs: Sequence[TextPair]) -> list[Judgement]:
        self.asked += pairs
        return [self.judgement] * len(pairs)


TEXTS = ("Anna Berg resigned on Monday.", "Anna Berg did not resign on Monday, Peter Lund said.")


@pytest.fixture
def conflict() -> Conflict:
    (only,) = found(negations.PLUGIN, *TEXTS)
    return only


@pytest.mark.parametrize(
    ("judgement", "step"),
    [
        (Judgement(0.05, 0.05, 0.9), WEIGHT),
        (Judgement(0.9, 0.05, 0.05), -WEIGHT),
        (Judgement(0.05, 0.9, 0.05), 0.0),
        (Judgement(0.3, 0.3, 0.4), 0.0),
    ],
)
def test_an_opinion_moves_the_confidence(conflict: Conflict, judgement: Judgement, step: float) -> None:
    judge = Says(judgement)
    ((after,),) = weighed([[conflict]], judge)
    assert after.confidence == pytest.approx(conflict.confidence + step)
    assert after.why[-1].signal == MODEL_SIGNAL
    assert f"contradiction {judgement.contradiction:.2f} and" in str(after.why[-1].value)
    assert judge.asked[0] == judge.asked[1][::-1]


def test_without_a_model_nothing_changes(conflict: Conflict) -> None:
    assert weighed([[conflict]], NoJudge()) == [(conflict,)]
    (left,) = judged([evidence(*TEXTS)], NoJudge(), DEFAULT)
    assert left.judgements == {}
