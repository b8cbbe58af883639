"""The comparison in a process of its own: the screen stays quick meanwhile, and it can be stopped at any moment."""

from __future__ import annotations

import asyncio
import pickle
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from discrepancy import DiscrepancyError, Report, Request, Settings, packing
from discrepancy_tui._children import kill

LENGTH = struct.Struct(">Q")
"""What stands before each message: how many bytes follow."""

Tell = Callable[[str], None]


class Comparison(Protocol):
    """Makes a report; `tell` is told each stage as it begins.

    Raises:
        DiscrepancyError: when there can be none.
    """

    async def __call__(self, tell: Tell) -> Report: ...


@dataclass(frozen=True, slots=True)
class Given:
    """A report that is there already."""

    report: Report

    async def __call__(self, tell: Tell) -> Report:
        return self.report


@dataclass(frozen=True, slots=True)
class Compared:
    """What `discrepancy.answered` makes of a request."""

    request: Request
    settings: Settings

    async def __call__(self, tell: Tell) -> Report:
        from discrepancy_tui import kept

        folder = kept.folder(self.settings)
        name = await asyncio.to_thread(kept.name_of, self.request, self.settings) if folder else None
        if folder is None or name is None:
            return await self._made(tell)
        report = await asyncio.to_thread(kept.recall, folder, name)
        if report is None:
            report = await self._made(tell)
            await asyncio.to_thread(kept.keep, folder, name, report)
        return report

    async def _made(self, tell: Tell) -> Report:
        # -P: a file of the reader's that is called like a module must not be run.
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",
            "-m",
            "discrepancy_tui._child",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        if child.stdin is None or child.stdout is None or child.stderr is None:
            raise RuntimeError("the comparison has no pipes")
        said = asyncio.create_task(child.stderr.read())
        try:
            child.stdin.write(pickle.dumps((self.request, self.settings)))
            child.stdin.close()
            return await _report(child.stdout, tell)
        except (EOFError, asyncio.IncompleteReadError):
            last = (await said).decode(errors="replace").strip().splitlines()
            raise DiscrepancyError(f"the comparison stopped: {last[-1] if last else 'it was killed'}") from None
        finally:
            kill(child)
            await child.wait()
            said.cancel()


async def _report(stream: asyncio.StreamReader, tell: Tell) -> Report:
    while True:
        (length,) = LENGTH.unpack(await stream.readexactly(LENGTH.size))
        kind, value = loaded(await stream.readexactly(length))
        if kind == "stage":
            tell(value)
        elif kind == "error":
            raise DiscrepancyError(value)
        else:
            return value  # type: ignore[no-any-return]


def loaded(data: bytes) -> tuple[str, Any]:
    """A message of the child: a kind and its value.

    Raises:
        ValueError: when it is none.
    """
    kind, value = packing.unpacked(data)
    return str(kind), value
