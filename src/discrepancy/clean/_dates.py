"""Date lines, bylines and reading times: what stands above an article, not in it."""

from __future__ import annotations

import re

_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEARLESS = rf"(?:{_MONTH}\s\d{{1,2}}(?!\d)|\d{{1,2}}\s{_MONTH})(?![,،]?\s?\d{{4}})"
DATE = (
    rf"(?:{_DAY}\.?,?\s)?(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:[,،]\s?|\s)\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s-]{_MONTH}[,،\s-]\s?\d{{4}}"
    rf"|\d{{4}}[-/.]\d\d?[-/.]\d\d?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|{_YEARLESS})(?:,?\s{_DAY})?"
)
"""A calendar date as it stands in a date line: with or without its weekday, commas or year."""

_TIME = r"T?\d{1,2}[:.]\d\d(?::\d\d)?(?:[+-]\d\d:?\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?|\b\d{1,2}\s?[AaPp]\.?[Mm]\b\.?"
_SPENT = re.compile(rf"{DATE}|{_TIME}|\b{_DAY}\b", re.IGNORECASE)
_AGO = re.compile(r"\b(?:\d{1,3}|an?)\s(?:sec(?:ond)?|min(?:ute)?|hr|hour|day|week|month|year)s?\sago\b", re.IGNORECASE)
_READING = re.compile(
    r"\b\d{1,3}[\s-]min(?:ute)?s?\s(?:read|listen|watch)\b|\breading time:?\s\d{1,3}\s?min\w*", re.IGNORECASE
)
_LABEL = re.compile(
    r"\b(?:first|last|published|updated?|posted|modified|created|reported|date|issued|on|at|in|by|and|the"
    r"|GMT|UTC|BST|IST|[ECMP][SD]?T|E?EST|CES?T|MSK|local time|Z)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^(?:(?:published|posted|updated)\s)?(?:by|written by|posted by|reported by|story by|words by|text by"
    r"|edited by|from|author)[:\s]\s?(?=[A-Z@])",
    re.IGNORECASE,
)
_CONNECTOR = re.compile(
    r"(?:and|of|the|in|for|at|to|with|staff|reporters?|writers?|correspondents?|editors?|bureau|de|da|van|von"
    r"|der|den|al|el|bin|ibn|di|le|la"
    r"|special|additional|reporting|contributors?|senior|chief|political|digital)$",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\s,|/&·•–—-]+")


def stamp(text: str) -> str | None:
    """Why a line is a date line or a byline, or None."""
    if len(text) > 250 or not (_BY.match(text) or any(map(str.isdigit, text))):
        return None
    if text.endswith((".", "!", "?")) and len(text.split()) > 10:
        return None
    bare = _READING.sub(" ", _AGO.sub(" ", _SPENT.sub(" ", text)))
    rest = any(map(str.isalnum, _LABEL.sub(" ", bare)))
    if not rest and bare.strip() != text.strip():
        return "gives the date or the reading time"
    return "byline" if _is_byline(text, bare) else None


def _is_byline(text: str, bare: str) -> bool:
    opened = _BY.match(text.lstrip("-–— "))
    if not opened or text.rstrip()[-1:] in ".!?":
        return False
    tokens = _TOKEN.findall(_LABEL.sub(" ", bare))
    names = sum(token[0].isupper() or token[0] in "@(" for token in tokens)
    connected = sum(1 for token in tokens if _CONNECTOR.match(token) or not token[0].isalpha())
    return 1 <= names <= 14 and names + connected >= len(tokens) - 1 and bool(set(tokens[:1]))
