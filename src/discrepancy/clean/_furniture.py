"""Site furniture that a line shows by its own words: forms, buttons, calls to subscribe, credits.

The words are those of news sites in general. A line that quotes somebody is never furniture: what an article
tells about subscribers, members or donations stands in sentences about others, while furniture speaks to its reader.
"""

from __future__ import annotations

from discrepancy.clean import _phrases
from discrepancy.clean._dates import stamp
from discrepancy.clean._page import Row

_SHORT = 14
"""Words: a button, a label or a form field has fewer; a sentence of an article rarely."""


def furniture(row: Row) -> str | None:
    """Why a line is site furniture, whatever stands around it; None when its words do not show it."""
    text = row.text.lstrip("-–—*•▪●‣◦·►▶» \t")
    if row.quoted or not text:
        return None if text else "no words"
    if not row.words:
        return "no words"
    return _short(row, text) or _by_phrase(text) or stamp(text)


def _short(row: Row, text: str) -> str | None:
    words = row.words
    if len(words) > _SHORT:
        return None
    if (
        set(words) <= _phrases.BUTTON_WORDS
        and not _phrases.BUTTON_CORE.isdisjoint(words)
        and not row.text.endswith(".")
    ):
        return "share buttons"
    if set(words) <= _phrases.CARDS and (len(_phrases.CARD_CORE.intersection(words)) > 1 or len(words) == 1):
        return "payment cards"
    if _phrases.SOURCE.match(text) and not row.text.endswith("."):
        return "credit"
    for reason, pattern in _phrases.WHOLE:
        if pattern.match(text):
            return reason
    if text.count(" | ") > 1 or text.count(" > ") > 1 or text.count(" » ") > 1:
        return "navigation"
    return _is_address(text)


def _is_address(text: str) -> str | None:
    lone = " " not in text and ("@" in text or text.startswith(("http", "www.", "#")))
    return "address" if lone else None


def _by_phrase(text: str) -> str | None:
    head = text[:400]
    for reason, pattern in _phrases.STARTS:
        if pattern.match(head):
            return reason
    if len(text) > 600:
        return None
    return next((reason for reason, pattern in _phrases.ANYWHERE if pattern.search(text)), None)


def appeals(row: Row) -> bool:
    """Whether a line asks its reader for support: an appeal that names money or membership, and reader or outlet."""
    if row.quoted or len(row.text) > 3000 or not _phrases.APPEAL.search(row.text):
        return False
    return bool(_phrases.MONEY.search(row.text)) and bool(
        _phrases.READER.search(row.text) or _phrases.OUTLET.search(row.text)
    )
