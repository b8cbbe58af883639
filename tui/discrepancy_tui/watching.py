"""Tells when a file on the disk changed: a source, or the review file."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from pathlib import Path

from watchfiles import awatch


async def changes(paths: Iterable[str], review_file: Path) -> AsyncIterator[set[Path]]:
    """The files that changed, each time that some did, below `paths` or the review file."""
    given = [Path(path) for path in paths]
    # A file is watched through its folder: editors put another file in its place.
    folders = {path if path.is_dir() else path.parent for path in (*given, review_file)}
    whole = {path.resolve() for path in given if path.is_dir()}
    single = {path.resolve() for path in given if not path.is_dir()} | {review_file.resolve()}
    async for found in awatch(*(folder for folder in folders if folder.is_dir()), step=200):
        changed = {Path(path).resolve() for _, path in found}
        seen = {path for path in changed if path in single or not whole.isdisjoint(path.parents)}
        if seen := {path for path in seen if path.name[0] != "."}:
            yield seen
