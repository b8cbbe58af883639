"""Identity of what is reported: hashes that survive a new source, a new version and an edit elsewhere.

A pair key stands for two positions set against each other. It is made of each statement's source, its quote and
its highlighted words, all normalised; kinds, offsets, line numbers and scores are left out of it. Inside a report a
source is named by its id; in a review file by its source key, which does not depend on how the program was called.
"""

# os.path takes ".." out of a path without touching links, and tells a path relative to another that lies beside it;
# pathlib does neither in Python 3.11.
# ruff: noqa: PTH100, PTH118, PTH119, PTH120
from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath

from discrepancy.model import Article, Position

KEY_LENGTH = 16  # hexadecimal digits: 64 bits, so that a collision among a million pairs has odds of 1 in 37 million
STANDARD_INPUT = "-"

_NO_WORDS = re.compile(r"[\W_]+")  # what str.isalnum() is not true of


def article_id(article: Article) -> str:
    """How a report names a source."""
    return article.id


def pair_key(a: Position, b: Position, source: Callable[[Article], str] = article_id) -> str:
    """The same key whichever of the two positions comes first. `source` names an article."""
    return _pair(_position(a, source), _position(b, source))


def smallest_key(a: Iterable[Position], b: Iterable[Position], source: Callable[[Article], str] = article_id) -> str:
    """The smallest pair key of two sides; neither may be empty."""
    others = [_position(position, source) for position in b]
    return min(_pair(_position(position, source), other) for position in a for other in others)


def source_key(article: Article, folder: Path) -> str:
    """What names `article` in a review file in `folder`.

    It is the id that `sources.toml` gives it, else its path relative to `folder`, with slashes; a record of a file
    that holds several has `#` and its own key after the path.
    """
    if article.path == STANDARD_INPUT:
        return article.id
    path = os.path.abspath(article.path)
    parts = PurePath(path).parts
    for count in range(1, len(parts) + 1):
        # An id that no sources.toml gave is the end of the path: how much of it, depends on the call.
        end = PurePath(*parts[-count:]).as_posix()
        if article.id == end or article.id.startswith(f"{end}#"):
            return relative(path, os.path.abspath(folder)) + article.id[len(end) :]
    return article.id


def normalise(text: str) -> str:
    """Words alone, without case, typographic variants or white space."""
    return _NO_WORDS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def relative(path: str, folder: str) -> str:
    """An absolute path as seen from an absolute folder, with slashes, whichever links either was named through."""
    try:
        relative = os.path.relpath(path, folder)
        if relative.startswith(os.pardir):
            # One of the two may have been named through a link, such as /tmp on macOS.
            real = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
            relative = os.path.relpath(real, os.path.realpath(folder))
    except ValueError:  # on another Windows drive
        relative = path
    return PurePath(relative).as_posix()


def _position(position: Position, source: Callable[[Article], str]) -> str:
    statement = position.statement
    marked = " ".join(statement.article.text[start:end] for start, end in position.highlights)
    return "\x1f".join((source(statement.article), normalise(statement.text), normalise(marked)))


def _pair(a: str, b: str) -> str:
    return _hash("\x1e".join(sorted((a, b))))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:KEY_LENGTH]
