"""What pronouns and generic nouns are read as, and what is left open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from tests.claims.parsed import readings

from discrepancy.extractors.references import PLUGIN
from discrepancy.model import Reading, Speech
from discrepancy.settings import DEFAULT

CHOIR = {"Lakeside Choir": "group", "Porto": "place", "Braga": "place"}
CHAIN = [
    "Nurses have left the city hospitals.",
    "The women were angry about their pay.",
    "Today, these women form the Lakeside Choir.",
    "The choir sang in Porto in May.",
    "Its members come from three countries.",
]
PEOPLE = {"Maria Lund": "person", "Ines Moreau": "person", "Paul Grier": "person", "Orsk Rovers": "group"}


def resolved(found: Sequence[Reading]) -> list[dict[str, str]]:
    text = found[0].statement.article.text
    return [{text[r.start : r.end]: r.resolved for r in reading.references} for reading in found]


def read(sentences: Sequence[str], names: Mapping[str, str]) -> list[dict[str, str]]:
    return resolved(PLUGIN.read(readings(sentences, names), DEFAULT))


def test_a_chain_of_people_is_the_group_that_they_form() -> None:
    first, second, third, fourth, fifth = read(CHAIN, CHOIR)
    assert first == {"Nurses": "nurses of the Lakeside Choir"}
    assert second["The women"] == "the members of the Lakeside Choir"
    assert "these women" not in third  # "the members of the choir form the choir" would say nothing
    assert fourth == {"The choir": "the Lakeside Choir"}
    assert fifth == {"Its members": "the members of the Lakeside Choir"}


@pytest.mark.parametrize(
    ("sentences", "last"),
    [
        (["Orsk Rovers won the cup on Sunday.", "The club sold two players in June."], {}),
        (["Orsk Rovers won the cup on Sunday.", "It has hired a coach."], {"It": "Orsk Rovers"}),
        (["Maria Lund led the inquiry.", "She found no errors."], {"She": "Maria Lund"}),
        (["Maria Lund led the inquiry.", "He resigned."], {"He": "Maria Lund"}),
        (["Ines Moreau met Paul Grier in Lyon.", "He resigned."], {"He": "Ines Moreau"}),
        (["Orsk Rovers won the cup on Sunday.", "It is clear that prices will rise."], {}),
        (["Orsk Rovers won the cup on Sunday.", "The group met the minister."], {"The group": "Orsk Rovers"}),
        (["The group met the minister."], {}),
        (["She found no errors."], {}),
    ],
)
def test_pronouns_and_generic_nouns(sentences: list[str], last: dict[str, str]) -> None:
    assert read(sentences, PEOPLE)[-1] == last


def test_antecedents_are_slices_of_the_article() -> None:
    found = PLUGIN.read(readings(["Maria Lund led the inquiry.", "She found no errors."], PEOPLE), DEFAULT)
    (reference,) = found[1].references
    assert found[1].statement.article.text[slice(*reference.antecedent)] == "Maria Lund"


def test_an_article_knows_nothing_of_another() -> None:
    first = readings(["Maria Lund led the inquiry."], PEOPLE)
    second = readings(["She found no errors."], PEOPLE)
    other = replace(second[0].statement, article=replace(second[0].statement.article, id="b"))
    found = PLUGIN.read([*first, replace(second[0], statement=other)], DEFAULT)
    assert found[1].references == ()


def test_nobody_calls_himself_she() -> None:
    page = readings(["Maria Lund led the inquiry.", "She found no errors."], PEOPLE)
    start, end = page[1].statement.start, page[1].statement.end
    speech = Speech(start, end, "Maria Lund", (0, 10), "say", "says", direct=True)
    found = PLUGIN.read([page[0], replace(page[1], speech=(speech,))], DEFAULT)
    assert found[1].references == ()
