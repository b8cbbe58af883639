"""Check that what a report quotes still stands in its sources.

    discrepancy verify REPORT.json [--sources FOLDER] [--all]

Exit status: 0 when every quote holds, 1 when some do not, 2 when the call is wrong or the file is no report.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

import click

from discrepancy.commands import _common
from discrepancy.display.phrases import counted, placed, short
from discrepancy.display.safe import one_line
from discrepancy.errors import InputError
from discrepancy.verification import Found, Library, Outcome, Recorded, read, verified

BROKEN = 1

_MOST_BYTES = 1_000_000_000
_MOST_USES = 2


@click.command(name="verify")
@click.argument("report", type=click.Path(path_type=Path), metavar="REPORT.json")
@click.option(
    "--sources",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where the sources lie, if not where the report says as seen from this folder.",
)
@click.option("--all", "everything", is_flag=True, help="Show what holds, too.")
@_common.config
@click.pass_context
def verify(ctx: click.Context, report: Path, folder: Path | None, everything: bool, config: Path | None) -> None:
    """Find each quote of REPORT.json again in its source, and show which do not stand any more as they stood.

    A quote holds when its source has the bytes that it had, and the quote stands where it stood. It has moved when the
    source has changed, and changed or gone when the quote or the source is not there any more. A source that was
    renamed in its folder is known again by its SHA-256.
    """
    recorded = _recorded(report)
    found = verified(recorded, Library(_common.settings(config), folder))
    _show([*_lines(recorded, found, everything), _summary(recorded, found)])
    ctx.exit(0 if all(one.outcome is Outcome.HOLDS for one in found) else BROKEN)


def _recorded(report: Path) -> Recorded:
    try:
        with report.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise InputError(f"is larger than {_MOST_BYTES:,} bytes: no report is")
        return read(data)
    except OSError as error:
        raise InputError(f"{report} could not be read: {error.strerror or error}") from None
    except InputError as error:
        raise InputError(f"{report} {error}") from None


def _lines(recorded: Recorded, found: Sequence[Found], everything: bool) -> Iterator[str]:
    names = {source.id: _name(source.path, source.id) for source in recorded.sources}
    for one in found:
        if everything or one.outcome is not Outcome.HOLDS:
            quoted = one.quoted
            place = placed(names[quoted.source], quoted.page, quoted.line)
            yield f"{one.outcome.value:<8} {place} ({_used(recorded.quotes[quoted])})"
            yield f"    was: “{short(quoted.quote, 300)}”"
            yield from (f"    {line}" for line in _now(one))


def _name(path: str, source: str) -> str:
    """The path of a source; with the record in it, of a file that holds several."""
    _, mark, record = source.partition(f"{PurePath(path).name}#")
    return f"{path}{mark and '#'}{record}"


def _used(uses: Sequence[str]) -> str:
    others = len(uses) - _MOST_USES
    return "; ".join([*uses[:_MOST_USES], *([f"and {others:,} more"] if others > 0 else [])])


def _now(one: Found) -> Iterator[str]:
    if one.outcome is Outcome.GONE:
        yield f"why: {one.reason}"
    if one.article is None or one.outcome is Outcome.HOLDS:
        return
    name = _name(one.article.path, one.article.id)
    if one.now is None:
        yield f"now: nothing like it in {short(name)}"
        return
    start, end = one.now
    place = placed(name, one.article.page_of(start), one.article.line_of(start))
    if one.outcome is Outcome.CHANGED:
        yield f"now: “{short(one.article.text[start:end], 300)}” ({place})"
    else:
        yield f"now: word for word at {place}"


def _summary(recorded: Recorded, found: Sequence[Found]) -> str:
    counts = Counter(one.outcome for one in found)
    told = ", ".join(f"{counts[outcome]:,} {_said(outcome, counts[outcome])}" for outcome in Outcome)
    return f"{counted(len(found), 'quote')} of {counted(len(recorded.sources), 'source')}: {told}"


def _said(outcome: Outcome, count: int) -> str:
    return "hold" if outcome is Outcome.HOLDS and count != 1 else outcome.value


def _show(lines: Sequence[str]) -> None:
    try:
        for line in lines:
            click.echo(one_line(line))
    except BrokenPipeError:
        # Who reads has seen enough: the status stays what it is, and the rest of the buffer must not be tried again.
        sys.stdout = None


PLUGIN = verify
