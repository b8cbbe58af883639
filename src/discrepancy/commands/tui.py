"""Go through the findings in the terminal, and judge them.

    discrepancy tui PATH...

Exit status: 0 when the reader left, 1 after an error that nobody expected, 2 when the call is wrong.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from discrepancy import review
from discrepancy.commands import _common, _run
from discrepancy.errors import SettingsError
from discrepancy.settings import THEMES


@click.command(name="tui")
@_common.paths
@_run.review_file
@click.option("--theme", type=click.Choice(THEMES), help="How it looks.")
@_common.config
def tui(paths: tuple[str, ...], review_file: Path | None, theme: str | None, config: Path | None) -> None:
    """Compare the articles at each PATH, and go through the findings: verdicts, notes, reports.

    Every verdict is in the review file at once. ? shows all keys, q leaves.
    """
    settings = _common.settings(config, theme=theme)
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        raise SettingsError("there is no terminal to show it in: use 'discrepancy compare' for a report")
    # Textual is heavy: a wrong call is told before it is loaded.
    from discrepancy_tui import Application, Compared, Options

    options = Options(
        comparison=Compared(paths, settings),
        review_file=review_file or review.beside(paths),
        subject=", ".join(paths),
        reviewer=settings.reviewer or _run.logged_in(),
        theme=settings.theme,
        keys=settings.keys,
        watched=paths,
    )
    application = Application(options)
    application.run()
    sys.exit(application.return_code or 0)


PLUGIN = tui
