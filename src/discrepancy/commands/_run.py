"""Comparing and reviewing as `check`, `baseline` and `review` do: strictly, and with a review file."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import click

from discrepancy import review, writers
from discrepancy.commands import _common, _engine
from discrepancy.display.phrases import counted
from discrepancy.errors import InputError
from discrepancy.model import Report, Unread
from discrepancy.request import Request
from discrepancy.settings import Settings

Command: TypeAlias = Callable[..., Any]

review_file = click.option(
    "--review",
    "review_file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=f"The review file. [default: {review.FILE_NAME} in the folder that all PATHs share]",
)

output_file = click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE, whole or not at all."
)
watch = click.option("--watch", is_flag=True, help="Compare again whenever a file changes, until Ctrl+C.")


def format_name(default: str) -> Callable[[Command], Command]:
    """The option of the format, with what it is where no FILE says otherwise."""
    names = click.Choice(list(writers.available()))
    return click.option("--format", "name", type=names, help=f"[default: as FILE ends, or {default}]")


def compared(request: Request, settings: Settings) -> Report:
    """The report on what is wanted.

    Raises:
        InputError: when anything cannot be read, and `sources.toml` does not leave it out by name.
    """
    report = _engine.compared(request, settings)
    _require_all(report.unread)
    for note in report.notes:
        _common.tell(note)
    return report


def opened(paths: Sequence[str], chosen: Path | None, *, new: bool = False, quiet: bool = False) -> review.Log:
    """The review file that was `chosen`, or the one beside the sources, with its damage told.

    That none lies beside the sources is told too, unless it may be `new` or the command is as good without (`quiet`).

    Raises:
        InputError: when it cannot be read; when there is none although it was chosen, unless it may be `new`.
    """
    path = chosen or review.beside(paths)
    if not path.exists() and not new:
        if chosen:
            raise InputError(f"there is no review file {chosen}: check the path")
        if not quiet:
            _common.tell(f"there is no review file {path}: nothing is judged yet")
    log = review.read(path)
    for problem in log.problems:
        _common.tell(problem)
    return log


def baseline_of(found: review.Reviewed) -> str:
    """How much a baseline accepts, and how many lines nothing answers to any more."""
    entries = counted(len(found.accepted), "accepted entry", "accepted entries")
    return f"{entries}, {counted(len(found.aged), 'aged entry', 'aged entries')}"


def logged_in() -> str | None:
    """The name that the reader is logged in by; None where the system has none."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return None


def _require_all(unread: Sequence[Unread]) -> None:
    missing = [one for one in unread if not one.excluded]
    if missing:
        _common.tell_unread(missing)
        raise InputError(
            f"{counted(len(missing), 'source')} could not be read, so nothing was checked: "
            "mend what is wrong, or leave it out by name with exclude = true in sources.toml"
        )
