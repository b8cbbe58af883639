from __future__ import annotations

import pytest

from discrepancy.display.safe import one_line, shown

MUST_CHANGE = [
    ("\x1b[31mred", "␛[31mred"),
    ("a\x00b\x07", "a␀b␇"),
    ("\x7f", "␡"),
    ("\x9b31m", "<U+009B>31m"),
    ("paid \u202e000,01\u202c", "paid <U+202E>000,01<U+202C>"),
    ("\u2066\u2067\u2068\u2069\u200e\u200f\u061c", "<U+2066><U+2067><U+2068><U+2069><U+200E><U+200F><U+061C>"),
    ("zero\u200bwidth\u2060joined\ufeff", "zero<U+200B>width<U+2060>joined<U+FEFF>"),
    ("\ud83d alone", "<U+D83D> alone"),
    ("one\u2028two\u2029", "one<U+2028>two<U+2029>"),
    ("over\rwritten", "over␍written"),
    ("a tag \U000e0041", "a tag <U+E0041>"),
]
MUST_STAY = ["", "plain", "“Ž” – 12 €, naïve", "two\nlines\tand a tab", "no\u00a0break", "😀 Київ", "[bold]<b>*|`"]


@pytest.mark.parametrize(("text", "expected"), MUST_CHANGE)
def test_what_acts_unseen_is_shown(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize("text", MUST_STAY)
def test_what_is_seen_stays(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(("text", "expected"), [("a\r\nb", "a b"), ("a\nb\rc\td", "a b c d"), ("a\x1b", "a␛")])
def test_one_line_is_one_line(text: str, expected: str) -> None:
    assert one_line(text) == expected
