"""Which discrepancies to show: of each heading, any of what is ticked; of all headings together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from discrepancy import Article, Kind, Relation, Severity, display
from discrepancy.review import Standing, Verdict
from discrepancy_tui.dialogs.ask import CANCEL
from discrepancy_tui.filters import OPEN, Filter, sources_of
from discrepancy_tui.widgets.ticks import Item, Ticks
from discrepancy_tui.words import VERDICTS

T = TypeVar("T", bound=str)

_NEW = ("new", "new")


class FilterDialog(ModalScreen[Filter | None]):
    """Offers what there is, with how many of each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        CANCEL,
        Binding("enter", "keep", "Show", id="dialog.keep"),
        Binding("backspace", "clear", "Take all ticks away", id="dialog.clear"),
    ]
    DEFAULT_CSS = """
    FilterDialog .dialog { height: 90%; }
    FilterDialog Ticks { height: 1fr; }
    """

    def __init__(self, chosen: Filter, standings: Sequence[Standing], articles: Sequence[Article]) -> None:
        super().__init__()
        self._chosen = chosen
        self._standings = standings
        self._articles = articles

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label("Show only", classes="dialog--title")
            yield Ticks([*self._items()], [*_ticked(self._chosen)])
            hint = "Space ticks, Backspace takes all ticks away, Enter shows them, Escape leaves it as it was."
            yield Label(hint, classes="dialog--hint")

    def _items(self) -> Iterator[Item]:
        found = [standing.found for standing in self._standings]
        pairs = [pair for standing in self._standings for pair in standing.pairs]
        verdicts = [(OPEN, "to judge"), *((one.value, VERDICTS[one][1]) for one in Verdict)]
        names = [(article.id, f"{display.source_name(article)}, {article.path}") for article in self._articles]
        chosen = self._chosen
        yield from _section("verdicts", "Verdict", verdicts, chosen.verdicts, (one.verdict or OPEN for one in pairs))
        yield Item("new since the baseline", _NEW)
        yield from _section("severities", "Severity", _named(Severity), chosen.severities, (f.severity for f in found))
        yield from _section("kinds", "Kind", _named(Kind), chosen.kinds, (one.kind for one in found))
        yield from _section("relations", "Relation", _named(Relation), chosen.relations, (f.relation for f in found))
        if chosen.between:
            yield Item("Sources against each other")
            yield Item(self._pair(), ("between", chosen.between))
        yield from _section("sources", "Source", names, chosen.sources, (s for one in found for s in sources_of(one)))

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Ticks))

    def action_keep(self) -> None:
        """Show what is ticked."""
        values: dict[str, set[Any]] = {}
        ticked: set[tuple[str, Any]] = self.query_one(Ticks).ticked
        for name, value in ticked:
            values.setdefault(name, set()).add(value)
        is_new = values.pop("new", set()) != set()
        (between,) = values.pop("between", {()})
        lists = {name: frozenset(chosen) for name, chosen in values.items()}
        self.dismiss(Filter(**lists, new=is_new, between=between, text=self._chosen.text))

    def action_clear(self) -> None:
        """Take all ticks away."""
        self.query_one(Ticks).clear()

    def _pair(self) -> str:
        """Which two sources are wanted against each other."""
        names = {article.id: display.source_name(article) for article in self._articles}
        return " against ".join(display.short(names.get(ident, ident), 40) for ident in self._chosen.between)


def _ticked(chosen: Filter) -> Iterator[tuple[str, object]]:
    for name in ("verdicts", "severities", "kinds", "relations", "sources"):
        yield from ((name, value) for value in getattr(chosen, name))
    if chosen.new:
        yield _NEW
    if chosen.between:
        yield ("between", chosen.between)


def _named(values: Iterable[T]) -> list[tuple[T, str]]:
    return [(value, str(value)) for value in values]


def _section(
    name: str, heading: str, values: Sequence[tuple[T, str]], chosen: frozenset[T], found: Iterable[T]
) -> Iterator[Item]:
    """A heading with those values that occur or are chosen, and how often they do."""
    counts = Counter(found)
    yield Item(heading)
    for value, word in values:
        if counts[value] or value in chosen:
            yield Item(f"{display.short(word, 50)}  ({counts[value]:,})", (name, value))
