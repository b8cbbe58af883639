"""How quick the terminal application is on a report with 10,000 discrepancies, beside a plain table of the same rows.

Opening is from the import of the application to the first finding on the screen; a key is timed to the screen's next
paint, and to the last one that it causes. Each runs headless in a process of its own; memory is the most that it held.

    python benchmarks/tui.py
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import combinations, cycle, islice
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from discrepancy import (
    Article,
    Discrepancy,
    Kind,
    Position,
    Relation,
    Report,
    Severity,
    Side,
    SidePair,
    Signal,
    Statement,
    Tool,
    review,
)

SIZE = (120, 40)
KEYS = ("down", "a", "down", "x", "backspace", "tab", "shift+tab", "up", "a")
"""Each changes the screen: moving on, verdicts, undoing one, into the columns and back."""
PRESSED = 400
JUDGED = 5000
MARKS = {"opened": 2.0, "median": 0.050, "p99": 0.100, "memory": 300.0}
"""Seconds, and MiB."""

Clock = Callable[[], float]

_WORDS = (
    "the a ferry harbour minister police said that after before train fire people were killed injured on in".split()
)


def made(count: int, sources: int = 60) -> Report:
    """A report with `count` discrepancies of two or three sides."""
    draw = random.Random(20240508)
    asked = [[f"{draw.randrange(2000)}" for _ in range(draw.choice((2, 2, 3)))] for _ in range(count)]
    placed: list[list[tuple[int, str]]] = [[] for _ in range(sources)]
    for number, values in enumerate(asked):
        for side, (source, value) in enumerate(zip(draw.sample(range(sources), len(values)), values, strict=True)):
            words = " ".join(draw.choices(_WORDS, k=14))
            placed[source].append((number * 3 + side, f"Report {number} says {value} {words}."))
    said: dict[int, Statement] = {}
    articles = [_article(number, sentences, said) for number, sentences in enumerate(placed)]
    found = tuple(_discrepancy(number, values, said, draw) for number, values in enumerate(asked))
    statements = tuple(sorted(said.values(), key=lambda one: (one.article.id, one.start)))
    return Report(Tool("0", "made", None, "made", "float32", {}), tuple(articles), {}, statements, (), found)


def _article(number: int, sentences: Sequence[tuple[int, str]], said: dict[int, Statement]) -> Article:
    text = "\n".join(sentence for _, sentence in sentences)
    name = f"source-{number:02}"
    article = Article(name, f"{name}.txt", f"{number:064x}", text, title=f"Title {number}", publisher=f"Paper {number}")
    start = 0
    for index, (key, sentence) in enumerate(sentences):
        said[key] = Statement(article, start, start + len(sentence), index=index, paragraph=index // 4)
        start += len(sentence) + 1
    return article


def _discrepancy(number: int, values: Sequence[str], said: dict[int, Statement], draw: random.Random) -> Discrepancy:
    sides = []
    for index, value in enumerate(values):
        statement = said[number * 3 + index]
        start = statement.start + statement.text.index(f"says {value}") + 5
        sides.append(
            Side(value, value, (Position(statement, value, ((start, start + len(value)),), normalized=value),))
        )
    pairs = tuple(
        SidePair(
            pair,
            Relation.CONFLICT,
            ("quantities",),
            (Signal("same names", f"Report {number}"),),
            (f"{number:08x}{a}{b}",),
        )
        for pair in combinations(range(len(values)), 2)
        for a, b in [pair]
    )
    severity = draw.choice(tuple(Severity))
    question = f"What does report {number} say?"
    summary = f"{question} {' / '.join(values)}"
    return Discrepancy(
        f"d{number}",
        f"{number:016x}",
        draw.choice(tuple(Kind)),
        Relation.CONFLICT,
        severity,
        0.9,
        question,
        summary,
        tuple(sides),
        pairs,
    )


def judged(report: Report, path: Path, count: int) -> None:
    """Writes a verdict on each of the first `count` discrepancies."""
    stamp = review.Stamp("Anna", datetime(2024, 5, 8, tzinfo=UTC))
    entries = (
        review.entry(found, path.parent, stamp, verdict=review.Verdict.CONFLICT)
        for found in report.discrepancies[:count]
    )
    review.append(path, entries)


async def ours(report: Report, folder: Path, clock: Clock) -> dict[str, Any]:
    begun = clock()
    from discrepancy_tui import Application, Given, Options

    app = Application(Options(Given(report), folder / review.FILE_NAME, "made", "Anna", places=folder / "places"))
    return await _driven(app, begun, clock, lambda: app.findings.standing is not None, KEYS)


async def table(report: Report, folder: Path, clock: Clock) -> dict[str, Any]:
    """What a script would show with Textual's own widget."""
    begun = clock()
    from textual.app import App, ComposeResult
    from textual.widgets import DataTable

    class Plain(App[None]):
        def compose(self) -> ComposeResult:
            yield DataTable(cursor_type="row")

        def on_mount(self) -> None:
            rows = self.query_one(DataTable)
            rows.add_columns("severity", "kind", "question", "values")
            rows.add_rows(
                (one.severity.value, one.kind.value, one.question, " / ".join(side.value for side in one.sides))
                for one in report.discrepancies
            )

    app = Plain()
    return await _driven(app, begun, clock, lambda: app.query_one(DataTable).row_count > 0, ("down", "down", "up"))


