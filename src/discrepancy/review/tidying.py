"""Rewrite a review file with what holds: the only thing that ever rewrites one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from discrepancy.errors import InputError, OutputError
from discrepancy.review import _disk
from discrepancy.review.holding import keepers
from discrepancy.review.log import Line, parse

DAMAGED = ".damaged"
"""What is added to the name of the file for that of the file beside it that takes what could not be read."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """What became of the lines."""

    kept: int
    dropped: int
    damaged: int
    aside: Path
    """Where the damaged ones are now."""


def tidy(path: Path) -> Tidied:
    """Keeps the lines that hold, as they are, and those of a newer version; at once, or not at all.

    Lines that could not be read are first added to a file beside it.

    Raises:
        InputError: when there is no file, or it cannot be read.
        OutputError: when it could not be written; then it stands as it was.
    """
    try:
        with _disk.locked(path) as target:
            data = _read(target)
            lines = parse(data)
            kept = keepers(lines)
            damaged = [line for line in lines if line.damaged]
            aside = target.with_name(target.name + DAMAGED)
            if damaged:
                _disk.add(aside, _joined(damaged))
            if _joined(kept) != data:
                _disk.replace(target, _joined(kept))
    except OSError as error:
        raise OutputError(f"{path} could not be written: {error.strerror or error}") from error
    return Tidied(len(kept), len(lines) - len(kept) - len(damaged), len(damaged), aside)


def _read(target: Path) -> bytes:
    try:
        return target.read_bytes()
    except OSError as error:
        raise InputError(f"{target} could not be read: {error.strerror or error}") from error


def _joined(lines: tuple[Line, ...] | list[Line]) -> bytes:
    return b"".join(line.raw + b"\n" for line in lines)
