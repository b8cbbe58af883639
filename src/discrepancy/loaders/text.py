"""Plain text: the article is the decoded file itself, and its head gives title, author and date."""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.loaders import Document, Loader, Raw, digest
from discrepancy.loaders._decode import decode
from discrepancy.loaders._head import read_head


def read(raw: Raw) -> Iterator[Document]:
    """The one article of a text file. A named file with a suffix that no loader knows comes here too."""
    data = raw.read()
    text = raw.within(decode(data))
    yield Document(text, digest(data), read_head(text))


PLUGIN = Loader("text", (".txt", ".text"), read)
