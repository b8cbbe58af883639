"""Time and memory of texts that are made to cost: one line of 5 MB in several shapes, and files of 50 MB.

    python benchmarks/bad_input.py [--largest 5000000]

Each shape is doubled until it has the largest length; "growth" is the time of the largest over that of half of it: 2
is linear, 4 is quadratic. Beside loading stand the stages that see a whole line, which get a twentieth of the length,
and the baseline of decoding the file and splitting it at white space.
"""

from __future__ import annotations

import argparse
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from discrepancy.clean import mark
from discrepancy.extractors import dates, quantities
from discrepancy.loaders import load
from discrepancy.model import Article
from discrepancy.segment import segment
from discrepancy.settings import Settings

SENTENCE = "The river rose by 2.5 metres on May 4, 2023, and at least 12 of the 30 boats sank, the mayor said. "
SHAPES = {
    "sentences": SENTENCE,
    "no full stop": SENTENCE.replace(". ", " "),
    "one word": "a",
    "capitals": "A",
    "digits": "1",
    "spaces": " x" + " " * 98,
    "quotes": "“",
    "brackets": "(",
    "datelines": "May 4, 2023 ",
    "full stops": ".",
    "NULs in text": "ab\0 cd ",
}
STEPS = 4
SHARE = 20  # the stages behind loading need about 10 s for a million characters, and what grows badly shows earlier
LIMIT = Settings(max_characters=60_000_000)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--largest", type=int, default=5_000_000, help="characters of the longest line")
    parser.add_argument("--shared", help="not needed here; taken so that every benchmark is called alike")
    largest = parser.parse_args().largest
    with tempfile.TemporaryDirectory() as folder:
        lines(Path(folder), largest)
        files(Path(folder))


def lines(folder: Path, largest: int) -> None:
    """Time of each stage on one line, and how it grows."""
    print(f"{'one line':14} {'characters':>10} " + " ".join(f"{name:>16}" for name in stages("", folder)))
    for shape, unit in SHAPES.items():
        before: dict[str, float] = {}
        for size in (largest >> step for step in reversed(range(STEPS))):
            path = folder / "line.txt"
            text = (unit * (size // len(unit) + 1))[:size]
            path.write_text(text, "utf-8")
            taken = {name: timed(stage) for name, stage in stages(text[: size // SHARE], path).items()}
            cells = (f"{taken[name]:8.3f} s {growth(taken[name], before.get(name)):>5}" for name in taken)
            print(f"{shape:14} {size:10,} " + " ".join(cells), flush=True)
            before = taken


def stages(text: str, path: Path) -> dict[str, Callable[[], object]]:
    """What is timed, by name. The stages behind loading get the text also where loading refuses it."""
    article = Article(id="line", path="line", sha256="", text=text)
    return {
        "baseline": lambda: path.read_bytes().decode().split(),
        "load": lambda: load([path], LIMIT),
        "clean": lambda: mark([article]),
        "segment": lambda: segment(article, mark([article])[article.id]),
        "dates": lambda: dates.find(text, None),
        "quantities": lambda: quantities.find(text),
    }


def timed(stage: Callable[[], object]) -> float:
    """Seconds of one call."""
    start = time.perf_counter()
    stage()
    return time.perf_counter() - start


def growth(now: float, before: float | None) -> str:
    """The ratio of two times; nothing where they are too short to tell."""
    return f"x{now / before:.1f}" if before and before > 0.02 else ""


def files(folder: Path) -> None:
    """Peak memory and time of loading 50 MB, within the limit and over it."""
    print(f"\n{'50 MB':24} {'limit':>12} {'seconds':>8} {'peak MB':>8}  outcome")
    text, records = folder / "book.txt", folder / "archive.jsonl"
    text.write_text(SENTENCE * (50_000_000 // len(SENTENCE)), "utf-8")
    with records.open("w") as stream:
        stream.writelines('{"text": "%s"}\n' % (f"{i} " + SENTENCE * 250) for i in range(2_000))
    for name, path, limit in (
        ("baseline: read_text", text, 0),
        ("text", text, 60_000_000),
        ("text, refused", text, 6_000_000),
        ("jsonl, 2,000 records", records, 60_000_000),
    ):
        tracemalloc.start()
        start = time.perf_counter()
        outcome = load([path], Settings(max_characters=limit)) if limit else path.read_text()
        seconds, peak = time.perf_counter() - start, tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        told = f"{len(outcome.articles)} articles, {[u.reason for u in outcome.unread]}" if limit else ""
        print(f"{name:24} {limit:12,} {seconds:8.2f} {peak:8.0f}  {told}", flush=True)
        del outcome


if __name__ == "__main__":
    main()
