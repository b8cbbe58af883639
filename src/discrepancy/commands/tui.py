"""Go through the findings in the terminal, and judge them.

    discrepancy tui PATH... | --archive DIR
    discrepancy tui --serve PATH...

Exit status: 0 when the reader left, 1 after an error that nobody expected, 2 when the call is wrong.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from discrepancy import review
from discrepancy.commands import _common, _given, _run
from discrepancy.errors import SettingsError
from discrepancy.request import Request
from discrepancy.settings import THEMES


@click.command(name="tui")
@_given.given()
@_run.review_file
@click.option("--theme", type=click.Choice(THEMES), help="How it looks.")
@click.option("--serve", is_flag=True, help="Show it in a browser on this machine, and nowhere else.")
@click.option("--port", type=click.IntRange(1024, 65535), help="Where --serve listens. [default: any that is free]")
@_common.config
def tui(
    request: Request,
    review_file: Path | None,
    theme: str | None,
    serve: bool,
    port: int | None,
    config: Path | None,
) -> None:
    """Compare the articles at each PATH, and go through the findings: verdicts, notes, reports.

    Every verdict is in the review file at once. ? shows all keys, q leaves.
    """
    settings = _common.settings(config, theme=theme)
    if port and not serve:
        raise click.UsageError("--port is for --serve")
    if serve:
        again = _again(request, {"--review": review_file, "--theme": theme, "--config": config})
        _serve(again, ", ".join(request.places), port or 0)
        return
    # In a browser, the server stands for the terminal, and names its driver.
    if "TEXTUAL_DRIVER" not in os.environ and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise SettingsError("there is no terminal to show it in: use 'discrepancy compare' for a report")
    # Textual is heavy: a wrong call is told before it is loaded.
    from discrepancy_tui import Application, Compared, Options

    options = Options(
        comparison=Compared(request, settings),
        review_file=review_file or review.beside(request.places),
        subject=", ".join(request.places),
        reviewer=settings.reviewer or _run.logged_in(),
        theme=settings.theme,
        keys=settings.keys,
        watched=request.paths,
    )
    application = Application(options)
    application.run()
    sys.exit(application.return_code or 0)


def _again(request: Request, options: Mapping[str, object]) -> list[str]:
    """The command that shows the same in a process of its own."""
    archived = {"--archive": request.archive, "--since": request.since}
    given = [
        part for name, value in {**archived, **options}.items() if value is not None for part in (name, str(value))
    ]
    named = [part for event in request.events for part in ("--event", event)]
    # -P: a file of the reader's that is called like a module must not be run.
    return [sys.executable, "-P", "-m", "discrepancy", "tui", *given, *named, "--", *request.paths]


def _serve(command: list[str], subject: str, port: int) -> None:
    try:
        from discrepancy_tui.serving import serve
    except ImportError as error:
        raise SettingsError(
            "--serve needs a package that is not installed: pip install 'discrepancy[serve]'"
        ) from error
    serve(command, subject, port, lambda address: click.echo(f"Open {address} (Ctrl+C ends it)"))


PLUGIN = tui
