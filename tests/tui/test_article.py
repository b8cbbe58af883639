from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

import articles
import hostile
import reports
from articles import CAPTAIN, DAWN, HARBOUR, HE, HEADING, LIGHT, NINE, SANK
from desks import SIZES, THEMES, application, press, settled
from discrepancy import Pair, Report, Statement
from discrepancy.model import Claim
from discrepancy_tui import Application, desk
from discrepancy_tui.dialogs.choosing import Choose
from discrepancy_tui.dialogs.linking import Link
from discrepancy_tui.filters import Filter
from discrepancy_tui.screens.article import ArticleScreen
from discrepancy_tui.widgets.article_text import ArticleText
from discrepancy_tui.widgets.banner import Banner
from discrepancy_tui.widgets.finding_list import FindingList

WIDE, SMALL = (120, 40), (80, 24)


class Reader:
    """The application with an article open."""

    def __init__(self, app: Application, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def screen(self) -> ArticleScreen:
        assert isinstance(self.app.screen, ArticleScreen)
        return self.app.screen

    @property
    def statement(self) -> str:
        assert self.screen.statement is not None
        return self.screen.statement.text

    @property
    def texts(self) -> list[ArticleText]:
        return [column.text for column in self.screen.columns]

    @property
    def seen(self) -> list[str]:
        return [column.article.id for column in self.screen.columns if column.display and column.article]

    async def press(self, *keys: str) -> None:
        # A dialog is open until it is answered: what waits for it cannot be waited for.
        await press(self.pilot, *keys)
        await self.pilot.pause()

    def lines(self, name: str) -> list[str]:
        """What is drawn there."""
        return drawn(self.screen.query_one(name))

    def rows(self, here: Statement, there: Statement) -> tuple[int | None, int | None]:
        return self.texts[0].row_of(here.key), self.texts[1].row_of(there.key)


def drawn(widget: Any) -> list[str]:
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


async def opened(app: Application, pilot: Pilot[None], number: int = 0) -> Reader:
    await settled(pilot)
    findings = app.findings.query_one(FindingList)
    findings.focus()
    findings.chosen = number
    await settled(pilot)
    await press(pilot, "2")
    await settled(pilot)
    return Reader(app, pilot)


@asynccontextmanager
async def reading(
    folder: Path, number: int = 0, size: tuple[int, int] = WIDE, report: Report | None = None
) -> AsyncIterator[Reader]:
    app = application(folder, report or articles.report())
    async with app.run_test(size=size) as pilot:
        yield await opened(app, pilot, number)


# ---- opening and going back


async def test_it_opens_at_the_statement_with_the_other_side_level_beside_it(tmp_path: Path) -> None:
    async with reading(tmp_path, number=1) as reader:
        assert reader.statement == CAPTAIN.text
        assert reader.seen == ["herald", "wire"]
        here, there = reader.rows(CAPTAIN, HE)
        assert here == there
        assert drawn(reader.texts[1])[here or 0].startswith("▸≠")


async def test_enter_on_a_statement_of_the_findings_opens_it_there(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("escape")
        await reader.press("tab", "right", "enter")
        assert reader.statement == NINE.text
        assert reader.seen == ["wire", "herald"]


async def test_2_on_it_is_nothing(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        depth = len(reader.app.screen_stack)
        await reader.press("2")
        assert len(reader.app.screen_stack) == depth


@pytest.mark.parametrize("key", ["escape", "1"])
async def test_back_to_where_the_reader_was(tmp_path: Path, key: str) -> None:
    async with reading(tmp_path, number=1) as reader:
        await reader.press("j", key)
        assert reader.app.screen is reader.app.findings
        assert reader.app.findings.standing is not None
        assert reader.app.findings.standing.found.id == "d2"


async def test_without_findings_the_first_article_opens(tmp_path: Path) -> None:
    async with reading(tmp_path, report=replace(articles.report(), discrepancies=())) as reader:
        assert reader.statement == HEADING.text


async def test_without_statements_there_is_nothing_to_read(tmp_path: Path) -> None:
    empty = replace(articles.report(), discrepancies=(), statements=(), pairs=(), single_source=(), corroborated=())
    app = application(tmp_path, empty)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        app.action_show_article()
        await settled(pilot)
        assert app.screen is app.findings


# ---- going to a discrepancy


async def test_enter_goes_to_the_discrepancy(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("end", "enter")
        assert reader.app.screen is reader.app.findings
        assert reader.app.findings.standing is not None
        assert reader.app.findings.standing.found.id == "d2"


async def test_of_several_the_worst_comes_first_and_any_can_be_chosen(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("enter")
        assert isinstance(reader.app.screen, Choose)
        await reader.press("escape")
        assert reader.statement == SANK.text
        await reader.press("enter")
        await reader.press("down", "enter")
        assert reader.app.findings.standing is not None
        assert reader.app.findings.standing.found.id == "d3"


async def test_enter_goes_nowhere_from_what_nobody_contradicts(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("home", "enter")
        assert reader.statement == HEADING.text


async def test_a_discrepancy_that_the_filter_leaves_out_is_shown_all_the_same(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        assert reader.app.desk is not None
        reader.app.desk.wanted = Filter(text="weekday")
        await reader.press("end", "enter")
        assert reader.app.findings.standing is not None
        assert reader.app.findings.standing.found.id == "d2"
        assert reader.app.desk.wanted.is_empty


async def test_d_goes_from_one_contradicted_statement_to_the_next(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("home", "d")
        assert reader.statement == SANK.text
        await reader.press("d")
        assert reader.statement == CAPTAIN.text
        await reader.press("d")
        assert reader.statement == CAPTAIN.text
        await reader.press("D")
        assert reader.statement == SANK.text


# ---- what the marks say


async def test_what_is_known_of_the_statement_stands_below(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        assert "contradicted: How many people died?" in reader.lines("#about")[0]
        assert "at least 12 / nine / 15" in reader.lines("#about")[1]
        assert "to judge" in reader.lines("#about")[2]
        await reader.press("home")
        assert "no conflict and no clear agreement" in reader.lines("#about")[0]


async def test_a_verdict_shows_in_margin_and_words(tmp_path: Path) -> None:
    async with reading(tmp_path, number=1) as reader:
        await reader.press("escape")
        await reader.press("x")
        reader.app.findings.query_one(FindingList).chosen = 1
        await settled(reader.pilot)
        await reader.press("2")
        assert "✘ judged no conflict" in reader.lines("#about")[0]
        row = reader.texts[0].row_of(CAPTAIN.key)
        assert drawn(reader.texts[0])[row or 0].startswith("▌✘")


# ---- two articles


async def test_the_other_article_follows_the_cursor(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        assert reader.rows(SANK, NINE)[0] == reader.rows(SANK, NINE)[1]
        await reader.press("end")
        assert reader.rows(CAPTAIN, HE)[0] == reader.rows(CAPTAIN, HE)[1]
        assert reader.texts[1].chosen == HE.key


async def test_the_cursor_can_go_over_and_lead_from_there(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("tab")
        assert reader.statement == NINE.text
        await reader.press("down")
        assert reader.statement == HE.text
        assert reader.rows(CAPTAIN, HE)[0] == reader.rows(CAPTAIN, HE)[1]
        await reader.press("left")
        assert reader.statement == CAPTAIN.text
        await reader.press("right")
        assert reader.statement == HE.text


async def test_b_goes_through_the_other_sources_and_shift_b_takes_them_away(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        found = []
        for _ in range(3):
            await reader.press("b")
            found.append(reader.seen)
        assert found == [["herald", "inquiry"], ["herald", "portal"], ["herald", "wire"]]
        await reader.press("B")
        assert reader.seen == ["herald"]
        await reader.press("tab")
        assert reader.statement == SANK.text


async def test_aligned_claims_stand_level_without_a_discrepancy(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("b", "b")
        await reader.press("down")
        assert reader.statement == DAWN.text
        assert reader.rows(DAWN, LIGHT)[0] == reader.rows(DAWN, LIGHT)[1]
        assert reader.texts[1].chosen == LIGHT.key


async def test_in_a_small_terminal_there_is_one_article_at_a_time(tmp_path: Path) -> None:
    async with reading(tmp_path, size=SMALL) as reader:
        assert reader.seen == ["herald"]
        await reader.press("tab")
        assert reader.seen == ["wire"]
        assert reader.statement == NINE.text
        await reader.press("down", "tab")
        assert reader.seen == ["herald"]
        assert reader.statement == CAPTAIN.text
        await reader.pilot.resize_terminal(*WIDE)
        await settled(reader.pilot)
        assert reader.seen == ["herald", "wire"]


async def test_a_click_moves_the_cursor_and_two_go_to_the_discrepancy(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        row = reader.texts[1].row_of(HE.key)
        await reader.pilot.click(reader.texts[1], offset=(10, row or 0))
        await settled(reader.pilot)
        assert reader.statement == HE.text
        await reader.pilot.click(reader.texts[1], offset=(10, reader.texts[1].row_of(HE.key) or 0), times=2)
        await settled(reader.pilot)
        assert reader.app.screen is reader.app.findings


async def test_the_wheel_takes_the_other_article_along(tmp_path: Path) -> None:
    many = long_report()
    async with reading(tmp_path, report=many) as reader:
        before = reader.texts[1].scroll_offset.y
        reader.texts[0].scroll_relative(y=30, animate=False)
        await settled(reader.pilot)
        assert reader.texts[1].scroll_offset.y != before
        level = [one for one in reader.texts[0].seen if one in reader.screen._level.there]
        here, there = level[0], reader.screen._level.there[level[0]]
        assert reader.texts[0].row_of(here) == reader.texts[1].row_of(there)


async def test_pages_move_the_cursor(tmp_path: Path) -> None:
    async with reading(tmp_path, report=long_report()) as reader:
        await reader.press("home")
        first = reader.screen.statement
        await reader.press("pagedown")
        second = reader.screen.statement
        assert first is not None
        assert second is not None
        assert second.index - first.index > 5
        await reader.press("pageup")
        assert reader.screen.statement == first


# ---- what was left out


async def test_v_shows_what_was_left_out_and_hides_it(tmp_path: Path) -> None:
    async with reading(tmp_path, report=replace(articles.report(), discrepancies=())) as reader:
        reader.app.push_screen(ArticleScreen(HARBOUR, None))
        await settled(reader.pilot)
        assert "site furniture" not in "\n".join(drawn(reader.texts[0]))
        await reader.press("v")
        shown = "\n".join(drawn(reader.texts[0]))
        assert "[site furniture] Skip to content" in shown
        assert "[teaser of another article] Read also" in shown
        assert reader.statement == HARBOUR.text
        await reader.press("v")
        assert "site furniture" not in "\n".join(drawn(reader.texts[0]))


# ---- words


async def test_words_are_found_from_the_cursor_on_and_round(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("slash", *"the", "enter")
        banner = reader.screen.query_one(Banner)
        assert (reader.statement, banner.progress) == (SANK.text, "“the” 1 of 3")
        await reader.press("n", "n")
        assert (reader.statement, banner.progress) == (CAPTAIN.text, "“the” 3 of 3")
        await reader.press("n")
        assert (reader.statement, banner.progress) == (SANK.text, "“the” 1 of 3")
        await reader.press("N")
        assert reader.statement == CAPTAIN.text


async def test_escape_leaves_the_words_first_and_then_the_article(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("slash", *"the", "enter")
        await reader.press("escape")
        assert reader.screen.query_one(Banner).progress == "0 of 3 judged"
        assert not reader.screen.query_one("#find", Input).display
        await reader.press("escape")
        assert reader.app.screen is reader.app.findings


async def test_words_that_do_not_stand_there_move_nothing(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("slash", *"zeppelin", "enter")
        assert reader.statement == SANK.text
        assert "does not stand in this article" in [one.message for one in reader.app._notifications][-1]


# ---- what every screen can do


async def test_two_statements_of_two_articles_become_a_discrepancy(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        await reader.press("home", "m")
        assert drawn(reader.texts[0])[0].startswith("▌ ◆")
        await reader.press("tab", "m", "c")
        assert isinstance(reader.app.screen, Link)
        await reader.press("enter")
        assert reader.app.screen is reader.app.findings
        assert reader.app.findings.standing is not None
        sides = reader.app.findings.standing.found.sides
        assert [side.positions[0].statement.text for side in sides] == [HEADING.text, NINE.text]


async def test_copy_and_open_speak_of_the_statement(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        assert reader.screen.standing is not None
        assert reader.screen.standing.found.id == "d1"
        await reader.press("home")
        assert reader.screen.standing is None
        assert reader.screen.statement == HEADING


async def test_a_new_comparison_keeps_the_place(tmp_path: Path) -> None:
    async with reading(tmp_path, number=1) as reader:
        await reader.press("r")
        await settled(reader.pilot)
        assert reader.statement == CAPTAIN.text
        assert reader.seen == ["herald", "wire"]


async def test_an_article_that_is_gone_leads_back(tmp_path: Path) -> None:
    async with reading(tmp_path) as reader:
        base = articles.report()
        left = replace(
            base,
            articles=base.articles[1:],
            statements=tuple(one for one in base.statements if one.article.id != "herald"),
            discrepancies=(),
            corroborated=(),
            pairs=(),
        )
        reader.app.desk = desk.Desk(left, tmp_path / "other.jsonl", None)
        await reader.screen.show_desk()
        await settled(reader.pilot)
        assert reader.app.screen is reader.app.findings


# ---- what articles may do


async def test_hostile_articles_stay_in_their_columns(tmp_path: Path) -> None:
    app = application(tmp_path, hostile.report())
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        for statement in hostile.report().statements:
            app.push_screen(ArticleScreen(statement, None))
            await settled(pilot)
            reader = Reader(app, pilot)
            for y in range(reader.texts[0].size.height):
                strip = reader.texts[0].render_line(y)
                assert strip.cell_length == reader.texts[0].size.width
                assert "\x1b" not in strip.text
            await press(pilot, "down", "escape")


async def test_a_line_of_a_megabyte_is_read_on_with_the_arrows(tmp_path: Path) -> None:
    app = application(tmp_path, hostile.report())
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        app.push_screen(ArticleScreen(hostile.report().statements[-2], None))
        await settled(pilot)
        text = Reader(app, pilot).texts[0]
        await press(pilot, "down", "down")
        assert text.scroll_offset.y == 6
        await press(pilot, "up")
        assert text.scroll_offset.y == 3


def long_report() -> Report:
    """Two articles of a hundred statements, of which every fifth says the same."""
    made = []
    for ident, word in (("north", "Row"), ("south", "Line")):
        lines = [f"{word} {number} of it tells of the flood." for number in range(100)]
        source = reports.article(ident, "\n".join(lines), publisher=ident)
        made.append([reports.statement(source, line, index=i, paragraph=i) for i, line in enumerate(lines)])
    north, south = made
    pairs = tuple(
        Pair(Claim(a, a.text, "be", (0, 1)), Claim(b, b.text, "be", (0, 1)), 0.9)
        for a, b in zip(north[::5], south[10::5], strict=False)
    )
    base = articles.report()
    found = replace(
        base.discrepancies[1],
        sides=tuple(
            replace(side, positions=(reports.position(one, "flood"),))
            for side, one in zip(base.discrepancies[1].sides, (north[0], south[10]), strict=True)
        ),
    )
    return replace(
        base,
        articles=(north[0].article, south[0].article),
        statements=(*north, *south),
        discrepancies=(found,),
        corroborated=(),
        single_source=(),
        pairs=pairs,
    )


# ---- how it looks


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", THEMES)
def test_looks(tmp_path: Path, snap_compare: Any, size: tuple[int, int], theme: str) -> None:
    app = application(tmp_path, articles.report(), theme=theme)

    async def prepare(pilot: Pilot[None]) -> None:
        await opened(app, pilot)
        await press(pilot, "m")
        app.clear_notifications()
        await settled(pilot)

    assert snap_compare(app, terminal_size=size, run_before=prepare)


def test_left_out_and_found_words_look(tmp_path: Path, snap_compare: Any) -> None:
    app = application(tmp_path, articles.report())

    async def prepare(pilot: Pilot[None]) -> None:
        await settled(pilot)
        app.push_screen(ArticleScreen(LIGHT, None))
        await settled(pilot)
        await press(pilot, "v", "b", "slash", *"ferry", "enter")
        app.clear_notifications()
        await settled(pilot)

    assert snap_compare(app, terminal_size=WIDE, run_before=prepare)
