"""Which lines are an article's own, and which are the site's: headings, body, captions, teasers, notes, furniture.

The rules are of news sites in general; each line keeps the reason for its kind, so that a reader can see what
was left out and why (`discrepancy sources --lines`). What an article says is kept in case of doubt: a line
that no rule knows is body.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.clean import _collected, _context
from discrepancy.clean._page import Mark, Page
from discrepancy.clean._reading import read
from discrepancy.model import Article, Line, LineKind

__all__ = ["mark"]


def mark(articles: Sequence[Article]) -> dict[str, tuple[Line, ...]]:
    """The lines of every article by its id, in order and without blank ones.

    All articles of a comparison are needed at once: what stands in several sources, as a title here and inside
    the text there, is a teaser there. In a text that is one long line, each sentence is a line.
    """
    pages = [read(article) for article in articles]
    ordinary = [page for page in pages if not _collected.is_collected(page)]
    marks = {page.article.id: found for page, found in zip(ordinary, _context.judge(ordinary), strict=True)}
    return {page.article.id: _lines(page, marks.get(page.article.id)) for page in pages}


def _lines(page: Page, marks: dict[int, Mark] | None) -> tuple[Line, ...]:
    if marks is None:
        return _collected.lines(page)
    unknown = Mark(LineKind.BODY, "paragraph")
    found = ((row, marks.get(at, unknown)) for at, row in enumerate(page.rows))
    return tuple(Line(row.start, row.end, mark.kind, mark.reason) for row, mark in found)
