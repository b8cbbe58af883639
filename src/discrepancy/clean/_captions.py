"""Captions: a line under a picture ends with its credit, or says that it is under a picture."""

from __future__ import annotations

import re

from discrepancy._credits import before_credit

_LABELLED = re.compile(
    r"(?:[\s.|(•·–—-]|^)(?:picture|photograph|photo|image|pic|video|illustration|graphic)(?:s|er)?(?:"
    r" (?:credit|by|courtesy(?: of)?|source))?s?\s?[:©]\s?[A-Z©@][^!?]{1,60}$"
    r"|[.|\s](?:credit|courtesy|source)(?: of)?:\s?[A-Z©@][^!?]{1,60}$",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"[.\s](?:©\s?)?(?:AP Photo|Getty Images|AFP Photo|EPA-EFE|REUTERS|Shutterstock|Wikimedia Commons)(?:/[\w"
    r" .’'-]{2,50})?$"
)
_OPENING = re.compile(
    r"(?:FILE(?: PHOTO)?\s?[:–—-]|(?:pictured|above|below|left|right|file photo|photo|in pictures?)(?:,?"
    r" (?:left|right|above|below))?\s?:\s|In this (?:\w+ )?(?:file )?(?:photo|image|picture|frame grab"
    r"|handout))",
    re.IGNORECASE,
)
_GALLERY = re.compile(r"\b(?:Hide|Show) Caption \d{1,3} of \d{1,3}\b")
"""Between the pictures of a gallery whose captions run on in one paragraph."""


def caption(text: str) -> str | None:
    """Why a line is a caption, or None."""
    tail = text[-220:]
    if (end := before_credit(text)) is not None and _credits_a_caption(text, end):
        return "ends with a picture credit"
    if _GALLERY.search(text):
        return "runs on with a gallery's captions"
    if len(text) < 600 and (_LABELLED.search(tail) or _TRAILING.search(tail)):
        return "ends with a picture credit"
    return "opens like a caption" if _OPENING.match(text) and len(text) < 600 else None


def _credits_a_caption(text: str, end: int) -> bool:
    """An agency alone in brackets may also close the last paragraph of a report, behind its full stop."""
    before = text[:end].rstrip()
    if len(before.split()) < 3:
        return False
    return before[-1] not in '.!?"”' or (len(text[end:].split()) > 1 and len(before) < 500)
