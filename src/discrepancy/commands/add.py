"""Take new sources into an archive, and show what is new.

    discrepancy add PATH... --archive DIR
    discrepancy add --feed FEED --archive DIR

Exit status: 0 when the sources were taken in or known already, 2 when nothing could be read or the archive cannot be
written.
"""

from __future__ import annotations

from pathlib import Path

import click

from discrepancy.commands import _archive, _common, _given, _run


@click.command(name="add")
@_archive.sources
@_given.folder
@_run.format_name("text")
@_run.output_file
@_run.review_file
@_common.engine
@_common.config
def add(
    paths: tuple[str, ...],
    feeds: tuple[str, ...],
    archive: str,
    name: str | None,
    output: Path | None,
    review_file: Path | None,
    engine: str | None,
    config: Path | None,
) -> None:
    """Put the articles at each PATH, or in a feed, into an archive, and compare them with those of the same event.

    The archive is made when it is not there. Known sources are passed over, edited ones take the place of their older
    version. Only discrepancies that nobody was told of before are shown. When it is cut off, adding again goes on.
    """
    _archive.update(archive, paths, feeds, _common.settings(config, engine=engine), (name, output, review_file))


PLUGIN = add
