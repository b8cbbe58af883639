"""Somebody's word here, a fact there."""

from __future__ import annotations

import pytest

from discrepancy.detectors.unattributed import PLUGIN
from discrepancy.model import Relation
from discrepancy.settings import DEFAULT
from tests.detectors.test_names import evidence

PLAIN = "It is the road where a driver struck the cyclist after he left the race."


def test_fires() -> None:
    said = "It is the road where rivals say a driver struck the cyclist after he left the race."
    assert [c.relation for c in PLUGIN.find(evidence(said, PLAIN), DEFAULT)] == [Relation.VARIANT]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It is the road where police say a driver struck the cyclist after he left the race.", PLAIN),
        (
            "It is the road where rivals say a driver passed the cyclist after he left the race.",
            "It is the road where a driver passed the cyclist after he left the race.",
        ),
        (
            "Anna Berg said a driver struck the cyclist near the old mill after he left the race.",
            "She said a driver struck the cyclist near the old mill after he left the race.",
        ),
        (
            "Rivals say a driver struck the cyclist near the old mill after he left the race.",
            '"It was bad. A driver struck the cyclist near the old mill after he left the race."',
        ),
        (
            "He struck a cyclist near the old mill in May, rivals say.",
            "Jonas Lund, who struck a cyclist near the old mill in May, won.",
        ),
    ],
)
def test_stays_silent(first: str, second: str) -> None:
    assert list(PLUGIN.find(evidence(first, second), DEFAULT)) == []


def test_what_is_to_come_is_no_fact() -> None:
    plain = "President Ann Lund intends to sign an order on the old harbour on Thursday at noon."
    said = "President Ann Lund intends to sign an order on the old harbour on Thursday, White House officials said."
    assert list(PLUGIN.find(evidence(plain, said), DEFAULT)) == []
