"""`review list`, `tidy` and `stats`: what the review file holds, and a shorter one."""

from __future__ import annotations

from pathlib import Path

import pytest

import hostile
import reviews
from discrepancy import cli, review
from discrepancy.model import Kind
from reviews import HERALD, INQUIRY, WIRE, judged, report

Capture = pytest.CaptureFixture[str]

TWO = report([[HERALD], [WIRE]])
OTHER = report([[HERALD], [INQUIRY]])
NONE = review.Verdict.NOT_CONFLICT


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(["review", *arguments])
    return int(ended.value.code or 0)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with a superseded, an undone and a damaged line, in the working folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / review.FILE_NAME
    found = TWO.discrepancies[0]
    resolution = review.Resolution("at least nine", "https://inquiry.example")
    entries = [
        judged(TWO, tmp_path),
        judged(OTHER, tmp_path),
        judged(TWO, tmp_path, NONE, stamp=reviews.LATER, note="two ferries", resolution=resolution),
        review.entry(found, tmp_path, reviews.STAMP, mend=review.Change(Kind.DATE)),
        review.entry(found, tmp_path, reviews.LATER, made=True),
    ]
    review.append(path, entries)
    review.append(path, [review.undo(review.read(path).lines[1], reviews.LATER)])
    path.write_bytes(path.read_bytes() + b"<<<<<<<\n")
    return path


def test_list_shows_what_holds(path: Path, capsys: Capture) -> None:
    assert run("list") == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "2024-05-09T09:30:00+00:00 not_conflict: quantity, How many people died? At least 12 / Nine (Ben)",
        "    note: two ferries",
        "    resolution: at least nine (https://inquiry.example)",
        "2024-05-08T09:30:00+00:00 mended: quantity, How many people died? At least 12 / Nine (Anna)",
        "2024-05-09T09:30:00+00:00 made by hand: quantity, How many people died? At least 12 / Nine (Ben)",
    ]
    assert "line 7: is damaged" in err


def test_stats_count_what_holds(path: Path, capsys: Capture) -> None:
    assert run("stats") == 0
    rows = dict(line.rsplit(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert rows == {
        "conflict": "0",
        "not_conflict": "1",
        "unsure": "0",
        "later": "0",
        "accepted": "0",
        "notes": "1",
        "resolutions": "1",
        "mended": "1",
        "made by hand": "1",
        "reviewers": "2",
        "lines": "7",
        "lines not used": "1",
    }


def test_tidy_rewrites_the_file_with_what_holds(path: Path, capsys: Capture) -> None:
    before = review.held(review.read(path))
    assert run("tidy") == 0
    assert capsys.readouterr().out.splitlines() == [
        "3 lines kept, 3 dropped",
        f"1 damaged line moved to {path}.damaged",
    ]
    after = review.read(path)
    assert len(after.lines) == 3
    assert review.held(after) == before


@pytest.mark.parametrize("command", ["list", "tidy", "stats"])
def test_the_file_can_be_named_or_found_beside_the_sources(command: str, path: Path, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    path.rename(tmp_path / "news" / review.FILE_NAME)
    assert run(command) == 2
    assert run(command, "news") == 0
    assert run(command, "--review", f"news/{review.FILE_NAME}") == 0


@pytest.mark.parametrize("command", ["list", "tidy", "stats"])
def test_no_file_is_two_and_one_line(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(command) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        f"discrepancy: there is no review file {review.FILE_NAME}: name its folder, or the file with --review"
    ]


def test_an_unknown_command_is_two(capsys: Capture) -> None:
    assert run("accept") == 2
    assert "No such command" in capsys.readouterr().err


def test_nothing_of_an_article_or_a_note_reaches_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    found = hostile.report().discrepancies
    entries = [
        review.entry(
            one,
            tmp_path,
            review.Stamp(text, reviews.STAMP.date),
            verdict=NONE,
            note=text,
            resolution=review.Resolution(text, text),
        )
        for one, text in zip(found, hostile.TEXTS, strict=True)
    ]
    review.append(tmp_path / review.FILE_NAME, entries)
    assert run("list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3 * len(hostile.TEXTS)
    assert all(line.isprintable() for line in lines)