async def _driven(
    app: Any, begun: float, clock: Clock, is_open: Callable[[], bool], keys: Sequence[str]
) -> dict[str, Any]:
    from textual import events

    painted = asyncio.Event()
    at = 0.0
    display = app._display

    def shown(screen: Any, renderable: Any) -> None:
        nonlocal at
        display(screen, renderable)
        at = clock()
        painted.set()

    app._display = shown
    first, last = [], []
    async with app.run_test(size=SIZE) as pilot:
        while not is_open():
            await asyncio.sleep(0)
        await pilot.pause()
        opened = at - begun
        for key in islice(cycle(keys), PRESSED):
            painted.clear()
            pressed = clock()
            app.post_message(events.Key(key, key if len(key) == 1 else None))
            async with asyncio.timeout(30):
                await painted.wait()
            first.append(at - pressed)
            await pilot.pause()
            last.append(at - pressed)
    return {"opened": opened, "first": first, "last": last}


RUNS: dict[str, tuple[Callable[[Report, Path, Clock], Any], int]] = {
    "discrepancy": (ours, 0),
    "with 5,000 verdicts": (ours, JUDGED),
    "DataTable": (table, 0),
}


def measure(name: str, count: int, clock: Clock) -> dict[str, Any]:
    run, verdicts = RUNS[name]
    report = made(count)
    with tempfile.TemporaryDirectory() as folder:
        if verdicts:
            judged(report, Path(folder) / review.FILE_NAME, min(verdicts, count))
        told = asyncio.run(run(report, Path(folder), clock))
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return {**told, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit}


def figures(told: dict[str, Any]) -> dict[str, float]:
    return {
        "opened": told["opened"],
        "median": statistics.median(told["first"]),
        "p99": statistics.quantiles(told["first"], n=100)[98],
        "last": statistics.quantiles(told["last"], n=100)[98],
        "memory": told["memory"],
    }


def lines(name: str, told: dict[str, float]) -> Iterator[str]:
    yield (
        f"{name:<20} opened {told['opened']:5.2f} s   key to paint: median {told['median'] * 1000:5.1f} ms, "
        f"99th percentile {told['p99'] * 1000:5.1f} ms (last paint {told['last'] * 1000:5.1f} ms)   "
        f"memory {told['memory']:4.0f} MiB"
    )
    if name != "DataTable":
        missed = [f"{mark} {told[mark]:.3g} over {most:g}" for mark, most in MARKS.items() if told[mark] > most]
        yield f"{'':<20} {'MISSED: ' + ', '.join(missed) if missed else 'all marks reached'}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000, help="discrepancies in the report")
    parser.add_argument("--measure", choices=RUNS, help="this one alone, in this process, as JSON")
    parser.add_argument("--processor", action="store_true", help="count processor time, on a machine with other work")
    args = parser.parse_args()
    if args.measure:
        print(json.dumps(measure(args.measure, args.count, process_time if args.processor else perf_counter)))
        return
    print(f"{args.count:,} discrepancies of 60 sources, {PRESSED} keys, {SIZE[0]}x{SIZE[1]}")
    for name in RUNS:
        command = [sys.executable, __file__, "--count", str(args.count), "--measure", name]
        command += ["--processor"] if args.processor else []
        run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        print("\n".join(lines(name, figures(json.loads(run.stdout)))))


if __name__ == "__main__":
    main()
