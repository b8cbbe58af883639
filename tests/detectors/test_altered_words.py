"""Nouns that one of two copies of a passage has changed."""

from dataclasses import replace

import pytest

from discrepancy.detectors.altered_words import PLUGIN, asks
from discrepancy.model import Conflict, Judgement
from discrepancy.settings import DEFAULT
from tests.builders import evidence

pytestmark = pytest.mark.models

FIRES = [
    ("The navy said that contact had been lost with a training flight over the bay on Monday.",
     "The navy said that contact had been lost with a reconnaissance flight over the bay on Monday."),
    ("The bomb destroyed the kitchen of the only hospital in the valley.",
     "The bomb destroyed the garage of the only hospital in the valley."),
]  # fmt: skip
SILENT = [
    # one spelling, and verbs
    ("The jets took off from an air base in the south of the country at noon.",
     "The jets took off from an airbase in the south of the country at noon."),
    ("The crew of the ferry was taken to a clinic in the town on the hill.",
     "The crew of the ferry was rushed to a clinic in the town on the hill."),
    # what is only the bearer of somebody's words
    ("A letter from the crew led to the search, the release said on Monday, and the ferry was found.",
     "A letter from the crew led to the search, the statement said on Monday, and the ferry was found."),
    # people and numbers have detectors of their own
    ("The navy said that the rebels had blocked the road to the bay on Monday.",
     "The navy said that the gunmen had blocked the road to the bay on Monday."),
    # a part of the body, and what it is a part of
    ("The guard was found with a wound to his face in the kitchen of the old mill on Monday.",
     "The guard was found with a wound to his head in the kitchen of the old mill on Monday."),
    # two writers
    ("The navy said that contact had been lost with a training flight over the bay on Monday.",
     "Its last flight was one of reconnaissance, people in the bay of Salerno say."),
]  # fmt: skip


SURE, UNSURE = Judgement(0.005, 0.005, 0.99), Judgement(0.1, 0.5, 0.4)


def conflicts(a: str, b: str, judgement: Judgement = SURE) -> list[Conflict]:
    """What is found where the model says the same of all that it is asked of."""
    read = evidence(a, b)
    orders = [order for pair in asks(read, DEFAULT) for order in (pair, pair[::-1])]
    return list(PLUGIN.find(replace(read, judgements=dict.fromkeys(orders, judgement)), DEFAULT))


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires_where_the_model_is_sure(a: str, b: str) -> None:
    assert conflicts(a, b)
    assert not conflicts(a, b, UNSURE)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent_whatever_the_model_says(a: str, b: str) -> None:
    assert not conflicts(a, b)


def test_the_model_is_asked_of_each_copy_with_the_words_of_the_other() -> None:
    first, second = FIRES[1]
    asked = set(asks(evidence(first, second), DEFAULT))
    assert asked == {(first, second), (second, first)}
