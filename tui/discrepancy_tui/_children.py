"""Child processes of the event loop."""

from __future__ import annotations

import os
import signal
import sys
from asyncio.subprocess import Process
from contextlib import suppress


def kill(process: Process) -> None:
    """Kills a process, if it is still there.

    Not with `Process.kill`: until Python 3.13 that first asks whether the process has ended, which takes its status
    from under the loop's own watcher, and the watcher then complains on standard error
    (https://github.com/python/cpython/issues/87744).
    """
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        elif process.returncode is None:
            os.kill(process.pid, signal.SIGKILL)
