"""The shell steps of `action.yml`, run as GitHub's runner runs them, with no service there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))

_INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")

REAL = f'#!/bin/sh\nexec "{sys.executable}" -m discrepancy "$@"\n'
"""The program itself, as a command."""


def step(name: str) -> dict[str, Any]:
    (found,) = [one for one in ACTION["runs"]["steps"] if one.get("name") == name]
    return found


def run(folder: Path, program: str, inputs: Mapping[str, str], **env: str) -> subprocess.CompletedProcess[str]:
    """Run the step that compares in `folder`, with `program` as the command `discrepancy`."""
    bin_ = folder.parent / "bin"
    bin_.mkdir(exist_ok=True)
    (bin_ / "discrepancy").write_text(program)
    (bin_ / "discrepancy").chmod(0o755)
    given = {name: known.get("default", "") for name, known in ACTION["inputs"].items()} | dict(inputs)
    found = step("Compare the sources")
    values = {name: _INPUT.sub(lambda match: given[match[1]], value) for name, value in found["env"].items()}
    path = f"{bin_}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", found["run"]],
        cwd=folder,
        env=os.environ | {"PATH": path, "GITHUB_ACTIONS": "true"} | values | env,
        capture_output=True,
        text=True,
        check=False,
    )
