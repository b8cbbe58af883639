"""Make docs/pictures/ from the five articles in seeds/: the terminal application as it is after some keys.

    python docs/make_pictures.py

It compares the articles first, with the models. The same articles give the same bytes.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from discrepancy import Report, Settings, compare, review
from discrepancy_tui import Application, Given, Options

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs/pictures"
SEEDS = "seeds/"


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen after `keys` were pressed."""

    name: str
    size: tuple[int, int]
    theme: str
    keys: tuple[str, ...] = ()


JUDGED = ("a", "a", "x", "u", "down", "up")
PICTURES = (
    Picture("findings-light", (120, 40), "light", JUDGED),
    Picture("findings-dark", (120, 40), "dark", JUDGED),
    Picture("findings-contrast", (120, 40), "contrast", JUDGED),
    Picture("findings-small", (80, 24), "light", JUDGED),
    Picture("differences", (120, 40), "light", ("d",)),
    Picture("filter", (120, 40), "light", ("f",)),
    Picture("mend", (120, 40), "light", ("g",)),
    Picture("link", (120, 40), "light", ("tab", "m", "tab", "m", "c")),
    Picture("export", (120, 40), "light", ("e",)),
    Picture("article", (160, 45), "light", ("down", "down", "2")),
    Picture("facts", (160, 45), "light", ("3",)),
    Picture("sources", (120, 40), "light", ("4",)),
    Picture("help", (120, 40), "light", ("question_mark",)),
)

_OUTSIDE = re.compile(r"@font-face \{[^}]*\}\s*|<!-- Generated[^>]*-->\s*")
_NAME = re.compile(r"terminal-\d+")
_FONT = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


async def drawn(picture: Picture, report: Report) -> str:
    """The picture as SVG, with the reader's own fonts and nothing from another host."""
    # Paths that the screens show are relative: no folder of this run stands in a picture.
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        options = Options(
            Given(report),
            Path(review.FILE_NAME),
            SEEDS,
            reviewer="you",
            theme=picture.theme,
            places=Path("places"),
            clock=lambda: datetime(2024, 5, 8, 9, 30, tzinfo=UTC),
        )
        svg = await _screen(Application(options), picture)
    return _NAME.sub("screen", _OUTSIDE.sub("", svg)).replace("Fira Code, monospace", _FONT)


async def _screen(app: Application, picture: Picture) -> str:
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause()
        app.clear_notifications()
        await pilot.pause()
        return app.export_screenshot()


def main() -> None:
    os.chdir(ROOT)
    report = compare([SEEDS], Settings())
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        path = FOLDER / f"{picture.name}.svg"
        path.write_text(asyncio.run(drawn(picture, report)), encoding="utf-8")


if __name__ == "__main__":
    main()
