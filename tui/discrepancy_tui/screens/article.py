"""The second screen: a whole article, with what the other sources make of each statement, and one of them beside it."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus, Resize
from textual.widgets import Input

from discrepancy import Article, Report, Statement, display
from discrepancy.review import Standing
from discrepancy_tui.about import about, legend
from discrepancy_tui.article_blocks import MOST
from discrepancy_tui.desk import Desk
from discrepancy_tui.dialogs.choosing import Choose
from discrepancy_tui.reading import Bearing, Bearings, Level, Links, opposite
from discrepancy_tui.screens.desk_screen import SHARED, DeskScreen
from discrepancy_tui.widgets.article_column import ArticleColumn
from discrepancy_tui.widgets.article_text import ArticleText
from discrepancy_tui.widgets.banner import Banner
from discrepancy_tui.widgets.blocks import Block, Blocks
from discrepancy_tui.widgets.key_bar import KeyBar

NARROW = 100
"""Columns under which one article is shown at a time."""

_ROW = 4
"""The line of the screen that the statement is opened on: what goes before it is seen too."""


class ArticleScreen(DeskScreen):
    """Where articles are read."""

    DEFAULT_CSS = """
    ArticleScreen {
        & #articles { height: 1fr; align-horizontal: center; }
        & #other { border-left: solid $panel; }
        & #about { height: 4; border-top: solid $panel; overflow-y: hidden; }
        & #legend { height: 1; background: $surface; overflow-y: hidden; }
        & #find { display: none; height: 1; border: none; padding: 0 1; background: $surface; }
        &.-narrow #other { border-left: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_to_discrepancy", "Discrepancy", id="article.discrepancy"),
        Binding("d", "contradicted(1)", "Next conflict", id="article.contradicted"),
        Binding("D", "contradicted(-1)", "Previous conflict", show=False, id="article.contradicted.previous"),
        Binding("b", "beside", "Beside", id="article.beside"),
        Binding("B", "one", "One article", show=False, id="article.one"),
        Binding("tab,shift+tab", "swap", "Other article", show=False, id="article.swap"),
        Binding("left,h", "column(0)", "Left article", show=False, id="article.left"),
        Binding("right,l", "column(1)", "Right article", show=False, id="article.right"),
        Binding("v", "left_out", "Left out", id="article.left_out"),
        Binding("slash", "find", "Find", key_display="/", id="article.find"),
        Binding("n", "step(1)", "Next found", show=False, id="article.found.next"),
        Binding("N", "step(-1)", "Previous found", show=False, id="article.found.previous"),
        Binding("escape", "back", "Back", id="article.back"),
        *SHARED,
    ]

    def __init__(self, statement: Statement, standing: Standing | None) -> None:
        """Opens the article of `statement` there; where `standing` is given, with the other side's beside it."""
        super().__init__()
        self._opened = statement
        self._view = standing
        self._beside = opposite(standing, statement) if standing else None
        """A statement of the article on the right; None while there is none."""
        self._bearings: Bearings | None = None
        self._others: tuple[str, ...] = ()
        self._level = Level({}, {})
        self._active = 0
        self._with_left_out = False
        self._words = ""

    # ---- what is on the screen

    def compose(self) -> ComposeResult:
        yield Banner(id="banner")
        with Horizontal(id="articles"):
            yield ArticleColumn(id="article")
            yield ArticleColumn(id="other")
        for name in ("about", "legend"):
            lines = Blocks(id=name)
            lines.can_focus = False
            yield lines
        yield Input(placeholder="Find words in the article", id="find")
        yield KeyBar(show_command_palette=False)

    async def on_mount(self) -> None:
        await self.show_desk()
        self.columns[0].text.focus()

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.width < NARROW, "-narrow")
        self._arrange()
        self._show_about()
        self.call_after_refresh(self._keep_level)

    @property
    def columns(self) -> list[ArticleColumn]:
        """The articles that are open."""
        found = list(self.query(ArticleColumn))
        return found if self._beside else found[:1]

    @property
    def column(self) -> ArticleColumn:
        """The one that the reader is in."""
        return self.columns[min(self._active, len(self.columns) - 1)]

    async def show_desk(self) -> None:
        """Shows the articles as they are now, with the cursors where they were."""
        desk = self.desk_app.desk
        if desk is None:
            return
        article = _article(desk.report, self._opened)
        if article is None:
            self.desk_app.tell("The article is no longer among the sources")
            self.desk_app.action_show_findings()
            return
        self._bearings = Bearings(desk.reviewed)
        links = Links(desk.report, desk.reviewed.standings, article.id, self._view)
        self._others = links.others
        if self._beside and _article(desk.report, self._beside) is None:
            self._beside = None
        self._level = links.level(self._beside.article.id) if self._beside else Level({}, {})
        for column, statement in zip(self.columns, (self._opened, self._beside), strict=False):
            if statement:
                self._show_article(desk, column, statement)
        self._arrange()
        self._show_bar()
        self._show_about()
        self.call_after_refresh(self._keep_level)

    def _show_article(self, desk: Desk, column: ArticleColumn, opened: Statement) -> None:
        """Shows the article of `opened` there; at the cursor, where it is shown already."""
        article = _article(desk.report, opened)
        if article is None or self._bearings is None:
            return
        is_there = column.article is not None and column.article.id == article.id
        at = (column.statement if is_there else None) or opened
        row = column.text.row_of(at.key) if is_there else _ROW
        own = [one for one in desk.report.statements if one.article.id == article.id]
        lines = desk.report.lines.get(article.id, ()) if self._with_left_out else ()
        column.show(article, own, lines, self._bearings, desk.marked, at, row)
        if self._words:
            column.find(self._words)

    def _arrange(self) -> None:
        """Shows both articles, or, where there is no room, the one that the reader is in."""
        open_ = self.columns
        for column in self.query(ArticleColumn):
            is_active = column is self.column
            column.display = column in open_ and (is_active or not self.has_class("-narrow"))
            column.set_class(is_active, "-active")

    def _show_bar(self, found: str = "") -> None:
        desk, article = self.desk_app.desk, self.column.article
        if desk is None or article is None:
            return
        bar = self.query_one(Banner)
        number = f" · {self._active + 1} of {len(self.columns)}, Tab for the other" if len(self.columns) > 1 else ""
        bar.title = f"{self.desk_app.subject} · {display.source_name(article)}{number}"
        bar.progress = found or str(desk.progress)

    def _show_about(self) -> None:
        room = self.size.width - 6
        statement = self.statement
        lines = about(statement, self._bearings) if statement and self._bearings else []
        for line in lines:
            line.truncate(room, overflow="ellipsis")
        self.query_one("#about", Blocks).show([Block((line,)) for line in lines])
        marks = legend(len(self.columns) > 1 and not self.has_class("-narrow"))
        marks.truncate(room, overflow="ellipsis")
        self.query_one("#legend", Blocks).show([Block((marks,))])

    # ---- what is in view

    @property
    def statement(self) -> Statement | None:
        return self.column.statement

    @property
    def standing(self) -> Standing | None:
        standings = self._bearings.standings(self.statement) if self._bearings and self.statement else ()
        return standings[0] if standings else None

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        for number, column in enumerate(self.columns):
            if column.text is event.widget and number != self._active:
                self._active = number
                self._arrange()
                self._show_bar()
                self._show_about()

    @on(Blocks.Chosen)
    def _moved(self, event: Blocks.Chosen) -> None:
        self._keep_level()
        self._show_about()

    @on(ArticleText.Scrolled)
    def _scrolled(self, event: ArticleText.Scrolled) -> None:
        if event.text.has_focus or event.text.is_mouse_over:
            self._keep_level(event.text)

    def _keep_level(self, leading: ArticleText | None = None) -> None:
        """Scrolls the article beside so that what says the same stands on the same line."""
        if len(self.columns) < 2:
            return
        texts = [column.text for column in self.columns]
        leading = leading or self.column.text
        following = texts[1] if leading is texts[0] else texts[0]
        partners = self._level.there if leading is texts[0] else self._level.back
        if leading is self.column.text:
            following.echo(partners.get(leading.chosen))
        seen = leading.seen
        key = next((one for one in seen if one in partners), None)
        if key is not None:
            following.level(partners[key], leading.row_of(key) or 0)
        elif seen:
            following.level_in_proportion(leading.share(seen[0]), leading.row_of(seen[0]) or 0)

    # ---- where the reader goes

    @on(Blocks.Opened)
    @work
    async def action_go_to_discrepancy(self) -> None:
        """Go to the discrepancy that the statement stands in; where there are several, choose one."""
        standings = self._bearings.standings(self.statement) if self._bearings and self.statement else ()
        if not standings:
            self.desk_app.tell("The statement stands in no discrepancy (d goes to one that does)")
            return
        chosen: str | None = standings[0].found.fingerprint
        if len(standings) > 1:
            chosen = await self.app.push_screen_wait(Choose(standings))
        if chosen is not None:
            await self.desk_app.show_discrepancy(chosen)

    def action_contradicted(self, steps: int) -> None:
        """Go to the next statement that another source contradicts."""
        column, here = self.column, self.statement
        if self._bearings is None or here is None:
            return
        way = [one for one in column.statements if (one.start > here.start if steps > 0 else one.start < here.start)]
        ordered = way if steps > 0 else way[::-1]
        to = next((one for one in ordered if self._bearings.of(one) is Bearing.CONTRADICTED), None)
        if to is None:
            self.desk_app.tell(f"Nothing {'below' if steps > 0 else 'above'} is contradicted")
        else:
            column.text.choose(to.key)

    async def action_back(self) -> None:
        """Back to where you came from; with words that were looked for, first to the text."""
        if self._words or self.query_one("#find").display:
            self._look_for("")
            return
        self.app.pop_screen()

    # ---- the article beside

    async def action_beside(self) -> None:
        """Show the next of the other sources that tell of the same things beside it."""
        desk = self.desk_app.desk
        if desk is None or not self._others:
            self.desk_app.tell("No other source was found to tell of the same things")
            return
        shown = self._beside.article.id if self._beside else None
        to = (
            self._others[(self._others.index(shown) + 1) % len(self._others)]
            if shown in self._others
            else self._others[0]
        )
        await self._set_beside(next(one for one in desk.report.statements if one.article.id == to))

    async def action_one(self) -> None:
        """Show one article alone."""
        await self._set_beside(None)

    async def _set_beside(self, statement: Statement | None) -> None:
        self._beside = statement
        if statement is None:
            self.action_column(0)
        await self.show_desk()

    def action_swap(self) -> None:
        """Go to the article beside, and back."""
        if len(self.columns) < 2:
            self.desk_app.tell("There is one article: b shows another one beside it")
            return
        self.action_column(1 - self._active)

    def action_column(self, number: int) -> None:
        """Go to the article on this side."""
        if number >= len(self.columns):
            return
        self._active = number
        self._arrange()
        self.column.text.focus()
        self._show_bar()
        self._show_about()
        self.call_after_refresh(self._keep_level)

    async def action_left_out(self) -> None:
        """Show what was left out as furniture of the site, teasers or notes, or hide it again."""
        self._with_left_out = not self._with_left_out
        await self.show_desk()
        self.desk_app.tell(
            "Shown, dimmed: what was left out of the comparison" if self._with_left_out else "Statements alone"
        )

    # ---- words

    def action_find(self) -> None:
        """Find words in the article."""
        find = self.query_one("#find", Input)
        find.display = True
        find.focus()

    @on(Input.Submitted, "#find")
    def _submitted(self, event: Input.Submitted) -> None:
        self._look_for(event.value)
        if self._words:
            self.action_step(1)

    def _look_for(self, words: str) -> None:
        """Underlines these words in all articles that are shown; none when they are empty."""
        self._words = words.strip()
        find = self.query_one("#find", Input)
        find.display = False
        find.value = self._words
        for column in self.columns:
            column.find(self._words)
        self.column.text.focus()
        self._show_bar()

    def action_step(self, steps: int) -> None:
        """Go to the next place where the words stand that were looked for."""
        if not self._words:
            self.action_find()
            return
        number, count = self.column.step(steps)
        if count:
            self._show_bar(
                f"“{display.short(self._words, 20)}” {number:,} of {count:,}{' or more' if count == MOST else ''}"
            )
        else:
            self.desk_app.tell(f"“{display.short(self._words, 40)}” does not stand in this article")


def _article(report: Report, statement: Statement) -> Article | None:
    return next((one for one in report.articles if one.id == statement.article.id), None)
