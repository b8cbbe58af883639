"""The packaged models in int8: near what torch makes of the same weights, and the same whatever a text is run with."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import numpy as np
import pytest

from discrepancy import embed, quantized, transformer, weights
from discrepancy.errors import ModelError

WORDS = "the ferry struck a bridge near old harbour and officials said that nobody was hurt in it".split()
TEXTS = [" ".join(WORDS[: 1 + at * 5 % len(WORDS)] * (1 + at % 3)) for at in range(40)]
PREDICTIONS = Path(__file__).parent / "data" / "nli_predictions.jsonl"
PAIRS = list(zip(TEXTS, reversed(TEXTS), strict=True))


def test_a_matrix_is_turned_and_each_column_has_its_own_scale() -> None:
    layer = np.array([[1.0, -2.0, 0.5], [0.0, 0.01, -0.005]], np.float32)
    whole, scale = quantized.quantised(layer)
    assert whole.shape == (3, 2)
    assert whole.tolist() == [[32, 0], [-64, 64], [16, -32]]
    assert np.allclose(whole * scale, layer.T)


def test_a_column_of_zeros_stays() -> None:
    whole, scale = quantized.quantised(np.zeros((2, 3), np.float32))
    assert not whole.any()
    assert (scale > 0).all()


def test_two_products_of_an_input_and_a_weight_fit_into_sixteen_bits() -> None:
    assert np.iinfo(np.int16).max >= 2 * 255 * quantized.GREATEST


def test_weights_of_another_model_are_one_clear_line(tmp_path: Path) -> None:
    for name in ("tokenizer.json", quantized.WEIGHTS):
        shutil.copy(weights.packaged().folder / name, tmp_path / name)
    with pytest.raises(ModelError, match=r"cannot be opened: .*; install discrepancy again") as raised:
        quantized.open_classifier(tmp_path)
    assert "\n" not in str(raised.value)


def test_a_folder_without_a_model_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be opened"):
        quantized.open_encoder(tmp_path)


@pytest.mark.parametrize(("said", "threads"), [("3", 3), ("", None), ("0", None), ("many", None)])
def test_it_takes_as_many_processors_as_it_may(monkeypatch: pytest.MonkeyPatch, said: str, threads: int | None) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", said)
    monkeypatch.setattr("os.cpu_count", lambda: 7)
    assert quantized._processors() == (threads or 7)


@pytest.mark.models
def test_vectors_are_near_those_of_torch() -> None:
    folder = weights.packaged().folder
    whole, exact = (
        embed.unit(run(TEXTS))
        for run in (quantized.open_encoder(folder), transformer.open_encoder(folder, "float32", "cpu"))
    )
    assert (whole * exact).sum(axis=1).min() > 0.97
    assert np.abs(whole @ whole.T - exact @ exact.T).mean() < 0.02


@pytest.mark.models
def test_logits_are_near_those_of_torch() -> None:
    folder = weights.packaged_nli().folder
    rows = [json.loads(line) for line in PREDICTIONS.read_text(encoding="utf-8").splitlines()]
    pairs = [(row["premise"], row["hypothesis"]) for row in rows]  # sentences: of scrambled words two classes tie
    whole = quantized.open_classifier(folder)(pairs)
    exact = transformer.open_classifier(folder, "float32", "cpu")(pairs)
    assert (whole.argmax(axis=1) == exact.argmax(axis=1)).mean() > 0.97
    assert np.abs(whole - exact).mean() < 0.1


@pytest.mark.models
def test_both_runtimes_read_the_same_word_pieces() -> None:
    from sentence_transformers import CrossEncoder, SentenceTransformer

    texts = [*TEXTS, "Müller’s 1,200 — “naïve” \u200f مرحبا \U0001f6a2", "", "word " * 700]
    with transformer.quiet():
        theirs = SentenceTransformer(str(weights.packaged().folder), device="cpu")
        judge = CrossEncoder(str(weights.packaged_nli().folder), device="cpu")
        of_one = [theirs.preprocess([text])["input_ids"][0].tolist() for text in texts]
        pairs = list(zip(texts, reversed(texts), strict=True))
        of_two = [judge.preprocess([pair]) for pair in pairs]
    ours = quantized.open_encoder(weights.packaged().folder).tokenizer  # type: ignore[attr-defined]
    assert [read.ids for read in ours.encode_batch(texts)] == of_one
    of_ours = quantized.open_classifier(weights.packaged_nli().folder).tokenizer.encode_batch(pairs)  # type: ignore[attr-defined]
    assert [read.ids for read in of_ours] == [read["input_ids"][0].tolist() for read in of_two]
    assert [read.type_ids for read in of_ours] == [read["token_type_ids"][0].tolist() for read in of_two]


@pytest.mark.models
@pytest.mark.parametrize("threads", ["1", "3"])
@pytest.mark.parametrize("kind", ["encoder", "classifier"])
def test_rows_are_the_same_to_the_bit_whatever_they_are_run_with(
    monkeypatch: pytest.MonkeyPatch, kind: str, threads: str
) -> None:
    folder = weights.packaged().folder if kind == "encoder" else weights.packaged_nli().folder
    inputs: list[object] = [*(TEXTS if kind == "encoder" else PAIRS)]
    full = getattr(quantized, f"open_{kind}")(folder)(inputs)
    monkeypatch.setenv("OMP_NUM_THREADS", threads)
    run = getattr(quantized, f"open_{kind}")(folder)
    draw = random.Random(1)
    for size in (17, 5, 1, 1):
        places = draw.sample(range(len(inputs)), size)
        assert (run([inputs[place] for place in places]) == full[places]).all()
