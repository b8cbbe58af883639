"""The text of one article, that another one beside it can be kept level with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message

from discrepancy_tui.widgets.blocks import Block, Blocks

LEVEL = "▸"
"""Stands before the statement that says the same thing as the one under the cursor of the other article."""


class ArticleText(Blocks):
    """Blocks whose cursor moves by pages too, and that can be scrolled beyond their ends to stand level."""

    DEFAULT_CSS = """
    ArticleText { scrollbar-gutter: stable; padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "turn(1)", "Page down", show=False, id="page.down"),
        Binding("pageup", "turn(-1)", "Page up", show=False, id="page.up"),
        Binding("home", "end(0)", "Top", show=False, id="page.top"),
        Binding("end", "end(-1)", "Bottom", show=False, id="page.bottom"),
    ]
    edge = 4
    rim = 1

    class Scrolled(Message):
        """The reader scrolled."""

        def __init__(self, text: ArticleText) -> None:
            self.text = text
            super().__init__()

        @property
        def control(self) -> ArticleText:
            return self.text

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._echo: Hashable | None = None
        self._tail = 0
        """Blank lines below the text."""
        self._row: int | None = None

    def show_at(self, blocks: Sequence[Block], chosen: Hashable | None, row: int | None) -> None:
        """Shows these with the cursor on the block with key `chosen`, on this line of the screen where one is given."""
        self._lead = self._tail = 0
        self._row = row
        with self.prevent(self.Scrolled):
            self.show(blocks, chosen)
            self._settle()

    @property
    def seen(self) -> list[Hashable]:
        """The keys of the blocks that begin on the screen: the chosen one first, then from the top."""
        top = self.scroll_offset.y - self._lead
        first, last = bisect_left(self._first, top), bisect_left(self._first, top + self.size.height)
        numbers = [one for one in range(first, last) if self._blocks[one].key is not None]
        numbers.sort(key=lambda one: one != self._chosen)
        return [self._blocks[one].key for one in numbers]

    def share(self, key: Hashable) -> float:
        """How far into the text the block with `key` begins, from 0 to 1."""
        number = self._number(key)
        return 0.0 if number is None or not self._rows else self._first[number] / len(self._rows)

    def level(self, key: Hashable, row: int) -> None:
        """Brings the block with `key` to this line of the screen."""
        number = self._number(key)
        if number is not None and number < len(self._first):
            self._put(self._first[number], row)

    def level_in_proportion(self, share: float, row: int) -> None:
        """Brings what stands as far into the text to this line of the screen, as far as the text goes."""
        at = round(share * len(self._rows))
        self._put(max(row, min(at, len(self._rows) - self.size.height + row)), row)

    def echo(self, key: Hashable | None) -> None:
        """Marks the block with `key`, and leaves the cursor there for when the reader comes."""
        self._echo = key
        number = self._number(key)
        if number is not None and not self.has_focus:
            self._chosen = number
        self.refresh()

    def reveal(self, number: int, offset: int) -> None:
        """Brings a character of a block's first line into sight, and the cursor to that block where it has a key."""
        if number >= len(self._first):
            return
        begin = self._first[number]
        at = bisect_right(self._rows, offset, begin, begin + self._lines(number), key=lambda row: row.start) - 1
        if self._blocks[number].key is not None:
            self._go(number)
        row = self._lead + max(begin, at) - self.scroll_offset.y
        if not 0 <= row < self.size.height:
            self.scroll_relative(y=row - self.size.height // 3, animate=False, immediate=True)

    def _lines(self, number: int) -> int:
        return self._bottom(number) - self._top(number)

    def action_turn(self, pages: int) -> None:
        """Moves the cursor by as much as is seen."""
        if self._chosen is None or self._chosen >= len(self._first) or self._reads_on(pages):
            self.scroll_relative(y=pages * self.size.height, animate=False)
            return
        wanted = self._first[self._chosen] + pages * self.size.height
        tops = [self._first[number] for number in self._keyed]
        here = bisect_left(self._keyed, self._chosen)
        to = bisect_right(tops, wanted) - 1 if pages > 0 else bisect_left(tops, wanted)
        to = to if to != here else here + pages
        self._go(self._keyed[max(0, min(to, len(tops) - 1))])

    def action_end(self, which: int) -> None:
        if self._keyed:
            self._put(0, 0)
            self._go(self._keyed[which])

    def watch_scroll_y(self, old: float, new: float) -> None:
        super().watch_scroll_y(old, new)
        if round(old) != round(new):
            self.post_message(self.Scrolled(self))

    def on_focus(self) -> None:
        seen = self.seen
        if seen and self.chosen not in seen and not self._is_in_sight():
            self._chosen = self._number(seen[0])
        super().on_focus()

    def _is_in_sight(self) -> bool:
        """Whether any line of the chosen block is seen."""
        if self._chosen is None or self._chosen >= len(self._first):
            return False
        top = self.scroll_offset.y
        return self._top(self._chosen) < top + self.size.height and self._bottom(self._chosen) > top

    def _fit(self) -> None:
        if self.scrollable_content_region.width != self._laid_out_for:
            self._row = self.row_of(self.chosen) if self._first else self._row
            super()._fit()
            self._settle()

    def _settle(self) -> None:
        """Brings the chosen block into sight once there is room to show anything."""
        if self._chosen is None or self._chosen >= len(self._first):
            return
        row = self._row
        self._row = None
        with self.prevent(self.Scrolled):
            self._bring(self._chosen, row)

    def _bring(self, number: int, row: int | None) -> None:
        self._put(self.scroll_offset.y - self._lead, 0)
        super()._bring(number, row)

    def _put(self, at: int, row: int) -> None:
        """Scrolls line `at` of the text to this line of the screen, with blank lines where the text ends too soon."""
        top = at - row
        self._lead = max(0, -top)
        self._tail = max(0, top + self.size.height - len(self._rows)) if top > 0 else 0
        self._measure()
        with self.prevent(self.Scrolled):
            self.scroll_to(0, top + self._lead, animate=False, force=True, immediate=True)

    def _measure(self) -> None:
        self.virtual_size = Size(self._laid_out_for, self._lead + len(self._rows) + self._tail)
        self.refresh()

    def _cursor(self, number: int, is_first: bool) -> str:
        if is_first and not self.has_focus and self._echo is not None and self._blocks[number].key == self._echo:
            return LEVEL
        return super()._cursor(number, is_first)
