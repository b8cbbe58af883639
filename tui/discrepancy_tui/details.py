"""What stands below the sides: what readers said, and why the sides were set against each other."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from discrepancy import display
from discrepancy.review import Standing
from discrepancy_tui.paint import Role, joined, plain
from discrepancy_tui.widgets.blocks import Block


def detail_blocks(standing: Standing) -> list[Block]:
    """What was said comes first, since it is what the reader comes back for."""
    return [Block((*_said(standing), *_why(standing)))]


def _said(standing: Standing) -> Iterator[Text]:
    for remark in display.remarks(standing):
        by = f"  ({remark.by})" if remark.by else ""
        yield joined([plain(f"{remark.label}: ", Role.NOTE), plain(remark.text), plain(by, Role.DIM)])


def _why(standing: Standing) -> Iterator[Text]:
    yield plain("Why these are set against each other", Role.VALUE)
    for pair in standing.found.pairs:
        yield plain(display.reasons(pair), Role.DIM)
