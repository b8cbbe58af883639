"""Fail when sources disagree on anything that nobody has settled.

    discrepancy check PATH... | --archive DIR [--review FILE] [--fail-on high|medium|low] [--format NAME]

Exit status: 0 when every pair of sides that is grave enough is settled (judged a conflict or none, or accepted), 1 when
some are not, 2 when the call or configuration is wrong or a source cannot be read and is not left out by name. While
it watches, it has no findings to exit with: 0 when it is interrupted.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from discrepancy import view, writers
from discrepancy.commands import _common, _given, _run, _watch
from discrepancy.display.phrases import counted
from discrepancy.model import Severity
from discrepancy.request import Request
from discrepancy.review import Reviewed, reviewed

UNSETTLED = 1


@click.command(name="check")
@_given.given()
@_run.review_file
@click.option(
    "--fail-on",
    "severity",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.MEDIUM.value,
    show_default=True,
    help="Fail on what is at least so grave.",
)
@click.option("--exit-zero", is_flag=True, help="Show what is open, and do not fail for it.")
@click.option("--focus", "files", metavar="FILE", multiple=True, help="Only what involves FILE. Can be repeated.")
@_run.format_name("brief")
@_run.output_file
@_common.engine
@_run.watch
@_common.config
@click.pass_context
def check(
    ctx: click.Context,
    request: Request,
    review_file: Path | None,
    severity: str,
    exit_zero: bool,
    files: tuple[str, ...],
    name: str | None,
    output: Path | None,
    engine: str | None,
    watch: bool,
    config: Path | None,
) -> None:
    """Compare the articles at each PATH, or those of an archive, and fail when a pair of sides is not settled.

    Settled is what a reader judged a conflict or not a conflict, and what `discrepancy baseline` accepted. The formats
    github, sarif, line and junit are for builds and editors.
    """

    def run() -> int:
        settings = _common.settings(config, engine=engine)
        writers.check(output, name)
        log = _run.opened(request.places, review_file)
        found = reviewed(_run.compared(request, settings), log)
        wanted = view.focus(view.at_least(found, Severity(severity)), files)
        unsettled = sum(len(standing.unsettled) for standing in wanted.standings)
        _show(wanted, name or writers.format_of(output, "brief"), output, _summary(found, unsettled, severity))
        return UNSETTLED if unsettled and not exit_zero else 0

    if watch:
        _watch.repeated(run, _watch.watched(request, review_file, config, output))
    else:
        ctx.exit(run())


def _summary(found: Reviewed, unsettled: int, severity: str) -> str:
    grave = "" if severity == Severity.LOW else f" of {severity} severity or more"
    return f"{counted(unsettled, 'pair')} of sides{grave} not settled; {_run.baseline_of(found)}"


def _show(found: Reviewed, name: str, output: Path | None, summary: str) -> None:
    # On the way to another program, nothing but the report may stand.
    aside = output is None and not writers.find(name).for_people
    try:
        writers.write(found, name, output)
        click.echo(summary, err=aside)
    except BrokenPipeError:
        # Who reads has seen enough: the status stays what it is, and the rest of the buffer must not be tried again.
        sys.stdout = None


PLUGIN = check
