"""Loaders: each turns the bytes of one file format into articles. One file each.

`load` reads a whole collection. What cannot be read is told, file by file, and the rest goes on.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from discrepancy import loaders, plugins
from discrepancy.errors import InputError
from discrepancy.loaders import _language, _sources, _walk
from discrepancy.loaders._metadata import UNKNOWN, Metadata, language_code
from discrepancy.loaders._sources import Sources
from discrepancy.loaders._walk import File
from discrepancy.model import Article, Unread
from discrepancy.settings import DEFAULT, Settings

__all__ = ["SOURCES", "Collection", "Document", "Loader", "Metadata", "Raw", "Refusal", "collect", "load", "reads"]

# The most that UTF-8, UTF-16 and UTF-32 need for one: more bytes than this hold too many characters in any of them.
_BYTES_PER_CHARACTER = 4
_TEXT = "text"

SOURCES = _sources.NAME
"""The file in which a reader says what is known of the files beside it."""


@dataclass(frozen=True, slots=True)
class Raw:
    """An open file, before its format is known."""

    stream: BinaryIO
    settings: Settings

    @property
    def most_bytes(self) -> int:
        """The most bytes that a text of `Settings.max_characters` can have."""
        return self.settings.max_characters * _BYTES_PER_CHARACTER

    def read(self, most: int | None = None) -> bytes:
        """All bytes.

        Raises:
            InputError: when there are more than `most`, or more than a text within the limit can have.
        """
        most = self.most_bytes if most is None else most
        data = self.stream.read(most + 1)
        if len(data) > most:
            raise InputError(f"is larger than {most:,} bytes: split it into its articles, or raise max-characters")
        return data

    def within(self, text: str) -> str:
        """`text` itself.

        Raises:
            InputError: when it is longer than `Settings.max_characters`.
        """
        most = self.settings.max_characters
        if len(text) > most:
            raise InputError(f"has more than {most:,} characters: split it into its articles, or raise max-characters")
        return text


@dataclass(frozen=True, slots=True)
class Document:
    """One article as its format gives it."""

    text: str
    sha256: str
    """Of the file's bytes, or of the record's."""
    metadata: Metadata = UNKNOWN
    key: str | None = None
    """What names the record in a file that holds several."""
    pages: tuple[int, ...] = ()
    located: bool = True
    """Whether offsets in `text` are offsets in the decoded file."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A record that cannot be read, in a file whose others can."""

    reason: str
    """One line, which names the record."""


