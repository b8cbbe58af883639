"""Writes the graphs on which ONNX Runtime runs the two packaged models in int8.

    python training/export_graphs.py

A graph holds operations and names alone, no weights: `discrepancy.quantized` reads those from the models' safetensors
and puts them in their places, so one file of weights serves every number format. What a matrix is multiplied with is
quantised on the way (`quantize_dynamic` of ONNX Runtime). Texts are run one by one, so there is no attention mask.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import onnx
import sentence_transformers
import torch
from onnx import TensorProto, numpy_helper
from onnxruntime.quantization import quantize_dynamic
from safetensors.numpy import load_file

from discrepancy import quantized, weights

OPSET = 17
Arrays = Mapping[str, np.ndarray]


class Encoder(torch.nn.Module):
    """From word pieces to the mean of their vectors."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.bert = model

    def forward(self, pieces: torch.Tensor, segments: torch.Tensor) -> torch.Tensor:
        out: torch.Tensor = self.bert(input_ids=pieces, token_type_ids=segments)[0]
        return out.mean(1)


class Classifier(torch.nn.Module):
    """From word pieces of two texts to logits."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.bert = model

    def forward(self, pieces: torch.Tensor, segments: torch.Tensor) -> torch.Tensor:
        logits: torch.Tensor = self.bert(input_ids=pieces, token_type_ids=segments).logits
        return logits


def exported(graph: torch.nn.Module, folder: Path) -> onnx.ModelProto:
    """The graph with its weights, quantised."""
    plain, small = folder / "plain.onnx", folder / "int8.onnx"
    pieces = torch.randint(1000, 2000, (1, 16))
    with torch.no_grad():
        torch.onnx.export(
            graph.eval(),
            (pieces, torch.zeros_like(pieces)),
            str(plain),
            input_names=list(quantized.INPUTS),
            output_names=["row"],
            dynamic_axes={name: {1: "length"} for name in quantized.INPUTS},
            opset_version=OPSET,
            dynamo=False,  # the other exporter needs onnxscript besides, and gives the same operations
        )
    quantize_dynamic(plain, small, op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True)
    return onnx.load(small)


def emptied(model: onnx.ModelProto, tensors: Arrays) -> onnx.ModelProto:
    """The graph with the names of `tensors` where their values were.

    Raises:
        LookupError: when a weight is in no tensor.
    """
    kept = {made.name: made for made in model.graph.initializer}
    values = {name: numpy_helper.to_array(made) for name, made in kept.items()}
    names: dict[str, str] = {}
    for whole in (name for name in kept if name.endswith("_quantized")):
        scale = whole.removesuffix("_quantized") + "_scale"
        source = _quantised_from(values[whole], values[scale], tensors)
        names |= {whole: source + quantized.INT8, scale: source + quantized.SCALE}
    for name, value in values.items():
        if name not in names and value.dtype == np.float32 and value.size > 1:
            names[name] = next(key for key, tensor in tensors.items() if np.array_equal(tensor, value))
    for name, made in kept.items():
        if name in names:
            _point_at_nothing(made, names[name])
    for node in model.graph.node:
        for place, name in enumerate(node.input):
            node.input[place] = names.get(name, name)
    return model


def _quantised_from(values: np.ndarray, scale: np.ndarray, tensors: Arrays) -> str:
    def far(tensor: np.ndarray) -> float:
        return float(np.abs(tensor.T - values * scale).max() / scale.max())

    alike = {key: far(tensor) for key, tensor in tensors.items() if tensor.T.shape == values.shape}
    nearest = min(alike, key=alike.__getitem__)
    if alike[nearest] > 1:
        raise LookupError(f"a matrix of {values.shape} is in no tensor")
    return nearest


def _point_at_nothing(made: TensorProto, name: str) -> None:
    made.ClearField("raw_data")
    made.ClearField("float_data")
    made.ClearField("int32_data")
    made.name = name
    made.data_location = TensorProto.EXTERNAL
    made.external_data.add(key="location", value="given.when.opened")


def graphs() -> Iterator[tuple[str, torch.nn.Module, Path]]:
    encoder, classifier = weights.packaged().folder, weights.packaged_nli().folder
    kwargs = {"dtype": torch.float32}
    yield (
        "encoder",
        Encoder(sentence_transformers.SentenceTransformer(str(encoder), model_kwargs=kwargs)[0].model),
        encoder,
    )
    made = sentence_transformers.CrossEncoder(str(classifier), model_kwargs=kwargs)
    yield "classifier", Classifier(made[0].model), classifier


def main() -> int:
    logging.getLogger().setLevel(logging.ERROR)
    quantized.GRAPHS.mkdir(parents=True, exist_ok=True)
    for name, graph, folder in graphs():
        tensors = {key: tensor.astype(np.float32) for key, tensor in load_file(folder / quantized.WEIGHTS).items()}
        with tempfile.TemporaryDirectory() as scratch:
            made = emptied(exported(graph, Path(scratch)), tensors)
        path = quantized.GRAPHS / f"{name}.onnx"
        path.write_bytes(made.SerializeToString(deterministic=True))
        print(path, path.stat().st_size, "bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
