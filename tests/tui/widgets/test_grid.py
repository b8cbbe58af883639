from __future__ import annotations

import pytest
from rich.text import Text
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from discrepancy_tui.themes import LIGHT
from discrepancy_tui.widgets.grid import Grid


class Numbers:
    """100 rows of 20 columns, in characters of two columns each."""

    size = (100, 20)

    def widths(self, room: int) -> tuple[int, int]:
        return 10, 7

    def corner(self) -> Text:
        return Text("corner")

    def head(self, column: int) -> Text:
        return Text(f"head {column}")

    def label(self, row: int) -> Text:
        return Text(f"第{row}行は長い")

    def cell(self, row: int, column: int) -> Text:
        return Text(f"値{row}.{column}値値")


class Table(App[None]):
    opened = 0

    def on_mount(self) -> None:
        self.query_one(Grid).show(Numbers(), (0, 0))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict.fromkeys(LIGHT.variables, "#000000")

    def compose(self) -> ComposeResult:
        yield Grid(id="grid")

    def on_grid_opened(self) -> None:
        self.opened += 1


def lines(pilot: Pilot[None]) -> list[str]:
    grid = pilot.app.query_one(Grid)
    return [grid.render_line(y).text for y in range(grid.scrollable_content_region.height)]


async def test_head_and_labels_stay_in_view() -> None:
    async with Table().run_test(size=(40, 12)) as pilot:
        await pilot.press("ctrl+end", "end")
        head, *_ = lines(pilot)
        assert head.startswith(" corner")
        assert "19" in lines(pilot)[1]
        assert lines(pilot)[-1].startswith(" 第99行は")


async def test_wide_characters_do_not_break_columns() -> None:
    async with Table().run_test(size=(40, 12)) as pilot:
        for key in ("", "right", "end"):
            await pilot.press(key) if key else None
            for y in range(pilot.app.query_one(Grid).size.height):
                strip = pilot.app.query_one(Grid).render_line(y)
                assert strip.cell_length == pilot.app.query_one(Grid).size.width
                assert strip.crop(10, 11).text == "│"


@pytest.mark.parametrize(
    ("keys", "cursor"),
    [
        (["down", "j", "k"], (1, 0)),
        (["right", "l", "left"], (0, 1)),
        (["up", "left"], (0, 0)),
        (["end"], (0, 19)),
        (["end", "home"], (0, 0)),
        (["ctrl+end", "end", "down", "right"], (99, 19)),
        (["ctrl+end", "ctrl+home"], (0, 0)),
        (["pagedown", "pageup", "down"], (1, 0)),
    ],
)
async def test_keys_move_the_cursor(keys: list[str], cursor: tuple[int, int]) -> None:
    async with Table().run_test(size=(40, 12)) as pilot:
        await pilot.press(*keys)
        assert pilot.app.query_one(Grid).cursor == cursor


async def test_the_mouse_moves_the_cursor_and_opens() -> None:
    app = Table()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("right", "right", "right", "right")
        first = app.query_one(Grid).scroll_offset.x // 7
        await pilot.click(Grid, offset=(20, 4))
        assert app.query_one(Grid).cursor == (2, first + 1)
        await pilot.click(Grid, offset=(2, 6))
        assert app.query_one(Grid).cursor == (4, first + 1), "a label leaves the column"
        await pilot.click(Grid, offset=(12, 0))
        assert app.query_one(Grid).cursor == (4, first), "a head leaves the row"
        await pilot.click(Grid, offset=(12, 5), times=2)
        assert app.opened == 1
