"""How time and memory grow with the collection: the product from files to discrepancies, beside the plain script.

    python benchmarks/scale.py [--sizes 20,50,100,500] [--run-plain-to 50] [--full] [--shared ../shared]
    python benchmarks/scale.py --product-alone [--sizes 2765,8295]

Real articles of American gun violence, whole incidents in a fixed order, so that a larger collection holds the smaller;
behind the 2,765 that there are come copies in which every incident is another one (`_made.py`).

- plain: `plain.py` on every sentence, cross-encoder over every pair above the cosine, no events, no claims. A process
  of its own up to `--run-plain-to` articles; beyond that its work is counted exactly (sentences; pairs above the
  cosine) and taken times the rates that were measured on the largest run, and the row is marked "counted";
- product: `discrepancy compare` with an empty cache, a process of its own. The same texts, and what each record says
  of publisher and date;
- bound: what the multiply-adds of both models in one comparison would take at the rate of a large matrix product on
  this machine, as a share of the wall time; and where the rest of the time goes.

`--full` runs the plain script up to 100 articles and the product on all articles and on 3 times as many: hours. There
the events found are also set against the known ones, for the articles as they are and for 3 times as many.
`--product-alone` leaves the plain script out, run and counted, and the bound: an hour for these two sizes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import _bound
import _counted
from _clusters import scores
from _made import Told, collection, ends, rows, write
from discrepancy import embed, events, loaders
from discrepancy.cache import open_cache
from discrepancy.clean import mark
from discrepancy.settings import DEFAULT
from speed import measured

HERE = Path(__file__).parent
SIZES = (20, 50, 100, 500)
RUN_PLAIN_TO, RUN_PLAIN_TO_IN_FULL = 50, 100
BOUND_AT = 100
COPIES = 3
COSINE = 0.3


@dataclass(frozen=True, slots=True)
class Rates:
    """Seconds of the plain script, as measured: to start, for a sentence, for a pair."""

    start: float
    sentence: float
    pair: float

    def seconds(self, sentences: int, pairs: int) -> float:
        return self.start + sentences * self.sentence + pairs * self.pair


class Collection:
    """The articles, the files that hold the first so many of them, and what the plain script would have to do there."""

    def __init__(self, told: Sequence[Told], sizes: Sequence[int], folder: Path) -> None:
        self.told = told
        self.folder = folder
        cuts = ends(told)
        self.sizes = sorted({next((end for end in cuts if end >= size), cuts[-1]) for size in sizes})
        """Of whole incidents."""

    def records(self, size: int) -> Path:
        """A JSON lines file of the first `size` articles."""
        path = self.folder / f"{size}.jsonl"
        if not path.exists():
            write(path, self.told[:size])
        return path

    def texts(self, size: int) -> Path:
        """A folder of the same texts, for the plain script."""
        path = self.folder / str(size)
        if not path.exists():
            path.mkdir()
            for at, one in enumerate(self.told[:size]):
                (path / f"{at:06}.txt").write_text(one.record["text"], encoding="utf-8", newline="")
        return path

    def load(self) -> _counted.Load:
        return _counted.load([one.record["text"] for one in self.told[: self.sizes[-1]]], COSINE)


def plainly(given: Collection, size: int, judged: bool) -> tuple[float, float]:
    """Wall seconds and peak MiB of the plain script."""
    command = [sys.executable, str(HERE / "plain.py"), str(given.texts(size)), "--cosine", str(COSINE)]
    return measured([*command, *(["--contradiction", "0.5"] if judged else [])], given.folder)


def compared(given: Collection, size: int) -> tuple[float, float]:
    """Wall seconds and peak MiB of the product, with an empty cache."""
    command = [sys.executable, "-m", "discrepancy", "compare", str(given.records(size)), "--format", "json"]
    out = given.folder / f"{size}.json"
    return measured([*command, "--output", str(out)], given.folder / f"cache-{size}")


def rates(given: Collection, load: _counted.Load, ran: dict[int, tuple[float, float]]) -> Rates:
    """From the runs on the fewest and on the most articles, each also without the cross-encoder."""
    few, most = min(ran), max(ran)
    short, long = (plainly(given, size, judged=False)[0] for size in (few, most))
    sentence = (long - short) / (load.sentences[most - 1] - load.sentences[few - 1])
    pair = (ran[most][0] - long) / load.pairs[most - 1]
    return Rates(short - load.sentences[few - 1] * sentence, sentence, pair)


def table(given: Collection, run_plain_to: int) -> Iterator[str]:
    """The rows, as they come: the plain script is run on the first two sizes at least, for its rates."""
    load = given.load()
    ran: dict[int, tuple[float, float]] = {}
    known: Rates | None = None
    yield "| articles | sentences | pairs | plain, s | MiB | | product, s | articles a second | MiB | plain / product |"
    yield "| ---: | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: |"
    for at, size in enumerate(given.sizes):
        sentences, pairs = load.sentences[size - 1], load.pairs[size - 1]
        if at < 2 or size <= run_plain_to:
            ran[size] = plainly(given, size, judged=True)
            how = f"{ran[size][0]:,.0f} | {ran[size][1]:,.0f} | run"
            plain = ran[size][0]
        else:
            known = known or rates(given, load, ran)
            plain = known.seconds(sentences, pairs)
            how = f"{plain:,.0f} | | counted"
        seconds, peak = compared(given, size)
        yield (
            f"| {size:,} | {sentences:,} | {pairs:,} | {how} "
            f"| {seconds:,.1f} | {size / seconds:.2f} | {peak:,.0f} | {plain / seconds:,.1f} |"
        )
    known = known or rates(given, load, ran)
    yield f"plain script: {1 / known.sentence:.0f} sentences a second, {1 / known.pair:.0f} pairs a second"


def alone(given: Collection) -> Iterator[str]:
    """The rows of the product without those of the plain script, as they come."""
    yield "| articles | product, s | articles a second | MiB |"
    yield "| ---: | ---: | ---: | ---: |"
    for size in given.sizes:
        seconds, peak = compared(given, size)
        yield f"| {size:,} | {seconds:,.1f} | {size / seconds:.2f} | {peak:,.0f} |"


def bound(given: Collection, size: int) -> Iterator[str]:
    """How near the product is to the models' arithmetic at the machine's matrix rate."""
    rate = _bound.rate()
    found = _bound.measured(given.records(size), given.folder / "cache-bound")
    total = sum(map(found.work.multiply_adds, found.work.lengths))
    yield f"{size} articles in {found.seconds:.1f} s, in this process, from an empty cache"
    for model, lengths in sorted(found.work.lengths.items()):
        operations = f"{found.work.multiply_adds(model) / 1e9:,.0f} billion multiply-adds"
        yield f"- {model}: {len(lengths):,} texts of {sum(lengths):,} word pieces, {operations}"
    yield f"- a large matrix product in float32: {rate / 1e9:,.0f} billion multiply-adds a second"
    yield f"- at that rate {total / rate:.1f} s: {total / rate / found.seconds:.0%} of the time"
    stages = sorted(found.stages.items(), key=lambda stage: -stage[1])
    yield "- stages: " + ", ".join(f"{stage} {seconds / found.seconds:.0%}" for stage, seconds in stages)


def apart(given: Collection, size: int) -> str:
    """How well the events that are found fit the known ones."""
    begun = time.perf_counter()
    articles = loaders.load([str(given.records(size))], DEFAULT).articles
    found = events.find(articles, events.profiles(articles, mark(articles), embed.load(cache=open_cache())))
    event_of = {article: event.id for event in found for article in event.articles}
    known = [one.incident for one in given.told[:size]]
    ours = [event_of[article.id] for article in articles]
    b_cubed = scores(known, ours).b_cubed[2]
    return f"{size:,} articles: B-cubed F1 {b_cubed:.3f}, {len(found):,} events, {time.perf_counter() - begun:.0f} s"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--sizes", type=lambda text: tuple(map(int, text.split(","))), default=SIZES, help="articles")
    parser.add_argument("--run-plain-to", type=int, default=RUN_PLAIN_TO, help="articles up to which it is run")
    parser.add_argument("--full", action="store_true", help="all articles and 3 times as many, too: hours")
    parser.add_argument("--product-alone", action="store_true", help="without the plain script and the bound")
    args = parser.parse_args()
    incidents = rows(args.shared)
    real = sum(len(row["articles"]) for row in incidents)
    sizes = (*args.sizes, *((real, COPIES * real) if args.full else ()))
    if len(set(sizes)) < 2 and not args.product_alone:
        parser.error("give two sizes or more: the rates of the plain script are those of its growth")
    told = list(islice(collection(incidents, COPIES), max(*sizes, real)))
    with tempfile.TemporaryDirectory() as scratch:
        given = Collection(told, sizes, Path(scratch))
        if args.product_alone:
            for line in alone(given):
                print(line, flush=True)
            return 0
        for line in table(given, max(args.run_plain_to, RUN_PLAIN_TO_IN_FULL if args.full else 0)):
            print(line, flush=True)
        print("", *bound(given, min(given.sizes, key=lambda size: abs(size - BOUND_AT))), sep="\n", flush=True)
        if args.full:
            print("\nevents, beside the known ones", *(apart(given, size) for size in given.sizes[-2:]), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
