"""The text of an entry, out of the HTML in which feeds carry it: what a reader of the page would see, by paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from discrepancy.loaders._markup import parse

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped, unused-ignore]

_UNSEEN = frozenset((
    "audio", "button", "canvas", "embed", "head", "iframe", "math", "noembed", "noframes", "noscript", "object",
    "script", "select", "style", "svg", "template", "textarea", "title", "video",
))  # fmt: skip
_PARAGRAPHS = frozenset((
    "address", "article", "aside", "blockquote", "body", "details", "div", "dl", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section",
    "summary", "table", "ul",
))  # fmt: skip
_LINES = frozenset(("br", "caption", "dd", "dt", "li", "tr"))
_CELLS = frozenset(("td", "th"))
_SPACE = re.compile(r"\s+")
_GAP = re.compile(r"\n{3,}")


def plain(markup: str) -> str:
    """The visible words of HTML, with a blank line between paragraphs; a table row is a line of " | " between cells."""
    try:
        tree = parse(markup)
    except ValueError:
        return ""
    return tidy("".join(_pieces(tree)))


def tidy(text: str) -> str:
    """`text` without white space at the ends of its lines or doubled inside them, and with single blank lines."""
    lines = (" ".join(line.split()) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return _GAP.sub("\n\n", "\n".join(lines)).strip()


def _pieces(tree: HtmlElement) -> Iterator[str]:
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        seen = element.tag not in _UNSEEN and element.get("hidden") is None
        if seen:
            yield _break(element, event)
        if event == "end":
            yield _SPACE.sub(" ", element.tail or "")
        elif seen:
            yield _SPACE.sub(" ", element.text or "")
        else:
            walk.skip_subtree()


def _break(element: HtmlElement, event: str) -> str:
    if element.tag in _PARAGRAPHS:
        return "\n\n"
    if event == "end":
        return ""
    if element.tag in _LINES:
        return "\n"
    return " | " if element.tag in _CELLS and element.getprevious() is not None else ""
