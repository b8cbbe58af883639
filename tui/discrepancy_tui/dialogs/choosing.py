"""Which of several discrepancies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from discrepancy import display
from discrepancy.review import Standing
from discrepancy_tui.about import values
from discrepancy_tui.dialogs.ask import CANCEL
from discrepancy_tui.paint import SEVERITY_MARKS, plain
from discrepancy_tui.words import standing_of


class Choose(ModalScreen[str | None]):
    """Asks which one; its fingerprint."""

    BINDINGS: ClassVar[list[BindingType]] = [CANCEL]

    def __init__(self, standings: Sequence[Standing]) -> None:
        super().__init__()
        self._standings = standings

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -wide"):
            yield Label("The statement stands in several discrepancies", classes="dialog--title")
            yield OptionList(*(Option(plain(_line(one)), id=one.found.fingerprint) for one in self._standings))
            yield Label("Enter goes to it, Escape stays here.", classes="dialog--hint")

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)


def _line(standing: Standing) -> str:
    mark, _ = SEVERITY_MARKS[standing.found.severity]
    sign, word, _ = standing_of(standing)
    return f"{mark} {display.short(display.asked(standing.found), 90)}  {values(standing)}  {sign} {word}"
