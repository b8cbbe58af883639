"""A real cluster on this machine: a scheduler and workers, each a process of its own, on the loopback."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread

from tests.engines import words

ROOT = Path(__file__).parents[2]
STARTS = 120
"""Seconds that a process may take to start; one is quick, unless the machine is busy."""
FAILURES = 1
"""Workers that one batch may end before it ends the run."""

_HERE = re.compile(r"Scheduler at:\s+tcp://(\S+)")
_JOINED = re.compile(r"Registered to:\s+tcp://")


@contextmanager
def scheduler() -> Iterator[str]:
    """The address, host:port, of a scheduler without workers."""
    with _running("scheduler", "--port", "0", env={}) as said:
        yield _wait(said, _HERE)[1]


@contextmanager
def workers(address: str, folder: Path, number: int) -> Iterator[None]:
    """Workers, each under a nanny that starts it again when it dies; until all of them have joined."""
    options = ["--nworkers", str(number), "--nthreads", "1", "--memory-limit", "0", "--local-directory", str(folder)]
    env = {"DISCREPANCY_CACHE_DIR": str(folder / "cache"), words.FOLDER: str(folder)}
    with _running("worker", address, *options, "--preload", "tests.engines.words", env=env) as said:
        for _ in range(number):
            _wait(said, _JOINED)
        yield


@contextmanager
def _running(what: str, *options: str, env: dict[str, str]) -> Iterator[Queue[str | None]]:
    """A process of Dask's, and what it says."""
    paths = os.pathsep.join(map(str, (ROOT, ROOT / "src", ROOT / "tests")))
    settings = {
        "PYTHONPATH": paths,
        "OMP_NUM_THREADS": "1",
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(FAILURES),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "dask", what, *options, "--host", "127.0.0.1", "--no-dashboard"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | settings | env,
        start_new_session=True,
    ) as process:
        said: Queue[str | None] = Queue()
        listening = Thread(target=_listen, args=(process, said), daemon=True)
        listening.start()
        try:
            yield said
        finally:
            # With the nannies and their workers, which share its session.
            os.killpg(process.pid, signal.SIGKILL)
            listening.join(STARTS)


def _listen(process: subprocess.Popen[str], said: Queue[str | None]) -> None:
    for line in process.stderr or ():
        said.put(line)
    said.put(None)


def _wait(said: Queue[str | None], sign: re.Pattern[str]) -> re.Match[str]:
    heard: list[str] = []
    while (line := said.get(timeout=STARTS)) is not None:
        heard.append(line)
        if found := sign.search(line):
            return found
    raise RuntimeError(f"it ended: {''.join(heard)}")
