"""Which discrepancies to show: of each list, any of what is ticked; of all lists together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, ClassVar, TypeVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, HorizontalScroll, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Checkbox, Label, SelectionList
from textual.widgets.selection_list import Selection

from discrepancy import Article, Kind, Relation, Severity, display
from discrepancy.review import Standing, Verdict
from discrepancy_tui.dialogs.ask import CANCEL
from discrepancy_tui.filters import OPEN, Filter, sources_of
from discrepancy_tui.paint import plain
from discrepancy_tui.words import VERDICTS

T = TypeVar("T", bound=str)


class FilterDialog(ModalScreen[Filter | None]):
    """Offers what there is, with how many of each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        CANCEL,
        Binding("enter", "keep", "Show", id="dialog.keep", priority=True),
        Binding("ctrl+r", "clear", "Show all", id="dialog.clear"),
    ]

    def __init__(self, chosen: Filter, standings: Sequence[Standing], articles: Sequence[Article]) -> None:
        super().__init__()
        self._chosen = chosen
        self._standings = standings
        self._articles = articles

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -wide"):
            with HorizontalScroll(id="lists"):
                yield from self._lists()
            yield Checkbox("Only what is new since the baseline", self._chosen.new, id="new")
            if self._chosen.between:
                yield Checkbox(self._pair(), value=True, id="between")
            with Horizontal(classes="dialog--buttons"):
                yield Button("Show (Enter)", id="keep", variant="primary")
                yield Button("Show all (Ctrl+R)", id="clear")
            yield Label("Space ticks, Tab goes on, Escape leaves it as it was.", classes="dialog--hint")

    def _lists(self) -> ComposeResult:
        chosen, found = self._chosen, [standing.found for standing in self._standings]
        verdicts = [(OPEN, "to judge"), *((one.value, VERDICTS[one][1]) for one in Verdict)]
        names = [(article.id, display.source_name(article)) for article in self._articles]
        pairs = [pair for standing in self._standings for pair in standing.pairs]
        yield from _list("severity", chosen.severities, _named(Severity), (one.severity for one in found))
        yield from _list("kind", chosen.kinds, _named(Kind), (one.kind for one in found))
        yield from _list("relation", chosen.relations, _named(Relation), (one.relation for one in found))
        yield from _list("verdict", chosen.verdicts, verdicts, (one.verdict or OPEN for one in pairs))
        yield from _list("source", chosen.sources, names, (source for one in found for source in sources_of(one)))

    @on(Button.Pressed, "#keep")
    def action_keep(self) -> None:
        if isinstance(self.focused, Button) and self.focused.id == "clear":
            self.action_clear()
            return
        self.dismiss(
            replace(
                self._chosen,
                kinds=self._ticked("kind"),
                relations=self._ticked("relation"),
                severities=self._ticked("severity"),
                sources=self._ticked("source"),
                verdicts=self._ticked("verdict"),
                new=self.query_one("#new", Checkbox).value,
                between=self._chosen.between
                if any(one.value for one in self.query("#between").results(Checkbox))
                else (),
            )
        )

    @on(Button.Pressed, "#clear")
    def action_clear(self) -> None:
        self.dismiss(Filter())

    def _pair(self) -> Text:
        """Which two sources are wanted against each other."""
        names = {article.id: display.source_name(article) for article in self._articles}
        pair = " against ".join(display.short(names.get(ident, ident), 40) for ident in self._chosen.between)
        return plain(f"Only {pair}")

    def _ticked(self, name: str) -> frozenset[Any]:
        return frozenset(self.query_one(f"#{name}", SelectionList).selected)


def _named(values: Iterable[T]) -> list[tuple[T, str]]:
    return [(value, str(value)) for value in values]


def _list(name: str, chosen: frozenset[T], values: Sequence[tuple[T, str]], found: Iterable[T]) -> ComposeResult:
    """A list of those values that occur or are chosen, with how often they do."""
    counts = Counter(found)
    offered = [
        Selection(_label(word, counts[value]), value, value in chosen)
        for value, word in values
        if counts[value] or value in chosen
    ]
    with VerticalScroll(classes="filter"):
        yield Label(name.capitalize(), classes="dialog--title")
        yield SelectionList(*offered, id=name)


def _label(word: str, count: int) -> Text:
    return Text.assemble(plain(display.short(word, 30)), f"  {count:,}")
