from __future__ import annotations

import random

import pytest
from rich.cells import cell_len

from discrepancy_tui.wrapping import rows


@pytest.mark.parametrize(
    ("text", "width", "wanted"),
    [
        ("", 5, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 100, ["one two three"]),
        ("a  b", 3, ["a", "b"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("  in", 10, ["  in"]),
        ("漢字漢字漢", 4, ["漢字", "漢字", "漢"]),
        ("漢字 ab 漢", 5, ["漢字", "ab 漢"]),
        ("漢字", 3, ["漢", "字"]),
        ("مرحبا بالعالم", 7, ["مرحبا", "بالعالم"]),
        ("abc漢字", 2, ["ab", "c", "漢", "字"]),
    ],
)
def test_rows(text: str, width: int, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in rows(text, width)] == wanted


def test_nothing_is_lost_and_no_row_is_too_wide() -> None:
    draw = random.Random(7)
    signs = list("ab é漢مر\u0301\ufe0f\U0001f469\U0001f3fd\U0001f1e9❤…ก็ิ가\u1100\u1161 ")
    for _ in range(3000):
        text = "".join(draw.choices(signs, k=draw.randint(0, 40)))
        width = draw.randint(2, 12)
        parts = [text[start:end] for start, end in rows(text, width)]
        assert "".join("".join(parts).split()) == "".join(text.split())
        assert all(cell_len(part.rstrip()) <= width for part in parts), (text, width)


@pytest.mark.parametrize("text", ["x" * 1_000_000, "word " * 200_000, "漢字" * 500_000, " " * 1_000_000])
def test_a_megabyte(text: str) -> None:
    found = rows(text, 60)
    assert sum(end - start for start, end in found) == len(text) - text.count(" ") + sum(
        text[start:end].count(" ") for start, end in found
    )
