"""Bytes become text, without translation of newlines, so that offsets hold in the source file."""

from __future__ import annotations

import codecs

from discrepancy.errors import InputError

_SAMPLE = 65_536
_BINARY = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a zip or office file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a compressed file",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old office file",
}
_CONTROLS = bytes(sorted(set(range(32)) - set(b"\t\n\r\f\v\x1b\x08")))
_BEYOND_ASCII = bytes(range(128, 256))
_REFUSED = "hold no text that can be read: save the article as text, in UTF-8"


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of `data`: UTF-8, UTF-16, `declared`, or what charset-normalizer makes of it.

    A byte-order mark is no part of the text: offsets are those of `data.decode("utf-8-sig")`. NULs and carriage
    returns stay. A UTF-8 text with a few damaged bytes has U+FFFD for each of them.

    Raises:
        InputError: when `data` is empty or no text.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise InputError("is empty: put an article's text in it, or leave it out")
    for mark, what in _BINARY.items():
        if data.startswith(mark):
            raise InputError(f"is {what}, not text: give it the suffix of its format, or save it as text")
    text = _marked(data) or _unmarked(data, declared)
    if text is None:
        raise InputError(f"its bytes {_REFUSED}")
    return text


def _marked(data: bytes) -> str | None:
    """The text of bytes that say by a mark, or by where their NULs stand, what encoding they have."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return _strict(data, "utf-32")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16")
    sample = data[:_SAMPLE]
    half = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    # English in UTF-16 has a NUL in nearly every other byte: one side full of them, the other free.
    if odd > 0.5 and even < 0.05:
        return _strict(data, "utf-16-le")
    return _strict(data, "utf-16-be") if even > 0.5 and odd < 0.05 else None


def _unmarked(data: bytes, declared: str | None) -> str | None:
    sample = data[:_SAMPLE]
    # No text has one control character in twenty; a stray NUL or two are kept.
    if len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) / 20:
        return None
    text = _strict(data, "utf-8-sig")
    if text is None:
        text = _damaged(data) or (_strict(data, declared) if declared else None) or _guessed(data)
    return text


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _damaged(data: bytes) -> str | None:
    """UTF-8 in which ten characters beyond ASCII are whole for each one that is broken: cut off, or badly copied."""
    text = data.decode("utf-8-sig", errors="replace")
    broken = text.count("�")
    whole = len(text) - broken - len(data.translate(None, _BEYOND_ASCII))
    cut_off = broken == 1 and text.endswith("�") and whole > 0
    return text if cut_off or whole >= 10 * broken else None


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # 20 ms, and most files are UTF-8

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        return None
    # Code pages differ in few letters, and short texts do not tell them apart: English ones are Windows-1252.
    likely = ("cp1252", best.encoding) if "cp1252" in best.could_be_from_charset else (best.encoding,)
    return next((text for text in (_strict(data, encoding) for encoding in likely) if text is not None), None)
