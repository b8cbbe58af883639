"""Speed of the two small transformers by number format, runtime and shape of batches, and how near the machine's bound.

    python benchmarks/runtimes.py [--shared ../shared] [--rounds 3] [--texts 100] [--threads 1 2] [--only PART ...]

The texts are the sentences of the seeds and, with `--shared`, those of incidents of `data/news`; the pairs are each
sentence with the most alike one of another article. Every round runs each way once; the figures are medians. With one
thread the clock is the processor's, so that what else runs on the machine counts less; with more it is the wall's.

The bound is the machine's measured rate of multiplying large float32 matrices. Counted are the multiplications and
additions of the models' matrices and of attention, from the configuration and the shapes: `useful` without padding and
without what fills up a batch, `run` as they were run (as a factor of the useful ones). `share` is that of the useful
operations in the bound: int8 and bfloat16 have another bound, and may pass 100 %.

`same` says whether a text has the same row, to the bit, in full, in shuffled draws and alone, else by how much it
moves. `greatest` and `mean` are differences to sentence-transformers in float32: of the cosines of all pairs of
sentences, and of the three scores of each pair. Processors without bfloat16 are asked for a few texts only in it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch

import plain
from _ways import Rows, Way, ways
from discrepancy import nli, weights
from discrepancy.embed import unit

SEED = 8
NEWS = "data/news/gva_clusters.jsonl.gz"
MATRIX = 2048
FEW = 4
"""Texts for a way that is worked out in software."""
DRAWS = (40, 7, 1, 1)

Clock = Callable[[], float]
Shapes = list[tuple[int, int]]
"""Rows and padded length of each batch."""


@dataclass(slots=True)
class Measured:
    """What is known of a way after some rounds."""

    way: Way
    inputs: Sequence[Any]
    rows: Rows
    shapes: Shapes
    moved: float
    seconds: list[float] = field(default_factory=list)


def operations(config: Any, shapes: Shapes, labels: int) -> int:
    """Of a BERT: four projections, two layers of the feed-forward part, attention, pooler and classes."""
    hidden, inner = config.hidden_size, config.intermediate_size
    piece = 8 * hidden * hidden + 4 * hidden * inner
    row = 2 * hidden * (hidden + labels)
    return sum(
        rows * (config.num_hidden_layers * (length * piece + 4 * length * length * hidden) + row)
        for rows, length in shapes
    )


def matrix_rate(clock: Clock) -> float:
    """Operations a second of multiplying two large float32 matrices: the best of several."""
    a, b = torch.randn(MATRIX, MATRIX), torch.randn(MATRIX, MATRIX)

    def once() -> float:
        begun = clock()
        torch.mm(a, b)
        return clock() - begun

    return 2 * MATRIX**3 / min(once() for _ in range(8))


@contextmanager
def watched(model: torch.nn.Module | None) -> Iterator[Shapes]:
    """The shapes of the batches that `model` is called with; none of no model."""
    shapes: Shapes = []
    if model is None:
        yield shapes
        return
    hook = model.register_forward_pre_hook(lambda _, args: shapes.append(tuple(args[0]["input_ids"].shape)))
    try:
        yield shapes
    finally:
        hook.remove()


def begun(way: Way, inputs: Sequence[Any]) -> Measured:
    """The first, unmeasured run: rows, shapes, and how far rows move with what they are run with."""
    draw = random.Random(SEED)
    inputs = draw.sample(inputs, min(FEW, len(inputs))) if way.slow else inputs
    with watched(way.model) as shapes:
        rows = way.run(inputs)
    moved = 0.0
    for size in DRAWS:
        places = draw.sample(range(len(inputs)), min(size, len(inputs)))
        again = way.run([inputs[place] for place in places])
        moved = max(moved, float(np.abs(again - rows[places]).max()))
    return Measured(way, inputs, rows, shapes, moved)


def rounds(found: Sequence[Measured], count: int, clock: Clock) -> Iterator[float]:
    """Run each way once a round; yields the machine's rate as it was in that round."""
    for _ in range(count):
        yield matrix_rate(clock)
        for one in found:
            if one.way.slow and one.seconds:
                continue
            started = clock()
            one.way.run(one.inputs)
            one.seconds.append(clock() - started)


