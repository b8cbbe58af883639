"""What an archive costs as it grows: time to add one article, memory, and room on the disk.

    python benchmarks/archive.py [--shared ../shared] [--copies 1 10 100]

The articles are the 2,765 of `data/news/gva_clusters.jsonl.gz`, and copies of them which tell of other events. To run
the models over all would take hours, so they are put into the tables directly, with made vectors (those of the texts,
turned by a rotation of each copy's own) and made names, figures and words (every one that few articles have, with the
copy's number behind). All lie in the same months, so each copy more makes the search longer.

Then, in a process of its own for each size, articles of the original texts are taken out and put in again as
`discrepancy add` does, with the real models warm: the article's lines and profile, the search for its event, the
comparison of the event, and keeping it. `store` is what the database and the vectors take of it. A search alone is
measured over all months.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

import numpy as np

from _clusters import Collection, collection
from discrepancy import archive, embed, engines
from discrepancy.archive import comparisons, rows
from discrepancy.archive.archive import DIMENSIONS, MODEL
from discrepancy.archive.memory import packed_profile
from discrepancy.archive.vectors import FILE, VectorFile
from discrepancy.cache import open_cache
from discrepancy.events import Profile
from discrepancy.events.rarity import KINDS, Kind
from discrepancy.settings import DEFAULT

ADDED = "2024-01-01T00:00:00+00:00"
COMMON = 100
"""A name, figure or word that more articles have is common, and the same in all copies."""
ARRIVALS = 20
SEED = 5


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--copies", type=int, nargs="+", default=[1, 10, 100])
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(measured(given.measure)))
        return 0
    print("| articles | filled in | one added | of it store | a search over all | peak memory | database | vectors |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    texts = collection(given.shared, "gva", embed.load(cache=open_cache()))
    for copies in given.copies:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch, "archive")
            begun = time.perf_counter()
            fill(folder, texts, copies)
            took = time.perf_counter() - begun
            print(row(len(texts.profiles) * copies, took, folder, apart(folder)), flush=True)
    return 0


def apart(folder: Path) -> dict[str, float]:
    """The measurement in a process of its own, so that its memory is its own too."""
    command = [sys.executable, __file__, "--measure", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def row(articles: int, took: float, folder: Path, found: dict[str, float]) -> str:
    database, vectors = ((folder / name).stat().st_size / 2**20 for name in ("archive.sqlite", FILE))
    return (
        f"| {articles:,} | {took:.0f} s | {found['added']:.2f} s | {1000 * found['store']:.0f} ms "
        f"| {1000 * found['search']:.0f} ms | {found['memory']:.0f} MiB | {database:,.0f} MiB | {vectors:,.0f} MiB |"
    )


# ---- filling


def fill(folder: Path, texts: Collection, copies: int) -> None:
    """An archive of the articles and their copies, whose events are the known ones."""
    with engines.opened(DEFAULT, open_cache()) as engine:
        stamp = comparisons.stamp(engine.tool)
    counts = {kind: Counter(word for one in texts.profiles for word in getattr(one, kind)) for kind in KINDS}
    with archive.opened(folder, create=True) as kept:
        dimensions = len(texts.profiles[0].vector)
        facts = ((MODEL, embed.load().identity), (DIMENSIONS, str(dimensions)))
        kept.connection.executemany("INSERT INTO facts VALUES (?, ?)", facts)
        vectors = VectorFile(folder / FILE, dimensions)
        for copy in range(copies):
            made = list(copied(texts, copy, counts))
            kept.connection.execute("BEGIN IMMEDIATE")
            put(kept.connection, vectors, made, texts, copy, stamp)
            kept.connection.execute("COMMIT")
        vectors.flush()
        kept.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def copied(texts: Collection, copy: int, counts: Mapping[Kind, Counter[str]]) -> Iterator[Profile]:
    """What the copies of one number are known by: all that few articles share is another's."""

    def own(words: frozenset[str], kind: Kind) -> frozenset[str]:
        return frozenset(word if counts[kind][word] > COMMON else f"{word}{copy}" for word in words)

    turned = np.random.default_rng(SEED + copy).choice((-1.0, 1.0), len(texts.profiles[0].vector)).astype(np.float32)
    for one in texts.profiles:
        if not copy:
            yield one
            continue
        known = {kind: own(getattr(one, kind), kind) for kind in KINDS}
        title = own(one.title, "words")
        yield replace(one, article=f"{copy}/{one.article}", vector=one.vector * turned, title=title, **known)


