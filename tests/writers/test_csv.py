from __future__ import annotations

import csv
import io

import pytest

import hostile
import reports
from discrepancy.model import Report
from discrepancy.review import unreviewed
from discrepancy.writers.csv import CELL_LIMIT, COLUMNS, _cell, write


def rows(report: Report) -> list[dict[str, str]]:
    stream = io.StringIO()
    write(unreviewed(report), stream)
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


def test_no_cell_is_a_formula_or_too_long() -> None:
    for row in rows(hostile.report()):
        for cell in row.values():
            assert cell.lstrip()[:1] not in ("=", "+", "-", "@")
            assert len(cell) <= 32_767


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1+1", "\n-1"])
def test_what_would_run_is_text(text: str) -> None:
    assert _cell(text).startswith("'")


@pytest.mark.parametrize("text", ["at least 12", "12 - 3", "“=1”", "'quoted'", "a@b.example"])
def test_what_would_not_run_stays(text: str) -> None:
    assert _cell(text) == text


def test_a_cell_is_cut_where_a_spreadsheet_would_cut_it() -> None:
    assert len(_cell("x" * 100_000)) == CELL_LIMIT
