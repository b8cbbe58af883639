"""A table whose head and first column stay in view, with a cursor that goes by cell.

It draws what is seen alone: 10,000 rows and 50 columns take Textual's DataTable 40 seconds to open.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Protocol, TypeAlias

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from discrepancy_tui.paint import Role, painted

Cell: TypeAlias = tuple[int, int]
"""The number of a row, and of a column."""

HEAD = 4
"""Lines that the head of a column may take."""
GUTTER = 1
"""Columns of the screen before the text of a cell, for the cursor."""


class Cells(Protocol):
    """What stands in a table."""

    @property
    def size(self) -> Cell:
        """How many rows and columns there are."""

    def widths(self, room: int) -> tuple[int, int]:
        """The width of the first column and of every other one, where there are `room` columns on the screen."""

    def corner(self) -> Text: ...

    def head(self, column: int) -> Text: ...

    def label(self, row: int) -> Text: ...

    def cell(self, row: int, column: int) -> Text: ...


class Grid(ScrollView, can_focus=True):
    """Cells under heads and beside labels; it scrolls both ways."""

    DEFAULT_CSS = """
    Grid {
        height: 1fr;
        scrollbar-size: 1 1;
        & .grid--head { background: $surface; text-style: bold; }
        & .grid--rule { color: $role-dim; }
        & .grid--chosen { background: $role-chosen; text-style: bold; }
        & .grid--chosen-away { background: $role-away; text-style: bold; }
    }
    """
    _PARTS = ("head", "rule", "chosen", "chosen-away")
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"role--{role}" for role in Role} | {f"grid--{part}" for part in _PARTS}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1, 0)", "Next row", show=False, id="cell.down"),
        Binding("up,k", "move(-1, 0)", "Previous row", show=False, id="cell.up"),
        Binding("right,l", "move(0, 1)", "Next column", show=False, id="cell.right"),
        Binding("left,h", "move(0, -1)", "Previous column", show=False, id="cell.left"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="page.down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="page.up"),
        Binding("home", "column(0)", "First column", show=False, id="cell.home"),
        Binding("end", "column(-1)", "Last column", show=False, id="cell.end"),
        Binding("ctrl+home", "row(0)", "First row", show=False, id="page.top"),
        Binding("ctrl+end", "row(-1)", "Last row", show=False, id="page.bottom"),
    ]

    cursor: reactive[Cell] = reactive((0, 0), init=False)

    class Chosen(Message):
        """The cursor stands on another cell."""

    class Opened(Message):
        """A cell was clicked twice."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._cells: Cells | None = None
        self._rows = self._columns = 0
        self._label = self._cell = 1
        self._heads: list[list[Text]] = []
        self._corner: list[Text] = []
        self._head = 0
        self._styles: Mapping[str, Style] = {}

    def show(self, cells: Cells, cursor: Cell) -> None:
        """Puts these in the place of what is shown, with the cursor on `cursor`, or as near as there are cells."""
        self._cells = cells
        self._rows, self._columns = cells.size
        self._lay_out()
        self.set_reactive(Grid.cursor, self.validate_cursor(cursor))
        self._bring()

    def validate_cursor(self, cursor: Cell) -> Cell:
        row, column = cursor
        return max(0, min(row, self._rows - 1)), max(0, min(column, self._columns - 1))

    def watch_cursor(self) -> None:
        self._bring()
        self.refresh()
        self.post_message(self.Chosen())

    # ---- keys and mouse

    def action_move(self, rows: int, columns: int) -> None:
        self.cursor = (self.cursor[0] + rows, self.cursor[1] + columns)

    def action_page(self, pages: int) -> None:
        self.action_move(pages * max(1, self._region.height - self._head), 0)

    def action_column(self, number: int) -> None:
        self.cursor = (self.cursor[0], number % max(1, self._columns))

    def action_row(self, number: int) -> None:
        self.cursor = (number % max(1, self._rows), self.cursor[1])

    def on_click(self, event: events.Click) -> None:
        row, column = self.cursor
        if event.y >= self._head:
            row = event.y - self._head + self.scroll_offset.y
        if event.x > self._label:
            column = (event.x - self._label - 1 + self.scroll_offset.x) // self._cell
        if row >= self._rows or column >= self._columns:
            return
        self.cursor = (row, column)
        if event.chain == 2:
            self.post_message(self.Opened())

    # ---- what is seen

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()
        self._bring()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        # The styles are there once the style sheet was applied, which this is told in the middle of.
        self._styles = {}
        if self.is_running:
            self.call_after_refresh(self._lay_out)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self._head + self._rows

    @property
    def _region(self) -> Size:
        return self.scrollable_content_region.size

    def _lay_out(self) -> None:
        """Shares the width that there is, and breaks the heads to it."""
        # A screen that was left takes its styles with it, and what it was about to draw.
        if self._cells is None or not self.is_attached:
            return
        self._label, self._cell = self._cells.widths(self._region.width)
        self._corner = self._broken(self._cells.corner(), self._label - 1)
        self._heads = [self._broken(self._cells.head(n), self._cell - GUTTER) for n in range(self._columns)]
        self._head = max(len(lines) for lines in (self._corner, *self._heads))
        self.virtual_size = Size(self._label + 1 + self._columns * self._cell, self._head + self._rows)
        self.refresh(layout=True)

    def _broken(self, text: Text, width: int) -> list[Text]:
        lines = list(painted(text, self._roles()).wrap(self.app.console, max(1, width), overflow="fold"))
        if len(lines) > HEAD:
            lines[HEAD - 1].truncate(width - 1)
            lines[HEAD - 1].append("…")
        return lines[:HEAD]

    def _bring(self) -> None:
        """Scrolls so that the cursor is seen."""
        row, column = self.cursor
        width, height = self._region.width - self._label - 1, self._region.height - self._head
        left, x, y = column * self._cell, self.scroll_offset.x, self.scroll_offset.y
        if left < x or self._cell > width:
            x = left
        elif left + self._cell > x + width:
            x = left + self._cell - width
        y = min(row, max(y, row - height + 1))
        self.scroll_to(x, y, animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.rich_style
        row = y - self._head + self.scroll_offset.y
        if self._cells is None or (y >= self._head and row >= self._rows):
            return Strip.blank(width, base)
        if y < self._head:
            base += self._style("grid--head")
            label, cells = self._head_line(y)
        else:
            label, cells = self._row_line(row)
        label = Text.assemble(" ", label, end="")
        label.truncate(self._label, overflow="ellipsis", pad=True)
        label.append("│", self._style("grid--rule"))
        first = self.scroll_offset.x // self._cell * self._cell
        left = self.scroll_offset.x - first
        drawn = Strip(cells.render(self.app.console)).crop(left, left + max(0, width - self._label - 1))
        return (
            Strip.join([Strip(label.render(self.app.console)), drawn]).apply_style(base).adjust_cell_length(width, base)
        )

    def _head_line(self, y: int) -> tuple[Text, Text]:
        line = Text(end="")
        for column in self._seen():
            self._add(line, _line(self._heads[column], y))
        return _line(self._corner, y), line

    def _row_line(self, row: int) -> tuple[Text, Text]:
        line = Text(end="")
        if self._cells is None:
            return Text(end=""), line
        for column in self._seen():
            is_chosen = (row, column) == self.cursor
            chosen = self._style("grid--chosen" if self.has_focus else "grid--chosen-away") if is_chosen else None
            self._add(line, painted(self._cells.cell(row, column), self._roles()), chosen)
        label = painted(self._cells.label(row), self._roles())
        if row == self.cursor[0]:
            label.stylize("bold")
        return label, line

    def _seen(self) -> range:
        """The columns of which something is seen."""
        first = self.scroll_offset.x // self._cell
        return range(first, min(self._columns, first + self.size.width // self._cell + 2))

    def _add(self, line: Text, text: Text, chosen: Style | None = None) -> None:
        cell = Text("▌" if chosen else " ", style=chosen or "", end="")
        text.truncate(self._cell - GUTTER, overflow="ellipsis", pad=True)
        cell.append_text(text)
        line.append_text(cell)

    def _roles(self) -> Mapping[str, Style]:
        self._style(Role.DIM)
        return self._styles

    def _style(self, name: str) -> Style:
        if not self._styles:
            styles = {str(role): self.get_component_rich_style(f"role--{role}", partial=True) for role in Role}
            parts = [f"grid--{part}" for part in self._PARTS]
            self._styles = styles | {part: self.get_component_rich_style(part, partial=True) for part in parts}
        return self._styles[name]


def _line(lines: list[Text], number: int) -> Text:
    return lines[number].copy() if number < len(lines) else Text(end="")
