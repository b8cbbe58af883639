"""On which day somebody was killed: which days must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.death_days import PLUGIN
from tests.detectors._news import conflicts

FIRES = [
    (
        "The fatal shooting of Ilias Berg, 15, on Saturday sparked riots.",
        "The officer killed Ilias Berg on Sunday during a clash.",
    ),
    ("Mr Jonas Lund died on Friday.", "The death of Mr Jonas Lund on Thursday was told by his family."),
    ("On Friday, Mr Jonas Lund, 36, died in a fall.", "Mr Lund was a guide. On Thursday, Mr Jonas Lund died."),
]
SILENT = [
    # one night
    ("Mr Ilias Berg was killed on Saturday night.", "Mr Ilias Berg was killed early on Sunday."),
    # shot, and died
    ("Mr Ilias Berg was killed on Saturday.", "Mr Ilias Berg died on Sunday."),
    # the day of a charge
    ("Mr Ilias Berg was killed on Saturday.", "An officer who killed Mr Ilias Berg was charged on Sunday."),
    # the day on which somebody was named
    ("Mr Ilias Berg was killed on Saturday.", "Mr Ilias Berg was killed and identified on Sunday."),
    # two victims
    ("Mr Ilias Berg was killed on Saturday.", "Mr Jonas Lund was killed on Sunday."),
    # a source that gives both
    ("Mr Ilias Berg was killed on Saturday.", "Mr Ilias Berg was killed on Sunday. Ilias Berg was killed on Saturday."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, "Riots\n" + a, "Riots\n" + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, "Riots\n" + a, "Riots\n" + b)
