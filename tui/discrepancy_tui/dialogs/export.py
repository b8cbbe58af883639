"""Into which file, and in which format."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Select

from discrepancy import writers
from discrepancy_tui.dialogs.ask import CANCEL

Export = tuple[str, Path]
"""The name of a format, and a file."""


class ExportDialog(ModalScreen[Export | None]):
    """Asks for both; the name of the file follows the format until the reader changes it."""

    BINDINGS: ClassVar[list[BindingType]] = [CANCEL]

    def __init__(self, count: str, folder: Path) -> None:
        super().__init__()
        self._count = count
        self._folder = folder
        self._offered = ""

    def compose(self) -> ComposeResult:
        formats = writers.available()
        with Vertical(classes="dialog"):
            yield Label(f"Export {self._count}", markup=False, classes="dialog--title")
            first = "markdown" if "markdown" in formats else next(iter(formats))
            yield Select([(name, name) for name in formats], value=first, allow_blank=False, id="format")
            yield Input(id="file")
            yield Label("", id="warning", markup=False)
            yield Label("Enter in the file name writes it, Escape does not.", classes="dialog--hint")

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#file", Input))

    @on(Select.Changed)
    def _offer(self) -> None:
        name = str(self.query_one(Select).value)
        file = self.query_one("#file", Input)
        if file.value == self._offered:
            self._offered = str(self._folder / f"findings{writers.find(name).suffix}")
            file.value = self._offered
            file.cursor_position = len(file.value)

    @on(Input.Changed, "#file")
    def _warn(self, event: Input.Changed) -> None:
        is_there = bool(event.value) and Path(event.value).expanduser().is_file()
        self.query_one("#warning", Label).update("There is such a file: it is replaced." if is_there else "")

    @on(Input.Submitted, "#file")
    def _write(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss((str(self.query_one(Select).value), Path(event.value.strip()).expanduser()))
