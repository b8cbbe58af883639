"""What stands below the sides: why they were set against each other, and what readers said."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from discrepancy import display
from discrepancy.review import Entry, Standing, State
from discrepancy_tui.paint import Role, joined, plain
from discrepancy_tui.widgets.blocks import Block
from discrepancy_tui.words import VERDICTS

_LONGEST = 2000
"""Characters of a note that are shown."""


def detail_blocks(standing: Standing) -> list[Block]:
    """Verdicts and notes first, since they are what the reader comes back for."""
    lines = [*_said(standing), *_why(standing)]
    return [Block(tuple(lines))]


def _said(standing: Standing) -> Iterator[Text]:
    for entry in standing.entries:
        if entry.verdict:
            mark, word, role = VERDICTS[entry.verdict]
            yield joined([plain(f"{mark} {word}", role), plain(_by(entry), Role.DIM)])
        if entry.note:
            yield joined(
                [plain("Note: ", Role.NOTE), plain(display.short(entry.note, _LONGEST)), plain(_by(entry), Role.DIM)]
            )
    if standing.resolution:
        yield joined([plain("To be written: ", Role.NOTE), plain(display.short(standing.resolution.wording, _LONGEST))])
        if standing.resolution.evidence:
            yield joined([plain("Evidence: ", Role.NOTE), plain(display.short(standing.resolution.evidence, 400))])
    if standing.state is State.EXTENDED:
        yield plain("A side is new since the verdict: only it is left to judge.", Role.WARN)
    for edit in standing.edits:
        yield joined(
            [
                plain("Judged when it read: ", Role.WARN),
                plain(f"“{display.short(edit.before.quote, 400)}”"),
                plain(" — judge it again.", Role.WARN),
            ]
        )


def _by(entry: Entry) -> str:
    return f"  {', '.join(part for part in (entry.reviewer, entry.date[:10]) if part)}"


def _why(standing: Standing) -> Iterator[Text]:
    yield plain("Why these are set against each other", Role.VALUE)
    for pair in standing.found.pairs:
        yield plain(display.reasons(pair), Role.DIM)
