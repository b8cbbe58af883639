"""CSV: one row a statement, for spreadsheets. UTF-8, comma, every cell quoted.

What a spreadsheet would run as a formula, at the start of a cell or behind a semicolon, has an apostrophe before it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from discrepancy.display.excerpt import pieces
from discrepancy.display.phrases import letter
from discrepancy.display.safe import one_line
from discrepancy.model import Discrepancy, Position, Report
from discrepancy.review import Reviewed, Standing
from discrepancy.writers import Writer

COLUMNS = (
    "rank",
    "id",
    "severity",
    "kind",
    "relation",
    "confidence",
    "question",
    "summary",
    "side",
    "value",
    "normalized",
    "quote",
    "marked",
    "speaker",
    "certainty",
    "publisher",
    "title",
    "published",
    "path",
    "line",
    "page",
    "claim",
    "voice",
    "verdict",
    "state",
    "note",
    "resolution",
)

CELL_LIMIT = 30_000
"""Characters of a cell: Excel cuts a cell off at 32,767 and says nothing."""

_FORMULA = re.compile(r"""[\s"']*[=+\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−]""")
"""What starts a formula in Excel, LibreOffice or Google Sheets (OWASP, "CSV Injection"), in every form that Unicode
takes for the same, and behind what a program may trim."""
_NEXT_CELL = re.compile(f";(?={_FORMULA.pattern})")
"""The same behind a semicolon, which is what separates cells where the comma is the decimal sign: Excel there takes no
heed of the quotation marks around a cell that a comma ends."""

Cell = str | int | float | None


def write(reviewed: Reviewed, stream: TextIO) -> None:
    """Write a header and one row for each statement of each side."""
    report = reviewed.report
    rows = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n")
    rows.writerow(COLUMNS)
    for rank, standing in enumerate(reviewed.standings, 1):
        shared, said = _cells(_shared(rank, standing.found)), _cells(_said(standing))
        for row in _rows(report, standing.found):
            rows.writerow([*shared, *_cells(row), *said])


def _shared(rank: int, found: Discrepancy) -> list[Cell]:
    """What all rows of a discrepancy begin with."""
    return [
        rank,
        found.id,
        found.severity.value,
        found.kind.value,
        found.relation.value,
        round(found.confidence, 2),
        found.question,
        found.summary,
    ]


def _rows(report: Report, found: Discrepancy) -> Iterator[list[Cell]]:
    for index, side in enumerate(found.sides):
        for position in side.positions:
            yield [letter(index), side.value, side.normalized, *_statement(report, position)]


def _statement(report: Report, position: Position) -> list[Cell]:
    where = position.statement
    article = where.article
    quote = pieces(position, CELL_LIMIT)
    return [
        "".join(piece.text for piece in quote),
        " … ".join(piece.text for piece in quote if piece.marked),
        position.speaker,
        position.certainty.value,
        article.publisher,
        article.title,
        article.published,
        article.path,
        article.line_of(where.start),
        article.page_of(where.start),
        position.claim.text if position.claim else where.text,
        report.voices.get(where.key),
    ]


def _said(standing: Standing) -> list[Cell]:
    """What readers made of the discrepancy, in the values of the review file."""
    verdict, resolution = standing.verdict, standing.resolution
    return [
        verdict.value if verdict else None,
        standing.state.value,
        " / ".join(standing.notes),
        " / ".join(part for part in (resolution.wording, resolution.evidence) if part) if resolution else None,
    ]


def _cells(values: Iterable[Cell]) -> list[str]:
    return list(map(_cell, values))


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    # Line breaks and tabs, with which OWASP's list ends, are spaces from here on.
    text = one_line(value[:CELL_LIMIT])
    if ";" in text:
        text = _NEXT_CELL.sub(";'", text)
    # Names of hidden characters and apostrophes make it longer: it is cut once more.
    return (f"'{text}" if _FORMULA.match(text) else text)[:CELL_LIMIT]


PLUGIN = Writer(name="csv", suffix=".csv", write=write)
