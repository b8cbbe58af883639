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

from discrepancy import pipeline, quantized, weights
from discrepancy.nli import CLASSES
from discrepancy.settings import Settings

SIDE = 2048
"""Rows and columns of the matrices that the rate is measured on."""
SECONDS = 3.0
"""For which it is measured: the best of so many goes counts."""


@dataclass(slots=True)
class Work:
    """What the models were asked for: the word pieces of each text, model by model."""

    lengths: dict[str, list[int]] = field(default_factory=dict)

    def multiply_adds(self, model: str) -> int:
        config = json.loads((_folder(model) / "config.json").read_text("utf-8"))
        return sum(_multiply_adds(config, length) for length in self.lengths.get(model, ()))


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
    """Counts every text that either model is given."""
    work = Work()
    run = quantized._Session._row

    def counting(self: Any, read: Any) -> Any:
        row = run(self, read)
        work.lengths.setdefault("classifier" if len(row) == len(CLASSES) else "encoder", []).append(len(read.ids))
        return row

    with patch.object(quantized._Session, "_row", counting):
        yield work


def rate() -> float:
    """Multiply-adds a second of a large matrix product in float32, with as many threads as torch takes: the best of
    several. Int8 has a higher one, by what the processor has for it."""
    import torch

    a, b = (torch.randn(SIDE, SIDE) for _ in range(2))
    best, until = float("inf"), time.perf_counter() + SECONDS
    while time.perf_counter() < until:
        begun = time.perf_counter()
        torch.mm(a, b)
        best = min(best, time.perf_counter() - begun)
    return SIDE**3 / best


def _multiply_adds(config: Mapping[str, Any], length: int) -> int:
    """Of a text: in each layer four projections, attention, and the two products behind it; the pooler once."""
    hidden, inner = int(config["hidden_size"]), int(config["intermediate_size"])
    token = 4 * hidden * hidden + 2 * hidden * inner + 2 * length * hidden
    return length * int(config["num_hidden_layers"]) * token + hidden * hidden


def _folder(model: str) -> Path:
    return (weights.packaged_nli() if model == "classifier" else weights.packaged()).folder
