"""`compare` with what readers said and what changed, the engine replaced by fixed reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from discrepancy import cli, pipeline, review
from discrepancy.model import Report
from reviews import HERALD, INQUIRY, STAMP, WIRE, judged, report

Capture = pytest.CaptureFixture[str]
Give = Callable[[Report], None]

TWO = report([[HERALD], [WIRE]])
THREE = report([[HERALD], [WIRE], [INQUIRY]])


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(["compare", "x", *arguments])
    return int(ended.value.code or 0)


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Give:
    """What the engine gives, in an empty working folder."""
    monkeypatch.chdir(tmp_path)

    def given(found: Report) -> None:
        monkeypatch.setattr(pipeline, "compare", lambda *_: found)

    return given


def test_verdicts_of_the_review_file_stand_in_the_report(give: Give, tmp_path: Path, capsys: Capture) -> None:
    give(TWO)
    review.append(tmp_path / "r.jsonl", [judged(TWO, tmp_path, note="Rang them.")])
    assert run("--review", "r.jsonl") == 0
    out = capsys.readouterr().out
    assert "Verdict: a conflict (Anna, 2024-05-08)" in out
    assert "Note: Rang them." in out


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_what_changed_since_an_earlier_report_is_shown(name: str, give: Give, capsys: Capture) -> None:
    give(TWO)
    assert run("--output", "monday.json") == 0
    give(THREE)
    assert run("--format", name, "--since", "monday.json") == 0
    out = capsys.readouterr().out
    assert "What changed since monday.json" in out
    assert "How many people died? — new side C: 15" in out


def test_a_hand_made_finding_of_the_earlier_report_is_not_new(give: Give, tmp_path: Path, capsys: Capture) -> None:
    found = TWO.discrepancies[0]
    made = review.linked([side.positions[0] for side in found.sides], found.kind, found.severity, "Who counts?")
    give(replace(TWO, discrepancies=()))
    review.append(tmp_path / "r.jsonl", [review.entry(made, tmp_path, STAMP, made=True)])
    assert run("--review", "r.jsonl", "--output", "monday.json") == 0
    assert run("--review", "r.jsonl", "--since", "monday.json") == 0
    assert "since monday.json: nothing" in capsys.readouterr().out


def test_a_report_that_is_none_of_ours_is_told_before_the_work(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pipeline, "compare", lambda *_: pytest.fail("the engine ran"))
    (tmp_path / "notes.json").write_text("{}")
    assert run("--since", "notes.json") == 2
    assert capsys.readouterr().err == (
        "discrepancy: notes.json is no report of this program: give one that was written with --format json\n"
    )


def test_filters_leave_what_is_not_shown_out_of_what_changed(give: Give, capsys: Capture) -> None:
    give(TWO)
    assert run("--output", "monday.json") == 0
    give(THREE)
    assert run("--kind", "date", "--since", "monday.json") == 0
    out = capsys.readouterr().out
    assert "known discrepancy changed" not in out
    assert "gone" not in out
