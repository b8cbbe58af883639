"""How many strikes: which numbers must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.strikes import PLUGIN
from tests.detectors._news import conflicts

HEAD = "Air strike on market in Tarma kills nine\n"
FIRES = [
    ("Two raids hit the market in Tarma.", "Four air strikes followed one another, residents said."),
    ("Three missiles fell on the market in Tarma.", "A witness said five rockets hit the market in Tarma."),
]
SILENT = [
    # two kinds
    ("Two raids hit the market in Tarma.", "Four shells fell on the market in Tarma."),
    # all of a day, of a wider area, of a longer time
    ("Two raids hit the market in Tarma.", "Forty raids hit the market in Tarma."),
    ("Two raids hit the market in Tarma.", "Four raids hit towns across Carvia."),
    ("Two raids hit the market in Tarma.", "Four raids have hit Tarma since May."),
    # a bound that holds the other
    ("At least four raids hit the market in Tarma.", "Five raids hit the market in Tarma."),
    # others than those that were told of
    ("Two raids hit the market in Tarma.", "Another four raids hit the market in Tarma."),
    ("Two raids hit the market in Tarma.", "There was no word from three other raids on Tarma."),
    # another town
    ("Two raids hit the market.", "Nobody slept. It was dark. The sky was red. In Orlund four raids hit a bakery."),
    # several numbers in one article
    ("Two raids hit the market in Tarma. Five raids hit the market in Tarma.", "Four raids hit the market in Tarma."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)
