"""Workflow commands, read as the runner reads them, and the summary as a reader sees it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

import hostile
import reports
from annotations import Command, command
from discrepancy import view
from discrepancy.model import Severity
from discrepancy.review import Reviewed, reviewed, unreviewed
from discrepancy.writers.github import ANNOTATIONS, SUMMARY, SUMMARY_BYTES, write
from reviews import HERALD, WIRE, judged, log, report

REPORT = unreviewed(reports.report())
HOSTILE = unreviewed(hostile.report())
NOTHING = REPORT.keep(lambda standing: False)


def written(found: Reviewed) -> list[str]:
    stream = io.StringIO()
    write(found, stream)
    return stream.getvalue().splitlines()


def many(count: int) -> Reviewed:
    """`count` discrepancies, of every severity in turn."""
    one = report([[HERALD], [WIRE]])
    found = one.discrepancies[0]
    severities = [Severity.LOW, Severity.MEDIUM, Severity.HIGH]
    discrepancies = tuple(replace(found, id=f"d{i}", severity=severities[i % 3]) for i in range(count))
    return unreviewed(replace(one, discrepancies=discrepancies))


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "summary.md"
    path.touch()
    monkeypatch.setenv(SUMMARY, str(path))
    return path


# ---- annotations


def test_an_annotation_stands_on_the_words_and_quotes_both_sides() -> None:
    first, *_ = map(command, written(REPORT))
    assert first == Command(
        "error",
        {
            "file": "wire.txt",
            "line": "1",
            "endLine": "1",
            "col": "1",
            "endColumn": "4",
            "title": "quantity: How many people died?",
        },
        "nine: “Nine people died in the sinking of the Aurora, the coast guard said.”\n"
        "herald.txt, line 3: at least 12: "
        "“At least 12 people died when the ferry Aurora sank on Tuesday, May 7, 2024.”\n"
        "high, open",
    )


def test_the_severity_is_the_level() -> None:
    assert [command(line).name for line in written(REPORT)] == ["error", "error", "warning", "notice"]


def test_a_source_without_lines_is_annotated_as_a_file() -> None:
    *_, pdf = map(command, written(view.focus(REPORT, ["inquiry.pdf"])))
    assert pdf.properties == {"file": "papers/inquiry.pdf", "title": "quantity: How many people died?"}


def test_words_on_two_lines_have_no_columns() -> None:
    found = report([[("herald.txt", "*At least twelve* died.")], [WIRE]])
    (herald, wire) = found.discrepancies[0].sides
    article = replace(herald.positions[0].statement.article, text="At least\ntwelve died.\n")
    statement = replace(herald.positions[0].statement, article=article)
    side = replace(herald, positions=(replace(herald.positions[0], statement=statement),))
    broken = replace(found.discrepancies[0], sides=(side, wire))
    focused = view.focus(unreviewed(replace(found, discrepancies=(broken,))), ["herald.txt"])
    (line,) = map(command, written(focused))
    assert {key: line.properties.get(key) for key in ("line", "endLine", "col", "endColumn")} == {
        "line": "1",
        "endLine": "2",
        "col": None,
        "endColumn": None,
    }


def test_there_are_ten_at_most_and_the_gravest_come_first() -> None:
    *commands, rest = written(many(24))
    assert [command(line).name for line in commands] == ["error"] * 8 + ["warning"] * 2
    assert len(commands) == ANNOTATIONS
    assert rest == "and 14 more"


def test_ten_leave_no_rest() -> None:
    assert len(written(many(10))) == 10


def test_what_is_settled_has_no_annotation(tmp_path: Path) -> None:
    two = report([[HERALD], [WIRE]])
    assert written(reviewed(two, log(tmp_path, judged(two, tmp_path)))) == []


def test_no_text_of_an_article_is_a_command_or_a_property() -> None:
    texts = (
        "50% of it,line=9::error title=evil::gone\r\n::set-output name=a::b",
        "a%0A::error::b %3A %2C %25 %253A",
        "\n::stop-commands::x",
    )
    found = unreviewed(hostile.report(texts))
    lines = written(found)
    assert len(lines) == len(texts)
    for line, text in zip(lines, texts, strict=True):
        read = command(line)
        assert read.name == "error"
        assert set(read.properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        shown = " ".join(text.split())
        assert " ".join(read.properties["title"].split()) == f"wording: {shown}"
        assert shown in " ".join(read.message.split())


def test_hostile_lines_are_commands_and_nothing_else() -> None:
    *commands, rest = written(HOSTILE)
    assert all(line.startswith("::error file=") and line.isprintable() for line in commands)
    assert rest == f"and {len(hostile.TEXTS) - ANNOTATIONS} more"


# ---- the summary


def rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("| ")][2:]


def test_the_whole_table_goes_to_the_summary(summary: Path) -> None:
    written(many(24))
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("## 24 pairs of sides not settled\n\n| Severity | Kind |")
    assert len(rows(text)) == 24
    assert "herald.txt, line 1" in rows(text)[0]


def test_it_is_added_to_what_stands_there(summary: Path) -> None:
    summary.write_text("what another command said")
    written(REPORT)
    assert summary.read_text(encoding="utf-8").startswith("what another command said\n\n## 4 pairs of sides")


def test_nothing_open_has_no_table(summary: Path) -> None:
    written(NOTHING)
    assert summary.read_text(encoding="utf-8") == "## 0 pairs of sides not settled\n\n"


@pytest.mark.parametrize("before", [0, 1000, SUMMARY_BYTES - 5000, SUMMARY_BYTES - 100, SUMMARY_BYTES + 5])
def test_it_stays_below_what_github_takes(before: int, summary: Path) -> None:
    summary.write_bytes(b"x" * before)
    written(many(6000))
    data = summary.read_bytes()
    assert len(data) <= max(SUMMARY_BYTES, before)
    text = data[before:].decode("utf-8")
    if before < SUMMARY_BYTES - 1000:
        shown = len(rows(text))
        assert shown > 0
        assert text.endswith(f"\nand {6000 - shown:,} more\n")


def test_hostile_text_stays_in_its_cell(summary: Path) -> None:
    written(HOSTILE)
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(summary.read_text(encoding="utf-8"))
    assert html.count("<tr>") == len(hostile.TEXTS) + 1
    assert html.count("<td>") == len(hostile.TEXTS) * 8
    for element in ("<script", "<img", "<a ", "<strong", "<em", "<code", "<s>"):
        assert element not in html


@pytest.mark.parametrize("place", ["missing/summary.md", "."])
def test_a_summary_that_cannot_be_written_is_one_line(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SUMMARY, str(tmp_path / place))
    *commands, last = written(REPORT)
    assert len(commands) == 4
    assert last.startswith(f"the step summary {tmp_path / place} could not be written: ")


@pytest.mark.parametrize("set_to", [None, ""])
def test_elsewhere_there_is_no_summary(set_to: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if set_to is not None:
        monkeypatch.setenv(SUMMARY, set_to)
    monkeypatch.chdir(tmp_path)
    assert len(written(REPORT)) == 4
    assert not list(tmp_path.iterdir())
