from __future__ import annotations

import pytest

import reports
import tolls
from discrepancy import Report, display
from discrepancy_tui.matrix import MatrixCells, meaning


def cells(report: Report) -> MatrixCells:
    names = [f"{number} {display.source_name(article)}" for number, article in enumerate(report.articles, 1)]
    return MatrixCells(display.matrix(report), names)


def test_a_cell_has_the_number_and_its_shade() -> None:
    found = cells(reports.report())
    rows = [[found.cell(row, column).plain for column in range(3)] for row in range(3)]
    assert rows == [["1 ░ ", "·", "2 ░░"], ["·", "·", "1 ░ "], ["2 ░░", "1 ░ ", "·"]]


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (0, 0, "1 The Norrhamn Herald contradicts itself in 1 discrepancy"),
        (0, 1, "1 The Norrhamn Herald and 2 inquiry.pdf do not disagree, as far as was found"),
        (0, 2, "1 The Norrhamn Herald and 3 Coast Wire stand against each other in 2 discrepancies"),
        (1, 1, "2 inquiry.pdf does not contradict itself, as far as was found"),
    ],
)
def test_a_cell_is_told_in_words(row: int, column: int, said: str) -> None:
    assert meaning(cells(reports.report()), row, column) == said


@pytest.mark.parametrize("room", [20, 80, 200])
def test_names_leave_room_for_numbers(room: int) -> None:
    label, cell = cells(tolls.report()).widths(room)
    assert label >= 12
    assert label + cell < room
