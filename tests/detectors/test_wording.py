"""The same passage, reworded."""

from __future__ import annotations

import pytest

from discrepancy.detectors.wording import PLUGIN
from discrepancy.settings import DEFAULT
from tests.detectors.test_names import evidence


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("Police said the protesters blocked the road for an hour.",
         "Police said the rioters blocked the road for an hour.",
         {"protesters", "rioters"}),
        ("The board did not name the two founders when it spoke to investors there.",
         "The board did not name any of the managers when it spoke to investors there.", {"founders", "managers"}),
        ("The road over the hill is the governments only supply route to the mill.",
         "The road over the hill is the regimes only supply route to the mill.", {"governments", "regimes"}),
        ("The mill was run by an alliance of Islamist factions until the spring of that year.",
         "The mill was run by an alliance of opposition factions until the spring of that year.",
         {"Islamist", "opposition"}),
    ],
)  # fmt: skip
def test_fires(first: str, second: str, values: set[str]) -> None:
    found = list(PLUGIN.find(evidence(first, second), DEFAULT))
    assert len(found) == 1
    assert {found[0].a.value.split()[-1], found[0].b.value.split()[-1]} == values


def test_what_stands_in_a_bracket_is_no_part_of_what_people_are_called() -> None:
    first = "The Holy Sarma militants group (SMG) on Monday claimed the raid on the harbour of Lund."
    second = "The Holy Sarma (SF Sarmi SG) terrorist group on Monday claimed the raid on the harbour of Lund."
    (found,) = PLUGIN.find(evidence(first, second), DEFAULT)
    assert {found.a.value, found.b.value} == {"militants", "terrorist"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The rioters blocked the main road for an hour.",
            "The rioters blocked the main road for an hour, AFP reported.",
        ),
        (
            "The mayor said that the bridge was safe to use.",
            "The mayor told reporters that the bridge was safe to use.",
        ),
        (
            "The mayor has decided to withdraw all the soldiers from the town by the end of the year.",
            "The mayor has decided to withdraw all the troops from the town by the end of the year.",
        ),
        (
            "A Lund teen charged as an adult in the death of a friend will remain in custody.",
            "A Lund teenager charged as an adult in the death of a friend will remain in custody.",
        ),
        (
            "At noon the teen was inside a home in Lund when a bell was heard and the teen left, police said.",
            "At noon the teen was inside a home in Lund when a bell was heard and the boy left, police said.",
        ),
        (
            "The round went through the floor and subfloor to the first floor of the house in Lund.",
            "The round went through the floor and sub-floor to to the first floor of the house in Lund.",
        ),
        (
            "The teachers said it was to send a ship to fix the lines but that it would not be there on Monday.",
            "The singers said it was to send a ship out to fix the line near Tarma, although Lund needs it.",
        ),
        (
            "The other five victims were taken to local hospitals.",
            "The other five people were taken to local hospitals.",
        ),
        (
            "The young adviser to the mayor has left the town hall of Lund.",
            "The young advisor to the mayor has left the town hall of Lund.",
        ),
        ("The rioters marched through the centre of the town.", "The rioters marched through the center of the town."),
        ("Fans of Ana Ruiz waited at the gate of the club.", "Fans of the singer waited at the gate of the club."),
        ("He told officers that the boy was in the room.", "He told police that the boy was in the room."),
        ("Some 50 fans left the ferry at the old port.", "Some 60 fans left the ferry at the old port."),
        ("The storm struck the small harbour on the west coast.", "The storm hit the small harbour on the west coast."),
        ("He met Oleksiy Hrynko at the gate of the old mill.", "He met Oleksii Hrynko at the gate of the old mill."),
    ],
)
def test_stays_silent(first: str, second: str) -> None:
    assert list(PLUGIN.find(evidence(first, second), DEFAULT)) == []
