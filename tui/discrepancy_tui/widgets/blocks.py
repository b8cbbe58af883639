"""Text in blocks that a cursor goes through: the columns of a finding, and an article's statements.

It draws lines and holds no widgets, so that a hundred statements cost no more than one; and only what is seen is drawn,
so that a megabyte opens at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from discrepancy_tui.paint import Role, painted
from discrepancy_tui.widgets.lines import Lines
from discrepancy_tui.wrapping import rows

GUTTER = 2
"""Columns on the left, for the cursor and for marks."""

CURSOR = "▌"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines; one with a `key` can be chosen."""

    lines: tuple[Text, ...]
    key: Hashable | None = None
    mark: str = ""
    """For the margin: a character, or as many as the margin has room for beside the cursor."""
    mark_role: Role | None = None
    indent: int = 0


class _Row(NamedTuple):
    """One line of the screen: a part of one line of a block."""

    block: int
    line: int
    start: int
    end: int


class Blocks(Lines, can_focus=True):
    """Blocks of text, one below the other."""

    DEFAULT_CSS = """
    Blocks {
        width: 1fr;
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        padding: 0 1 0 0;
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"role--{role}" for role in Role} | {"blocks--chosen"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Next statement", show=False, id="statement.next"),
        Binding("up,k", "move(-1)", "Previous statement", show=False, id="statement.previous"),
        Binding("pagedown", "page_down", "Page down", show=False, id="page.down"),
        Binding("pageup", "page_up", "Page up", show=False, id="page.up"),
        Binding("home", "scroll_home", "Top", show=False, id="page.top"),
        Binding("end", "scroll_end", "Bottom", show=False, id="page.bottom"),
    ]

    class Chosen(Message):
        """The cursor stands on another block."""

        def __init__(self, blocks: Blocks, key: Hashable) -> None:
            self.blocks = blocks
            self.key = key
            super().__init__()

        @property
        def control(self) -> Blocks:
            return self.blocks

    class Opened(Chosen):
        """A block was clicked twice."""

    edge: ClassVar[int] = GUTTER
    """Columns on the left that text leaves free."""
    rim: ClassVar[int] = 0
    """Columns on the right that text leaves free."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._blocks: tuple[Block, ...] = ()
        self._keyed: list[int] = []
        self._numbers: Mapping[Hashable, int] = {}
        self._rows: list[_Row] = []
        self._first: list[int] = []
        self._lead = 0
        """Blank lines above the text."""
        self._styles: Mapping[str, Style] = {}
        self._chosen: int | None = None
        self._laid_out_for = 0

    @property
    def chosen(self) -> Hashable | None:
        """The key of the block that the cursor stands on."""
        return None if self._chosen is None else self._blocks[self._chosen].key

    def show(self, blocks: Sequence[Block], chosen: Hashable | None = None) -> None:
        """Shows these from the top, with the cursor on the block with key `chosen`, or the first that has one."""
        self._blocks = tuple(blocks)
        self._keyed = [number for number, block in enumerate(self._blocks) if block.key is not None]
        self._numbers = {self._blocks[number].key: number for number in reversed(self._keyed)}
        wanted = self._number(chosen)
        self._chosen = wanted if wanted is not None else self._keyed[0] if self._keyed else None
        self._lay_out()
        self.scroll_to(0, 0, animate=False, immediate=True)

    def repaint(self, blocks: Sequence[Block]) -> None:
        """Shows these in the place of blocks with the same text, and moves nothing."""
        self._blocks = tuple(blocks)
        self.refresh()

    def choose(self, key: Hashable, row: int | None = None) -> None:
        """Puts the cursor on the block with `key`, and that, where `row` is given, on this line of the screen."""
        number = self._number(key)
        if number is not None:
            self._go(number, row)

    def row_of(self, key: Hashable) -> int | None:
        """Which line of the screen the block with `key` begins on; it may lie outside of what is seen."""
        number = self._number(key)
        return None if number is None or number >= len(self._first) else self._top(number) - self.scroll_offset.y

    def action_move(self, steps: int) -> None:
        if self._chosen is None or not self._keyed:
            self.scroll_relative(y=steps, animate=False)
            return
        at = bisect_left(self._keyed, self._chosen) + steps
        if 0 <= at < len(self._keyed) and not self._reads_on(steps):
            self._go(self._keyed[at])
        else:
            self.scroll_relative(y=steps * 3, animate=False)

    def _reads_on(self, steps: int) -> bool:
        """Whether the chosen block fills the screen and goes on beyond it."""
        if self._chosen is None or self._chosen >= len(self._first):
            return False
        top, height = self.scroll_offset.y, self.size.height
        begin, end = self._top(self._chosen), self._bottom(self._chosen)
        return begin < top < end if steps < 0 else end - begin >= height and begin < top + height < end

    def _number(self, key: Hashable | None) -> int | None:
        return self._numbers.get(key)

    def _top(self, number: int) -> int:
        """The line that a block begins on, counted from the first one that can be scrolled to."""
        return self._lead + self._first[number]

    def _bottom(self, number: int) -> int:
        return self._lead + (self._first[number + 1] if number + 1 < len(self._first) else len(self._rows))

    def _go(self, number: int, row: int | None = None) -> None:
        self._chosen = number
        self.refresh()
        if number < len(self._first):
            self._bring(number, row)
        self.post_message(self.Chosen(self, self._blocks[number].key))

    def _bring(self, number: int, row: int | None) -> None:
        top, bottom = self._top(number), self._bottom(number)
        if row is not None:
            self.scroll_to(0, top - row, animate=False, immediate=True)
        elif top < self.scroll_offset.y or bottom - top >= self.size.height:
            self.scroll_to(0, max(0, top - 1), animate=False, immediate=True)
        elif bottom > self.scroll_offset.y + self.size.height:
            self.scroll_to(0, bottom - self.size.height, animate=False, immediate=True)

    def on_resize(self, event: events.Resize) -> None:
        self._fit()

    def watch_show_vertical_scrollbar(self) -> None:
        # Nothing else tells of the column that a scrollbar takes.
        self._fit()

    def _fit(self) -> None:
        """Lays the text out again where the room for it has changed."""
        if self.scrollable_content_region.width != self._laid_out_for:
            self._lay_out()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles = {}
        self.refresh()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        at = event.y + self.scroll_offset.y - self._lead
        if not 0 <= at < len(self._rows):
            return
        number = self._rows[at].block
        if self._blocks[number].key is None:
            return
        self._go(number)
        if event.chain == 2:
            self.post_message(self.Opened(self, self._blocks[number].key))

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.rich_style
        at = y + self.scroll_offset.y - self._lead
        if not 0 <= at < len(self._rows):
            return Strip.blank(width, base)
        row = self._rows[at]
        block = self._blocks[row.block]
        is_first = at == self._first[row.block]
        mark = block.mark if is_first else ""
        line = Text(end="")
        line.append(self._cursor(row.block, is_first), self._style("chosen"))
        line.append(f"{mark:<{self.edge - 1}}", self._style(block.mark_role or ""))
        line.append(" " * block.indent)
        line.append_text(painted(block.lines[row.line], self._styles, row.start, row.end))
        return Strip(line.render(self.app.console)).apply_style(base).adjust_cell_length(width, base)

    def _cursor(self, number: int, is_first: bool) -> str:
        """What stands before the first or another line of a block."""
        return CURSOR if self.has_focus and number == self._chosen else " "

    def _style(self, role: str) -> Style:
        if not self._styles:
            self._styles = {role: self.get_component_rich_style(f"role--{role}", partial=True) for role in Role}
            self._styles["chosen"] = self.get_component_rich_style("blocks--chosen", partial=True)
        return self._styles.get(role, Style.null())

    def _lay_out(self) -> None:
        """Breaks the lines to the width that there is."""
        # A screen that was left takes its styles with it, and what it was about to draw.
        if not self.is_attached:
            return
        width = self.scrollable_content_region.width
        self._laid_out_for = width
        self._rows, self._first = [], []
        if width > 0:
            for number, block in enumerate(self._blocks):
                self._first.append(len(self._rows))
                room = max(2, width - self.edge - self.rim - block.indent)
                for index, line in enumerate(block.lines):
                    self._rows += [_Row(number, index, start, end) for start, end in rows(line.plain, room)]
        self._measure()

    def _measure(self) -> None:
        """Says how far can be scrolled."""
        self.virtual_size = Size(self._laid_out_for, self._lead + len(self._rows))
        self.refresh()
