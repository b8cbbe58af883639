"""Collections of news whose articles are known to be of one event or another, and how well a grouping fits them."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from _tokenised import plain_lines
from discrepancy.clean import mark
from discrepancy.embed import Embedder
from discrepancy.events.profile import Profile, profiles
from discrepancy.loaders._head import read_head
from discrepancy.model import Article

FOLDER = "data/news"


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles with the event that each is known to be of."""

    name: str
    gold: tuple[str, ...]
    profiles: tuple[Profile, ...]
    articles: tuple[Article, ...]

    @property
    def texts(self) -> list[str]:
        return [article.text for article in self.articles]


@dataclass(frozen=True, slots=True)
class Scores:
    """B-cubed and pairwise precision, recall and F1 of a grouping, and how many events it has."""

    b_cubed: tuple[float, float, float]
    pairwise: tuple[float, float, float]
    events: int


def in_training(cluster: str) -> bool:
    """Whether a cluster is in the half that the weights are trained and tuned on."""
    return int(hashlib.sha256(f"half{cluster}".encode()).hexdigest(), 16) % 2 == 0


def collection(shared: Path, name: str, embedder: Embedder) -> Collection:
    """One of the clustered collections, `gva`, `ecbplus` or `neus`, as the engine reads it."""
    with gzip.open(shared / FOLDER / f"{name}_clusters.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    told = [(row["cluster_id"], _article(row["cluster_id"], at, one)) for row in rows
            for at, one in enumerate(row["articles"])]  # fmt: skip
    articles = [article for _, article in told]
    return Collection(
        name,
        tuple(cluster for cluster, _ in told),
        profiles(articles, mark(articles), embedder),
        tuple(articles),
    )


def part(whole: Collection, name: str, clusters: set[str]) -> Collection:
    """The articles of some clusters."""
    kept = [at for at, cluster in enumerate(whole.gold) if cluster in clusters]
    return Collection(
        name,
        tuple(whole.gold[at] for at in kept),
        tuple(whole.profiles[at] for at in kept),
        tuple(whole.articles[at] for at in kept),
    )


def scores(gold: Sequence[str], found: Sequence[object]) -> Scores:
    """How well the events `found` fit the known ones, article by article."""
    together = Counter(zip(gold, found, strict=True))
    known, made = Counter(gold), Counter(found)
    precision = sum(n * n / made[event] for (_, event), n in together.items()) / len(gold)
    recall = sum(n * n / known[event] for (event, _), n in together.items()) / len(gold)
    right = sum(map(_pairs, together.values()))
    pair_precision = right / (sum(map(_pairs, made.values())) or 1)
    pair_recall = right / (sum(map(_pairs, known.values())) or 1)
    return Scores(_with_f1(precision, recall), _with_f1(pair_precision, pair_recall), len(made))


def _with_f1(precision: float, recall: float) -> tuple[float, float, float]:
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


def _article(cluster: str, at: int, row: dict[str, Any]) -> Article:
    if "sentences" in row:
        lines = plain_lines(row["sentences"])
        title, text, key = lines[0], "\n".join(lines), str(row["doc"])
    else:
        title, key = str(row["title"]).rstrip("."), str(at)
        text = f"{title}\n\n{row['text']}"
    publisher = row.get("outlet")
    # No cluster's name may stand in an id: ties are broken by ids.
    key = hashlib.sha256(f"{cluster}#{key}".encode()).hexdigest()[:16]
    return Article(
        id=key,
        path="",
        sha256="",
        text=text,
        title=title,
        publisher=str(publisher) if publisher else None,
        published=_date(row.get("date")) or read_head(text).published,
        language="en",
    )


def _date(value: object) -> str | None:
    try:
        return date.fromisoformat(str(value)[:10]).isoformat()
    except ValueError:
        return None
