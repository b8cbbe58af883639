"""A verdict that the screen has confirmed is in the review file, at whatever moment the application is killed.

It is forked off a process that has everything imported: to start Python fifty times would take most of the time.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
from collections import Counter
from io import StringIO
from itertools import cycle
from pathlib import Path
from typing import NoReturn, TextIO

import pytest

import reviews
from desks import application, settled
from discrepancy import Report, review
from discrepancy_tui.widgets.banner import Banner

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")

ROUNDS = 50
VERDICTS = 100
KEYS = {"a": review.Verdict.CONFLICT, "x": review.Verdict.NOT_CONFLICT, "u": review.Verdict.UNSURE}


def many(count: int) -> Report:
    sides = (
        [
            [("one.txt", f"Report {number} counted *{number}* dead.")],
            [("two.txt", f"Report {number} counted *no* dead.")],
        ]
        for number in range(count)
    )
    return reviews.report(*sides)


async def judge(report: Report, folder: Path, told: TextIO, count: int) -> None:
    """Gives as many verdicts, and tells of each once the screen counts it."""
    app = application(folder, report)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        banner = app.screen.query_one(Banner)
        for _, (key, verdict) in zip(range(count), cycle(KEYS.items()), strict=False):
            standing = app.findings.standing
            before = banner.render_line(0).text
            await pilot.press(key)
            while banner.render_line(0).text == before:
                await pilot.pause()
            if standing is not None:
                told.write(f"{verdict.value} {standing.found.summary}\n")
                told.flush()


def judging(report: Report, folder: Path) -> tuple[int, TextIO]:
    """A process that judges, and what it tells."""
    theirs, ours = os.pipe()
    child = os.fork()
    if not child:
        _judge_and_leave(report, folder, ours)
    os.close(ours)
    return child, os.fdopen(theirs)


def _judge_and_leave(report: Report, folder: Path, end: int) -> NoReturn:
    try:
        with os.fdopen(end, "w") as told:
            asyncio.run(judge(report, folder, told, VERDICTS))
    finally:
        os._exit(0)  # never on into the tests


def killed_after(count: int, child: int, told: TextIO) -> list[str]:
    """What the screen confirmed until the process was killed: `count` verdicts, and those given meanwhile."""
    with told:
        said = [told.readline() for _ in range(count)]
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [line.rstrip() for line in (*said, *told) if line.endswith("\n")]


def kept(folder: Path) -> Counter[str]:
    """The verdicts in the review file."""
    entries = [line.entry for line in review.read(folder / review.FILE_NAME).lines]
    return Counter(f"{one.verdict.value} {one.summary}" for one in entries if one and one.verdict)


def test_no_confirmed_verdict_is_lost(tmp_path: Path) -> None:
    draw = random.Random(20240508)
    report = many(VERDICTS)
    folders = [tmp_path / str(number) for number in range(ROUNDS + 1)]
    for folder in folders:
        folder.mkdir()
    asyncio.run(judge(report, folders.pop(), StringIO(), 1))
    running = [judging(report, folders[0])]
    for folder, following in zip(folders, [*folders[1:], None], strict=True):
        # One starts while the other is killed.
        if following:
            running.append(judging(report, following))
        count = min(VERDICTS - 1, 1 + int(draw.expovariate(1 / 8)))
        confirmed = Counter(killed_after(count, *running.pop(0)))
        assert confirmed.total() >= count
        assert confirmed <= kept(folder)
        # What was half written is no burden on the next reader.
        reviews.log(folder, reviews.judged(report, folder))
        assert kept(folder).total() > confirmed.total()
