"""Measures a contradiction model on the test sets and on held-out news pairs.

    python training/evaluate_nli.py MODEL --tests ../shared/data/nli/test [--news held_out.jsonl.gz] [--at-most N]
        [--int8]

Prints one line a set: the share of pairs whose label the model gives. Of a set that knows two labels the scores of the
classes that it does not tell apart are added (`ne`: neutral or contradiction, `nc`: neutral or entailment), and of a
set without neutral pairs (`fool_me_twice`) the neutral score is left out. `--int8` runs the model as the product does.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from transformers import AutoModelForSequenceClassification, AutoTokenizer

from discrepancy import quantized

LETTERS = ("e", "n", "c")
MERGED = {"ne": ("n", "c"), "nc": ("n", "e")}
"""Labels of two-way sets, and what they hold."""
BATCH = 64


def probabilities(model: Path, pairs: Sequence[tuple[str, str]], *, int8: bool) -> np.ndarray:
    """Shape (pairs, 3): entailment, neutral, contradiction."""
    return softmax(quantized.open_classifier(model)(pairs).astype(np.float64) if int8 else logits(model, pairs))


def logits(model: Path, pairs: Sequence[tuple[str, str]]) -> np.ndarray:
    """Shape (pairs, 3), before the softmax."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    network = AutoModelForSequenceClassification.from_pretrained(model, dtype=torch.float32).to(device).eval()
    tokenizer = AutoTokenizer.from_pretrained(model)
    order = sorted(range(len(pairs)), key=lambda place: len(pairs[place][0]) + len(pairs[place][1]))
    rows = np.zeros((len(pairs), len(LETTERS)), np.float64)
    with torch.inference_mode():
        for at in range(0, len(order), BATCH):
            some = order[at : at + BATCH]
            texts = tokenizer(
                [pairs[place][0] for place in some],
                [pairs[place][1] for place in some],
                truncation=True,
                max_length=256,
                padding=True,
                return_tensors="pt",
            ).to(device)
            rows[some] = network(**texts).logits.double().cpu().numpy()
    return rows


def softmax(rows: np.ndarray) -> np.ndarray:
    raised = np.exp(rows - rows.max(axis=1, keepdims=True))
    shares: np.ndarray = raised / raised.sum(axis=1, keepdims=True)
    return shares


def right(scores: np.ndarray, labels: Sequence[str], known: Sequence[str]) -> np.ndarray:
    """Whether each row's label has the highest score among the labels that its set knows."""
    classes = {}
    for label in sorted(known):
        classes[label] = scores[:, [LETTERS.index(letter) for letter in MERGED.get(label, (label,))]].sum(axis=1)
    names = sorted(classes)
    best = np.argmax(np.stack([classes[name] for name in names], axis=1), axis=1)
    return np.array([names[place] == label for place, label in zip(best, labels, strict=True)])


def read(path: Path, at_most: int | None) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return rows if at_most is None else rows[:: max(1, len(rows) // at_most)][:at_most]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("--tests", type=Path, help="folder of the public test sets")
    parser.add_argument("--set", action="append", default=[], help="only these sets, by name")
    parser.add_argument("--news", type=Path, help="held-out pairs of make_news_pairs.py, by source")
    parser.add_argument("--at-most", type=int, help="pairs of each set, evenly drawn (default: all)")
    parser.add_argument("--int8", action="store_true", help="on ONNX Runtime, as the product does")
    given = parser.parse_args()

    def scored(rows: Sequence[dict[str, str]]) -> np.ndarray:
        return probabilities(given.model, [(row["premise"], row["hypothesis"]) for row in rows], int8=given.int8)

    print("| set | pairs | right | called contradiction |\n|---|---|---|---|")
    for path in sorted(given.tests.glob("*.jsonl.gz")) if given.tests else ():
        name = path.name.split(".")[0]
        if given.set and name not in given.set:
            continue
        rows = read(path, given.at_most)
        scores = scored(rows)
        report(name, rows, scores, sorted({row["label"] for row in rows}))
    if given.news:
        rows = read(given.news, None)
        scores = scored(rows)
        for source in sorted({row["source"] for row in rows}):
            chosen = [place for place, row in enumerate(rows) if row["source"] == source]
            report(source, [rows[place] for place in chosen], scores[chosen], LETTERS)
    return 0


def report(name: str, rows: Sequence[dict[str, str]], scores: np.ndarray, known: Sequence[str]) -> None:
    share = right(scores, [row["label"] for row in rows], known).mean()
    called = (scores.argmax(axis=1) == LETTERS.index("c")).mean()
    print(f"| {name} | {len(rows)} | {share:.3f} | {called:.3f} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
