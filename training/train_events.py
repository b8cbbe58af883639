"""Trains the model that says whether two articles tell of one event, and writes `src/discrepancy/data/events.json`.

    python training/train_events.py --shared ../shared

Taken is a random half of the incidents of `data/news/gva_clusters.jsonl.gz`, by a hash of their ids; the other half is
for `benchmarks/events.py`. Pairs are those that an archive compares: the nearest by names, and by title and lead. The
half is thrown together once whole, in four draws of a hundred incidents and in eight of twenty, so that the weights
hold for a folder as for an archive; and every pair counts a second time without its dates, as many collections have
none. The line is then drawn where the events of the half have the best B-cubed F1 among those with a pairwise precision
of `PRECISION` or more, and of `PRECISION_THINNED` or more when two incidents in three are told by one article alone, as
most are in an archive.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))  # what reads the collections is there

from _clusters import Collection, collection, in_training, part, scores  # noqa: E402
from discrepancy import embed  # noqa: E402
from discrepancy.cache import open_cache  # noqa: E402
from discrepancy.events.grouping import Grouping, grouped  # noqa: E402
from discrepancy.events.likeness import features  # noqa: E402

NAMES = (
    "title and lead", "names", "share of names", "words", "title told", "share of figures",
    "one publisher", "undated", "days apart", "same day", "other days",
)  # fmt: skip
DATES = frozenset({"days apart", "same day", "other days"})
DRAWS = ((None, 1), (100, 4), (20, 8))
"""How many incidents are thrown together, and how often; None for all."""
SEED = 7
PRECISION, PRECISION_THINNED = 0.98, 0.95
LINES = np.arange(-1.5, 1.01, 0.25)
OUTPUT = ROOT / "src" / "discrepancy" / "data" / "events.json"

Rows = NDArray[np.float64]


def draws(half: Collection) -> Iterator[tuple[Collection, float]]:
    """Collections to take pairs from, with the weight of each: every size counts alike."""
    clusters = sorted(set(half.gold))
    chance = random.Random(SEED)
    for size, times in DRAWS:
        for _ in range(times):
            yield part(half, "draw", set(chance.sample(clusters, size or len(clusters)))), 1 / times


def pairs(drawn: Collection) -> tuple[Rows, NDArray[np.bool_]]:
    """Features and truth of the pairs that an archive of the collection compares, with and without their dates."""
    gold = dict(zip((one.article for one in drawn.profiles), drawn.gold, strict=True))
    known = grouped(drawn.profiles, dict.fromkeys((*NAMES, "bias"), 0.0), 0.0).memory
    compared = sorted({(min(a, b), max(a, b)) for a in gold for b in known.near(a)})
    rows, truth = [], []
    for a, b in compared:
        found = features(known.profile(a), known.profile(b), known.rarity)
        undated = {name: value for name, value in found.items() if name not in DATES} | {"undated": 1.0}
        rows += [[one.get(name, 0.0) for name in NAMES] for one in (found, undated)]
        truth += [gold[a] == gold[b]] * 2
    return np.array(rows), np.array(truth)


def trained(half: Collection) -> dict[str, float]:
    rows, truth, shares = [], [], []
    for drawn, share in draws(half):
        found, same = pairs(drawn)
        rows.append(found)
        truth.append(same)
        shares.append(np.full(len(same), share / len(same)))
    table, weight = np.concatenate(rows), np.concatenate(shares)
    mean, spread = table.mean(axis=0), table.std(axis=0)
    model = LogisticRegression(max_iter=5000)
    model.fit((table - mean) / spread, np.concatenate(truth), sample_weight=weight / weight.mean())
    slopes = model.coef_[0] / spread
    return {"bias": float(model.intercept_[0] - mean @ slopes)} | dict(zip(NAMES, map(float, slopes), strict=True))


def with_line(half: Collection, weights: dict[str, float]) -> dict[str, float]:
    """The weights with the bias that moves the line to where the half is grouped best."""
    few = thinned(half)
    tried = []
    for line in LINES.tolist():
        moved = weights | {"bias": weights["bias"] - line}
        whole, thin = (scores(one.gold, events_of(grouped(one.profiles, moved, 0.0), one)) for one in (half, few))
        print(
            f"line {line:5.2f}: B-cubed F1 {whole.b_cubed[2]:.3f}, pairwise precision {whole.pairwise[0]:.3f}; "
            f"thinned {thin.b_cubed[2]:.3f}, {thin.pairwise[0]:.3f}"
        )
        if whole.pairwise[0] >= PRECISION and thin.pairwise[0] >= PRECISION_THINNED:
            tried.append((whole.b_cubed[2], line))
    if not tried:
        raise SystemExit("no line reaches the precision that is asked for")
    return weights | {"bias": weights["bias"] - max(tried)[1]}


def thinned(half: Collection) -> Collection:
    """The half with all but the first article taken away from two incidents in three."""
    clusters = sorted(set(half.gold))
    alone = set(random.Random(SEED).sample(clusters, len(clusters) * 2 // 3))
    kept = [at for at, cluster in enumerate(half.gold) if cluster not in alone or half.gold.index(cluster) == at]
    return Collection(
        "thinned",
        tuple(half.gold[at] for at in kept),
        tuple(half.profiles[at] for at in kept),
        tuple(half.texts[at] for at in kept),
    )


def events_of(grouping: Grouping, given: Collection) -> Sequence[str]:
    """The event of each article of a collection, by its first article."""
    first = {article: group[0] for group in grouping.memory.groups() for article in group}
    return [first[one.article] for one in given.profiles]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    given = parser.parse_args()
    whole = collection(given.shared, "gva", embed.load(cache=open_cache()))
    half = part(whole, "gva, training half", {cluster for cluster in whole.gold if in_training(cluster)})
    weights = with_line(half, trained(half))
    written = {name: round(value, 3) for name, value in weights.items()}
    print(written)
    OUTPUT.write_text(json.dumps({"weights": written}, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
