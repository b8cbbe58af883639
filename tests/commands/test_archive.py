"""`discrepancy archive`, with no model at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.archive.stock import MODELS, rows, write

from discrepancy import cli
from discrepancy.commands import _archive
from discrepancy.stages import Models

Capture = pytest.CaptureFixture[str]
WHEN = "2024-06-10T08:00:00+00:00"


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture) -> None:
    """An archive of two quakes, which disagree, and a fire."""
    monkeypatch.setattr(Models, "of", lambda *_: MODELS)
    monkeypatch.setattr(_archive, "now", lambda: WHEN)
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a.jsonl", "quake-1", "fire-1", "quake-2")
    with pytest.raises(SystemExit):
        cli.main(["add", "a.jsonl", "--archive", "kept"])
    capsys.readouterr()


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(["archive", *arguments, "--archive", "kept"])
    return int(ended.value.code or 0)


def test_sources_are_listed_as_they_came(capsys: Capture) -> None:
    assert run("list") == 0
    shown = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in shown] == [WHEN] * 3
    assert [line.split()[2] for line in shown] == ["../a.jsonl#quake-1", "../a.jsonl#fire-1", "../a.jsonl#quake-2"]
    assert shown[0].split()[1] == shown[2].split()[1] != shown[1].split()[1]


def test_a_whole_archive_is_in_order(capsys: Capture) -> None:
    assert run("check") == 0
    assert capsys.readouterr().out == "kept: 3 articles in 2 events; all in order\n"


def test_what_is_to_be_compared_is_no_problem_and_is_told(capsys: Capture) -> None:
    from discrepancy import archive

    with archive.opened(Path("kept")) as found:
        found.remove("../a.jsonl#quake-1")
    assert run("check") == 0
    assert capsys.readouterr().out == (
        "kept: 2 articles in 2 events, 1 event to be compared: 'discrepancy add' goes on; all in order\n"
    )


def test_a_problem_is_a_line_and_a_status(capsys: Capture) -> None:
    from discrepancy import archive

    with archive.opened(Path("kept")) as found:
        found.connection.execute("DELETE FROM comparisons")
    assert run("check") == 1
    assert capsys.readouterr().out == (
        "2 compared events without their comparison: add its sources to a new archive\n"
        "kept: 3 articles in 2 events; 1 problem\n"
    )


def test_a_source_is_taken_out_and_the_rest_compared(capsys: Capture) -> None:
    assert run("remove", "../a.jsonl#quake-2") == 0
    told = capsys.readouterr()
    assert told.err == "discrepancy: 1 source removed; 1 event compared, 0 new discrepancies\n"
    assert told.out == ""
    assert rows(Path("kept"), "SELECT id FROM articles ORDER BY id") == [
        ("../a.jsonl#fire-1",),
        ("../a.jsonl#quake-1",),
    ]


def test_what_comes_to_light_when_a_source_goes_is_shown(capsys: Capture) -> None:
    """What a reader was told of is forgotten here, as where events form anew without the source."""
    from discrepancy import archive

    with archive.opened(Path("kept")) as found:
        found.connection.execute("DELETE FROM told")
        found.connection.execute("UPDATE events SET compared = NULL")
    assert run("remove", "../a.jsonl#fire-1") == 0
    told = capsys.readouterr()
    assert "1 source removed; 1 event compared, 1 new discrepancy" in told.err
    assert "At least 40" in told.out


def test_all_of_several_are_taken_out_or_none(capsys: Capture) -> None:
    assert run("remove", "../a.jsonl#quake-1", "b.txt") == 2
    assert capsys.readouterr().err == (
        "discrepancy: the archive kept holds no source b.txt: 'discrepancy archive list --archive kept' shows them\n"
    )
    assert rows(Path("kept"), "SELECT COUNT(*) FROM articles") == [(3,)]
    assert run("remove", "../a.jsonl#quake-1", "../a.jsonl#quake-1", "../a.jsonl#fire-1") == 0
    assert "2 sources removed" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["list"], ["check"], ["remove", "x"]])
def test_no_archive_is_one_line(command: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["archive", *command, "--archive", "nowhere"])
    assert ended.value.code == 2
    assert capsys.readouterr().err == (
        "discrepancy: there is no archive in nowhere: make one with 'discrepancy add --archive nowhere PATH'\n"
    )


def test_nothing_to_take_out_is_a_wrong_call(capsys: Capture) -> None:
    assert run("remove") == 2
    assert "Missing argument 'SOURCE...'" in capsys.readouterr().err
