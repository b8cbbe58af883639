"""Batches of fixed shapes: how many rows are run together hangs on their padded length alone."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from discrepancy import transformer, weights
from discrepancy.transformer import BATCH_PIECES, LENGTH_STEP, rows_of

WORDS = "the ferry struck a bridge near old harbour and officials said that nobody was hurt in it".split()
TEXTS = [" ".join(WORDS[: 1 + at * 5 % len(WORDS)] * (1 + at % 3)) for at in range(40)]


class Lengths:
    """A model that reads a row off a text's pieces, one for each word, and remembers what shapes it was run in."""

    default_prompt_name = None
    prompts: dict[str, str] = {}  # noqa: RUF012
    tokenizer = SimpleNamespace(pad_token_id=7)

    def __init__(self) -> None:
        import torch

        self.device = torch.device("cpu")
        self.shapes: list[tuple[int, int]] = []
        self.padding: set[int] = set()

    def preprocess(self, texts: Sequence[str], prompt: str | None = None) -> dict[str, Any]:
        import torch

        (text,) = texts
        pieces = torch.tensor([[len(word) for word in text.split()]])
        return {"input_ids": pieces, "attention_mask": torch.ones_like(pieces), "modality": "text"}

    def __call__(self, features: dict[str, Any]) -> dict[str, Any]:
        pieces, mask = features["input_ids"], features["attention_mask"]
        self.shapes.append(tuple(pieces.shape))
        self.padding |= set(pieces[mask == 0].tolist())
        kept = pieces * mask
        return {"sentence_embedding": _columns(kept.sum(1), mask.sum(1))}


def _columns(*columns: Any) -> Any:
    import torch

    return torch.stack(columns, dim=1).float()


def opened() -> tuple[transformer._Transformer, Lengths]:
    model = Lengths()
    return transformer._Transformer(model, False), model


def expected(texts: Sequence[str]) -> list[list[int]]:
    return [[len(text.replace(" ", "")), len(text.split())] for text in texts]


@pytest.mark.parametrize(
    ("length", "rows"),
    [(8, 16), (16, 8), (24, 8), (32, 4), (48, 4), (56, 2), (BATCH_PIECES // 2, 2), (BATCH_PIECES - 8, 1), (512, 1)],
)
def test_a_power_of_two_of_rows_fits(length: int, rows: int) -> None:
    assert rows_of(length) == rows


def test_rows_come_in_the_order_of_the_texts() -> None:
    run, _ = opened()
    assert run(TEXTS).tolist() == expected(TEXTS)


def test_a_length_has_one_shape() -> None:
    run, model = opened()
    run(TEXTS)
    run(TEXTS[3:4])
    assert len(model.shapes) > len(set(model.shapes)) > 3
    assert all(rows == rows_of(length) and not length % LENGTH_STEP for rows, length in model.shapes)


def test_more_texts_than_a_batch_holds_are_run_in_several() -> None:
    run, model = opened()
    texts = ["a b"] * (rows_of(LENGTH_STEP) + 1)
    assert run(texts).tolist() == expected(texts)
    assert len(model.shapes) == 2


def test_what_is_filled_up_is_the_models_own_padding() -> None:
    run, model = opened()
    run(["one two three"])
    assert model.padding == {Lengths.tokenizer.pad_token_id}


def test_a_text_longer_than_a_batch_is_run_alone() -> None:
    run, model = opened()
    run(["word " * (BATCH_PIECES + 1)])
    assert model.shapes == [(1, BATCH_PIECES + LENGTH_STEP)]


@pytest.fixture
def threads(request: pytest.FixtureRequest) -> Iterator[None]:
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(request.param)
    yield
    torch.set_num_threads(before)


@pytest.mark.models
@pytest.mark.usefixtures("threads")
@pytest.mark.parametrize("threads", [1, 2], indirect=True)
@pytest.mark.parametrize("kind", ["encoder", "classifier"])
def test_rows_are_the_same_to_the_bit_whatever_they_are_run_with(kind: str) -> None:
    if kind == "encoder":
        run: Any = transformer.open_encoder(weights.packaged().folder, "float32", "cpu")
        inputs: list[Any] = TEXTS
    else:
        run = transformer.open_classifier(weights.packaged_nli().folder, "float32", "cpu")
        inputs = list(zip(TEXTS, reversed(TEXTS), strict=True))
    full = run(inputs)
    draw = random.Random(1)
    for size in (17, 5, 1, 1):
        places = draw.sample(range(len(inputs)), size)
        assert (run([inputs[place] for place in places]) == full[places]).all()
