"""Running the two packaged models in int8, on ONNX Runtime: twice as fast as torch and open in a fraction of its time.

The graphs (`training/export_graphs.py` makes them) hold operations alone. The weights come from the same safetensors
that torch runs, and are quantised here: each column of a matrix by its own scale, what it is multiplied with by the
range of its values (docs/decisions/0011). That range is one for a whole batch and would tie its rows together, so texts
are run one by one, in as many threads as there are processors, and a row hangs on its text alone.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from discrepancy.errors import ModelError

if TYPE_CHECKING:
    from discrepancy.embed import Encoder
    from discrepancy.nli import Classifier

GRAPHS = Path(__file__).parent / "data" / "graphs"
WEIGHTS = "model.safetensors"
INPUTS = ("pieces", "segments")
INT8, SCALE = "/int8", "/scale"
"""What follows the name of a matrix in a graph, where its whole numbers and its scales stand."""
GREATEST = 64
"""Of a quantised weight: seven bits. With eight, the sum of two products of an input and a weight passes the 16 bits
that processors without dot products of bytes have for it, and is cut off there and on no other
(https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html, on U8S8)."""
UNUSED = frozenset({"embeddings.position_ids", "pooler.dense.weight", "pooler.dense.bias"})
"""In the embedding model's file and not in its graph: an embedding is a mean, and takes no pooler."""
LONGEST = {"encoder": 256, "classifier": 512}
"""Word pieces, as the models' own settings say; what is longer is cut."""

Rows = NDArray[np.float32]


def open_encoder(folder: Path) -> Encoder:
    """Opens the embedding model in `folder`; its rows are not of length one.

    Raises:
        ModelError: when it cannot be opened.
    """
    return _opened("encoder", folder)


def open_classifier(folder: Path) -> Classifier:
    """Opens the cross-encoder in `folder`; its rows are logits.

    Raises:
        ModelError: when it cannot be opened.
    """
    return _opened("classifier", folder)


def quantised(matrix: NDArray[Any]) -> tuple[NDArray[np.int8], Rows]:
    """Whole numbers from -`GREATEST` to `GREATEST` and, for each column, what one of them stands for.

    A layer's weights, shape (outputs, inputs), come out as (inputs, outputs).
    """
    columns = np.ascontiguousarray(matrix.T, np.float32)
    scale = np.maximum(np.abs(columns).max(axis=0) / np.float32(GREATEST), np.finfo(np.float32).tiny)
    return np.rint(columns / scale).astype(np.int8), scale


@dataclass(frozen=True, slots=True)
class _Session:
    """One text or pair after another, each in one thread."""

    session: Any
    tokenizer: Any
    threads: ThreadPoolExecutor

    def __call__(self, inputs: Sequence[str] | Sequence[tuple[str, str]], /) -> Rows:
        return np.stack(list(self.threads.map(self._of, inputs)))

    def _of(self, text: str | tuple[str, str]) -> Rows:
        # A batch would be read in threads of the tokenizers' own, beside those that this may take.
        return self._row(self.tokenizer.encode(text) if isinstance(text, str) else self.tokenizer.encode(*text))

    def _row(self, read: Any) -> Rows:
        given = (np.array([read.ids], np.int64), np.array([read.type_ids], np.int64))
        row: Rows = self.session.run(None, dict(zip(INPUTS, given, strict=True)))[0][0]
        return row


def _opened(kind: str, folder: Path) -> _Session:
    import onnxruntime
    import safetensors.numpy
    import tokenizers

    try:
        tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST[kind])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.enable_mem_pattern = False  # texts are of all lengths
        options.log_severity_level = 4
        given = _initializers(safetensors.numpy.load_file(folder / WEIGHTS))
        values = [onnxruntime.OrtValue.ortvalue_from_numpy(value) for value in given.values()]
        options.add_external_initializers(list(given), values)
        session = onnxruntime.InferenceSession(GRAPHS / f"{kind}.onnx", options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the libraries raise what they have, down to bare Exception
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise ModelError(f"model {folder}: it cannot be opened: {reason}; install discrepancy again") from error
    return _Session(session, tokenizer, ThreadPoolExecutor(_processors()))


def _initializers(tensors: dict[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """By the graph's names: matrices that texts are multiplied with quantised, all else in float32."""
    found: dict[str, NDArray[Any]] = {}
    for name, tensor in tensors.items():
        if name in UNUSED:
            continue
        if tensor.ndim == 2 and "embeddings" not in name:
            found[name + INT8], found[name + SCALE] = quantised(tensor)
        else:
            found[name] = tensor.astype(np.float32)
    return found


def _processors() -> int:
    """As many as OMP_NUM_THREADS says, which also bounds what torch takes, else all."""
    said = os.environ.get("OMP_NUM_THREADS", "")
    return int(said) if said.isdigit() and int(said) else os.cpu_count() or 1
