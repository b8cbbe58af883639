"""Pictures of the first screen and its dialogs. Each was looked at before it was kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desks import SIZES, THEMES, application, press, settled

SCENES: dict[str, Sequence[str]] = {
    "first": (),
    "judged": ("a", "x", "space", "up"),
    "statement": ("tab", "m", "right"),
    "differences": ("d",),
    "not-read": ("end",),
    "filter": ("f", "space"),
    "note": ("n", "a", "s", "k"),
    "mend": ("tab", "g"),
    "link": ("tab", "m", "down", "right", "m", "c"),
    "all-shown": ("A",),
}


def scene(*keys: str) -> Callable[[Pilot[None]], object]:
    async def play(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, *keys)
        # A notice goes after some seconds, and a cursor blinks.
        pilot.app.clear_notifications()
        await pilot.pause()

    return play


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", ["first", "judged"])
def test_the_findings(
    name: str, size: tuple[int, int], theme: str, tmp_path: Path, snap_compare: Callable[..., bool]
) -> None:
    app = application(tmp_path, theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=scene(*SCENES[name]))


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", [name for name in SCENES if name not in ("first", "judged")])
def test_what_is_done_on_them(
    name: str, size: tuple[int, int], tmp_path: Path, snap_compare: Callable[..., bool]
) -> None:
    app = application(tmp_path)
    assert snap_compare(app, terminal_size=size, run_before=scene(*SCENES[name]))


def test_high_contrast(tmp_path: Path, snap_compare: Callable[..., bool]) -> None:
    app = application(tmp_path, theme="contrast")
    assert snap_compare(app, terminal_size=(120, 40), run_before=scene("a"))


def test_without_colour(tmp_path: Path, snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = application(tmp_path)
    assert snap_compare(app, terminal_size=(120, 40), run_before=scene("a", "f", "space"))
