"""Sources whose own numbers do not fit each other."""

import pytest

from discrepancy.detectors.arithmetic import PLUGIN
from discrepancy.extractors.quantities import find
from discrepancy.model import Article, Evidence, Reading, Statement
from discrepancy.settings import DEFAULT
from tests import builders


def _questions(text: str) -> list[str | None]:
    article = Article("a", "a.txt", "", text)
    reading = Reading(Statement(article, 0, len(text)), quantities=find(text))
    return [c.question for c in PLUGIN.find(Evidence((article,), (reading,), (), ()), DEFAULT)]


@pytest.mark.parametrize(
    "text",
    [
        "The quarry lies 60 kilometres (35 miles) from the coast.",
        "The wave was 30 feet (20 metres) high.",
        "The bear weighed 300 kg (450 pounds).",
        "The fire burned 1,000 hectares (9,000 acres).",
        "The crash left 12 killed, 8 of them children and 6 women.",
        "The flood killed 12 people, including 15 children.",
        "A poll found that 58% of voters approve and 51% of voters disapprove of the plan.",
        "The fare rose by 20 dollars from 100 dollars to 150 dollars.",
    ],
)
def test_fires(text: str) -> None:
    assert len(_questions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The quarry lies 60 kilometres (37 miles) from the coast.",
        "The quarry lies 100 kilometres (60 miles) from the coast.",
        "The village is 15 miles (25 kilometres) away.",
        "The wave was 10 feet (3 metres) high.",
        "The wave was 2 metres (6 feet) high.",
        "Winds of close to 150 miles per hour (241 km per hour) were measured.",
        "The plot has 5 acres (2 hectares).",
        "The bus was driving at 60 mph (97 km/h).",
        "They walked 60 kilometres in 35 hours.",
        "He ran 10 kilometres or 3 hours.",
        "The crash left 12 killed, including two children and six women.",
        "Among the 40 injured were 12 drivers; 30 people were treated on site and 35 at home.",
        "The survey found that 40% of adults drive and 70% of adults own a bicycle.",
        "The fare rose by 20 dollars from 130 dollars to 150 dollars.",
        "Sales rose by 4% from 2.5 million to 2.6 million.",
        "At least 12 people were killed, 14 of them children.",
        "Shootings left 150 people wounded and 24 dead, including 67 gunshot victims in the east.",
        "A flood left 60 people trapped and two buses trapped, including eight on a roof.",
    ],
)
def test_stays_silent(text: str) -> None:
    assert _questions(text) == []


def test_both_sides_stand_on_one_statement_with_their_own_words() -> None:
    text = "The quarry lies 60 kilometres (35 miles) from the coast."
    article = Article("a", "a.txt", "", text)
    reading = Reading(Statement(article, 0, len(text)), quantities=find(text))
    (conflict,) = PLUGIN.find(Evidence((article,), (reading,), (), ()), DEFAULT)
    assert [text[slice(*p.highlights[0])] for p in (conflict.a, conflict.b)] == ["60 kilometres", "35 miles"]


def test_a_copied_conversion_is_one_question() -> None:
    topics = set()
    for name, text in (("a", "It is 60 kilometres (35 miles) off."), ("b", "The dam, 60 kilometres (35 miles) away.")):
        article = Article(name, f"{name}.txt", "", text)
        reading = Reading(Statement(article, 0, len(text)), quantities=find(text))
        topics |= {c.topic for c in PLUGIN.find(Evidence((article,), (reading,), (), ()), DEFAULT)}
    assert len(topics) == 1


@pytest.mark.models
def test_a_part_many_times_its_whole_is_of_another_whole() -> None:
    text = (
        "A team of 3 foreign and 3 local guards works to protect the weakest civilians, including over 1200 children."
    )
    assert builders.found(PLUGIN, text, "It rained.") == []


@pytest.mark.models
def test_those_of_whom_some_are_counted_are_a_whole() -> None:
    text = "The hall was designed to hold 250 migrants but currently holds over 4,100, of whom 3,400 are minors."
    assert builders.found(PLUGIN, text, "It rained.") == []


@pytest.mark.models
def test_a_number_before_a_hyphen_is_no_whole() -> None:
    text = "The mayor called for a noise ban and a 10-room limit on hotels, in a plan that includes 23 steps he took."
    assert builders.found(PLUGIN, text, "It rained.") == []
