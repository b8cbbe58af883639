"""Which values of one count can both be right."""

import pytest

from discrepancy.detectors._values import compatible, normal
from discrepancy.extractors.quantities import find


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("at least 16 people", "16 people"),
        ("more than 30 people", "32 people"),
        ("dozens of people", "50 people"),
        ("about 60 people", "57 people"),
        ("nearly 50 people", "47 people"),
        ("more than a quarter of a million people", "more than 290,000 people"),
        ("20 to 25 people", "22 people"),
        ("up to 200 people", "180 people"),
        ("a few dozen people", "31 people"),
        ("hundreds of people", "470 people"),
        ("500,000 people", "500,071 people"),
        ("one mile", "1.2 miles"),
    ],
)
def test_what_agrees(a: str, b: str) -> None:
    assert compatible(*find(a), *find(b))
    assert compatible(*find(b), *find(a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("31 people", "32 people"),
        ("at least 31 people", "at least 43 people"),
        ("at least 31 people", "thirty people"),
        ("nearly 50 people", "32 people"),
        ("more than 280,000 people", "470,000 people"),
        ("at least two people", "three people"),
        ("dozens of people", "9 people"),
        ("20 to 25 people", "31 people"),
        ("1,000 people", "1,004 people"),
        ("one mile", "1.7 miles"),
    ],
)
def test_what_differs(a: str, b: str) -> None:
    assert not compatible(*find(a), *find(b))
    assert not compatible(*find(b), *find(a))


@pytest.mark.parametrize(
    ("text", "form"),
    [("31 people", "31"), ("at least 31 people", "31.."), ("up to 50 people", "..50"), ("about 60 people", "~60")],
)
def test_normal_form(text: str, form: str) -> None:
    assert [normal(q) for q in find(text)] == [form]
