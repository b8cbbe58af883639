"""Calibrates a trained contradiction model on held-out news pairs and puts it into the package.

    python training/package_nli.py MODEL --news held_out.jsonl.gz

The temperature (Guo et al. 2017, https://arxiv.org/abs/1706.04599) is the one with the least loss on the pairs; it goes
into config.json, where `discrepancy.nli` reads it. Prints the reliability table of the model card: of the pairs to
which the model gives a contradiction score between two bounds, how many are contradictions.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np

from discrepancy import weights
from discrepancy.nli import TEMPERATURE
from evaluate_nli import LETTERS, logits, read, softmax

FILES = ("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json")
NOTICE = """\
The weights in this folder began as all-MiniLM-L6-v2 (https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2,
Apache License 2.0) and were trained on, among others, MultiNLI and SNLI (https://nlp.stanford.edu/projects/snli,
CC BY-SA 4.0), WANLI (CC BY 4.0), Textual Entailment: New Protocols (CC BY-SA 3.0), FEVER (terms of Wikipedia),
ConjNLI (MIT), counterfactually augmented SNLI (Apache License 2.0), CANNOT (CC BY-SA 4.0), LingNLI
(https://github.com/Alicia-Parrish/ling_in_loop, no terms stated) and semi-automatic NLI
(https://github.com/nyu-mll/semi-automatic-nli, from Wikipedia), and on pairs made from collections of news. None of
their text is in this package. training/MODEL_CARD.md in the project's source has them all.

The weights are given under the Creative Commons Attribution-ShareAlike 4.0 International License
(https://creativecommons.org/licenses/by-sa/4.0/). The program around them is under the Apache License 2.0.
"""
TRIED = np.arange(0.5, 3.01, 0.05)
BINS = np.arange(0.0, 1.01, 0.1)


def temperature(rows: np.ndarray, labels: np.ndarray) -> float:
    """What the logits are divided by for the least cross-entropy."""
    losses = [-np.log(softmax(rows / t)[np.arange(len(labels)), labels] + 1e-12).mean() for t in TRIED]
    return round(float(TRIED[int(np.argmin(losses))]), 2)


def reliability(scores: np.ndarray, truth: np.ndarray) -> None:
    print("| contradiction score | pairs | mean score | are contradictions |\n|---|---|---|---|")
    for low, high in pairwise(BINS):
        inside = (scores >= low) & ((scores < high) | (high >= 1.0))
        if inside.any():
            means = f"{scores[inside].mean():.2f} | {truth[inside].mean():.2f}"
            print(f"| {low:.1f} to {high:.1f} | {inside.sum()} | {means} |")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("--news", type=Path, required=True)
    given = parser.parse_args()
    pairs = read(given.news, None)
    labels = np.array([LETTERS.index(row["label"]) for row in pairs])
    rows = logits(given.model, [(row["premise"], row["hypothesis"]) for row in pairs])
    # One half of the pairs sets the temperature, the other tells how good it is.
    chosen = temperature(rows[::2], labels[::2])
    print(f"temperature {chosen}, on {len(rows[::2])} pairs; the table is of the other {len(rows[1::2])}")
    contradiction = LETTERS.index("c")
    reliability(softmax(rows[1::2] / chosen)[:, contradiction], labels[1::2] == contradiction)
    weights.NLI_FOLDER.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copyfile(given.model / name, weights.NLI_FOLDER / name)
    config = json.loads((weights.NLI_FOLDER / "config.json").read_text("utf-8"))
    text = json.dumps(config | {TEMPERATURE: chosen}, indent=2, sort_keys=True)
    (weights.NLI_FOLDER / "config.json").write_text(text + "\n", encoding="utf-8")
    (weights.NLI_FOLDER / "NOTICE").write_text(NOTICE, "utf-8")
    weights.NLI_HASH_FILE.write_text(weights.file_hash(weights.NLI_FOLDER / "model.safetensors") + "\n", "ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
