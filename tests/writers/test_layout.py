"""The layout of text in columns, against rich's own, which it stands in for."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

import hostile
from discrepancy.display.safe import one_line
from discrepancy.writers._layout import _NARROW, DRAWN, TYPED, Style, plain, styled, table, wrapped

TEXTS = [
    *(one_line(text) for text in hostile.TEXTS if len(text) < 1000),
    "",
    "one two three four five six seven eight nine ten",
    "a-very-long-word-without-any-space-in-it-at-all and then others",
    "short " + "x" * 90 + " short",
    "two  spaces   and    more     between      words",
    " a space before, and one behind ",
    "日本語のテキストは 幅が 二倍 です。" * 3,
    "mixed 全角 and half width, e\u0301 with an accent of its own, and emoji 🙂🙂",
    "no-break\xa0spaces\xa0are spaces, \u2003 wide ones too",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [4, 10, 23, 44, 80])
def test_text_is_wrapped_as_rich_wraps_it(text: str, width: int) -> None:
    # Where the end of a long word fills a line, rich takes the space behind it along to the next.
    expected = [line.plain.strip() for line in Text(text).wrap(Console(file=io.StringIO()), width)]
    ours = [line.text.strip() for line in wrapped(plain([(text, None)]), width)]
    assert list(filter(None, ours)) == list(filter(None, expected))
    assert all(line.width <= width for line in wrapped(plain([(text, None)]), width))


def test_what_is_taken_for_narrow_is() -> None:
    narrow = [chr(code) for code in range(0x20, 0x3000) if _NARROW.fullmatch(chr(code)) and chr(code).isprintable()]
    assert len(narrow) > 800
    assert [char for char in narrow if cell_len(char) != 1] == []
    assert [char for char in narrow if char.isspace()] == [" "]


@pytest.mark.parametrize(("box", "ascii_only"), [(DRAWN, False), (TYPED, True)])
@pytest.mark.parametrize("across", [2, 3])
def test_a_table_is_drawn_as_rich_draws_it(across: int, box: object, ascii_only: bool) -> None:
    cells = [TEXTS[at] for at in (0, 3, 5, 12, 16)]
    rich = Table(show_header=False, expand=True, show_lines=True, padding=(0, 1))
    for _ in range(across):
        rich.add_column(ratio=1, overflow="fold")
    for start in range(0, len(cells), across):
        rich.add_row(*map(Text, cells[start : start + across]))
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii" if ascii_only else "utf-8", errors="backslashreplace")
    Console(file=stream, width=98).print(rich)
    stream.flush()
    drawn = table([[plain([(cell, None)])] for cell in cells], across, 98, DRAWN if box is DRAWN else TYPED)
    ours = "".join(f"{line.text}\n" for line in drawn)
    assert ours.encode("ascii" if ascii_only else "utf-8", errors="backslashreplace") == raw.getvalue()


def test_styles_stay_on_their_words_when_a_line_is_broken() -> None:
    bold = Style("1")
    line = styled([("one two ", None), ("three four", bold), (" five", None)])
    parts = wrapped(line, 13)
    assert [part.text for part in parts] == ["one two three", "four five"]
    assert [[part.text[start:end] for start, end, _ in part.marks] for part in parts] == [["three"], ["four"]]
