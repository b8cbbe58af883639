"""Writers: each puts a finished report, with its review, into one format. One file each."""

from __future__ import annotations

import gc
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from discrepancy import plugins, writers
from discrepancy.errors import OutputError, SettingsError
from discrepancy.model import Discrepancy
from discrepancy.review import Reviewed


@dataclass(frozen=True, slots=True)
class Writer:
    """Puts a report into one format.

    `suffix` is how the names of its files end (".json"); a format is chosen by it when none is named. A writer
    `for_people` fits its output to the terminal that it is shown in; the others write the same UTF-8 everywhere. One
    that is `binary` is given a stream of bytes; the others one of text.
    """

    name: str
    suffix: str
    write: Callable[[Reviewed, Any], None]
    for_people: bool = False
    binary: bool = False
    needs: str | None = None


def available() -> dict[str, Writer]:
    """Every writer by its name."""
    return {writer.name: writer for writer in plugins.discover(writers, Writer)}


def find(name: str) -> Writer:
    """The writer called `name`.

    Raises:
        SettingsError: when there is none, or the package that it needs is not installed.
    """
    found = available()
    if name not in found:
        raise SettingsError(f"there is no format {name!r}: choose {', '.join(found)}")
    needs = found[name].needs
    if needs and find_spec(needs) is None:
        raise SettingsError(f"{name} needs a package that is not installed: pip install 'discrepancy[{name}]'")
    return found[name]


def format_of(output: Path | None, default: str = "text") -> str:
    """The name of the writer whose suffix `output` has; `default` when there is none."""
    suffix = output.suffix.lower() if output else None
    return next((writer.name for writer in available().values() if writer.suffix == suffix), default)


def check(output: Path | None, name: str | None = None) -> None:
    """Find out early, before minutes of work, that a report in the format `name` has nowhere to go.

    Raises:
        SettingsError: when the writer of that name, or the one that `output` asks for, cannot be used.
        OutputError: when the folder of `output` is missing, or `output` is a folder itself; when what is no text would
            go to a terminal.
    """
    writer = find(name or format_of(output))
    if writer.binary and output is None and sys.stdout.isatty():
        raise OutputError(f"{writer.name} is no text for a terminal: name a file with --output FILE{writer.suffix}")
    if output is not None and output.is_dir():
        raise OutputError(f"{output} is a folder: name a file in it")
    if output is not None and not output.parent.is_dir():
        raise OutputError(f"{output} could not be written: there is no folder {output.parent}")


def write(found: Reviewed, name: str, output: Path | None = None) -> None:
    """Write `found` with the writer called `name`: to standard output, or to the file `output`, whole or not at all.

    Raises:
        SettingsError: when there is no such writer.
        OutputError: when it cannot be written; then whatever stood in the file before still stands.
        BrokenPipeError: when who reads standard output has gone.
    """
    writer = find(name)
    if output is None:
        with _uncollected():
            _to_screen(found, writer)
        return
    try:
        with _uncollected():
            _to_file(found, writer, output)
    except OSError as error:
        raise OutputError(f"{output} could not be written: {error.strerror or error}") from error


def cited(found: Discrepancy) -> str:
    """The quotes of `found` with their citations, as Markdown: what is copied into an article's notes."""
    from discrepancy.writers import markdown

    return markdown.cited(found)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles: it would go through a large report again and again, of which nothing can go."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _to_screen(found: Reviewed, writer: Writer) -> None:
    try:
        stream = _screen_of(writer)
        writer.write(found, stream)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is left in the buffer would fail once more when the interpreter exits.
        sys.stdout = None
        raise OutputError(f"standard output could not be written: {error.strerror or error}") from error


def _screen_of(writer: Writer) -> Any:
    stream = sys.stdout
    if writer.binary:
        return stream.buffer
    if isinstance(stream, TextIOWrapper):
        if writer.for_people:
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", newline="\n")
    return stream


def _to_file(found: Reviewed, writer: Writer, output: Path) -> None:
    # A link is followed, so that the file that it names is replaced and the link stays.
    target = Path(os.path.realpath(output))
    mode = _mode(target)
    if not stat.S_ISREG(mode):
        # A device or a pipe has no content to keep whole, and must never be replaced by a file.
        with target.open(**_mode_of(writer)) as stream:
            writer.write(found, stream)
        return
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
    try:
        with open(handle, **_mode_of(writer)) as stream:  # noqa: PTH123, a descriptor is no path
            writer.write(found, stream)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(stat.S_IMODE(mode))
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _mode_of(writer: Writer) -> dict[str, Any]:
    """How a file for `writer` is opened."""
    return {"mode": "wb"} if writer.binary else {"mode": "w", "encoding": "utf-8", "newline": "\n"}


def _mode(target: Path) -> int:
    """Type and permissions of the file at `target`, or those that a new one would get."""
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        # The mask can only be read by setting it.
        mask = os.umask(0)
        os.umask(mask)
        return stat.S_IFREG | (0o666 & ~mask)
