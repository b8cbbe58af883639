"""The terminal application on a fixed report, as its tests drive it: no model, no clock, no folder of a reader."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

import reports
from discrepancy import Report, review
from discrepancy_tui import Application, Given, Options

SIZES = [(80, 24), (120, 40), (200, 60)]
THEMES = ["light", "dark"]


def application(folder: Path, report: Report | None = None, **options: Any) -> Application:
    """The application on `report`, with its review file and its memory of places in `folder`."""
    ticks = count()
    given: dict[str, Any] = {
        "comparison": Given(report or reports.report()),
        "review_file": folder / review.FILE_NAME,
        "subject": "ferry/",
        "reviewer": "Anna",
        "places": folder / "places",
        "clock": lambda: datetime(2024, 5, 8, 9, 30, tzinfo=UTC) + timedelta(seconds=next(ticks)),
    }
    return Application(Options(**given | options))


async def settled(pilot: Pilot[None]) -> None:
    """Waits until the comparison is done and the screen has nothing left to draw."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses `keys`, one after the other, each when the one before has done its work."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
