"""Figures, times and places that one of two copies of a passage has changed."""

from __future__ import annotations

import pytest

from discrepancy.detectors import Detector, altered_days, altered_figures, altered_names
from tests.detectors._news import conflicts

HEAD = "A storm came over Salerno.\n"
FIGURES, DAYS, NAMES = altered_figures.PLUGIN, altered_days.PLUGIN, altered_names.PLUGIN


def values(detector: Detector, first: str, second: str) -> list[set[str]]:
    return [{found.a.value, found.b.value} for found in conflicts(detector, HEAD + first, HEAD + second)]


@pytest.mark.parametrize(
    ("detector", "first", "second", "expected"),
    [
        (FIGURES, "A storm sank six of the boats that lay in the harbour of Salerno.",
         "A storm sank nine of the boats that lay in the harbour of Salerno.", {"six", "nine"}),
        (FIGURES, "The harbour tug pulled a barge off the rocks near the lighthouse on the north shore.",
         "Two harbour tugs pulled three barges off the rocks near the lighthouse on the north shore.", {"a", "three"}),
        (FIGURES, "All of the sailors were members of one family that had fished there for years.",
         "Some 25 of the sailors were members of one family that had fished there for years.", {"All", "Some 25"}),
        (FIGURES, "Six of the lost were members of the crew and the others were fishermen, among them a boy.",
         "Nine of the lost were members of the crew and the others were fishermen, said a man on the quay.",
         {"Six", "Nine"}),
        (DAYS, "The large ferry to the islands has been out of service since 2014.",
         "The large ferry to the islands has been out of service since 2015.", {"since 2014", "since 2015"}),
        (DAYS, "Thieves broke into the old mill at dawn on Thursday, months after it had closed.",
         "Thieves broke into the old mill on Wednesday night, months after it had closed.",
         {"at dawn on Thursday", "Wednesday night"}),
        (DAYS, "Thieves broke into the old mill at the river at 9 pm on Thursday.",
         "Thieves broke into the old mill at the river at 4 pm on Thursday.",
         {"9 pm on Thursday", "4 pm on Thursday"}),
        (NAMES, "The crew of the boat was taken to a clinic in the town of Salerno.",
         "The crew of the boat was taken to a clinic in the town of Palermo.", {"Salerno", "Palermo"}),
        (NAMES, "The captain of the boat told the port that he was held by the Sarma Front.",
         "The captain of the boat told the port that he was held by the Tolvan Brigade. The Sarma Front said no more.",
         {"Sarma Front", "Tolvan Brigade"}),
    ],
)  # fmt: skip
def test_fires(detector: Detector, first: str, second: str, expected: set[str]) -> None:
    assert values(detector, first, second) == [expected]


def test_of_a_part_it_is_asked_how_many_of_them() -> None:
    first = "Six of the dead were members of the crew and the others were fishermen, among them a boy."
    second = "Nine of the dead were members of the crew and the others were fishermen, said a man on the quay."
    assert [found.question for found in conflicts(FIGURES, HEAD + first, HEAD + second)] == ["How many of them?"]


@pytest.mark.parametrize(
    ("detector", "first", "second"),
    [
        (FIGURES, "A storm sank at least six of the boats that lay in the harbour.",
         "A storm sank six of the boats that lay in the harbour."),
        (FIGURES, "On Monday the port counted six boats that lay in the harbour of Salerno.",
         "On Friday the port counted nine boats that lay in the harbour of Salerno."),
        (FIGURES, "A storm sank six boats off Salerno, said the port.",
         "In Salerno they say that nine boats went down."),
        (FIGURES, "A storm that lasted six days sank the boats that lay in the harbour.",
         "A storm that lasted six weeks sank the boats that lay in the harbour."),
        (FIGURES, "A 25-year-old man was taken from the water off Salerno with two broken ribs.",
         "A 24-year-old man was taken from the water off Salerno with three broken ribs."),
        (FIGURES, "The boats lay in the 4300 block of Harbour Street in Salerno when it came.",
         "The boats lay in the 1300 block of Harbour Street in Salerno when it came."),
        (FIGURES, "All of the sailors were taken to a hospital in the town on the hill.",
         "Five sailors were taken to a hospital in the town on the hill."),
        (FIGURES, "A group of men tried to board the ferry to the islands in the harbour.",
         "Four armed individuals tried to board the ferry to the islands in the harbour."),
        (DAYS, "The large ferry to the islands has been out of service since 2014.",
         "The large ferry to the islands has been out of service since May 2014."),
        (DAYS, "Nobody was on the quay on Thursday morning as the divers searched the harbour.",
         "Nobody was on the quay on Monday morning as the divers searched the harbour."),
        (DAYS, "A thief broke into the old mill at the river late on Sunday and took a clock.",
         "A thief broke into the old mill at the river early on Monday and took a clock."),
        (DAYS, "A thief broke into the old mill at the river at 1:30 a.m. and took a clock.",
         "A thief broke into the old mill at the river at 2 a.m. and took a clock."),
        (DAYS, "The port authority said on Monday that the ferry to the islands was out of service.",
         "The port authority said on Tuesday that the ferry to the islands was out of service."),
        (DAYS, "The large ferry to the islands went out of service today for the winter.",
         "The large ferry to the islands went out of service on Monday for the winter."),
        (NAMES, "The crew of the boat was taken to a clinic in the town of Atme.",
         "The crew of the boat was taken to a clinic in the town of Atmeh."),
        (NAMES, "The captain of the boat told the port that he was held by the Sarma Front.",
         "The captain of the boat told the port that he was held by the Holy Brigade."),
        (NAMES, "The captain of the boat told the port that he was held by Daesh fighters.",
         "The captain of the boat told the port that he was held by Islamic State fighters. Daesh said no more."),
        (NAMES, "The crew of the boat was taken to a clinic in Salerno on the coast.",
         "The crew of the boat was taken to a clinic in Italy on the coast."),
        (NAMES, "The fund has long had large offices in the town of Salerno.",
         "Nemo says that it opened its first branch in the town of Palermo."),
    ],
)  # fmt: skip
def test_stays_silent(detector: Detector, first: str, second: str) -> None:
    assert values(detector, first, second) == []
