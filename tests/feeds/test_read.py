"""What the dialects of feeds say becomes the same articles."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from discrepancy import clean, feeds
from discrepancy.errors import InputError
from discrepancy.model import Article, LineKind
from discrepancy.settings import Settings
from feeds.conftest import Read
from feeds.samples import MAYOR, RIVER, atom, item, rss


def only(read: Read, content: str | bytes) -> Article:
    collection = read(content)
    assert len(collection.articles) == 1, collection
    return collection.articles[0]


def test_rss_2(read: Read) -> None:
    found = only(read, rss(item() + "<pubDate>Thu, 04 May 2023 07:30:00 +0200</pubDate><author>Ada Moreno</author>"))
    assert (found.id, found.path) == ("h-1", "feed.xml#h-1")
    assert found.text == f"Bridge shut\n\n{RIVER}"
    assert (found.title, found.publisher, found.author) == ("Bridge shut", "Harbour Times", "Ada Moreno")
    assert (found.published, found.url) == ("2023-05-04T07:30+02:00", "https://harbour.example/1")
    assert (found.language, found.located) == ("en", False)


def test_content_encoded_is_fuller_than_the_description(read: Read) -> None:
    content = f"<content:encoded><![CDATA[<p>{RIVER}</p><p>{MAYOR}</p>]]></content:encoded>"
    assert only(read, rss(item(text="The river rose.") + content)).text == f"Bridge shut\n\n{RIVER}\n\n{MAYOR}"


def test_the_description_is_fuller_than_an_empty_content(read: Read) -> None:
    content = "<content:encoded><![CDATA[<p><img src='a.png'></p>]]></content:encoded>"
    assert RIVER in only(read, rss(item() + content)).text


def test_rss_1(read: Read) -> None:
    content = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://harbour.example/"><title>Harbour</title>
      <dc:language>en</dc:language></channel><item rdf:about="https://harbour.example/1"><title>Bridge shut</title>
      <link>https://harbour.example/1</link><description>{RIVER}</description><dc:creator>Ada Moreno</dc:creator>
      <dc:date>2023-05-04T07:30:00-05:00</dc:date></item></rdf:RDF>"""
    found = only(read, content)
    assert (found.id, found.publisher, found.author) == ("https://harbour.example/1", "Harbour", "Ada Moreno")
    assert found.published == "2023-05-04T07:30-05:00"


def test_atom_1(read: Read) -> None:
    entry = (
        '<title>Bridge shut</title><id>urn:1</id><link href="https://harbour.example/1"/>'
        f"<author><name>Ada Moreno</name></author><author><name>Li Wei</name></author><summary>{RIVER}</summary>"
        "<published>2023-05-04T07:30:00Z</published><updated>2023-05-05T09:00:00Z</updated>"
    )
    found = only(read, atom(entry))
    assert (found.id, found.author, found.published) == ("urn:1", "Ada Moreno, Li Wei", "2023-05-04T07:30+00:00")
    assert (found.url, found.text) == ("https://harbour.example/1", f"Bridge shut\n\n{RIVER}")


def test_atom_with_xhtml(read: Read) -> None:
    content = f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{RIVER}</p><script>go()</script><p>{MAYOR}</p></div>'
    found = only(read, atom(f'<title>Bridge shut</title><id>urn:1</id><content type="xhtml">{content}</content>'))
    assert found.text == f"Bridge shut\n\n{RIVER}\n\n{MAYOR}"


def test_atom_text_that_looks_like_markup_is_text(read: Read) -> None:
    found = only(read, atom(f'<title type="text">The &lt;b&gt; tag</title><id>urn:1</id><summary>{RIVER}</summary>'))
    assert found.title == "The <b> tag"


def test_content_that_is_no_text_is_passed_over(read: Read) -> None:
    image = '<content type="image/png">UE5HIHRoYXQgaXMgbXVjaCBsb25nZXIgdGhhbiB0aGUgc3VtbWFyeQ==</content>'
    assert only(read, atom(f"<title>Bridge shut</title><summary>Shut.</summary>{image}")).text == "Bridge shut\n\nShut."


