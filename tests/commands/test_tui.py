from __future__ import annotations

import subprocess
import sys

import pytest


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "discrepancy", "tui", *arguments]
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)


def test_without_a_terminal_it_says_what_to_do() -> None:
    done = run("seeds")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("discrepancy: there is no terminal")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--theme", "pink", "seeds"], "'pink' is not one of"),
        ([], "Missing argument"),
        (["--config", "no.toml", "x"], "no.toml"),
    ],
)
def test_a_wrong_call_is_one_line(arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
