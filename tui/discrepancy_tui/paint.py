"""Text of reports as the screens draw it: harmless, never read as markup, with roles in the place of colours.

A role is a name such as "mark"; each widget looks up what it means in the theme that is on.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from enum import StrEnum

from rich.style import Style
from rich.text import Span, Text

from discrepancy import Article, Position, Severity, display


class Role(StrEnum):
    """What a run of text is."""

    MARK = "mark"  # the words that conflict
    DIFFERS = "differs"  # words that the other side does not have
    VALUE = "value"  # what a side says
    SOURCE = "source"  # who says it, and where
    NOTE = "note"  # what the reader wrote
    DIM = "dim"  # what stands around
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    GOOD = "good"
    WARN = "warn"


SEVERITY_MARKS: Mapping[Severity, tuple[str, Role]] = {
    Severity.HIGH: ("●", Role.HIGH),
    Severity.MEDIUM: ("◐", Role.MEDIUM),
    Severity.LOW: ("○", Role.LOW),
}

AROUND = 400
"""Characters of a paragraph that are kept on either side of a quote: about four sentences."""


def plain(text: str, role: Role | None = None) -> Text:
    """`text` on one line, with every hidden character named."""
    return Text(display.one_line(text), style=role or "", end="")


def joined(parts: Iterable[Text]) -> Text:
    return Text.assemble(*parts, end="")


def painted(text: Text, styles: Mapping[str, Style], start: int = 0, end: int = sys.maxsize) -> Text:
    """`text` from `start` to `end`, with the style of each role."""
    drawn = Text(text.plain[start:end], styles.get(str(text.style), Style.null()), end="")
    drawn.spans = [
        Span(max(span.start - start, 0), min(span.end, end) - start, styles.get(str(span.style), Style.null()))
        for span in text.spans
        if span.start < end and span.end > start
    ]
    return drawn


def quote(position: Position) -> Text:
    """What a statement says, its conflicting words marked; a gap is named where it is too long to read."""
    return joined(
        plain(piece.text, Role.MARK if piece.marked else Role.DIM if piece.gap else None)
        for piece in display.pieces(position)
    )


def before(article: Article, start: int, end: int) -> Text:
    """What stands in the paragraph before a quote."""
    text = article.text[max(start, end - AROUND) : end]
    return plain(f"…{text}" if end - start > AROUND else text, Role.DIM)


def after(article: Article, start: int, end: int) -> Text:
    """What stands in the paragraph after a quote."""
    text = article.text[start : min(end, start + AROUND)]
    return plain(f"{text}…" if end - start > AROUND else text, Role.DIM)
