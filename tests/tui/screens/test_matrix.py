from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import hostile
import reports
import tolls
from desks import SIZES, THEMES, application, press, settled
from discrepancy import Report
from discrepancy_tui.screens.matrix import MatrixScreen
from discrepancy_tui.widgets.timelines import Timelines


async def test_enter_shows_what_two_sources_disagree_on(tmp_path: Path) -> None:
    app = application(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "4", "end", "enter")
        await settled(pilot)
        assert app.desk is not None
        assert app.screen is app.findings
        assert app.desk.wanted.between == ("herald", "wire")
        assert [one.found.id for one in app.desk.shown] == ["d1", "d2"]
        await press(pilot, "escape")
        assert len(app.desk.shown) == 3


async def test_enter_on_sources_that_agree_says_so(tmp_path: Path) -> None:
    app = application(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "4", "right", "enter")
        assert isinstance(app.screen, MatrixScreen)
        assert [note.message for note in app._notifications] == [
            "1 The Norrhamn Herald and 2 inquiry.pdf do not disagree, as far as was found"
        ]


async def test_the_pair_stands_in_the_filter_until_it_is_taken_out(tmp_path: Path) -> None:
    app = application(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "4", "end", "enter")
        await settled(pilot)
        await press(pilot, "f", "enter")
        assert app.desk is not None
        assert app.desk.wanted.between == ("herald", "wire")
        await press(pilot, "f", "backspace", "enter")
        assert app.desk.wanted.is_empty


@pytest.mark.parametrize("size", SIZES)
async def test_tab_leads_to_the_timelines_and_back(tmp_path: Path, size: tuple[int, int]) -> None:
    app = application(tmp_path, tolls.report())
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, "4", "tab", "down", "right", "down", "down", "down")
        assert isinstance(app.screen, MatrixScreen)
        assert app.screen.query_one(Timelines).size.height > 0
        assert app.screen.standing is not None
        assert app.screen.standing.found.id == "t2"
        assert app.screen.statement is not None
        assert app.screen.statement.article.id == "s09"
        await press(pilot, "tab")
        assert app.screen.standing is None


async def test_enter_on_a_point_shows_its_statement(tmp_path: Path) -> None:
    app = application(tmp_path, tolls.report())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "4", "tab", "down", "enter")
        await settled(pilot)
        assert app.findings.statement is not None
        assert app.findings.statement.article.id == "s01"


@pytest.mark.parametrize("report", [tolls.report(1), replace(reports.report(), discrepancies=())], ids=["one", "none"])
async def test_a_report_that_has_no_timelines_says_so(tmp_path: Path, report: Report) -> None:
    app = application(tmp_path, report)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "4", "tab")
        assert [note.message for note in app._notifications] == ["No count was given by sources of two times"]
        await press(pilot, "enter", "escape")
        assert app.screen is app.findings


async def test_a_hostile_report_is_shown(tmp_path: Path) -> None:
    app = application(tmp_path, hostile.report())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "4", "ctrl+end", "end")
        assert isinstance(app.screen, MatrixScreen)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_picture(snap_compare: Any, tmp_path: Path, size: tuple[int, int], theme: str) -> None:
    async def show(pilot: Any) -> None:
        await settled(pilot)
        await press(pilot, "4", "down")

    assert snap_compare(application(tmp_path, tolls.report(), theme=theme), terminal_size=size, run_before=show)


@pytest.mark.parametrize("theme", THEMES)
def test_picture_of_timelines(snap_compare: Any, tmp_path: Path, theme: str) -> None:
    async def show(pilot: Any) -> None:
        await settled(pilot)
        await press(pilot, "4", "tab")

    assert snap_compare(application(tmp_path, tolls.report(), theme=theme), terminal_size=(80, 24), run_before=show)


@pytest.mark.parametrize("report", [tolls.report(1), replace(reports.report(), discrepancies=())], ids=["one", "none"])
def test_picture_of_little(snap_compare: Any, tmp_path: Path, report: Report) -> None:
    async def show(pilot: Any) -> None:
        await settled(pilot)
        await press(pilot, "4")

    assert snap_compare(application(tmp_path, report), terminal_size=(80, 24), run_before=show)