def test_a_podcast_without_text(read: Read) -> None:
    sound = '<enclosure url="https://harbour.example/1.mp3" type="audio/mpeg"/><itunes:duration>1800</itunes:duration>'
    assert only(read, rss(f"<title>The bridge and the river</title>{sound}")).text == "The bridge and the river"


def test_an_entry_from_another_feed(read: Read) -> None:
    source = "<source><title>Wire</title><author><name>Li Wei</name></author></source>"
    found = only(read, atom(f"<title>Bridge shut</title>{source}", head="<author><name>Desk</name></author>"))
    assert (found.publisher, found.author) == ("Wire", "Li Wei")


def test_an_atom_entry_without_author_is_its_feeds(read: Read) -> None:
    found = only(read, atom("<title>Bridge shut</title>", head="<author><name>Desk</name></author>"))
    assert found.author == "Desk"


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("<author>ada@harbour.example (Ada Moreno)</author>", "Ada Moreno"),
        ("<author>ada@harbour.example</author>", None),
        ("<dc:creator>Ada Moreno</dc:creator><dc:creator>Li Wei</dc:creator>", "Ada Moreno, Li Wei"),
        ("", None),
    ],
)
def test_the_author_of_rss_is_a_name(read: Read, author: str, name: str | None) -> None:
    head = "<title>Harbour</title><managingEditor>desk@harbour.example (Desk)</managingEditor>"
    assert only(read, rss(item() + author, head=head)).author == name


@pytest.mark.parametrize(
    ("dates", "published"),
    [
        ("<pubDate>Thu, 04 May 2023 07:30:00 GMT</pubDate>", "2023-05-04T07:30+00:00"),
        ("<pubDate>Thu, 04 May 2023 07:30:00 EST</pubDate>", "2023-05-04T07:30-05:00"),
        ("<pubDate>Thu, 04 May 23 07:30:00 GMT</pubDate>", "2023-05-04T07:30+00:00"),
        ("<dc:date>2023-05-04T07:30:00+09:00</dc:date>", "2023-05-04T07:30+09:00"),
        ("<dc:date>2023-05-04</dc:date>", "2023-05-04"),
        ("<pubDate>soon</pubDate>", None),
        ("", None),
    ],
)
def test_the_date_keeps_its_offset(read: Read, dates: str, published: str | None) -> None:
    assert only(read, rss(item() + dates)).published == published


@pytest.mark.parametrize(
    ("entry", "id_"),
    [
        ("<guid>h-1</guid><link>https://harbour.example/1</link>", "h-1"),
        ("<link>https://harbour.example/1</link>", "https://harbour.example/1"),
    ],
)
def test_what_names_an_entry(read: Read, entry: str, id_: str) -> None:
    assert only(read, rss(f"<title>Bridge shut</title>{entry}")).id == id_


def test_an_entry_without_a_name_is_named_by_its_content(read: Read) -> None:
    one, two = read(rss("<title>Bridge shut</title>", "<title>Bridge open</title>")).articles
    assert (one.id, two.id) == (one.sha256, two.sha256)
    assert one.id != two.id


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http://[x", "/1"])
def test_a_link_that_is_no_web_address_is_not_shown(read: Read, link: str) -> None:
    assert only(read, rss(f"<title>Bridge shut</title><guid>1</guid><link>{link}</link>")).url is None


def test_relative_links_lead_on_from_the_base(read: Read) -> None:
    entry = '<title>Bridge shut</title><link href="1" xml:base="https://harbour.example/news/"/>'
    assert only(read, atom(entry)).url == "https://harbour.example/news/1"


@pytest.mark.parametrize(
    "text", [f"Bridge shut&lt;br&gt;{RIVER}", f"&lt;h1&gt;Bridge  shut&lt;/h1&gt;&lt;p&gt;{RIVER}"]
)
def test_a_title_that_heads_the_text_stands_once(read: Read, text: str) -> None:
    assert only(read, rss(item(text=text))).text.count("Bridge shut") == 1


