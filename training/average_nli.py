"""Averages the weights of two trainings of one model, of which the second began at the first.

    python training/average_nli.py OUT MODEL:SHARE MODEL:SHARE

Between two such models the loss is about flat, and their mean does better on what neither was trained on (Wortsman et
al. 2022, https://arxiv.org/abs/2203.05482). Shares are made to sum up to one.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

WEIGHTS = "model.safetensors"
FILES = ("config.json", "tokenizer.json", "tokenizer_config.json")


def averaged(models: Mapping[Path, float]) -> dict[str, torch.Tensor]:
    """The mean of all weights, by the models' shares, in float16 as they are shipped."""
    whole = sum(models.values())
    mean: dict[str, torch.Tensor] = {}
    for folder, share in models.items():
        for name, tensor in load_file(folder / WEIGHTS).items():
            part = tensor.float() * (share / whole)
            mean[name] = mean[name] + part if name in mean else part
    return {name: tensor.half() for name, tensor in mean.items()}


def share(text: str) -> tuple[Path, float]:
    folder, _, number = text.rpartition(":")
    return Path(folder), float(number)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("models", type=share, nargs=2, metavar="MODEL:SHARE")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copy(given.models[0][0] / name, given.out / name)
    save_file(averaged(dict(given.models)), given.out / WEIGHTS, metadata={"format": "pt"})
    return 0


if __name__ == "__main__":
    sys.exit(main())
