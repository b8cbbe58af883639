import json
import socket

import pytest

from discrepancy.loaders import load
from discrepancy.model import Article
from loaders.files import Write

BODY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The river rose by two metres overnight, and the town’s only bridge was closed to traffic, officials said.",
        "Two people were hurt when a lorry slid into the water near the old mill, according to the fire service.",
        "The mayor said that the bridge would not be opened before the end of the week, and asked for patience.",
        "Schools on the eastern bank stay shut, and a ferry takes pupils and nurses across every half hour.",
    )
)
STATED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Harbour Times"},
        {
            "@type": ["NewsArticle"],
            "headline": "Bridge shut after flood",
            "datePublished": "2023-05-04T07:30:00Z",
            "author": [{"@type": "Person", "name": "Ada Moreno"}, "Li Wei"],
            "publisher": {"@type": "Organization", "name": "The Harbour Times"},
            "url": "https://harbour.example/1",
            "inLanguage": "en-GB",
        },
    ],
}


def page(head: str = "", body: str = BODY, heading: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>Harbour</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article>{heading}{body}</article><footer>Subscribe to our newsletter</footer></body></html>"
    )


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


def read(write: Write, html: str | bytes) -> Article:
    return load([write("a.html", html)]).articles[0]


def test_json_ld_wins_over_meta_tags(write: Write) -> None:
    meta = '<meta property="og:title" content="Other"><meta property="article:published_time" content="2020-01-01">'
    article = read(write, page(meta + ld(STATED)))
    assert (article.title, article.published) == ("Bridge shut after flood", "2023-05-04T07:30+00:00")
    assert (article.author, article.publisher) == ("Ada Moreno, Li Wei", "The Harbour Times")
    assert (article.url, article.language, article.located) == ("https://harbour.example/1", "en", False)


def test_meta_tags_give_what_json_ld_lacks(write: Write) -> None:
    meta = (
        '<meta property="og:title" content="Bridge shut"><meta property="og:site_name" content="Harbour">'
        '<meta property="article:published_time" content="2023-05-04T00:00:00+00:00">'
        '<meta name="author" content="Ada Moreno"><link rel="canonical" href="https://harbour.example/2">'
    )
    article = read(write, page(meta + ld({"@type": "NewsArticle", "headline": "Bridge shut after flood"})))
    assert (article.title, article.publisher, article.published) == ("Bridge shut after flood", "Harbour", "2023-05-04")
    assert (article.author, article.url) == ("Ada Moreno", "https://harbour.example/2")


@pytest.mark.parametrize(
    "broken",
    ["{", "[[[[" * 50_000, '{"@type": 3}', '{"@type": "NewsArticle", "headline": 3, "author": {"name": {}}}', "null"],
    ids=range(5),
)
def test_broken_json_ld_states_nothing(write: Write, broken: str) -> None:
    article = read(write, page(ld(broken), heading="<h1>Bridge shut after flood</h1>"))
    assert "two metres" in article.text
    assert article.title


def test_the_text_is_the_article_under_its_headline(write: Write) -> None:
    text = read(write, page(ld(STATED))).text
    assert text.startswith("Bridge shut after flood\n")
    assert "half hour." in text
    assert "newsletter" not in text


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-2", "utf-16"])
def test_the_encoding_that_the_page_names(write: Write, charset: str) -> None:
    body = BODY.replace("’", "'") + "<p>The Plzeň brewery, east of the river, stayed dry during the night, it said.</p>"
    assert "Plzeň" in read(write, page(f'<meta charset="{charset}">', body).encode(charset)).text


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 5_000 + "deep",
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "<html>",
        "<!-- nothing -->",
        "<script>var text = 'The river rose by two metres';</script>",
        "<<<>>>",
    ],
    ids=range(6),
)
def test_a_page_without_article(write: Write, html: str) -> None:
    collection = load([write("a.html", html)])
    assert not collection.articles
    assert collection.unread[0].reason.startswith("holds no article")


def test_a_page_of_too_many_elements(write: Write) -> None:
    path = write("a.html", page(body="<p>" + "<span>word </span>" * 30_000))
    assert load([path]).unread[0].reason.startswith("has more than 30,000 elements")


def test_broken_nesting_is_read(write: Write) -> None:
    assert "two metres" in read(write, "<div>" * 100 + page(ld(STATED))[:-40]).text


def test_nothing_is_fetched_and_no_file_is_opened(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a loader asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    entity = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    links = '<img src="http://harbour.example/a.png"><iframe src="http://harbour.example/"></iframe><p>&x;</p>'
    text = read(write, entity + page('<link rel="stylesheet" href="http://harbour.example/a.css">', BODY + links)).text
    assert "root:" not in text
