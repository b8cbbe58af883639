"""Fail when sources disagree on anything that nobody has settled.

    discrepancy check PATH... [--review FILE] [--fail-on high|medium|low]

Exit status: 0 when every pair of sides that is grave enough is settled (judged a conflict or none, or accepted), 1 when
some are not, 2 when the call or configuration is wrong or a source cannot be read and is not left out by name.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from discrepancy import view
from discrepancy.commands import _common, _run
from discrepancy.display.phrases import asked, counted, place, short
from discrepancy.display.safe import one_line
from discrepancy.model import Severity, Side
from discrepancy.review import PairStanding, Reviewed, Standing, State, reviewed

UNSETTLED = 1


@click.command(name="check")
@_common.paths
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
@_common.config
@click.pass_context
def check(
    ctx: click.Context,
    paths: tuple[str, ...],
    review_file: Path | None,
    severity: str,
    exit_zero: bool,
    files: tuple[str, ...],
    config: Path | None,
) -> None:
    """Compare the articles at each PATH, and fail when a pair of sides is not settled.

    Settled is what a reader judged a conflict or not a conflict, and what `discrepancy baseline` accepted.
    """
    lines, unsettled = _checked(paths, review_file, Severity(severity), files, config)
    _show(lines)
    ctx.exit(UNSETTLED if unsettled and not exit_zero else 0)


def _checked(
    paths: Sequence[str], chosen: Path | None, severity: Severity, files: Sequence[str], config: Path | None
) -> tuple[list[str], int]:
    """What to print, and how many pairs of sides are not settled."""
    settings = _common.settings(config)
    log = _run.opened(paths, chosen)
    found = reviewed(_run.compared(paths, settings), log)
    wanted = view.focus(view.at_least(found, severity), files)
    unsettled = [(standing, pair) for standing in wanted.standings for pair in standing.unsettled]
    lines = [_line(standing, pair) for standing, pair in unsettled]
    return [*lines, _summary(found, len(unsettled), severity)], len(unsettled)


def _line(standing: Standing, pair: PairStanding) -> str:
    found = standing.found
    a, b = (_side(found.sides[side]) for side in pair.pair.sides)
    return one_line(f"{found.severity.value} {found.kind.value}, {_why(standing, pair)}: {asked(found)} {a} / {b}")


def _side(side: Side) -> str:
    others = f" and {len(side.positions) - 1:,} more" if len(side.positions) > 1 else ""
    return f"{short(side.value, 80)} ({place(side.positions[0])}{others})"


def _why(standing: Standing, pair: PairStanding) -> str:
    """Why the pair is not settled."""
    if pair.verdict:
        return pair.verdict.value
    if pair.edits:
        return f"edited, judged when it was “{short(pair.edits[0].before.quote, 120)}”"
    return "a new side" if standing.state in (State.EXTENDED, State.AGAIN) else "open"


def _summary(found: Reviewed, unsettled: int, severity: Severity) -> str:
    grave = "" if severity is Severity.LOW else f" of {severity.value} severity or more"
    return f"{counted(unsettled, 'pair')} of sides{grave} not settled; {_run.baseline_of(found)}"


def _show(lines: Sequence[str]) -> None:
    try:
        for line in lines:
            click.echo(line)
    except BrokenPipeError:
        # Who reads has seen enough: the status stays what it is, and the rest of the buffer must not be tried again.
        sys.stdout = None


PLUGIN = check
