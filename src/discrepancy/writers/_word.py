"""Parts of a Word document as XML: runs, paragraphs and tables, whatever stands in their text.

They are strings, because building tables cell by cell through python-docx takes a time that grows with the square of
the table. Names of styles are those of `_word_file`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from discrepancy.display.safe import one_line

_NO_XML = re.compile("[\ufffe\uffff]")
"""What XML 1.0 cannot hold and `one_line` leaves alone. PDF files have U+FFFE where a line ends in a hyphen."""


def text(words: str) -> str:
    """`words` on one line, as XML."""
    return escape(_NO_XML.sub(lambda found: f"<U+{ord(found[0]):04X}>", one_line(words)))


def run(words: str, style: str | None = None) -> str:
    """`words` in a character style."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text(words)}</w:t></w:r>'


def jump(words: str, bookmark: str) -> str:
    """A link to a place in the document."""
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{run(words, "Hyperlink")}</w:hyperlink>'


def link(words: str, relation: str) -> str:
    """A link to the outside, which the package knows as `relation`."""
    return f'<w:hyperlink r:id="{relation}" w:history="1">{run(words, "Hyperlink")}</w:hyperlink>'


def paragraph(*runs: str, style: str | None = None, keep: bool = False) -> str:
    """A paragraph; `keep` holds it on one page with what follows."""
    look = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:keepNext/>" if keep else "")
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{''.join(runs)}</w:p>"


def heading(words: str, level: int, bookmark: tuple[int, str] | None = None) -> str:
    """A heading; `bookmark` is its number and name for links that lead here."""
    if bookmark is None:
        return paragraph(run(words), style=f"Heading{level}")
    number, name = bookmark
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return paragraph(start, run(words), f'<w:bookmarkEnd w:id="{number}"/>', style=f"Heading{level}")


def table(widths: Sequence[int], head: Sequence[str], rows: Iterable[Sequence[str]], *, spanning: bool = False) -> str:
    """A table whose first row is repeated on each page and whose rows stay on one page; a cell is its paragraphs.

    `widths` are of the columns, in twentieths of a point. Where it is `spanning`, an empty cell of the first column
    goes on with the one above it.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    first = _row(widths, [paragraph(run(words), keep=True) for words in head], "<w:tblHeader/>")
    body = "".join(_row(widths, cells, spanning=spanning) for cells in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Findings"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{first}{body}</w:tbl>"
    )


def _row(widths: Sequence[int], cells: Sequence[str], look: str = "", *, spanning: bool = False) -> str:
    merges = [("restart" if cells[0] else "continue") if spanning else "", *[""] * (len(cells) - 1)]
    inner = "".join(map(_cell, widths, cells, merges))
    return f"<w:tr><w:trPr><w:cantSplit/>{look}</w:trPr>{inner}</w:tr>"


def _cell(width: int, paragraphs: str, merge: str) -> str:
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    # Word takes a cell without a paragraph for damage.
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}</w:tcPr>{paragraphs or "<w:p/>"}</w:tc>'
