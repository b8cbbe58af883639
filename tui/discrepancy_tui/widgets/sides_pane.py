"""The chosen discrepancy side by side: a column for each side, or one below the other where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalScroll

from discrepancy import Report, Statement
from discrepancy.review import Standing
from discrepancy_tui.sides import Paragraphs, Place, side_blocks
from discrepancy_tui.widgets.blocks import Blocks

EASE = 34
"""Columns of the screen that a side needs: about five words a line."""

USUAL = 3
"""Columns that stand ready."""


class SidesPane(HorizontalScroll, can_focus=False):
    """As many columns as there are sides; they scroll when they do not fit."""

    DEFAULT_CSS = """
    SidesPane {
        height: 1fr;
        & > Blocks { height: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "column(1)", "Next side", show=False, id="side.next"),
        Binding("left,h", "column(-1)", "Previous side", show=False, id="side.previous"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._standing: Standing | None = None
        self._differ = False

    def compose(self) -> ComposeResult:
        # Most discrepancies have no more sides: a column that is there already costs a key nothing.
        for _ in range(USUAL):
            column = Blocks(classes="side")
            column.display = False
            yield column

    @property
    def place(self) -> Place | None:
        """The statement that the cursor stands on: the first one until a column has the focus."""
        columns = [column for column in self.query(Blocks) if column.display]
        column = next((one for one in columns if one.has_focus), columns[0] if columns else None)
        return column.chosen if column and isinstance(column.chosen, tuple) else None

    async def show(
        self,
        standing: Standing | None,
        report: Report,
        where: Paragraphs,
        marked: Sequence[Statement],
        *,
        differ: bool,
        place: Place | None = None,
    ) -> None:
        """Shows `standing`, from the top, with the cursor on `place` where it is given."""
        sides = len(standing.found.sides) if standing else 0
        needed = min(sides, 1) if self.has_class("-stacked") else sides
        columns = list(self.query(Blocks))
        if needed > len(columns):
            fresh = [Blocks(classes="side") for _ in range(needed - len(columns))]
            await self.mount_all(fresh)
            columns += fresh
        for number, column in enumerate(columns):
            column.display = number < needed
        self._share()
        if standing is None:
            return
        parts = [
            side_blocks(standing, number, report, where, marked, _other(number) if differ else None)
            for number in range(sides)
        ]
        if self.has_class("-stacked"):
            columns[0].show([block for part in parts for block in part], place)
            return
        for column, part in zip(columns, parts, strict=False):
            column.show(part, place)

    def choose(self, place: Place) -> None:
        """Puts the cursor on the statement at `place`."""
        for column in self.query(Blocks):
            if column.display and column.row_of(place) is not None:
                column.focus()
                # A column that was just mounted has no lines to scroll by yet.
                column.call_after_refresh(column.choose, place)

    def on_resize(self) -> None:
        self._share()

    def _share(self) -> None:
        """Gives each column its part of the width, or as much as can be read with ease."""
        columns = [column for column in self.query(Blocks) if column.display]
        for column in columns:
            column.styles.width = max(EASE, self.size.width // len(columns)) if len(columns) > 1 else self.size.width

    def action_column(self, steps: int) -> None:
        columns = [column for column in self.query(Blocks) if column.display]
        at = next((number for number, column in enumerate(columns) if column.has_focus), None)
        to = 0 if at is None else at + steps
        if 0 <= to < len(columns):
            columns[to].focus()


def _other(number: int) -> int:
    """The side that one is set against word by word: all against the first, and the first against the second."""
    return 1 if number == 0 else 0
