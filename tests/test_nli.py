"""Judgements: cached, in the model's own order of classes, calibrated, and the same whatever they are made with."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from discrepancy import nli, weights
from discrepancy.cache import Cache
from discrepancy.errors import ModelError
from discrepancy.model import Judgement, TextPair
from discrepancy.nli import CachedJudge, Rows

PREDICTIONS = Path(__file__).parent / "data" / "nli_predictions.jsonl"
CLASSES = {"0": "contradiction", "1": "entailment", "2": "neutral"}


class Fixed:
    """A classifier that gives every pair the same logits, and remembers what it was asked for."""

    def __init__(self, *logits: float) -> None:
        self.logits = logits
        self.asked: list[TextPair] = []

    def __call__(self, inputs: Sequence[TextPair]) -> Rows:
        self.asked += inputs
        return np.array([self.logits] * len(inputs), dtype=np.float32)


def judge(classifier: Fixed, cache: Cache, temperature: float = 1.0) -> CachedJudge:
    return CachedJudge("fake@1", "float32", lambda: classifier, cache, "nli/fake", (1, 2, 0), temperature)


def folder_of(tmp_path: Path, config: object) -> Path:
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "model.safetensors").write_bytes(b"weights")
    return folder


def test_scores_come_in_the_models_order_of_classes() -> None:
    (one,) = judge(Fixed(3.0, 1.0, 0.0), Cache.none()).judge([("a", "b")])
    assert one == Judgement(entailment=0.11, neutral=0.04, contradiction=0.84)


def test_a_temperature_makes_it_less_sure() -> None:
    (one,) = judge(Fixed(3.0, 1.0, 0.0), Cache.none(), temperature=2.0).judge([("a", "b")])
    assert one.contradiction == 0.63


def test_a_pair_is_judged_once_and_its_order_matters(tmp_path: Path) -> None:
    first = Fixed(3.0, 1.0, 0.0)
    judge(first, Cache(tmp_path)).judge([("a", "b"), ("b", "a"), ("a", "b")])
    assert first.asked == [("a", "b"), ("b", "a")]
    second = Fixed(0.0, 0.0, 0.0)
    assert judge(second, Cache(tmp_path)).judge([("b", "a")])[0].contradiction == 0.84
    assert second.asked == []


def test_where_a_premise_ends_matters(tmp_path: Path) -> None:
    asked = Fixed(0.0, 0.0, 0.0)
    judge(asked, Cache(tmp_path)).judge([("ab", "c"), ("a", "bc")])
    assert len(asked.asked) == 2


def test_off_judges_nothing() -> None:
    off = nli.load("off")
    assert off.identity is None
    assert off.judge([("a", "b")]) == []


def test_labels_are_read_off_the_model(tmp_path: Path) -> None:
    loaded = nli.load(str(folder_of(tmp_path, {"id2label": CLASSES, nli.TEMPERATURE: 1.5})))
    assert isinstance(loaded, CachedJudge)
    assert (loaded.order, loaded.temperature) == ((1, 2, 0), 1.5)


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"id2label": {"0": "LABEL_0"}}, "choose a cross-encoder for natural language inference"),
        ({}, "it tells no classes"),
        ([], "holds no settings"),
        ({"id2label": CLASSES, nli.TEMPERATURE: 0}, "must be a number above 0"),
    ],
)
def test_another_kind_of_model_is_one_clear_line(tmp_path: Path, config: object, message: str) -> None:
    with pytest.raises(ModelError, match=message):
        nli.load(str(folder_of(tmp_path, config)))


def test_a_model_without_settings_is_one_clear_line(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {})
    (folder / "config.json").write_text("{")
    with pytest.raises(ModelError, match=r"config\.json cannot be read"):
        nli.load(str(folder))


def test_wrong_weights_are_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of(tmp_path, {"id2label": CLASSES})
    monkeypatch.setattr(weights, "packaged_nli", lambda: weights.Weights("fake", folder, "0" * 64))
    with pytest.raises(ModelError, match="not the weights of fake; install discrepancy again"):
        nli.load().judge([("a", "b")])


@pytest.mark.models
def test_the_packaged_model_says_what_it_said() -> None:
    rows = [json.loads(line) for line in PREDICTIONS.read_text(encoding="utf-8").splitlines()]
    judged = nli.load(None, "float32").judge([(row["premise"], row["hypothesis"]) for row in rows])
    assert len(rows) >= 200
    for row, judgement in zip(rows, judged, strict=True):
        said = (judgement.entailment, judgement.neutral, judgement.contradiction)
        assert np.allclose(said, row["scores"], atol=0.02), row


@pytest.mark.models
def test_int8_calls_nearly_all_the_same() -> None:
    rows = [json.loads(line) for line in PREDICTIONS.read_text(encoding="utf-8").splitlines()]
    judged = nli.load(None, "int8").judge([(row["premise"], row["hypothesis"]) for row in rows])
    said = np.array([(one.entailment, one.neutral, one.contradiction) for one in judged])
    known = np.array([row["scores"] for row in rows])
    assert (said.argmax(axis=1) == known.argmax(axis=1)).mean() > 0.97
    assert np.abs(said - known).mean() < 0.01


@pytest.mark.models
def test_a_judgement_does_not_hang_on_what_it_is_made_with() -> None:
    rows = [json.loads(line) for line in PREDICTIONS.read_text(encoding="utf-8").splitlines()][:40]
    pairs = [(row["premise"], row["hypothesis"]) for row in rows]
    model = nli.load()
    together = model.judge(pairs)
    assert [model.judge([pair])[0] for pair in pairs[::7]] == together[::7]


@pytest.mark.models
@pytest.mark.parametrize("text", ["", "\x00\x1b[31m", "\ud800 half a pair", "word " * 2000])
def test_odd_texts_are_judged(text: str) -> None:
    (judgement,) = nli.load().judge([(text, "The bridge was closed.")])
    assert abs(judgement.entailment + judgement.neutral + judgement.contradiction - 1) <= 0.02
