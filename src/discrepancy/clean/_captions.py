"""Captions: a line under a picture ends with its credit, or says that it is under a picture."""

from __future__ import annotations

import re

_AGENCY = (
    r"(?:AFP|AP|EPA|EFE|ANI|PTI|IANS|PA|UPI|TASS|Xinhua|Reuters|Bloomberg|Getty|Twitter|Facebook|Instagram|YouTube|Telegram|WikiMedia|Wikimedia"
    r"|Anadolu|NurPhoto|Shutterstock|Alamy|iStock|Unsplash|SWNS|Rex|Agenc(?:y|ies)|[Aa]genc(?:y|ies)|[Ff]ile|FILE|[Pp]hotos?|PHOTO|[Ii]mages?"
    r"|[Pp]ictures?|[Pp]ic|[Cc]ourtesy|[Hh]andout|[Ss]creengrab|[Ss]creenshot|[Ss]upplied|[Aa]rchives?|via|X)"
)
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\.?$")
_SLASHED = re.compile(r"[A-Z][\w.’' -]{1,50}\s?/\s?(?:[A-Z][\w.’' -]{1,50}|[\w.-]+)$|^[A-Z]{2,6}\s?/")
_CREDIT_WORD = re.compile(rf"(?:^|[\s/.,:-]){_AGENCY}(?:$|[\s/.,:-])")
_LABELLED = re.compile(
    r"(?:[\s.|(•·–—-]|^)(?:picture|photograph|photo|image|pic|video|illustration|graphic)(?:s|er)?(?: (?:credit|by|courtesy(?: of)?|source))?s?\s?[:©]\s?[A-Z©@][^.!?]{1,70}$"
    r"|[.|\s](?:credit|courtesy|source)(?: of)?:\s?[A-Z©@][^.!?]{1,60}$",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"[.\s](?:©\s?)?(?:AP Photo|Getty Images|AFP Photo|EPA-EFE|REUTERS|Shutterstock|Wikimedia Commons)(?:/[\w .’'-]{2,50})?$"
)
_OPENING = re.compile(
    r"(?:FILE(?: PHOTO)?\s?[:–—-]|(?:pictured|above|below|left|right|file photo|photo|in pictures?)(?:,? (?:left|right|above|below))?\s?:\s|In this (?:\w+ )?(?:file )?(?:photo|image|picture|frame grab|handout))",
    re.IGNORECASE,
)


def credit(words: str) -> bool:
    """Whether the words between brackets credit a picture: "Ann Lee/Reuters", "file photo", "Twitter"."""
    return len(words.split()) <= 12 and bool(_CREDIT_WORD.search(words) or _SLASHED.search(words.strip()))


def caption(text: str) -> str | None:
    """Why a line is a caption, or None."""
    tail = text[-220:]
    if bracketed := _BRACKETED.search(tail):
        before = text[: len(text) - len(bracketed[0])].rstrip()
        if _credits_a_caption(bracketed[1], before):
            return "ends with a picture credit"
    if len(text) < 600 and (_LABELLED.search(tail) or _TRAILING.search(tail)):
        return "ends with a picture credit"
    return "opens like a caption" if _OPENING.match(text) and len(text) < 600 else None


def _credits_a_caption(words: str, before: str) -> bool:
    """An agency alone in brackets may also close the last paragraph of a report, whose full stop then stands before it."""
    if len(before.split()) < 3 or not credit(words):
        return False
    stopped = before[-1:] in '.!?"”'
    return not stopped or (len(words.split()) > 1 and len(before) < 500)
