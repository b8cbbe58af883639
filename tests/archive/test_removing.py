"""What is taken out is gone: from every table, from the vectors, and from the bytes of the files."""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from discrepancy import archive
from discrepancy.archive.vectors import FILE
from discrepancy.embed import Vectors
from discrepancy.errors import ArchiveError
from discrepancy.events import Grouping
from tests.archive.stock import ENGINE, NOW, add, articles, dump, events, plain, problems, remove, rows, write
from tests.builders import WordEmbedder
from tests.events.stories import STORIES

OTHERS = ("quake-1", "fire-1", "fire-2")
GONE = "quake-2"
WORDS = ("Rescuers", "Zembla", "http://zembla.example", "found more bodies")
"""What stands in the source alone that is taken out, told of the same event as another."""


def sources(folder: Path) -> dict[str, Path]:
    paths = {name: write(folder / f"{name}.jsonl", name) for name in (*OTHERS, GONE)}
    row = json.loads(paths[GONE].read_text())
    row |= {"publisher": "Zembla", "url": "http://zembla.example", "title": f"{row['title']} in Zembla"}
    paths[GONE].write_text(json.dumps(row))
    return paths


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    """An archive that a source was taken out of, and one that never had it."""
    paths = sources(tmp_path)
    others = [paths[name] for name in OTHERS]
    add(tmp_path / "had", *others[:2])
    add(tmp_path / "had", paths[GONE], *others[2:])
    assert any(word in text for word in WORDS for text in texts(tmp_path / "had"))
    assert rows(tmp_path / "had", "SELECT COUNT(*) FROM discrepancies") == [(1,)]
    remove(tmp_path / "had", f"../{GONE}.jsonl#{GONE}")
    add(tmp_path / "never", *others[:2])
    add(tmp_path / "never", *others[2:])
    return tmp_path / "had", tmp_path / "never"


def texts(folder: Path) -> list[str]:
    """All that stands in the database, as text."""
    return [readable(value) for table in dump(folder).values() for row in table for value in row]


def readable(value: object) -> str:
    if isinstance(value, bytes):
        with suppress(zlib.error):
            value = zlib.decompress(value)
        return value.decode("utf-8", "replace")  # type: ignore[union-attr]
    return str(value)


def test_no_table_holds_anything_of_it(both: tuple[Path, Path]) -> None:
    had, _ = both
    assert [text for text in texts(had) if GONE in text or any(word in text for word in WORDS)] == []
    assert rows(had, "SELECT COUNT(*) FROM told") == [(0,)]
    assert problems(had) == ()


def test_no_file_holds_its_words_or_its_vector(both: tuple[Path, Path]) -> None:
    had, _ = both
    vector = WordEmbedder().encode([" ".join((STORIES[GONE][1], "in Zembla"))])[0]
    assert {path.name for path in had.iterdir()} == {"archive.sqlite", FILE}
    for path in had.iterdir():
        data = path.read_bytes()
        assert [word for word in WORDS if word.encode() in data] == []
        assert vector.astype("<f2").tobytes() not in data
    with archive.opened(had) as kept, kept.reading():
        ((slot,),) = kept.connection.execute("SELECT slot FROM freed").fetchall()
        assert kept.vectors.is_empty(slot)
        assert not kept.vectors.get(slot).any()


def test_the_archive_is_as_if_it_had_never_had_it(both: tuple[Path, Path]) -> None:
    had, never = both
    assert plain(had) == plain(never)
    with archive.opened(had) as one, archive.opened(never) as other:
        a, b = archive.report(one, ENGINE), archive.report(other, ENGINE)
    assert (a.statements, a.pairs, a.voices, a.events) == (b.statements, b.pairs, b.voices, b.events)


def test_it_may_come_again(both: tuple[Path, Path], tmp_path: Path) -> None:
    had, never = both
    add(had, tmp_path / f"{GONE}.jsonl")
    add(never, tmp_path / f"{GONE}.jsonl")
    assert plain(had) == plain(never)
    assert rows(had, "SELECT slot FROM freed") == [], "its row of vectors is used again"


