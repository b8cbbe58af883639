from __future__ import annotations

from dataclasses import replace

import pytest

from reports import article

TEXTS = ("", "one line", "\n", "one\ntwo\n\nfour\n", "\n\nthree", "a\r\nb\rc\n")


@pytest.mark.parametrize("text", TEXTS)
def test_the_line_of_each_offset(text: str) -> None:
    source = article("a", text)
    assert [source.line_of(at) for at in range(len(text) + 2)] == [
        text.count("\n", 0, at) + 1 for at in range(len(text) + 2)
    ]


def test_lines_are_those_of_the_own_text() -> None:
    source = article("a", "one\ntwo\n")
    assert source.line_of(5) == 2
    assert replace(source, text="one and two\n").line_of(5) == 1


def test_extracted_text_has_no_lines() -> None:
    assert article("a", "one\ntwo", located=False).line_of(5) is None


def test_asking_for_a_line_changes_no_article() -> None:
    asked, other = article("a", "one\ntwo"), article("a", "one\ntwo")
    asked.line_of(5)
    assert asked == other
    assert hash(asked) == hash(other)
    assert repr(asked) == repr(other)
