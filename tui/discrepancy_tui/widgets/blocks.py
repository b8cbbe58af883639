"""Text in blocks that a cursor goes through: the columns of a finding, and an article's statements.

It draws lines and holds no widgets, so that a hundred statements cost no more than one.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from discrepancy_tui.paint import Role, painted
from discrepancy_tui.widgets.lines import Lines

GUTTER = 2
"""Columns on the left, for the cursor and for marks."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines; one with a `key` can be chosen."""

    lines: tuple[Text, ...]
    key: Hashable | None = None
    mark: str = ""
    """One character for the margin."""
    mark_role: Role | None = None
    indent: int = 0


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the screen."""

    block: int
    text: Text
    mark: str = ""
    mark_role: Role | None = None
    indent: int = 0


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

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._blocks: tuple[Block, ...] = ()
        self._rows: list[_Row] = []
        self._first: list[int] = []
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
        keyed = [number for number, block in enumerate(self._blocks) if block.key is not None]
        self._chosen = next((n for n in keyed if self._blocks[n].key == chosen), keyed[0] if keyed else None)
        self._lay_out()
        self.scroll_to(0, 0, animate=False, immediate=True)

    def choose(self, key: Hashable, row: int | None = None) -> None:
        """Puts the cursor on the block with `key`, and that, where `row` is given, on this line of the screen."""
        for number, block in enumerate(self._blocks):
            if block.key == key:
                self._go(number, row)
                return

    def row_of(self, key: Hashable) -> int | None:
        """Which line of the screen the block with `key` begins on; it may lie outside of what is seen."""
        for number, block in enumerate(self._blocks):
            if block.key == key and number < len(self._first):
                return self._first[number] - self.scroll_offset.y
        return None

    def action_move(self, steps: int) -> None:
        keyed = [number for number, block in enumerate(self._blocks) if block.key is not None]
        if not keyed or self._chosen is None:
            self.scroll_relative(y=steps, animate=False)
            return
        at = keyed.index(self._chosen) + steps
        if 0 <= at < len(keyed):
            self._go(keyed[at])
        else:
            self.scroll_relative(y=steps * 3, animate=False)

    def _go(self, number: int, row: int | None = None) -> None:
        self._chosen = number
        self.refresh()
        if number < len(self._first):
            self._bring(number, row)
        self.post_message(self.Chosen(self, self._blocks[number].key))

    def _bring(self, number: int, row: int | None) -> None:
        top = self._first[number]
        bottom = self._first[number + 1] if number + 1 < len(self._first) else len(self._rows)
        if row is not None:
            self.scroll_to(0, top - row, animate=False, immediate=True)
        elif top < self.scroll_offset.y or bottom - top >= self.size.height:
            self.scroll_to(0, max(0, top - 1), animate=False, immediate=True)
        elif bottom > self.scroll_offset.y + self.size.height:
            self.scroll_to(0, bottom - self.size.height, animate=False, immediate=True)

    def on_resize(self, event: events.Resize) -> None:
        if self.scrollable_content_region.width != self._laid_out_for:
            self._lay_out()

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

    def on_click(self, event: events.Click) -> None:
        at = event.y + self.scroll_offset.y
        if not 0 <= at < len(self._rows):
            return
        number = self._rows[at].block
        if self._blocks[number].key is None:
            return
        self._go(number)
        if event.chain == 2:
            self.post_message(self.Opened(self, self._blocks[number].key))

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        base = self.rich_style
        at = y + self.scroll_offset.y
        if at >= len(self._rows):
            return Strip.blank(width, base)
        row = self._rows[at]
        is_chosen = self.has_focus and row.block == self._chosen
        line = Text(end="")
        line.append("▌" if is_chosen else " ", self._style("chosen"))
        line.append(row.mark or " ", self._style(row.mark_role or ""))
        line.append(" " * row.indent)
        line.append_text(row.text)
        strip = Strip(line.render(self.app.console)).apply_style(base)
        return strip.adjust_cell_length(width, base)

    def _style(self, role: str) -> Style:
        if not self._styles:
            self._styles = {role: self.get_component_rich_style(f"role--{role}", partial=True) for role in Role}
            self._styles["chosen"] = self.get_component_rich_style("blocks--chosen", partial=True)
        return self._styles.get(role, Style.null())

    def _lay_out(self) -> None:
        """Breaks the lines to the width that there is."""
        region = self.scrollable_content_region
        self._laid_out_for = region.width
        self._style("")
        rows: list[_Row] = []
        self._first = []
        for number, block in enumerate(self._blocks):
            self._first.append(len(rows))
            room = max(1, region.width - GUTTER - block.indent)
            broken = [part for line in block.lines for part in _broken(painted(line, self._styles), room, self)]
            rows += [
                _Row(number, part, block.mark if first else "", block.mark_role, block.indent)
                for part, first in zip(broken, [True, *[False] * len(broken)], strict=False)
            ]
        self._rows = rows
        self.virtual_size = Size(region.width, len(rows))
        self.refresh()


def _broken(line: Text, width: int, widget: Blocks) -> list[Text]:
    """`line` in lines of at most `width` columns; an empty one stays one."""
    parts = list(line.wrap(widget.app.console, width, overflow="fold"))
    for part in parts:
        part.rstrip()
        part.end = ""
    return parts or [Text("", end="")]
