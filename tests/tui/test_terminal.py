"""The whole way in a real terminal, on the five demo articles, with the real models."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

import pytest

from discrepancy import review
from discrepancy.review import Verdict
from terminal import terminal

ROOT = Path(__file__).parents[2]


@pytest.mark.models
def test_a_fact_checker_works_through_the_seeds(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    program = shlex.join(
        ["env", f"XDG_STATE_HOME={tmp_path}/state", sys.executable, "-m", "discrepancy", "tui", "seeds"]
    )
    with terminal(tmp_path, program) as desk:
        first = desk.wait_for("17 judged", "When did Johnny join", "A  October")
        assert "0 of 17 judged" in first
        desk.press("a")
        desk.wait_for("1 of 17 judged")
        desk.press("x")
        desk.wait_for("2 of 17 judged")
        desk.press("u")
        desk.wait_for("3 of 17 judged")
        desk.press("BSpace")
        desk.wait_for("2 of 17 judged")
        desk.press("n")
        desk.wait_for("Enter keeps it")
        desk.type("ask the press office")
        desk.press("Enter")
        desk.wait_for("Note: ask the press office")
        desk.press("/")
        desk.wait_for("Search all text")
        desk.type("yusov")
        desk.wait_for("filter: 2 of 17 shown")
        desk.press("Enter")
        desk.wait_for("a Conflict")
        desk.press("e")
        desk.wait_for("Export", "findings.md")
        desk.press("Enter")
        desk.wait_for("written to")
        chosen = desk.screen
        desk.press("q")
        desk.wait_for("ready$")
        # What the program drew is gone, and the shell is as it was.
        assert "judged" not in desk.screen
        desk.type(program)
        desk.press("Enter")
        asked, side = (chosen.splitlines()[line].split("│")[1].strip() for line in (1, 2))
        desk.wait_for("2 of 17 judged", "filter: 2 of 17 shown", asked, side)
        desk.press("q")
        desk.wait_for("ready$")
    entries = review.held(review.read(tmp_path / "seeds" / review.FILE_NAME))
    assert [entry.verdict for entry in entries if entry.verdict] == [Verdict.CONFLICT, Verdict.NOT_CONFLICT]
    assert [entry.note for entry in entries if entry.note] == ["ask the press office"]
    report = (tmp_path / "seeds" / "findings.md").read_text(encoding="utf-8")
    assert "Yusov" in report
