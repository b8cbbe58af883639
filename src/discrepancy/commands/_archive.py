"""What the commands share that put something into an archive or take it out: what changed is compared and told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from discrepancy import writers
from discrepancy.commands import _common, _engine, _run
from discrepancy.display.phrases import counted
from discrepancy.errors import InputError
from discrepancy.model import Report
from discrepancy.review import Log, reviewed
from discrepancy.settings import Settings

if TYPE_CHECKING:
    from discrepancy.archive import Archive
    from discrepancy.engines import Engine
    from discrepancy.loaders import Collection
    from discrepancy.stages import Progress

Command: TypeAlias = Callable[..., Any]
Change = Callable[["Archive", "Engine", "Progress"], str]
"""Changes an archive, and says in a few words what it did."""
Show = Callable[[Report], None]
"""Shows a report; it is written out when this returns."""

_paths = click.argument("paths", metavar="[PATH]...", nargs=-1)
_feeds = click.option(
    "--feed",
    "feeds",
    metavar="FEED",
    multiple=True,
    help="An RSS or Atom feed: a file, or an address, which is then asked for it. Can be repeated.",
)


def sources(command: Command) -> Command:
    """The arguments and options for what new sources come from."""
    return _paths(_feeds(command))


def update(
    folder: str,
    paths: Sequence[str],
    feeds: Sequence[str],
    settings: Settings,
    shown: tuple[str | None, Path | None, Path | None],
) -> None:
    """Take what is new at `paths` and in `feeds` into an archive, and show what is new in its events; `shown` are the
    format, the output and the review file that were chosen.

    Raises:
        InputError: when nothing at all could be read.
        ArchiveError: when the archive cannot be read or written.
    """
    if not paths and not feeds:
        raise click.UsageError("give at least one PATH, or --feed FEED")
    name, output, review_file = shown
    writers.check(output, name)
    log = _run.opened((folder,), review_file, quiet=True)
    # The paths are read before an archive is made for them.
    collection = _load(paths, settings, alone=not feeds) if paths else None
    show = showing(log, name or writers.format_of(output), output)
    changed(folder, _taking_in(collection, feeds, settings), settings, show, create=True)


def showing(log: Log, name: str, output: Path | None = None) -> Show:
    """How news are shown: as `name` says, beside what `log` says of them. Where there are none, only a file is made."""

    def show(report: Report) -> None:
        if report.discrepancies or output:
            writers.write(reviewed(report, log), name, output)

    return show


def changed(folder: str, change: Change, settings: Settings, show: Show, *, create: bool = False) -> None:
    """Change the archive in `folder`, compare the events that are to be compared, and show what no reader was told of.

    Raises:
        ArchiveError: when it cannot be read or written.
    """
    # The engine is heavy: a wrong call is told before it is loaded.
    from discrepancy import archive, engines

    with archive.opened(Path(folder), create=create) as kept:
        with _engine.running() as progress, engines.opened(settings, kept.values) as engine:
            done = change(kept, engine, progress)
            compared = sum(1 for _ in archive.bring_up_to_date(kept, engine, progress))
            report = archive.news_report(kept, engine)
        new = counted(len(report.discrepancies), "new discrepancy", "new discrepancies")
        _common.tell(f"{done}; {counted(compared, 'event')} compared, {new}")
        show(report)
        # Not before: a program that ends in between shows them twice, and never loses one.
        kept.tell(report.discrepancies)


def _taking_in(collection: Collection | None, feeds: Sequence[str], settings: Settings) -> Change:
    def change(kept: Archive, engine: Engine, progress: Progress) -> str:
        from discrepancy.archive import Taken, take_in

        progress("read")
        taken = Taken()
        if collection is not None:
            taken = take_in(kept, collection.articles, engine, now(), progress)
        for fetched, keep in _fetched(kept, feeds, settings, alone=collection is None):
            _tell(fetched)
            taken = taken.and_then(take_in(kept, fetched.articles, engine, now(), progress))
            keep()
        for note in taken.notes:
            _common.tell(note)
        new, versions = counted(len(taken.new), "new article"), counted(len(taken.changed), "new version")
        return f"{new}, {versions}, {taken.known:,} known already"

    return change


def _load(paths: Sequence[str], settings: Settings, alone: bool) -> Collection:
    """What stands at the paths; where nothing else is read, some article must."""
    from discrepancy.loaders import load

    collection = load(paths, settings)
    _tell(collection)
    if alone:
        _common.require_articles(collection.articles, collection.unread, paths)
    return collection


def _fetched(
    kept: Archive, feeds: Sequence[str], settings: Settings, alone: bool
) -> Iterator[tuple[Collection, Callable[[], None]]]:
    """What stands in the feeds, each with what is to be done once it is safe. One that fails is told, and costs no
    other; where nothing else is read, one must succeed."""
    from discrepancy.feeds import read

    failed: list[str] = []
    for feed in feeds:
        try:
            found = read(feed, settings, kept.validators(feed))
        except InputError as error:
            failed.append(str(error))
            continue
        yield found.collection, partial(kept.keep_validators, feed, found.validators)
    if failed and alone and len(failed) == len(feeds):
        raise InputError(failed[0] + (f" (and {len(failed) - 1:,} more feeds not read)" if failed[1:] else ""))
    for line in failed:
        _common.tell(line)


def _tell(collection: Collection) -> None:
    _common.tell_unread(collection.unread)
    for note in collection.notes:
        _common.tell(note)


def now() -> str:
    """This moment, as an archive writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
