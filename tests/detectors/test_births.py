"""The age of somebody against the year of birth."""

import pytest

from discrepancy.detectors.births import PLUGIN
from tests.detectors._news import conflicts

PUBLISHED = ("2023-03-01", "2023-03-02")


@pytest.mark.parametrize(
    ("a", "b", "question"),
    [
        ("Vote\nMaria Lopez (born 1977) won.", "Vote\nMaria Lopez, 41, won.", "How old is Maria Lopez?"),
        (
            "Vote\nMaria Lopez was born in Lund in 1977.",
            "Vote\nMaria Lopez, who was 49, lost.",
            "How old is Maria Lopez?",
        ),
        (
            "Vote\nMaria Lopez, born on 3 May 1977, won.",
            "Vote\nThe 41-year-old Maria Lopez won.",
            "How old is Maria Lopez?",
        ),
        (
            "Poet\nTom Baker (14 July 1970 – 3 May 2022) was a poet.",
            "Poet\nTom Baker, 44, died in the fire.",
            "How old is Tom Baker?",
        ),
        ("Vote\nMaria Lopez (born 1977) won.", "Vote\nMaria Lopez, born 1981, won.", "When was Maria Lopez born?"),
    ],
)
def test_fires(a: str, b: str, question: str) -> None:
    (found,) = conflicts(PLUGIN, a, b, published=PUBLISHED)
    assert found.question == question


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Vote\nMaria Lopez (born 1977) won.", "Vote\nMaria Lopez, 45, won."),
        ("Vote\nMaria Lopez (born 1977) won.", "Vote\nMaria Lopez, 46, won."),
        ("Vote\nMaria Lopez (born 1977) won.", "Vote\nTom Baker, 41, won."),
        ("Vote\nMaria Lopez was born in Lund.", "Vote\nMaria Lopez, 41, won."),
        ("Paper\nThe editor Maria Lopez (2008 – 2011) won.", "Vote\nMaria Lopez, 41, won."),
        ("Vote\nMaria Lopez (born 1977) won.", "Vote\nThe 12-year-old son of Maria Lopez cheered."),
        ("Vote\nMaria Lopez (born 1977) won. Maria Lopez, 41, wept.", "Vote\nTom Baker lost."),
    ],
)
def test_stays_silent(a: str, b: str) -> None:
    assert conflicts(PLUGIN, a, b, published=PUBLISHED) == []


def test_an_age_of_no_known_day_says_no_year() -> None:
    texts = ("Vote\nMaria Lopez (born 1977) won.", "Vote\nMaria Lopez, 41, was elected mayor.")
    assert conflicts(PLUGIN, *texts, published=("2023-03-01", None)) == []
