"""One article on the screen: which one it is, its text, and the words in it that are looked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from discrepancy import Article, Line, Statement, display
from discrepancy_tui.article_blocks import Hit, article_blocks, hits, with_hits
from discrepancy_tui.paint import plain
from discrepancy_tui.reading import Bearings, LeftOut, nearest, runs
from discrepancy_tui.widgets.article_text import ArticleText
from discrepancy_tui.widgets.blocks import Block


class ArticleColumn(Vertical):
    """An article with its head."""

    DEFAULT_CSS = """
    ArticleColumn {
        width: 1fr;
        max-width: 110;
        height: 1fr;
        & .head {
            height: 1;
            padding: 0 1 0 4;
            background: $surface;
            color: $role-source;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        &.-active .head { color: $role-value; text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.article: Article | None = None
        self._statements: Mapping[Hashable, Statement] = {}
        self._parts: Sequence[Statement | LeftOut] = ()
        self._blocks: list[Block] = []
        self._hits: list[Hit] = []
        self._hit: int | None = None

    def compose(self) -> ComposeResult:
        yield Static(classes="head", markup=False)
        yield ArticleText()

    @property
    def text(self) -> ArticleText:
        return self.query_one(ArticleText)

    @property
    def statement(self) -> Statement | None:
        """The one under the cursor."""
        chosen = self.text.chosen
        return self._statements.get(chosen)

    @property
    def statements(self) -> Sequence[Statement]:
        return tuple(self._statements.values())

    def show(
        self,
        article: Article,
        own: Sequence[Statement],
        lines: Sequence[Line],
        bearings: Bearings,
        marked: Sequence[Statement],
        at: Statement | None,
        row: int | None,
    ) -> None:
        """Shows `article`, with what was left out where `lines` are given, and the cursor on the statement `at`."""
        self.article = article
        self._statements = {one.key: one for one in own}
        parts = runs(article, own, lines)
        self._blocks = article_blocks(article, parts, bearings, marked)
        self._hits, self._hit = [], None
        if parts == self._parts:
            self.text.repaint(self._blocks)
            return
        self._parts = parts
        chosen = nearest(own, at) if at else None
        self.text.show_at(self._blocks, chosen.key if chosen else None, row)
        self.query_one(".head", Static).update(plain(_head(article)))

    def find(self, words: str) -> int:
        """Underlines these words; how many there are."""
        self._hits, self._hit = hits(self._blocks, words), None
        self.text.repaint(with_hits(self._blocks, self._hits))
        return len(self._hits)

    def step(self, steps: int) -> tuple[int, int]:
        """Goes to the next or the last of the words that were found: its number, from 1, and how many there are."""
        if not self._hits:
            return 0, 0
        if self._hit is None:
            # The first one from the cursor on, or from there backwards.
            numbers = [hit.block for hit in self._hits]
            self._hit = bisect_left(numbers, self._cursor()) - (1 if steps > 0 else 0)
        self._hit = (self._hit + steps) % len(self._hits)
        hit = self._hits[self._hit]
        self.text.reveal(hit.block, hit.start)
        return self._hit + 1, len(self._hits)

    def _cursor(self) -> int:
        chosen = self.text.chosen
        return next((number for number, block in enumerate(self._blocks) if block.key == chosen), 0)


def _head(article: Article) -> str:
    named = display.credit(article, display.dated(article), display.short(article.path))
    return f"{named}, “{display.short(article.title, 120)}”" if article.title and article.publisher else named
