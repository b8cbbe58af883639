"""Who says what, at a glance: a row for each question that the filter shows, a column for each source."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from discrepancy import Statement, display
from discrepancy.review import Standing
from discrepancy_tui.facts import FactCells, cell_blocks
from discrepancy_tui.screens.desk_screen import SHARED, DeskScreen
from discrepancy_tui.sides import Place
from discrepancy_tui.widgets.banner import Banner
from discrepancy_tui.widgets.blocks import Blocks
from discrepancy_tui.widgets.grid import Grid
from discrepancy_tui.widgets.key_bar import KeyBar


class FactsScreen(DeskScreen):
    """The table, and below it what the chosen cell quotes."""

    DEFAULT_CSS = """
    FactsScreen {
        & #details { height: 6; border-top: solid $panel; padding: 0 1; }
        & #details:focus { border-top: solid $primary; }
        & #empty { display: none; height: 1fr; content-align: center middle; color: $role-dim; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Show the finding", id="cell.open"),
        Binding("escape", "app.show_findings", "Back to the findings", show=False, id="leave"),
        *SHARED,
    ]

    def __init__(self, standing: Standing | None, statement: Statement | None) -> None:
        """Opens with the cursor on what `statement` says in `standing`."""
        super().__init__()
        self._start = (standing, statement)
        self._cells = FactCells((), (), ())

    def compose(self) -> ComposeResult:
        yield Banner(id="banner")
        yield Grid(id="grid")
        yield Blocks(id="details")
        yield Static("Nothing is shown: 1 goes to the findings, where f changes the filter.", id="empty", markup=False)
        yield KeyBar(show_command_palette=False)

    async def on_mount(self) -> None:
        await self.show_desk()
        standing, statement = self._start
        rows = [number for number, one in enumerate(self._cells.standings) if one is standing]
        ids = [article.id for article in self._cells.articles]
        column = ids.index(statement.article.id) if statement else 0
        grid = self.query_one(Grid)
        grid.cursor = (rows[0] if rows else 0, column)
        grid.focus()

    async def show_desk(self) -> None:
        desk = self.desk_app.desk
        if desk is None:
            return
        rows = desk.shown
        names = display.labels(desk.report.articles)
        articles = desk.report.articles
        numbered = [f"{number} {names[article.id]}" for number, article in enumerate(articles, 1)]
        self._cells = FactCells(rows, articles, numbered)
        grid = self.query_one(Grid)
        grid.show(self._cells, grid.cursor)
        grid.display = self.query_one("#details").display = bool(rows)
        self.query_one("#empty").display = not rows
        bar = self.query_one(Banner)
        bar.title = f"Facts · {display.counted(len(rows), 'question')} · {display.counted(len(articles), 'source')}"
        bar.progress = str(desk.progress)
        self._show_cell()

    @on(Grid.Chosen)
    def _show_cell(self) -> None:
        if self._cells.standings:
            blocks = cell_blocks(self._cells, *self.query_one(Grid).cursor)
            self.query_one("#details", Blocks).show(blocks)

    # ---- what is in view

    @property
    def standing(self) -> Standing | None:
        row, _ = self.query_one(Grid).cursor
        return self._cells.standings[row] if row < len(self._cells.standings) else None

    @property
    def place(self) -> Place | None:
        """The statement of the finding that the cell, or the cursor in its quotes, stands on."""
        chosen = self.query_one("#details", Blocks).chosen
        return chosen if isinstance(chosen, tuple) else None

    @property
    def statement(self) -> Statement | None:
        if self.standing is None or self.place is None:
            return None
        side, number = self.place
        return self.standing.found.sides[side].positions[number].statement

    @on(Grid.Opened)
    @on(Blocks.Opened)
    async def action_open(self) -> None:
        """Show the finding, with the cursor on what this source says."""
        if self.standing is not None:
            await self.desk_app.show_discrepancy(self.standing.found.fingerprint, self.place)
