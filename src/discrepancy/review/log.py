"""The review file: read as far as it can be, and appended to."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from discrepancy.errors import InputError, OutputError
from discrepancy.identity import STANDARD_INPUT
from discrepancy.review import _disk
from discrepancy.review.records import VERSION, Entry, decode, encode

FILE_NAME = "discrepancy.review.jsonl"
ID_LENGTH = 16  # hexadecimal digits

_FIELDS = frozenset(Entry.__struct_encode_fields__)


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands in the file."""

    number: int
    """From 1."""
    raw: bytes
    """Without what ends it."""
    entry: Entry | None
    """None for a line that cannot be used."""
    problem: str | None = None
    """Why it cannot be used."""
    damaged: bool = False
    """Whether it is no JSON: cut off, or never a line of a review file."""

    @property
    def id(self) -> str:
        """What an undo names it by."""
        return line_id(self.raw)

    @property
    def newer(self) -> bool:
        """Whether it holds what a newer version of the program may understand and this one does not."""
        if self.entry is None:
            return not self.damaged
        return self.entry.version > VERSION or not _FIELDS.issuperset(msgspec.json.decode(self.raw))


@dataclass(frozen=True, slots=True)
class Log:
    """A review file as it was read."""

    path: Path
    lines: tuple[Line, ...] = ()
    size: int = 0
    """Bytes up to the end of the last line that is whole: what follows may still be in the writing."""
    count: int = 0
    """Lines up to there, empty ones too."""
    inode: int | None = None
    """Of the file when it was read: another one has taken its place when it differs."""

    @property
    def folder(self) -> Path:
        """What the paths in its source keys are relative to."""
        return self.path.parent

    @property
    def problems(self) -> tuple[str, ...]:
        """One line for each line that cannot be used."""
        return tuple(f"{self.path}, line {line.number}: {line.problem}" for line in self.lines if line.problem)


def beside(paths: Sequence[str]) -> Path:
    """Where the review file of the sources at `paths` lies unless a reader says otherwise: in the folder they share."""
    given = [Path(path) for path in paths if path != STANDARD_INPUT]
    folders = {path if path.is_dir() else path.parent for path in given}
    if len(folders) == 1:
        return folders.pop() / FILE_NAME
    try:
        # abspath, and not resolve: a folder that is a link stays where the reader sees it.
        return Path(os.path.commonpath([os.path.abspath(folder) for folder in folders])) / FILE_NAME  # noqa: PTH100
    except ValueError:  # no folder at all, or folders on several Windows drives
        return Path(FILE_NAME)


def read(path: Path) -> Log:
    """What the review file at `path` holds; nothing when there is none. A line that cannot be used costs no other.

    Raises:
        InputError: when there is something that cannot be read.
    """
    try:
        data, inode = _bytes(path, 0)
    except FileNotFoundError:
        return Log(path)
    except OSError as error:
        raise InputError(f"{path} could not be read: {error.strerror or error}") from error
    return Log(path, parse(data), data.rfind(b"\n") + 1, data.count(b"\n"), inode)


def follow(log: Log) -> Log:
    """What the file of `log` holds by now: only what was added to it is read, unless another took its place.

    Raises:
        InputError: when there is something that cannot be read.
    """
    try:
        data, inode = _bytes(log.path, log.size)
        is_same = inode == log.inode and log.path.stat().st_size >= log.size
    except OSError:
        is_same = False
    if not is_same:
        return read(log.path)
    whole = tuple(line for line in log.lines if line.number <= log.count)
    fresh = tuple(replace(line, number=log.count + line.number) for line in parse(data))
    size, count = log.size + data.rfind(b"\n") + 1, log.count + data.count(b"\n")
    return replace(log, lines=whole + fresh, size=size, count=count)


def append(path: Path, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Adds a line for each entry, all or none, and gives their ids. They are on the disk when it returns.

    Raises:
        OutputError: when they could not be written.
    """
    lines = [encode(entry) for entry in entries]
    try:
        with _disk.locked(path) as target:
            _disk.add(target, b"".join(line + b"\n" for line in lines))
    except OSError as error:
        raise OutputError(f"{path} could not be written: {error.strerror or error}") from error
    return tuple(line_id(line) for line in lines)


def parse(data: bytes) -> tuple[Line, ...]:
    """The lines of a file with these bytes; empty ones are passed over."""
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    last = len(lines)  # what follows the last line feed: nothing, in a file that is whole
    read = (_line(number, raw.rstrip(b"\r"), number == last) for number, raw in enumerate(lines, 1) if raw.strip())
    return tuple(read)


def _bytes(path: Path, start: int) -> tuple[bytes, int]:
    """What stands in the file from `start` on, and which file it is."""
    with path.open("rb") as stream:
        stream.seek(start)
        data = stream.read()
        inode = os.fstat(stream.fileno()).st_ino
    if data and not data.endswith(b"\n"):
        # Somebody may be writing just now. Where no lock can be had, nobody writes either.
        with suppress(OSError), _disk.locked(path) as target, target.open("rb") as stream:
            stream.seek(start)
            data, inode = stream.read(), os.fstat(stream.fileno()).st_ino
    return data, inode


def line_id(raw: bytes) -> str:
    """The id of the line with these bytes."""
    return hashlib.sha256(raw).hexdigest()[:ID_LENGTH]


def _line(number: int, raw: bytes, is_open: bool) -> Line:
    try:
        return Line(number, raw, decode(raw))
    except msgspec.ValidationError as error:
        return Line(number, raw, None, f"is none that this version understands, and is kept as it is ({error})")
    except (ValueError, RecursionError):
        cut = "is cut off" if is_open else "is damaged"
        return Line(number, raw, None, f"{cut}, and is kept aside; the others are used", damaged=True)
