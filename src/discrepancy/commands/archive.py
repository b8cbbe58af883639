"""Look into an archive, verify it, or take sources out of it.

    discrepancy archive list | check | remove SOURCE... --archive DIR

Exit status: 0 when all is well, 1 when `check` finds something wrong, 2 when the call is wrong or the archive cannot be
read.
"""

from __future__ import annotations

from pathlib import Path

import click

from discrepancy import writers
from discrepancy.commands import _archive, _common, _given, _run
from discrepancy.display.phrases import counted
from discrepancy.display.safe import one_line

DAMAGED = 1


@click.group(name="archive")
def archive() -> None:
    """Look into an archive, verify it, or take sources out of it."""


@archive.command(name="list")
@_given.folder
def list_(archive: str) -> None:
    """Show the sources that it holds, in the order in which they came: when, which event, and the source."""
    from discrepancy.archive import opened

    with opened(Path(archive)) as kept, kept.reading():
        for source in kept.sources():
            click.echo(one_line(f"{source.added}  {source.event:>6}  {source.id}"))


@archive.command(name="check")
@_given.folder
@click.pass_context
def check(ctx: click.Context, archive: str) -> None:
    """Verify that everything in it fits together."""
    from discrepancy.archive import checked, opened

    with opened(Path(archive)) as kept:
        found = checked(kept)
    for problem in found.problems:
        click.echo(one_line(problem))
    held = f"{counted(found.articles, 'article')} in {counted(found.events, 'event')}"
    open_ = f", {counted(found.stale, 'event')} to be compared: 'discrepancy add' goes on" if found.stale else ""
    state = counted(len(found.problems), "problem") if found.problems else "all in order"
    click.echo(one_line(f"{archive}: {held}{open_}; {state}"))
    ctx.exit(DAMAGED if found.problems else 0)


@archive.command(name="remove")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@_given.folder
@_common.config
def remove(sources: tuple[str, ...], archive: str, config: Path | None) -> None:
    """Take each SOURCE out, with all that came from it; `discrepancy archive list` shows how they are called.

    The events that it leaves are compared anew. Discrepancies that nobody was told of before are shown.
    """
    settings = _common.settings(config)
    from discrepancy.archive import Archive
    from discrepancy.engines import Engine
    from discrepancy.stages import Progress

    log = _run.opened((archive,), None, quiet=True)

    def change(kept: Archive, engine: Engine, progress: Progress) -> str:
        kept.remove(*sources)
        return f"{counted(len(set(sources)), 'source')} removed"

    _archive.changed(archive, change, settings, _archive.showing(log, writers.format_of(None)))


PLUGIN = archive
