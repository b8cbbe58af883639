"""The engine on a real cluster: two worker processes on this machine, which die now and then."""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from itertools import repeat
from pathlib import Path
from time import monotonic

import pytest

from discrepancy import cli, embed, engines, events, parse
from discrepancy.cache import Cache
from discrepancy.clean import mark
from discrepancy.engines import Engine, cluster
from discrepancy.errors import EngineError
from discrepancy.settings import Settings
from discrepancy.stages import Group
from tests.builders import WordEmbedder
from tests.engines import clusters, words
from tests.events.stories import STORIES, articles, known

Capture = pytest.CaptureFixture[str]

SENT = 3
"""Articles of a batch, so that a few articles are several."""
WORKERS = 2


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cluster")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with clusters.scheduler() as found, clusters.workers(found, folder, WORKERS):
        yield found


@pytest.fixture(autouse=True)
def like_the_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embed, "load", lambda *_: WordEmbedder())
    monkeypatch.setattr(parse, "load", lambda *_: words.NoParser())
    monkeypatch.setattr(cluster, "TOGETHER", SENT)
    monkeypatch.setattr(cluster, "LEADS", SENT)


def on(address: str) -> Settings:
    return Settings(nli_model="off", cache="off", engine=f"dask://{address}")


def written(path: Path, **publishers: str) -> Path:
    """A file of all stories, some from other publishers."""
    rows = (
        {
            "id": name,
            "published": day,
            "title": title,
            "text": text,
            "publisher": publishers.get(name),
        }
        for name, (day, title, text) in STORIES.items()
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def compared(path: Path, *options: str) -> bytes:
    """The report on the articles in a file, as JSON."""
    output = path.with_suffix(".json")
    chosen = ["--nli-model", "off", "--cache", "off", "--format", "json", "--output", str(output), *options]
    with pytest.raises(SystemExit) as ended:
        cli.main(["compare", str(path), *chosen])
    assert not ended.value.code
    return output.read_bytes()


def test_a_cluster_gives_the_same_bytes_as_one_machine(address: str, tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl")
    found = compared(path, "--engine", f"dask://{address}")
    assert json.loads(found)["discrepancies"]
    assert found == compared(path)


def test_the_events_are_those_of_one_machine(address: str, tmp_path: Path, capsys: Capture) -> None:
    path = written(tmp_path / "a.jsonl")
    told = []
    for options in ([], ["--engine", f"dask://{address}"]):
        with pytest.raises(SystemExit):
            cli.main(["events", str(path), *options])
        told.append(capsys.readouterr().out)
    assert told[0].count("like a.jsonl") > SENT
    assert told[0] == told[1]


def test_a_worker_that_dies_in_the_middle_costs_nothing_else(address: str, folder: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", **{"quake-1": words.ONCE})
    found = compared(path, "--engine", f"dask://{address}")
    assert (folder / words.DIED).exists()
    assert found == compared(path)


def test_what_ends_every_worker_ends_the_run_with_a_line(address: str, tmp_path: Path, capsys: Capture) -> None:
    path = written(tmp_path / "a.jsonl", **{"quake-1": words.ALWAYS})
    with pytest.raises(SystemExit) as ended:
        cli.main(["compare", str(path), "--nli-model", "off", "--engine", f"dask://{address}"])
    assert ended.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"discrepancy: {clusters.FAILURES + 1} workers died one after the other over ")
    assert "quake-1" in line


def test_events_are_asked_for_as_they_are_needed(address: str) -> None:
    given = articles(["fire-1", "fire-2"])
    taken: list[Group] = []

    def groups() -> Iterator[Group]:
        for group in repeat(given):
            taken.append(group)
            yield group

    with engines.opened(on(address), Cache.none()) as engine:
        comparisons = engine.compare(groups(), mark(given))
        first = next(comparisons)
        assert len(taken) <= SENT * cluster.AHEAD * WORKERS
        assert {id(statement.article) for statement in first.statements} == set(map(id, given))
        comparisons.close()
        assert none_left(engine), "what nobody waits for any more is cancelled"


def none_left(engine: Engine) -> bool:
    """Whether the scheduler comes to have no tasks."""
    assert isinstance(engine, cluster.Cluster)
    end = monotonic() + clusters.STARTS
    while engine.client.run_on_scheduler(_tasks):
        if monotonic() > end:
            return False
    return True


def _tasks(dask_scheduler: object) -> int:
    return len(dask_scheduler.tasks)  # type: ignore[attr-defined]


def test_an_event_is_told_in_the_order_of_the_events(address: str) -> None:
    given = articles()
    found = events.find(given, known(given))
    groups = list(events.split(given, found))
    with engines.opened(on(address), Cache.none()) as engine:
        seen = [comparison.statements for comparison in engine.compare(groups, mark(given))]
    assert [{one.article.id for one in statements} for statements in seen] == [{a.id for a in one} for one in groups]


def test_workers_of_another_version_are_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "__version__", "9.9")
    with pytest.raises(EngineError, match=r"^the scheduler has discrepancy \d.*, and not 9\.9: install the same"):
        enter(address)


def test_workers_with_another_model_are_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WordEmbedder, "identity", "other words")
    with pytest.raises(EngineError, match=r"^worker tcp://.* has embedding model words, and not other words"):
        enter(address)


def test_a_scheduler_without_workers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with clusters.scheduler() as alone:
        monkeypatch.setattr(cluster, "PATIENCE", 2.0)
        with pytest.raises(EngineError, match=rf"has no workers: start some with `dask worker {alone}`"):
            enter(alone)


def test_a_scheduler_that_goes_in_the_middle_is_told(tmp_path: Path) -> None:
    given = articles(["fire-1", "fire-2"])
    with (
        clusters.scheduler() as gone,
        clusters.workers(gone, tmp_path, 1),
        engines.opened(on(gone), Cache.none()) as engine,
    ):
        assert isinstance(engine, cluster.Cluster)
        comparisons = engine.compare(repeat(given), mark(given))
        next(comparisons)
        with suppress(OSError):
            engine.client.run_on_scheduler(os._exit, 1)
        with pytest.raises(EngineError, match=r"^the Dask scheduler has gone"):
            deque(comparisons, maxlen=0)


def enter(address: str) -> None:
    with engines.opened(on(address), Cache.none()):
        pytest.fail("there is an engine")
