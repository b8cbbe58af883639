"""One street with two house numbers, and what only looks like it."""

from __future__ import annotations

import pytest

from discrepancy.detectors.addresses import PLUGIN
from discrepancy.model import Kind
from tests.builders import found


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("It broke out at 19 Mill Street.", "Crews were sent to 18 Mill St. at midnight.", {"19, Mill", "18, Mill"}),
        ("A fire broke out in the 15400 block of Oak Hill on Monday.", "It began in the 15000 block of Oak Hill Road.",
         {"15400 block, Oak Hill", "15000 block, Oak Hill"}),
        ("It was at 40 North Elm Avenue.", "The fire was at 52 Elm Ave.", {"40, Elm", "52, Elm"}),
        ("It was in the 100 block of East 146th Street.", "It was in the 100-block of East 136th Street.",
         {"100 block, 146th", "100 block, 136th"}),
    ],
)  # fmt: skip
def test_fires(first: str, second: str, values: set[str]) -> None:
    (conflict,) = found(PLUGIN, first, second)
    assert conflict.kind is Kind.PLACE
    assert {conflict.a.value, conflict.b.value} == values


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The fire was at 402 Mill Street.", "It broke out in the 400 block of Mill Street."),
        ("The fire was at 43145 Mill Street.", "It broke out in the 43000 block of Mill Street."),
        ("The fire was at 19 Mill Street.", "The fire was at 18 Oak Street."),
        ("The fire was at 19 Mill Street.", "The fire was at 19 Mill St."),
        ("It broke out in the 5,000 block of Mill Street.", "It broke out in the 5000 block of Mill Street."),
        ("He ruled in a 1984 Supreme Court case.", "He wrote of the 1986 Supreme Court case."),
        ("The parade passed 42nd Street.", "The parade passed 43rd Street."),
        ("Crews went from 19 Mill Street to 18 Mill Street.", "The fire was at 18 Mill Street."),
    ],
)
def test_stays_silent(first: str, second: str) -> None:
    assert found(PLUGIN, first, second) == []
