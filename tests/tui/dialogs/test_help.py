from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from textual.pilot import Pilot
from textual.widgets import Static

from desks import SIZES, THEMES, application, press, settled
from discrepancy_tui.dialogs.help import Help


def text(pilot: Pilot[None]) -> str:
    written = StringIO()
    Console(file=written, width=200).print(pilot.app.screen.query_one("#keys", Static).content)
    return " ".join(written.getvalue().split())


async def test_every_key_of_the_screen_is_there(tmp_path: Path) -> None:
    app = application(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "question_mark")
        said = text(pilot)
        for words in (
            "a Conflict: give a verdict",
            "Ctrl+P All actions",
            "↓, j Next",
            "Backspace Undo",
            "→, l Next side",
        ):
            assert words in said
        await press(pilot, "escape")
        assert app.screen is app.findings


async def test_it_is_filtered_by_typing(tmp_path: Path) -> None:
    app = application(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "question_mark", *"note")
        assert text(pilot) == "Verdicts n Note: write a note"
        await press(pilot, *"xyz")
        assert text(pilot) == "No key does that."


async def test_a_changed_key_is_shown_as_changed(tmp_path: Path) -> None:
    app = application(tmp_path, keys={"note": "N", "side.next": "f5"})
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "question_mark")
        assert "N Note: write a note (changed in the settings)" in text(pilot)
        assert "f5 Next side (changed in the settings)" in text(pilot)


async def test_it_scrolls_while_the_reader_types(tmp_path: Path) -> None:
    app = application(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "question_mark", "pagedown", "down")
        assert isinstance(app.screen, Help)
        assert app.screen.query_one("VerticalScroll").scroll_offset.y == 11


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_picture(snap_compare: Any, tmp_path: Path, size: tuple[int, int], theme: str) -> None:
    async def show(pilot: Any) -> None:
        await settled(pilot)
        await press(pilot, "question_mark")

    assert snap_compare(application(tmp_path, theme=theme), terminal_size=size, run_before=show)
