import json

import pytest

from discrepancy.loaders import load
from discrepancy.settings import Settings
from loaders.files import Write

STORY = "The river rose by two metres overnight, and the town’s only bridge was closed to traffic, officials said."


def record(**fields: object) -> str:
    return json.dumps({"text": STORY} | fields) + "\n"


def test_a_record_is_an_article(write: Write) -> None:
    fields = {
        "id": "7",
        "title": "Bridge shut",
        "published": "2023-05-04T07:30:00+02:00",
        "url": "https://harbour.example/7",
        "publisher": "Harbour",
        "language": "en",
    }
    article = load([write("all.jsonl", record(**fields, section="local"))]).articles[0]
    assert article.id == "all.jsonl#7"
    assert (article.text, article.located) == (STORY, False)
    assert {key: getattr(article, key) for key in fields if key not in ("id", "published")} == {
        key: value for key, value in fields.items() if key not in ("id", "published")
    }
    assert article.published == "2023-05-04T07:30+02:00"


def test_a_record_without_id_is_known_by_its_line(write: Write) -> None:
    articles = load([write("all.jsonl", record(id=8) + "\n" + record(title="Bridge shut"))]).articles
    assert [article.id for article in articles] == ["all.jsonl#8", "all.jsonl#3"]


BROKEN = [
    ('{"text": "cut off', "line 2 is broken JSON (column 10)"),
    ("[" * 100_000, "line 2 is broken JSON"),
    ("[]", "line 2 is no JSON object"),
    ("{}", 'line 2 has no "text"'),
    ('{"text": " "}', 'line 2 has no "text"'),
    (record(title=3).strip(), 'line 2 has a "title" that is no text'),
    (record(id=[1]).strip(), 'line 2 has an "id" that is neither'),
]


@pytest.mark.parametrize(("line", "reason"), BROKEN, ids=range(len(BROKEN)))
def test_a_broken_line_is_named_and_the_others_are_read(write: Write, line: str, reason: str) -> None:
    collection = load([write("all.jsonl", record(id="a") + line + "\n" + record(id="b"))])
    assert [article.id for article in collection.articles] == ["all.jsonl#a", "all.jsonl#b"]
    assert [unread.reason[: len(reason)] for unread in collection.unread] == [reason]


def test_a_line_that_is_not_utf8(write: Write) -> None:
    collection = load([write("all.jsonl", b'{"text": "caf\xe9"}\n' + record().encode())])
    assert collection.unread[0].reason == "line 1 is not UTF-8: save the file in UTF-8"
    assert len(collection.articles) == 1


def test_a_line_that_is_too_long_is_passed_over(write: Write) -> None:
    settings = Settings(max_characters=200)
    collection = load([write("all.jsonl", record(id="a") + record(text="a " * 2_000_000) + record(id="b"))], settings)
    assert [article.id for article in collection.articles] == ["all.jsonl#a", "all.jsonl#b"]
    assert collection.unread[0].reason.startswith("line 2 is too long for one article")


def test_an_id_that_two_records_share_and_a_record_that_stands_twice(write: Write) -> None:
    one, two = record(id="a"), record(id="a", title="Another")
    collection = load([write("all.jsonl", one + two + one)])
    assert len(collection.articles) == 1
    assert "has the id 'all.jsonl#a'" in collection.unread[0].reason
    assert collection.notes[0].endswith("read once")


def test_half_a_surrogate_pair_moves_no_offset(write: Write) -> None:
    line = '{"text": "A\\ud800B. The river rose by two metres overnight, and the only bridge was closed."}\n'
    text = load([write("all.jsonl", line)]).articles[0].text
    assert text.startswith("A\ufffdB.")
    assert text.encode()


@pytest.mark.parametrize("content", ["", "\n \n", "\ufeff"])
def test_an_empty_file(write: Write, content: str) -> None:
    assert "is empty" in load([write("all.jsonl", content)]).unread[0].reason


def test_a_byte_order_mark_is_no_part_of_the_first_record(write: Write) -> None:
    assert len(load([write("all.jsonl", "\ufeff" + record())]).articles) == 1
