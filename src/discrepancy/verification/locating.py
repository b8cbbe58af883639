"""Finding the sources of a report again: where it says, below another folder, or under a new name."""

# os.path tells of a name that no file can have that there is no such file, where pathlib raises in Python 3.11.
# ruff: noqa: PTH100, PTH113
from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from hashlib import file_digest
from pathlib import Path, PurePath

from discrepancy import loaders, plugins
from discrepancy.identity import source_key
from discrepancy.loaders import Collection, Loader, load
from discrepancy.loaders.jsonl import PLUGIN as RECORDS
from discrepancy.model import Article
from discrepancy.settings import Settings
from discrepancy.verification.recorded import Source

_MISSING = "is not there any more: check the path, or name its folder with --sources"


class Library:
    """The files that a report was made of, read as `compare` reads them."""

    def __init__(self, settings: Settings, folder: Path | None = None) -> None:
        """Paths of the report count from the working folder, or from `folder`, and then nothing outside it is read."""
        self._settings = settings
        self._folder = folder
        self._read: dict[Path, Collection] = {}
        self._hashes: dict[Path, dict[str, Path]] = {}

    def find(self, source: Source) -> Article | str:
        """The source as it is now, or why there is none.

        The same bytes under another name in the same folder go before a file of the same name that has changed.
        """
        places = [place for place in self._places(source) if os.path.isfile(place)]
        for path in (*places, *self._renamed(source)):
            same = [one for one in self._load(path).articles if one.sha256 == source.sha256]
            if same:
                return same[0]
        for path in places:
            if changed := self._of(path, source):
                return changed
        return self._reason(places[0]) if places else _MISSING

    def _places(self, source: Source) -> Iterator[Path]:
        if self._folder is None:
            yield Path(source.path)
            return
        parts = [part for part in PurePath(source.path).parts if part != os.pardir]
        if PurePath(source.path).anchor:
            del parts[0]
        for first in range(len(parts)):
            yield self._folder.joinpath(*parts[first:])

    def _renamed(self, source: Source) -> Iterator[Path]:
        for folder in dict.fromkeys(place.parent for place in self._places(source)):
            if path := self._hashed(folder).get(source.sha256):
                yield path

    def _of(self, path: Path, source: Source) -> Article | None:
        """The article of the file at `path` that was `source`."""
        articles = self._load(path).articles
        if path.suffix.lower() not in RECORDS.suffixes:
            return articles[0] if articles else None
        key = source_key(Article(source.id, source.path, "", ""), Path(source.path).parent)
        return next((one for one in articles if source_key(one, path.parent) == key or one.id == source.id), None)

    def _reason(self, path: Path) -> str:
        unread = self._load(path).unread
        if unread and path.suffix.lower() not in RECORDS.suffixes:
            return unread[0].reason
        return "does not hold this record any more"

    def _load(self, path: Path) -> Collection:
        if path not in self._read:
            # The whole path, because "-" alone is standard input.
            self._read[path] = load([os.path.abspath(path)], self._settings)
        return self._read[path]

    def _hashed(self, folder: Path) -> dict[str, Path]:
        """The files of `folder` by the SHA-256 of their bytes, and by those of their records."""
        if folder not in self._hashes:
            found: dict[str, Path] = {}
            for path in self._files(folder):
                for digest in self._digests(path):
                    found.setdefault(digest, path)
            self._hashes[folder] = found
        return self._hashes[folder]

    def _digests(self, path: Path) -> Iterator[str]:
        if path.suffix.lower() in RECORDS.suffixes:
            yield from (article.sha256 for article in self._load(path).articles)
            return
        try:
            with path.open("rb") as stream:
                yield file_digest(stream, "sha256").hexdigest()
        except OSError:
            return  # what cannot be read is not the source

    def _files(self, folder: Path) -> list[Path]:
        try:
            paths = sorted(folder.iterdir())
        except (OSError, ValueError):
            return []
        return [path for path in paths if path.suffix.lower() in self._suffixes and os.path.isfile(path)]

    @cached_property
    def _suffixes(self) -> frozenset[str]:
        return frozenset(suffix for loader in plugins.discover(loaders, Loader) for suffix in loader.suffixes)
