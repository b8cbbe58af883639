"""The first screen: every key on it does what it says, and the review file holds it at once."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

import hostile
import reports
from desks import application, press, settled
from discrepancy import Kind, Report, Severity, review
from discrepancy.review import Verdict
from discrepancy_tui import Application
from discrepancy_tui.desk import Desk
from discrepancy_tui.paint import Role
from discrepancy_tui.widgets.blocks import Blocks
from discrepancy_tui.widgets.finding_list import FindingList
from discrepancy_tui.widgets.sides_pane import SidesPane


@asynccontextmanager
async def opened(
    folder: Path, report: Report | None = None, size: tuple[int, int] = (120, 40), **options: Any
) -> AsyncIterator[tuple[Application, Pilot[None], Desk]]:
    app = application(folder, report, **options)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        assert app.desk is not None
        yield app, pilot, app.desk


def verdicts(folder: Path) -> list[Verdict | None]:
    """What a fresh reader of the file would see."""
    found = review.reviewed(reports.report(), review.read(folder / review.FILE_NAME))
    return [standing.verdict for standing in found.standings]


def seen(app: Application) -> str:
    """All that the screen shows, as text."""
    return "\n".join("".join(part.text for part in strip) for strip in app.screen._compositor.render_strips())


def notices(app: Application) -> list[str]:
    return [notice.message for notice in app._notifications]


@pytest.mark.parametrize(
    ("key", "verdict"),
    [("a", Verdict.CONFLICT), ("x", Verdict.NOT_CONFLICT), ("u", Verdict.UNSURE), ("space", Verdict.LATER)],
)
async def test_a_key_gives_a_verdict_and_goes_on(key: str, verdict: Verdict, tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, _):
        await press(pilot, key)
        assert verdicts(tmp_path) == [verdict, None, None]
        assert app.findings.query_one(FindingList).chosen == 1


async def test_progress_is_always_in_sight(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, desk):
        assert "0 of 3 judged" in seen(app)
        await press(pilot, "a", "space", "x")
        assert "2 of 3 judged" in seen(app)
        assert str(desk.progress) == "2 of 3 judged"
        await press(pilot, "u")
        assert "3 of 3 judged" in seen(app)
        assert "Everything that is shown is judged" in notices(app)


async def test_undo_goes_back_any_number_of_steps(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, _):
        await press(pilot, "a", "x", "u", "backspace", "backspace")
        assert verdicts(tmp_path) == [Verdict.CONFLICT, None, None]
        assert app.findings.query_one(FindingList).chosen == 1
        await press(pilot, "backspace")
        assert verdicts(tmp_path) == [None, None, None]
        await press(pilot, "backspace")
        assert "There is nothing of yours left to undo" in notices(app)


async def test_a_note_is_written_shown_and_taken_away(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, desk):
        await press(pilot, "n", *"ask", "enter")
        assert desk.reviewed.standings[0].notes == ("ask",)
        assert "Note: ask" in seen(app)
        await press(pilot, "n", "backspace", "backspace", "backspace", "enter")
        assert desk.reviewed.standings[0].notes == ()
        await press(pilot, "n", *"no", "escape")
        assert desk.reviewed.standings[0].notes == ()


async def test_a_resolution_is_written_and_shown(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, desk):
        await press(pilot, "R", *"15", "enter", *"inquiry", "enter")
        assert desk.reviewed.standings[0].resolution == review.Resolution("15", "inquiry")
        assert "Resolution: 15" in seen(app)


async def test_one_verdict_on_all_that_is_shown_takes_a_question_and_one_step_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, _):
        await press(pilot, "A", "x", "n")
        assert verdicts(tmp_path) == [None, None, None]
        await press(pilot, "A", "x", "y")
        assert verdicts(tmp_path) == [Verdict.NOT_CONFLICT] * 3
        await press(pilot, "backspace")
        assert verdicts(tmp_path) == [None, None, None]
        assert app.screen is app.findings


async def test_the_filter_shows_what_is_ticked(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, desk):
        await press(pilot, "a", "f", "down", "down", "down", "space", "enter")
        assert [standing.found.severity for standing in desk.shown] == [Severity.HIGH]
        assert "filter: 1 of 3 shown" in seen(app)
        await press(pilot, "f", "backspace", "enter")
        assert len(desk.shown) == 3
        await press(pilot, "f", "space", "enter")
        assert [standing.verdict for standing in desk.shown] == [None, None]
        await press(pilot, "escape")
        assert len(desk.shown) == 3


async def test_search_looks_through_all_text(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, desk):
        await press(pilot, "slash", *"brandt")
        assert [standing.found.id for standing in desk.shown] == ["d2"]
        await press(pilot, "enter", "a")
        assert verdicts(tmp_path) == [None, Verdict.CONFLICT, None]
        await press(pilot, "slash", *"zz")
        assert "Nothing fits the filter" in str(app.screen.query_one("#empty", Static).render())
        await press(pilot, "escape", "escape")
        assert len(desk.shown) == 3
        assert not app.screen.query_one("#search", Input).display


async def test_a_verdict_takes_nothing_off_a_filtered_list(tmp_path: Path) -> None:
    async with opened(tmp_path) as (_, pilot, desk):
        await press(pilot, "f", "space", "enter", "a")
        assert len(desk.shown) == 3


async def test_the_sides_stand_side_by_side_and_below_each_other_where_it_is_narrow(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, _):
        columns = [column for column in app.screen.query_one(SidesPane).query(Blocks) if column.display]
        assert [column.region.y for column in columns] == [columns[0].region.y] * 3
        await press(pilot, "down")
        assert sum(column.display for column in app.screen.query_one(SidesPane).query(Blocks)) == 2
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert sum(column.display for column in app.screen.query_one(SidesPane).query(Blocks)) == 1
        text = seen(app)
        assert "A  June" in text


async def test_every_fact_of_a_side_is_shown(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(200, 60)) as (app, _, _desk):
        text = " ".join(seen(app).split())
        for words in ("A at least 12", "Coast Wire, 2024-05-07 18:20:00+02:00", "wire.txt, line 1", "page 2"):
            assert words in text
        assert "according to the coast guard" in text
        assert "A and B: conflict (quantities): same event" in text
        column = app.screen.query_one(SidesPane).query(Blocks).first()
        drawn = " ".join(line.plain for block in column._blocks for line in block.lines)
        assert "The ferry left at dawn." in drawn  # the paragraph around the quote


async def test_the_cursor_goes_through_statements_and_sides(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, _):
        assert app.findings.statement == reports.DEATHS[0].statement
        await press(pilot, "tab", "right")
        assert app.findings.statement == reports.DEATHS[1].statement
        await press(pilot, "left", "down")
        assert app.findings.statement == reports.DEATHS[0].statement
        await press(pilot, "escape", "down")
        assert app.findings.standing is not None
        assert app.findings.standing.found.id == "d2"


async def test_differences_mark_the_words_that_the_other_side_does_not_have(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, _):
        await press(pilot, "d")
        assert any("words that the other side does not have" in notice for notice in notices(app))
        column = app.screen.query_one(SidesPane).query(Blocks).first()
        lines = [line for block in column._blocks for line in block.lines]
        runs = [line.plain[a:b] for line in lines for a, b, role in line.spans if role == Role.DIFFERS]
        assert "At least 12" in " ".join(runs)
        assert "people" not in " ".join(runs)
        await press(pilot, "d")
        assert any("what conflicts" in notice for notice in notices(app))


async def test_statements_linked_by_hand_become_a_discrepancy(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, desk):
        await press(pilot, "c")
        assert "Mark two statements first (m)" in notices(app)
        await press(pilot, "tab", "m", "right", "m", "c", *"Who", "enter")
        await settled(pilot)
        (made,) = [one for one in desk.reviewed.standings if one.found.question == "Who"]
        assert made.verdict is Verdict.CONFLICT
        assert app.findings.standing == made
        assert desk.marked == ()
        again = review.reviewed(reports.report(), review.read(tmp_path / review.FILE_NAME))
        assert "Who" in {one.found.question for one in again.standings}


async def test_a_wrong_grouping_is_mended_and_the_mend_undone(tmp_path: Path) -> None:
    async with opened(tmp_path) as (_, pilot, desk):
        await press(pilot, "tab", "g", "down", "down", "enter")  # the first statement belongs nowhere
        await settled(pilot)
        assert [side.value for side in desk.reviewed.standings[0].found.sides] == ["Nine", "15"]
        await press(pilot, "backspace")
        assert len(desk.reviewed.standings[0].found.sides) == 3


async def test_another_kind_and_severity_are_lines_of_the_review_file_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as (_, pilot, desk):
        desk.change(desk.shown[0].found, Kind.DATE, Severity.LOW)
        await settled(pilot)
        lines = (tmp_path / review.FILE_NAME).read_text(encoding="utf-8").splitlines()
        assert json.loads(lines[0])["mend"] == {"type": "change", "kind": "date", "severity": "low"}


async def test_what_the_filter_shows_is_exported_with_a_chosen_name(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, _):
        await press(pilot, "slash", *"brandt", "enter", "a", "e", "end")
        await press(pilot, *["backspace"] * len(".md"), *".txt", "enter")
        await settled(pilot)
        text = (tmp_path / "findings.txt").read_text(encoding="utf-8")
        assert "# 1 discrepancy in 3 sources" in text
        assert any("written to" in notice for notice in notices(app))


async def test_an_export_that_fails_says_so_in_a_line_and_costs_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, desk):
        await press(pilot, "e", "home", *"none/", "enter")
        await settled(pilot)
        assert any("could not be written" in notice for notice in notices(app))
        assert app.screen is app.findings
        assert len(desk.shown) == 3


async def test_copying_says_through_what(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    async with opened(tmp_path) as (app, pilot, _):
        await press(pilot, "y")
        assert "3 sides copied through the terminal" in notices(app)
        assert "> **At least 12** people died" in app.clipboard
        assert "> — **Coast Wire**, “Nine dead in sinking”" in app.clipboard


async def test_reopening_comes_back_to_the_same_place(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, _):
        await press(pilot, "slash", *"2021", "enter", "q")
    async with opened(tmp_path) as (app, pilot, desk):
        assert app.findings.standing is not None
        assert app.findings.standing.found.id == "d2"
        assert desk.wanted.text == "2021"
        await press(pilot, "escape", "end", "up", "q")
    async with opened(tmp_path) as (app, _, desk):
        assert app.findings.standing is not None
        assert app.findings.standing.found.id == "d3"


async def test_two_people_on_one_file_lose_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, desk):
        other = Desk(reports.report(), tmp_path / review.FILE_NAME, "Ben")
        other.judge(other.shown[2], Verdict.UNSURE)
        await press(pilot, "a")
        assert verdicts(tmp_path) == [Verdict.CONFLICT, None, Verdict.UNSURE]
        assert desk.reviewed.standings[2].verdict is Verdict.UNSURE
        await press(pilot, "backspace")
        assert verdicts(tmp_path) == [None, None, Verdict.UNSURE]
        assert "1 of 3 judged" in seen(app)


async def test_an_extended_discrepancy_says_so_and_only_its_new_side_is_judged(tmp_path: Path) -> None:
    whole = reports.report()
    found = whole.discrepancies[0]
    before = replace(whole, discrepancies=(replace(found, sides=found.sides[:2], pairs=found.pairs[:1]),))
    async with opened(tmp_path, before) as (_, pilot, _desk):
        await press(pilot, "x")
    async with opened(tmp_path, whole) as (app, pilot, desk):
        assert "+ new side" in seen(app)
        assert "A and C: not judged yet" in seen(app) or "B and C: not judged yet" in seen(app)
        await press(pilot, "a")
        assert [pair.verdict for pair in desk.reviewed.standings[0].pairs] == [Verdict.NOT_CONFLICT, Verdict.CONFLICT]


async def test_a_verdict_that_cannot_be_written_is_told_and_not_shown(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    async with opened(tmp_path, review_file=folder / review.FILE_NAME) as (app, pilot, desk):
        folder.rmdir()
        await press(pilot, "a")
        assert any("could not be written" in notice for notice in notices(app))
        assert str(desk.progress) == "0 of 3 judged"


async def test_a_source_that_was_not_read_is_a_row_with_its_reason(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, _):
        assert "! not read notes.bin" in seen(app)
        await press(pilot, "end")
        assert "notes.bin was not read: it is not text" in seen(app)
        await press(pilot, "a", "n", "g", "y", "o", "m", "d")
        assert verdicts(tmp_path) == [None, None, None]


async def test_nothing_found_is_said(tmp_path: Path) -> None:
    empty = replace(reports.report(), discrepancies=(), unread=())
    async with opened(tmp_path, empty) as (app, pilot, _):
        assert "do not disagree on anything" in seen(app)
        await press(pilot, "a", "x", "n", "g", "y", "o", "m", "d", "A", "down", "f", "escape", "backspace")


async def test_a_damaged_review_file_is_told_and_the_rest_is_used(tmp_path: Path) -> None:
    async with opened(tmp_path) as (_, pilot, _desk):
        await press(pilot, "a")
    with (tmp_path / review.FILE_NAME).open("a") as stream:
        stream.write('{"cut')
    async with opened(tmp_path) as (app, _, desk):
        assert any("is cut off" in notice for notice in notices(app))
        assert desk.reviewed.standings[0].verdict is Verdict.CONFLICT


async def test_keys_can_be_changed(tmp_path: Path) -> None:
    async with opened(tmp_path, keys={"verdict.conflict": "k", "finding.previous": "up"}) as (_, pilot, _desk):
        await press(pilot, "a")
        assert verdicts(tmp_path) == [None, None, None]
        await press(pilot, "k")
        assert verdicts(tmp_path) == [Verdict.CONFLICT, None, None]


async def test_a_key_for_no_action_is_told(tmp_path: Path) -> None:
    async with opened(tmp_path, keys={"verdict.yes": "k", "verdict.conflict": "k"}) as (app, _, _desk):
        told = [notice for notice in notices(app) if "no such action" in notice]
        assert len(told) == 1
        assert "verdict.yes" in told[0]


async def test_the_mouse_is_enough_to_choose(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot, _):
        await pilot.click(FindingList, offset=(5, 4))
        await pilot.pause()
        assert app.findings.standing is not None
        assert app.findings.standing.found.id == "d3"
        await pilot.click(app.screen.query_one(SidesPane).query(Blocks).first(), offset=(5, 2))
        await pilot.pause()
        assert app.screen.query_one(SidesPane).query(Blocks).first().has_focus


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_hostile_text_is_drawn_as_text(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(tmp_path, hostile.report(), size) as (app, pilot, desk):
        for _ in desk.shown:
            text = seen(app)
            assert not [char for char in text if char != "\n" and not char.isprintable()]
            await press(pilot, "d", "down")
        await press(pilot, "f", "escape", "g", "escape", "e", "escape", "tab", "m", "right", "m", "c", "escape")
        assert app.is_running
