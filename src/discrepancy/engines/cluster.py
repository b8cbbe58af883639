"""The engine on a Dask cluster: batches of articles go out, profiles and comparisons come back, in order.

A worker that dies costs what it was at, which another does again. What ends several workers one after the other ends
the run: the scheduler's `allowed-failures` says how many.
"""

from __future__ import annotations

import asyncio
import logging
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias

import msgspec
from distributed import Client, Future, KilledWorker, Security
from distributed.comm import connect

from discrepancy import __version__, stages
from discrepancy.cache import OFF
from discrepancy.engines import _parcels, _worker
from discrepancy.engines._worker import Job
from discrepancy.errors import DiscrepancyError, EngineError
from discrepancy.events import Profile
from discrepancy.model import Article, Comparison, Tool
from discrepancy.settings import Settings
from discrepancy.stages import Group, Lines, Models, Progress, unwatched

Task: TypeAlias = Callable[[Job, bytes], bytes]
Out: TypeAlias = deque[tuple[Sequence[Group], Future]]
"""Batches that are out, in order."""

PATIENCE = 10.0
"""Seconds that a scheduler may take to answer, and its first worker to come."""
TURN = 5.0
"""Seconds after which it is looked whether there are still workers."""
TURNS_ALONE = 12
"""Turns in a row without any worker after which none is hoped for: a nanny starts a dead one again in a few seconds."""
TOGETHER = 16
"""Articles of a batch to compare. It takes a core some ten seconds: little is lost with a worker, all end at about the
same time, and the models' batches are as good as full."""
LEADS = 256
"""Articles of a batch to profile, which takes about as long."""
AHEAD = 4
"""Batches that are out for each thread of the cluster, so that none waits for the next while one takes longer. They
bound what this machine and the scheduler hold, however many articles there are."""
NAMED = 3
"""Articles that an error names."""
_GONE = "the Dask scheduler has gone: start it again, and then the comparison"
_PACKAGE = "discrepancy"


@dataclass(frozen=True, slots=True)
class Cluster:
    """An `Engine` whose work is done elsewhere."""

    client: Client
    job: Job
    tool: Tool

    def prepare(self) -> None:
        """Workers open their models with their first batch."""

    def profiles(self, articles: Sequence[Article], lines: Lines) -> Iterator[Profile]:
        parts = (articles[start : start + LEADS] for start in range(0, len(articles), LEADS))
        for _, answer in self._each(_worker.profiled, ([part] for part in parts), lines):
            # What a scheduler sends is run: Dask has no other way.
            yield from pickle.loads(answer)  # noqa: S301

    def compare(self, groups: Iterable[Group], lines: Lines, progress: Progress = unwatched) -> Iterator[Comparison]:
        progress("parse")
        for batch, answer in self._each(_worker.compared, stages.batches(groups, TOGETHER), lines):
            progress("detect")
            yield from _parcels.unpack_answer(answer, (article for articles in batch for article in articles))

    def _each(
        self, task: Task, batches: Iterable[Sequence[Group]], lines: Lines
    ) -> Iterator[tuple[Sequence[Group], bytes]]:
        """Each batch with what `task` makes of it, in order. What is out when nobody asks any more is cancelled."""
        out: Out = deque()
        for batch in batches:
            parcel = _parcels.pack(batch, lines)
            out.append((batch, self.client.submit(task, self.job, parcel, pure=False)))
            while len(out) >= max(1, AHEAD * self._threads()):
                yield self._next(out)
        while out:
            yield self._next(out)

    def _next(self, out: Out) -> tuple[Sequence[Group], bytes]:
        for _ in _turns(self._threads):
            batch, future = out[0]
            try:
                answer: bytes = future.result(timeout=TURN)
            except TimeoutError:
                continue
            except KilledWorker as error:
                raise EngineError(_fatal(out, error)) from error
            except (CancelledError, OSError) as error:
                if future.status == "error":  # the work's own
                    raise
                raise EngineError(_GONE) from error
            out.popleft()
            return batch, answer
        raise EngineError("all workers of the cluster have gone, and none came back: look into their logs")

    def _threads(self) -> int:
        try:
            return sum(self.client.nthreads().values())
        except OSError as error:
            raise EngineError(_GONE) from error


