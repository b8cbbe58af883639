"""What one of two copies of a passage has changed: figures, times, names, outcomes, doubts and labels."""

from __future__ import annotations

import pytest

from discrepancy.detectors import (
    Detector,
    altered_certainty,
    altered_days,
    altered_figures,
    altered_labels,
    altered_names,
    altered_outcomes,
    altered_owners,
)
from discrepancy.model import Kind
from tests.detectors._news import conflicts

HEAD = "A storm came over Salerno.\n"
FIGURES, DAYS, NAMES = altered_figures.PLUGIN, altered_days.PLUGIN, altered_names.PLUGIN
OUTCOMES, DOUBTS, LABELS = altered_outcomes.PLUGIN, altered_certainty.PLUGIN, altered_labels.PLUGIN
OWNERS = altered_owners.PLUGIN


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
        (NAMES, "The captain of the boat told the port that he was held by Daesh fighters.",
         "The captain of the boat told the port that he was held by ISIS fighters.", {"Daesh", "ISIS"}),
        (OUTCOMES, "A wave destroyed the old lighthouse at the end of the harbour of Salerno.",
         "A wave damaged the old lighthouse at the end of the harbour of Salerno.", {"destroyed", "damaged"}),
        (OUTCOMES, "One of the divers who searched the harbour of Salerno on Monday was killed by a fall.",
         "One of the divers who searched the harbour of Salerno on Monday was injured by a fall.",
         {"killed", "injured"}),
        (OUTCOMES, "It was dark when the wave came, said Anna Lund, a baker whose brother was killed.",
         "It was dark when the wave came, said Anna Lund, a baker whose brother is fighting for his life.",
         {"was killed", "is fighting for his life"}),
        (DOUBTS, "The crew was believed to have left the ship before it sank off Salerno.",
         "The crew had left the ship before it sank off Salerno.", {"was believed to", "stated as a fact"}),
        (DOUBTS, "The old lighthouse fell when boats believed to be Carvian struck the quay of Salerno at noon.",
         "The old lighthouse fell when Carvian boats struck the quay of Salerno at noon.",
         {"believed to be", "stated as a fact"}),
        (OWNERS, "At noon warplanes struck the old mill at the river in Salerno and the quay.",
         "At noon Russian warplanes struck the old mill at the river in Salerno and the quay.",
         {"warplanes", "Russian warplanes"}),
        (OWNERS, "At noon Syrian warplanes struck the old mill at the river in Salerno and the quay.",
         "At noon Russian warplanes struck the old mill at the river in Salerno and the quay.",
         {"Syrian warplanes", "Russian warplanes"}),
        (LABELS, "The hardline rebels who held the old mill at the river left it in March.",
         "The rebels who held the old mill at the river left it in March.", {"hardline rebels", "rebels"}),
        (LABELS, "Forces of the Carvian-backed movement took the old mill at the river in March.",
         "Forces of the movement took the old mill at the river in March.", {"Carvian-backed movement", "movement"}),
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
        (DAYS, "The port set the captain of the ferry a final deadline of 5 p.m. EDT to hand over his papers.",
         "The port set the captain of the ferry a final deadline of 2100 GMT to hand over his papers."),
        (NAMES, "The crew of the boat was taken to a clinic in the town of Atme.",
         "The crew of the boat was taken to a clinic in the town of Atmeh."),
        (NAMES, "The captain of the boat told the port that he was held by the Sarma Front.",
         "The captain of the boat told the port that he was held by the Holy Brigade."),
        (NAMES, "The captain of the boat told the port that he was held by Daesh fighters.",
         "The captain of the boat told the port that he was held by Islamic State fighters. Daesh said no more."),
        (NAMES, "The captain of the boat was taken to the port by the Sarma Hospital on Monday.",
         "The captain of the boat was taken to the port by the Tolvan Brigade on Monday. The Sarma Hospital is open."),
        (DAYS, "The boy was taken to Mercy Hospital in a van, where he was pronounced dead at 4:06 p.m. on Monday.",
         "The boy was taken to Salerno Hospital in a van, where he was pronounced dead at 10:39 p.m. on Monday."),
        (NAMES, "The crew of the boat was taken to a clinic in Salerno on the coast.",
         "The crew of the boat was taken to a clinic in Italy on the coast."),
        (NAMES, "The fund has long had large offices in the town of Salerno.",
         "Nemo says that it opened its first branch in the town of Palermo."),
        (OUTCOMES, "A wave wrecked the old lighthouse at the end of the harbour of Salerno.",
         "A wave destroyed the old lighthouse at the end of the harbour of Salerno."),
        (OUTCOMES, "A wave destroyed the old lighthouse at the harbour of Salerno.",
         "In Salerno they say that a light by the sea was damaged."),
        (DOUBTS, "The crew reportedly left the ship before it sank off Salerno.",
         "The crew apparently left the ship before it sank off Salerno."),
        (DOUBTS, "The crew reportedly left the ship before it sank off Salerno.",
         "The crew may have left the ship before it sank off Salerno."),
        (DOUBTS, "The ship sank off Salerno at noon and ten men were believed to be still aboard, the port said.",
         "The ship sank off Salerno at noon, the port said."),
        (DOUBTS, "Anyone in the port who may have seen the ship is asked to call the harbour police of Salerno.",
         "Anyone in the port who saw the ship is asked to call the harbour police of Salerno."),
        (DOUBTS, "The ship that lay by the quay of Salerno was first thought to have had ten men aboard.",
         "The ship that lay by the quay of Salerno had ten men aboard."),
        (DOUBTS, "By noon the crew and the cook allegedly left the ship by the quay before it sank off Salerno.",
         "The owner alleges that by noon the crew and the cook left the ship by the quay before it sank off Salerno."),
        (DOUBTS, "The old fund reportedly has some 1,200 members, half of whom live by the quay of Salerno.",
         "Jonas Berg said the old fund has some 1,200 members, half of whom live by the quay of Salerno."),
        (DOUBTS, "After allegedly killing Lund, Berg took one of the old boats of the port, with guards in pursuit.",
         "He took one of the old boats of the port, with guards in pursuit."),
        (DOUBTS, "Police in Salerno seek the alleged thief of the crown of the old king.",
         "Police in Salerno seek the thief of the crown of the old king."),
        (DOUBTS, "The ship reportedly sank off Salerno at noon.", "In Salerno they say it went down by the coast."),
        (OWNERS, "At noon government warplanes struck the old mill at the river in Salerno and the quay.",
         "At noon regime warplanes struck the old mill at the river in Salerno and the quay."),
        (OWNERS, "At noon two warplanes struck the old mill at the river in Salerno and the quay.",
         "At noon warplanes struck the old mill at the river in Salerno and the quay."),
        (OWNERS, "At noon Syrian warplanes struck the old mill at the river in Salerno and the quay.",
         "At noon Syrian government warplanes struck the old mill at the river in Salerno and the quay."),
        (LABELS, "The two rebels who held the old mill at the river left it in March.",
         "The rebels who held the old mill at the river left it in March."),
        (LABELS, "The hardline rules that held in the old mill at the river ended in March.",
         "The rules that held in the old mill at the river ended in March."),
        (OUTCOMES, "He said nine guards of the mill were killed and four wounded, adding that two raiders died.",
         "He said four guards of the mill were wounded and that two raiders died."),
    ],
)  # fmt: skip
def test_stays_silent(detector: Detector, first: str, second: str) -> None:
    assert values(detector, first, second) == []