def test_an_event_that_it_held_together_parts(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{n}.jsonl", n, event="x") for n in ("fire-1", "quake-1")]
    middle = write(tmp_path / "fire-2.jsonl", "fire-2")
    add(tmp_path / "a", *paths, middle)
    assert len(events(tmp_path / "a")) == 1
    remove(tmp_path / "a", "../fire-1.jsonl#fire-1")
    assert events(tmp_path / "a") == [["../fire-2.jsonl#fire-2"], ["../quake-1.jsonl#quake-1"]]
    assert problems(tmp_path / "a") == ()


def test_the_last_source_leaves_an_empty_archive(tmp_path: Path) -> None:
    add(tmp_path / "a", write(tmp_path / "a.jsonl", "fire-1", "fire-2"))
    remove(tmp_path / "a", "../a.jsonl#fire-1", "../a.jsonl#fire-2")
    held = {table: found for table, found in dump(tmp_path / "a").items() if found}
    assert set(held) == {"facts", "freed", "sqlite_sequence"}
    assert not np.fromfile(tmp_path / "a" / FILE, "<f2").any()
    assert problems(tmp_path / "a") == ()


def test_one_that_is_not_there_leaves_all_the_others(tmp_path: Path) -> None:
    add(tmp_path / "a", write(tmp_path / "a.jsonl", "fire-1", "fire-2"))
    before = dump(tmp_path / "a")
    with pytest.raises(
        ArchiveError, match=r"holds no source b\.txt: 'discrepancy archive list --archive .*' shows them"
    ):
        remove(tmp_path / "a", "../a.jsonl#fire-1", "b.txt")
    assert dump(tmp_path / "a") == before


def test_one_that_is_named_twice_is_taken_out_once(tmp_path: Path) -> None:
    add(tmp_path / "a", write(tmp_path / "a.jsonl", "fire-1", "fire-2"))
    remove(tmp_path / "a", "../a.jsonl#fire-1", "../a.jsonl#fire-1")
    assert events(tmp_path / "a") == [["../a.jsonl#fire-2"]]


def test_what_fails_in_the_midst_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The row of vectors that a removed source left was written to by then: it is nobody's all the same."""
    first, second = write(tmp_path / "a.jsonl", "fire-1"), write(tmp_path / "b.jsonl", "fire-2")
    add(tmp_path / "a", first, second)
    remove(tmp_path / "a", "../b.jsonl#fire-2")
    before = dump(tmp_path / "a")
    with archive.opened(tmp_path / "a") as kept:
        with monkeypatch.context() as patch:
            patch.setattr(Grouping, "settle", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                archive.take_in(kept, articles(second), ENGINE, NOW)
        assert dump(tmp_path / "a") == before
        assert archive.checked(kept).problems == ()
        archive.take_in(kept, articles(second), ENGINE, NOW)
    assert events(tmp_path / "a") == [["../a.jsonl#fire-1", "../b.jsonl#fire-2"]]
    assert problems(tmp_path / "a") == ()


def test_an_edit_that_fails_leaves_the_older_version_its_vector(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.jsonl", "fire-1")
    add(tmp_path / "a", path)
    path.write_text(path.read_text().replace("kitchen", "cellar").replace("Two people died", "Nobody was hurt"))
    with archive.opened(tmp_path / "a") as kept, monkeypatch.context() as patch:
        before = vector(kept)
        patch.setattr(Grouping, "compare", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            archive.take_in(kept, articles(path), ENGINE, NOW)
        assert (vector(kept) == before).all()
    add(tmp_path / "a", path)
    with archive.opened(tmp_path / "a") as kept:
        assert (vector(kept) != before).any()


def vector(kept: archive.Archive) -> Vectors:
    with kept.reading():
        ((slot,),) = kept.connection.execute("SELECT slot FROM articles").fetchall()
        return kept.vectors.get(slot)
