"""The engine, as every command that compares runs it: with progress, and with warnings as one line."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import discrepancy
from discrepancy.commands import _common, _progress
from discrepancy.model import Report
from discrepancy.request import Request, answered
from discrepancy.settings import Settings

_PACKAGE = Path(discrepancy.__file__).parent


def compared(request: Request, settings: Settings) -> Report:
    """The report on what is wanted.

    Raises:
        InputError: when not one article could be read.
        ArchiveError: when the archive cannot be read.
    """
    with running() as progress:
        report = answered(request, settings, progress)
    if request.archive is None:
        _common.require_articles(report.articles, report.unread, request.paths)
    return report


@contextmanager
def running() -> Iterator[_progress.Progress]:
    """While the engine works: what to tell its progress to."""
    # The engine is heavy: a wrong call is told before it is loaded.
    from discrepancy.stages import STAGES

    with warnings.catch_warnings(), _progress.shown(len(STAGES)) as progress:
        warnings.showwarning = _warn
        yield progress


def _warn(message: Warning | str, category: type[Warning], filename: str, *_: object, **__: object) -> None:
    """Our own warnings as one line; those of libraries are for programmers."""
    if _PACKAGE in Path(filename).parents:
        _common.tell(str(message))
