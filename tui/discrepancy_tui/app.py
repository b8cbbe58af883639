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
from discrepancy_tui import places, watching
from discrepancy_tui.comparing import Comparison
from discrepancy_tui.desk import Desk, now
from discrepancy_tui.dialogs.help import Help
from discrepancy_tui.failures import UnexpectedError
from discrepancy_tui.filters import Filter
from discrepancy_tui.keys import actions_elsewhere, actions_of, names
from discrepancy_tui.places import Place
from discrepancy_tui.screens.article import ArticleScreen
from discrepancy_tui.screens.desk_screen import DeskScreen
from discrepancy_tui.screens.facts import FactsScreen
from discrepancy_tui.screens.findings import FindingsScreen
from discrepancy_tui.screens.matrix import MatrixScreen
from discrepancy_tui.sides import Place as Spot
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
    watched: tuple[str, ...] | None = None
    """The paths that are watched for changes; None watches nothing."""


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
        # Those of Textual lack the colours that our style sheet asks for.
        for name in self.available_themes.keys() - {theme.name for theme in THEMES.values()}:
            self.unregister_theme(name)
        self.findings = FindingsScreen()

    @property
    def subject(self) -> str:
        return self._options.subject

    def get_default_screen(self) -> Screen[None]:
        return self.findings

    async def on_mount(self) -> None:
        if self._options.keys:
            self.set_keymap(dict(self._options.keys))
            for name in sorted(self._options.keys.keys() - names()):
                self.complain(
                    f"the settings name a key for {name}, and there is no such action: ? shows those that there are"
                )
        if self._options.watched is not None:
            self._watch(self._options.watched)

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

    @work(group="watch")
    async def _watch(self, paths: tuple[str, ...]) -> None:
        """Takes in what others write into the review file; offers a new comparison when a source changed."""
        review_file = self._options.review_file.resolve()
        async for changed in watching.changes(paths, self._options.review_file):
            if self.desk is not None and self.desk.reload():
                await self.show_desk()
            sources = sorted(path.name for path in changed - {review_file})
            if sources:
                more = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
                self.tell(f"{sources[0]}{more} changed: r compares again")

    async def show_desk(self) -> None:
        """Shows the desk as it is now on every screen over it."""
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen):
                await screen.show_desk()

    async def _return(self) -> None:
        """Back to where the reader was."""
        if self.desk is None:
            return
        place = places.recall(self._options.review_file, self._options.places)
        self.desk.wanted = place.filter
        await self.findings.show_list(place.fingerprint)
        await self.show_desk()

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
        if self.screen is not self.findings:
            self._leave()
            # What was marked elsewhere is marked here.
            self.findings.run_worker(self.findings.show_chosen())

    def action_show_article(self) -> None:
        """Read the article at the statement."""
        screen = self.screen
        if self.desk is None or not isinstance(screen, DeskScreen) or isinstance(screen, ArticleScreen):
            return
        standing, statement = screen.standing, screen.statement
        if statement is None:
            sides = standing.found.sides if standing else ()
            first = [position.statement for side in sides for position in side.positions]
            statement = next(iter([*first, *self.desk.report.statements]), None)
        if statement is None:
            self.tell("There is no article to read")
            return
        self.push_screen(ArticleScreen(statement, standing))

    def action_show_facts(self) -> None:
        """Show who says what."""
        if isinstance(self.screen, DeskScreen) and not isinstance(self.screen, FactsScreen):
            self._show(FactsScreen(self.screen.standing, self.screen.statement))

    def action_show_matrix(self) -> None:
        """Show which sources disagree with which, and what changed over time."""
        if not isinstance(self.screen, MatrixScreen):
            self._show(MatrixScreen())

    def action_help(self) -> None:
        """Show every key of this screen."""
        keys = self._options.keys
        found = [*actions_of(self.screen), *actions_elsewhere(self.screen, keys)]
        self.push_screen(Help(found, frozenset(keys)))

    async def show_discrepancy(self, fingerprint: str, spot: Spot | None = None) -> None:
        """Shows the findings with the cursor on this one, or on the statement at `spot` of it.

        All of them are shown where the filter would leave it out.
        """
        if self.desk is not None and all(one.found.fingerprint != fingerprint for one in self.desk.shown):
            self.desk.wanted = Filter()
            self.tell("All findings are shown again: the filter left this one out")
        self._leave()
        # A screen that was left stops what it runs, and with it whatever waits in it.
        await self.findings.run_worker(self.findings.show_list(fingerprint, spot)).wait()

    async def show_only(self, wanted: Filter) -> None:
        """Shows the findings that fit `wanted`, and no others."""
        self._leave()
        await self.findings.run_worker(self.findings.show_only(wanted)).wait()

    def _leave(self) -> None:
        """Takes away what lies over the findings."""
        while self.screen is not self.findings and len(self.screen_stack) > 1:
            self.pop_screen()

    def _show(self, screen: DeskScreen) -> None:
        if self.desk is None:
            self.tell("There is nothing to show before the articles are compared")
            return
        self._leave()
        self.push_screen(screen)

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
        for action in actions_of(screen):
            yield SystemCommand(action.name, f"{action.keys}: {action.meaning}", action.run)
        yield SystemCommand("Theme", "Light, dark or high contrast", self.action_change_theme)

    def _handle_exception(self, error: Exception) -> None:
        # Textual has no public hook for it, and would print pages of source to people who are not programmers.
        # What fails while the first failure is dealt with follows from it.
        if not isinstance(self._exception, UnexpectedError):
            super()._handle_exception(UnexpectedError(error))

    def _print_error_renderables(self) -> None:
        if isinstance(self._exception, UnexpectedError):
            # Textual would break the line where the terminal ends, and with it the path.
            self._exit_renderables.clear()
            text = str(self._exception)
            self.error_console.print(text, soft_wrap=True, markup=False, highlight=False, emoji=False)
        super()._print_error_renderables()
