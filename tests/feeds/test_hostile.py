"""Feeds that are damaged, are none, or are made to do harm: one line each, and nothing else."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from discrepancy.errors import InputError
from discrepancy.feeds._wellformed import root
from feeds.conftest import Read
from feeds.samples import MAYOR, RIVER, atom, item, rss

LAUGHS = '<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
BODY = rss(item(text="&j;")).partition("\n")[2]


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a feed asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize(
    "prolog",
    [
        f"<!DOCTYPE rss [{LAUGHS}]>",
        "<!DOCTYPE rss [\n" + LAUGHS.replace("><", ">\n<") + "\n]>",
        f'<?xml version="1.0"?>\n<!DOCTYPE rss [<!ENTITY z "<a/>">{LAUGHS}]>',
        '<!DOCTYPE rss [<!ENTITY j SYSTEM "secret.txt">]>',
        '<!DOCTYPE rss [<!ENTITY j SYSTEM "http://harbour.example/secret">]>',
        '<!DOCTYPE rss [<!ENTITY % p SYSTEM "secret.txt">%p;]>',
        '<!DOCTYPE rss [<!ENTITY % p "a"><!ENTITY j "%p;%p;">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declared_entities_are_refused(read: Read, prolog: str, encoding: str) -> None:
    Path("secret.txt").write_text("the secret", "utf-8")
    with pytest.raises(InputError, match=r"^feed\.xml declares entities of its own"):
        read((prolog + BODY).encode(encoding))


@pytest.mark.parametrize(
    "prolog",
    [
        '<!--\n<!DOCTYPE x>\n<!ENTITY j "the bomb">\n-->',
        '<?x \n<!DOCTYPE x>\n<!ENTITY j "the bomb">\n?>',
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.example/rss.dtd">',
        '<!DOCTYPE rss SYSTEM "file:///etc/passwd">',
    ],
)
def test_what_only_looks_like_a_declaration_declares_nothing(read: Read, prolog: str) -> None:
    found = read(prolog + BODY).articles[0]
    assert "&j;" in found.text
    assert "bomb" not in found.text


def test_a_declaration_behind_a_root_that_is_spelt_to_hide_it(read: Read) -> None:
    feed = atom("<title>&j;</title>").replace("<feed xmlns", "<é:feed xmlns:é").replace("</feed", "</é:feed")
    with pytest.raises(InputError, match="is no feed"):
        read(feed.replace("\n", '<!--\n<!DOCTYPE x>\n<!ENTITY j "the bomb">\n-->', 1))


NO_FEEDS = [
    ("", "is empty"),
    (" \n ", "is empty"),
    ("The river rose by two metres.", "is no feed"),
    ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', "is no feed"),
    ("<!DOCTYPE html><html><body><p>One</p></body></html>", "is a web page"),
    ("<!doctype html>\n<title>One</title>", "is a web page"),
    ("<html><body><br></body></html>", "is a web page"),
    ('<opml version="2.0"><body/></opml>', "is no feed"),
    ("<rss", "is no feed"),
    ("%PDF-1.4 binary", "is a PDF file"),
    (b"\x00\x01\x02\x03" * 50, "its bytes hold no text"),
]


@pytest.mark.parametrize(("content", "reason"), NO_FEEDS, ids=range(len(NO_FEEDS)))
def test_what_is_no_feed(read: Read, content: str | bytes, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        read(content)
    line = str(caught.value)
    assert line.startswith(f"feed.xml {reason}")
    assert ": " in line
    assert "\n" not in line


def test_the_whole_entries_of_a_feed_that_is_cut_off(read: Read) -> None:
    whole = rss(item(1), item(2, text=MAYOR))
    collection = read(whole[: whole.index("asked for patience")])
    assert [article.id for article in collection.articles] == ["h-1"]
    assert collection.notes[0].startswith("feed.xml breaks off: some of it may be missing")
    assert collection.notes[0].endswith("its last entry is cut off, and was left out")


def test_a_feed_that_is_cut_off_behind_its_last_entry(read: Read) -> None:
    collection = read(rss(item(1), item(2)).partition("</channel>")[0])
    assert len(collection.articles) == 2
    assert collection.notes == ("feed.xml breaks off: some of it may be missing",)


def test_an_entity_of_html_costs_no_letter(read: Read) -> None:
    collection = read(rss(item(text="The caf&eacute; was closed&nbsp;on Monday.")))
    assert "The café was closed on Monday." in collection.articles[0].text
    assert collection.notes == ("feed.xml is no well-formed XML (undefined entity): some of it may be missing",)


@pytest.mark.parametrize("sign", ["\x08", "\x0b", "\0", "\ufffe", "&#8;", "&#xD800;", "&#xFFFFFFFFFF;", "&#0"])
def test_characters_that_xml_does_not_know(read: Read, sign: str) -> None:
    collection = read(rss(item(text=f"One{sign} two.")))
    assert collection.articles[0].text.endswith("One\ufffd two.")
    assert not collection.notes


@pytest.mark.parametrize(
    ("declared", "real"),
    [("utf-8", "windows-1252"), ("iso-8859-1", "utf-8"), ("utf-16", "utf-8"), ("no-such", "utf-8"), ("", "utf-16")],
)
def test_the_encoding_that_a_feed_has_and_not_the_one_it_declares(read: Read, declared: str, real: str) -> None:
    content = rss(item(title="Café shut")).replace('"1.0"', f'"1.0" encoding="{declared}"', 1)
    found = read(content.encode(real)).articles[0]
    assert (found.title, RIVER in found.text) == ("Café shut", True)


def test_white_space_before_the_declaration(read: Read) -> None:
    assert not read("\n \n" + rss(item())).notes


def test_a_script_in_a_title_is_no_text(read: Read) -> None:
    found = read(rss(item(title="Bridge &lt;script&gt;go()&lt;/script&gt;shut"))).articles[0]
    assert found.title == "Bridge shut"


def test_no_word_is_long_enough_to_take_its_square() -> None:
    longest = max(map(len, root(rss(f"<author>{'a' * 20_000}</author>").encode(), None).split()))
    assert longest <= 1_000 + len("<item><author>")


def test_a_feed_that_is_too_large(read: Read) -> None:
    with pytest.raises(InputError, match=r"^feed\.xml is larger than 20,000,000 bytes: "):
        read(rss(item()) + " " * 20_000_000)
