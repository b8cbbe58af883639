"""What the reader will write, and on what evidence."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from discrepancy.review import Resolution
from discrepancy_tui.dialogs.ask import CANCEL


class Resolve(ModalScreen[Resolution | None]):
    """Asks for the wording and a link or reference; an empty wording takes the earlier one away."""

    BINDINGS: ClassVar[list[BindingType]] = [CANCEL, Binding("ctrl+s", "keep", "Keep", id="dialog.keep")]

    def __init__(self, before: Resolution | None) -> None:
        super().__init__()
        self._before = before

    def compose(self) -> ComposeResult:
        before = self._before or Resolution("")
        with Vertical(classes="dialog"):
            yield Label("The wording that you will use", classes="dialog--title")
            yield Input(before.wording, id="wording")
            yield Label("A link or reference for it", classes="dialog--title")
            yield Input(before.evidence or "", id="evidence")
            yield Label(
                "It stands in every report. Enter keeps it, Escape leaves it as it was.", classes="dialog--hint"
            )

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#wording", Input))

    @on(Input.Submitted, "#wording")
    def _worded(self) -> None:
        self.query_one("#evidence", Input).focus()

    @on(Input.Submitted, "#evidence")
    def _evident(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        wording = self.query_one("#wording", Input).value.strip()
        evidence = self.query_one("#evidence", Input).value.strip()
        self.dismiss(Resolution(wording, evidence or None))
