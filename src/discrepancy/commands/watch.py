"""Put new sources into an archive as they come, and show what is new each time.

    discrepancy watch PATH... --archive DIR
    discrepancy watch --feed FEED --archive DIR [--every MINUTES]

Exit status: 0 when it is interrupted, 2 when the call is wrong or there is nothing to watch.
"""

from __future__ import annotations

from pathlib import Path

import click

from discrepancy import review
from discrepancy.commands import _archive, _common, _given, _run, _watch
from discrepancy.request import Request


@click.command(name="watch")
@_archive.sources
@click.option(
    "--every",
    "minutes",
    type=click.FloatRange(min=1),
    default=15,
    show_default=True,
    metavar="MINUTES",
    help="How often a feed is read again.",
)
@_given.folder
@_run.format_name("text")
@_run.review_file
@_common.engine
@_common.config
def watch(
    paths: tuple[str, ...],
    feeds: tuple[str, ...],
    minutes: float,
    archive: str,
    name: str | None,
    review_file: Path | None,
    engine: str | None,
    config: Path | None,
) -> None:
    """Add the articles at each PATH, or in a feed, to an archive whenever there is something new, until Ctrl+C.

    Only discrepancies that nobody was told of before are shown.
    """

    def run() -> None:
        _archive.update(archive, paths, feeds, _common.settings(config, engine=engine), (name, None, review_file))

    files = [feed for feed in feeds if Path(feed).is_file()]
    watched = _watch.watched(Request((*paths, *files)), review_file or review.beside((archive,)), config, None)
    _watch.repeated(run, watched, 60 * minutes if feeds else None)


PLUGIN = watch
