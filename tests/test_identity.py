from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from discrepancy.identity import normalise, pair_key, smallest_key, source_key
from discrepancy.loaders import load
from discrepancy.model import Position, Statement
from tests.values import article


def position(text: str, words: str, before: str = "") -> Position:
    source = article("a", before + text)
    start = len(before) + text.index(words)
    return Position(Statement(source, len(before), len(before + text)), words, ((start, start + len(words)),))


KILLED = position("It killed 31 and injured 40.", "killed 31")
INJURED = position("It killed 31 and injured 40.", "injured 40")
OTHER = position("At least 43 died.", "43")


def test_either_order_gives_one_key() -> None:
    assert pair_key(KILLED, OTHER) == pair_key(OTHER, KILLED)


def test_two_highlights_of_one_sentence_are_two() -> None:
    assert pair_key(KILLED, OTHER) != pair_key(INJURED, OTHER)


def test_offsets_and_typography_are_not_in_the_key() -> None:
    moved = position("It  killed 31 and injured 40.", "killed 31", before="A new first line.\n")
    assert pair_key(moved, OTHER) == pair_key(KILLED, OTHER)


def test_value_and_certainty_are_not_in_the_key() -> None:
    assert pair_key(replace(KILLED, value="31", normalized="31"), OTHER) == pair_key(KILLED, OTHER)


def test_normalise_keeps_words_alone() -> None:
    assert normalise("“Don’t”,  he SAID…") == normalise('"don\'t" he said')


@pytest.mark.parametrize(
    ("ident", "path", "key"),
    [
        ("a.txt", "articles/a.txt", "articles/a.txt"),
        ("articles/a.txt", "articles/a.txt", "articles/a.txt"),
        ("here/articles/a.txt", "articles/a.txt", "articles/a.txt"),
        ("a.txt", "../a.txt", "../a.txt"),
        ("harbour-1", "articles/a.txt", "harbour-1"),
        ("x.txt", "articles/a.txt", "x.txt"),
        ("day.jsonl#7", "archive/day.jsonl", "archive/day.jsonl#7"),
        ("archive/day.jsonl#a/b#c", "archive/day.jsonl", "archive/day.jsonl#a/b#c"),
        ("harbour-7", "archive/day.jsonl", "harbour-7"),
        ("-", "-", "-"),
    ],
)
def test_a_source_key_does_not_depend_on_the_call(
    ident: str, path: str, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert source_key(replace(article("a", "x"), id=ident, path=path), tmp_path / "here") == key


def test_a_source_key_is_relative_to_the_folder_of_the_review_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    source = replace(article("a", "x"), id="a.txt", path="news/may/a.txt")
    assert source_key(source, Path("news")) == "may/a.txt"
    assert source_key(source, tmp_path / "news" / "may") == "a.txt"
    assert source_key(source, tmp_path / "reviews") == "../news/may/a.txt"
    assert source_key(replace(source, path=str(tmp_path / "news/may/a.txt")), Path("news")) == "may/a.txt"
    assert source_key(replace(source, id="-", path="-"), Path("news")) == "-"


def test_every_call_that_reads_a_file_gives_it_one_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The harbour bridge was closed on Friday after an inspector found cracks in two of its pillars.\n"
    news = tmp_path / "news"
    (news / "may").mkdir(parents=True)
    (news / "a.txt").write_text(text)
    (news / "may" / "b.txt").write_text(text * 2)
    (news / "may" / "c.txt").write_text(text * 3)
    (news / "may" / "day.jsonl").write_text(json.dumps({"id": "7", "text": text * 4}) + "\n")
    (news / "may" / "sources.toml").write_text('["c.txt"]\nid = "harbour-1"\n')
    calls: list[tuple[Path, list[str | Path]]] = [
        (tmp_path, ["news"]),
        (tmp_path, ["."]),
        (tmp_path, [news]),
        (news, [".", "../news/may"]),
        (news / "may", ["../a.txt", "b.txt", "c.txt", "day.jsonl"]),
        (news / "may", ["b.txt", "c.txt", "day.jsonl"]),
    ]
    keys = []
    for folder, paths in calls:
        monkeypatch.chdir(folder)
        keys.append({source_key(one, news) for one in load(paths).articles})
    whole = {"a.txt", "may/b.txt", "harbour-1", "may/day.jsonl#7"}
    assert keys == [whole] * 5 + [whole - {"a.txt"}]


def test_a_folder_named_through_a_link_is_the_same_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "news")
    monkeypatch.chdir(tmp_path / "news")
    assert source_key(replace(article("a", "x"), id="a.txt", path="a.txt"), tmp_path / "link") == "a.txt"


def test_the_smallest_key_of_two_sides_is_one_of_their_pair_keys() -> None:
    keys = {pair_key(KILLED, OTHER), pair_key(INJURED, OTHER)}
    assert smallest_key([KILLED, INJURED], [OTHER]) == min(keys)
    assert smallest_key([OTHER], [INJURED, KILLED]) == min(keys)


def test_another_name_for_the_source_is_another_key() -> None:
    assert pair_key(KILLED, OTHER, lambda _: "b") != pair_key(KILLED, OTHER)


def test_words_are_what_is_alphanumeric_in_any_script() -> None:
    for code in (*range(0x3000), *range(0xD7F0, 0xE010), *range(0x1F600, 0x1F610)):
        char = chr(code)
        words = "".join(one if one.isalnum() else " " for one in unicodedata.normalize("NFKC", char).casefold())
        assert normalise(char) == " ".join(words.split())
