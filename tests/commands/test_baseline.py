"""`baseline`: all that stands now is accepted, and only what is new fails afterwards."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

import reviews
from discrepancy import cli, pipeline, review
from discrepancy.model import Report, Severity, Unread
from reviews import HERALD, INQUIRY, WIRE, judged, report

Capture = pytest.CaptureFixture[str]
Give = Callable[[Report], None]

TWO = report([[HERALD], [WIRE]])
THREE = report([[HERALD], [WIRE], [INQUIRY]])


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(list(arguments))
    return int(ended.value.code or 0)


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Give:
    """What the engine gives, in an empty working folder."""
    monkeypatch.chdir(tmp_path)

    def given(found: Report) -> None:
        monkeypatch.setattr(pipeline, "compare", lambda *_: found)

    return given


def held(folder: Path) -> list[review.Verdict | None]:
    return [entry.verdict for entry in review.held(review.read(folder / review.FILE_NAME))]


def test_what_stands_is_accepted_and_what_is_new_fails(give: Give, tmp_path: Path, capsys: Capture) -> None:
    give(TWO)
    assert run("check", ".") == 1
    assert run("baseline", ".") == 0
    assert "1 discrepancy accepted into discrepancy.review.jsonl, which now has 1 accepted entry, 0 aged entries" in (
        capsys.readouterr().out
    )
    assert run("check", ".") == 0
    give(THREE)
    assert run("check", ".") == 1
    assert run("baseline", ".") == 0
    assert run("check", ".") == 0
    assert held(tmp_path) == ["accepted", "accepted"]


def test_a_line_says_who_accepted_what_and_when(give: Give, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "anna")
    give(TWO)
    assert run("baseline", ".") == 0
    (line,) = (tmp_path / review.FILE_NAME).read_text().splitlines()
    written = json.loads(line)
    assert (written["verdict"], written["reviewer"]) == ("accepted", "anna")
    assert datetime.fromisoformat(written["date"]).tzinfo is not None
    assert [side["statements"][0]["source"] for side in written["sides"]] == ["herald.txt", "wire.txt"]


def test_a_system_without_names_has_no_reviewer(give: Give, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError("no username set in the environment")

    monkeypatch.setattr("getpass.getuser", nobody)
    give(TWO)
    assert run("baseline", ".") == 0
    assert "reviewer" not in json.loads((tmp_path / review.FILE_NAME).read_text())


def test_verdicts_stay_as_they_are(give: Give, tmp_path: Path) -> None:
    review.append(tmp_path / review.FILE_NAME, [judged(TWO, tmp_path, review.Verdict.NOT_CONFLICT, note="why")])
    give(THREE)
    assert run("baseline", ".") == 0
    (standing,) = review.reviewed(THREE, review.read(tmp_path / review.FILE_NAME)).standings
    assert [pair.verdict for pair in standing.pairs] == ["not_conflict", "accepted", "accepted"]
    assert standing.notes == ("why",)


@pytest.mark.parametrize("verdict", [review.Verdict.UNSURE, review.Verdict.LATER])
def test_what_is_put_off_is_accepted(verdict: review.Verdict, give: Give, tmp_path: Path) -> None:
    review.append(tmp_path / review.FILE_NAME, [judged(TWO, tmp_path, verdict)])
    give(TWO)
    assert run("baseline", ".") == 0
    assert held(tmp_path) == ["accepted"]


def test_all_severities_are_accepted(give: Give) -> None:
    give(report([[HERALD], [WIRE]], severity=Severity.LOW))
    assert run("baseline", ".") == 0
    assert run("check", ".", "--fail-on", "low") == 0


def test_a_second_baseline_adds_nothing(give: Give, tmp_path: Path) -> None:
    give(TWO)
    assert run("baseline", ".") == 0
    before = (tmp_path / review.FILE_NAME).read_bytes()
    assert run("baseline", ".") == 0
    assert (tmp_path / review.FILE_NAME).read_bytes() == before


def test_nothing_to_accept_writes_no_file(give: Give, tmp_path: Path, capsys: Capture) -> None:
    give(replace(TWO, discrepancies=()))
    assert run("baseline", ".") == 0
    assert "0 discrepancies accepted" in capsys.readouterr().out
    assert not (tmp_path / review.FILE_NAME).exists()


def test_aged_entries_are_told(give: Give, tmp_path: Path, capsys: Capture) -> None:
    gone = report([[("a.txt", "It left at *dawn*.")], [("b.txt", "It left at *noon*.")]])
    review.append(tmp_path / review.FILE_NAME, [judged(gone, tmp_path, review.Verdict.ACCEPTED)])
    give(TWO)
    assert run("baseline", ".") == 0
    assert capsys.readouterr().out.endswith("1 accepted entry, 1 aged entry\n")


def test_another_review_file_can_be_named_and_made(give: Give, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    give(TWO)
    assert run("baseline", ".", "--review", "desk/ours.jsonl") == 0
    assert run("check", ".", "--review", "desk/ours.jsonl") == 0


def test_a_file_that_has_nowhere_to_go_is_told_before_the_work(give: Give, capsys: Capture) -> None:
    assert run("baseline", ".", "--review", "missing/ours.jsonl") == 2
    assert "there is no folder missing" in capsys.readouterr().err


def test_a_source_that_cannot_be_read_accepts_nothing(give: Give, tmp_path: Path) -> None:
    give(replace(TWO, unread=(Unread("new.pdf", "is damaged"),)))
    assert run("baseline", ".") == 2
    assert not (tmp_path / review.FILE_NAME).exists()


def test_the_latest_of_two_reviewers_counts_as_one_entry(give: Give, tmp_path: Path, capsys: Capture) -> None:
    entries = [judged(TWO, tmp_path, review.Verdict.ACCEPTED, stamp=stamp) for stamp in (reviews.STAMP, reviews.LATER)]
    review.append(tmp_path / review.FILE_NAME, entries)
    give(TWO)
    assert run("baseline", ".") == 0
    assert "0 discrepancies accepted" in capsys.readouterr().out
