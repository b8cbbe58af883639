"""Lists of names as they stand in the text.

They are read off the text and not off the parse, since long coordinations are where parses err first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.model import Reading, Span

BETWEEN = re.compile(r"(?:\s|,|;|&|and\b|the\b|as well as\b|along with\b){1,12}", re.IGNORECASE)

Listed = tuple[tuple[Span, str], ...]
"""The names in a list with their places, in the order of the text."""


_TITLE = re.compile(r" (?:agent|attorney|lawyer|director|officer|chief|spokes\w{3,6}|captain|coach|star|player) [A-Z]")
"""Behind a body that only says whose somebody is: "FBI attorney Lisa Page"."""
_OF_SOMEBODY = re.compile(r"\b[A-Z][a-z]{1,14} [A-Z][a-z]{1,18} of $")
"""Before where somebody is from: "Bob Berg of Maine and Jon Lund of Ohio"."""
JOINED = re.compile(r"\b(?:and|as well as|along with)\b", re.IGNORECASE)


def _belongs(text: str, start: int, end: int) -> bool:
    """Whether a name only says whose or whence somebody is who stands beside it."""
    return _TITLE.match(text, end) is not None or _OF_SOMEBODY.search(text, max(0, start - 24), start) is not None


def joined(reading: Reading, run: Listed) -> bool:
    """Whether a run of names is a list of parties, with an "and" in it, and no apposition: "Anna Berg, Oslo"."""
    return len(run) > 1 and bool(JOINED.search(reading.statement.article.text, run[0][0][1], run[-1][0][0]))


def runs(reading: Reading) -> Iterator[Listed]:
    """Names of one statement that stand in one list: nothing but commas, "and" and articles between them."""
    text = reading.statement.article.text
    run: list[tuple[Span, str]] = []
    for name in (name for name in reading.names if not _belongs(text, name.start, name.end)):
        if run and not BETWEEN.fullmatch(text[run[-1][0][1] : name.start]):
            yield tuple(run)
            run = []
        run.append(((name.start, name.end), name.canonical))
    yield tuple(run)