def _turns(workers: Callable[[], int]) -> Iterator[None]:
    """As many turns as it takes, but no more than `TURNS_ALONE` in a row without a worker."""
    alone = 0
    while alone < TURNS_ALONE:
        yield
        alone = 0 if workers() else alone + 1


def _fatal(out: Out, error: KilledWorker) -> str:
    """Which articles the workers died of: those of one of the batches that failed."""
    failed = [one.id for batch, future in out if future.status == "error" for articles in batch for one in articles]
    more = f" and {len(failed) - NAMED:,} more" if len(failed) > NAMED else ""
    return (
        f"{error.allowed_failures + 1} workers died one after the other over {', '.join(failed[:NAMED])}{more}: look "
        "into their logs, give them more memory, or leave articles out with exclude = true in sources.toml"
    )


@contextmanager
def joined(address: str, models: Models, settings: Settings) -> Iterator[Cluster]:
    """The engine on the cluster whose scheduler is at `address` ("host:port").

    Raises:
        EngineError: when it does not answer, has no workers, or one of them would not give what `models` give.
    """
    for name in ("distributed", "distributed.client"):
        # What goes wrong is told in our words, once.
        logging.getLogger(name).setLevel(logging.CRITICAL)
    client = _client(address)
    try:
        # A folder of this machine says nothing to the others.
        sent = msgspec.structs.replace(settings, cache=OFF if settings.cache == OFF else None, engine=None)
        job = Job(sent, _worker.identity(models, sent))
        _require_workers(client, address)
        _require_versions(client)
        _require_identity(client, job)
        yield Cluster(client, job, models.tool(settings))
    finally:
        client.close()


def _client(address: str) -> Client:
    try:
        # The client itself waits for ever where something listens that is no scheduler. Whoever calls may have a loop
        # of events running already, but not in a thread of our own.
        with ThreadPoolExecutor(1) as aside:
            aside.submit(asyncio.run, _answer(address)).result()
        return Client(address, timeout=PATIENCE, set_as_default=False)
    except Exception as error:  # what another service says is read as if a scheduler said it: anything may come of that
        raise EngineError(
            f"no Dask scheduler answers at {address}: start one with `dask scheduler`, or check the address"
        ) from error


async def _answer(address: str) -> None:
    """Raises TimeoutError or another OSError where no scheduler answers."""
    async with asyncio.timeout(PATIENCE):
        comm = await connect(address, timeout=PATIENCE, **Security().get_connection_args("client"))
        await comm.close()


def _require_workers(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise EngineError(
            f"the Dask scheduler at {address} has no workers: start some with `dask worker {address}`"
        ) from error


def _require_versions(client: Client) -> None:
    """The same version everywhere, asked in plain words: another one might not understand more."""
    found = client.get_versions(packages=[_PACKAGE])
    machines = {"the scheduler": found["scheduler"]} | {f"worker {name}": one for name, one in found["workers"].items()}
    for name, machine in machines.items():
        version = machine["packages"].get(_PACKAGE)
        if version != __version__:
            has = f"{_PACKAGE} {version}, and not {__version__}" if version else f"no {_PACKAGE}"
            raise EngineError(f"{name} has {has}: install the same on all machines")


def _require_identity(client: Client, job: Job) -> None:
    answers: dict[str, Any] = client.run(_worker.ready, job, on_error="return")
    for name, answer in sorted(answers.items()):
        if isinstance(answer, DiscrepancyError):
            raise EngineError(f"worker {name}: {answer}")
        if isinstance(answer, BaseException):
            raise EngineError(f"worker {name} is of no use ({type(answer).__name__}: {answer})") from answer
        if difference := _worker.different(answer, job.identity):
            raise EngineError(f"worker {name} has {difference}: install the same on all machines")
