"""Aspects: what one event, deal or body has one figure of, each with the words that say so.

The words stand right before or after the number ("with 120 people aboard", "at a depth of 24 kilometres"). They are
general news English: a figure whose aspect no such words tell is left to the detectors that compare whole statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from discrepancy.detectors._aspect_table import ASPECTS, PEOPLE, Aspect
from discrepancy.model import Quantity, Reading

_SENTENCE = 200
_BEFORE, _AFTER = 64, 64
"""Characters of a statement that are read on either side of a number: a clause, and bounded work on a long line."""

_BREAK = re.compile(
    r"[,;:.!?]\s|\s[–—-]\s|\s(?:and|which|who|that) (?=(?:has|have|had|employs?|is|was|were|are|will)\b)", re.IGNORECASE
)
_HOUSED = re.compile(r"^ (?:homes|houses)\b", re.IGNORECASE)
_EMPLOYED = re.compile(r"^(?: (?:people|persons|workers|employees|staff|men and women|in)\b|[,.;]|$)", re.IGNORECASE)
_HAS = re.compile(r"\b(?:has|have|had|with|and|its|employing|employs) $", re.IGNORECASE)
_JOBS = re.compile(r"^ (?:\w{2,14} )?(?:jobs|positions|posts)\b", re.IGNORECASE)
_LIVING = re.compile(r"^(?: (?:people|inhabitants|residents|souls)\b|[,.;]|$)", re.IGNORECASE)
_CARRIED = re.compile(rf"^ (?:{PEOPLE})\b", re.IGNORECASE)
_SENT = re.compile(
    r"^ (?:[a-z]{2,14} ){0,2}"
    r"(?:workers|troops|soldiers|officers|police|firefighters|rescuers|personnel|doctors|engineers)\b",
    re.IGNORECASE,
)
_NO_PRICE = re.compile(
    r"\b(?:profits?|revenues?|sales|turnover|premium|loss|losses|dividend|earnings|savings?|a year|bonus"
    r"|fines?|fined|penalty|damages|compensation|tax|taxes|market value|capitali[sz]ation)\b",
    re.IGNORECASE,
)
# What else must stand after the number where only the words before it told the aspect.
_ALSO: dict[str, re.Pattern[str]] = {
    "homes": _HOUSED,
    "staff": _EMPLOYED,
    "jobs": _JOBS,
    "population": _LIVING,
    "aboard": _CARRIED,
    "deployed": _SENT,
}


def aspect_of(reading: Reading, quantity: Quantity) -> Aspect | None:
    """What question a figure answers by the words around it; None where they do not tell."""
    before, after = around(reading, quantity)
    return next((a for a in _of_role(quantity.role) if _tells(a, before, after)), None)


def around(reading: Reading, quantity: Quantity) -> tuple[str, str]:
    """The words before the number, and those after it (after its unit, where it has one)."""
    text, statement = reading.statement.article.text, reading.statement
    low, high = quantity.number_span
    high = quantity.end if quantity.role in ("money", "measure", "rate") else high
    return text[max(statement.start, low - _BEFORE) : low], text[high : min(statement.end, high + _AFTER)]


def nearby(reading: Reading, quantity: Quantity) -> str:
    """The statement around a number, as far as a sentence goes: a line of collected text may have megabytes."""
    text, statement = reading.statement.article.text, reading.statement
    low, high = quantity.number_span
    return text[max(statement.start, low - _SENTENCE) : min(statement.end, high + _SENTENCE)]


def clause(before: str, after: str) -> str:
    """The words around a number up to the nearest punctuation on either side."""
    return f"{_BREAK.split(before)[-1]} {_BREAK.split(after)[0]}"


def _of_role(role: str) -> Iterable[Aspect]:
    return (a for a in ASPECTS if role in a.roles)


def _tells(aspect: Aspect, before: str, after: str) -> bool:
    if aspect.name == "price" and _NO_PRICE.search(before + " " + after):
        return False
    if aspect.after is not None and aspect.after.search(after):
        return aspect.name != "staff" or bool(_HAS.search(before))
    also = _ALSO.get(aspect.name)
    return bool(aspect.before and aspect.before.search(before)) and (also is None or bool(also.search(after)))
