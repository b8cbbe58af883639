"""Text of articles as CommonMark and GitHub Markdown: what it says is what is seen, whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import punctuation

from discrepancy.display.excerpt import Piece
from discrepancy.display.safe import one_line

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~#$]|&(?=#?\w)")
_LINE_START = re.compile(r"([-+=]|\d{1,9}[.)])")
_LINK = re.compile(r"https?://[!#-;=?-\[\]^-_a-~]{1,2000}")
"""A link that can stand between angle brackets, where nothing is escaped: ASCII without spaces, <, >, quotes or \\."""

_SPACES = re.compile(r" {2,}")


def escaped(text: str) -> str:
    """`text` so that it renders as itself inside a line."""
    return _SPECIAL.sub(r"\\\g<0>", one_line(text))


def line(text: str) -> str:
    """`text` as a line of its own: nothing at its start opens a list, a heading or a code block."""
    return _opened(escaped(text).strip())


def linked(text: str) -> str:
    """`text` inside a line; where the whole of it is a link to a page, as a link."""
    return f"<{text}>" if _LINK.fullmatch(text) else escaped(text).strip()


def quote(pieces: Iterable[Piece]) -> str:
    """A quote on one line, its marked pieces in bold."""
    parts = list(pieces)
    before = ["", *(piece.text for piece in parts)]
    after = [*(piece.text for piece in parts[1:]), ""]
    rendered = [
        _bold(piece.text, left[-1:], right[:1]) if piece.marked else escaped(piece.text)
        for piece, left, right in zip(parts, before, after, strict=False)
    ]
    return _opened(_SPACES.sub(" ", "".join(rendered)).strip())


def _opened(text: str) -> str:
    found = _LINE_START.match(text)
    if not found:
        return text
    at = found.end() - 1
    return f"{text[:at]}\\{text[at:]}"


def _bold(text: str, before: str, after: str) -> str:
    """`text` in bold, its outer spaces outside.

    Asterisks open and close bold only where CommonMark finds them "flanking": with punctuation just inside and a
    letter just outside ("US$5") they stay asterisks. There the HTML element, which both dialects take, does it.
    """
    text = one_line(text)
    words = text.strip()
    if not words:
        return text
    lead, tail = text[: text.index(words[0])], text[len(text.rstrip()) :]
    opens = bool(lead) or words[0].isalnum() or _apart(before)
    closes = bool(tail) or words[-1].isalnum() or _apart(after)
    inside = escaped(words)
    marked = f"**{inside}**" if opens and closes else f"<b>{inside}</b>"
    return f"{lead}{marked}{tail}"


def _apart(char: str) -> bool:
    return not char or char.isspace() or char in punctuation
