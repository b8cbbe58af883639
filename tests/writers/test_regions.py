from __future__ import annotations

import pytest

from discrepancy.model import Span
from discrepancy.writers._regions import Region, Regions
from reports import article

TEXT = "one\r\ntwo é 😀 three\n\nlast"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("one", Region(1, 1, 1, 4)),
        ("two", Region(2, 1, 2, 4)),
        ("three", Region(2, 9, 2, 14)),
        ("three\n\nla", Region(2, 9, 4, 3)),
        ("last", Region(4, 1, 4, 5)),
        ("three\n", Region(2, 9, 3, 1)),
    ],
)
def test_lines_and_columns_count_from_one_in_characters(words: str, expected: Region) -> None:
    start = TEXT.index(words)
    assert Regions().of(article("a", TEXT), (start, start + len(words))) == expected


def test_lines_are_those_of_the_article() -> None:
    source, regions = article("a", TEXT), Regions()
    spans: list[Span] = [(at, at) for at in range(len(TEXT) + 1)]
    assert [getattr(regions.of(source, span), "line", None) for span in spans] == [
        source.line_of(start) for start, _ in spans
    ]


def test_a_source_without_lines_has_none() -> None:
    assert Regions().of(article("a", TEXT, located=False), (0, 3)) is None


def test_two_articles_are_kept_apart() -> None:
    regions = Regions()
    assert regions.of(article("a", "\n\nx"), (2, 3)) == Region(3, 1, 3, 2)
    assert regions.of(article("b", "x x"), (2, 3)) == Region(1, 3, 1, 4)
