"""Every key of a screen."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import groupby
from typing import ClassVar

from rich.console import Group
from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from discrepancy_tui.dialogs.ask import CANCEL
from discrepancy_tui.keys import Action, matching
from discrepancy_tui.paint import Role, plain


class Help(ModalScreen[None]):
    """The keys by what they are for, filtered while the reader types."""

    DEFAULT_CSS = """
    Help {
        & .dialog { height: 95%; }
        & #text { height: 1; border: none; padding: 0; margin-bottom: 1; }
        & #keys { height: auto; padding-right: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        CANCEL,
        Binding("down", "scroll(1)", "Further down", id="help.down"),
        Binding("up", "scroll(-1)", "Further up", id="help.up"),
        Binding("pagedown", "scroll(10)", "Page down", id="page.down"),
        Binding("pageup", "scroll(-10)", "Page up", id="page.up"),
    ]

    def __init__(self, found: list[Action], changed: Set[str]) -> None:
        """`changed` are the actions to which the settings give other keys."""
        super().__init__()
        self._found = found
        self._changed = changed

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -wide"):
            yield Label("Keys of this screen", classes="dialog--title")
            yield Input(placeholder="Type to find a key or what it does", id="text")
            with VerticalScroll(can_focus=False):
                yield Static(id="keys")
            yield Label("Escape closes. Ctrl+P, outside of this window, holds every action.", classes="dialog--hint")

    def on_mount(self) -> None:
        self._show()
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _show(self) -> None:
        wanted = list(matching(self._found, self.query_one(Input).value))
        self.query_one("#keys", Static).update(self._tables(wanted) if wanted else plain("No key does that."))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_scroll(self, lines: int) -> None:
        """Show what is further down or up."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _tables(self, wanted: Sequence[Action]) -> Group:
        """One table for each group, all with the keys in a column of one width."""
        width = max(len(action.keys) for action in wanted)
        parts: list[Text | Table] = []
        for group, alike in groupby(wanted, lambda one: one.group):
            table = Table.grid(padding=(0, 2))
            table.add_column(width=width, justify="right")
            table.add_column()
            for action in alike:
                table.add_row(Text(action.keys, self._style(Role.VALUE)), self._said(action))
            parts += [Text(group, self._style(Role.SOURCE)), table]
        return Group(*parts)

    def _said(self, action: Action) -> Text:
        said = Text(action.name)
        if action.meaning != action.name:
            said.append(f": {action.meaning[:1].lower()}{action.meaning[1:]}", self._style(Role.DIM))
        if action.id in self._changed:
            said.append(" (changed in the settings)", self._style(Role.WARN))
        return said

    def _style(self, role: Role) -> Style:
        return Style(color=self.app.theme_variables[f"role-{role}"], bold=role is not Role.DIM)
