from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

import reports
from desks import application, press, settled
from discrepancy import STAGES, DiscrepancyError, Report, Request, Settings, archive
from discrepancy_tui.comparing import Compared, Tell
from discrepancy_tui.widgets import comparing
from discrepancy_tui.widgets.finding_list import FindingList


class Scripted:
    """A comparison that waits to be told how to end."""

    def __init__(self) -> None:
        self.go = asyncio.Event()
        self.error: DiscrepancyError | None = None
        self.runs = 0

    async def __call__(self, tell: Tell) -> Report:
        self.runs += 1
        tell("parse")
        await self.go.wait()
        if self.error:
            raise self.error
        return reports.report()


def test_every_stage_has_plain_words() -> None:
    assert tuple(comparing.STAGES) == STAGES


async def test_the_screen_stands_while_the_comparison_runs(tmp_path: Path) -> None:
    script = Scripted()
    app = application(tmp_path, comparison=script)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Taking sentences apart" in str(app.screen.query_one("#stage").render())
        await press(pilot, "a", "x", "n", "f", "e", "backspace")
        script.go.set()
        await settled(pilot)
        assert app.desk is not None
        assert app.desk.wanted.is_empty
        assert isinstance(app.findings.focused, FindingList)


async def test_a_comparison_is_stopped_and_begun_again(tmp_path: Path) -> None:
    script = Scripted()
    app = application(tmp_path, comparison=script)
    async with app.run_test() as pilot:
        await pilot.pause()
        await press(pilot, "escape")
        assert "was stopped" in str(app.screen.query_one("#empty").render())
        script.go.set()
        await press(pilot, "r")
        await settled(pilot)
        assert script.runs == 2
        assert app.findings.standing is not None


async def test_a_comparison_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    script = Scripted()
    script.error = DiscrepancyError("there are no articles in ferry/")
    script.go.set()
    app = application(tmp_path, comparison=script)
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "there are no articles in ferry/" in str(app.screen.query_one("#empty").render())


async def test_comparing_again_keeps_verdicts_and_place(tmp_path: Path) -> None:
    app = application(tmp_path)
    async with app.run_test() as pilot:
        await settled(pilot)
        await press(pilot, "a", "r")
        await settled(pilot)
        assert app.desk is not None
        assert str(app.desk.progress) == "1 of 3 judged"
        assert app.findings.standing is not None
        assert app.findings.standing.found.id == "d2"


async def test_a_path_without_articles_is_told_by_the_child(tmp_path: Path) -> None:
    stages: list[str] = []
    request = Request((str(tmp_path / "missing"),))
    report = await Compared(request, Settings(cache=str(tmp_path / "cache")))(stages.append)
    assert report.articles == ()
    assert report.unread[0].path.endswith("missing")
    assert stages[0] == "read"


async def test_a_setting_that_cannot_be_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Twelve people died in the flood on Tuesday, officials said.")
    settings = Settings(cache=str(tmp_path / "cache"), model=str(tmp_path / "no-model"))
    with pytest.raises(DiscrepancyError, match="no-model"):
        await Compared(Request((str(tmp_path / "a.txt"),)), settings)(lambda stage: None)


async def test_a_file_of_the_readers_is_never_taken_for_a_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("discrepancy", "pickle", "random"):
        (tmp_path / f"{module}.py").write_text("raise SystemExit('run')")
    monkeypatch.chdir(tmp_path)
    report = await Compared(Request(("missing",)), Settings(cache="off"))(lambda stage: None)
    assert report.unread
    assert str(tmp_path) not in sys.path


async def test_an_archive_is_read_by_the_child_and_never_kept_a_second_time(tmp_path: Path) -> None:
    settings = Settings(cache=str(tmp_path / "cache"))
    request = Request(archive=str(tmp_path / "desk"))
    with pytest.raises(DiscrepancyError, match="there is no archive in"):
        await Compared(request, settings)(lambda stage: None)
    with archive.opened(tmp_path / "desk", create=True):
        pass
    stages: list[str] = []
    report = await Compared(request, settings)(stages.append)
    assert (report.articles, report.discrepancies) == ((), ())
    assert stages[0] == "read"
    assert not (tmp_path / "cache" / "reports").exists()
