"""`discrepancy events`, with the model replaced by words."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from tests.builders import WordEmbedder
from tests.events.stories import STORIES

import hostile
from discrepancy import cli, embed

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(embed, "load", lambda *_: WordEmbedder())
    monkeypatch.setenv("DISCREPANCY_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


def write(path: Path, *names: str, **more: str) -> None:
    rows = [{"id": n, "title": STORIES[n][1], "text": STORIES[n][2], "published": STORIES[n][0], **more} for n in names]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(["events", *arguments])
    return int(ended.value.code or 0)


def test_events_are_listed_with_their_articles_and_reasons(capsys: Capture) -> None:
    write(Path("a.jsonl"), "fire-1", "quake-1", "fire-2")
    assert run("a.jsonl") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("3 articles, 2 events\n\n1. Two killed in fire on Tanner Street (2 articles)\n")
    assert "\n      like a.jsonl#fire-1: names in both: " in shown
    assert "1 article of an event that no other tells of\n   a.jsonl#quake-1: " in shown


def test_json_is_for_programs(capsys: Capture) -> None:
    write(Path("a.jsonl"), "fire-1", "quake-1", "fire-2")
    assert run("a.jsonl", "--format", "json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["version"] == 1
    assert [[one["id"] for one in event["articles"]] for event in document["events"]] == [
        ["a.jsonl#fire-1", "a.jsonl#fire-2"],
        ["a.jsonl#quake-1"],
    ]
    second = document["events"][0]["articles"][1]
    assert second["nearest"] == "a.jsonl#fire-1"
    assert {"signal": "published", "value": "1 day apart"} in second["why"]


def test_an_event_set_by_hand_is_believed(capsys: Capture) -> None:
    write(Path("a.jsonl"), "fire-1", "quake-1")
    Path("sources.toml").write_text('["a.jsonl"]\nevent = "Bad week"\n')
    assert run("a.jsonl") == 0
    shown = capsys.readouterr().out
    assert "2 articles, 1 event\n" in shown
    assert "event set by hand: Bad week" in shown


@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_of_an_article_reaches_the_terminal(form: str, capsys: Capture) -> None:
    texts = [text for text in hostile.TEXTS if len(text) < 1000]
    rows = [{"id": str(at), "title": one, "text": f"{one} A fire.", "event": one} for at, one in enumerate(texts)]
    Path("a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert run("a.jsonl", "--format", form) == 0
    shown = capsys.readouterr()
    acting = {char for char in shown.out + shown.err if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    assert acting <= {"\n"}


def test_nothing_to_read_is_one_line(capsys: Capture) -> None:
    Path("empty").mkdir()
    assert run("empty") == 2
    assert capsys.readouterr().err.count("\n") == 1
