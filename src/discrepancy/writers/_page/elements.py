"""HTML that is escaped unless it was made here: text of articles can only ever be text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from html import escape

from discrepancy.display.safe import one_line

_LINK = re.compile(r"https?://[^\s<>\"'`\\]{1,2000}", re.IGNORECASE)
"""What is a link to a page, and never a script: other schemes run code or open programs."""

_SPECIAL = re.compile("[&<>\"']")


class Html(str):
    """Finished markup, which goes into a page as it is; any other string is escaped."""

    __slots__ = ()


def element(tag: str, /, *children: str | None, **attributes: str | float | None) -> Html:
    """An element. A child or attribute that is None is left out; `class_` and `aria_label` become class, aria-label."""
    inside = "".join([child if type(child) is Html else text(child) for child in children if child is not None])
    return Html(f"<{tag}{_written(*attributes.items()) if attributes else ''}>{inside}</{tag}>")


def template(markup: str) -> Callable[..., Html]:
    """Fills the `%s` of `markup` in turn: a page has tens of thousands of the same parts.

    Each may stand in an element or in the double quotes of an attribute.
    """

    def filled(*parts: str) -> Html:
        return Html(markup % tuple([part if type(part) is Html else text(part) for part in parts]))

    return filled


def joined(parts: Iterable[str], between: str = "") -> Html:
    return Html(text(between).join(map(text, parts)))


def text(words: str) -> Html:
    """`words` on one line, harmless and escaped; markup as it is."""
    if type(words) is Html:
        return words
    return Html(words if words.isprintable() and not _SPECIAL.search(words) else escape(one_line(words)))


def bdi(words: str) -> Html:
    """Words of an article among ours: whichever way they run, ours stay in their order."""
    return Html(f"<bdi>{text(words)}</bdi>")


def linked(words: str) -> Html:
    """`words` of an article or a reader; where the whole of them is a link to a page, as a link."""
    if not (_LINK.fullmatch(words) and words.isprintable()):
        return bdi(words)
    return element("a", bdi(words), href=words, rel="noreferrer noopener")


NOTHING = Html("")
BREAK = Html("<br>")


def hidden(words: str) -> Html:
    """Words for those who hear the page, where others see how it is laid out."""
    return element("span", words, class_="heard")


@lru_cache(maxsize=512)
def _written(*attributes: tuple[str, str | float | None]) -> str:
    given = [(name.rstrip("_").replace("_", "-"), value) for name, value in attributes if value is not None]
    return "".join(f' {name}="{text(value) if isinstance(value, str) else value}"' for name, value in given)
