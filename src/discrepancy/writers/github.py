"""Workflow commands of GitHub Actions: annotations on the lines of a pull request, and a table in the job's summary.

There are at most ten annotations, the gravest first: GitHub shows no more of a step. The table goes to the file that
`GITHUB_STEP_SUMMARY` names, where there is one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from discrepancy.display.phrases import asked, counted, place
from discrepancy.display.safe import one_line
from discrepancy.model import Severity
from discrepancy.review import Reviewed
from discrepancy.writers import Writer
from discrepancy.writers._markup import escaped
from discrepancy.writers._open import Result, marked, results
from discrepancy.writers._regions import Region, Regions

ANNOTATIONS = 10
SUMMARY = "GITHUB_STEP_SUMMARY"
SUMMARY_BYTES = 1024 * 1024
"""Of one step: GitHub refuses the whole summary when it is longer."""

_COMMANDS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "notice"}
_GRAVITY = tuple(Severity)
_ROOM_FOR_THE_REST = 200
"""Bytes that are kept for the line that says how many rows were left out."""

# As the toolkit's core/src/command.ts escapes them, and the runner reads them.
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
_HEAD = ("Severity", "Kind", "Question", "Says", "Where", "Against", "Where", "Why")


def write(reviewed: Reviewed, stream: TextIO) -> None:
    """Write the commands, and append the table to the step's summary."""
    found = sorted(results(reviewed), key=lambda result: _GRAVITY.index(result.found.severity))
    regions = Regions()
    stream.writelines(f"{_command(result, regions)}\n" for result in found[:ANNOTATIONS])
    if len(found) > ANNOTATIONS:
        stream.write(f"and {len(found) - ANNOTATIONS:,} more\n")
    if path := os.environ.get(SUMMARY):
        try:
            _append(Path(path), found)
        except OSError as error:
            reason = error.strerror or error
            stream.write(f"{one_line(f'the step summary {path} could not be written: {reason}')}\n")


def _command(result: Result, regions: Regions) -> str:
    found, article = result.found, result.here.statement.article
    properties = {
        "file": one_line(article.path),
        **_lines(regions.of(article, marked(result.here))),
        "title": one_line(f"{found.kind.value}: {asked(found)}"),
    }
    listed = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[found.severity]} {listed}::{_message(result).translate(_DATA)}"


def _lines(region: Region | None) -> dict[str, str]:
    if region is None:
        return {}
    line, end = str(region.line), str(region.end_line)
    if region.end_line != region.line:
        # Columns mean nothing to GitHub where there are several lines.
        return {"line": line, "endLine": end}
    # The last column is of the region here.
    last = max(region.column, region.end_column - 1)
    return {"line": line, "endLine": end, "col": str(region.column), "endColumn": str(last)}


def _message(result: Result) -> str:
    lines = [
        result.says,
        f"{place(result.there)}: {result.against}",
        f"{result.found.severity.value}, {result.why}",
    ]
    return "\n".join(map(one_line, lines))


def _append(path: Path, found: Sequence[Result]) -> None:
    with path.open("ab") as stream:
        # Other commands of the step may have written there.
        before = stream.tell()
        stream.writelines(_fitting(found, "\n\n" if before else "", SUMMARY_BYTES - before - _ROOM_FOR_THE_REST))


def _fitting(found: Sequence[Result], before: str, room: int) -> Iterator[bytes]:
    """The summary in parts, of at most `room` bytes but for the line that says what is left out."""
    table = f"{_row(_HEAD)}{_row(['---'] * len(_HEAD))}" if found else ""
    head = f"{before}## {counted(len(found), 'pair')} of sides not settled\n\n{table}".encode()
    if len(head) > room:
        return
    yield head
    room -= len(head)
    for number, result in enumerate(found):
        row = _row(map(escaped, _cells(result))).encode()
        if len(row) > room:
            yield f"\nand {len(found) - number:,} more\n".encode()
            return
        yield row
        room -= len(row)


def _cells(result: Result) -> tuple[str, ...]:
    found = result.found
    return (
        found.severity.value,
        found.kind.value,
        asked(found),
        result.says,
        place(result.here),
        result.against,
        place(result.there),
        result.why,
    )


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.strip() for cell in cells)} |\n"


PLUGIN = Writer(name="github", suffix=".gh", write=write)
