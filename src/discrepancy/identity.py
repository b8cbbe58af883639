"""Identity of what is reported: hashes that survive a new source, a new version and an edit elsewhere.

A pair key stands for two positions set against each other. It is made of each statement's source, its quote and
its highlighted words, all normalised; kinds, offsets, line numbers and scores are left out of it.
"""

from __future__ import annotations

import hashlib
import unicodedata

from discrepancy.model import Position

KEY_LENGTH = 16  # hexadecimal digits: 64 bits, so that a collision among a million pairs has odds of 1 in 37 million


def pair_key(a: Position, b: Position) -> str:
    """The same key whichever of the two positions comes first."""
    return _hash("\x1e".join(sorted((_position(a), _position(b)))))


def normalise(text: str) -> str:
    """Words alone, without case, typographic variants or white space."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in folded).split())


def _position(position: Position) -> str:
    statement = position.statement
    marked = " ".join(statement.article.text[start:end] for start, end in position.highlights)
    return "\x1f".join((statement.article.id, normalise(statement.text), normalise(marked)))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:KEY_LENGTH]
