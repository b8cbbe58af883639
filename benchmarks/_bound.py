"""What the two models' arithmetic alone would take: the operations of a comparison, at the machine's matrix rate."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from discrepancy import pipeline, transformer, weights
from discrepancy.settings import Settings

SIDE = 2048
"""Rows and columns of the matrices that the rate is measured on."""
SECONDS = 3.0
"""For which it is measured: the best of so many goes counts."""


@dataclass(slots=True)
class Work:
    """What the models were asked for: how often each shape of (rows, word pieces) after padding, model by model."""

    shapes: dict[str, Counter[tuple[int, int]]] = field(default_factory=dict)
    pieces: Counter[str] = field(default_factory=Counter)
    """Word pieces that are no padding."""

    def multiply_adds(self, model: str) -> int:
        config = json.loads((_folder(model) / "config.json").read_text("utf-8"))
        return sum(times * _multiply_adds(config, *shape) for shape, times in self.shapes[model].items())

    def padded(self, model: str) -> int:
        return sum(times * rows * length for (rows, length), times in self.shapes[model].items())


@dataclass(frozen=True, slots=True)
class Measured:
    """A comparison in this process, with empty caches: its wall seconds, those of each stage, and the models' work."""

    seconds: float
    stages: Mapping[str, float]
    work: Work


def measured(path: Path, cache: Path) -> Measured:
    marks: list[tuple[str, float]] = []
    begun = time.perf_counter()
    with counted() as work:
        pipeline.compare(
            [str(path)], Settings(cache=str(cache)), lambda stage: marks.append((stage, time.perf_counter()))
        )
    ended = time.perf_counter()
    stages: Counter[str] = Counter()
    for (stage, start), end in zip(marks, [*(at for _, at in marks[1:]), ended], strict=True):
        stages[stage] += end - start
    return Measured(ended - begun, stages, work)


@contextmanager
def counted() -> Iterator[Work]:
    """Counts every batch that either model is given."""
    work = Work()
    run = transformer._Transformer._run

    def counting(self: Any, features: Mapping[str, Any]) -> Any:
        rows, length = features["input_ids"].shape
        model = type(self.model).__name__
        work.shapes.setdefault(model, Counter())[rows, length] += 1
        work.pieces[model] += int(features["attention_mask"].sum())
        return run(self, features)

    with patch.object(transformer._Transformer, "_run", counting):
        yield work


def rate(number_format: str) -> float:
    """Multiply-adds a second of a large matrix product with as many threads as the models have: the best of several."""
    import torch

    kind = getattr(torch, number_format)
    a, b = (torch.randn(SIDE, SIDE).to(kind) for _ in range(2))
    best, until = float("inf"), time.perf_counter() + SECONDS
    while time.perf_counter() < until:
        begun = time.perf_counter()
        torch.mm(a, b)
        best = min(best, time.perf_counter() - begun)
    return SIDE**3 / best


def _multiply_adds(config: Mapping[str, Any], rows: int, length: int) -> int:
    """Of a batch: in each layer four projections, attention, and the two products behind it; the pooler once a row."""
    hidden, inner = int(config["hidden_size"]), int(config["intermediate_size"])
    token = 4 * hidden * hidden + 2 * hidden * inner + 2 * length * hidden
    return rows * (length * int(config["num_hidden_layers"]) * token + hidden * hidden)


def _folder(model: str) -> Path:
    return (weights.packaged_nli() if model == "CrossEncoder" else weights.packaged()).folder
