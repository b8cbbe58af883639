"""Feeds for the tests, each put together from the few lines that a test is about."""

from __future__ import annotations

RIVER = "The river rose by two metres overnight, and the town’s only bridge was closed to traffic, officials said."
MAYOR = "The mayor said that the bridge would not be opened before the end of the week, and asked for patience."
_NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
)


def rss(*items: str, head: str = "<title>Harbour Times</title><language>en-GB</language>") -> str:
    inner = "".join(f"<item>{item}</item>\n" for item in items)
    return f'<?xml version="1.0"?>\n<rss version="2.0" {_NAMESPACES}><channel>{head}\n{inner}</channel></rss>\n'


def atom(*entries: str, head: str = "<title>Harbour Times</title>", language: str = "en") -> str:
    inner = "".join(f"<entry>{entry}</entry>\n" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">{head}<id>urn:f</id>\n{inner}</feed>\n'


def item(number: int = 1, text: str = RIVER, title: str = "Bridge shut") -> str:
    link = f"https://harbour.example/{number}"
    return f"<title>{title}</title><link>{link}</link><guid>h-{number}</guid><description>{text}</description>"
