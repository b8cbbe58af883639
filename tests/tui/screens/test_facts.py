from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Static

import hostile
import tolls
from desks import SIZES, THEMES, application, press, settled
from discrepancy_tui.filters import Filter
from discrepancy_tui.screens.facts import FactsScreen
from discrepancy_tui.screens.findings import FindingsScreen
from discrepancy_tui.widgets.grid import Grid


async def test_the_cursor_opens_where_the_reader_is(tmp_path: Path) -> None:
    app = application(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "down", "tab", "right", "3")
        assert isinstance(app.screen, FactsScreen)
        assert app.screen.standing is app.findings.standing
        assert app.screen.statement is not None
        assert app.screen.statement.article.id == "wire"


async def test_enter_shows_the_finding_at_what_the_source_says(tmp_path: Path) -> None:
    app = application(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "3", "down", "end", "enter")
        await settled(pilot)
        assert app.screen is app.findings
        assert app.findings.standing is not None
        assert app.findings.standing.found.id == "d2"
        assert app.findings.statement is not None
        assert app.findings.statement.text == "He joined the line in February 2021."


async def test_a_source_that_answers_twice_gives_each_of_its_statements(tmp_path: Path) -> None:
    app = application(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "3", "ctrl+end", "home")
        assert isinstance(app.screen, FactsScreen)
        assert app.screen.place == (0, 0)
        await press(pilot, "tab", "down")
        assert app.screen.place == (1, 0)


async def test_a_blank_cell_has_no_statement_but_a_finding(tmp_path: Path) -> None:
    app = application(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "3", "down", "right")
        assert isinstance(app.screen, FactsScreen)
        assert app.screen.statement is None
        await press(pilot, "enter")
        await settled(pilot)
        assert app.findings.standing is not None
        assert app.findings.standing.found.id == "d2"


@pytest.mark.parametrize("key", ["1", "escape"])
async def test_a_key_leads_back_with_what_was_marked(tmp_path: Path, key: str) -> None:
    app = application(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "3", "m", key)
        await settled(pilot)
        assert isinstance(app.screen, FindingsScreen)
        assert app.desk is not None
        assert len(app.desk.marked) == 1


async def test_rows_follow_the_filter(tmp_path: Path) -> None:
    app = application(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await app.show_only(Filter(sources=frozenset({"inquiry"})))
        await press(pilot, "3")
        assert [one.found.id for one in app.screen.query_one(Grid)._cells.standings] == ["d1"]  # type: ignore[union-attr]
        assert not app.screen.query_one("#empty", Static).display
        await app.show_only(Filter(text="nothing like it"))
        await press(pilot, "3")
        assert app.screen.query_one("#empty", Static).display
        await press(pilot, "enter", "y")
        assert isinstance(app.screen, FactsScreen)


async def test_a_hostile_report_is_a_table_like_any_other(tmp_path: Path) -> None:
    app = application(tmp_path, hostile.report())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "3", "ctrl+end", "end")
        lines = [
            strip.text
            for strip in app.screen.query_one(Grid).render_lines(app.screen.query_one(Grid).region.reset_offset)
        ]
        assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_picture(snap_compare: Any, tmp_path: Path, size: tuple[int, int], theme: str) -> None:
    async def show(pilot: Any) -> None:
        await settled(pilot)
        await press(pilot, "3", "down", "down")

    assert snap_compare(application(tmp_path, theme=theme), terminal_size=size, run_before=show)


def test_picture_of_twelve_sources(snap_compare: Any, tmp_path: Path) -> None:
    async def show(pilot: Any) -> None:
        await settled(pilot)
        await press(pilot, "3", "end", "down")

    assert snap_compare(application(tmp_path, tolls.report()), terminal_size=(80, 24), run_before=show)