@dataclass(frozen=True, slots=True)
class Loader:
    """Reads one format.

    `read` yields what a file holds; it raises InputError, with one line that says what is wrong and what to do, for
    a file of which nothing can be read, and ImportError when the package that reads the format is not installed: the
    extra of the loader's name installs it.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Raw], Iterable[Document | Refusal]]


@dataclass(frozen=True, slots=True)
class Collection:
    """What a call reads: the articles to compare, what was not read and why, and what the reader should know."""

    articles: tuple[Article, ...]
    unread: tuple[Unread, ...] = ()
    notes: tuple[str, ...] = ()


def digest(data: bytes) -> str:
    """The SHA-256 of `data`, as an article carries it."""
    return hashlib.sha256(data).hexdigest()


def missing(extra: str) -> str:
    """The reason why what only the packages of `extra` read is not read."""
    return f"needs a package that is not installed: pip install 'discrepancy[{extra}]'"


def unreadable(error: OSError | ValueError) -> str:
    """The reason why a file that the system does not give out is not read."""
    if isinstance(error, FileNotFoundError):
        return "does not exist: check the path"
    if isinstance(error, PermissionError):
        return "may not be read: change its permissions"
    return f"cannot be read ({getattr(error, 'strerror', None) or error}): check the path and the file"


def load(paths: Sequence[str | Path], settings: Settings = DEFAULT) -> Collection:
    """Read the articles that `paths` name: files, folders at any depth, and `-` for standard input.

    A named file with a suffix that no loader knows is read as text; in a folder it is passed over. Files or records
    with the same bytes are one source, which a note says. Nothing is raised for what cannot be read: it is in
    `unread`, with the reason.
    """
    by_suffix = _by_suffix()
    folders: dict[Path, Sources] = {}
    shelf = _Shelf()
    for found in _walk.walk(paths, by_suffix):
        if isinstance(found, Unread):
            shelf.unread.append(found)
            continue
        sources = _sources_of(found, folders, shelf)
        for outcome in _read(found, by_suffix, settings):
            shelf.put(found, outcome, sources)
    return shelf.collection()


def collect(source: str, outcomes: Iterable[Document | Refusal]) -> Collection:
    """The records of one `source` that is not in a folder, as `load` treats those of a file.

    Each article's id is its own key, which must not be None; its path is `source`, `#` and the key.
    """
    shelf = _Shelf()
    for outcome in outcomes:
        if isinstance(outcome, Refusal):
            shelf.unread.append(Unread(source, outcome.reason))
            continue
        path = f"{source}#{outcome.key}"
        shelf.take(_article(str(outcome.key), path, outcome, outcome.metadata), path)
    return shelf.collection()


def reads(name: str) -> bool:
    """Whether a file called `name` counts in a folder that `load` reads: as an article, or for what it says of them."""
    return name == SOURCES or _walk.is_article(name, _by_suffix())


def _by_suffix() -> dict[str, Loader]:
    return {suffix: loader for loader in plugins.discover(loaders, Loader) for suffix in loader.suffixes}


class _Shelf:
    """What has been read so far: `load` fills it, and nobody else sees it."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.unread: list[Unread] = []
        self.notes: list[str] = []
        self._holders: dict[str, str] = {}

    def put(self, file: File, outcome: Document | Refusal, sources: Sources) -> None:
        name = file.path.name if file.path else file.id
        if isinstance(outcome, Refusal):
            self.unread.append(Unread(file.shown, outcome.reason, sources.of(name, None).exclude))
            return
        entry = sources.of(name, outcome.key)
        inner = "" if outcome.key is None else f"#{outcome.key}"
        id_ = entry.id or file.id + inner
        article = _article(id_, file.shown, outcome, entry.metadata.over(outcome.metadata))
        self.take(article, file.shown + inner, entry.exclude)

    def take(self, article: Article, shown: str, excluded: bool = False) -> None:
        reason = "is left out by sources.toml" if excluded else self._objection(article)
        holder = self._holders.get(article.sha256)
        if reason:
            self.unread.append(Unread(shown, reason, excluded))
        elif holder:
            self.notes.append(f"{shown} holds the same bytes as {holder}: read once")
        else:
            self.articles[article.id] = article
            self._holders[article.sha256] = shown

    def collection(self) -> Collection:
        return Collection(tuple(self.articles.values()), tuple(self.unread), tuple(self.notes))

    def _objection(self, article: Article) -> str | None:
        if article.language not in (None, _language.ENGLISH):
            return _language.foreign(str(article.language))
        if article.id in self.articles and article.sha256 not in self._holders:
            return f"has the id {article.id!r}, which {self.articles[article.id].path} has too: give each its own"
        return None


def _read(file: File, by_suffix: Mapping[str, Loader], settings: Settings) -> Iterator[Document | Refusal]:
    """What `file` holds; a file that cannot be read is a single refusal."""
    suffix = file.path.suffix.lower() if file.path else ""
    named = {loader.name: loader for loader in by_suffix.values()}
    loader = by_suffix.get(suffix, named[_TEXT])
    try:
        if file.path is None:
            yield from loader.read(Raw(sys.stdin.buffer, settings))
            return
        with file.path.open("rb") as stream:
            yield from loader.read(Raw(stream, settings))
    except InputError as error:
        yield Refusal(str(error))
    except ImportError:
        yield Refusal(missing(loader.name))
    except (OSError, ValueError) as error:
        yield Refusal(unreadable(error))


def _article(id_: str, path: str, document: Document, known: Metadata) -> Article:
    # A declared language is believed before the text is looked at, so that a reader can correct the guess.
    language = known.language or _language.language(document.text)
    return Article(
        id=id_,
        path=path,
        sha256=document.sha256,
        text=document.text,
        title=known.title,
        publisher=known.publisher,
        author=known.author,
        published=known.published,
        url=known.url,
        language=language_code(language),
        pages=document.pages,
        located=document.located,
        event=known.event,
    )


def _sources_of(file: File, folders: dict[Path, Sources], shelf: _Shelf) -> Sources:
    if file.path is None:
        return Sources({})
    folder = file.path.parent
    if folder not in folders:
        folders[folder] = _sources.read_sources(folder)
        path = _walk.shown(str(folder / _sources.NAME))
        shelf.unread.extend(Unread(path, problem) for problem in folders[folder].problems)
        shelf.notes.extend(f"{path}: {note}" for note in _sources.strangers(folders[folder], folder))
    return folders[folder]
