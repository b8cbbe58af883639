"""Text of articles, made harmless to show: nothing in it can steer a terminal, hide words or turn them round."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BREAKS = re.compile(r"\r\n|[\r\n\t]")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories of what is not seen but acts: controls, formats (bidirectional and zero-width ones, tags), lone
surrogates, line and paragraph separators."""


def shown(text: str) -> str:
    """`text` with every hidden character replaced by a visible name: ␛ for an escape, <U+202E> for an override.

    Line feeds and tabs stay as they are. Display only: a quote's offsets are those of the text as it was.
    """
    if text.isprintable():
        return text
    return "".join(map(_visible, text.replace("\r\n", "\n")))


def one_line(text: str) -> str:
    """`shown(text)` on one line: each line break or tab is a space."""
    return text if text.isprintable() else shown(_BREAKS.sub(" ", text))


@lru_cache(maxsize=4096)
def _visible(char: str) -> str:
    code = ord(char)
    if char in "\n\t" or unicodedata.category(char) not in _HIDDEN:
        return char
    if code < 0x20:
        return chr(0x2400 + code)
    return "\N{SYMBOL FOR DELETE}" if code == 0x7F else f"<U+{code:04X}>"
