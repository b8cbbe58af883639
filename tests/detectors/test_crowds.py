"""How many came: which counts must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.crowds import PLUGIN
from discrepancy.model import Relation
from tests.detectors._news import conflicts

HEAD = "March in Tarma and Lund against new bridge\n"
FAR = "It was fine. " * 8  # past what tells the day of the event
FIRES = [
    ("Police put turnout at around 2,000.", "Organisers of the march spoke of 60,000."),
    ("Some 20,000 people marched in Tarma.", "The march mobilised at most 2,000 persons."),
    ("As many as 20,000 residents took to the streets of Tarma.", "Police put the rally at roughly 40,000 people."),
    ("Tens of thousands took to the streets of Tarma.", "About 1,500 people marched through Tarma."),
    ("The rally was attended by 9,000 people.", "A crowd of 30,000 gathered for the rally."),
    ("The march through the old town went on. Its size was put at 3,000.", "A crowd of 30,000 gathered to march."),
    # not nearly so many by a word for many
    ("Thousands of people marched in Tarma.", "Some 150,000 people marched in Tarma."),
    # two numbers in one article, each somebody's
    ("Police put turnout at 2,000, while organisers of the march spoke of 60,000.", "The march drew 20,000 people."),
]
SILENT = [
    # a word for many
    ("Thousands of people marched in Tarma.", "About 30,000 people marched in Tarma."),
    # rounded, or hardly apart
    ("As many as 20,000 people marched in Tarma.", "Police put turnout at 15,000."),
    ("Exactly 20,000 people marched in Tarma.", "Police put turnout at 24,000."),
    # another town, though both are named in both heads
    ("Some 20,000 people marched in Tarma.", "In Lund 3,000 people marched."),
    ("Some 20,000 people marched in Tarma.", "Another 3,000 people marched that day."),
    # of a town that the other article does not name
    ("Some 20,000 people marched.", "In Ostrava 3,000 people marched."),
    # all over the country
    ("Some 20,000 people marched in Tarma.", "Some 200,000 people marched across the country."),
    # another day
    (FAR + "Some 20,000 people marched on Monday.", FAR + "Some 3,000 people marched on Friday."),
    ("Some 20,000 people marched.", "It was on 4 March. " + FAR + "On 20 January 3,000 people marched."),
    ("Some 20,000 people marched in Tarma.", "Last year 3,000 people marched in Tarma."),
    # not those who came
    ("Some 20,000 people marched in Tarma.", "Some 500 police officers marched beside them."),
    ("Some 20,000 people marched in Tarma.", "Police arrested 300 people who marched in Tarma."),
    ("Some 20,000 people marched in Tarma.", "The march began in the town of 4,000 people."),
    ("Some 20,000 people marched in Tarma.", "The march drew 400 buses."),
    ("Some 20,000 people marched in Tarma.", "A group of 300 people marched to the harbour."),
    ("Some 20,000 people marched in Tarma.", "A crowd of 30 gathered after the march."),
    ("Some 20,000 people marched in Tarma.", "The crowd at the march grew until it numbered 90,000."),
    # hoped for
    ("Some 20,000 people marched in Tarma.", "Organisers of the march hoped that 90,000 people marched."),
    # two sorts of gathering
    ("Some 20,000 people marched in Tarma.", "The funeral was attended by 3,000 people."),
    # no gathering is named
    ("Some 20,000 people marched in Tarma.", "It was fine. Later 3,000 people joined the sailing club."),
    # an article with two numbers that nobody is said to have counted
    ("Some 20,000 people marched. About 3,000 people marched on.", "The march drew 20,000 people."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)


def test_two_counters_are_attributed() -> None:
    a, b = "Police put turnout at around 2,000.", "Organisers of the march spoke of 60,000."
    assert [c.relation for c in conflicts(PLUGIN, HEAD + a, HEAD + b)] == [Relation.ATTRIBUTED]


def test_one_counter_is_in_conflict_with_itself() -> None:
    a, b = (
        "Police put turnout at around 2,000.",
        "Police counted 60,000 at the march, and police put turnout at 60,000.",
    )
    assert {c.relation for c in conflicts(PLUGIN, HEAD + a, HEAD + b)} == {Relation.CONFLICT}
