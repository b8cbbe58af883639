"""Take new sources into an archive, and show what is new.

    discrepancy add PATH... --archive DIR

Exit status: 0 when the sources were taken in or known already, 2 when nothing could be read or the archive cannot be
written.
"""

from __future__ import annotations

from pathlib import Path

import click

from discrepancy import writers
from discrepancy.commands import _archive, _common, _given, _run
from discrepancy.review import reviewed


@click.command(name="add")
@_common.paths
@_given.folder
@_run.format_name("text")
@_run.output_file
@_run.review_file
@_common.config
def add(
    paths: tuple[str, ...],
    archive: str,
    name: str | None,
    output: Path | None,
    review_file: Path | None,
    config: Path | None,
) -> None:
    """Put the articles at each PATH into an archive, and compare them with those of the same event.

    The archive is made when it is not there. Known sources are passed over, edited ones take the place of their older
    version. Only discrepancies that nobody was told of before are shown. When it is cut off, adding again goes on.
    """
    settings = _common.settings(config)
    writers.check(output, name)
    log = _run.opened((archive,), review_file, quiet=True)
    # What reads the articles is heavier than the command line: not before the call is known to be right.
    from discrepancy.loaders import load

    collection = load(paths, settings)
    _common.tell_unread(collection.unread)
    _common.require_articles(collection.articles, collection.unread, paths)
    report = _archive.changed(archive, _archive.taking_in(collection), settings, create=True)
    if report.discrepancies or output:
        writers.write(reviewed(report, log), name or writers.format_of(output), output)


PLUGIN = add
