"""The list of discrepancies, two lines each. It draws what is seen alone, so that ten thousand open at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from discrepancy import Unread, display
from discrepancy.review import Standing
from discrepancy_tui.filters import sources_of
from discrepancy_tui.paint import SEVERITY_MARKS, Role, plain
from discrepancy_tui.widgets.lines import Lines
from discrepancy_tui.words import standing_of

HEIGHT = 2
"""Lines of one discrepancy."""


class FindingList(Lines, can_focus=True):
    """The discrepancies that the filter shows, worst first; below them the sources that could not be read."""

    DEFAULT_CSS = """
    FindingList {
        width: 1fr;
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"role--{role}" for role in Role} | {"list--chosen", "list--chosen-away"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Next", show=False, id="finding.next"),
        Binding("up,k", "move(-1)", "Previous", show=False, id="finding.previous"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="page.down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="page.up"),
        Binding("home", "first", "First", show=False, id="page.top"),
        Binding("end", "last", "Last", show=False, id="page.bottom"),
    ]

    chosen: reactive[int] = reactive(0, init=False)

    class Chosen(Message):
        """The cursor stands on another discrepancy."""

        def __init__(self, number: int) -> None:
            self.number = number
            super().__init__()

    class Opened(Chosen):
        """A discrepancy was clicked twice."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._standings: Sequence[Standing] = ()
        self._unread: Sequence[Unread] = ()
        self._styles: dict[str, Style] = {}

    def show(self, standings: Sequence[Standing], unread: Sequence[Unread], chosen: int) -> None:
        """Shows these, and below them the sources that were not read, with the cursor on the one numbered `chosen`."""
        self._standings = standings
        self._unread = unread
        self._measure()
        self.set_reactive(FindingList.chosen, self.validate_chosen(chosen))
        self._bring()
        self.refresh()

    def validate_chosen(self, number: int) -> int:
        return max(0, min(number, self._count - 1))

    def watch_chosen(self, before: int, number: int) -> None:
        self._bring()
        for one in (before, number):
            self.refresh_lines(one * HEIGHT, HEIGHT)
        self.post_message(self.Chosen(number))

    def action_move(self, steps: int) -> None:
        self.chosen += steps

    def action_page(self, pages: int) -> None:
        self.chosen += pages * max(1, self.size.height // HEIGHT)

    def action_first(self) -> None:
        self.chosen = 0

    def action_last(self) -> None:
        self.chosen = self._count - 1

    def on_resize(self, event: events.Resize) -> None:
        self._measure()
        self._bring()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles = {}

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        number = (event.y + self.scroll_offset.y) // HEIGHT
        if number >= self._count:
            return
        self.chosen = number
        if event.chain == 2:
            self.post_message(self.Opened(number))

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.rich_style
        number, line = divmod(y + self.scroll_offset.y, HEIGHT)
        if number >= self._count:
            return Strip.blank(width, base)
        room = self.scrollable_content_region.width
        text = self._line(number, line, room)
        text.truncate(room, overflow="ellipsis", pad=True)
        if number == self.chosen:
            base += self._style("chosen" if self.has_focus else "chosen-away")
        return Strip(text.render(self.app.console)).apply_style(base).adjust_cell_length(width, base)

    @property
    def _count(self) -> int:
        return len(self._standings) + len(self._unread)

    def _measure(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._count * HEIGHT)

    def _line(self, number: int, line: int, room: int) -> Text:
        if number < len(self._standings):
            standing = self._standings[number]
            return self._facts(standing, room) if line == 0 else self._asked(standing)
        unread = self._unread[number - len(self._standings)]
        if line == 0:
            return Text.assemble((" ! not read ", self._style(Role.WARN)), plain(unread.path), end="")
        return Text.assemble("   ", plain(unread.reason), end="")

    def _facts(self, standing: Standing, room: int) -> Text:
        found = standing.found
        mark, role = SEVERITY_MARKS[found.severity]
        left = Text.assemble((f" {mark} {found.severity.value:<6} ", self._style(role)), end="")
        count = display.counted(len(sources_of(found)), "source")
        left.append(f"{found.kind.value} · {found.relation.value} · {count}", self._style(Role.DIM))
        sign, word, role = standing_of(standing)
        right = Text(f"{sign} {word} " if standing.entries else "", style=self._style(role), end="")
        left.truncate(max(0, room - right.cell_len - 1), overflow="ellipsis", pad=True)
        return Text.assemble(left, " ", right, end="")

    def _asked(self, standing: Standing) -> Text:
        found = standing.found
        values = " / ".join(display.short(side.value, 60) for side in found.sides)
        asked = f"{display.short(found.question)} {values}" if found.question else display.short(found.summary)
        return Text.assemble("   ", plain(asked), end="")

    def _style(self, name: str) -> Style:
        if not self._styles:
            self._styles = {role: self.get_component_rich_style(f"role--{role}", partial=True) for role in Role}
            for one in ("chosen", "chosen-away"):
                self._styles[one] = self.get_component_rich_style(f"list--{one}", partial=True)
        return self._styles[name]

    def _bring(self) -> None:
        top, height = self.chosen * HEIGHT, self.size.height
        if top < self.scroll_offset.y:
            self.scroll_to(0, top, animate=False, immediate=True)
        elif top + HEIGHT > self.scroll_offset.y + height:
            self.scroll_to(0, top + HEIGHT - height, animate=False, immediate=True)
