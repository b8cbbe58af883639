"""The last report on the same sources, so that the application opens with the findings at once.

It is found by everything that a report depends on, and a report that is lost is made again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from platformdirs import user_cache_path

import discrepancy
from discrepancy import Report, Request, Settings, packing, review
from discrepancy_tui.comparing import loaded

MOST = 50_000_000
"""Bytes of sources that are read for it: more take longer to read than to show a bar for."""
KEPT = 20
"""Reports that are kept; the oldest go."""
_ENGINE = ("spacy", "torch", "sentence-transformers", "nupunkt", "trafilatura", "pypdfium2", "python-docx")
"""What else a report may depend on."""


def folder(settings: Settings) -> Path | None:
    """Where they lie; None where nothing is to be kept."""
    if settings.cache == "off":
        return None
    base = os.environ.get("DISCREPANCY_CACHE_DIR") or settings.cache
    return (Path(base).expanduser() if base else user_cache_path("discrepancy", appauthor=False)) / "reports"


def name_of(request: Request, settings: Settings) -> str | None:
    """What a report on these sources is kept under; None where that cannot be told in a moment."""
    if request.archive is not None:  # which keeps its comparisons itself
        return None
    total = hashlib.sha256()
    try:
        for part in _parts(request.paths, settings):
            total.update(part + b"\0")
    except (OSError, _TooMuchError):
        return None
    return total.hexdigest()


def recall(folder: Path, name: str) -> Report | None:
    """The report, when there is one."""
    try:
        kind, value = loaded((folder / name).read_bytes())
    except Exception:
        return None
    return value if kind == "report" and isinstance(value, Report) else None


def keep(folder: Path, name: str, report: Report) -> None:
    # A folder that cannot be written costs the reader a second the next time, and nothing else.
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f".{name}.part"
        part.write_bytes(packing.packed(("report", report)))
        part.replace(folder / name)
        old = sorted(folder.glob("[0-9a-f]*"), key=lambda path: path.stat().st_mtime)
        for path in old[:-KEPT]:
            path.unlink()


class _TooMuchError(Exception):
    """More than is read in a moment."""


def _parts(paths: Sequence[str], settings: Settings) -> Iterator[bytes]:
    yield repr(sorted(settings.comparison().items())).encode()
    yield str(Path.cwd()).encode()
    yield from (_version(one).encode() for one in ("discrepancy", *_ENGINE))
    # A program that is being worked on keeps its version.
    for module in sorted(Path(discrepancy.__file__).parent.rglob("*.py")):
        yield str(module.stat().st_mtime_ns).encode()
    left = MOST
    for path in paths:
        yield path.encode("utf-8", "surrogateescape")
        for file in _files(Path(path)):
            left -= file.stat().st_size
            if left < 0:
                raise _TooMuchError
            yield os.fsencode(file)
            yield hashlib.sha256(file.read_bytes()).digest()


def _files(path: Path) -> Iterator[Path]:
    """Every file that may be a source or say something of one: not what the reader writes meanwhile."""
    if path.is_file():
        beside = path.parent / "sources.toml"
        yield from (file for file in (path, beside) if file.is_file())
        return
    if not path.is_dir():
        raise _TooMuchError
    for file in sorted(path.rglob("*")):
        if file.is_file() and file.name[0] != "." and file.name != review.FILE_NAME:
            yield file


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
