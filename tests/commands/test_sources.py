from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

TEXT = """The harbour bridge was closed on Friday after an inspector found cracks in two of its pillars.

Repairs will take at least six weeks, the city's engineer said, and cost about two million euros.
"""


def sources(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "discrepancy", "sources", *map(str, arguments)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        check=False,
    )


def test_what_was_read_is_listed(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(TEXT)
    (tmp_path / "empty.txt").touch()
    run = sources(tmp_path)
    assert run.returncode == 0
    assert "bridge.txt" in run.stdout
    assert sha256(TEXT.encode()).hexdigest() in run.stdout
    assert "2 statements" in run.stdout
    assert "empty.txt" in run.stderr


def test_lines_are_shown_with_kind_and_reason(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(TEXT)
    run = sources(tmp_path, "--lines")
    assert " body " in run.stdout
    assert "Repairs will take at least six weeks" in run.stdout


def test_nothing_of_an_article_reaches_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text("The mayor \x1b[31mresigned\x1b[0m on Monday \u202eafter the vote.\n" + TEXT)
    run = sources(tmp_path, "--lines")
    assert run.returncode == 0
    assert "\x1b" not in run.stdout
    assert "\u202e" not in run.stdout
