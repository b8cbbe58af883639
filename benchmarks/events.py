"""How well articles are grouped into events, beside two plain ways whose thresholds are the best in hindsight.

    python benchmarks/events.py [--only NAME]

Collections whose events are known: the incidents of American gun violence that the weights were not trained on, and
all of them; ECB+, in which every topic is two look-alike events, all topics thrown together and each topic by itself;
NeuS, political stories of which only title and lead of three outlets are known, without dates. Nothing was tuned on
ECB+ and NeuS.

- embedding: cosine of title and lead, average linkage;
- TF-IDF with dates: cosine of the whole texts times exp(-days apart / T), average linkage, T the best of four;
- ours: all articles at once, and the mean over random orders of arrival one by one.

Order: the B-cubed F1 between the events of each order of arrival and of all at once, and between those of every two
orders; 1 is no dependence.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from statistics import mean

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import TfidfVectorizer

from _clusters import Collection, Scores, collection, in_training, part, scores
from discrepancy import embed
from discrepancy.cache import open_cache
from discrepancy.events.grouping import Grouping, grouped

ORDERS = 3
THRESHOLDS = np.arange(0.02, 0.95, 0.01)
FADES = (14, 30, 90, 1e9)
"""Days after which a likeness is a third; the last is never."""
UNDATED = 3
"""Days apart that are taken where a date is missing."""

Square = NDArray[np.float32]
Labels = Sequence[object]


def print_row(collection_name: str, way: str, found: Scores, note: str = "") -> None:
    b_cubed, pairwise = (" ".join(f"{value:.3f}" for value in three) for three in (found.b_cubed, found.pairwise))
    print(f"| {collection_name} | {way} | {b_cubed} | {pairwise} | {found.events} | {note} |", flush=True)


def hindsight(given: Collection, alike: Square) -> tuple[Scores, float]:
    """The grouping of the threshold with the best B-cubed F1."""
    distance = np.clip(1 - alike, 0, 1)
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), "average")
    tried = ((scores(given.gold, fcluster(tree, 1 - least, "distance").tolist()), float(least)) for least in THRESHOLDS)
    return max(tried, key=lambda one: one[0].b_cubed[2])


def embedding(given: Collection) -> tuple[Scores, str]:
    vectors = np.stack([one.vector for one in given.profiles])
    found, least = hindsight(given, vectors @ vectors.T)
    return found, f"cosine {least:.2f}"


def tfidf_with_dates(given: Collection) -> tuple[Scores, str]:
    table = TfidfVectorizer(sublinear_tf=True, dtype=np.float32).fit_transform(given.texts)
    alike = (table @ table.T).toarray()
    days = np.array([np.nan if one.published is None else one.published for one in given.profiles], np.float32)
    apart = np.nan_to_num(np.abs(days[:, None] - days[None]), nan=UNDATED)
    fades = FADES if np.isfinite(days).any() else FADES[-1:]
    tried = [(*hindsight(given, alike * np.exp(-apart / fade)), fade) for fade in fades]
    found, least, fade = max(tried, key=lambda one: one[0].b_cubed[2])
    return found, f"cosine {least:.2f}, T {'none' if fade > 1e6 else f'{fade:.0f} days'}"


def labels(grouping: Grouping, given: Collection) -> list[str]:
    """The event of each article, by its first article."""
    first = {article: group[0] for group in grouping.memory.groups() for article in group}
    return [first[one.article] for one in given.profiles]


def arrived(given: Collection, seed: int) -> tuple[list[str], list[float]]:
    """The events after the articles came in one by one in a random order, and the seconds that each took."""
    order = list(given.profiles)
    random.Random(seed).shuffle(order)
    grouping = Grouping()
    took = []
    for one in order:
        start = time.perf_counter()
        grouping.add(one)
        took.append(time.perf_counter() - start)
    return labels(grouping, given), took


def between(found: Iterable[tuple[Labels, Labels]]) -> float:
    return mean(scores([str(label) for label in a], b).b_cubed[2] for a, b in found)


def compare(given: Collection, orders: int) -> None:
    """The rows of one collection."""
    print_row(given.name, "embedding, best threshold", *embedding(given))
    print_row(given.name, "TF-IDF with dates, best threshold", *tfidf_with_dates(given))
    start = time.perf_counter()
    once = labels(grouped(given.profiles), given)
    print_row(given.name, "ours, all at once", scores(given.gold, once), f"{time.perf_counter() - start:.1f} s")
    runs = [arrived(given, seed) for seed in range(orders)]
    for found, took in runs:
        last = took[-len(took) // 10 :]
        note = (
            f"{sum(took):.1f} s; the last tenth {1000 * mean(last):.1f} ms an article, {1000 * max(last):.0f} at most"
        )
        print_row(given.name, "ours, one by one", scores(given.gold, found), note)
    if runs:
        against = between((once, found) for found, _ in runs)
        each_other = between(combinations((found for found, _ in runs), 2)) if orders > 1 else 1.0
        print(f"| {given.name} | order: against all at once {against:.3f}, against each other {each_other:.3f} |")


def by_topic(given: Collection) -> None:
    """Each topic of ECB+ by itself, as a folder of its articles would be."""
    topics = sorted({topic(cluster) for cluster in given.gold}, key=int)
    found: list[str] = []
    gold: list[str] = []
    for number in topics:
        own = part(given, number, {cluster for cluster in given.gold if topic(cluster) == number})
        found += [f"{number}/{label}" for label in labels(grouped(own.profiles), own)]
        gold += own.gold
    print_row("ECB+, each topic alone", "ours, all at once", scores(gold, found), f"{len(topics)} topics")


def topic(cluster: str) -> str:
    return cluster.split("_")[1]


def collections(shared: Path) -> Iterator[Collection]:
    embedder = embed.load(cache=open_cache())
    incidents = collection(shared, "gva", embedder)
    held_out = {cluster for cluster in incidents.gold if not in_training(cluster)}
    yield part(incidents, "incidents, half not trained on", held_out)
    yield part(incidents, "incidents, all", set(incidents.gold))
    ecb = collection(shared, "ecbplus", embedder)
    yield part(ecb, "ECB+, all topics", set(ecb.gold))
    neus = collection(shared, "neus", embedder)
    yield part(neus, "NeuS", set(neus.gold))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--orders", type=int, default=ORDERS, help="orders of arrival")
    parser.add_argument("--only", default="", help="only collections whose name begins so")
    given = parser.parse_args()
    print("| collection | way | B-cubed P R F1 | pairwise P R F1 | events | |\n| --- | --- | --- | --- | --- | --- |")
    for one in collections(given.shared):
        if one.name.startswith(given.only):
            compare(one, given.orders)
            if one.name.startswith("ECB+"):
                by_topic(one)
    return 0


if __name__ == "__main__":
    sys.exit(main())