def test_a_text_that_begins_with_the_words_of_its_title_is_headed(read: Read) -> None:
    assert only(read, rss(item(text="Bridge shut for days."))).text == "Bridge shut\n\nBridge shut for days."


def test_the_cleaning_knows_the_title(read: Read) -> None:
    found = only(read, rss(item(text=f"&lt;p&gt;{RIVER}&lt;/p&gt;&lt;p&gt;{MAYOR}")))
    kinds = [line.kind for line in clean.mark([found])[found.id]]
    assert kinds == [LineKind.HEADING, LineKind.BODY, LineKind.BODY]


def test_an_entry_without_words_is_refused_and_the_others_are_read(read: Read) -> None:
    collection = read(rss(item(1), "<description> </description>", "<guid>h-3</guid>", item(4)))
    assert [article.id for article in collection.articles] == ["h-1", "h-4"]
    assert [unread.reason for unread in collection.unread] == [
        "entry 2 has neither a title nor a text",
        "entry 'h-3' has neither a title nor a text",
    ]
    assert collection.unread[0].path == "feed.xml"


def test_an_entry_that_is_too_long_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(rss(item(1), item(2, text=RIVER * 10)), "utf-8")
    collection = feeds.read(str(path), Settings(max_characters=300)).collection
    assert [article.id for article in collection.articles] == ["h-1"]
    assert collection.unread[0].reason.startswith("entry 'h-2' has more than 300 characters")


def test_another_language_is_refused_as_in_any_file(read: Read) -> None:
    german = read(rss(item(), head="<title>Hafen</title><language>de-DE</language>"))
    assert not german.articles
    assert german.unread[0].reason.startswith("is in German; only English is compared")
    mixed = read(atom("<title>Bridge shut</title>", f'<title>x</title><summary xml:lang="fr">{RIVER}</summary>'))
    assert (len(mixed.articles), mixed.unread[0].reason[:12]) == (1, "is in French")


def test_an_entry_that_stands_twice_is_read_once(read: Read) -> None:
    collection = read(rss(item(), item()))
    assert len(collection.articles) == 1
    assert collection.notes == ("feed.xml#h-1 holds the same bytes as feed.xml#h-1: read once",)


def test_of_two_entries_with_one_id_the_first_is_read(read: Read) -> None:
    collection = read(rss(item(text=MAYOR), item(text=RIVER)))
    assert MAYOR in collection.articles[0].text
    assert collection.unread[0].reason == "entry 2 has the id 'h-1' of an entry before it: only the first is read"


def test_the_hash_of_an_entry_changes_with_the_entry_alone(read: Read) -> None:
    one, two = read(rss(item(1), item(2))).articles
    turned = {
        article.id: article.sha256
        for article in read(rss(item(3), item(2, text=MAYOR), item(1), head="<title>New name</title>")).articles
    }
    assert turned["h-1"] != turned["h-3"]
    assert turned["h-2"] != two.sha256
    same = {article.id: article.sha256 for article in read(rss(item(3), item(1))).articles}
    assert same["h-1"] == one.sha256


def test_the_same_feed_gives_the_same_articles(read: Read) -> None:
    content = rss(item(1), item(2), "<title>No name</title>")
    assert read(content) == read(content)


def test_a_feed_without_entries_is_told(read: Read) -> None:
    collection = read(rss())
    assert (collection.articles, collection.notes) == ((), ("feed.xml has no entries",))


def test_a_missing_file() -> None:
    with pytest.raises(InputError, match=r"^nowhere\.xml does not exist: check the path$"):
        feeds.read("nowhere.xml")


def test_a_missing_package(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(
        InputError, match=r"^feed\.xml needs a package that is not installed: pip install 'discrepancy\["
    ):
        read(rss(item()))
