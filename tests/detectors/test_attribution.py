"""Who said it: another speaker, or nobody any more."""

from __future__ import annotations

import pytest

from discrepancy.detectors.attribution import PLUGIN
from discrepancy.model import Relation
from discrepancy.settings import DEFAULT
from tests.detectors.test_names import evidence


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ('The bank said the fault "will not happen twice."', 'The regulator said the fault "would not happen twice."',
         Relation.CONFLICT),
        ('The army said the fault "will not happen twice."', 'Lund state radio said it "would not happen twice."',
         Relation.CONFLICT),
        ("It is the road where rivals say a driver struck the cyclist after he left the race.",
         "It is the road where a driver struck the cyclist after he left the race.", Relation.VARIANT),
    ],
)  # fmt: skip
def test_fires(first: str, second: str, relation: Relation) -> None:
    assert [c.relation for c in PLUGIN.find(evidence(first, second), DEFAULT)] == [relation]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('"We are ready to play again," the club said.', '"We are ready to play again," club chairman Jan Smit said.'),
        ('"We are ready to play again," he said.', '"We are ready to play again," Jan Smit said.'),
        ('"We are ready to play again," the club said.', '"We are ready to play again," the club said.'),
        ("The mayor said that the bridge was safe.", "The bridge was closed."),
        ('"We are ready to play again," the club said.', '"We are ready to play again," Lund Rovers said.'),
        ('"We are ready to play again," the club said.', '"We are ready to play again," the sports club\'s post said.'),
        ('"We are ready to play again," the club said.', '"We are ready to play again," the nightclub said.'),
        (
            "Anna Berg said a driver struck the cyclist near the old mill after he left the race.",
            "She said a driver struck the cyclist near the old mill after he left the race.",
        ),
        (
            "He struck a cyclist near the old mill in May, rivals say.",
            "Jonas Lund, who struck a cyclist near the old mill in May, won.",
        ),
        ('"We are ready to play again," Jan Smit said.', '"We are ready to play again," Lund News Agency said.'),
        ('"We are ready to play again," said a coach.', '"We are ready to play again," said a trainer.'),
        (
            "It is the road where police say a driver struck the cyclist after he left the race.",
            "It is the road where a driver struck the cyclist after he left the race.",
        ),
    ],
)
def test_stays_silent(first: str, second: str) -> None:
    assert list(PLUGIN.find(evidence(first, second), DEFAULT)) == []