def sentences(shared: Path | None, limit: int) -> list[tuple[str, list[tuple[str, str]]]]:
    """Of each collection its name and its sentences, each with what it is from."""
    seeds = [(row.path.name, row.text) for row in plain.sentences(Path("seeds"))]
    found = [("seeds", seeds)]
    if shared:
        with gzip.open(shared / NEWS, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line, _ in zip(lines, range(limit), strict=False)]
        texts = [(f"{at}-{n}", one["text"]) for at, row in enumerate(rows) for n, one in enumerate(row["articles"])]
        news = [(name, text[slice(*span)]) for name, text in texts for span in plain.spans(text)]
        found.append(("news", news))
    return [(name, rows[:limit]) for name, rows in found]


def scores(logits: Rows, folder: Path) -> Rows:
    """As the product reads them: by the model's temperature."""
    scaled = logits.astype(np.float64) / nli._temperature(folder, nli._config(folder))
    raised = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return (raised / raised.sum(axis=1, keepdims=True)).astype(np.float32)


def difference(kind: str, one: Measured, first: Measured) -> tuple[float, float]:
    """Greatest and mean, of cosines or of scores, to the rows of `first`."""
    places = [first.inputs.index(text) for text in one.inputs]
    pair = (one.rows, first.rows[places])
    if kind == "encoder":
        above = np.triu_indices(len(places), 1)
        made, known = ((rows @ rows.T)[above] for rows in map(unit, pair))
    else:
        made, known = (scores(rows, weights.packaged_nli().folder) for rows in pair)
    apart = np.abs(made - known)
    return float(apart.max()), float(apart.mean())


def table(kind: str, found: Sequence[Measured], useful: dict[Any, int], config: Any, rate: float) -> None:
    """Print a line for each way, and the bound."""
    labels = 0 if kind == "encoder" else len(nli.CLASSES)
    mean = statistics.fmean(useful.values())
    print(f"  bound: {mean / 1e9:.3f} GFLOP a text, {rate / 1e9:.0f} GFLOP/s: {rate / mean:.0f} a second")
    print(f"  {'':34}{'a second':>10}{'share':>8}{'run':>8}{'same':>10}{'greatest':>10}{'mean':>10}")
    for one in found:
        seconds = statistics.median(one.seconds)
        needed = sum(useful[text] for text in one.inputs)
        greatest, usual = difference(kind, one, found[0])
        ran = operations(config, one.shapes, labels) / needed if one.way.model else 1.0
        print(
            f"  {one.way.name:34}{len(one.inputs) / seconds:10.1f}{needed / seconds / rate:8.0%}{ran:8.2f}"
            f"{f'{one.moved:.0e}' if one.moved else 'yes':>10}{greatest:10.1e}{usual:10.1e}",
            flush=True,
        )


def measure(kind: str, inputs: Sequence[Any], threads: int, args: argparse.Namespace) -> list[Measured]:
    """All ways of `kind` on `inputs`; prints their table."""
    torch.set_num_threads(threads)
    os.environ["OMP_NUM_THREADS"] = str(threads)
    clock = time.process_time if threads == 1 else time.perf_counter
    every = ways(kind)
    chosen = [way for at, way in enumerate(every) if not at or any(part in way.name for part in args.only)]
    found = [begun(way, inputs) for way in chosen]
    rate = statistics.median(rounds(found, args.rounds, clock))
    model: Any = found[0].way.model  # sentence-transformers' own
    config, labels = model[0].model.config, 0 if kind == "encoder" else len(nli.CLASSES)
    lengths = {text: model.preprocess([text])["attention_mask"].shape[1] for text in inputs}
    useful = {text: operations(config, [(1, length)], labels) for text, length in lengths.items()}
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"\n{kind}, {len(inputs)} inputs, threads {threads}; load of the machine {load}")
    table(kind, found, useful, config, rate)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--texts", type=int, default=100, help="of each collection, at most")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--only", nargs="+", default=[""], help="ways whose name holds one of these, beside the first")
    args = parser.parse_args()
    for name, rows in sentences(args.shared, args.texts):
        print(f"\n== {name}")
        texts = list(dict.fromkeys(text for _, text in rows))
        origin = [next(path for path, text in rows if text == one) for one in texts]
        vectors = None
        for threads in args.threads:
            measured = measure("encoder", texts, threads, args)
            if vectors is None:
                vectors = measured[0].rows
            near = vectors @ vectors.T
            near[[[a == b for b in origin] for a in origin]] = -1
            pairs = [(text, texts[int(row.argmax())]) for text, row in zip(texts, near, strict=True)]
            measure("classifier", pairs, threads, args)


if __name__ == "__main__":
    main()
