"""A process that is killed at any moment leaves an archive that opens, with each article whole or not in it."""

from __future__ import annotations

import json
import random
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from discrepancy import archive
from discrepancy.archive import adding, vectors
from discrepancy.model import Article
from tests.archive import children
from tests.archive.stock import articles, plain, put, remove
from tests.builders import WordEmbedder

KILLS = 100
BATCH = 3
REMOVED = "../b.jsonl#b"
TEXTS = {
    "a": ("2023-11-20", "At least 40 people were killed in an earthquake in Sarvan, governor Amir Tolan said."),
    "b": ("2023-11-21", "Rescuers said 51 people were killed in the earthquake in Sarvan."),
    "c": ("2023-11-22", "Governor Amir Tolan said 63 people were killed in the earthquake in Sarvan."),
    "d": ("2024-05-07", "Ole and Signe Brandt died in a fire on Tanner Street in Norrhamn, Mats Ekdal said."),
    "e": ("2024-05-08", "Norrhamn mourns Ole and Signe Brandt, who died in the fire on Tanner Street."),
    "f": ("2024-02-14", "Halvorsen Shipping will buy Baltic Lines for 2.4 billion euros, Ingrid Moe said."),
    "g": ("2024-02-15", "Halvorsen Shipping buys Baltic Lines for 2.1 billion euros, said Ingrid Moe."),
    "h": ("2024-06-02", "Darnell Hobbs, 17, was shot dead outside the Regal cinema in Easton."),
    "i": ("2024-06-05", "Kyle Renner was arrested in Easton over the death of Darnell Hobbs, 18."),
    "j": ("2023-02-03", "An earthquake on the Polena coast killed 12 people, mayor Rosa Quint said."),
}


Articles = tuple[Article, ...]


def written(folder: Path) -> list[Path]:
    paths = []
    for name, (published, text) in TEXTS.items():
        paths.append(folder / f"{name}.jsonl")
        paths[-1].write_text(json.dumps({"id": name, "text": text, "published": published}))
    return paths


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Articles:
    monkeypatch.setattr(adding, "POOLED", BATCH)
    monkeypatch.setattr(vectors, "GROWTH", BATCH)
    return articles(*written(tmp_path))


def adding_all(folder: Path, given: Articles) -> None:
    put(folder, given)


def removing_one(folder: Path, given: Articles) -> None:
    """All are put in, one is taken out, and put in again."""
    put(folder, given)
    if not (folder / "removed").exists():
        remove(folder, REMOVED)
        (folder / "removed").touch()
    put(folder, given)


WORKS = (adding_all, adding_all, removing_one)
"""What the processes are at that are killed."""


def after(events: int, do: Callable[[], object]) -> None:
    """Do it, and be killed before that many steps of it are done: statements of SQL, and writes of vectors."""
    left = events

    def step(*_: object) -> None:
        nonlocal left
        if not left:
            children.die()
        left -= 1

    with pytest.MonkeyPatch.context() as patch, children.statements(patch, step):
        for name in ("put", "wipe", "flush", "_grow"):
            patch.setattr(vectors.VectorFile, name, stepping(getattr(vectors.VectorFile, name), step))
        do()


def stepping(call: Callable[..., object], step: Callable[[], None]) -> Callable[..., object]:
    def stepped(*arguments: object) -> object:
        step()
        return call(*arguments)

    return stepped


def in_time(seconds: float, do: Callable[[], object]) -> None:
    """Do it, and be killed when that much of the processor's time is spent, wherever it is: inside SQLite too."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    do()


def steps(do: Callable[[], object]) -> int:
    """How many steps it has."""
    found = 0

    def count(*_: object) -> None:
        nonlocal found
        found += 1

    with pytest.MonkeyPatch.context() as patch, children.statements(patch, count):
        do()
    return found


def test_a_hundred_kills_leave_a_whole_archive(tmp_path: Path, given: Articles) -> None:
    length = {work: steps(partial(work, tmp_path / work.__name__, given)) for work in WORKS}
    wanted = {work: plain(tmp_path / work.__name__) for work in WORKS}
    draw = random.Random(13)
    killed, finished = 0, 0
    while killed < KILLS:
        folder, work = tmp_path / str(finished), WORKS[finished % len(WORKS)]
        kill = (
            partial(after, draw.randrange(length[work])) if killed % 3 else partial(in_time, draw.uniform(0.001, 0.1))
        )
        ended = children.done(partial(kill, partial(work, folder, given)))
        assert ended in (0, -signal.SIGKILL, -signal.SIGPROF)
        check_whole(folder, wanted[work])
        if ended == 0:
            assert plain(folder) == wanted[work]
        killed, finished = killed + (ended != 0), finished + (ended == 0)
    assert children.done(partial(work, folder, given)) == 0
    assert plain(folder) == wanted[work]


def check_whole(folder: Path, wanted: dict[str, list[Any]]) -> None:
    """It opens, nothing in it is wrong, and what it holds of an article is all there is of it."""
    with archive.opened(folder, create=True) as kept:
        assert archive.checked(kept).problems == ()
        slots = dict(kept.connection.execute("SELECT id, slot FROM articles").fetchall())
        vectors_ = {name: kept.vectors.get(slot) for name, slot in slots.items()}
    found = plain(folder)
    assert unmarked(found) == [row for row in unmarked(wanted) if row[0] in slots]
    assert found["names"] == [(word, name) for word, name in wanted["names"] if name in slots]
    for name in slots:
        assert of(found["statements"], name) in ([], of(wanted["statements"], name))
        lead = WordEmbedder().encode([f". {TEXTS[name[-1]][1]}"])[0]
        assert (vectors_[name] == lead.astype(np.float16).astype(np.float32)).all()


def unmarked(found: dict[str, list[Any]]) -> list[Any]:
    """The articles without what their lines are, which hangs on the others of their event."""
    return [row[:-1] for row in found["articles"]]


def of(rows: list[Any], name: str) -> list[Any]:
    return [row for row in rows if row[0] == name]
