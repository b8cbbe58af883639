"""Processes of their own: forked from a warm one, so that a hundred of them cost little."""

from __future__ import annotations

import gc
import os
import signal
import sqlite3
import traceback
from collections.abc import Callable
from contextlib import contextmanager
from typing import Any, NoReturn

import pytest

from discrepancy.archive import database

Work = Callable[[], object]


def started(work: Work) -> int:
    """The number of a process that does `work`. It ends with 0 when it could, and with 1 when anything was raised."""
    child = os.fork()
    if child == 0:
        gc.disable()  # it would copy all that is shared with the process that it was forked from
        _work(work)
    return child


def ended(child: int) -> int:
    """What the process ended with: less than 0 for the signal that killed it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def done(work: Work) -> int:
    return ended(started(work))


def crowd(*works: Work) -> list[int]:
    """What several processes ended with, whose work begins at the same moment."""
    ready, go = os.pipe()
    started_ = [started(lambda work=work: os.read(ready, 1) and work()) for work in works]
    os.write(go, b"." * len(works))
    found = [ended(child) for child in started_]
    os.close(ready)
    os.close(go)
    return found


def _work(work: Work) -> NoReturn:
    status = 1
    try:
        work()
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        # Nothing of the process that it was forked from may be flushed or closed twice.
        os._exit(status)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def statements(patch: pytest.MonkeyPatch, told: Callable[[str], None]) -> Any:
    """`told` of each statement of SQL before the database runs it, of every archive that is opened."""
    connect = sqlite3.connect

    def traced(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection = connect(*arguments, **options)
        connection.set_trace_callback(told)
        return connection

    with patch.context() as inside:
        inside.setattr(database.sqlite3, "connect", traced)
        yield
