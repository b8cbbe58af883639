"""Accept all that stands now, so that `check` fails on what is new alone.

    discrepancy baseline PATH... [--review FILE]

Exit status: 0 when it is accepted, 2 when the call is wrong or a source cannot be read and is not left out by name.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from discrepancy import review, writers
from discrepancy.commands import _common, _given, _run
from discrepancy.display.phrases import counted
from discrepancy.display.safe import one_line
from discrepancy.request import Request


@click.command(name="baseline")
@_given.given()
@_run.review_file
@_common.engine
@_common.config
def baseline(request: Request, review_file: Path | None, engine: str | None, config: Path | None) -> None:
    """Accept every pair of sides that is not settled, at each PATH, into the review file.

    Verdicts stay as they are. No other command accepts anything.
    """
    settings = _common.settings(config, engine=engine)
    log = _run.opened(request.places, review_file, new=True)
    writers.check(log.path)
    report = _run.compared(request, settings)
    stamp = review.Stamp(settings.reviewer or _run.logged_in(), datetime.now(UTC))
    lines = [
        review.entry(
            standing.found,
            log.folder,
            stamp,
            verdict=review.Verdict.ACCEPTED,
            pairs=[pair.pair for pair in standing.unsettled],
        )
        for standing in review.reviewed(report, log).standings
        if standing.unsettled
    ]
    if lines:
        review.append(log.path, lines)
    now = _run.baseline_of(review.reviewed(report, review.read(log.path)))
    new = counted(len(lines), "discrepancy", "discrepancies")
    click.echo(one_line(f"{new} accepted into {log.path}, which now has {now}"))


PLUGIN = baseline
