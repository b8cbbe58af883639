"""What every screen over the reader's desk can do: copy, open, mark, link, export, and go to the others."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar, cast

from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen

from discrepancy import Statement, display, writers
from discrepancy.review import Standing
from discrepancy_tui import clipboard
from discrepancy_tui.dialogs.export import Export, ExportDialog
from discrepancy_tui.dialogs.linking import Link, Linked
from discrepancy_tui.opening import opening

if TYPE_CHECKING:
    from discrepancy_tui.app import Application

T = TypeVar("T")

HELP = Binding("question_mark", "app.help", "Help", key_display="?", id="help")
SHARED: tuple[BindingType, ...] = (
    Binding("1", "app.show_findings", "Findings", show=False, id="screen.findings"),
    Binding("2", "app.show_article", "Article", show=False, id="screen.article"),
    Binding("3", "app.show_facts", "Facts", show=False, id="screen.facts"),
    Binding("4", "app.show_matrix", "Sources", show=False, id="screen.matrix"),
    Binding("y", "copy", "Copy", id="copy"),
    Binding("o", "open_source", "Open", show=False, id="open"),
    Binding("e", "export", "Export", id="export"),
    Binding("m", "mark", "Mark", show=False, id="mark"),
    Binding("c", "link", "Link marked", show=False, id="link"),
    Binding("r", "app.compare", "Compare again", show=False, id="compare"),
    HELP,
    Binding("q", "app.quit", "Quit", id="quit"),
)
"""The keys that every such screen has, behind its own."""


class DeskScreen(Screen[None]):
    """A screen that has a discrepancy and a statement in view."""

    @property
    def desk_app(self) -> Application:
        return cast("Application", self.app)

    @property
    def standing(self) -> Standing | None:
        """The discrepancy in view."""
        return None

    @property
    def statement(self) -> Statement | None:
        """The statement in view."""
        return None

    async def show_desk(self) -> None:
        """Shows what lies on the desk now."""

    async def ask(self, dialog: ModalScreen[T | None], then: Callable[[T], Awaitable[None]]) -> None:
        """Asks, and does `then` with the answer unless there is none.

        When it returns the dialog has the keys: what is typed on at once goes into it, and is no verdict.
        """

        async def answered(answer: T | None) -> None:
            if answer is not None:
                with self.desk_app.complaining():
                    await then(answer)

        await self.app.push_screen(dialog, answered)

    def action_copy(self) -> None:
        """Copy the quotes of the discrepancy, with their citations, as Markdown."""
        standing = self.standing
        if standing is None or self.desk_app.desk is None:
            self.desk_app.tell("There is nothing to copy here")
            return
        text = writers.cited(standing.found)
        through = clipboard.copy(text, self.app.copy_to_clipboard)
        self.desk_app.tell(f"{display.counted(len(standing.found.sides), 'side')} copied through {through}")

    def action_open_source(self) -> None:
        """Open the source of the statement at its line."""
        if self.statement is None:
            self.desk_app.tell("There is no source to open here")
            return
        way = opening(self.statement.article, self.statement.start)
        try:
            if way.in_terminal:
                with self.app.suspend():
                    way.run()
            else:
                way.run()
        except SuspendNotSupported:
            line = self.statement.article.line_of(self.statement.start)
            self.desk_app.complain(f"Your editor needs a terminal, and this has none: look at {way.path}, line {line}")
        except OSError as error:
            self.desk_app.complain(f"{way.path} could not be opened: {error.strerror or error}")

    async def action_export(self) -> None:
        """Write what the filter shows into a file."""
        desk = self.desk_app.desk
        if desk is None:
            return
        count = display.counted(len(desk.shown), "discrepancy", "discrepancies")

        async def write(chosen: Export) -> None:
            name, path = chosen
            writers.check(path, name)
            writers.write(desk.selection(), name, path)
            self.desk_app.tell(f"{count} written to {path}")

        await self.ask(ExportDialog(count, desk.path.parent), write)

    async def action_mark(self) -> None:
        """Mark the statement, to make a discrepancy of it and another; again to take the mark away."""
        desk = self.desk_app.desk
        if desk is None or self.statement is None:
            self.desk_app.tell("Go to a statement first (Tab)")
            return
        is_marked = desk.mark(self.statement)
        number = len(desk.marked)
        then = "c makes a discrepancy of them" if number > 1 else "mark another one, here or in any article"
        self.desk_app.tell(f"Marked ({number}): {then}" if is_marked else f"No longer marked ({number} left)")
        await self.show_desk()

    async def action_link(self) -> None:
        """Make a discrepancy of the marked statements."""
        desk = self.desk_app.desk
        if desk is None or len(desk.marked) < 2:
            self.desk_app.tell("Mark two statements first (m)")
            return

        async def make(linked: Linked) -> None:
            made = desk.link(*linked)
            self.desk_app.tell("Made, and kept in the review file")
            await self.desk_app.show_discrepancy(made.fingerprint)

        await self.ask(Link(desk.marked), make)
