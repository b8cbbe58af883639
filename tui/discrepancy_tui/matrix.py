"""Sources against sources, as the cells of a table: each a number, and a shade that reads without colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from discrepancy import Article, display
from discrepancy.display import Matrix
from discrepancy_tui.paint import Role, joined, plain
from discrepancy_tui.widgets.grid import GUTTER

_SHADES = ("  ", "░ ", "░░", "▒▒", "▓▓", "██")
"""One for no discrepancy, then one for each of `display.LEVELS`."""


@dataclass(frozen=True, slots=True)
class MatrixCells:
    """The table. A column has the number that its source has in the list of rows."""

    matrix: Matrix
    names: Sequence[str]
    """Of the articles, in their order: each with its number."""

    @property
    def size(self) -> tuple[int, int]:
        return len(self.names), len(self.names)

    def widths(self, room: int) -> tuple[int, int]:
        longest = max((plain(name).cell_len for name in self.names), default=0)
        cell = self._digits + 1 + len(_SHADES[0]) + GUTTER
        left = max(room * 2 // 5, room - len(self.names) * cell - 1)
        return max(12, min(longest + 2, left)), cell

    @property
    def _digits(self) -> int:
        return max(len(f"{self.matrix.most:,}"), len(str(len(self.names))))

    def corner(self) -> Text:
        return joined([plain("Discrepancies "), plain("· none  ██ most", Role.DIM)])

    def head(self, column: int) -> Text:
        return plain(f"{column + 1:>{self._digits}}")

    def label(self, row: int) -> Text:
        return plain(self.names[row])

    def cell(self, row: int, column: int) -> Text:
        a, b = self.articles(row, column)
        count, level = self.matrix.count(a, b), self.matrix.level(a, b)
        if not count:
            return plain(f"{'·':>{self._digits}}", Role.DIM)
        return joined([plain(f"{count:>{self._digits},} "), plain(_SHADES[level], Role.VALUE)])

    def articles(self, row: int, column: int) -> tuple[Article, Article]:
        return self.matrix.articles[row], self.matrix.articles[column]


def meaning(cells: MatrixCells, row: int, column: int) -> str:
    """What a cell says, in words."""
    a, b = cells.names[row], cells.names[column]
    count = cells.matrix.count(*cells.articles(row, column))
    number = display.counted(count, "discrepancy", "discrepancies")
    if row == column:
        return (
            f"{a} contradicts itself in {number}" if count else f"{a} does not contradict itself, as far as was found"
        )
    if not count:
        return f"{a} and {b} do not disagree, as far as was found"
    return f"{a} and {b} stand against each other in {number}"