def test_two_names_of_one_body_are_a_matter_of_names() -> None:
    first = "The captain of the boat told the port that he was held by Daesh fighters."
    (found,) = conflicts(NAMES, HEAD + first, HEAD + first.replace("Daesh", "ISIS"))
    assert found.kind is Kind.NAME


def test_words_that_were_moved_do_not_hide_a_doubt() -> None:
    told = "shots {} from a hut by the old mill at the river, as the last boat of the day was leaving Salerno"
    first = f"The port of Salerno said the {told.format('appeared to have come')}."
    second = f"The {told.format('came')}, the port of Salerno said."
    assert values(DOUBTS, first, second) == [{"appeared to", "stated as a fact"}]


@pytest.mark.parametrize(("first", "kind"), [("before midnight on Wednesday", Kind.TIME), ("on Monday", Kind.DATE)])
def test_two_ends_of_one_night_are_apart_by_hours(first: str, kind: Kind) -> None:
    told = "Thieves broke into the old mill at the river {} and took a clock."
    found = conflicts(DAYS, HEAD + told.format(first), HEAD + told.format("at dawn on Thursday"))
    assert {one.kind for one in found} == {kind}


def test_two_orders_in_time_and_two_words_for_how_many() -> None:
    told = "At least nine sailors were lost {} in the day when a wave ran over the old town."
    (found,) = conflicts(DAYS, HEAD + told.format("later"), HEAD + told.format("earlier"))
    assert found.question == "Before it, or after it?"
    told = "{} of the wounded sailors are in a clinic in the town on the hill, a doctor said."
    (found,) = conflicts(FIGURES, HEAD + told.format("Many"), HEAD + told.format("Some"))
    assert {found.a.value, found.b.value} == {"Many", "Some"}
    assert conflicts(FIGURES, HEAD + told.format("Several"), HEAD + told.format("Some")) == []


def test_what_an_editor_put_into_brackets_is_nobodys_name_for_it() -> None:
    told = '"I am curious why anybody should think that the {} has too much power over the old harbour."'
    beside = " The Lund Fund and the FRD met."
    assert conflicts(NAMES, HEAD + told.format("FRD") + beside, HEAD + told.format("[Lund Fund]") + beside) == []
