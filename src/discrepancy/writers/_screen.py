"""The findings laid out for a terminal. Text of articles goes in as `Text`, which rich never reads as markup."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from discrepancy.display.changes import news
from discrepancy.display.excerpt import pieces
from discrepancy.display.phrases import (
    asked,
    copies,
    counted,
    credit,
    dated,
    headline,
    letter,
    place,
    reasons,
    short,
    spoken,
)
from discrepancy.display.safe import one_line
from discrepancy.display.verdicts import remarks
from discrepancy.model import Discrepancy, Position, Report, Severity, Side
from discrepancy.review import Reviewed, Standing

WIDE = 100
"""Columns from which sides stand next to each other; also the width taken where there is no terminal."""

_SIDE = 44
"""Columns that a side needs to be read with ease: about seven words a line."""

_MOST = 5
"""Quotes of one side that are shown: a name may stand in a hundred sentences, and the other formats list more."""

_TRAILING = re.compile(r" +$", re.MULTILINE)

_MARKS = {Severity.HIGH: ("●", "bold red"), Severity.MEDIUM: ("◐", "yellow"), Severity.LOW: ("○", "cyan")}
_PLAIN_MARKS = {Severity.HIGH: "#", Severity.MEDIUM: "+", Severity.LOW: "-"}


def render(reviewed: Reviewed, stream: TextIO) -> None:
    """Print `reviewed` to `stream`."""
    console = _console(stream)
    with console.capture() as captured:
        _print(console, reviewed)
    text = captured.get()
    # Cells are padded to their width, which only a terminal with styles has a use for.
    stream.write(text if console.is_terminal else _TRAILING.sub("", text))


def _print(console: Console, reviewed: Reviewed) -> None:
    report = reviewed.report
    console.print(Text(headline(report), style="bold"))
    for number, standing in enumerate(reviewed.standings, 1):
        found = standing.found
        console.print()
        console.print(_title(console, number, found))
        for line in _remarks(standing):
            console.print(_indented(line))
        for part in _sides(console, report, found):
            console.print(_indented(part))
        for pair in found.pairs:
            console.print(_indented(_text(reasons(pair), "dim")))
    console.print()
    for part in (*_changes(reviewed), *_sources(report)):
        console.print(part)


def _console(stream: TextIO) -> Console:
    fixed = None if stream.isatty() or "COLUMNS" in os.environ else WIDE
    return Console(
        file=stream, width=fixed, force_jupyter=False, markup=False, emoji=False, highlight=False, soft_wrap=False
    )


def _text(text: str, style: str = "") -> Text:
    return Text(one_line(text), style=style)


def _indented(part: RenderableType) -> Padding:
    return Padding(part, (0, 0, 0, 2), expand=False)


def _title(console: Console, number: int, found: Discrepancy) -> Text:
    mark, style = _MARKS[found.severity]
    if console.options.ascii_only:
        mark = _PLAIN_MARKS[found.severity]
    title = Text.assemble((f"{number}. ", "bold"), (f"{mark} {found.severity.value}", style))
    title.append(f" · {found.kind.value} · {found.relation.value}   ", style="dim")
    return title.append_text(_text(asked(found), "bold"))


def _remarks(standing: Standing) -> Iterator[Text]:
    for remark in remarks(standing):
        by = f" ({remark.by})" if remark.by else ""
        yield Text.assemble((f"{remark.label}: ", "bold"), _text(f"{remark.text}{by}"))


def _sides(console: Console, report: Report, found: Discrepancy) -> Iterator[RenderableType]:
    """The sides in rows of as many as fit, each a column; one below the other in a narrow terminal."""
    cells = [_side(console, report, index, side) for index, side in enumerate(found.sides)]
    across = min(len(cells), (console.width - 2) // _SIDE) if console.width >= WIDE else 1
    if across < 2:
        yield from (Padding(cell, (0, 0, 1, 0), expand=False) for cell in cells)
        return
    table = Table(show_header=False, expand=True, show_lines=True, padding=(0, 1))
    for _ in range(across):
        table.add_column(ratio=1, overflow="fold")
    for start in range(0, len(cells), across):
        table.add_row(*cells[start : start + across])
    yield table


def _side(console: Console, report: Report, index: int, side: Side) -> RenderableType:
    parts: list[RenderableType] = [Text.assemble((f"{letter(index)}  ", "bold"), _text(short(side.value), "bold"))]
    positions = side.positions[:_MOST]
    for number, (position, copied) in enumerate(zip(positions, copies(report, positions), strict=True)):
        parts += [Text()] if number else []
        parts += [_quote(console, position), *_credit(position, copied)]
    if len(side.positions) > _MOST:
        parts += [Text(), _text(f"and {counted(len(side.positions) - _MOST, 'more statement')}", "italic")]
    return Group(*parts)


def _quote(console: Console, position: Position) -> Text:
    """The quote, conflicting words in reverse where there are styles, between asterisks where there are none."""
    stars = "" if console.is_terminal else "*"
    quote = Text("“")
    for piece in pieces(position):
        if piece.marked:
            quote.append_text(_text(f"{stars}{piece.text}{stars}", "bold reverse"))
        else:
            quote.append_text(_text(piece.text, "dim" if piece.gap else ""))
    return quote.append("”")


def _credit(position: Position, copied: bool) -> Sequence[Text]:
    article = position.statement.article
    notes = [*spoken(position), *(["the same wire text as above"] if copied else [])]
    lines = [_text(credit(article, dated(article), place(position)), "cyan")]
    return [*lines, *([_text("; ".join(notes), "italic")] if notes else [])]


def _changes(reviewed: Reviewed) -> Iterator[RenderableType]:
    if reviewed.changes is None:
        return
    sorts = news(reviewed)
    nothing = "" if sorts else ": nothing"
    yield _text(f"What changed since {short(reviewed.changes.since)}{nothing}", "bold")
    for one in sorts:
        yield _indented(_text(one.title, "bold"))
        yield from (_indented(_indented(_text(words))) for words in one.lines)
    yield Text()


def _sources(report: Report) -> Iterator[RenderableType]:
    yield _text(f"Read: {counted(len(report.articles), 'source')}", "bold")
    for article in report.articles:
        title = [f"“{short(article.title, 120)}”"] if article.title and article.publisher else []
        yield _indented(_text(credit(article, *title, dated(article), short(article.path))))
    if report.unread:
        yield _text(f"Not read: {counted(len(report.unread), 'file')}", "bold")
        yield from (_indented(_text(f"{short(one.path)}: {short(one.reason)}")) for one in report.unread)
    if report.corroborated:
        yield _text(f"Said alike by several sources: {counted(len(report.corroborated), 'answer')}", "bold")
