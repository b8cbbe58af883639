"""Where quotations begin and end in an article, across sentences and across paragraphs.

A straight mark is told by its neighbours: it opens before a letter behind a space, and closes behind a letter or a
full stop. A paragraph that opens a quotation and does not close it goes on in the next paragraph that opens one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_MARK: Final = re.compile('["“”«»\n]')
_MAX_QUOTATION: Final = 6_000
"""A quotation of more characters has lost its closing mark."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between quotation marks, marks not included."""

    start: int
    end: int
    goes_on: bool
    """Whether its paragraph ends without a closing mark, so that the next quotation is the same speaker's."""


def quotations(text: str, start: int, end: int) -> tuple[Quotation, ...]:
    """All quotations between two offsets, in order."""
    found: list[Quotation] = []
    opened: int | None = None
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match.group()
        if mark == "\n":
            if opened is not None and text[at + 1 : at + 2] in ("\n", "\r", '"', "“", ""):
                found.append(Quotation(opened, at, goes_on=True))
                opened = None
        elif opened is None:
            opened = at + 1 if _opens(text, at, mark) else None
        elif mark == "“" or (mark == '"' and _opens(text, at, mark) and not _closes(text, at)):
            found.append(Quotation(opened, at, goes_on=True))
            opened = at + 1
        else:
            found.append(Quotation(opened, at, goes_on=False))
            opened = None
    if opened is not None:
        found.append(Quotation(opened, end, goes_on=True))
    return tuple(q for q in found if text[q.start : q.end].strip() and q.end - q.start <= _MAX_QUOTATION)


def _opens(text: str, at: int, mark: str) -> bool:
    if mark in "“«":
        return True
    if mark != '"':
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or not (before.isalnum() or before in ".,!?")) and bool(after) and not after.isspace()


def _closes(text: str, at: int) -> bool:
    after = text[at + 1 : at + 2]
    return not after or not after.isalnum()


def inside(quotes: Sequence[Quotation], at: int) -> Quotation | None:
    """The quotation that holds an offset."""
    return next((q for q in quotes if q.start <= at < q.end), None)
