"""Bytes that are on the disk when a call returns, written by one at a time."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def locked(path: Path) -> Iterator[Path]:
    """Holds the lock of the file at `path`, which need not exist, and gives where it really lies.

    It waits as long as it takes; the system lets the lock go when its holder dies. Threads are kept apart as
    processes are.

    Raises:
        OSError: when nothing can be written in the folder.
    """
    # A link is followed, so that all who write one file have one lock, and the link stays.
    target = Path(os.path.realpath(path))
    # The lock is a file beside it, since the file itself may be replaced while others wait.
    beside = target.with_name(f".{target.name}.lock")
    handle = _acquire(beside)
    try:
        yield target
    finally:
        _release(handle, beside)


def add(target: Path, data: bytes) -> None:
    """Adds `data` at the end of the file, on a line of its own: all of it, or nothing."""
    is_new = not target.exists()
    with FileIO(target, "a+") as stream:
        size = stream.seek(0, os.SEEK_END)
        try:
            _write(stream, (b"" if _ends_a_line(stream, size) else b"\n") + data)
        except BaseException:
            with suppress(OSError):
                stream.truncate(size)
            raise
    if is_new:
        _sync_folder(target.parent)


def replace(target: Path, data: bytes) -> None:
    """Puts `data` in the place of what the file holds: at once, or not at all."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
    try:
        with FileIO(handle, "w") as stream:
            _write(stream, data)
        shutil.copymode(target, name)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(target.parent)


def _ends_a_line(stream: FileIO, size: int) -> bool:
    """Whether what stands in the file is whole lines: a writer that was killed leaves half of one."""
    if size == 0:
        return True
    stream.seek(size - 1)
    return stream.read(1) == b"\n"


def _write(stream: FileIO, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[stream.write(left) or 0 :]
    os.fsync(stream.fileno())


if sys.platform == "win32":

    def _acquire(beside: Path) -> int:
        handle = os.open(beside, os.O_RDWR | os.O_CREAT)
        while True:
            with suppress(OSError):  # it gives up after ten seconds
                msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
                return handle

    def _release(handle: int, beside: Path) -> None:
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
        os.close(handle)
        with suppress(OSError):  # who waits for it has it open
            beside.unlink()

    def _sync_folder(folder: Path) -> None:
        """Windows writes a folder's entries by itself."""

else:

    def _acquire(beside: Path) -> int:
        while True:
            handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX)
                if _is_still(handle, beside):
                    return handle
            except BaseException:
                os.close(handle)
                raise
            os.close(handle)

    def _is_still(handle: int, beside: Path) -> bool:
        """Whether nobody took the lock's file away while we waited for it."""
        try:
            return os.path.samestat(os.fstat(handle), beside.stat())
        except FileNotFoundError:
            return False

    def _release(handle: int, beside: Path) -> None:
        # While it is held: who opened it and waits sees that it is gone, and makes a new one.
        with suppress(OSError):
            beside.unlink()
        os.close(handle)

    def _sync_folder(folder: Path) -> None:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
