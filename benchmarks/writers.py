"""Time and peak memory of each writer over one report of many discrepancies, each in a process of its own.

    python benchmarks/writers.py [--discrepancies 10000] [--sources 200]

Every tenth discrepancy has twelve sides, the others two or three; each was judged, with a note. The times are the
writer's alone, by the clock and of the processor; the memory is the whole process's peak, with Python, the report and
the writer in it. First stands `json.dump` of the values alone, as the plainest way to write the same findings.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from discrepancy import writers
from discrepancy.model import (
    Article,
    Discrepancy,
    Kind,
    Position,
    Relation,
    Report,
    Severity,
    Side,
    SidePair,
    Statement,
    Tool,
)
from discrepancy.review import PairStanding, Reviewed, Stamp, Standing, Verdict, entry

BASELINE = "json.dump"


def made(discrepancies: int, sources: int) -> Reviewed:
    """The report: each sentence of a source is quoted once."""
    quotes: list[list[tuple[str, str]]] = [[] for _ in range(sources)]
    sides = [12 if number % 10 == 0 else 2 + number % 2 for number in range(discrepancies)]
    places = []
    for number, count in enumerate(sides):
        at = [(number + side) % sources for side in range(count)]
        places.append([(source, len(quotes[source])) for source in at])
        for side, source in enumerate(at):
            quotes[source].append(
                (f"At least {number + side} people", f" were counted in street {number}, police said.")
            )
    articles = [article(number, said) for number, said in enumerate(quotes)]
    statements = [sentences(one, said) for one, said in zip(articles, quotes, strict=True)]
    found = [discrepancy(number, [statements[a][b] for a, b in where]) for number, where in enumerate(places)]
    report = Report(
        tool=Tool("0", "none", None, "none", "float32", MappingProxyType({})),
        articles=tuple(articles),
        lines=MappingProxyType({}),
        statements=tuple(one.statement for positions in statements for one in positions),
        unread=(),
        discrepancies=tuple(found),
    )
    return Reviewed(report, tuple(map(judged, found)))


def article(number: int, said: list[tuple[str, str]]) -> Article:
    text = "".join(f"{a}{b}\n" for a, b in said)
    digest = sha256(text.encode()).hexdigest()
    name = f"Gazette {number}"
    when = f"2024-05-{number % 28 + 1:02}T{number % 24:02}:00"
    return Article(
        f"s{number}", f"articles/s{number}.txt", digest, text, name, name, None, when, f"https://s{number}.example/"
    )


def sentences(source: Article, said: list[tuple[str, str]]) -> list[Position]:
    found, start = [], 0
    for index, (value, rest) in enumerate(said):
        end = start + len(value) + len(rest)
        where = Statement(source, start, end, index=index)
        found.append(Position(where, value, ((start, start + len(value)),), f"{value.split()[2]}.."))
        start = end + 1
    return found


def discrepancy(number: int, positions: list[Position]) -> Discrepancy:
    sides = tuple(Side(one.value, one.normalized, (one,)) for one in positions)
    pairs = tuple(
        SidePair((a, b), Relation.CONFLICT, ("quantities",), (), (f"{number:016x}",))
        for a in range(len(sides))
        for b in range(a + 1, min(a + 3, len(sides)))
    )
    kind, severity = tuple(Kind)[number % 3], tuple(Severity)[number % 3]
    question = f"How many people were counted in street {number}?"
    return Discrepancy(
        f"{number:08x}", f"{number:016x}", kind, Relation.CONFLICT, severity, 0.9, question, question, sides, pairs
    )


def judged(found: Discrepancy) -> Standing:
    said = entry(
        replace(found, sides=found.sides[:2], pairs=found.pairs[:1]),
        Path(),
        Stamp("Anna", datetime(2024, 5, 30, tzinfo=UTC)),
        verdict=Verdict.CONFLICT,
        note="Rang the police: both figures stand.",
    )
    first, *rest = found.pairs
    return Standing(found, (PairStanding(first, said), *map(PairStanding, rest)), (said,))


def written(name: str, discrepancies: int, sources: int) -> None:
    """Write the report with one writer, and print both times, MiB of memory and MB of the file."""
    reviewed = made(discrepancies, sources)
    with TemporaryDirectory() as folder:
        output = Path(folder) / "out"
        begun, worked = time.perf_counter(), time.process_time()
        if name == BASELINE:
            with output.open("w") as stream:
                json.dump([[side.value for side in found.sides] for found in reviewed.report.discrepancies], stream)
        else:
            writers.write(reviewed, name, output)
        seconds, work = time.perf_counter() - begun, time.process_time() - worked
        size = output.stat().st_size / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:14} {seconds:8.2f} s {work:8.2f} s {memory:8.0f} MiB {size:8.1f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--discrepancies", type=int, default=10_000)
    parser.add_argument("--sources", type=int, default=200)
    parser.add_argument("--writer", help=argparse.SUPPRESS)
    parser.add_argument("--shared", help="not used: `make bench` gives it to every benchmark")
    options = parser.parse_args()
    if options.writer:
        written(options.writer, options.discrepancies, options.sources)
        return
    for name in (BASELINE, *writers.available()):
        command = [sys.executable, __file__, "--writer", name]
        command += ["--discrepancies", str(options.discrepancies), "--sources", str(options.sources)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
