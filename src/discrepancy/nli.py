"""What the contradiction model says of pairs of texts: entailed, neutral or contradicted; kept in the cache.

The packaged model is a small three-way cross-encoder of our own (`training/MODEL_CARD.md`). As with vectors, a pair has
the same scores whatever it is judged with, so a cached score is as good as a new one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from discrepancy import runtimes, weights
from discrepancy._encodable import encodable
from discrepancy.cache import Cache, Values, key_of, missing
from discrepancy.errors import ModelError
from discrepancy.model import MODEL_SIGNAL, Judgement, Signal, TextPair
from discrepancy.opening import Opening

"""Premise and hypothesis."""
Rows = NDArray[np.float32]

OFF = "off"
FORMAT = 2
"""Of the cached scores: raise it when the way of judging changes."""
CLASSES = ("entailment", "neutral", "contradiction")
TEMPERATURE = "calibration_temperature"
"""Key in a model's config.json: what its logits are divided by, so that of the pairs that it gives .8, .8 are so (Guo
et al. 2017). A model without it is taken at its word."""


class Judge(Protocol):
    """What the engine needs of a contradiction model."""

    @property
    def identity(self) -> str | None:
        """Name and hash of the model; None when there is none."""

    @property
    def number_format(self) -> str | None:
        """ "int8", "float32" or "bfloat16"."""

    def judge(self, pairs: Sequence[TextPair]) -> list[Judgement]:
        """One judgement for each pair, or none at all when there is no model."""


class Classifier(Protocol):
    """Turns pairs into rows of logits, in the model's own order of classes; what is slow to load."""

    def __call__(self, inputs: Sequence[TextPair], /) -> Rows: ...


@dataclass(frozen=True, slots=True)
class NoJudge:
    """For a run on rules alone."""

    identity: str | None = None
    number_format: str | None = None

    def judge(self, pairs: Sequence[TextPair]) -> list[Judgement]:
        return []


@dataclass(frozen=True, slots=True)
class CachedJudge:
    """A judge that opens its model when the first pair comes that is not in the cache."""

    identity: str | None
    number_format: str | None
    open: Callable[[], Classifier]
    """Always the same one."""
    cache: Values
    space: str
    """What a score depends on: model, number format, versions and device."""
    order: tuple[int, int, int]
    """Where the model has entailment, neutral and contradiction."""
    temperature: float = 1.0

    def judge(self, pairs: Sequence[TextPair]) -> list[Judgement]:
        keys = [key_of(*pair) for pair in pairs]
        known = self.cache.get_many(self.space, keys)
        by_key = dict(zip(keys, pairs, strict=True))
        if fresh := missing(keys, known):
            rows = self.open()([encodable(by_key[key]) for key in fresh])
            made = {key: row.astype("<f4").tobytes() for key, row in zip(fresh, rows, strict=True)}
            self.cache.put_many(self.space, made)
            known |= made
        return [self._judgement(np.frombuffer(known[key], "<f4")) for key in keys]

    def _judgement(self, logits: Rows) -> Judgement:
        scaled = logits.astype(np.float64)[list(self.order)] / self.temperature
        raised = np.exp(scaled - scaled.max())
        return Judgement(*(round(float(share), 2) for share in raised / raised.sum()))


def load(model: str | None = None, number_format: str | None = None, cache: Values | None = None) -> Judge:
    """The packaged model, the cross-encoder `model` (a folder, or a name on the hub), or none for "off".

    Only a name on the hub that is not on this machine yet makes use of the network.

    Raises:
        ModelError: when the model cannot be found, holds pickled weights, or does not tell the three classes. Weights
            that do not fit their hash raise it with the first pair that is not in the cache.
        SettingsError: when `number_format` is none of `weights.NUMBER_FORMATS`.
    """
    if model == OFF:
        return NoJudge()
    runtime = runtimes.choose(number_format, packaged=model is None)
    found = weights.packaged_nli() if model is None else weights.named(model, "cross-encoder")
    config = _config(found.folder)
    return CachedJudge(
        found.identity,
        runtime.number_format,
        Opening(lambda: runtime.classifier(found)),
        cache or Cache.none(),
        f"nli/{FORMAT}/{found.identity}/{runtime.stamp}",
        _order(found.folder, config),
        _temperature(found.folder, config),
    )


def told(forward: Judgement, backward: Judgement) -> Signal:
    """All three scores in both orders, as one reason that a reader of reports sees."""
    scores = (f"{name} {getattr(forward, name):.2f} and {getattr(backward, name):.2f}" for name in reversed(CLASSES))
    return Signal(MODEL_SIGNAL, f"{', '.join(scores)} in the two orders")


def _config(folder: Path) -> dict[str, Any]:
    try:
        config = json.loads((folder / "config.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"model {folder}: its config.json cannot be read: {error}") from error
    if not isinstance(config, dict):
        raise ModelError(f"model {folder}: its config.json holds no settings")
    return config


def _order(folder: Path, config: dict[str, Any]) -> tuple[int, int, int]:
    names = {str(label).lower(): int(place) for place, label in (config.get("id2label") or {}).items()}
    if sorted(names) != sorted(CLASSES):
        raise ModelError(
            f"model {folder}: it tells {', '.join(sorted(names)) or 'no classes'}, "
            f"and not {', '.join(CLASSES)}; choose a cross-encoder for natural language inference"
        )
    entailment, neutral, contradiction = (names[name] for name in CLASSES)
    return entailment, neutral, contradiction


def _temperature(folder: Path, config: dict[str, Any]) -> float:
    value = config.get(TEMPERATURE, 1.0)
    if not isinstance(value, int | float) or not value > 0:
        raise ModelError(f"model {folder}: {TEMPERATURE} in its config.json must be a number above 0")
    return float(value)
