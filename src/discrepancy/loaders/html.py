"""Web pages: trafilatura gives the article's text; JSON-LD and meta tags, then trafilatura, its metadata.

Nothing is fetched: scripts, images, entities and links of the page stay closed.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from discrepancy.errors import InputError
from discrepancy.loaders import Document, Loader, Raw, digest
from discrepancy.loaders._decode import decode
from discrepancy.loaders._head import read_head
from discrepancy.loaders._jsonld import stated
from discrepancy.loaders._markup import parse
from discrepancy.loaders._metadata import Metadata, iso_date, line

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped, unused-ignore]

# What these say of a page would go to standard error where no one listens; the reason that is shown says it.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset=["']?\s{0,3}([\w-]{2,40})""", re.IGNORECASE)
_MOST_BYTES = 20_000_000  # trafilatura's own limit for a page
# Trafilatura's time grows with the square of the elements that one element holds: 20,000 took 7 s, and the page of an
# article has some thousands.
_MOST_ELEMENTS = 30_000
_FEWEST_LETTERS = 40  # less is a menu or a notice
_NO_ARTICLE = "holds no article that can be told from the page around it: save the article's text as .txt"


def read(raw: Raw) -> Iterator[Document]:
    """The one article of a web page. Its headline heads the text, also where the page keeps it out of the body."""
    data = raw.read(min(_MOST_BYTES, raw.most_bytes))
    charset = _CHARSET.search(data[:4096])
    source = decode(data, charset[1].decode("ascii") if charset else None)
    page = _parsed(source)
    known = stated(page).over(Metadata(title=_heading(page)))
    text, guessed = _extracted(page)  # takes the page apart
    metadata = known.over(guessed).over(Metadata(published=read_head(text).published))
    text = raw.within(text)
    yield Document(_headed(text, metadata.title), digest(data), metadata, located=False)


def _parsed(source: str) -> HtmlElement:
    try:
        page = parse(source)
    except ValueError:
        raise InputError(_NO_ARTICLE) from None
    if sum(1 for _ in page.iter()) > _MOST_ELEMENTS:
        raise InputError(f"has more than {_MOST_ELEMENTS:,} elements: save the article's text as .txt")
    return page


def _extracted(page: HtmlElement) -> tuple[str, Metadata]:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            page,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    # What trafilatura meets in pages that are not as it expects: it has no error of its own for it.
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        found = None
    if found is None or sum(map(str.isalpha, found.text or "")) < _FEWEST_LETTERS:
        raise InputError(_NO_ARTICLE)
    metadata = Metadata(
        title=line(found.title),
        publisher=line(found.sitename),
        author=line(found.author),
        published=iso_date(found.date),
        url=line(found.url),
    )
    return found.text, metadata


def _heading(page: HtmlElement) -> str | None:
    return next((text for tag in page.iter("h1") if (text := line(tag.text_content()))), None)


def _headed(text: str, title: str | None) -> str:
    return text if title is None or title in text[: len(title) + 500] else f"{title}\n\n{text}"


PLUGIN = Loader("html", (".html", ".htm", ".xhtml"), read)
