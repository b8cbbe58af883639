"""Ways of running the two small transformers: sentence-transformers' own, ours in several shapes, ONNX Runtime.

A way turns texts, or pairs of texts, into rows. Its `model` is a torch module that is called with each batch, so that a
hook can read off the shapes that were run.
"""

from __future__ import annotations

import copy
import importlib.util
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from discrepancy import transformer, weights

Rows = NDArray[np.float32]
Shape = tuple[Callable[[int], int], int]
"""How many rows of a padded length are run at once, and the step of lengths."""

NEEDED = ("onnx", "onnxruntime")
NAMES = ("input_ids", "attention_mask", "token_type_ids")
OPSET = 17
ROWS = (8, 16, 32, 64)
PIECES = ((128, 8), (192, 4), (192, 16), (256, 8), (512, 8))


@dataclass(frozen=True, slots=True)
class Way:
    """One way of running a model."""

    name: str
    run: Callable[[Sequence[Any]], Rows]
    model: torch.nn.Module
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


def ways(kind: str, threads: int, folder: Path) -> list[Way]:
    """All ways of running `kind`, "encoder" or "classifier"; those of ONNX only where it is installed."""
    encoder = kind == "encoder"
    opened = (transformer.open_encoder if encoder else transformer.open_classifier)(
        (weights.packaged() if encoder else weights.packaged_nli()).folder, "float32", "cpu"
    )
    model = opened.model  # type: ignore[attr-defined]
    software = not weights.BFLOAT16_FLAGS & weights.processor_flags()
    found = [
        Way("sentence-transformers float32", _own(model, encoder), model),
        _way("product float32", model),
        _way("product bfloat16", model, bfloat16=True, slow=software),
        _way("one by one, unpadded", model, (lambda length: 1, 1)),
    ]
    found += [_way(f"{size} rows, step {step}", model, _rows(size, step)) for step in (8, 16) for size in ROWS]
    found += [_way(f"{size} pieces, step {step}", model, _pieces(size, step)) for size, step in PIECES]
    found.append(_way("torch int8", _torch_int8(model)))
    if not missing():
        found += _onnx(model, kind, threads, folder)
    return found


def missing() -> list[str]:
    """What is to be installed for the ways of ONNX."""
    return [name for name in NEEDED if importlib.util.find_spec(name) is None]


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


class _Graph(torch.nn.Module):
    """From word pieces to the row, as one graph for the export."""

    def __init__(self, model: Any, encoder: bool) -> None:
        super().__init__()
        self.bert, self.encoder = model[0].model, encoder

    def forward(self, *inputs: torch.Tensor) -> torch.Tensor:
        out = self.bert(**dict(zip(NAMES, inputs, strict=True)))[0]
        if not self.encoder:
            return out
        mask = inputs[1].unsqueeze(-1).to(out.dtype)
        return torch.nn.functional.normalize((out * mask).sum(1) / mask.sum(1), dim=1)


class _Session(torch.nn.Module):
    """An ONNX session in the place of a sentence-transformers model."""

    device = torch.device("cpu")

    def __init__(self, path: Path, like: Any, encoder: bool, threads: int) -> None:
        import onnxruntime

        super().__init__()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self.preprocess, self.tokenizer = like.preprocess, like.tokenizer
        self.prompts, self.default_prompt_name = like.prompts, like.default_prompt_name
        self.made = "sentence_embedding" if encoder else "scores"

    def forward(self, features: dict[str, Any]) -> dict[str, torch.Tensor]:
        (rows,) = self.session.run(None, {name: features[name].numpy() for name in NAMES})
        return {self.made: torch.from_numpy(rows)}


def _onnx(model: Any, kind: str, threads: int, folder: Path) -> list[Way]:
    encoder = kind == "encoder"
    plain, by_tensor, by_channel = (folder / f"{kind}-{name}.onnx" for name in ("float32", "int8", "channel"))
    if not plain.exists():
        _export(_Graph(model, encoder).eval(), plain)
        _quantize(plain, by_tensor, per_channel=False)
        _quantize(plain, by_channel, per_channel=True)
    whole, tensor, channel = (_Session(path, model, encoder, threads) for path in (plain, by_tensor, by_channel))
    return [
        _way("onnx float32", whole),
        _way("onnx int8", tensor),
        _way("onnx int8 by channel", channel),
        _way("onnx int8 by channel, one by one", channel, (lambda length: 1, 1)),
    ]


def _export(graph: torch.nn.Module, path: Path) -> None:
    ids = torch.randint(1000, 2000, (2, 16))
    axes = {name: {0: "rows", 1: "length"} for name in NAMES} | {"made": {0: "rows"}}
    with transformer.quiet(), torch.no_grad():
        torch.onnx.export(
            graph,
            (ids, torch.ones_like(ids), torch.zeros_like(ids)),
            str(path),
            input_names=list(NAMES),
            output_names=["made"],
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,  # the other exporter needs onnxscript besides, ten times as long, and gives the same graph
        )


def _quantize(plain: Path, path: Path, *, per_channel: bool) -> None:
    import logging

    from onnxruntime.quantization import quantize_dynamic

    logging.getLogger().setLevel(logging.ERROR)
    quantize_dynamic(plain, path, per_channel=per_channel)
