"""What a discrepancy that the reader makes is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Select

from discrepancy import Kind, Severity, Statement, display
from discrepancy_tui.dialogs.ask import CANCEL

Linked = tuple[Kind, Severity, str]
"""Kind, severity and question."""


class Link(ModalScreen[Linked | None]):
    """Asks for kind, severity and question."""

    BINDINGS: ClassVar[list[BindingType]] = [CANCEL, Binding("ctrl+s", "keep", "Make it", id="dialog.keep")]

    def __init__(self, marked: Sequence[Statement]) -> None:
        super().__init__()
        self._marked = marked

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(f"A discrepancy of {len(self._marked)} statements", classes="dialog--title")
            for one in self._marked:
                quote = display.one_line(display.short(one.text, 120))
                yield Label(f"“{quote}” {display.source_name(one.article)}", markup=False, classes="dialog--quote")
            yield Label("What do they answer differently?", classes="dialog--title")
            yield Input(placeholder="How many people died?", id="question")
            yield Select([(kind.value, kind) for kind in Kind], value=Kind.CONTRADICTION, allow_blank=False, id="kind")
            yield Select(
                [(one.value, one) for one in Severity], value=Severity.MEDIUM, allow_blank=False, id="severity"
            )
            yield Label("Enter in the question makes it, Escape does not.", classes="dialog--hint")

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#question", Input))

    @on(Input.Submitted)
    def action_keep(self) -> None:
        kind, severity = self.query_one("#kind", Select).value, self.query_one("#severity", Select).value
        if isinstance(kind, Kind) and isinstance(severity, Severity):
            self.dismiss((kind, severity, self.query_one("#question", Input).value.strip()))
