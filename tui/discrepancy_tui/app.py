"""The application: it has the comparison made, lays the report on the desk, and leads from screen to screen."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.worker import Worker

from discrepancy import DiscrepancyError, display
from discrepancy_tui import places
from discrepancy_tui.comparing import Comparison
from discrepancy_tui.desk import Desk, now
from discrepancy_tui.failures import UnexpectedError
from discrepancy_tui.places import Place
from discrepancy_tui.screens.desk_screen import DeskScreen
from discrepancy_tui.screens.findings import FindingsScreen
from discrepancy_tui.themes import THEMES


@dataclass(frozen=True, slots=True)
class Options:
    """What the application is opened with."""

    comparison: Comparison
    review_file: Path
    subject: str
    """What is compared, for the title."""
    reviewer: str | None = None
    theme: str = "light"
    """One of `THEMES`."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Other keys, by the name of the action."""
    places: Path = field(default_factory=places.folder)
    clock: Callable[[], datetime] = now


class Application(App[None]):
    """A fact-checker's desk."""

    TITLE = "discrepancy"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "command_palette", "All actions", show=False, id="palette", priority=True),
        Binding("ctrl+q", "quit", "Quit", show=False, id="quit.always", priority=True),
    ]

    def __init__(self, options: Options) -> None:
        super().__init__()
        self._options = options
        self._comparing: Worker[None] | None = None
        self.desk: Desk | None = None
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = THEMES[options.theme].name
        self.findings = FindingsScreen()

    @property
    def subject(self) -> str:
        return self._options.subject

    def get_default_screen(self) -> Screen[None]:
        return self.findings

    async def on_mount(self) -> None:
        if self._options.keys:
            self.set_keymap(dict(self._options.keys))
        # The first stage is told to a screen that is there.
        self.call_after_refresh(self.action_compare)

    # ---- the comparison

    def action_compare(self) -> None:
        """Compare the articles again; verdicts stay."""
        self.remember_place()
        self.stop_comparing()
        self._comparing = self._compare()

    def stop_comparing(self) -> None:
        """Stops the comparison that runs, if there is one."""
        if self._comparing is not None and self._comparing.is_running:
            self._comparing.cancel()

    @work(exclusive=True, group="compare")
    async def _compare(self) -> None:
        try:
            report = await self._options.comparison(self.findings.begin_stage)
            # A report stays as long as the application: the collector need not go through it, which in a large one
            # takes half a second, in the middle of a key.
            gc.freeze()
            options = self._options
            self.desk = await asyncio.to_thread(Desk, report, options.review_file, options.reviewer, options.clock)
        except DiscrepancyError as error:
            self.findings.show_stopped(str(error))
            return
        except asyncio.CancelledError:
            self.findings.show_stopped("The comparison was stopped: r begins it again.")
            raise
        gc.freeze()
        for problem in self.desk.problems:
            self.complain(problem)
        await self._return()

    async def _return(self) -> None:
        """Back to where the reader was."""
        if self.desk is None:
            return
        place = places.recall(self._options.review_file, self._options.places)
        self.desk.wanted = place.filter
        await self.findings.show_list(place.fingerprint)
        if isinstance(self.screen, DeskScreen) and self.screen is not self.findings:
            await self.screen.show_desk()

    def remember_place(self) -> None:
        """Keeps where the reader is, for the next time."""
        if self.desk is not None:
            standing = self.findings.standing
            place = Place(standing.found.fingerprint if standing else "", self.desk.wanted)
            places.remember(self._options.review_file, place, self._options.places)

    async def action_quit(self) -> None:
        """Leave; everything is kept already."""
        self.remember_place()
        self.stop_comparing()
        self.exit()

    # ---- the screens

    def action_show_findings(self) -> None:
        """Show the findings."""
        while self.screen is not self.findings and len(self.screen_stack) > 1:
            self.pop_screen()

    def action_show_article(self) -> None:
        """Read the article at the statement."""

    def action_show_facts(self) -> None:
        """Show who says what."""

    def action_show_matrix(self) -> None:
        """Show which sources disagree with which, and what changed over time."""

    def action_help(self) -> None:
        """Show every key of this screen."""

    async def show_discrepancy(self, fingerprint: str) -> None:
        """Shows the findings with the cursor on this one."""
        self.action_show_findings()
        await self.findings.show_list(fingerprint)

    # ---- what is said to the reader

    def tell(self, text: str) -> None:
        """One line in passing."""
        self.notify(display.one_line(text), timeout=3, markup=False)

    def complain(self, text: str) -> None:
        """One line on what went wrong."""
        self.notify(display.one_line(text), severity="error", timeout=10, markup=False)

    @contextmanager
    def complaining(self) -> Iterator[None]:
        """Turns an expected failure into one line; the reader goes on."""
        try:
            yield
        except (DiscrepancyError, ValueError) as error:
            self.complain(str(error))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of the screen, for the palette."""
        seen = set()
        for active in screen.active_bindings.values():
            action = active.binding.action
            if active.binding.description and action not in seen:
                seen.add(action)
                key = self.get_key_display(active.binding)
                yield SystemCommand(active.binding.description, f"Key: {key}", self._running_of(action, active.node))
        yield SystemCommand("Theme", "Light, dark or high contrast", self.action_change_theme)

    def _running_of(self, action: str, node: object) -> Callable[[], object]:
        return lambda: self.run_action(action, node)  # type: ignore[arg-type]

    def _handle_exception(self, error: Exception) -> None:
        # Textual has no public hook for it, and would print pages of source to people who are not programmers.
        # What fails while the first failure is dealt with follows from it.
        if not isinstance(self._exception, UnexpectedError):
            super()._handle_exception(UnexpectedError(error, self._options.clock()))

    def _print_error_renderables(self) -> None:
        if isinstance(self._exception, UnexpectedError):
            # Textual would break the line where the terminal ends, and with it the path.
            self._exit_renderables.clear()
            text = str(self._exception)
            self.error_console.print(text, soft_wrap=True, markup=False, highlight=False, emoji=False)
        super()._print_error_renderables()
