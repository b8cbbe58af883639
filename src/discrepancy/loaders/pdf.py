"""PDF: the text of the pages, its lines joined to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from discrepancy.errors import InputError
from discrepancy.loaders import Document, Loader, Raw, digest
from discrepancy.loaders._head import read_head
from discrepancy.loaders._metadata import Metadata, line

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST_BYTES = 256_000_000  # images make a PDF large, and its text small
_TAIL = 2_048  # bytes at the end in which the end mark stands, with room for what some mailers append
_FULL = 0.7  # of the longest line: a shorter one ends its paragraph
_HYPHENS = "\x02￾\xad"  # what PDFium gives for a hyphen that breaks a word at the end of a line
_PAGE_BREAK = "\n\n"


def read(raw: Raw) -> Iterator[Document]:
    """The one article of a PDF file. Pages begin at `Document.pages`; offsets are those of the extracted text."""
    data = raw.read(max(_MOST_BYTES, raw.most_bytes))
    pages = list(_pages(data, raw))
    if not any(page.strip() for page in pages):
        raise InputError("holds no text, only images perhaps: run text recognition (OCR) on it first")
    starts = [0]
    for page in pages[:-1]:
        starts.append(starts[-1] + len(page) + len(_PAGE_BREAK))
    text = raw.within(_PAGE_BREAK.join(pages))
    metadata = Metadata(title=_title(data, text)).over(read_head(text))
    yield Document(text, digest(data), metadata, pages=tuple(starts), located=False)


def _pages(data: bytes, raw: Raw) -> Iterator[str]:
    total = 0
    with closing(_opened(data)) as document:
        for number in range(len(document)):
            page = document[number]
            text = paragraphs(page.get_textpage().get_text_bounded())
            page.close()
            total += len(text)
            if total > raw.settings.max_characters:
                raw.within(text * (1 + total // max(1, len(text))))
            yield text


def _opened(data: bytes) -> PdfDocument:
    import pypdfium2

    if not data.strip():
        raise InputError("is empty: fetch it again")
    if b"%PDF-" not in data[:1024]:
        raise InputError("is no PDF, whatever its name says: give it the suffix of its format")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError("is locked with a password: save a copy without one") from None
        raise InputError(_damage(data)) from None
    if b"%%EOF" not in data[-_TAIL:]:
        document.close()
        raise InputError(_damage(data))
    return document


def _damage(data: bytes) -> str:
    """PDFium mends a file that is cut off as far as it goes, and half an article is no fair witness."""
    return (
        "is damaged: fetch it again" if b"%%EOF" in data[-_TAIL:] else "is cut off (its end is missing): fetch it again"
    )


def paragraphs(page: str) -> str:
    """The text of a page with the lines of each paragraph joined.

    A line goes on when it is about as long as the page's lines are and does not end a sentence.
    """
    lines = [line.strip() for line in page.splitlines()]
    width = max(map(len, lines), default=0)
    joined: list[str] = []
    going_on = False
    for text in lines:
        if going_on and text:
            joined[-1] = _continued(joined[-1], text)
        else:
            joined.append(text)
        going_on = bool(text) and (text[-1] in _HYPHENS or (len(text) >= _FULL * width and not _ends(text)))
    return "\n".join(joined).strip()


def _continued(before: str, after: str) -> str:
    if before[-1] in _HYPHENS:
        return before[:-1] + after
    return before + after if before.endswith("-") and before[-2:-1].isalpha() else f"{before} {after}"


def _ends(text: str) -> bool:
    return text.rstrip("\"'”’)]")[-1:] in ".!?:…"


def _title(data: bytes, text: str) -> str | None:
    """The title of the file's properties, where it stands in the text: others are names of templates and files."""
    with closing(_opened(data)) as document:
        title = line(document.get_metadata_dict().get("Title"))
    return title if title and " " in title and title in " ".join(text[:5_000].split()) else None


PLUGIN = Loader("pdf", (".pdf",), read)
