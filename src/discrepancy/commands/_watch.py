"""Comparing again whenever a source, a setting or a verdict changes, until the reader interrupts."""

# os.path resolves a loop of links without an error; pathlib does not in Python 3.11.
# ruff: noqa: PTH118, PTH120
from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TypeAlias

import click

from discrepancy import configure, review
from discrepancy.commands import _common
from discrepancy.errors import DiscrepancyError, InputError
from discrepancy.identity import STANDARD_INPUT
from discrepancy.request import Request

TURN = 250
"""Milliseconds that one watcher is waited for before the other: what a change may take to be seen."""

_NAMED = 5

Watcher: TypeAlias = Iterator[Iterable[tuple[object, str]]]
"""Gives kind and path of what changed; nothing when its turn is over."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What a comparison reads. Paths are absolute, and no links."""

    folders: tuple[str, ...]
    """Read with all articles below them."""
    files: frozenset[str]
    """Read by themselves."""
    output: str | None = None
    """What is written, and so must not count as a change."""

    def wants(self, path: str) -> bool:
        """Whether a change at `path` may change the report."""
        if path == self.output:
            return False
        return path in self.files or any(_is_read(path, folder) for folder in self.folders)

    @property
    def roots(self) -> tuple[str, ...]:
        """The folders of the files: a file that an editor replaces is another one, and only its folder can tell."""
        return tuple(sorted({os.path.dirname(file) for file in self.files}))


def watched(request: Request, review_file: Path | None, config: Path | None, output: Path | None) -> Watched:
    """What a comparison reads.

    Raises:
        UsageError: when it reads standard input, which does not change, or an archive, which new sources come into by
            another command.
    """
    if request.archive is not None:
        raise click.UsageError("--watch is for files: 'discrepancy watch' puts what comes into an archive")
    paths = request.paths
    if STANDARD_INPUT in paths:
        raise click.UsageError("--watch needs files: standard input is read once")
    from discrepancy.loaders import SOURCES

    given = [Path(path) for path in paths]
    single = [path for path in given if not path.is_dir()]
    settings = [config] if config else [Path(configure.FILE_NAME), Path(configure.PROJECT_FILE)]
    beside = [path.with_name(SOURCES) for path in single]
    return Watched(
        tuple(os.path.realpath(path) for path in given if path.is_dir()),
        frozenset(map(_located, [*single, *beside, *settings, review_file or review.beside(paths)])),
        os.path.realpath(output) if output else None,
    )


def repeated(run: Callable[[], object], what: Watched, every: float | None = None) -> None:
    """Run once, and once more after each change and whenever `every` seconds have passed, until interrupted. A run that
    fails says so in one line."""
    try:
        # The watching begins before the first run, so that nothing changes unseen.
        seen = changes(what, every)
        _attempt(run)
        for changed in seen:
            if sys.stdout is None:  # nobody reads any more
                return
            if changed:
                _common.tell(f"changed: {_named(changed)}")
            _attempt(run)
    except KeyboardInterrupt:
        return


def _attempt(run: Callable[[], object]) -> None:
    try:
        run()
    except BrokenPipeError:
        raise
    except DiscrepancyError as error:
        _common.tell(str(error))
    except click.ClickException as error:
        _common.tell(error.format_message())
    except Exception as error:
        from discrepancy import failures

        _common.tell(failures.logged(error))


def changes(what: Watched, every: float | None = None) -> Iterator[set[str]]:
    """The paths that changed, again and again, and none of them whenever `every` seconds have passed without. Watching
    has begun when this returns.

    Raises:
        InputError: when the system cannot watch them.
    """
    watchers = [*_watchers(what.folders, True), *_watchers(what.roots, False)]
    if not watchers and every is None:
        raise InputError("there is no folder to watch: check the PATHs")
    try:
        first = _told(what, watchers)
    except (OSError, RuntimeError) as error:  # the system's limit of watched folders, as a rule
        raise InputError(f"the files cannot be watched ({error}): run it without --watch") from error
    return _turns(what, watchers, first, every)


def _watchers(folders: Iterable[str], recursive: bool) -> list[Watcher]:
    """One watcher of all of `folders` that are there, or none."""
    from watchfiles import watch

    there = [folder for folder in folders if Path(folder).is_dir()]
    if not there:
        return []
    # Without a filter of its own, which would keep it from ending its turn where much else changes.
    watcher = watch(
        *there,
        watch_filter=None,
        recursive=recursive,
        rust_timeout=TURN,
        yield_on_timeout=True,
        ignore_permission_denied=True,
    )
    return [watcher]


def _told(what: Watched, watchers: Sequence[Watcher]) -> set[str]:
    return {path for watcher in watchers for _, path in next(watcher) if what.wants(path)}


def _turns(what: Watched, watchers: Sequence[Watcher], changed: set[str], every: float | None) -> Iterator[set[str]]:
    due = math.inf if every is None else time.monotonic() + every
    while True:
        if changed or time.monotonic() >= due:
            yield changed
            due = math.inf if every is None else time.monotonic() + every
        if not watchers:
            time.sleep(TURN / 1000)
        changed = _told(what, watchers)


def _is_read(path: str, folder: str) -> bool:
    from discrepancy.loaders import reads

    try:
        parts = PurePath(path).relative_to(folder).parts
    except ValueError:
        return False
    if not parts or any(part.startswith(".") for part in parts):
        return False
    # What has no suffix may be a folder that came or went with all that is in it.
    return reads(parts[-1]) or not PurePath(path).suffix


def _located(path: Path) -> str:
    """`path` in the folder where it really lies; a link itself is not followed, since it can be changed too."""
    return os.path.join(os.path.realpath(path.parent), path.name)


def _named(changed: Iterable[str]) -> str:
    names = sorted(_relative(path) for path in changed)
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _relative(path: str) -> str:
    here = Path.cwd().resolve()
    return str(Path(path).relative_to(here)) if here in Path(path).parents else path
