"""A list of things to tick, under headings. A tick is a character, so that it is seen without colour too."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from discrepancy_tui.paint import plain


@dataclass(frozen=True, slots=True)
class Item:
    """One line; without a value it is a heading."""

    label: str
    value: Hashable | None = None


class Ticks(ScrollView, can_focus=True):
    """Space ticks the line with the cursor, and takes the tick away."""

    DEFAULT_CSS = """
    Ticks {
        height: auto;
        max-height: 100%;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & .ticks--heading { text-style: bold; color: $role-value; }
        & .ticks--cursor { background: $role-chosen; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"ticks--heading", "ticks--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Next", show=False, id="tick.next"),
        Binding("up,k", "move(-1)", "Previous", show=False, id="tick.previous"),
        Binding("pagedown", "move(10)", "Page down", show=False, id="page.down"),
        Binding("pageup", "move(-10)", "Page up", show=False, id="page.up"),
        Binding("space", "tick", "Tick", show=False, id="tick"),
    ]

    def __init__(self, items: Sequence[Item], ticked: Sequence[Hashable], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._items = tuple(items)
        self.ticked: set[Any] = set(ticked)
        """The values that have a tick."""
        self._places = [number for number, item in enumerate(self._items) if item.value is not None]
        self._at = 0
        """Which of the places the cursor stands on."""

    def on_mount(self) -> None:
        self.virtual_size = Size(0, len(self._items))

    def action_move(self, steps: int) -> None:
        if self._places:
            self._at = max(0, min(self._at + steps, len(self._places) - 1))
            self._bring()

    def action_tick(self) -> None:
        if self._places:
            self.ticked.symmetric_difference_update({self._items[self._places[self._at]].value})
            self.refresh()

    def clear(self) -> None:
        """Takes every tick away."""
        self.ticked.clear()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y
        if line in self._places:
            self._at = self._places.index(line)
            self.action_tick()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.rich_style
        number = y + self.scroll_offset.y
        if number >= len(self._items):
            return Strip.blank(width, base)
        item = self._items[number]
        if item.value is None:
            text, own = plain(item.label), self.get_component_rich_style("ticks--heading", partial=True)
        else:
            text = Text.assemble(f"  [{'x' if item.value in self.ticked else ' '}] ", plain(item.label), end="")
            is_here = self.has_focus and self._places[self._at] == number
            own = self.get_component_rich_style("ticks--cursor", partial=True) if is_here else Style.null()
        text.truncate(width, overflow="ellipsis", pad=True)
        return Strip(text.render(self.app.console)).apply_style(base + own).adjust_cell_length(width, base)

    def _bring(self) -> None:
        line = self._places[self._at]
        # The first of its section brings the heading along.
        top = line - 1 if line > 0 and self._items[line - 1].value is None else line
        if top < self.scroll_offset.y:
            self.scroll_to(0, top, animate=False, immediate=True)
        elif line >= self.scroll_offset.y + self.size.height:
            self.scroll_to(0, line - self.size.height + 1, animate=False, immediate=True)
        self.refresh()
