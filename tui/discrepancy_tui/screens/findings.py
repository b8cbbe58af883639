"""The first screen: the discrepancies on the left, the chosen one side by side on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.widgets import Input, Static

from discrepancy import Position, Report, Statement, Unread, display
from discrepancy.review import Resolution, Standing, Verdict
from discrepancy_tui.details import detail_blocks
from discrepancy_tui.dialogs.ask import Confirm, Write
from discrepancy_tui.dialogs.filtering import FilterDialog
from discrepancy_tui.dialogs.mending import Mend, Mending
from discrepancy_tui.dialogs.resolving import Resolve
from discrepancy_tui.dialogs.verdicts import AllShown
from discrepancy_tui.filters import Filter
from discrepancy_tui.screens.desk_screen import HELP, SHARED, DeskScreen
from discrepancy_tui.sides import Paragraphs, Place, paragraphs
from discrepancy_tui.widgets.banner import Banner
from discrepancy_tui.widgets.blocks import Blocks
from discrepancy_tui.widgets.comparing import Comparing
from discrepancy_tui.widgets.finding_list import FindingList
from discrepancy_tui.widgets.key_bar import KeyBar
from discrepancy_tui.widgets.sides_pane import SidesPane
from discrepancy_tui.words import VERDICTS

NARROW = 100
"""Columns under which the sides stand one below the other, and below the list."""


class FindingsScreen(DeskScreen):
    """Where verdicts are given."""

    AUTO_FOCUS = ""
    """The list takes the focus when it has something: else keys would go into the search, unseen."""
    BINDINGS: ClassVar[list[BindingType]] = [
        # First, so that a narrow terminal shows it too.
        HELP,
        Binding("a", "judge('conflict')", "Conflict", id="verdict.conflict"),
        Binding("x", "judge('not_conflict')", "No conflict", id="verdict.not_conflict"),
        Binding("u", "judge('unsure')", "Unsure", id="verdict.unsure"),
        Binding("space", "judge('later')", "Later", id="verdict.later"),
        Binding("backspace", "undo", "Undo", id="undo"),
        Binding("n", "note", "Note", id="note"),
        Binding("f", "filter", "Filter", id="filter"),
        Binding("slash", "search", "Search", key_display="/", id="search"),
        Binding("escape", "leave", "Back to the list", show=False, id="leave"),
        Binding("enter", "read_article", "Read the article", show=False, id="article"),
        Binding("d", "differences", "Differences", show=False, id="differences"),
        Binding("R", "resolve", "Resolution", show=False, id="resolution"),
        Binding("g", "mend", "Mend the grouping", show=False, id="mend"),
        Binding("A", "judge_shown", "Verdict on all shown", show=False, id="verdict.shown"),
        *(binding for binding in SHARED if binding is not HELP),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Standing, ...] = ()
        self._unread: tuple[Unread, ...] = ()
        self._read: Sequence[Statement] = ()
        self._where: Paragraphs = {}
        self._differ = False

    # ---- what is on the screen

    def compose(self) -> ComposeResult:
        yield Banner(id="banner")
        yield Comparing(id="comparing")
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield Input(placeholder="Search all text", id="search")
                yield FindingList(id="list")
            with Vertical(id="right"):
                yield Static(id="question", markup=False)
                yield SidesPane(id="sides")
                yield Blocks(id="details")
        yield Static(id="empty", markup=False)
        yield KeyBar(show_command_palette=False)

    def on_mount(self) -> None:
        # Now what is told of the comparison has a place.
        self.desk_app.action_compare()

    def on_resize(self, event: Resize) -> None:
        was = self.has_class("-narrow")
        self.set_class(event.size.width < NARROW, "-narrow")
        self.query_one(SidesPane).set_class(event.size.width < NARROW, "-stacked")
        if was != self.has_class("-narrow"):
            self.run_worker(self.show_chosen())

    def begin_stage(self, stage: str) -> None:
        """Shows how far the comparison is."""
        panel = self.query_one(Comparing)
        panel.display = True
        self.query_one("#body").display = False
        self.query_one("#empty").display = False
        panel.begin(stage)

    def show_stopped(self, reason: str) -> None:
        """Shows why there are no findings."""
        self.query_one(Comparing).display = False
        empty = self.query_one("#empty", Static)
        empty.display = True
        empty.update(display.one_line(reason))

    async def show_desk(self) -> None:
        """Shows the desk as it is now, with the cursor where it was."""
        await self.show_list(self.standing.found.fingerprint if self.standing else "")

    async def show_only(self, wanted: Filter) -> None:
        """Shows what fits `wanted`, in the place of what the filter and the search showed."""
        desk = self.desk_app.desk
        if desk is None:
            return
        desk.wanted = wanted
        search = self.query_one("#search", Input)
        with search.prevent(Input.Changed):
            search.value = wanted.text
        search.display = bool(wanted.text)
        await self.show_desk()
        self.query_one(FindingList).focus()

    async def show_list(self, fingerprint: str, place: Place | None = None) -> None:
        """Shows the list with the cursor on the discrepancy with `fingerprint`, or where the reader was.

        Where `place` is given, the cursor goes on to that statement of it.
        """
        desk = self.desk_app.desk
        if desk is None:
            return
        findings = self.query_one(FindingList)
        self._find_paragraphs(desk.report)
        self._shown = desk.shown
        self._unread = desk.report.unread if desk.wanted.is_empty else ()
        marks = [number for number, one in enumerate(self._shown) if one.found.fingerprint == fingerprint]
        self.query_one(Comparing).display = False
        self.query_one("#body").display = bool(self._shown or self._unread) or not desk.wanted.is_empty
        findings.show(self._shown, self._unread, marks[0] if marks else findings.chosen)
        self._show_search(desk.wanted.text)
        self._show_bar()
        self._show_empty()
        await self.show_chosen()
        if place is not None and marks:
            self.query_one(SidesPane).choose(place)
        elif self.focused is None and self._shown:
            self.set_focus(findings)

    def _find_paragraphs(self, report: Report) -> None:
        # In a large report it takes longer than a key may, and verdicts leave the statements as they are.
        if report.statements is not self._read:
            self._read = report.statements
            self._where = paragraphs(report.statements)

    def _show_bar(self) -> None:
        desk = self.desk_app.desk
        if desk is None:
            return
        bar = self.query_one(Banner)
        parts = [display.counted(len(desk.report.articles), "source")]
        if desk.report.unread:
            parts.append(f"{len(desk.report.unread):,} not read")
        if not desk.wanted.is_empty:
            parts.append(f"filter: {len(self._shown):,} of {desk.progress.total:,} shown")
        bar.title = f"{self.desk_app.subject} · {' · '.join(parts)}"
        bar.progress = str(desk.progress)

    def _show_search(self, text: str) -> None:
        """Shows what is searched for, so that nobody wonders where the others are."""
        search = self.query_one("#search", Input)
        if text and not search.has_focus:
            search.value = text
        search.display = bool(text) or search.has_focus

    def _show_empty(self) -> None:
        desk = self.desk_app.desk
        empty = self.query_one("#empty", Static)
        empty.display = desk is not None and not self._shown and not self._unread
        if desk is None or self._shown:
            return
        if desk.wanted.is_empty:
            empty.update("The sources that were read do not disagree on anything that this tool can find.")
        else:
            empty.update("Nothing fits the filter: f changes it, Escape shows all.")

    async def show_chosen(self) -> None:
        """Shows the chosen discrepancy as it is now."""
        desk, standing = self.desk_app.desk, self.standing
        if desk is None:
            return
        question = self.query_one("#question", Static)
        details = self.query_one("#details", Blocks)
        pane = self.query_one(SidesPane)
        # Drawn once, and not after each of the parts.
        with self.app.batch_update():
            details.display = standing is not None
            question.update(display.one_line(self._title()))
            if standing is not None:
                details.show(detail_blocks(standing))
            await pane.show(standing, desk.report, self._where, desk.marked, differ=self._differ, place=pane.place)

    def _title(self) -> str:
        """The question of the chosen discrepancy, or why the chosen source was not read."""
        if self.standing is not None:
            return display.asked(self.standing.found)
        at = self.query_one(FindingList).chosen - len(self._shown)
        if not 0 <= at < len(self._unread):
            return ""
        unread = self._unread[at]
        return f"{display.short(unread.path)} was not read: {display.short(unread.reason)}"

    # ---- what is in view

    @property
    def standing(self) -> Standing | None:
        number = self.query_one(FindingList).chosen
        return self._shown[number] if number < len(self._shown) else None

    @property
    def position(self) -> Position | None:
        place = self.query_one(SidesPane).place
        if self.standing is None or place is None:
            return None
        side, number = place
        return self.standing.found.sides[side].positions[number]

    @property
    def statement(self) -> Statement | None:
        return self.position.statement if self.position else None

    @on(FindingList.Chosen)
    async def _chosen(self) -> None:
        await self.show_chosen()

    @on(FindingList.Opened)
    @on(Blocks.Opened)
    def action_read_article(self) -> None:
        """Read the article at the statement."""
        self.desk_app.action_show_article()

    # ---- verdicts

    async def action_judge(self, verdict: str) -> None:
        """Give a verdict, and go on to the next that is not judged."""
        desk, standing = self.desk_app.desk, self.standing
        if desk is None or standing is None:
            return
        given = Verdict(verdict)
        with self.desk_app.complaining():
            desk.judge(standing, given)
            await self._after_verdict()

    async def _after_verdict(self) -> None:
        desk = self.desk_app.desk
        findings = self.query_one(FindingList)
        if desk is None:
            return
        self._shown = desk.shown
        following = desk.following(findings.chosen)
        findings.show(self._shown, self._unread, findings.chosen if following is None else following)
        if following is None:
            self.desk_app.tell("Everything that is shown is judged")
        self._show_bar()
        await self.show_chosen()
        self.desk_app.remember_place()

    async def action_judge_shown(self) -> None:
        """Give one verdict on all that the filter shows."""
        desk = self.desk_app.desk
        if desk is None or not self._shown:
            return
        count = display.counted(len(self._shown), "discrepancy", "discrepancies")

        async def confirm(verdict: Verdict) -> None:
            word = VERDICTS[verdict][1]

            async def judge(_: bool) -> None:
                desk.judge_shown(verdict)
                self.desk_app.tell(f"{count} judged “{word}”; one Backspace takes it back")
                await self.show_desk()

            await self.ask(Confirm(f"Judge {count} “{word}”?", "Judge them all"), judge)

        await self.ask(AllShown(count), confirm)

    async def action_undo(self) -> None:
        """Take back the last step."""
        desk = self.desk_app.desk
        if desk is None:
            return
        with self.desk_app.complaining():
            undone = desk.undo()
            if undone is None:
                self.desk_app.tell("There is nothing of yours left to undo")
            else:
                await self.show_list(undone)

    # ---- what is written

    async def action_note(self) -> None:
        """Write a note."""
        desk, standing = self.desk_app.desk, self.standing
        if desk is None or standing is None:
            return
        before = standing.notes[-1] if standing.notes else ""

        async def keep(text: str) -> None:
            if text != before:
                desk.note(standing.found, text)
                await self.show_desk()

        await self.ask(Write("Note", before), keep)

    async def action_resolve(self) -> None:
        """Write the wording that you will use, and the evidence for it."""
        desk, standing = self.desk_app.desk, self.standing
        if desk is None or standing is None:
            return

        async def keep(resolution: Resolution) -> None:
            desk.resolve(standing.found, resolution)
            await self.show_desk()

        await self.ask(Resolve(standing.resolution), keep)

    async def action_mend(self) -> None:
        """Mend a wrong grouping: move, split, merge, or another kind or severity."""
        desk, standing = self.desk_app.desk, self.standing
        if desk is None or standing is None:
            return

        async def mend(mending: Mending) -> None:
            mending(desk)
            await self.show_desk()

        others = [one.found for one in self._shown if one.found is not standing.found]
        await self.ask(Mend(standing.found, self.position, desk.marked, others), mend)

    # ---- what is shown

    async def action_differences(self) -> None:
        """Mark the words that the other side does not have, in the place of those that conflict."""
        self._differ = not self._differ
        await self.show_chosen()
        self.desk_app.tell(
            "Marked: words that the other side does not have" if self._differ else "Marked: what conflicts"
        )

    async def action_filter(self) -> None:
        """Choose which discrepancies are shown."""
        desk = self.desk_app.desk
        if desk is None:
            return

        async def choose(chosen: Filter) -> None:
            desk.wanted = chosen
            await self.show_desk()
            self.set_focus(self.query_one(FindingList))

        await self.ask(FilterDialog(desk.wanted, desk.reviewed.standings, desk.report.articles), choose)

    def action_search(self) -> None:
        """Show what holds these words."""
        search = self.query_one("#search", Input)
        search.display = True
        # At once: what is typed on must not be taken for verdicts.
        self.set_focus(search)

    @on(Input.Changed, "#search")
    async def _searched(self, event: Input.Changed) -> None:
        desk = self.desk_app.desk
        if desk is not None and event.value != desk.wanted.text:
            desk.wanted = replace(desk.wanted, text=event.value)
            await self.show_desk()

    @on(Input.Submitted, "#search")
    def _found(self) -> None:
        self.set_focus(self.query_one(FindingList))

    async def action_leave(self) -> None:
        """Back to the list; from there, show all."""
        desk = self.desk_app.desk
        if desk is None:
            self.desk_app.stop_comparing()
            return
        findings = self.query_one(FindingList)
        if self.focused is not findings and self._shown:
            self.set_focus(findings)
            return
        self.query_one("#search", Input).value = ""
        if not desk.wanted.is_empty:
            desk.wanted = type(desk.wanted)()
            await self.show_desk()
        self.set_focus(findings)
        self._show_search(desk.wanted.text)
