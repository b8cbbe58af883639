"""`discrepancy add --feed` and `discrepancy watch`: sources that keep coming into an archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.builders import WordEmbedder

from discrepancy import archive, cli, embed, feeds
from discrepancy.commands import _watch
from discrepancy.errors import InputError
from discrepancy.feeds import Fetched, Validators
from discrepancy.loaders import Collection

pytestmark = pytest.mark.models

Capture = pytest.CaptureFixture[str]
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Norrhamn Daily</title><language>en</language>'
    "{}</channel></rss>"
)
ITEM = (
    "<item><title>{0} killed in a fire in Norrhamn</title><guid>{1}</guid>"
    "<pubDate>Mon, 06 May 2024 1{1}:00:00 GMT</pubDate><description>"
    "{0} people were killed in a fire on Tanner Street in Norrhamn on Sunday, {2} said.</description></item>"
)
TWO, THREE = ITEM.format("Two", 1, "police"), ITEM.format("Three", 2, "the fire brigade")


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(embed, "load", lambda *_: WordEmbedder())
    monkeypatch.chdir(tmp_path)
    Path("discrepancy.toml").write_text('nli-model = "off"\n')
    return tmp_path


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main([*arguments, "--archive", "desk"])
    return int(ended.value.code or 0)


def write(*items: str) -> None:
    Path("feed.xml").write_text(FEED.format("".join(items)), encoding="utf-8")


def test_a_feed_that_grew_shows_what_is_new_and_only_that(capsys: Capture) -> None:
    write(TWO)
    assert run("add", "--feed", "feed.xml") == 0
    first = capsys.readouterr()
    assert first.out == ""
    assert first.err == (
        "discrepancy: 1 new article, 0 new versions, 0 known already; 1 event compared, 0 new discrepancies\n"
    )
    write(TWO, THREE)
    assert run("add", "--feed", "feed.xml", "--format", "line") == 0
    assert "feed.xml#2" in (second := capsys.readouterr()).out
    assert "1 new article, 0 new versions, 1 known already; 1 event compared, " in second.err
    assert run("add", "--feed", "feed.xml") == 0
    assert capsys.readouterr().out == ""


def test_an_entry_that_was_edited_takes_the_place_of_its_older_version(capsys: Capture) -> None:
    write(TWO, THREE)
    run("add", "--feed", "feed.xml")
    write(TWO, THREE.replace("Three", "Four"))
    assert run("add", "--feed", "feed.xml", "--format", "line") == 0
    assert "0 new articles, 1 new version, 1 known already" in capsys.readouterr().err
    assert run("compare") == 0
    shown = capsys.readouterr().out
    assert "Four" in shown
    assert "Three" not in shown


def test_the_first_entries_of_two_feeds_are_two_sources(capsys: Capture) -> None:
    write(TWO)
    Path("other.xml").write_text(FEED.format(THREE.replace("<guid>2", "<guid>1")), encoding="utf-8")
    assert run("add", "--feed", "feed.xml", "--feed", "other.xml") == 0
    assert "2 new articles" in capsys.readouterr().err
    assert run("archive", "list") == 0
    assert [line.split()[-1] for line in capsys.readouterr().out.splitlines()] == ["../feed.xml#1", "../other.xml#1"]


def test_a_feed_that_cannot_be_read_costs_no_other(capsys: Capture) -> None:
    write(TWO)
    assert run("add", "--feed", "missing.xml", "--feed", "feed.xml") == 0
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "discrepancy: missing.xml does not exist: check the path"
    assert "1 new article" in lines[1]
    assert run("add", "--feed", "missing.xml") == 2
    assert capsys.readouterr().err == "discrepancy: missing.xml does not exist: check the path\n"


def test_without_a_source_nothing_is_made(here: Path, capsys: Capture) -> None:
    assert run("add") == 2
    assert "give at least one PATH, or --feed FEED" in capsys.readouterr().err
    assert not (here / "desk").exists()


def test_an_address_is_asked_for_what_changed_once_its_entries_are_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Validators] = []

    def read(source: str, settings: object, validators: Validators) -> Fetched:
        asked.append(validators)
        return Fetched(Collection(()), Validators(f"v{len(asked)}", None))

    monkeypatch.setattr(feeds, "read", read)
    for _ in range(2):
        run("add", "--feed", "https://news.example/feed.xml")
    assert asked == [feeds.NOTHING_KNOWN, Validators("v1", None)]

    def breaks(*_: object) -> None:
        raise InputError("the disk is full")

    monkeypatch.setattr(archive, "take_in", breaks)
    run("add", "--feed", "https://news.example/feed.xml")
    run("add", "--feed", "https://news.example/feed.xml")
    assert asked[2:] == [Validators("v2", None), Validators("v2", None)], "what was not taken in is asked for again"


def test_watching_adds_what_comes_and_shows_only_what_is_new(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def changes(watched: _watch.Watched, every: float | None) -> Iterator[set[str]]:
        assert watched.wants(str(here / "feed.xml"))
        assert every == 120
        write(TWO, THREE)
        yield {str(here / "feed.xml")}
        Path("feed.xml").write_text("no feed")
        yield set()
        raise KeyboardInterrupt

    monkeypatch.setattr(_watch, "changes", changes)
    write(TWO)
    assert run("watch", "--feed", "feed.xml", "--every", "2", "--format", "line") == 0
    out, err = capsys.readouterr()
    assert out.count("feed.xml#2") == 1
    first, changed, second, broken = err.splitlines()
    assert "1 new article" in first
    assert changed == "discrepancy: changed: feed.xml"
    assert "1 new article, 0 new versions, 1 known already" in second
    assert broken.startswith("discrepancy: feed.xml ")
