"""Ways of running the two small transformers: sentence-transformers' own, and ours in number formats and shapes.

A way turns texts, or pairs of texts, into rows. Its `model`, where it has one, is a torch module that is called with
each batch, so that a hook can read off the shapes that were run.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from discrepancy import quantized, transformer, weights

Rows = NDArray[np.float32]
Shape = tuple[Callable[[int], int], int]
"""How many rows of a padded length are run at once, and the step of lengths."""

ROWS = (8, 16, 32, 64)
PIECES = ((128, 8), (192, 4), (192, 16), (256, 8), (512, 8))


@dataclass(frozen=True, slots=True)
class Way:
    """One way of running a model."""

    name: str
    run: Callable[[Sequence[Any]], Rows]
    model: torch.nn.Module | None
    """None where texts are run one by one, without padding, by another runtime."""
    slow: bool = False
    """Worked out in software on this processor: measured on a few texts."""


@contextmanager
def shaped(shape: Shape) -> Iterator[None]:
    """The product's batches in another shape."""
    before = transformer.rows_of, transformer.LENGTH_STEP
    transformer.rows_of, transformer.LENGTH_STEP = shape
    try:
        yield
    finally:
        transformer.rows_of, transformer.LENGTH_STEP = before


def ways(kind: str) -> list[Way]:
    """All ways of running `kind`, "encoder" or "classifier"."""
    encoder = kind == "encoder"
    folder = (weights.packaged() if encoder else weights.packaged_nli()).folder
    opened = (transformer.open_encoder if encoder else transformer.open_classifier)(folder, "float32", "cpu")
    model = opened.model  # type: ignore[attr-defined]
    software = not weights.BFLOAT16_FLAGS & weights.processor_flags()
    found = [
        Way("sentence-transformers float32", _own(model, encoder), model),
        Way("product int8", (quantized.open_encoder if encoder else quantized.open_classifier)(folder), None),
        _way("product float32", model),
        _way("product bfloat16", model, bfloat16=True, slow=software),
        _way("one by one, unpadded", model, (lambda length: 1, 1)),
    ]
    found += [_way(f"{size} rows, step {step}", model, _rows(size, step)) for step in (8, 16) for size in ROWS]
    found += [_way(f"{size} pieces, step {step}", model, _pieces(size, step)) for size, step in PIECES]
    found.append(_way("torch int8", _torch_int8(model)))
    return found


def _own(model: Any, encoder: bool) -> Callable[[Sequence[Any]], Rows]:
    def run(inputs: Sequence[Any]) -> Rows:
        if encoder:
            rows: Rows = model.encode(list(inputs), show_progress_bar=False)
        else:
            rows = model.predict(list(inputs), activation_fn=torch.nn.Identity(), show_progress_bar=False)
        return rows

    return run


def _way(
    name: str, model: torch.nn.Module, shape: Shape | None = None, *, bfloat16: bool = False, slow: bool = False
) -> Way:
    own = transformer._Transformer(model, bfloat16)

    def run(inputs: Sequence[Any]) -> Rows:
        with shaped(shape) if shape else nullcontext():
            return own(inputs)

    return Way(name, run, model, slow)


def _rows(size: int, step: int) -> Shape:
    return (lambda length: size), step


def _pieces(size: int, step: int) -> Shape:
    return (lambda length: 1 << max(1, size // length).bit_length() - 1), step


def _torch_int8(model: torch.nn.Module) -> torch.nn.Module:
    with transformer.quiet():
        quantized: torch.nn.Module = torch.ao.quantization.quantize_dynamic(
            copy.deepcopy(model), {torch.nn.Linear}, dtype=torch.qint8
        )
    return quantized
