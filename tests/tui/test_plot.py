from __future__ import annotations

from dataclasses import replace

import pytest

import tolls
from discrepancy.display import Timeline, timelines
from discrepancy_tui.plot import plot

NUMBERS = {f"s{number:02}": number + 1 for number in range(12)}


def dead() -> Timeline:
    return timelines(tolls.report())[0]


def test_values_stand_at_their_times() -> None:
    assert "\n".join(line.plain for line in plot(dead(), NUMBERS, 70)) == "\n".join(
        [
            "126 to 130 ┤                    7,9                10               12",
            *["           │"] * 5,
            "        31 ┤       5,6          8",
            "   9 to 12 ┤1 2,3,4",
            "           └" + "─" * 58,
            "            2024-05-07 06:30 UTC                  2024-05-10 08:30 UTC",
        ]
    )


@pytest.mark.parametrize("width", [20, 30, 78, 196])
def test_no_source_hides_another(width: int) -> None:
    points = dead().points
    same = [replace(point, when=points[0].when, low=1.0, high=1.0) for point in points[:-1]]
    drawn = plot(Timeline(dead().found, (*same, points[-1]), 0), NUMBERS, width)
    marks = [mark for line in drawn[:-2] for mark in line.plain.partition("│")[2].replace(",", " ").split()]
    marks += [mark for line in drawn[:-2] for mark in line.plain.partition("┤")[2].replace(",", " ").split()]
    assert sorted(marks, key=int) == sorted(
        {str(NUMBERS[one.position.statement.article.id]) for one in points}, key=int
    )


@pytest.mark.parametrize("width", [30, 78, 196])
def test_no_line_is_wider_than_there_is_room(width: int) -> None:
    assert max(line.cell_len for line in plot(dead(), NUMBERS, width)) <= width


def test_one_value_takes_one_line() -> None:
    found = dead()
    same = tuple(replace(point, low=9.0, high=9.0) for point in found.points)
    assert len(plot(replace(found, points=same), NUMBERS, 120)) == 3


def test_days_are_told_without_a_time() -> None:
    article = replace(tolls.report().articles[0], published="2024-05-07")
    points = tuple(
        replace(point, position=replace(point.position, statement=replace(point.position.statement, article=article)))
        for point in dead().points
    )
    axis = plot(replace(dead(), points=points), {article.id: 1}, 100)[-1].plain
    assert axis.split() == ["2024-05-07", "2024-05-08", "2024-05-10"]
