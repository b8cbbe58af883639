"""A view that draws its lines itself."""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip


class Lines(ScrollView):
    """Works out its own colours once for each time that it is drawn: Textual would for each line."""

    _base: Style | None = None

    @property
    def rich_style(self) -> Style:
        return self._base or super().rich_style

    def render_lines(self, crop: Region) -> list[Strip]:
        self._base = super().rich_style
        try:
            return super().render_lines(crop)
        finally:
            self._base = None
