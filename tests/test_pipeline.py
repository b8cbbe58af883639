"""What is compared with what: the engine over several events, with the model of vectors replaced by words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from discrepancy import embed, pipeline, stages
from discrepancy.model import Report
from discrepancy.opening import Opening
from discrepancy.settings import Settings
from tests.builders import WordEmbedder
from tests.events.stories import STORIES

pytestmark = pytest.mark.models

SETTINGS = Settings(nli_model="off", cache="off")


@pytest.fixture(autouse=True)
def words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embed, "load", lambda *_: WordEmbedder())


def compared(folder: Path, **events: str) -> Report:
    rows = [
        {"id": name, "title": STORIES[name][1], "text": STORIES[name][2], "published": STORIES[name][0]}
        | ({"event": events[name.partition("-")[0]]} if name.partition("-")[0] in events else {})
        for name in ("quake-1", "fire-1", "quake-2", "fire-2")
    ]
    (folder / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return pipeline.compare([str(folder / "a.jsonl")], SETTINGS)


def test_only_articles_of_one_event_are_compared(tmp_path: Path) -> None:
    report = compared(tmp_path)
    event_of = {article: event.id for event in report.events for article in event.articles}
    assert len(report.events) == 2
    assert {tuple(sorted({event_of[c.statement.article.id] for c in (pair.a, pair.b)})) for pair in report.pairs} == {
        ("a.jsonl#fire-1",),
        ("a.jsonl#quake-1",),
    }
    tolls = [found for found in report.discrepancies if {side.value for side in found.sides} == {"At least 40", "63"}]
    assert tolls, "what differs inside an event is found"
    assert report.notes[-1].startswith("4 articles tell of 2 events")
    assert len(report.statements) == len({statement.key for statement in report.statements})


def test_one_event_is_one_comparison_without_a_note(tmp_path: Path) -> None:
    report = compared(tmp_path, quake="all", fire="all")
    assert [event.id for event in report.events] == ["all"]
    assert report.notes == ()
    assert [statement.article.id for statement in report.statements] == sorted(
        (statement.article.id for statement in report.statements),
        key=["a.jsonl#quake-1", "a.jsonl#fire-1", "a.jsonl#quake-2", "a.jsonl#fire-2"].index,
    )


def test_an_event_is_compared_alike_by_itself_and_beside_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = compared(tmp_path)
    monkeypatch.setattr(stages, "POOLED", 1)
    assert compared(tmp_path) == together


def test_models_are_opened_beside_the_reading_when_there_is_something_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    monkeypatch.setattr(Opening, "begin", lambda self: begun.append("parser"))
    settings = Settings(nli_model="off", cache=str(tmp_path / "cache"))
    (tmp_path / "a.txt").write_text("At least 40 people were killed in the quake, the mayor said.")
    pipeline.compare([str(tmp_path / "a.txt")], settings)
    pipeline.compare([str(tmp_path / "a.txt")], settings)
    assert begun == ["parser"], "nothing is opened for what was read before"
    (tmp_path / "b.txt").write_text("At least 63 people were killed in the quake, the army said.")
    pipeline.compare([str(tmp_path)], settings)
    assert begun == ["parser", "parser"]
