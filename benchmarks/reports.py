"""Seconds and peak memory of writing a report of 10,000 discrepancies in each format, beside a plain `json.dump`.

    python benchmarks/reports.py [--discrepancies 10000] [--format NAME ...]

The report is made, by a fixed seed: 2,000 articles of 30 sentences, discrepancies of two to four sides with one to
three statements each, a third of them judged. Each format is written by a process of its own, which makes the report
first: the seconds, and those of them on the processor, are of the writing alone with the imports that it needs; the
peak memory is the operating system's figure for the whole process, report and review included. "The report alone"
writes nothing. The baseline puts the document of the JSON report into a file with the standard library, without
escaping what could do harm. A format that takes more than 5 s or 500 MB is marked.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from types import MappingProxyType

from discrepancy import review, writers
from discrepancy.identity import smallest_key
from discrepancy.model import (
    Article,
    Claim,
    Corroboration,
    Discrepancy,
    Kind,
    Position,
    Reference,
    Relation,
    Report,
    Severity,
    Side,
    SidePair,
    Signal,
    Statement,
    Tool,
)
from discrepancy.review import Resolution, Reviewed, Stamp, Verdict

SEED = 20
ARTICLES = 2000
SENTENCES = 30
MOST_SECONDS = 5
MOST_MB = 500
ALONE, PLAIN = "the report alone", "json.dump"
STAMP = Stamp("reader", datetime(2024, 5, 8, 9, 30, tzinfo=UTC))
WORDS = (
    "the ferry harbour council minister said on after bridge district people were reported injured near river old "
    "officials that with from town of rescue teams northern according during storm and workers company night"
).split()


def articles(draw: random.Random) -> list[Article]:
    return [_article(number, draw) for number in range(ARTICLES)]


def _article(number: int, draw: random.Random) -> Article:
    sentences = [
        f"{draw.randint(2, 900)} {' '.join(draw.choices(WORDS, k=draw.randint(10, 32)))}." for _ in range(SENTENCES)
    ]
    text = "\n\n".join(sentences)
    name = f"articles/{number:05}.txt"
    return Article(
        id=name,
        path=name,
        sha256=sha256(text.encode()).hexdigest(),
        text=text,
        title=" ".join(draw.choices(WORDS, k=8)).capitalize(),
        publisher=f"Paper {number % 40}",
        published=f"2024-05-{number % 28 + 1:02}",
        url=f"https://paper{number % 40}.example/{number}",
        language="en",
    )


def statements_of(article: Article) -> list[Statement]:
    found, start = [], 0
    for index, sentence in enumerate(article.text.split("\n\n")):
        found.append(Statement(article, start, start + len(sentence), index=index, paragraph=index))
        start += len(sentence) + 2
    return found


SIDES = ((2, 3), (32, 2))
STATEMENTS = ((1, 2, 3, 4, 5), (38, 15, 9, 3, 5))
"""How many sides a discrepancy has and how many statements a side, with how often, as on the three events of
`benchmarks/quality.py`; a name that stands on a side nineteen times counts among the fives."""


def position(statement: Statement, draw: random.Random) -> Position:
    value = statement.text.split(" ", 1)[0]
    start, end = statement.start, statement.start + len(value)
    claim = Claim(statement, f"{statement.text[:-1]} in the town.", "be", (start, end))
    resolved = (Reference(end + 1, end + 4, "the harbour", (0, 3)),) if draw.random() < 0.2 else ()
    speaker = "the coast guard" if draw.random() < 0.3 else None
    return Position(statement, value, ((start, end),), value, claim, speaker, resolved=resolved)


def discrepancy(number: int, pool: Sequence[Statement], draw: random.Random) -> Discrepancy:
    (sides_of,) = draw.choices(*SIDES)
    counts = draw.choices(*STATEMENTS, k=sides_of)
    positions = iter([position(one, draw) for one in draw.sample(pool, sum(counts))])
    own = [tuple(next(positions) for _ in range(count)) for count in counts]
    sides = tuple(Side(at[0].value, at[0].normalized, at) for at in own)
    why = (Signal("similarity", draw.random()), Signal("same names", "the harbour, the ferry"))
    pairs = tuple(
        SidePair((i, j), Relation.CONFLICT, ("quantities",), why, (smallest_key(own[i], own[j]),))
        for i, j in combinations(range(len(sides)), 2)
    )
    fingerprint = min(pair.keys[0] for pair in pairs)
    return Discrepancy(
        id=f"{number:05}{fingerprint[:3]}",
        fingerprint=fingerprint,
        kind=draw.choice(list(Kind)),
        relation=Relation.CONFLICT,
        severity=draw.choice(list(Severity)),
        confidence=draw.random(),
        question="How many people were injured near the harbour?",
        summary=" / ".join(side.value for side in sides),
        sides=sides,
        pairs=pairs,
    )


def made(count: int) -> Report:
    """The same report each time."""
    draw = random.Random(SEED)
    read = articles(draw)
    said = [statement for article in read for statement in statements_of(article)]
    return Report(
        tool=Tool("0", "none", None, "none", "float32", {}),
        articles=tuple(read),
        lines=MappingProxyType({}),
        statements=tuple(said),
        unread=(),
        discrepancies=tuple(discrepancy(number, said, draw) for number in range(count)),
        corroborated=tuple(
            Corroboration("How many?", one.text[:8], (one, draw.choice(said)), 2) for one in said[: count // 10]
        ),
        single_source=tuple(said[: count // 2]),
        voices=MappingProxyType({one.key: f"w{at // 2}" for at, one in enumerate(said[:1000])}),
    )


def judged(report: Report) -> Reviewed:
    """`report` with a verdict on every third discrepancy, half of them conflicts with a note and a resolution."""
    draw = random.Random(SEED)
    resolution = Resolution("Twelve people were injured.", "https://registry.example/12")
    conflict = {"verdict": Verdict.CONFLICT, "note": "Called them.", "resolution": resolution}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        said = [conflict if draw.random() < 0.5 else {"verdict": Verdict.NOT_CONFLICT} for _ in report.discrepancies]
        entries = [
            review.entry(found, folder, STAMP, **say)  # type: ignore[arg-type]
            for found, say in list(zip(report.discrepancies, said, strict=True))[::3]
        ]
        path = folder / review.FILE_NAME
        review.append(path, entries)
        return review.reviewed(report, review.read(path))


def write(name: str, count: int, output: Path) -> tuple[float, float]:
    """Seconds that the format `name` takes, and those on the processor."""
    found = judged(made(count))
    begun, worked = time.perf_counter(), time.process_time()
    if name == PLAIN:
        from discrepancy.writers.json import document

        with output.open("w", encoding="utf-8") as stream:
            json.dump(document(found), stream, indent=2, ensure_ascii=False)
    elif name != ALONE:
        writers.write(found, name, output)
    return time.perf_counter() - begun, time.process_time() - worked


def measured(name: str, count: int, output: Path) -> tuple[float, float, float]:
    """Seconds, those on the processor, and peak MB of a process that writes `name`."""
    command = [sys.executable, __file__, "--write", name, "--discrepancies", str(count), "--output", str(output)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        out = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{name} exited with {process.returncode}")
    seconds, worked = map(float, out.split())
    return seconds, worked, usage.ru_maxrss * 1024 / 1e6


def table(names: Sequence[str], count: int) -> None:
    """Print a line for each of `names`."""
    print(f"{count:,} discrepancies\n{'':18}{'seconds':>10}{'processor':>10}{'peak MB':>10}{'file MB':>10}")
    with tempfile.TemporaryDirectory() as scratch:
        for name in names:
            output = Path(scratch, "out")
            output.write_bytes(b"")
            seconds, worked, memory = measured(name, count, output)
            over = [*(["too slow"] if seconds > MOST_SECONDS else []), *(["too large"] if memory > MOST_MB else [])]
            size = output.stat().st_size / 1e6
            line = f"{name:18}{seconds:10.2f}{worked:10.2f}{memory:10.0f}{size:10.1f}  {', '.join(over)}"
            print(line.rstrip(), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--discrepancies", type=int, default=10_000, metavar="N")
    known = list(writers.available())
    parser.add_argument("--format", choices=known, action="append", help="only this one; can be repeated")
    parser.add_argument("--write", help=argparse.SUPPRESS)
    parser.add_argument("--output", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.write:
        print(*write(args.write, args.discrepancies, args.output))
    else:
        table([ALONE, PLAIN, *(args.format or known)], args.discrepancies)


if __name__ == "__main__":
    main()
