"""The findings laid out for a terminal."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TextIO

from rich.console import Console

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
from discrepancy.writers._layout import DRAWN, TYPED, Line, Run, Style, plain, styled, table, wrapped

WIDE = 100
"""Columns from which sides stand next to each other; also the width taken where there is no terminal."""

_SIDE = 44
"""Columns that a side needs to be read with ease: about seven words a line."""

_MOST = 5
"""Quotes of one side that are shown: a name may stand in a hundred sentences, and the other formats list more."""

_INDENT = 2

_BOLD, _DIM, _ITALIC, _MARKED, _SOURCE = Style("1"), Style("2"), Style("3"), Style("1;7"), Style("", "36")
_MARKS = {
    Severity.HIGH: ("●", Style("1", "31")),
    Severity.MEDIUM: ("◐", Style("", "33")),
    Severity.LOW: ("○", Style("", "36")),
}
_PLAIN_MARKS = {Severity.HIGH: "#", Severity.MEDIUM: "+", Severity.LOW: "-"}


@dataclass(frozen=True, slots=True)
class _Screen:
    """What is written to."""

    width: int
    styles: bool
    colours: bool
    ascii: bool

    def line(self, *runs: Run) -> Line:
        return styled(runs) if self.styles else plain(runs)

    def shown(self, indent: int, line: Line) -> str:
        """One line with its styles. Without any, no line ends in spaces."""
        if not self.styles:
            return (" " * indent + line.text).rstrip(" ")
        found, at = " " * indent, 0
        for start, end, style in line.marks:
            found += line.text[at:start] + self._styled(line.text[start:end], style)
            at = end
        return found + line.text[at:]

    def _styled(self, text: str, style: Style) -> str:
        code = ";".join(filter(None, (style.attributes, style.colour if self.colours else "")))
        return f"\x1b[{code}m{text}\x1b[0m" if code and text else text


def render(reviewed: Reviewed, stream: TextIO) -> None:
    """Print `reviewed` to `stream`."""
    screen = _screen(stream)
    for indent, paragraph in _paragraphs(reviewed, screen):
        stream.writelines(f"{screen.shown(indent, one)}\n" for one in wrapped(paragraph, screen.width - indent))


def _screen(stream: TextIO) -> _Screen:
    fixed = None if stream.isatty() or "COLUMNS" in os.environ else WIDE
    # rich knows what terminals can do, by their names, systems and many variables of the environment.
    console = Console(file=stream, width=fixed, force_jupyter=False)
    styles = console.color_system is not None and not console.legacy_windows
    return _Screen(console.width, styles, not console.no_color, console.options.ascii_only)


_Paragraphs = Iterator[tuple[int, Line]]
"""Each with the columns that it is moved in by."""


def _paragraphs(reviewed: Reviewed, screen: _Screen) -> _Paragraphs:
    report = reviewed.report
    yield 0, screen.line((headline(report), _BOLD))
    for number, standing in enumerate(reviewed.standings, 1):
        found = standing.found
        yield 0, screen.line()
        yield 0, _title(screen, number, found)
        yield from ((_INDENT, said) for said in _remarks(screen, standing))
        yield from _sides(screen, report, found)
        yield from ((_INDENT, screen.line(_run(reasons(pair), _DIM))) for pair in found.pairs)
    yield 0, screen.line()
    yield from _changes(screen, reviewed)
    yield from _sources(screen, report)


def _run(text: str, style: Style | None = None) -> Run:
    return one_line(text), style


def _title(screen: _Screen, number: int, found: Discrepancy) -> Line:
    mark, style = _MARKS[found.severity]
    if screen.ascii:
        mark = _PLAIN_MARKS[found.severity]
    return screen.line(
        (f"{number}. ", _BOLD),
        (f"{mark} {found.severity.value}", style),
        (f" · {found.kind.value} · {found.relation.value}   ", _DIM),
        _run(asked(found), _BOLD),
    )


def _remarks(screen: _Screen, standing: Standing) -> Iterator[Line]:
    for remark in remarks(standing):
        by = f" ({remark.by})" if remark.by else ""
        yield screen.line((f"{remark.label}: ", _BOLD), _run(f"{remark.text}{by}"))


def _sides(screen: _Screen, report: Report, found: Discrepancy) -> _Paragraphs:
    """The sides in rows of as many as fit, each a column; one below the other in a narrow terminal."""
    cells = [list(_side(screen, report, index, side)) for index, side in enumerate(found.sides)]
    across = min(len(cells), (screen.width - _INDENT) // _SIDE) if screen.width >= WIDE else 1
    if across < 2:
        yield from ((_INDENT, part) for cell in cells for part in (*cell, screen.line()))
        return
    box = TYPED if screen.ascii else DRAWN
    yield from ((_INDENT, drawn) for drawn in table(cells, across, screen.width - _INDENT, box))


def _side(screen: _Screen, report: Report, index: int, side: Side) -> Iterator[Line]:
    yield screen.line((f"{letter(index)}  ", _BOLD), _run(short(side.value), _BOLD))
    positions = side.positions[:_MOST]
    for number, (position, copied) in enumerate(zip(positions, copies(report, positions), strict=True)):
        yield from [screen.line()] if number else []
        yield _quote(screen, position)
        yield from _credit(screen, position, copied)
    if len(side.positions) > _MOST:
        yield screen.line()
        yield screen.line(_run(f"and {counted(len(side.positions) - _MOST, 'more statement')}", _ITALIC))


def _quote(screen: _Screen, position: Position) -> Line:
    """The quote, conflicting words in reverse where there are styles, between asterisks where there are none."""
    stars = "" if screen.styles else "*"
    quote: list[Run] = [("“", None)]
    for piece in pieces(position):
        if piece.marked:
            quote.append(_run(f"{stars}{piece.text}{stars}", _MARKED))
        else:
            quote.append(_run(piece.text, _DIM if piece.gap else None))
    return screen.line(*quote, ("”", None))


def _credit(screen: _Screen, position: Position, copied: bool) -> Iterator[Line]:
    article = position.statement.article
    notes = [*spoken(position), *(["the same wire text as above"] if copied else [])]
    yield screen.line(_run(credit(article, dated(article), place(position)), _SOURCE))
    if notes:
        yield screen.line(_run("; ".join(notes), _ITALIC))


def _changes(screen: _Screen, reviewed: Reviewed) -> _Paragraphs:
    if reviewed.changes is None:
        return
    sorts = news(reviewed)
    nothing = "" if sorts else ": nothing"
    yield 0, screen.line(_run(f"What changed since {short(reviewed.changes.since)}{nothing}", _BOLD))
    for one in sorts:
        yield _INDENT, screen.line(_run(one.title, _BOLD))
        yield from _listed(screen, one.lines, 2 * _INDENT)
    yield 0, screen.line()


def _sources(screen: _Screen, report: Report) -> _Paragraphs:
    yield 0, screen.line(_run(f"Read: {counted(len(report.articles), 'source')}", _BOLD))
    for article in report.articles:
        title = [f"“{short(article.title, 120)}”"] if article.title and article.publisher else []
        yield _INDENT, screen.line(_run(credit(article, *title, dated(article), short(article.path))))
    if report.unread:
        yield 0, screen.line(_run(f"Not read: {counted(len(report.unread), 'file')}", _BOLD))
        yield from _listed(screen, (f"{short(one.path)}: {short(one.reason)}" for one in report.unread), _INDENT)
    if report.corroborated:
        yield (
            0,
            screen.line(_run(f"Said alike by several sources: {counted(len(report.corroborated), 'answer')}", _BOLD)),
        )


def _listed(screen: _Screen, lines: Iterable[str], indent: int) -> _Paragraphs:
    return ((indent, screen.line(_run(words))) for words in lines)
