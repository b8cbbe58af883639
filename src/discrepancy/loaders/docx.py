"""Word files (.docx): paragraphs and tables, in the order in which they stand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from discrepancy.errors import InputError
from discrepancy.loaders import Document, Loader, Raw, digest
from discrepancy.loaders._head import read_head
from discrepancy.loaders._metadata import Metadata, line

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table

_MOST_BYTES = 256_000_000  # images make a file large, and its text small
_MOST_XML = 100_000_000  # unpacked bytes: a novel has 5 million, and a file made to fill the memory has more
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
_BETWEEN = "\n\n"
_DAMAGED = "is no Word file that can be read (cut off or damaged): save it again as .docx"


def read(raw: Raw) -> Iterator[Document]:
    """The one article of a Word file. A table row is a line, its cells separated by " | "."""
    data = raw.read(max(_MOST_BYTES, raw.most_bytes))
    document = _opened(data)
    blocks = list(_blocks(document))
    text = raw.within(_BETWEEN.join(text for _, text in blocks))
    if not text.strip():
        raise InputError("holds no text: put the article's text in it, or leave it out")
    titles = (line(text) for style, text in blocks if style in ("Title", "Heading 1"))
    yield Document(text, digest(data), Metadata(title=next(titles, None)).over(read_head(text)), located=False)


def _opened(data: bytes) -> WordDocument:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError  # type: ignore[import-untyped, unused-ignore]

    if data.startswith(_OLD_FORMAT):
        raise InputError("is locked with a password, or of Word's old format: save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist() if part.filename.endswith(".xml"))
        if unpacked > _MOST_XML:
            raise InputError(f"unpacks to {unpacked:,} bytes, more than an article has: save its text as .txt")
        return docx.Document(io.BytesIO(data))
    # What python-docx meets in a damaged archive: it has no error of its own for it.
    except (zipfile.BadZipFile, OpcError, LxmlError, KeyError, ValueError, AttributeError, EOFError, OSError):
        raise InputError(_DAMAGED) from None


def _blocks(document: WordDocument) -> Iterator[tuple[str, str]]:
    """Every paragraph and table that is not empty, with the name of a paragraph's style."""
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            style, text = "", "\n".join(_rows(block))
        else:
            style, text = str(block.style.name) if block.style else "", block.text
        if text.strip():
            yield style, text


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        texts = [" ".join(cell.text.split()) for cell in row.cells]
        # A merged cell stands in the row once for each column that it covers.
        cells = [text for i, text in enumerate(texts) if text and (i == 0 or row.cells[i] is not row.cells[i - 1])]
        yield " | ".join(cells)


PLUGIN = Loader("docx", (".docx",), read)
