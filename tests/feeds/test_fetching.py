"""A feed at an address: one request, within limits, and one line for whatever comes of it."""

from __future__ import annotations

import gzip
import socket
from itertools import count

import pytest

from discrepancy import __version__
from discrepancy.errors import InputError
from discrepancy.feeds import Limits, Validators, read
from feeds.samples import atom, item, rss
from feeds.server import Answer, Server

FEED = rss(item()).encode()


def reason(address: str, limits: Limits | None = None) -> str:
    """Why `address` gives nothing, without the address that it must begin with."""
    with pytest.raises(InputError) as caught:
        read(address, limits=limits or Limits(seconds=5))
    text = str(caught.value)
    assert text.startswith(f"{address} ")
    assert "\n" not in text
    return text.removeprefix(f"{address} ")


def test_a_feed_at_an_address(server: Server) -> None:
    address = server.put(Answer(FEED))
    found = read(address).collection.articles[0]
    assert (found.id, found.path) == ("h-1", f"{address}#h-1")


def test_nothing_but_the_feed_is_asked_for(server: Server) -> None:
    content = (
        f'{item()}<enclosure url="{server.address}/a.mp3"/><content:encoded>&lt;img src="/b.png"&gt;</content:encoded>'
    )
    read(server.put(Answer(rss(content).encode(), headers={"Set-Cookie": "a=b"})))
    ((path, headers),) = server.requests
    assert (path, headers["user-agent"]) == ("/feed", f"discrepancy/{__version__}")
    assert not {"cookie", "referer", "authorization"} & set(headers)


def test_a_feed_that_is_unchanged(server: Server) -> None:
    stamp = "Thu, 04 May 2023 07:30:00 GMT"
    address = server.put(Answer(FEED, etag='"one"', headers={"Last-Modified": stamp}))
    first = read(address)
    assert first.validators == Validators('"one"', stamp)
    again = read(address, validators=first.validators)
    assert (again.collection.articles, again.collection.notes) == ((), ())
    assert again.validators == first.validators
    assert server.requests[1][1]["if-modified-since"] == stamp
    server.put(Answer(FEED, etag='"two"'))
    changed = read(address, validators=again.validators)
    assert (len(changed.collection.articles), changed.validators) == (1, Validators('"two"'))


def test_gzip(server: Server) -> None:
    address = server.put(Answer(gzip.compress(FEED), headers={"Content-Encoding": "gzip"}))
    assert len(read(address).collection.articles) == 1
    assert server.requests[0][1]["accept-encoding"] == "gzip"


def test_damaged_gzip(server: Server) -> None:
    assert reason(server.put(Answer(gzip.compress(FEED)[:-9]))).startswith("is packed with gzip, and damaged")


def test_the_encoding_that_the_server_names(server: Server) -> None:
    content = rss(item(title="Café shut")).encode("windows-1252")
    address = server.put(Answer(content, headers={"Content-Type": "application/rss+xml; charset=windows-1252"}))
    assert read(address).collection.articles[0].title == "Café shut"


def test_a_redirect_and_links_that_are_relative_to_where_it_leads(server: Server) -> None:
    address = server.put(Answer(status=301, headers={"Location": "/new/feed", "Set-Cookie": "a=b"}))
    server.put(Answer(atom('<title>Bridge shut</title><link href="1"/>').encode()), "/new/feed")
    found = read(address).collection.articles[0]
    assert (found.url, found.path) == (f"{server.address}/new/1", f"{address}#1")
    assert "cookie" not in server.requests[1][1]


@pytest.mark.parametrize(
    "entry", ["<guid>7</guid>", '<guid isPermaLink="false">7</guid>', "<guid>7</guid><link></link>"]
)
def test_an_id_is_the_same_from_an_address_and_is_no_link(server: Server, entry: str) -> None:
    found = read(server.put(Answer(rss(f"<title>Bridge shut</title>{entry}").encode()))).collection.articles[0]
    assert (found.id, found.url) == ("7", None)


@pytest.mark.parametrize("where", ["file:///etc/passwd", "ftp://harbour.example/feed", "data:text/xml,<rss/>", "/feed"])
def test_a_redirect_to_what_is_not_read_or_in_a_circle(server: Server, where: str) -> None:
    address = server.put(Answer(status=302, headers={"Location": where}))
    assert reason(address).startswith("leads on to an address that is not http or https, or in a circle")


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (401, "cannot be had, its server answers 401 (Unauthorized): it wants a login"),
        (404, "cannot be had, its server answers 404 (Not Found): check the address"),
        (429, "cannot be had, its server answers 429 (Too Many Requests): it was asked too often"),
        (500, "cannot be had, its server answers 500 (Internal Server Error): try again later"),
        (799, "cannot be had, its server answers 799: check the address"),
    ],
)
def test_what_a_server_refuses(server: Server, status: int, text: str) -> None:
    assert reason(server.put(Answer(b"<html>", status))).startswith(text)


def test_a_web_page_instead_of_a_feed(server: Server) -> None:
    page = Answer(b"<!DOCTYPE html><html></html>", headers={"Content-Type": "text/html"})
    assert reason(server.put(page)).startswith("is a web page: give the address")


def test_a_server_that_stays_silent(server: Server) -> None:
    address = server.put(Answer(silent=True))
    assert reason(address, Limits(seconds=0.05)).startswith("did not answer within 0.05 seconds: check the address")


def test_a_server_that_takes_its_time(server: Server) -> None:
    clock = count(step=100).__next__
    address = server.put(Answer(FEED))
    assert reason(address, Limits(clock=clock, seconds_in_all=99)).startswith("took longer than 99 seconds to come")


@pytest.mark.parametrize("body", [FEED + b" " * 10_000, gzip.compress(FEED + b" " * 1_000_000)])
def test_a_feed_that_is_too_large(server: Server, body: bytes) -> None:
    assert reason(server.put(Answer(body)), Limits(most_bytes=10_000)).startswith("is larger than 10,000 bytes: ")


def test_a_connection_that_is_refused() -> None:
    with socket.socket() as bound:  # taken, and nobody listens
        bound.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{bound.getsockname()[1]}/feed"
        assert reason(address) == "cannot be reached (Connection refused): check the address and the connection"


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("file:///etc/passwd", "is no http or https address"),
        ("ftp://harbour.example/feed", "is no http or https address"),
        ("feed://harbour.example/feed", "is no http or https address"),
        ("https://ada:secret@harbour.example/feed", "holds a login, and none is ever sent"),
        ("http://[harbour/feed", "cannot be reached (Invalid IPv6 URL)"),
        ("http://127.0.0.1:port/feed", "cannot be reached (nonnumeric port: 'port')"),
        ("http:///feed", "cannot be reached (no host given)"),
    ],
)
def test_an_address_that_is_not_asked(address: str, text: str) -> None:
    assert reason(address).startswith(text)


def test_letters_of_any_script_in_an_address(server: Server) -> None:
    server.put(Answer(FEED), "/caf%C3%A9?q=%C3%A9")
    assert read(f"{server.address}/café?q=é").collection.articles
