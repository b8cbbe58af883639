"""`check` as a build meets it, with the engine replaced by fixed reports."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import hostile
import reports
import reviews
from discrepancy import cli, pipeline, review, writers
from discrepancy.errors import ModelError
from discrepancy.model import Report, Severity, Unread
from reviews import ALSO_NINE, HERALD, INQUIRY, WIRE, judged, report

Capture = pytest.CaptureFixture[str]
Give = Callable[[Report | BaseException], None]

TWO = report([[HERALD], [WIRE]])
THREE = report([[HERALD], [WIRE], [INQUIRY]])
NOTHING = replace(TWO, discrepancies=())


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(["check", *arguments])
    return int(ended.value.code or 0)


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Give:
    """What the engine gives, in an empty working folder."""
    monkeypatch.chdir(tmp_path)

    def given(found: Report | BaseException) -> None:
        def compare(*_: object) -> Report:
            if isinstance(found, BaseException):
                raise found
            return found

        monkeypatch.setattr(pipeline, "compare", compare)

    return given


def kept(folder: Path, *entries: review.Entry) -> None:
    review.append(folder / review.FILE_NAME, entries)


def open_lines(capsys: Capture) -> list[str]:
    """What was printed before the summary."""
    return capsys.readouterr().out.splitlines()[:-1]


# ---- 0 and 1


def test_nothing_found_passes(give: Give, capsys: Capture) -> None:
    give(NOTHING)
    assert run(".") == 0
    out = capsys.readouterr().out
    assert out == "0 pairs of sides of medium severity or more not settled; 0 accepted entries, 0 aged entries\n"


def test_what_nobody_judged_fails_with_a_line_for_each_pair(give: Give, capsys: Capture) -> None:
    give(THREE)
    assert run(".") == 1
    assert open_lines(capsys) == [
        "high quantity, open: How many people died? At least 12 (herald.txt, line 1) / Nine (wire.txt, line 1)",
        "high quantity, open: How many people died? At least 12 (herald.txt, line 1) / 15 (inquiry.txt, line 1)",
        "high quantity, open: How many people died? Nine (wire.txt, line 1) / 15 (inquiry.txt, line 1)",
    ]


@pytest.mark.parametrize(
    ("verdict", "status"), [("conflict", 0), ("not_conflict", 0), ("accepted", 0), ("unsure", 1), ("later", 1)]
)
def test_a_verdict_settles_or_does_not(verdict: str, status: int, give: Give, tmp_path: Path, capsys: Capture) -> None:
    give(TWO)
    kept(tmp_path, judged(TWO, tmp_path, review.Verdict(verdict)))
    assert run(".") == status
    assert [line.split(":")[0] for line in open_lines(capsys)] == [f"high quantity, {verdict}"] * status


@pytest.mark.parametrize(
    ("severity", "options", "status"),
    [
        ("high", (), 1),
        ("medium", (), 1),
        ("low", (), 0),
        ("low", ("--fail-on", "low"), 1),
        ("medium", ("--fail-on", "high"), 0),
        ("high", ("--fail-on", "high"), 1),
    ],
)
def test_what_is_grave_enough_fails(severity: str, options: Sequence[str], status: int, give: Give) -> None:
    give(report([[HERALD], [WIRE]], severity=Severity(severity)))
    assert run(".", *options) == status


def test_a_severity_that_a_reader_changed_counts(give: Give, tmp_path: Path) -> None:
    give(TWO)
    kept(tmp_path, review.entry(TWO.discrepancies[0], tmp_path, reviews.STAMP, mend=review.Change(None, Severity.LOW)))
    assert run(".") == 0


def test_exit_zero_shows_and_passes(give: Give, capsys: Capture) -> None:
    give(TWO)
    assert run(".", "--exit-zero") == 0
    assert len(open_lines(capsys)) == 1


@pytest.mark.parametrize(("file", "status"), [("herald.txt", 1), ("wire.txt", 1), ("new.txt", 0)])
def test_only_the_focus_can_fail(file: str, status: int, give: Give, capsys: Capture) -> None:
    give(report([[HERALD], [WIRE]], texts={"new.txt": "The ferry left at dawn.\n"}))
    assert run(".", "--focus", file) == status
    assert len(open_lines(capsys)) == status


def test_only_a_new_value_fails(give: Give, tmp_path: Path, capsys: Capture) -> None:
    give(THREE)
    kept(tmp_path, judged(TWO, tmp_path))
    assert run(".") == 1
    lines = open_lines(capsys)
    assert [line.split(":")[0] for line in lines] == ["high quantity, a new side"] * 2
    assert all("15 (inquiry.txt, line 1)" in line for line in lines)


def test_an_agreeing_statement_passes(give: Give, tmp_path: Path) -> None:
    give(report([[HERALD], [WIRE, ALSO_NINE]]))
    kept(tmp_path, judged(TWO, tmp_path))
    assert run(".") == 0


def test_an_edit_fails_with_what_was_judged(give: Give, tmp_path: Path, capsys: Capture) -> None:
    give(report([[("herald.txt", "*At least 14* people died when the ferry sank on Tuesday.")], [WIRE]]))
    kept(tmp_path, judged(TWO, tmp_path))
    assert run(".") == 1
    (line,) = open_lines(capsys)
    assert "edited, judged when it was “At least 12 people died when the ferry sank on Tuesday.”" in line
    assert "At least 14 (herald.txt, line 1)" in line


def test_accepted_and_aged_are_always_told(give: Give, tmp_path: Path, capsys: Capture) -> None:
    give(TWO)
    gone = report([[("a.txt", "It left at *dawn*.")], [("b.txt", "It left at *noon*.")]])
    kept(tmp_path, judged(TWO, tmp_path, review.Verdict.ACCEPTED), judged(gone, tmp_path))
    assert run(".") == 0
    assert capsys.readouterr().out.endswith("not settled; 1 accepted entry, 1 aged entry\n")


def test_what_was_made_by_hand_fails_until_it_is_settled(give: Give, tmp_path: Path) -> None:
    give(NOTHING)
    made = review.entry(TWO.discrepancies[0], tmp_path, reviews.STAMP, made=True)
    kept(tmp_path, made)
    assert run(".") == 1
    kept(tmp_path, judged(TWO, tmp_path))
    assert run(".") == 0


# ---- formats


MACHINES = ("csv", "github", "json", "junit", "line", "markdown", "sarif")


@pytest.mark.parametrize("name", MACHINES)
def test_a_format_for_machines_has_standard_output_for_itself(name: str, give: Give, capsys: Capture) -> None:
    give(TWO)
    assert run(".", "--format", name) == 1
    out, err = capsys.readouterr()
    stream = io.StringIO()
    writers.find(name).write(review.reviewed(TWO, review.read(Path(review.FILE_NAME))), stream)
    assert out == stream.getvalue()
    assert err.endswith("1 pair of sides of medium severity or more not settled; 0 accepted entries, 0 aged entries\n")


@pytest.mark.parametrize("options", [(), ("--format", "brief"), ("--format", "text")])
def test_what_people_read_ends_with_the_summary(options: Sequence[str], give: Give, capsys: Capture) -> None:
    give(TWO)
    assert run(".", *options) == 1
    assert capsys.readouterr().out.endswith("not settled; 0 accepted entries, 0 aged entries\n")


@pytest.mark.parametrize(
    ("name", "options", "start"),
    [
        ("found.sarif", (), '{"$schema"'),
        ("found.xml", (), "<?xml"),
        ("found", (), "high quantity"),
        ("found.xml", ("--format", "sarif"), '{"$schema"'),
    ],
)
def test_a_file_takes_the_report_and_standard_output_the_summary(
    name: str, options: Sequence[str], start: str, give: Give, tmp_path: Path, capsys: Capture
) -> None:
    give(TWO)
    assert run(".", "--output", name, *options) == 1
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert capsys.readouterr().out.startswith("1 pair of sides")


def test_an_output_with_nowhere_to_go_is_two_before_the_work(give: Give, capsys: Capture) -> None:
    give(RuntimeError("the engine was asked"))
    assert run(".", "--output", "missing/found.sarif") == 2
    assert "there is no folder missing" in capsys.readouterr().err


@pytest.mark.parametrize(("severity", "status"), [("low", 0), ("high", 1)])
def test_only_what_fails_is_in_the_report(severity: str, status: int, give: Give, capsys: Capture) -> None:
    give(report([[HERALD], [WIRE]], severity=Severity(severity)))
    assert run(".", "--format", "line") == status
    assert len(capsys.readouterr().out.splitlines()) == status


def test_a_result_stands_on_the_file_in_focus(give: Give, capsys: Capture) -> None:
    give(TWO)
    for file in ("herald.txt", "wire.txt"):
        assert run(".", "--format", "line", "--focus", file) == 1
        assert capsys.readouterr().out.startswith(f"{file}:1:1: ")


# ---- the review file


def test_another_review_file_can_be_named(give: Give, tmp_path: Path) -> None:
    give(TWO)
    (tmp_path / "desk").mkdir()
    review.append(tmp_path / "desk" / "ours.jsonl", [judged(TWO, tmp_path / "desk")])
    assert run(".", "--review", "desk/ours.jsonl") == 0


def test_a_review_file_that_was_named_must_be_there(give: Give, capsys: Capture) -> None:
    give(TWO)
    assert run(".", "--review", "missing.jsonl") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "discrepancy: there is no review file missing.jsonl: check the path\n"


def test_without_a_review_file_it_says_so(give: Give, capsys: Capture) -> None:
    give(NOTHING)
    assert run(".") == 0
    assert "there is no review file discrepancy.review.jsonl" in capsys.readouterr().err


def test_damage_is_told_and_the_rest_holds(give: Give, tmp_path: Path, capsys: Capture) -> None:
    give(TWO)
    kept(tmp_path, judged(TWO, tmp_path))
    with (tmp_path / review.FILE_NAME).open("a") as stream:
        stream.write('{"version": 1, "fing')
    assert run(".") == 0
    assert "line 2: is cut off" in capsys.readouterr().err


# ---- 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "give at least one PATH, or --archive DIR"),
        ((".", "--fail-on", "grave"), "'grave' is not one of"),
        ((".", "--focus", "draft.txt"), "none of the sources"),
        ((".", "--config", "missing.toml"), "missing.toml could not be read"),
        ((".", "--review", "."), "is a directory"),
        ((".", "--accept"), "No such option"),
    ],
)
def test_a_wrong_call_is_two(arguments: Sequence[str], message: str, give: Give, capsys: Capture) -> None:
    give(TWO)
    assert run(*arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err


@pytest.mark.parametrize("error", [ModelError("damaged"), RuntimeError("\u202eout of memory"), OSError(5, "I/O")])
@pytest.mark.parametrize("options", [(), ("--exit-zero",)])
def test_a_failed_run_never_looks_like_a_finding(
    error: BaseException, options: Sequence[str], give: Give, capsys: Capture
) -> None:
    give(error)
    assert run(".", *options) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert str(error)[-8:] in err
    assert "\u202e" not in err


@pytest.mark.parametrize("options", [(), ("--exit-zero",), ("--fail-on", "high")])
def test_a_source_that_cannot_be_read_is_two(options: Sequence[str], give: Give, capsys: Capture) -> None:
    give(replace(NOTHING, unread=(Unread("new.pdf", "is damaged"),)))
    assert run(".", *options) == 2
    out, err = capsys.readouterr()
    assert out == ""
    *_, which, what = err.splitlines()
    assert which == "discrepancy: not read: new.pdf: is damaged"
    assert what.startswith("discrepancy: 1 source could not be read, so nothing was checked: ")
    assert what.endswith("exclude = true in sources.toml")


def test_a_hostile_name_that_cannot_be_read_is_two(give: Give, capsys: Capture) -> None:
    give(hostile.report())
    assert run(".") == 2
    assert all(line.isprintable() for line in capsys.readouterr().err.splitlines())


@pytest.mark.parametrize(("excluded", "status"), [(True, 0), (False, 2)])
def test_a_source_that_is_left_out_by_name_may_be_broken(excluded: bool, status: int, give: Give) -> None:
    give(replace(NOTHING, unread=(Unread("new.pdf", "is damaged", excluded),)))
    assert run(".") == status


def test_no_article_at_all_is_two(give: Give) -> None:
    give(replace(NOTHING, articles=()))
    assert run(".") == 2


# ---- what is printed


def test_nothing_of_an_article_reaches_the_terminal(give: Give, capsys: Capture) -> None:
    give(replace(hostile.report(), unread=()))
    assert run(".") == 1
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert len(lines) == len(hostile.TEXTS) + 1
    assert all(line.isprintable() for line in lines)
    assert max(map(len, lines)) < 1500


def test_the_report_of_every_kind_of_source_can_be_checked(give: Give, capsys: Capture) -> None:
    give(replace(reports.report(), unread=()))
    assert run(".") == 1
    assert [line.split(",")[0] for line in open_lines(capsys)] == ["high quantity", "high quantity", "medium date"]


def test_a_reader_that_goes_away_changes_no_status(give: Give, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    kept(tmp_path, judged(TWO, tmp_path))
    for found, status in ((TWO, 0), (THREE, 1)):
        give(found)
        monkeypatch.setattr(sys, "stdout", Gone())
        assert run(".") == status
