"""Metadata of a web page as its publisher states it: schema.org JSON-LD first, then meta tags."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from discrepancy.loaders._metadata import Metadata, iso_date, language_code, line

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped, unused-ignore]

# https://schema.org/Article and the types below it that news sites use.
_ARTICLES = frozenset((
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
    "OpinionNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "BlogPosting", "SocialMediaPosting", "Report",
    "TechArticle", "ScholarlyArticle",
))  # fmt: skip
_MOST_NODES = 2_000  # a page states a dozen; more are not looked at
_META = {
    "title": ("og:title", "citation_title", "dc.title", "twitter:title"),
    "publisher": ("og:site_name", "citation_publisher", "citation_journal_title", "dc.publisher", "application-name"),
    "author": ("author", "article:author", "citation_author", "dc.creator", "parsely-author"),
    "published": (
        "article:published_time", "citation_publication_date", "citation_date", "citation_online_date", "datepublished",
        "parsely-pub-date", "dc.date.issued", "dc.date", "dcterms.created", "pubdate", "publish-date", "date",
    ),
    "url": ("og:url", "citation_public_url", "parsely-link"),
}  # fmt: skip


def stated(page: HtmlElement) -> Metadata:
    """What JSON-LD and the meta tags of `page` state; JSON-LD wins."""
    articles = [node for node in _nodes(page) if _types(node) & _ARTICLES]
    # The first is the page's own article; teasers of others come behind it.
    own = _of_article(articles[0]) if articles else Metadata()
    return own.over(_of_meta(page))


def _of_article(node: Mapping[str, Any]) -> Metadata:
    url = node.get("url") or node.get("mainEntityOfPage")
    return Metadata(
        title=line(node.get("headline")) or line(node.get("name")),
        publisher=_names(node.get("publisher")) or _names(node.get("sourceOrganization")),
        author=_names(node.get("author")) or _names(node.get("creator")),
        published=iso_date(node.get("datePublished")) or iso_date(node.get("dateCreated")),
        url=_link(url.get("@id") if isinstance(url, dict) else url),
        language=language_code(node.get("inLanguage")),
    )


def _of_meta(page: HtmlElement) -> Metadata:
    found: dict[str, str] = {}
    for tag in page.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        found.setdefault(name, tag.get("content") or "")
    values = {field: next((found[name] for name in names if found.get(name)), None) for field, names in _META.items()}
    links = (tag.get("href") for tag in page.iter("link") if tag.get("rel") == "canonical")
    author = line(values["author"])
    return Metadata(
        title=line(values["title"]),
        publisher=line(values["publisher"]),
        author=None if author and author.startswith(("http:", "https:")) else author,
        published=iso_date(values["published"]),
        url=_link(next(links, None)) or _link(values["url"]),
    )


def _nodes(page: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """Every object of the page's JSON-LD blocks, lists and graphs opened, in the order of the page."""
    for script in page.iter("script"):
        if (script.get("type") or "").strip().lower().startswith("application/ld+json"):
            try:
                value = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue  # a block that is broken states nothing
            yield from islice(_opened(value), _MOST_NODES)


def _opened(value: object) -> Iterator[Mapping[str, Any]]:
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            yield node
            waiting.extend(node[key] for key in ("mainEntity", "@graph") if isinstance(node.get(key), list | dict))


def _types(node: Mapping[str, Any]) -> set[str]:
    types = node.get("@type")
    return {kind for kind in (types if isinstance(types, list) else [types]) if isinstance(kind, str)}


def _names(value: object) -> str | None:
    """The name of a person or organisation, or of each of a list: "Ann Lee, Bo Chen"."""
    if isinstance(value, list):
        return ", ".join(name for name in map(_names, value[:20]) if name) or None
    if isinstance(value, dict):
        return line(value.get("name")) if not isinstance(value.get("name"), list) else _names(value["name"])
    text = line(value)
    return None if text and text.startswith(("http:", "https:")) else text


def _link(value: object) -> str | None:
    text = line(value)
    return text if text and text.startswith(("http://", "https://")) else None
