"""How a discrepancy that was grouped wrongly is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from discrepancy import Discrepancy, Kind, Position, Severity, Statement, display
from discrepancy_tui.desk import Desk
from discrepancy_tui.dialogs.ask import CANCEL
from discrepancy_tui.paint import joined, plain

Mending: TypeAlias = Callable[[Desk], None]
"""What is done on the desk."""
Offer: TypeAlias = tuple[str, Mending | None]
"""A line, and what it does; a heading does nothing."""


class Mend(ModalScreen[Mending | None]):
    """Offers every way to mend the chosen discrepancy, and the chosen statement in it."""

    BINDINGS: ClassVar[list[BindingType]] = [CANCEL]

    def __init__(
        self, found: Discrepancy, position: Position | None, marked: Sequence[Statement], others: Sequence[Discrepancy]
    ) -> None:
        super().__init__()
        self._offers = [*offers(found, position, marked, others)]
        self._title = display.asked(found)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -wide"):
            yield Label(display.one_line(self._title), markup=False, classes="dialog--title")
            yield OptionList(
                *(
                    Option(joined([plain("  " if act else ""), plain(word)]), id=str(number), disabled=act is None)
                    for number, (word, act) in enumerate(self._offers)
                )
            )
            yield Label("Enter does it, Escape does nothing. Backspace undoes it later.", classes="dialog--hint")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(OptionList))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._offers[int(event.option_id or 0)][1])


def offers(
    found: Discrepancy, position: Position | None, marked: Sequence[Statement], others: Sequence[Discrepancy]
) -> Iterator[Offer]:
    """What can be done, with headings."""
    if position:
        yield from _moves(found, position)
    mine = [one for side in found.sides for one in side.positions if one.statement in marked]
    if mine:
        yield "Split", None
        yield f"make a discrepancy of its own of the {len(mine)} marked here", lambda desk: desk.split(found, mine)
    if others:
        yield "Merge with", None
        yield from ((display.short(other.summary, 90), _merging(found, other)) for other in others)
    yield "Severity", None
    yield from ((one.value, _changing(found, None, one)) for one in Severity if one is not found.severity)
    yield "Kind", None
    yield from ((one.value, _changing(found, one, None)) for one in Kind if one is not found.kind)


def _moves(found: Discrepancy, position: Position) -> Iterator[Offer]:
    home = next(number for number, side in enumerate(found.sides) if position in side.positions)
    yield f"Move “{display.short(position.statement.text, 60)}” to", None
    for number, side in enumerate(found.sides):
        if number != home:
            yield f"side {display.letter(number)}: {display.short(side.value, 60)}", _moving(found, position, number)
    if len(found.sides[home].positions) > 1:
        yield "a side of its own", _moving(found, position, len(found.sides))
    yield "nowhere: it does not belong here", _moving(found, position, None)


def _moving(found: Discrepancy, position: Position, to: int | None) -> Mending:
    return lambda desk: desk.move(found, position, to)


def _merging(found: Discrepancy, other: Discrepancy) -> Mending:
    return lambda desk: desk.merge(found, other)


def _changing(found: Discrepancy, kind: Kind | None, severity: Severity | None) -> Mending:
    return lambda desk: desk.change(found, kind, severity)
