"""Counts that changed over time: one at a time, plotted, with the exact values below."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType

from discrepancy import display
from discrepancy.display import Point, Timeline
from discrepancy_tui.paint import Role, joined, plain
from discrepancy_tui.plot import plot
from discrepancy_tui.widgets.blocks import GUTTER, Block, Blocks


class Timelines(Blocks):
    """One of the timelines; its points can be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "turn(1)", "Next count", show=False, id="count.next"),
        Binding("left,h", "turn(-1)", "Previous count", show=False, id="count.previous"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._timelines: Sequence[Timeline] = ()
        self._labels: Mapping[str, int] = {}
        self._at = 0

    @property
    def timeline(self) -> Timeline | None:
        """The one that is shown."""
        return self._timelines[self._at] if self._timelines else None

    @property
    def point(self) -> Point | None:
        """The one that the cursor stands on."""
        return self.timeline.points[self.chosen] if self.timeline and isinstance(self.chosen, int) else None

    def lay(self, timelines: Sequence[Timeline], numbers: Mapping[str, int]) -> None:
        """Takes these, and the numbers of the sources, by id of article."""
        self._timelines, self._labels = timelines, numbers
        self.action_turn(0)

    def action_turn(self, steps: int) -> None:
        """Show the next count that changed over time, or the one before."""
        before = self._at
        self._at = max(0, min(before + steps, len(self._timelines) - 1))
        self._draw(self.chosen if self._at == before else None)

    def on_resize(self, event: events.Resize) -> None:
        self._draw(self.chosen)

    def _draw(self, chosen: Hashable | None) -> None:
        if self.timeline is not None:
            self.show(self._blocks_of(self.timeline), chosen)

    def _blocks_of(self, timeline: Timeline) -> list[Block]:
        width = self.scrollable_content_region.width - GUTTER
        place = f"{self._at + 1:,} of {len(self._timelines):,}"
        turn = f"  {place}, ← → the next" if len(self._timelines) > 1 else ""
        title = joined([plain(display.asked(timeline.found), Role.VALUE), plain(turn, Role.DIM)])
        points = [Block((self._told(point),), number) for number, point in enumerate(timeline.points)]
        blocks = [Block((title, *plot(timeline, self._labels, width), Text("", end=""))), *points]
        if timeline.left_out:
            left = display.counted(timeline.left_out, "value")
            blocks.append(Block((plain(f"{left} without a date or a number left out", Role.DIM),)))
        return blocks

    def _told(self, point: Point) -> Text:
        """One point in words, with its value as it is read."""
        article = point.position.statement.article
        return joined(
            [
                plain(f"{self._labels[article.id]:>2} ", Role.VALUE),
                plain(f"{display.dated(article)}  ", Role.DIM),
                plain(f"{display.letter(point.side)} ", Role.VALUE),
                plain(display.short(point.position.value)),
                plain(f"  {display.source_name(article)}", Role.SOURCE),
            ]
        )