def put(
    kept: Connection, vectors: VectorFile, made: Sequence[Profile], texts: Collection, copy: int, stamp: str
) -> None:
    slot = copy * len(made)
    events: dict[str, int | None] = {}
    groups: defaultdict[str, list[int | None]] = defaultdict(list)
    for at, (profile, incident, article) in enumerate(zip(made, texts.gold, texts.articles, strict=True)):
        if incident not in events:
            events[incident] = kept.execute("INSERT INTO events (compared) VALUES (?)", (stamp,)).lastrowid
        named = replace(article, id=profile.article, path=profile.article, sha256=f"{copy}-{article.id}")
        place = {"profile": packed_profile(profile), "slot": slot + at, "event": events[incident]}
        key = kept.execute(rows.INSERTED, {**rows.article_columns(named, (), ADDED), **place}).lastrowid
        groups[incident].append(key)
        vectors.put(slot + at, profile.published, profile.vector)
        kept.executemany("INSERT INTO names VALUES (?, ?)", ((name, key) for name in profile.names))
    alike = ((a, b) for group in groups.values() for a in group for b in group if a != b)
    kept.executemany("INSERT INTO alike VALUES (?, ?)", alike)
    words = Counter((kind, word) for one in made for kind in KINDS for word in getattr(one, kind))
    words["", ""] = len(made)  # type: ignore[index]
    kept.executemany(
        "INSERT INTO words VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET articles = articles + excluded.articles",
        ((kind, word, count) for (kind, word), count in words.items()),
    )


# ---- measuring


def measured(folder: Path) -> dict[str, float]:
    """Seconds, medians over the arrivals, and the peak memory of this process in MiB."""
    with archive.opened(folder) as kept, engines.opened(DEFAULT, kept.values) as engine:
        spent: list[float] = []
        for step in ("known", "holder", "add", "stale", "event", "keep", "untold", "comparison", "tell"):
            clock(kept, step, spent)
        warm, *timed = drawn(kept)
        arrival(kept, engine, warm, spent)
        added, store = zip(*(arrival(kept, engine, one, spent) for one in timed), strict=True)
        search = [searched(kept, one) for one in timed]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    medians = {name: statistics.median(values) for name, values in (("added", added), ("store", store))}
    return {**medians, "search": statistics.median(search), "memory": memory}


def drawn(kept: archive.Archive) -> list[str]:
    """Articles of the original texts whose events have two others or more; the first ones only open the models."""
    query = """
        SELECT id FROM articles WHERE id NOT LIKE '%/%'
        AND event IN (SELECT event FROM articles GROUP BY event HAVING COUNT(*) > 2) ORDER BY id"""
    found = [ident for (ident,) in kept.connection.execute(query)]
    return found[:: max(1, len(found) // ARRIVALS)][:ARRIVALS]


def arrival(kept: archive.Archive, engine: engines.Engine, ident: str, spent: list[float]) -> tuple[float, float]:
    """Seconds to add an article, and what the store took of them; the others of its event have been compared before."""
    article = kept.known(ident)
    if article is None:
        raise KeyError(ident)
    kept.remove(ident)
    compare(kept, engine)
    spent.clear()
    begun = time.perf_counter()
    archive.take_in(kept, [replace(article, path=str(kept.folder / article.path))], engine, ADDED)
    compare(kept, engine)
    return time.perf_counter() - begun, sum(spent)


def compare(kept: archive.Archive, engine: engines.Engine) -> None:
    """What is to be compared is, and what that shows is told."""
    for _ in archive.bring_up_to_date(kept, engine):
        pass
    kept.tell(archive.news_report(kept, engine).discrepancies)


def clock(kept: archive.Archive, step: str, spent: list[float]) -> None:
    """Note the seconds of each call of a method of the archive."""
    method = getattr(kept, step)

    def called(*args: object, **options: object) -> object:
        begun = time.perf_counter()
        try:
            return method(*args, **options)
        finally:
            spent.append(time.perf_counter() - begun)

    setattr(kept, step, called)


def searched(kept: archive.Archive, ident: str) -> float:
    """Seconds to find the articles nearest to one, among all."""
    (slot,) = kept.connection.execute("SELECT slot FROM articles WHERE id = ?", (ident,)).fetchone()
    vector = kept.vectors.get(slot)
    begun = time.perf_counter()
    kept.vectors.nearest(vector, None, 24)
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
