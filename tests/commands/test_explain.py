from __future__ import annotations

import subprocess
import sys

import pytest

from discrepancy.model import Kind


def explain(*arguments: str) -> str:
    run = subprocess.run(
        [sys.executable, "-m", "discrepancy", "explain", *arguments], capture_output=True, text=True, check=True
    )
    return run.stdout


def test_every_kind_is_listed_with_what_it_finds() -> None:
    lines = explain().splitlines()
    starts = [line.split()[0] for line in lines if line[0] != " "]
    assert starts == [kind.value for kind in Kind]
    assert all(line.rstrip().endswith(".") for line in lines)


@pytest.mark.parametrize("kind", ["quantity", "date", "category"])
def test_a_kind_is_explained_with_examples(kind: str) -> None:
    shown = explain(kind)
    assert "Fires" in shown
    assert "Stays silent" in shown
