"""The engine, as every command that compares runs it: with progress, and with warnings as one line."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path

import discrepancy
from discrepancy.commands import _common, _progress
from discrepancy.model import Report
from discrepancy.settings import Settings

_PACKAGE = Path(discrepancy.__file__).parent


def compared(paths: Sequence[str], settings: Settings) -> Report:
    """The report over all that `paths` name.

    Raises:
        InputError: when not one article could be read.
    """
    # The engine is heavy: a wrong call is told before it is loaded.
    from discrepancy import pipeline, stages

    with warnings.catch_warnings(), _progress.shown(len(stages.STAGES)) as progress:
        warnings.showwarning = _warn
        report = pipeline.compare(paths, settings, progress)
    _common.require_articles(report.articles, report.unread, paths)
    return report


def _warn(message: Warning | str, category: type[Warning], filename: str, *_: object, **__: object) -> None:
    """Our own warnings as one line; those of libraries are for programmers."""
    if _PACKAGE in Path(filename).parents:
        _common.tell(str(message))
