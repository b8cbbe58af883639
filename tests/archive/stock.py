"""Archives of the short stories, made and compared with no model at all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from discrepancy import archive
from discrepancy.archive import News, Taken
from discrepancy.archive.database import FILE
from discrepancy.loaders import load
from discrepancy.model import Article
from discrepancy.nli import NoJudge
from discrepancy.parse import Tokens
from discrepancy.pipeline import Models
from discrepancy.settings import Settings
from tests.builders import WordEmbedder
from tests.events.stories import STORIES

NOW = "2024-06-10T08:00:00+00:00"
SETTINGS = Settings(nli_model="off", cache="off")


class NoParser:
    """A parser that knows no text: each statement is one claim."""

    identity = "none"

    def parse(self, texts: Sequence[str]) -> list[Tokens]:
        return [()] * len(texts)


MODELS = Models(NoParser(), WordEmbedder(), NoJudge())


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


def add(folder: Path, *paths: Path, now: str = NOW, models: Models = MODELS) -> tuple[Taken, list[News]]:
    """Put what stands at `paths` into the archive in `folder`, and compare what is to be compared."""
    with archive.opened(folder, create=True) as kept:
        taken = archive.take_in(kept, articles(*paths), models, now)
        return taken, list(archive.bring_up_to_date(kept, models, SETTINGS))


def remove(folder: Path, *idents: str, models: Models = MODELS) -> None:
    with archive.opened(folder) as kept:
        kept.remove(*idents)
        list(archive.bring_up_to_date(kept, models, SETTINGS))


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
