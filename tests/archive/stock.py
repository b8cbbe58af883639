"""Archives of the short stories, made and compared with no model at all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from discrepancy import archive
from discrepancy.archive import Archive, StoredEvent, Taken
from discrepancy.archive.database import FILE
from discrepancy.cache import key_of
from discrepancy.engines import Engine
from discrepancy.engines.local import Local
from discrepancy.loaders import load
from discrepancy.model import Article, Report
from discrepancy.nli import NoJudge
from discrepancy.parse import Tokens
from discrepancy.settings import Settings
from discrepancy.stages import Models
from tests.builders import WordEmbedder
from tests.events.stories import STORIES

NOW = "2024-06-10T08:00:00+00:00"
SETTINGS = Settings(nli_model="off", cache="off")


class NoParser:
    """A parser that knows no text: each statement is one claim."""

    identity = "words"

    def parse(self, texts: Sequence[str]) -> list[Tokens]:
        return [()] * len(texts)


MODELS = Models(NoParser(), WordEmbedder(), NoJudge())
ENGINE = Local(MODELS, SETTINGS)


class Keeping:
    """A parser and an embedder whose results are kept as those of the real ones are."""

    identity = "words"
    number_format = "float32"

    def __init__(self, kept: Archive) -> None:
        self._values = kept.values

    def parse(self, texts: list[str]) -> list[Tokens]:
        self._keep("parse", texts)
        return [()] * len(texts)

    def encode(self, texts: list[str]) -> Any:
        self._keep("embed", texts)
        return WordEmbedder().encode(texts)

    def _keep(self, space: str, texts: list[str]) -> None:
        keys = [key_of(text) for text in texts]
        known = self._values.get_many(space, keys)
        made = {key: text.encode() for key, text in zip(keys, texts, strict=True) if key not in known}
        self._values.put_many(space, made)


def keeping(kept: Archive) -> Engine:
    both = Keeping(kept)
    return Local(Models(both, both, NoJudge()), SETTINGS)


def write(path: Path, *names: str, **more: str) -> Path:
    """The stories of these names as a file of records."""
    rows = [{"id": n, "title": STORIES[n][1], "text": STORIES[n][2], "published": STORIES[n][0], **more} for n in names]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def separate(folder: Path, names: Iterable[str] = STORIES) -> list[Path]:
    """Each story in a file of its own."""
    return [write(folder / f"{name}.jsonl", name) for name in names]


def articles(*paths: Path) -> tuple[Article, ...]:
    return load([str(path) for path in paths], SETTINGS).articles


@dataclass(frozen=True, slots=True)
class Added:
    """What became of some sources, which events were compared then, and what a reader was told."""

    taken: Taken
    compared: list[StoredEvent]
    news: Report


def add(folder: Path, *paths: Path, now: str = NOW, engine: Engine | None = None) -> Added:
    """Put what stands at `paths` into the archive in `folder`, compare what is to be compared, and tell what is new."""
    return put(folder, articles(*paths), now, engine)


def put(folder: Path, given: Sequence[Article], now: str = NOW, engine: Engine | None = None) -> Added:
    """Put articles into the archive in `folder`, compare what is to be compared, and tell what is new."""
    with archive.opened(folder, create=True) as kept:
        chosen = engine or keeping(kept)
        taken = archive.take_in(kept, given, chosen, now)
        compared = list(archive.bring_up_to_date(kept, chosen))
        return Added(taken, compared, told(kept, chosen))


def told(kept: Archive, engine: Engine) -> Report:
    """What is new, once a reader was told of it."""
    news = archive.news_report(kept, engine)
    kept.tell(news.discrepancies)
    return news


def remove(folder: Path, *idents: str) -> None:
    """Take sources out of the archive in `folder`, compare what is to be compared, and tell what is new."""
    with archive.opened(folder) as kept:
        kept.remove(*idents)
        list(archive.bring_up_to_date(kept, keeping(kept)))
        told(kept, keeping(kept))


def problems(folder: Path) -> tuple[str, ...]:
    with archive.opened(folder) as kept:
        return archive.checked(kept).problems


def events(folder: Path) -> list[list[str]]:
    """The ids of each event's articles."""
    with archive.opened(folder) as kept, kept.reading():
        return sorted(sorted(one.id for one in event.articles) for event in archive.chosen(kept))


def rows(folder: Path, query: str, *values: object) -> list[tuple[object, ...]]:
    """What the database itself holds."""
    connection = sqlite3.connect(folder / FILE)
    try:
        return connection.execute(query, values).fetchall()
    finally:
        connection.close()


def dump(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    tables = [name for (name,) in rows(folder, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {str(name): rows(folder, f"SELECT * FROM {name}") for name in tables}  # noqa: S608 - its own


def plain(folder: Path) -> dict[str, list[Any]]:
    """What an archive holds, without the numbers that rows happen to have."""
    keyless = {
        "articles": "SELECT id, path, sha256, text, title, profile, lines FROM articles",
        "events": (
            "SELECT (SELECT json_group_array(id) FROM (SELECT id FROM articles WHERE event = events.key ORDER BY id)) "
            "FROM events"
        ),
        "names": "SELECT name, id FROM names JOIN articles ON key = article",
        "words": "SELECT * FROM words",
        "alike": (
            "SELECT one.id, two.id FROM alike JOIN articles AS one ON a = one.key JOIN articles AS two ON b = two.key"
        ),
        "statements": "SELECT id, place, start, stop, kind FROM statements JOIN articles ON articles.key = article",
        "mentions": (
            "SELECT id, place, mentions.kind, mentions.start, mentions.value FROM mentions JOIN statements "
            "ON statements.key = statement JOIN articles ON articles.key = article"
        ),
        "discrepancies": "SELECT fingerprint, kind, severity, summary FROM discrepancies",
        "made": "SELECT space, name, value FROM made",
        "uses": (
            "SELECT id, space, name FROM uses JOIN made ON made.key = made JOIN articles ON articles.event = uses.event"
        ),
        "told": "SELECT * FROM told",
        "untold": "SELECT fingerprint, pair FROM untold JOIN discrepancies USING (event, place)",
    }
    return {table: sorted(rows(folder, query)) for table, query in keyless.items()}
