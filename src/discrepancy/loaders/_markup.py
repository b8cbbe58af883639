"""HTML becomes a tree, and nothing of it runs or is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped, unused-ignore]


def parse(source: str) -> HtmlElement:
    """The tree of a page or of a piece of one, without comments and instructions.

    Raises:
        ValueError: when there is no element and no text in it.
    """
    from lxml import etree, html  # type: ignore[import-untyped, unused-ignore]

    # A declaration of another encoding would make lxml refuse text that is decoded already; bytes are what it reads.
    # Comments, instructions and the table of ids are what trafilatura's own parser leaves out.
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        return html.document_fromstring(source.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, AssertionError) as error:
        raise ValueError(str(error)) from None
