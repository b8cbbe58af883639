"""Picture credits: the words in brackets behind a caption."""

from __future__ import annotations

import re

_SOURCE = (
    r"(?:AFP|AP|EPA|EFE|ANI|PTI|IANS|PA|UPI|TASS|Xinhua|Reuters|Bloomberg|Getty|Twitter|Facebook|Instagram"
    r"|YouTube|Telegram|Wiki[Mm]edia"
    r"|Anadolu|NurPhoto|Shutterstock|Alamy|iStock|Unsplash|SWNS|Rex|[Aa]genc(?:y|ies)|[Ff]ile|FILE|[Pp]hotos?"
    r"|PHOTO|[Ii]mages?|[Pp]ictures?"
    r"|[Pp]ic|[Cc]ourtesy|[Ss]ource|[Cc]redit|Published|[Hh]andout|[Ss]creengrab|[Ss]creenshot|[Ss]upplied"
    r"|[Aa]rchives?|via|X)"
)
_SLASHED = re.compile(r"[A-Z][\w.’' -]{1,50}\s?/\s?(?:[A-Z][\w.’' -]{1,50}|[\w.-]+)$|^[A-Z]{2,6}\s?/")
_NAMED = re.compile(rf"(?:^|[\s/.,:-]){_SOURCE}(?:$|[\s/.,:-])")
_BRACKETED = re.compile(r"\s?[(\[]([^()\[\]]{2,90})[)\]]\.?$")
_REACH = 100


def credits_picture(words: str) -> bool:
    """Whether the words between brackets credit a picture: "Ann Lee/Reuters", "file photo", "Twitter"."""
    return len(words.split()) <= 12 and bool(_NAMED.search(words) or _SLASHED.search(words.strip()))


def before_credit(text: str) -> int | None:
    """Where the bracketed credit at the end of `text` begins, white space included; None when there is none."""
    tail = max(0, len(text) - _REACH)
    found = _BRACKETED.search(text, tail)
    return found.start() if found and credits_picture(found[1]) else None
