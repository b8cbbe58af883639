"""Which files the paths of a call stand for, in a fixed order, each once."""

# os.path takes ".." out of a path without touching links, and resolves a loop of links without an error; pathlib does
# neither in Python 3.11.
# os.path takes ".." out of a path without touching links, and resolves a loop of links without an error; pathlib does
# neither in Python 3.11.
# ruff: noqa: PTH100, PTH109, PTH112, PTH113, PTH118, PTH120, PTH122
from __future__ import annotations

import os
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from discrepancy.model import Unread

STANDARD_INPUT = "-"
_NO_ARTICLES = ("sources.toml", "discrepancy.toml")
_NO_ARTICLE_SUFFIX = ".review.jsonl"
_REPORT = re.compile(
    rb"(?:<!DOCTYPE html>\n<!--)?\W{0,4}[\d,]{1,11} discrepanc(?:y|ies) in [\d,]{1,11} sources?\W{0,4}(?:\n|$)"
)
"""How a report begins in the formats that have the suffix of articles, as Markdown, HTML and Word."""
_BEGINNING = 100  # bytes in which the first line of a report ends
_WORD_BEGINNING = 20_000  # the same in the XML of a Word file, whose first tags are long
_ZIP = b"PK\x03\x04"
_TAG = re.compile(rb"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: where it is, how it is shown, and what identifies it in the collection."""

    path: Path | None
    """None for standard input."""
    shown: str
    """Its path relative to the working folder where it lies below it, else as it was given."""
    id: str
    """Its path relative to the folder that all paths of the call share, with slashes."""


def walk(paths: Sequence[str | Path], suffixes: Collection[str]) -> Iterator[File | Unread]:
    """The files that `paths` name or hold, in the order of `paths`.

    Of a folder come first its files, then its folders, by name; of the files, those with one of `suffixes`. Hidden
    files and folders, settings, sources.toml, review files and reports are left out. Links are followed, and each file
    and folder is visited once, so a loop ends.
    """
    texts = [os.fspath(path) for path in paths]
    base = _base(texts)
    seen: set[str] = set()
    for text in texts:
        if text == STANDARD_INPUT:
            yield File(None, STANDARD_INPUT, STANDARD_INPUT)
        elif Path(text).is_dir():
            yield from _folder(text, base, suffixes, seen)
        else:
            yield from _once(text, base, seen)


def _base(texts: Sequence[str]) -> str:
    folders = [
        os.path.abspath(text) if os.path.isdir(text) else os.path.dirname(os.path.abspath(text))
        for text in texts
        if text != STANDARD_INPUT
    ]
    try:
        return os.path.commonpath(folders)
    except ValueError:  # none at all, or on several Windows drives
        return ""


def _folder(top: str, base: str, suffixes: Collection[str], seen: set[str]) -> Iterator[File | Unread]:
    failed: list[Unread] = []

    def note(error: OSError) -> None:
        failed.append(Unread(shown(str(error.filename)), f"is a folder that cannot be opened ({error.strerror})"))

    for folder, folders, names in os.walk(top, followlinks=True, onerror=note):
        real = os.path.realpath(folder)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(folder, name)
            if is_article(name, suffixes) and os.path.isfile(path) and not _is_report(path):
                yield from _once(path, base, seen)
    yield from failed


def is_article(name: str, suffixes: Collection[str]) -> bool:
    """Whether a file called `name` in a folder is read, by its name alone."""
    lower = name.lower()
    if lower.startswith(".") or lower in _NO_ARTICLES or lower.endswith(_NO_ARTICLE_SUFFIX):
        return False
    return os.path.splitext(lower)[1] in suffixes


def _is_report(path: str) -> bool:
    try:
        with Path(path).open("rb") as stream:
            beginning = stream.read(_BEGINNING)
            return _REPORT.match(_words(stream) if beginning.startswith(_ZIP) else beginning) is not None
    # What a damaged archive raises, too: reading it again tells the reader why it cannot be read.
    except (OSError, KeyError, ValueError, EOFError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return False


def _words(word_file: BinaryIO) -> bytes:
    """The first words of a Word file, a paragraph on a line."""
    with zipfile.ZipFile(word_file) as archive, archive.open("word/document.xml") as document:
        return _TAG.sub(b"", document.read(_WORD_BEGINNING).replace(b"</w:p>", b"\n")).strip()


def _once(path: str, base: str, seen: set[str]) -> Iterator[File | Unread]:
    real = os.path.realpath(path)
    if real not in seen:
        seen.add(real)
        relative = os.path.relpath(os.path.abspath(path), base) if base else path
        yield File(Path(path), shown(path), _text(relative))


def shown(path: str) -> str:
    """`path` relative to the working folder where it lies below it, else as given; with slashes."""
    whole, here = os.path.abspath(path), os.getcwd()
    below = whole != here and whole.startswith(os.path.join(here, ""))
    return _text(os.path.relpath(whole, here) if below else path)


def _text(path: str) -> str:
    """`path` with slashes; bytes of a file name that are no UTF-8 show as U+FFFD, so that a report can hold them."""
    return os.fsencode(Path(path).as_posix()).decode("utf-8", errors="replace")
