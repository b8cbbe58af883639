"""Articles a second on a cluster of worker processes of this machine, beside one process, with the real models.

    python benchmarks/cluster.py [--articles 30] [--together 16] [--shared ../shared]

The articles are those of the incidents of `incidents.py`, second draw, from the first on. No cache; the models are
loaded before the clock starts. Each run must give the bytes of the first, the last one with a worker killed in the
middle. What travels is counted: articles with their lines to the workers, comparisons back.

Workers of one machine share its cores. On a busy machine, or one with fewer cores than workers, seconds say little; the
processor's seconds for each article, of driver and workers together, say more.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import msgspec
from distributed import LocalCluster

import incidents
from discrepancy import engines, events, pipeline, review
from discrepancy.cache import open_cache
from discrepancy.clean import mark
from discrepancy.engines import Engine, _parcels, _worker, cluster
from discrepancy.engines._worker import Job
from discrepancy.loaders import Collection, load
from discrepancy.settings import Settings
from discrepancy.writers import json as json_writer
from incidents import Row

SAMPLE = 2
SETTINGS = Settings(cache="off")


@dataclass
class Travelled:
    """Bytes since the last look."""

    out: int = 0
    back: int = 0


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock, and of the processor in all processes."""

    clock: float
    processor: float

    def since(self, earlier: Cost) -> Cost:
        return Cost(self.clock - earlier.clock, self.processor - earlier.processor)


def read(rows: Iterable[Row], articles: int, folder: Path) -> Collection:
    """The first articles of the incidents, from one JSON lines file."""
    records = (
        {
            "id": f"{number}-{at}",
            "title": article["title"],
            "text": f"{article['title']}\n\n{article['text']}",
            "published": article["date"],
            "publisher": article["outlet"],
            "url": article["url"],
        }
        for number, incident in enumerate(rows)
        for at, article in enumerate(incident["articles"])
    )
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record, _ in zip(records, range(articles), strict=False)))
    return load([str(path)], SETTINGS)


def run(engine: Engine, collection: Collection, midway: Callable[[], object]) -> tuple[bytes, Cost, Cost]:
    """The report as JSON, and what profiles and comparisons cost."""
    lines = mark(collection.articles)
    begun = spent(engine)
    profiles = list(engine.profiles(collection.articles, lines))
    between = spent(engine)
    found = events.find(collection.articles, profiles)
    comparisons = []
    for comparison in engine.compare(events.split(collection.articles, found), lines):
        if not comparisons:
            midway()
        comparisons.append(comparison)
    ended = spent(engine)
    report = pipeline.report(collection, lines, found, comparisons, engine.tool)
    stream = io.StringIO()
    json_writer.write(review.reviewed(report, review.Log(Path("review.jsonl"))), stream)
    return stream.getvalue().encode(), between.since(begun), ended.since(between)


def spent(engine: Engine) -> Cost:
    workers = engine.client.run(time.process_time).values() if isinstance(engine, cluster.Cluster) else ()
    return Cost(time.perf_counter(), time.process_time() + sum(workers))


def warm(engine: Engine, collection: Collection) -> None:
    """Loads the models, in every worker."""
    first = collection.articles[:2]
    if isinstance(engine, cluster.Cluster):
        engine.client.run(_warmed, engine.job, _parcels.pack([first], mark(first)))
    else:
        list(engine.compare([first], mark(first)))


def _warmed(job: Job, parcel: bytes) -> None:
    _worker._compared(job, parcel)


def counted(travelled: Travelled) -> None:
    """Counts all parcels from now on."""
    pack, unpack = _parcels.pack, _parcels.unpack_answer

    def packed(*given: object) -> bytes:
        parcel = pack(*given)  # type: ignore[arg-type]
        travelled.out += len(parcel)
        return parcel

    def unpacked(parcel: bytes, *given: object) -> object:
        travelled.back += len(parcel)
        return unpack(parcel, *given)  # type: ignore[arg-type]

    _parcels.pack, _parcels.unpack_answer = packed, unpacked  # type: ignore[assignment]


def on(workers: int) -> AbstractContextManager[LocalCluster]:
    return LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=":0",
        memory_limit=0,
        silence_logs=50,
    )


def measured(name: str, settings: Settings, collection: Collection, travelled: Travelled, kill: bool = False) -> bytes:
    with engines.opened(settings, open_cache(settings.cache)) as engine:
        warm(engine, collection)
        travelled.out = travelled.back = 0

        def midway() -> None:
            if kill and isinstance(engine, cluster.Cluster):
                os.kill(min(engine.client.run(os.getpid).values()), signal.SIGKILL)

        found, profiles, comparisons = run(engine, collection, midway)
    print(
        f"{name:28} profiles {_rate(profiles, collection, kill)}; comparisons {_rate(comparisons, collection, kill)}; "
        f"{travelled.out / len(collection.articles) / 1000:.1f} kB an article out, "
        f"{travelled.back / len(collection.articles) / 1000:.1f} kB back",
        flush=True,
    )
    return found


def _rate(cost: Cost, collection: Collection, killed: bool) -> str:
    """A dead worker's seconds are not known."""
    articles = len(collection.articles)
    processor = "" if killed else f" ({cost.processor / articles:.3f} processor's seconds each)"
    return f"{articles / cost.clock:.2f} a second{processor}"


def runs(collection: Collection) -> Iterator[tuple[str, bytes]]:
    travelled = Travelled()
    counted(travelled)
    yield "one process", measured("one process", SETTINGS, collection, travelled)
    for workers, kill in ((1, False), (2, False), (2, True)):
        name = f"{workers} worker{'s' * (workers > 1)}{', one killed midway' * kill}"
        with on(workers) as local:
            address = local.scheduler_address.removeprefix("tcp://")
            settings = msgspec.structs.replace(SETTINGS, engine=f"dask://{address}")
            yield name, measured(name, settings, collection, travelled, kill)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int, default=30)
    parser.add_argument("--together", type=int, default=cluster.TOGETHER, help="articles of a batch on the cluster")
    given = parser.parse_args(arguments)
    cluster.TOGETHER = given.together
    with tempfile.TemporaryDirectory() as folder:
        collection = read(incidents.incidents(given.shared, SAMPLE), given.articles, Path(folder))
        (_, first), *others = runs(collection)
    different = [name for name, found in others if found != first]
    print(f"other bytes: {', '.join(different)}" if different else f"the same {len(first):,} bytes each time")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
