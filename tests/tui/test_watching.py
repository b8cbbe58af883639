from __future__ import annotations

import asyncio
from pathlib import Path

import reports
from desks import application, press
from discrepancy import review
from discrepancy.review import Verdict
from discrepancy_tui.desk import Desk
from discrepancy_tui.watching import changes

PATIENCE = 60.0


async def test_a_source_and_the_review_file_are_watched_and_nothing_else(tmp_path: Path) -> None:
    sources, other = tmp_path / "ferry", tmp_path / "other"
    sources.mkdir()
    other.mkdir()
    found = changes([str(sources)], tmp_path / review.FILE_NAME)
    first = asyncio.ensure_future(anext(found))
    number = 0
    while not first.done() and number < PATIENCE * 20:
        # The watch may begin after the first of these.
        number += 1
        for path in (other / "a.txt", sources / ".a.swp", tmp_path / "b.txt", sources / "a.txt"):
            path.write_text(str(number))
        await asyncio.sleep(0.05)
    assert await first == {(sources / "a.txt").resolve()}
    await found.aclose()


async def test_what_another_reader_decides_comes_onto_the_screen(tmp_path: Path) -> None:
    app = application(tmp_path, watched=(str(tmp_path),))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        while app.desk is None:
            await pilot.pause(0.01)
        other = Desk(reports.report(), tmp_path / review.FILE_NAME, "Ben")
        steps = 0
        while str(app.desk.progress) == "0 of 3 judged" and steps < PATIENCE * 20:
            steps += 1
            other.judge(other.shown[0], Verdict.CONFLICT)
            await pilot.pause(0.05)
        assert str(app.desk.progress) == "1 of 3 judged"
        await press(pilot, "q")
