"""Which verdict, for all that is shown."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from discrepancy.review import Verdict
from discrepancy_tui.dialogs.ask import CANCEL


class AllShown(ModalScreen[Verdict | None]):
    """Asks with the keys that give a verdict on one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        CANCEL,
        Binding("a", "give('conflict')", "Conflict", id="verdict.conflict"),
        Binding("x", "give('not_conflict')", "No conflict", id="verdict.not_conflict"),
        Binding("u", "give('unsure')", "Unsure", id="verdict.unsure"),
        Binding("space", "give('later')", "Later", id="verdict.later"),
    ]

    def __init__(self, count: str) -> None:
        super().__init__()
        self._count = count

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(f"One verdict on {self._count}", markup=False, classes="dialog--title")
            yield Label("a  conflict\nx  no conflict\nu  unsure\nSpace  later", markup=False)
            yield Label("Escape leaves them as they are.", classes="dialog--hint")

    def action_give(self, verdict: str) -> None:
        self.dismiss(Verdict(verdict))
