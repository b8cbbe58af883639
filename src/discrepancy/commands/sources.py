"""Show what was read: titles, dates, languages, hashes, and how each line was taken.

    discrepancy sources PATH... [--lines]

Exit status as for `compare`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from discrepancy.commands import _common
from discrepancy.display.phrases import counted, short
from discrepancy.display.safe import one_line
from discrepancy.model import Article, Line


@click.command(name="sources")
@_common.paths
@click.option("--lines", is_flag=True, help="Show what each line was taken for, and why.")
@_common.config
def sources(paths: tuple[str, ...], lines: bool, config: Path | None) -> None:
    """Show what was read from each PATH, and what was not.

    With --lines, every line is shown as what it was taken for: only headings, bodies and captions are compared.
    """
    settings = _common.settings(config)
    # What reads the articles is heavier than the command line: not before the call is known to be right.
    from discrepancy.clean import mark
    from discrepancy.loaders import load
    from discrepancy.segment import segment

    collection = load(paths, settings)
    _common.require_articles(collection.articles, collection.unread, paths)
    _common.tell_unread(collection.unread)
    for note in collection.notes:
        _common.tell(note)
    marked = mark(collection.articles)
    for article in collection.articles:
        own = marked[article.id]
        for line in _article(article, len(segment(article, own))):
            click.echo(line)
        for line in _lines(article, own) if lines else ():
            click.echo(line)


def _article(article: Article, statements: int) -> Iterator[str]:
    yield one_line(short(article.path))
    known = {
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "published": article.published,
        "address": article.url,
        "language": article.language,
    }
    for name, value in known.items():
        yield f"  {name:<11}{one_line(short(value)) if value else 'not known'}"
    yield f"  {'SHA-256':<11}{article.sha256}"
    yield f"  {'statements':<11}{counted(statements, 'statement')} in {counted(len(article.text), 'character')}"


def _lines(article: Article, lines: Sequence[Line]) -> Iterator[str]:
    number, at = 1, 0
    for line in lines:
        # Counted on from the line before: from the start each time would take the square of the length.
        number, at = number + article.text.count("\n", at, line.start), line.start
        text = short(article.text[line.start : line.end], 100)
        yield f"  {number if article.located else '':>6} {line.kind.value:<12}{one_line(text)}"
        yield f"  {'':>6} {'':<12}  {one_line(line.reason)}"


PLUGIN = sources
