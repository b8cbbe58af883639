"""The line at the top: what is read, and how far the reader has come."""

from __future__ import annotations

from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

from discrepancy_tui.paint import plain


class Banner(Widget):
    """A title on the left, the progress on the right: the progress is never cut off."""

    DEFAULT_CSS = """
    Banner { width: 100%; height: 1; dock: top; background: $panel; color: $foreground; padding: 0 1; }
    """

    title: reactive[str] = reactive("")
    progress: reactive[str] = reactive("")

    def render(self) -> Text:
        right = plain(self.progress)
        left = plain(self.title)
        left.truncate(max(0, self.size.width - right.cell_len - 1), overflow="ellipsis", pad=True)
        return Text.assemble(left, " ", right, end="")
