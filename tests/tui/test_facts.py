from __future__ import annotations

import pytest

import hostile
import reports
import tolls
from discrepancy import Report, display, review
from discrepancy_tui.facts import FactCells, cell_blocks


def cells(report: Report) -> FactCells:
    names = [display.source_name(article) for article in report.articles]
    return FactCells(review.unreviewed(report).standings, report.articles, names)


def test_a_cell_has_the_side_and_the_value() -> None:
    found = cells(reports.report())
    assert [found.cell(0, column).plain for column in range(3)] == ["A At least 12", "C 15", "B Nine"]
    assert found.cell(1, 1).plain == ""


def test_sources_of_one_side_are_seen_to_agree() -> None:
    found = cells(tolls.report())
    assert [found.cell(0, column).plain for column in (0, 1, 3)] == ["A= at least 12", "A= at least 12", "B nine"]


def test_several_values_of_one_source_stand_in_one_cell() -> None:
    assert cells(reports.report()).cell(2, 0).plain == "A Tuesday / B May 7, 2024"


@pytest.mark.parametrize("sources", [1, 3, 12])
@pytest.mark.parametrize("room", [20, 80, 120, 200])
def test_columns_fill_the_room_unless_values_would_not_fit(room: int, sources: int) -> None:
    label, cell = cells(tolls.report(sources)).widths(room)
    assert label >= 12
    assert cell >= 4
    if room >= 80:
        assert cell >= 16
        assert (room - label - 1) % cell == 0


def test_a_cell_at_length_quotes_what_its_source_says() -> None:
    head, first, second = cell_blocks(cells(reports.report()), 2, 0)
    assert head.lines[0].plain == "Which day was May 7, 2024?"
    assert [first.key, second.key] == [(0, 0), (1, 0)]
    assert first.lines[1].plain == "The Norrhamn Herald, herald.txt, line 3"


def test_a_blank_cell_says_that_nothing_was_found() -> None:
    _, told = cell_blocks(cells(reports.report()), 1, 1)
    assert told.key is None
    assert told.lines[0].plain == "Nothing on this was found in inquiry.pdf."


def test_hostile_text_is_harmless() -> None:
    found = cells(hostile.report())
    rows, columns = found.size
    for row in range(rows):
        for column in range(columns):
            assert found.cell(row, column).plain.isprintable()
            assert len(found.cell(row, column).plain) < 400
