"""The root element of a feed, cut free of all that stands before it, before feedparser sees it.

feedparser edits the document type of a feed by patterns that entities can be hidden from. Without a prolog there is no
document type, so nothing can be declared, expanded or opened.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from discrepancy.errors import InputError
from discrepancy.loaders._decode import decode

_DECLARATION = re.compile(r"\s*<\?xml\s[^<>]{0,200}\?>")
_DECLARED_CHARSET = re.compile(rb"<\?xml\s[^<>]{0,200}?encoding\s?=\s?[\"']([\w.-]{2,40})")
# In ASCII, so that feedparser sees the first tag where expat does, and no prolog before it.
_ROOT = re.compile(r"(?:\w{1,40}:)?(?:rss|feed|rdf|channel)", re.ASCII | re.IGNORECASE)
_BLOCK = 65_536  # bytes
_WEB_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_PAGE_HEAD = 5_000  # characters in which a web page says that it is one
# XML 1.0, section 2.2. Content systems let them through; XML parsers stop at the first.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9A-Fa-f]+)|([0-9]+));?")
_MOST_DIGITS = 8
# feedparser looks for an e-mail address in an author by a pattern that takes the square of the longest word: 20,000
# letters took 4 s. No address, link or name has this many characters without any other sign.
_LONG_WORD = re.compile(rb"[A-Za-z0-9_.+-]{1000}")

_WHAT_TO_DO = "give the address or the file of an RSS or Atom feed"


def root(data: bytes, charset: str | None) -> bytes:
    """The feed from its root element on, in UTF-8, with only characters that XML knows.

    Raises:
        InputError: when `data` is no feed, or declares entities.
    """
    if not data.strip():
        raise InputError(f"is empty: {_WHAT_TO_DO}")
    declared = _DECLARED_CHARSET.search(data[:300])
    text = decode(data, charset or (declared[1].decode("ascii") if declared else None))
    declaration = _DECLARATION.match(text)
    text = _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text[declaration.end() if declaration else 0 :])
    whole = _REFERENCE.sub(_legal, text).encode()
    start = _start(whole)
    if start is None:
        what = "is a web page" if _WEB_PAGE.search(text[:_PAGE_HEAD]) else "is no feed"
        raise InputError(f"{what}: {_WHAT_TO_DO}")
    return _LONG_WORD.sub(rb"\g<0> ", whole[start:])


def _start(data: bytes) -> int | None:
    """Where the root element begins; None when there is none, or it is no feed's."""
    parser = expat.ParserCreate("utf-8")
    tags: list[tuple[int, str]] = []

    def refuse(*_: object) -> None:
        raise InputError("declares entities of its own, which can hide a trap: ask the publisher for a feed without")

    parser.StartElementHandler = lambda name, _: tags.append((parser.CurrentByteIndex, name))
    parser.EntityDeclHandler = refuse
    try:
        for start in range(0, len(data), _BLOCK):
            parser.Parse(data[start : start + _BLOCK])
            if tags:
                break
    except expat.ExpatError:  # behind the root element it says nothing about the root element
        pass
    return tags[0][0] if tags and _ROOT.fullmatch(tags[0][1]) else None


def _legal(reference: re.Match[str]) -> str:
    digits, base = (reference[1], 16) if reference[1] else (reference[2], 10)
    code = int(digits, base) if len(digits) <= _MOST_DIGITS else 0
    legal = code < 0x110000 and not _ILLEGAL.match(chr(code))
    return reference[0] if legal else "\N{REPLACEMENT CHARACTER}"
