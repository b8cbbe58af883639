"""An article as blocks of text: its statements with their marks, and, where it is wanted, what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from rich import text as rich_text
from rich.text import Text

from discrepancy import Article, LineKind, Position, Span, Statement, display
from discrepancy_tui.paint import Role, joined, plain
from discrepancy_tui.reading import Bearings, LeftOut
from discrepancy_tui.widgets.blocks import Block

_EMPTY = Block((Text("", end=""),))
MARKED = "◆"


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words that were looked for stand: in which block, and at which character of it."""

    block: int
    start: int
    end: int


def article_blocks(
    article: Article, runs: Sequence[Statement | LeftOut], bearings: Bearings, marked: Sequence[Statement]
) -> list[Block]:
    """One block a run, an empty one between paragraphs."""
    chosen = {one.key for one in marked}
    found: list[Block] = []
    before: int | None = None
    for run in runs:
        paragraph = run.paragraph if isinstance(run, Statement) else None
        if found and (paragraph is None or paragraph != before):
            found.append(_EMPTY)
        before = paragraph
        if isinstance(run, Statement):
            found.append(_stated(run, bearings, run.key in chosen))
        else:
            found.append(_left_out(run, article.text[run.start : run.end]))
    return found


def _stated(statement: Statement, bearings: Bearings, is_marked: bool) -> Block:
    bearing = bearings.of(statement)
    mark, role = (bearing.mark, bearing.role) if bearing else (" ", None)
    if is_marked:
        mark, role = mark + MARKED, Role.WARN
    return Block((_said(statement, bearings.highlights(statement)),), statement.key, mark, role)


def _said(statement: Statement, highlights: tuple[Span, ...]) -> Text:
    """All of the statement, its conflicting words marked."""
    usual = Role.VALUE if statement.kind is LineKind.HEADING else None
    if not highlights and statement.kind is not LineKind.CAPTION:
        return plain(statement.text, usual)
    prefix = [plain("Caption: ", Role.DIM)] if statement.kind is LineKind.CAPTION else []
    pieces = display.pieces(Position(statement, "", highlights), limit=statement.end - statement.start)
    return joined([*prefix, *(plain(piece.text, Role.MARK if piece.marked else usual) for piece in pieces)])


def _left_out(run: LeftOut, text: str) -> Block:
    return Block((joined([plain(f"[{run.words}] ", Role.DIM), plain(text, Role.DIM)]),))


# ---- words that are looked for

MOST = 1000
"""Places that are found at the most: a letter may stand in a text a million times."""


def hits(blocks: Sequence[Block], words: str) -> list[Hit]:
    """Where `words` stand, whatever their case; the first `MOST` of them."""
    return list(islice(_hits(blocks, words), MOST)) if words.strip() else []


def _hits(blocks: Sequence[Block], words: str) -> Iterator[Hit]:
    wanted = re.compile(re.escape(display.one_line(words.strip())), re.IGNORECASE)
    for number, block in enumerate(blocks):
        for match in wanted.finditer(block.lines[0].plain):
            yield Hit(number, match.start(), match.end())


def with_hits(blocks: Sequence[Block], found: Sequence[Hit]) -> list[Block]:
    """The blocks with these words underlined."""
    shown = list(blocks)
    for number, group in groupby(found, key=lambda hit: hit.block):
        text = shown[number].lines[0].copy()
        text.spans += [rich_text.Span(hit.start, hit.end, Role.DIFFERS) for hit in group]
        shown[number] = replace(shown[number], lines=(text,))
    return shown
