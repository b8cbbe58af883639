"""Running a sentence-transformers model: the part of `embed` and `nli` that is slow to import and to load.

The same input gives the same row, to the bit, whatever it is run with. Vectors of one text from batches of other
lengths differ by up to 1.2e-7, which can turn a rounded score. So inputs are padded to a multiple of `LENGTH_STEP` word
pieces, and how many of them are run at once hangs on that length alone: as many as fit into `BATCH_PIECES`. What is
missing from a batch is filled up. `benchmarks/runtimes.py` measures the cost, and that the rows are the same.
"""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from discrepancy.errors import ModelError

if TYPE_CHECKING:
    import torch

    from discrepancy.embed import Encoder, Vectors
    from discrepancy.nli import Classifier

BATCH_PIECES = 192
"""Word pieces of a batch, padding included: with fewer a processor multiplies more slowly, with more there is more to
fill up (docs/decisions/0008)."""
LENGTH_STEP = 8
SILENT = {
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "TRANSFORMERS_OFFLINE": "1",
}
"""Keep the libraries off the network and off stderr; most are read once, when the library is imported."""


def open_encoder(folder: Path, number_format: str, device: str) -> Encoder:
    """Loads the embedding model in `folder`, without a word on stderr and without the network.

    Raises:
        ModelError: when sentence-transformers cannot load it.
    """
    return _Transformer(_loaded("SentenceTransformer", folder, device), number_format == "bfloat16")


def open_classifier(folder: Path, number_format: str, device: str) -> Classifier:
    """Loads the cross-encoder in `folder`, in the same way; its rows are logits.

    Raises:
        ModelError: when sentence-transformers cannot load it.
    """
    return _Transformer(_loaded("CrossEncoder", folder, device), number_format == "bfloat16")


def _loaded(kind: str, folder: Path, device: str) -> Any:
    with quiet():
        import sentence_transformers
        import torch

        # Weights kept in float16 would run as float16, which takes a processor four times as long.
        kwargs = {"use_safetensors": True, "dtype": torch.float32}
        at = device if _present(torch, device) else "cpu"
        try:
            made = getattr(sentence_transformers, kind)
            loaded = made(str(folder), device=at, local_files_only=True, model_kwargs=kwargs)
        except (OSError, ValueError, ImportError, KeyError, RuntimeError) as error:
            reason = (str(error).strip() or type(error).__name__).splitlines()[0]
            raise ModelError(f"model {folder}: not a {kind} that can be loaded: {reason}") from error
        loaded.eval()
    return loaded


@dataclass(frozen=True, slots=True)
class _Transformer:
    """A sentence-transformers model that runs in batches of fixed shapes."""

    model: Any
    bfloat16: bool

    def __call__(self, inputs: Sequence[str] | Sequence[tuple[str, str]], /) -> Vectors:
        with quiet():
            import torch

            with torch.inference_mode(), torch.autocast(self.model.device.type, torch.bfloat16, enabled=self.bfloat16):
                read = [self.model.preprocess([text], prompt=self._prompt()) for text in inputs]
                if all("attention_mask" in features for features in read):
                    return self._in_shapes(read)
                return np.stack([self._run(features)[0] for features in read])

    def _prompt(self) -> str | None:
        prompt: str | None = self.model.prompts.get(self.model.default_prompt_name)
        return prompt

    def _in_shapes(self, read: Sequence[Mapping[str, Any]]) -> Vectors:
        rows: list[Any] = [None] * len(read)

        def length(place: int) -> int:
            pieces: int = read[place]["attention_mask"].shape[1]
            return -(-pieces // LENGTH_STEP) * LENGTH_STEP

        fill = getattr(self.model.tokenizer, "pad_token_id", None) or 0
        for padded, group in groupby(sorted(range(len(read)), key=length), key=length):
            places = list(group)
            size = rows_of(padded)
            for start in range(0, len(places), size):
                some = places[start : start + size]
                encoded = self._run(_stacked([read[place] for place in some], size, padded, fill))
                for place, row in zip(some, encoded, strict=False):
                    rows[place] = row
        return np.stack(rows)

    def _run(self, features: Mapping[str, Any]) -> Vectors:
        moved = {
            name: value.to(self.model.device) if hasattr(value, "to") else value for name, value in features.items()
        }
        made = self.model(moved)
        row = made["scores"] if "scores" in made else made["sentence_embedding"]
        rows: NDArray[np.float32] = row.float().cpu().numpy()
        return rows


def rows_of(length: int) -> int:
    """How many inputs padded to `length` word pieces are run at once: a power of two.

    Matrices of 5 to 7 and of 9 to 11 rows are split between two threads so that equal rows come out unequal.
    """
    return 1 << max(1, BATCH_PIECES // length).bit_length() - 1


def _stacked(rows: Sequence[Mapping[str, Any]], size: int, length: int, fill: int) -> dict[str, Any]:
    """One batch of `size` rows of one length. What stands where the attention mask is zero bears on nothing."""
    filled = [*rows, *[rows[0]] * (size - len(rows))]
    return {name: _column([row[name] for row in filled], length, fill * (name == "input_ids")) for name in rows[0]}


def _column(values: Sequence[Any], length: int, fill: int) -> torch.Tensor | Any:
    import torch

    if not hasattr(values[0], "shape") or values[0].ndim != 2:
        return values[0]
    return torch.cat([torch.nn.functional.pad(value, (0, length - value.shape[1]), value=fill) for value in values])


def _present(torch: Any, device: str) -> bool:
    available = {"cuda": torch.cuda.is_available, "mps": torch.backends.mps.is_available}
    return bool(available[device]()) if device in available else True


@contextmanager
def quiet() -> Iterator[None]:
    """Keeps the libraries off the network and off stderr: what they say there is not for a reader of reports."""
    before = {name: os.environ.get(name) for name in SILENT}
    os.environ.update({name: value for name, value in SILENT.items() if before[name] is None})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in ("transformers", "sentence_transformers", "huggingface_hub", "torch"):
            logging.getLogger(name).setLevel(logging.ERROR)
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
