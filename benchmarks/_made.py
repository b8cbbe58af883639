"""Collections larger than the one at hand: copies of its incidents in which every incident is another one.

In a copy each incident has other names of persons, streets and towns, other dates (moved by whole weeks, so that
weekdays still fit), other hours, figures, ages and publishers, and other words but for the commonest, the
same ones in all of its articles: they tell of one event as before, and of none that another copy tells of. What they
say makes little sense: it serves to measure time and memory, and never what is found. Common names are drawn from those
of the texts that are about as common; rare ones are made of syllables, as a larger collection has new ones too. The
first copy is the texts as they are.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from _another import SEED, Row, another, names_of

FILE = "data/news/gva_clusters.jsonl.gz"


@dataclass(frozen=True, slots=True)
class Told:
    """An article as a record of a JSON lines file, and the incident that it tells of."""

    incident: str
    record: Row


def rows(shared: Path) -> list[Row]:
    """The incidents of the collection."""
    with gzip.open(shared / FILE, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def collection(incidents: Sequence[Row], copies: int) -> Iterator[Told]:
    """The articles as they are, in a fixed order of the incidents that says nothing, and then those of the copies."""
    order = random.Random(SEED).sample(incidents, len(incidents))
    yield from (told for row in order for told in _told(row, 0))
    names = names_of(incidents)
    yield from (told for copy in range(1, copies) for row in order for told in _told(another(row, copy, names), copy))


def ends(told: Sequence[Told]) -> list[int]:
    """Where a collection can be cut off so that each incident in it is whole."""
    return [at for at in range(1, len(told)) if told[at].incident != told[at - 1].incident] + [len(told)]


def write(path: Path, told: Iterable[Told]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(one.record) + "\n" for one in told)


def _told(row: Row, copy: int) -> Iterator[Told]:
    for at, one in enumerate(row["articles"]):
        # No incident's name may stand in an id: ties are broken by ids.
        key = hashlib.sha256(f"{copy}/{row['cluster_id']}#{at}".encode()).hexdigest()[:16]
        yield Told(
            f"{copy}/{row['cluster_id']}",
            {
                "id": key,
                "title": one["title"],
                "text": f"{one['title']}\n\n{one['text']}",
                "published": one["date"],
                "publisher": one["outlet"],
            },
        )
