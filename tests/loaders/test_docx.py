import io
import zipfile
from pathlib import Path

import pytest

from discrepancy.loaders import load
from loaders.files import Write, word

PARAGRAPHS = (
    "May 4, 2023",
    "The river rose by two metres overnight, and the town’s only bridge was closed to traffic, officials said.",
    "Two people were hurt.",
)


def test_paragraphs_and_tables_in_their_order(write: Write) -> None:
    data = word(PARAGRAPHS, [("Town", "Hurt"), ("Port Vale", "2")], title="Bridge shut after flood")
    article = load([write("a.docx", data)]).articles[0]
    assert article.text.split("\n\n") == [
        "Bridge shut after flood",
        *PARAGRAPHS[:2],
        "Town | Hurt\nPort Vale | 2",
        PARAGRAPHS[2],
    ]
    assert (article.title, article.published, article.located) == ("Bridge shut after flood", "2023-05-04", False)


def entity(secret: Path) -> bytes:
    """A file whose text is an entity that names a file of the machine."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word(PARAGRAPHS))) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "word/document.xml":
                head, _, body = content.partition(b"?>")
                kind = f'?><!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
                content = head + kind + body.replace(b"Two people", b"&x; people")
            new.writestr(part, content)
    return stream.getvalue()


BROKEN = [
    (b"", "is no Word file"),
    (b"PK\x03\x04" + bytes(50), "is no Word file that can be read"),
    (word(PARAGRAPHS)[:4000], "is no Word file that can be read (cut off"),
    (b"\xd0\xcf\x11\xe0" + bytes(500), "is locked with a password, or of Word's old format"),
    (word([" "]), "holds no text"),
]


@pytest.mark.parametrize(("data", "reason"), BROKEN, ids=[reason for _, reason in BROKEN])
def test_what_cannot_be_read(write: Write, data: bytes, reason: str) -> None:
    collection = load([write("a.docx", data)])
    assert not collection.articles
    assert collection.unread[0].reason.startswith(reason)


def test_a_file_that_unpacks_to_far_more_than_an_article(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.loaders.docx._MOST_XML", 1_000)
    collection = load([write("a.docx", word(PARAGRAPHS))])
    assert collection.unread[0].reason.endswith("more than an article has: save its text as .txt")


def test_an_entity_opens_no_file(write: Write) -> None:
    secret = write("secret.txt", "the safe is behind the picture")
    collection = load([write("a.docx", entity(secret))])
    assert "two metres" in collection.articles[0].text
    assert "the safe" not in collection.articles[0].text
