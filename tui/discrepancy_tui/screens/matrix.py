"""Which sources disagree with which, and what changed over time."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.widgets import Static

from discrepancy import Statement, display
from discrepancy.review import Standing
from discrepancy_tui.filters import Filter
from discrepancy_tui.matrix import MatrixCells, meaning
from discrepancy_tui.screens.desk_screen import SHARED, DeskScreen
from discrepancy_tui.widgets.banner import Banner
from discrepancy_tui.widgets.blocks import Blocks
from discrepancy_tui.widgets.grid import Grid
from discrepancy_tui.widgets.key_bar import KeyBar
from discrepancy_tui.widgets.timelines import Timelines

LOW = 36
"""Lines under which the heat map and the timelines take turns."""


class MatrixScreen(DeskScreen):
    """The heat map, and below it the timelines."""

    DEFAULT_CSS = """
    MatrixScreen {
        & Grid { height: auto; max-height: 60%; }
        & #meaning { height: auto; max-height: 3; padding: 0 1; background: $surface; }
        & #changes { height: 1; padding: 0 1; margin-top: 1; text-style: bold; color: $role-note; }
        & Timelines { height: 1fr; padding: 0 1; }

        &.-low Grid { max-height: 100%; }
        &.-low #grid { height: 1fr; }
        &.-low #changes { margin-top: 0; }
        &.-low Timelines { display: none; }
        &.-low.-times Timelines { display: block; }
        &.-low.-times Grid, &.-low.-times #meaning { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Show the findings", id="cell.open"),
        Binding("tab,shift+tab", "turn", "Timelines", id="matrix.turn"),
        Binding("escape", "app.show_findings", "Back to the findings", show=False, id="leave"),
        *SHARED,
    ]

    def __init__(self) -> None:
        super().__init__()
        self._cells: MatrixCells | None = None

    def compose(self) -> ComposeResult:
        yield Banner(id="banner")
        yield Grid(id="grid")
        yield Static(id="meaning", markup=False)
        yield Static(id="changes", markup=False)
        yield Timelines(id="timelines")
        yield KeyBar(show_command_palette=False)

    async def on_mount(self) -> None:
        await self.show_desk()
        self.query_one(Grid).focus()

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.height < LOW, "-low")

    async def show_desk(self) -> None:
        desk = self.desk_app.desk
        if desk is None:
            return
        names = display.labels(desk.report.articles)
        numbers = {article.id: number for number, article in enumerate(desk.report.articles, 1)}
        numbered = [f"{number} {names[ident]}" for ident, number in numbers.items()]
        self._cells = MatrixCells(display.matrix(desk.report), numbered)
        grid = self.query_one(Grid)
        grid.show(self._cells, grid.cursor)
        timelines = display.timelines(desk.report)
        self.query_one(Timelines).lay(timelines, numbers)
        self.query_one(Timelines).visible = bool(timelines)
        bar = self.query_one(Banner)
        bar.title = f"Sources · {display.headline(desk.report)}"
        bar.progress = str(desk.progress)
        self._show_meaning()
        self._show_changes()

    @on(Grid.Chosen)
    def _show_meaning(self) -> None:
        if self._cells is not None and self._cells.names:
            text = meaning(self._cells, *self.query_one(Grid).cursor)
            self.query_one("#meaning", Static).update(display.one_line(text))

    def _show_changes(self) -> None:
        if self.query_one(Timelines).timeline is None:
            text = "Over time: no count was given by sources of two times"
        elif self.has_class("-times"):
            text = "What changed over time (Tab: the sources against each other)"
        else:
            text = "What changed over time (Tab)"
        self.query_one("#changes", Static).update(text)

    def action_turn(self) -> None:
        """Go from the heat map to the timelines, and back."""
        timelines, grid = self.query_one(Timelines), self.query_one(Grid)
        if timelines.timeline is None:
            self.desk_app.tell("No count was given by sources of two times")
            return
        self.set_class(not timelines.has_focus, "-times")
        (timelines if self.has_class("-times") else grid).focus()
        self._show_changes()

    # ---- what is in view

    @property
    def standing(self) -> Standing | None:
        timelines, desk = self.query_one(Timelines), self.desk_app.desk
        if desk is None or timelines.timeline is None or not timelines.has_focus:
            return None
        return desk.standing(timelines.timeline.found.fingerprint)

    @property
    def statement(self) -> Statement | None:
        timelines = self.query_one(Timelines)
        return timelines.point.position.statement if timelines.point and timelines.has_focus else None

    @on(Grid.Opened)
    @on(Blocks.Opened)
    async def action_open(self) -> None:
        """Show the findings between these two sources, or the finding that the timeline is of."""
        timelines = self.query_one(Timelines)
        if timelines.has_focus and self.standing is not None:
            place = next(
                (side, number)
                for side, one in enumerate(self.standing.found.sides)
                for number, position in enumerate(one.positions)
                if timelines.point is None or position is timelines.point.position
            )
            await self.desk_app.show_discrepancy(self.standing.found.fingerprint, place)
            return
        if self._cells is None or not self._cells.names:
            return
        cursor = self.query_one(Grid).cursor
        a, b = self._cells.articles(*cursor)
        text = meaning(self._cells, *cursor)
        if not self._cells.matrix.count(a, b):
            self.desk_app.tell(text)
            return
        await self.desk_app.show_only(Filter(between=(a.id, b.id)))
        self.desk_app.tell(f"{text}; Escape shows all again")
