from __future__ import annotations

from pathlib import Path

import pytest

import tolls
from desks import application, press, settled
from discrepancy_tui.dialogs.help import Help
from discrepancy_tui.keys import actions_of
from discrepancy_tui.screens.facts import FactsScreen
from discrepancy_tui.screens.matrix import MatrixScreen
from discrepancy_tui.themes import THEMES


@pytest.mark.parametrize("screen", ["1", "3", "4"])
async def test_the_palette_holds_every_action_and_none_twice(tmp_path: Path, screen: str) -> None:
    app = application(tmp_path, tolls.report())
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, screen)
        named = {active.binding.id for active in app.screen.active_bindings.values()} - {None}
        found = actions_of(app.screen)
        assert {action.id for action in found} - {None} <= named
        calls = [(action.call, action.node) for action in found]
        assert len(calls) == len(set(calls))
        offered = [command.title for command in app.get_system_commands(app.screen)]
        assert offered == [*(action.name for action in found), "Theme"]


@pytest.mark.parametrize(
    ("typed", "screen"), [("Facts", FactsScreen), ("Sources", MatrixScreen), ("Help", Help), ("Last row", FactsScreen)]
)
async def test_the_palette_acts_on_the_screen_below_it(tmp_path: Path, typed: str, screen: type) -> None:
    app = application(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        if screen is FactsScreen:
            await press(pilot, "3")
        await press(pilot, "ctrl+p", *("space" if letter == " " else letter for letter in typed))
        await app.workers.wait_for_complete()
        await press(pilot, "enter")
        await pilot.pause()
        assert isinstance(app.screen, screen)
        if typed == "Last row":
            assert isinstance(app.screen, FactsScreen)
            assert app.screen.standing is not None
            assert app.screen.standing.found.id == "d3"


async def test_a_verdict_through_the_palette_counts(tmp_path: Path) -> None:
    app = application(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        for action in actions_of(app.screen):
            if action.name == "Unsure":
                await action.run()
        await settled(pilot)
        assert app.desk is not None
        assert str(app.desk.progress) == "1 of 3 judged"


async def test_only_themes_with_our_colours_are_offered(tmp_path: Path) -> None:
    app = application(tmp_path)
    assert set(app.available_themes) == {theme.name for theme in THEMES.values()}
