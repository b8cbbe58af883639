"""The sides of a discrepancy as blocks of text: what each source says, in its paragraph, and how surely."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from rich.text import Text

from discrepancy import Position, Report, Side, Statement, display
from discrepancy.review import Standing
from discrepancy_tui.paint import Role, after, before, joined, plain, quote
from discrepancy_tui.widgets.blocks import Block

Place: TypeAlias = tuple[int, int]
"""A statement of a discrepancy: the number of its side, and its own in that side."""
Paragraphs: TypeAlias = Mapping[tuple[str, int], tuple[int, int]]
"""Where each paragraph of each article begins and ends."""

_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_LONGEST = 1200
"""Characters of a quote that are set against another word by word: time goes with the square."""


def paragraphs(statements: Sequence[Statement]) -> Paragraphs:
    found: dict[tuple[str, int], tuple[int, int]] = {}
    for one in statements:
        key = (one.article.id, one.paragraph)
        start, end = found.get(key, (one.start, one.end))
        found[key] = (min(start, one.start), max(end, one.end))
    return found


def side_blocks(
    standing: Standing, number: int, report: Report, where: Paragraphs, marked: Sequence[Statement], against: int | None
) -> list[Block]:
    """One side: its value, then each statement that gives it.

    Where `against` is the number of another side, the words that its first quote does not have are marked, and not
    those that conflict.
    """
    side = standing.found.sides[number]
    letter = display.letter(number)
    head = joined([plain(f"{letter}  ", Role.VALUE), plain(display.short(side.value), Role.VALUE)])
    blocks = [Block((head, Text("", end="")))]
    copied = display.copies(report, side.positions)
    for index, position in enumerate(side.positions):
        key: Hashable = (number, index)
        said = _said(position, where) if against is None else _set_against(position, standing.found.sides[against])
        lines = (said, *_credit(position, copied[index], position in standing.joined), Text("", end=""))
        is_marked = position.statement in marked
        blocks.append(Block(lines, key, "◆" if is_marked else "", Role.WARN))
    return blocks


def _said(position: Position, where: Paragraphs) -> Text:
    """The quote in its paragraph."""
    statement = position.statement
    start, end = where.get((statement.article.id, statement.paragraph), (statement.start, statement.end))
    return joined(
        [
            before(statement.article, min(start, statement.start), statement.start),
            quote(position),
            after(statement.article, statement.end, max(end, statement.end)),
        ]
    )


def _credit(position: Position, copied: bool, joined_later: bool) -> Iterator[Text]:
    article = position.statement.article
    yield plain(display.credit(article, display.dated(article), display.place(position)), Role.SOURCE)
    if article.title and article.publisher:
        yield plain(f"“{display.short(article.title, 120)}”", Role.DIM)
    notes = [
        *display.spoken(position),
        *(["the same wire text as above"] if copied else []),
        *(["joined after the verdict"] if joined_later else []),
    ]
    if notes:
        yield plain("; ".join(notes), Role.NOTE)


def _set_against(position: Position, other: Side) -> Text:
    """The quote, with the words marked that the first quote of `other` does not have."""
    ours = _WORD.findall(position.statement.text[:_LONGEST])
    theirs = _WORD.findall(other.positions[0].statement.text[:_LONGEST])
    matcher = SequenceMatcher(None, [word.casefold() for word in theirs], [word.casefold() for word in ours], False)
    return joined(
        plain("".join(ours[start:end]), Role.DIFFERS if kind in ("replace", "insert") else None)
        for kind, _, _, start, end in matcher.get_opcodes()
        if start < end
    )
