from __future__ import annotations

import io
from dataclasses import replace

import pytest

import hostile
import reports
import reviews
from discrepancy.model import Report
from discrepancy.review import Changed, Changes, unreviewed
from discrepancy.writers.text import write


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def text(width: int | None = None, stream: io.StringIO | None = None, **environment: str) -> str:
    stream = stream or io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ({"COLUMNS": str(width)} if width else {} | environment).items():
            patch.setenv(name, value)
        for name, value in environment.items():
            patch.setenv(name, value)
        write(unreviewed(reports.report()), stream)
    return stream.getvalue()


def test_the_first_line_counts() -> None:
    assert text().startswith("3 discrepancies in 3 sources\n")


@pytest.mark.parametrize("width", [100, 140, 200])
def test_sides_stand_next_to_each_other_where_there_is_room(width: int) -> None:
    line = next(line for line in text(width).splitlines() if "A  at least 12" in line)
    assert "B  nine" in line
    assert ("C  15" in line) == (width >= 140)


@pytest.mark.parametrize("width", [40, 80, 99])
def test_sides_stand_one_below_the_other_where_there_is_none(width: int) -> None:
    line = next(line for line in text(width).splitlines() if "A  at least 12" in line)
    assert "B  nine" not in line


@pytest.mark.parametrize("width", [40, 80, 100, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, text(width).splitlines())) <= width


def test_without_a_terminal_there_are_no_colours_and_marks_are_asterisks() -> None:
    assert "\x1b" not in text()
    assert "“*Nine* people died" in text()


def test_in_a_terminal_marks_are_styles() -> None:
    shown = text(120, Terminal())
    assert "\x1b[1;7mNine\x1b[0m" in shown
    assert "\x1b[1;31m● high" in shown
    assert "*Nine*" not in shown


def test_no_color_leaves_styles_but_no_colours() -> None:
    shown = text(120, Terminal(), NO_COLOR="1")
    assert "\x1b[1;7mNine\x1b[0m" in shown
    assert "31m" not in shown


def test_a_dumb_terminal_gets_plain_text() -> None:
    assert "\x1b" not in text(120, Terminal(), TERM="dumb", NO_COLOR="1")


def test_hostile_text_cannot_style_itself_even_in_a_terminal() -> None:
    stream = Terminal()
    write(unreviewed(hostile.report()), stream)
    shown = stream.getvalue()
    assert "\x1b[2J" not in shown
    assert "\x1b]" not in shown
    assert "[bold red]markup[/bold red]" in shown.replace("\n", "")


def test_only_ascii_where_nothing_else_can_be_written() -> None:
    buffer = io.BytesIO()
    stream = io.TextIOWrapper(buffer, encoding="ascii", errors="backslashreplace")
    write(unreviewed(reports.report()), stream)
    stream.flush()
    assert b"# high" in buffer.getvalue()
    assert b"+---" in buffer.getvalue()


def test_a_report_without_findings_says_so() -> None:
    stream = io.StringIO()
    write(unreviewed(replace(reports.report(), discrepancies=())), stream)
    assert stream.getvalue().startswith("0 discrepancies in 3 sources\n")


def crowded() -> Report:
    """One side with a hundred statements."""
    report = reports.report()
    found = report.discrepancies[0]
    side = replace(found.sides[0], positions=found.sides[0].positions * 100)
    return replace(report, discrepancies=(replace(found, sides=(side, *found.sides[1:])),))


def test_a_crowded_side_is_cut_and_says_so() -> None:
    stream = io.StringIO()
    write(unreviewed(crowded()), stream)
    assert stream.getvalue().count("people died when") == 5
    assert "and 95 more statements" in stream.getvalue()


def test_no_line_ends_in_spaces() -> None:
    assert not [line for line in text().splitlines() if line.endswith(" ")]


def test_a_source_without_a_name_is_shown_by_its_file_alone() -> None:
    assert "no date, papers/inquiry.pdf, page 2" in text(160)
    assert "inquiry.pdf, no date, papers" not in text(160)


def test_a_speaker_is_named_inside_the_sentence() -> None:
    report = reports.report()
    found = report.discrepancies[0]
    spoken = replace(found.sides[1].positions[0], speaker="The Coast Guard")
    found = replace(found, sides=(found.sides[0], replace(found.sides[1], positions=(spoken,))))
    stream = io.StringIO()
    write(unreviewed(replace(report, discrepancies=(found,))), stream)
    assert "according to the Coast Guard" in stream.getvalue()


def test_what_readers_said_stands_above_the_sides() -> None:
    stream = io.StringIO()
    write(reviews.spoken(), stream)
    lines = [line.strip() for line in stream.getvalue().splitlines()]
    at = lines.index("Verdict: A and B: a conflict (Anna, 2024-05-08)")
    assert lines[at + 2] == "Note: Rang the *ministry* at 9:30. They confirm it. (Anna, 2024-05-08)"
    assert lines[at + 3] == "Resolution: At least 12 people died (Ben, 2024-05-09)"
    assert "Made by hand: a reader set these sides against each other" in lines


def test_what_changed_stands_below_the_findings() -> None:
    found = reviews.spoken()
    changes = Changes("monday.json", {found.report.discrepancies[0].fingerprint: Changed(new=True)}, (), (), (), ())
    stream = io.StringIO()
    write(replace(found, changes=changes), stream)
    assert (
        "What changed since monday.json\n  1 new discrepancy\n    1. How many people died? A: at least 12;"
        in stream.getvalue()
    )
    stream = io.StringIO()
    write(replace(found, changes=replace(changes, found={})), stream)
    assert "What changed since monday.json: nothing\n" in stream.getvalue()
