from __future__ import annotations

import pytest

import reports
from discrepancy.display import labels
from discrepancy.model import Article


def source(ident: str, **known: object) -> Article:
    return reports.article(ident, ident, **known)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([source("a", publisher="Herald"), source("b", publisher="Wire")], ["Herald", "Wire"]),
        ([source("a", title="A title"), source("b")], ["A title", "b.txt"]),
        (
            [source("a", publisher="Herald", published="2024-05-07"), source("b", publisher="Herald")],
            ["Herald, 2024-05-07", "Herald, no date"],
        ),
        (
            [
                source("a", publisher="Herald", published="2024-05-07", path="x/a.txt"),
                source("b", publisher="Herald", published="2024-05-07", path="y/a.txt"),
            ],
            ["Herald, x/a.txt", "Herald, y/a.txt"],
        ),
        (
            [source("a#1", publisher="Herald", path="a.jsonl"), source("a#2", publisher="Herald", path="a.jsonl")],
            ["a#1", "a#2"],
        ),
    ],
)
def test_a_source_is_named_as_shortly_as_tells_it_apart(sources: list[Article], expected: list[str]) -> None:
    assert list(labels(sources).values()) == expected


def test_no_two_sources_share_a_name() -> None:
    sources = [
        source("a", publisher="Herald", published="2024-05-07"),
        source("b", publisher="Herald", published="2024-05-08"),
        source("c", publisher="Herald, 2024-05-07"),
    ]
    assert len(set(labels(sources).values())) == 3
