from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

import reports
from discrepancy import Kind, Relation, Severity, review
from discrepancy.review import Resolution, Verdict
from discrepancy_tui.desk import Desk
from discrepancy_tui.filters import OPEN, Filter
from discrepancy_tui.words import is_judged, standing_of


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(reports.report(), tmp_path / review.FILE_NAME, "Anna", lambda: datetime(2024, 5, 8, tzinfo=UTC))


def shown(desk: Desk) -> list[str]:
    return [standing.found.id for standing in desk.shown]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(), ["d1", "d2", "d3"]),
        (Filter(kinds=frozenset({Kind.DATE})), ["d2", "d3"]),
        (Filter(relations=frozenset({Relation.VARIANT})), ["d3"]),
        (Filter(severities=frozenset({Severity.HIGH, Severity.LOW})), ["d1", "d3"]),
        (Filter(sources=frozenset({"inquiry"})), ["d1"]),
        (Filter(sources=frozenset({"inquiry", "wire"})), ["d1", "d2"]),
        (Filter(verdicts=frozenset({"conflict"})), ["d1"]),
        (Filter(verdicts=frozenset({"conflict", OPEN})), ["d1", "d2", "d3"]),
        (Filter(verdicts=frozenset({"unsure"})), []),
        (Filter(new=True), ["d2", "d3"]),
        (Filter(text="BRANDT"), ["d2"]),
        (Filter(text="coast wire"), ["d1", "d2"]),
        (Filter(text="died inquiry"), ["d1"]),
        (Filter(text="<b>"), []),
        (Filter(kinds=frozenset({Kind.DATE}), new=True, text="tuesday"), ["d3"]),
    ],
)
def test_a_filter_lets_through_what_fits_all_of_it(desk: Desk, wanted: Filter, expected: list[str]) -> None:
    desk.judge(desk.shown[0], Verdict.CONFLICT)
    desk.wanted = wanted
    assert shown(desk) == expected


def test_a_note_can_be_searched(desk: Desk) -> None:
    desk.note(desk.shown[1].found, "ask the shipping line")
    desk.wanted = Filter(text="shipping")
    assert shown(desk) == ["d2"]


def test_what_is_put_off_is_not_judged(desk: Desk) -> None:
    desk.judge(desk.shown[0], Verdict.LATER)
    assert not is_judged(desk.shown[0])
    assert standing_of(desk.shown[0])[1] == "later"
    assert str(desk.progress) == "0 of 3 judged"


def test_an_empty_resolution_takes_the_earlier_one_away(desk: Desk) -> None:
    desk.resolve(desk.shown[0].found, Resolution("15 died", "https://example.org/inquiry"))
    assert desk.shown[0].resolution == Resolution("15 died", "https://example.org/inquiry")
    desk.resolve(desk.shown[0].found, Resolution(""))
    assert desk.shown[0].resolution is None


def test_a_mark_is_set_and_taken_away(desk: Desk) -> None:
    assert desk.mark(reports.DEATHS[0].statement)
    assert not desk.mark(reports.DEATHS[0].statement)
    assert desk.marked == ()


def test_one_statement_makes_no_discrepancy(desk: Desk) -> None:
    desk.mark(reports.DEATHS[0].statement)
    with pytest.raises(ValueError, match="two sides"):
        desk.link(Kind.DATE, Severity.LOW, None)
    assert len(desk.marked) == 1


def test_statements_are_moved_split_and_merged(desk: Desk) -> None:
    first, second = desk.shown[0].found, desk.shown[1].found
    desk.move(first, first.sides[2].positions[0], 1)
    assert [len(side.positions) for side in desk.shown[0].found.sides] == [1, 2]
    desk.undo()
    desk.split(first, [first.sides[0].positions[0], first.sides[1].positions[0]])
    assert len(desk.shown) == 3  # what is left of it is one side, and no discrepancy
    desk.undo()
    desk.merge(first, second)
    assert sorted(len(standing.found.sides) for standing in desk.shown) == [2, 5]
    desk.undo()
    assert shown(desk) == ["d1", "d2", "d3"]


def test_undo_says_what_it_was_about(desk: Desk) -> None:
    desk.judge(desk.shown[1], Verdict.CONFLICT)
    assert desk.undo() == desk.shown[1].found.fingerprint
    assert desk.undo() is None
