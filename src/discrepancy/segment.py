"""Statements: the sentences of an article's own lines, each a slice of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy import _sentences
from discrepancy._credits import before_credit
from discrepancy.model import Article, Line, LineKind, Span, Statement

_BULLET = re.compile(r"[-–—*•▪●‣◦·►▶]\s{1,8}")
_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def segment(article: Article, lines: Sequence[Line]) -> tuple[Statement, ...]:
    """The statements of an article in order: sentences of body and captions, and each heading whole.

    A statement has no white space or bullet around it and never reaches beyond its line; a sentence of any
    length stays whole. Lines of the other kinds have none. The sentences of one physical line (all of a
    collected text) share a paragraph.
    """
    found: list[Statement] = []
    paragraph, behind = -1, 0
    for line in lines:
        if not line.kind.stated:
            continue
        spans = tuple(_spans(article.text, line))
        if spans and (paragraph < 0 or _BREAK.search(article.text, behind, line.start)):
            paragraph += 1
        for start, end in spans:
            found.append(Statement(article, start, end, line.kind, len(found), paragraph))
        behind = line.end
    return tuple(found)


def _spans(text: str, line: Line) -> Iterator[Span]:
    words = text[line.start : line.end]
    if line.kind is LineKind.CAPTION:
        words = words[: before_credit(words)]  # who took a picture says nothing of the events
    sentences = ((0, len(words)),) if line.kind is LineKind.HEADING else _sentences.split(words)
    for start, end in sentences:
        if span := _bare(words, start, end):
            yield line.start + span[0], line.start + span[1]


def _bare(words: str, start: int, end: int) -> Span | None:
    """The span without white space and bullets around it; None when no letter or digit is left."""
    piece = words[start:end]
    start += len(piece) - len(piece.lstrip())
    if bullet := _BULLET.match(words, start, end):
        start = bullet.end()
    piece = words[start:end].strip()
    if not any(map(str.isalnum, piece)):
        return None
    start += len(words[start:end]) - len(words[start:end].lstrip())
    return start, start + len(piece)
