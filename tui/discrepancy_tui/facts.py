"""Who says what, as the cells of a table: a row for each question, a column for each source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text

from discrepancy import Article, display
from discrepancy.display import Answer
from discrepancy.review import Standing
from discrepancy_tui.paint import SEVERITY_MARKS, Role, joined, plain, quote
from discrepancy_tui.widgets.blocks import Block
from discrepancy_tui.words import standing_of

_EASE = 16
"""Columns of the screen in which most values can be read: "A= at least 12"."""
_WIDEST = 60
_LONGEST = 120
"""Characters of a value; a cell is no wider than `_WIDEST`."""


@dataclass(frozen=True, slots=True)
class FactCells:
    """The table."""

    standings: Sequence[Standing]
    articles: Sequence[Article]
    names: Sequence[str]
    """Of the articles, in their order: each with its number."""

    @property
    def size(self) -> tuple[int, int]:
        return len(self.standings), len(self.articles)

    def widths(self, room: int) -> tuple[int, int]:
        left = room - max(12, room * 3 // 10) - 1
        seen = max(1, min(len(self.articles), left // _EASE))
        cell = max(4, min(_WIDEST, left // seen))
        return max(12, room - 1 - seen * cell), cell

    def corner(self) -> Text:
        return joined([plain("Question "), plain("A, B: the sides; = others say so too", Role.DIM)])

    def head(self, column: int) -> Text:
        return plain(self.names[column])

    def label(self, row: int) -> Text:
        standing = self.standings[row]
        mark, role = SEVERITY_MARKS[standing.found.severity]
        sign, _, state = standing_of(standing)
        verdict = plain(f"{sign} ", state) if standing.entries else plain("")
        return joined([plain(f"{mark} ", role), verdict, plain(display.asked(standing.found))])

    def cell(self, row: int, column: int) -> Text:
        parts: list[Text] = []
        answers = display.answers_of(self.standings[row].found)
        for answer in answers.get(self.articles[column].id, ()):
            sign = "=" if _agreeing(answers, answer) else ""
            parts += [plain(" / ", Role.DIM)] if parts else []
            parts.append(plain(f"{display.letter(answer.side)}{sign} ", Role.VALUE))
            parts.append(plain(display.short(answer.value, _LONGEST)))
        return joined(parts)


def _agreeing(answers: Mapping[str, tuple[Answer, ...]], answer: Answer) -> int:
    """How many other sources stand on the side of `answer`."""
    return sum(1 for given in answers.values() for one in given if one.side == answer.side) - 1


def cell_blocks(cells: FactCells, row: int, column: int) -> list[Block]:
    """A cell at length: the question, then each statement, which has its side and number in it for a key."""
    found = cells.standings[row].found
    answers = display.answers_of(found)
    blocks = [Block((plain(display.asked(found), Role.VALUE),))]
    for answer in answers.get(cells.articles[column].id, ()):
        side = found.sides[answer.side]
        for position in answer.positions:
            letter = plain(f"{display.letter(answer.side)}  ", Role.VALUE)
            credit = display.credit(position.statement.article, display.place(position))
            notes = [*display.spoken(position), *_company(_agreeing(answers, answer))]
            lines = [joined([letter, quote(position)]), plain("; ".join([credit, *notes]), Role.SOURCE)]
            blocks.append(Block(tuple(lines), (answer.side, side.positions.index(position))))
    if len(blocks) == 1:
        blocks.append(Block((plain(f"Nothing on this was found in {cells.names[column]}.", Role.DIM),)))
    return blocks


def _company(others: int) -> list[str]:
    return [f"{display.counted(others, 'other source')} on this side"] if others else []
