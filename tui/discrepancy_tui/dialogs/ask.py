"""The two plainest questions: yes or no, and a line of text."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label

CANCEL = Binding("escape", "dismiss(None)", "Cancel", id="dialog.cancel")


class Confirm(ModalScreen[bool | None]):
    """Asks before something that is more than one step."""

    BINDINGS: ClassVar[list[BindingType]] = [
        CANCEL,
        Binding("y", "dismiss(True)", "Yes", id="dialog.yes"),
        Binding("n", "dismiss(None)", "No", id="dialog.no"),
    ]

    def __init__(self, question: str, yes: str) -> None:
        super().__init__()
        self._question = question
        self._yes = yes

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(self._question, markup=False, classes="dialog--title")
            with Horizontal(classes="dialog--buttons"):
                yield Button(f"{self._yes} (y)", id="yes", variant="primary")
                yield Button("No (n)", id="no")

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(True if event.button.id == "yes" else None)


class Write(ModalScreen[str | None]):
    """Asks for a line of text, given what stands there now."""

    BINDINGS: ClassVar[list[BindingType]] = [CANCEL]

    def __init__(self, title: str, text: str = "", hint: str = "Enter keeps it, Escape leaves it as it was.") -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._hint = hint

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(self._title, markup=False, classes="dialog--title")
            yield Input(self._text, id="text")
            yield Label(self._hint, markup=False, classes="dialog--hint")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())
