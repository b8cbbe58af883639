from pathlib import Path

import pytest

from discrepancy.loaders import load
from loaders.files import Write

STORY = "Bridge shut after flood\n4 May 2023\nThe river rose by two metres, and the bridge was closed to all traffic.\n"

FULL = """
["a.txt"]
id = "flood-1"
title = "The bridge is shut"
publisher = "The Harbour Times"
author = "Ada Moreno"
published = 2023-05-05T06:30:00Z
url = "https://harbour.example/1"
language = "en-GB"
event = "flood"
"""


def test_sources_give_and_correct_metadata(tmp_path: Path, write: Write) -> None:
    write("a.txt", STORY)
    write("sources.toml", FULL)
    article = load([tmp_path]).articles[0]
    assert (article.id, article.title, article.publisher, article.author, article.published) == (
        "flood-1",
        "The bridge is shut",
        "The Harbour Times",
        "Ada Moreno",
        "2023-05-05T06:30+00:00",
    )
    assert (article.url, article.language, article.event) == ("https://harbour.example/1", "en", "flood")


def test_what_sources_do_not_say_is_read_from_the_text(tmp_path: Path, write: Write) -> None:
    path = write("a.txt", STORY)
    write("sources.toml", '["a.txt"]\npublisher = "The Harbour Times"\n')
    article = load([path]).articles[0]
    assert (article.title, article.published) == ("Bridge shut after flood", "2023-05-04")


def test_an_article_can_be_left_out(tmp_path: Path, write: Write) -> None:
    write("a.txt", STORY)
    write("sources.toml", '["a.txt"]\nexclude = true\n')
    collection = load([tmp_path])
    assert not collection.articles
    assert collection.unread[0].reason == "is left out by sources.toml"


GOOD = '{"id": "7", "text": "The river rose by two metres, and the bridge was closed to all traffic."}\n'


@pytest.mark.parametrize(
    ("name", "content", "entry", "excluded"),
    [
        ("a.txt", STORY, '["a.txt"]\nexclude = true\n', True),
        ("a.txt", b"\0\0", '["a.txt"]\nexclude = true\n', True),
        ("may/a.txt", b"\0\0", '["a.txt"]\nexclude = true\n', True),
        ("a.txt", b"\0\0", '["a.txt"]\nexclude = false\n', False),
        ("a.txt", b"\0\0", '["b.txt"]\nexclude = true\n', False),
        ("all.jsonl", GOOD, '["all.jsonl#7"]\nexclude = true\n', True),
        ("all.jsonl", "{\n", '["all.jsonl"]\nexclude = true\n', True),
        ("all.jsonl", "{\n", '["all.jsonl#7"]\nexclude = true\n', False),
    ],
)
def test_what_is_left_out_by_name_says_so_even_when_it_is_broken(
    tmp_path: Path, write: Write, name: str, content: str | bytes, entry: str, excluded: bool
) -> None:
    path = write(name, content)
    (path.parent / "sources.toml").write_text(entry)
    (unread,) = load([tmp_path]).unread
    assert unread.excluded is excluded


def test_settings_that_are_broken_are_never_left_out(tmp_path: Path, write: Write) -> None:
    write("a.txt", STORY)
    write("sources.toml", '["sources.toml"]\nexclude = "yes"\n')
    assert [unread.excluded for unread in load([tmp_path]).unread] == [False]


def test_a_language_that_was_guessed_wrongly_can_be_set(tmp_path: Path, write: Write) -> None:
    write("a.txt", "Le pont de la ville est fermé depuis lundi, selon la mairie et les services de secours.\n")
    write("sources.toml", '["a.txt"]\nlanguage = "en"\n')
    assert load([tmp_path]).articles[0].language == "en"


BROKEN = [
    ("[a.txt", "is no valid TOML, and was not used"),
    ('["a.txt"]\npublishr = "X"\n', "has the unknown key 'publishr'; the known ones are title"),
    ('["a.txt"]\npublished = "soon"\n', "published must be a date such as"),
    ('["a.txt"]\ntitle = 3\n', "title must be a text"),
    ('["a.txt"]\nexclude = "yes"\n', "exclude must be true or false"),
    ('["a.txt"]\nlanguage = "English, please"\n', 'language must be a code such as "en"'),
    ('"a.txt" = "The Harbour Times"\n', "'a.txt' must be a table"),
    (b"\xff\xfe\xfa", "is no valid TOML, and was not used"),
]


@pytest.mark.parametrize(("content", "problem"), BROKEN)
def test_a_broken_file_is_one_line_and_the_articles_are_read(
    tmp_path: Path, write: Write, content: str | bytes, problem: str
) -> None:
    write("a.txt", STORY)
    write("sources.toml", content)
    collection = load([tmp_path])
    assert len(collection.articles) == 1
    assert [Path(unread.path).name for unread in collection.unread] == ["sources.toml"]
    assert problem in collection.unread[0].reason
    assert "\n" not in collection.unread[0].reason


def test_a_name_that_fits_no_file_is_noted(tmp_path: Path, write: Write) -> None:
    write("a.txt", STORY)
    write("sources.toml", '["b.txt"]\ntitle = "X"\n')
    assert load([tmp_path]).notes[0].endswith("sources.toml: 'b.txt' names no file of this folder")


def test_a_record_of_an_archive_has_its_own_entry(tmp_path: Path, write: Write) -> None:
    record = '{"id": "%s", "text": "The river rose by two metres, and the bridge was closed to %s traffic."}\n'
    write("all.jsonl", record % (1, "heavy") + record % (2, "all"))
    write("sources.toml", '["all.jsonl"]\npublisher = "Harbour"\n["all.jsonl#2"]\ntitle = "Shut"\nid = "two"\n')
    articles = load([tmp_path]).articles
    assert [(a.id, a.publisher, a.title) for a in articles] == [
        ("all.jsonl#1", "Harbour", None),
        ("two", "Harbour", "Shut"),
    ]
