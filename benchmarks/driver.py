"""What a comparison costs the machine that asks a cluster, and what an article takes to store.

    python benchmarks/driver.py [--articles 2765] [--stored 30] [--shared ../shared]

Seconds are the processor's own, so that other work on the machine bears on them little. The articles are those of all
incidents, from the first on. Vectors are drawn at random: what grouping costs does not hang on them.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Sequence
from itertools import repeat
from pathlib import Path
from typing import TypeVar

import numpy as np
import psutil
from distributed import Client

import cluster as benchmark
from discrepancy import events, stages
from discrepancy.cache import FILE_NAME, Cache
from discrepancy.clean import mark
from discrepancy.embed import Vectors
from discrepancy.engines import _parcels, cluster
from discrepancy.loaders import Collection
from discrepancy.nli import NoJudge
from discrepancy.parse import load as load_parser
from discrepancy.settings import DEFAULT
from discrepancy.stages import Models
from incidents import FILE, Row

T = TypeVar("T")

DIMENSIONS = 384
TIMES = 50
TASKS = 500


class Drawn:
    """A vector at random for each text."""

    identity = "drawn"
    number_format = "float32"

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = [self._row(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, DIMENSIONS), np.float32)

    def _row(self, text: str) -> Vectors:
        seed = int.from_bytes(hashlib.sha256(text.encode("utf-8", "replace")).digest()[:8])
        row = np.random.default_rng(seed).standard_normal(DIMENSIONS)
        return np.asarray(row / np.linalg.norm(row), np.float32)


def timed(name: str, of: int, work: Callable[[], T]) -> T:
    begun, held = time.process_time(), resident()
    made = work()
    seconds, more = time.process_time() - begun, resident() - held
    print(
        f"{name:34} {seconds / of * 1000:7.2f} ms an article, {max(more, 0) / of / 1000:7.1f} kB of memory more",
        flush=True,
    )
    return made


def resident() -> float:
    """Bytes of memory that this process has."""
    return float(psutil.Process().memory_info().rss)


def rows(shared: Path) -> list[Row]:
    with gzip.open(shared / FILE, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def costs(shared: Path, articles: int, folder: Path) -> None:
    collection = timed("reading JSON lines", articles, lambda: benchmark.read(rows(shared), articles, folder))
    found = collection.articles
    of = len(found)
    lines = timed("telling lines apart", of, lambda: mark(found))
    profiles = timed("profiles but for the vectors", of, lambda: events.profiles(found, lines, Drawn()))
    told = timed("grouping", of, lambda: events.find(found, profiles))
    groups = list(events.split(found, told))
    batches = list(stages.batches(groups, cluster.TOGETHER))
    parcels = timed("packing", of, lambda: [_parcels.pack(batch, lines) for batch in batches])
    print(f"{of} articles, {len(told)} events, {sum(map(len, parcels)) / of / 1000:.1f} kB an article in the parcels")


def answers(collection: Collection, folder: Path) -> None:
    """What comes back, and what an article takes on disk."""
    found, lines = collection.articles, mark(collection.articles)
    of = len(found)
    cache = Cache(folder)
    models = Models(load_parser(None, cache), Drawn(), NoJudge())
    groups = list(events.split(found, events.find(found, events.profiles(found, lines, Drawn()))))
    claims = sum(len(one.claims) for one in stages.gather(groups, lines, models, DEFAULT))
    cache.close()
    answer = _parcels.pack_answer(list(stages.compare_events(groups, lines, models, DEFAULT)))
    again = repeat(answer, TIMES)
    kept = timed("unpacking comparisons", of * TIMES, lambda: [_parcels.unpack_answer(one, found) for one in again])
    text = "".join(article.text for article in found).encode("utf-8", "replace")
    statements = sum(len(one.statements) for one in kept[0])
    print(f"an article has {statements / of:.0f} statements and {claims / of:.0f} claims")
    packed = len(zlib.compress(text))
    parses = (folder / FILE_NAME).stat().st_size
    for name, size in (
        ("text", len(text)),
        ("text, compressed", packed),
        ("vectors of claims in float16", claims * DIMENSIONS * 2),
        ("parses, in the cache's file", parses),
    ):
        print(f"{name:30} {size / of / 1000:6.1f} kB an article")


def tasks() -> None:
    """How many batches a second a scheduler hands on, when they cost nothing."""
    parcel = bytes(5000 * cluster.TOGETHER)
    with benchmark.on(2) as local, Client(local) as client:
        client.submit(len, parcel, pure=False).result()
        begun = time.process_time()
        client.gather([client.submit(len, parcel, pure=False) for _ in range(TASKS)])
        seconds = time.process_time() - begun
    print(f"a batch of {len(parcel) / 1000:.0f} kB costs client and scheduler {seconds / TASKS * 1000:.1f} ms")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int, default=2765)
    parser.add_argument("--stored", type=int, default=30, help="articles that are parsed, to see what they take")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        costs(given.shared, given.articles, Path(folder))
        answers(benchmark.read(rows(given.shared), given.stored, Path(folder)), Path(folder))
    tasks()
    return 0


if __name__ == "__main__":
    sys.exit(main())
