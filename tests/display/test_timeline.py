from __future__ import annotations

from dataclasses import replace

import pytest

import reports
from discrepancy.display import timeline, timelines
from discrepancy.model import Discrepancy, Kind, Position, Side, Statement


def said(source: str, value: str | None, published: str | None) -> Position:
    text = f"Of {source}."
    article = reports.article(source, text, published=published)
    return Position(Statement(article, 0, len(text)), value or "many", ((0, 2),), value)


def count(*positions: Position) -> Discrepancy:
    sides = tuple(Side(one.value, one.normalized, (one,)) for one in positions)
    return replace(reports.report().discrepancies[0], sides=sides, pairs=())


def test_values_stand_by_time_of_publication() -> None:
    found = timeline(count(said("b", "31", "2024-05-08"), said("a", "12..", "2024-05-07T18:20:00+02:00")))
    assert found is not None
    assert [(point.side, point.low, point.high, point.figure) for point in found.points] == [
        (1, 12.0, None, 12.0),
        (0, 31.0, 31.0, 31.0),
    ]
    assert found.points[0].when.isoformat() == "2024-05-07T16:20:00+00:00"


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ("31", 31, 31),
        ("~31", 31, 31),
        ("31..", 31, None),
        ("..50", None, 50),
        ("24..60", 24, 60),
        ("1.5..2.5", 1.5, 2.5),
        ("1e+10", 1e10, 1e10),
    ],
)
def test_a_normalised_quantity_is_read(value: str, low: float | None, high: float | None) -> None:
    found = timeline(count(said("a", value, "2024-05-07"), said("b", "9", "2024-05-08")))
    assert found is not None
    assert (found.points[0].low, found.points[0].high) == (low, high)


@pytest.mark.parametrize("value", [None, "..", "most", "60 km 60", "2024-05", "1e+300", "9" * 400])
def test_what_is_no_number_is_left_out_and_counted(value: str | None) -> None:
    found = timeline(count(said("a", "9", "2024-05-07"), said("b", "12", "2024-05-08"), said("c", value, "2024-05-09")))
    assert found is not None
    assert (len(found.points), found.left_out) == (2, 1)


@pytest.mark.parametrize(
    "found",
    [
        count(said("a", "9", "2024-05-07"), said("b", "12", "2024-05-07")),
        count(said("a", "9", "2024-05-07"), said("b", "12", None)),
        replace(count(said("a", "9", "2024-05-07"), said("b", "12", "2024-05-08")), kind=Kind.DATE),
    ],
    ids=["one time", "one date", "no quantity"],
)
def test_what_did_not_change_in_time_has_no_timeline(found: Discrepancy) -> None:
    assert timeline(found) is None


def test_a_source_is_one_point_of_a_side_however_often_it_says_so() -> None:
    first = said("a", "9", "2024-05-07")
    found = count(first, said("b", "12", "2024-05-08"))
    found = replace(found, sides=(Side("9", "9", (first, first)), found.sides[1]))
    drawn = timeline(found)
    assert drawn is not None
    assert (len(drawn.points), drawn.left_out) == (2, 0)


def test_a_zone_that_there_is_not_leaves_the_day() -> None:
    found = timeline(count(said("a", "9", "2024-05-07T10:00+99:00"), said("b", "12", "2024-05-08")))
    assert found is not None
    assert found.points[0].when.isoformat() == "2024-05-07T00:00:00+00:00"


def test_a_report_gives_its_timelines_in_order() -> None:
    found = count(said("a", "9", "2024-05-07"), said("b", "12", "2024-05-08"))
    report = replace(reports.report(), discrepancies=(*reports.report().discrepancies, found))
    assert [one.found for one in timelines(report)] == [found]
