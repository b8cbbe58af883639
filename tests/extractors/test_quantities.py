"""Quantities: what must be found, with its value, noun and state, and what must not."""

import math
from collections.abc import Sequence
from datetime import date

import pytest

from discrepancy.extractors.quantities import PLUGIN, find
from discrepancy.model import Article, DateMention, Quantity, Reading, Statement, Token
from discrepancy.settings import DEFAULT

COUNTS = [
    # text, words of the number, low, high, noun, state
    ("Missile attack kills 3, injures almost 40", "3", 3, 3, "person", "kill"),
    ("Missile attack kills 3, injures almost 40", "almost 40", 36, 40, "person", "injure"),
    ("Two Rio Verdes Valley guards were injured.", "Two", 2, 2, "guard", "injure"),
    ("31 dead in ferry fire", "31", 31, 31, "person", "kill"),
    ("Death toll rises to 45", "45", 45, 45, "person", "kill"),
    ("It put the death toll at as high as 470000.", "as high as 470000", 470000, 470000, "person", "kill"),
    ("Quake leaves 12 dead", "12", 12, 12, "person", "kill"),
    ("Thirty Killed in Mine Collapse", "Thirty", 30, 30, "person", "kill"),
    ("The flood killed 32 farmers as they were sleeping", "32", 32, 32, "farmer", "kill"),
    ("The agency was updating an earlier toll on Sunday evening of 15.", "15", 15, 15, "person", "kill"),
    ("a fire killing at least 15 people and injuring 25 others", "at least 15", 15, None, "person", "kill"),
    ("a fire killing at least 15 people and injuring 25 others", "25", 25, 25, "person", "injure"),
    ("The crash kills scores near Lima", "scores", 40, None, "person", "kill"),
    ("scores were also injured", "scores", 40, None, "person", "injure"),
    ("a quarter of a million people were killed", "a quarter of a million", 250000, 250000, "person", "kill"),
    ("and more than 10 million displaced", "more than 10 million", 1e7, None, "person", "displace"),
    ("the blast left “nearly 50” miners dead", "nearly 50", 45, 50, "miner", "kill"),
    ("Police arrested twenty-five supporters of the club", "twenty-five", 25, 25, "supporter", "arrest"),
    ("The quake claimed 120 lives", "120", 120, 120, "person", "kill"),
    ("At least one hiker was rescued", "At least one", 1, None, "hiker", "rescue"),
    ("Two thousand one hundred men were evacuated", "Two thousand one hundred", 2100, 2100, "man", "evacuate"),
    ("seven sailors are still missing", "seven", 7, 7, "sailor", "miss"),
    ("50 fighters are in training or battling, with 40 awaiting clearance", "50", 50, 50, "fighter", "train"),
    ("50 fighters are in training or battling, with 40 awaiting clearance", "40", 40, 40, "fighter", "await"),
    ("the company suffered the loss of seven lorries and five cranes", "five", 5, 5, "crane", "lose"),
    ("over a dozen Russians took part", "over a dozen", 12, None, "russian", None),
    ("the choir consists of a few dozen singers", "a few dozen", 24, 60, "singer", None),
    ("tens or hundreds of thousands of voters", "tens or hundreds of thousands", 1e4, 9e5, "voter", None),
    ("home to some 60000 people", "some 60000", 60000, 60000, "person", None),
    ("between 5 and 10 ships were damaged", "between 5 and 10", 5, 10, "ship", None),
    ("It sold 2.5 million tickets", "2.5 million", 2.5e6, 2.5e6, "ticket", None),
    ("We have received 27 wounded people", "27", 27, 27, "person", "injure"),
    ("It sold 150 000 tickets", "150 000", 150000, 150000, "ticket", None),
    ("It sold 12\u00a0500 tickets", "12\u00a0500", 12500, 12500, "ticket", None),
    ("On 12 July 12 300 people marched", "300", 300, 300, "person", None),
    ("It sold 1,000 tickets", "1,000", 1000, 1000, "ticket", None),
    ("up to 200 houses burned", "up to 200", None, 200, "house", None),
    ("half a dozen boats", "half a dozen", 6, 6, "boat", None),
    ("Seventeen martyrs fell in the town", "Seventeen", 17, 17, "person", "kill"),
    ("The union counts 312 arrests.", "312", 312, 312, "person", "arrest"),
    ("The number of wounded stands at about 150", "about 150", 150, 150, "person", "injure"),
    ("The injured reached 170 half of them women", "170", 170, 170, "person", "injure"),
    ("It put the number of people detained at 84.", "84", 84, 84, "person", "arrest"),
    ("At least nine people lost their lives", "At least nine", 9, None, "person", "kill"),
    ("41 others sustained serious injuries", "41", 41, 41, "other", "injure"),
    ("Sixty hikers were taken to the town hospital", "Sixty", 60, 60, "hiker", "hospitalise"),
    ("Nine students were taken into custody", "Nine", 9, 9, "student", "arrest"),
    ("Troops free 11 miners in a raid, two captives killed", "11", 11, 11, "miner", "rescue"),
    ("The rebels handed over 64 soldiers", "64", 64, 64, "soldier", None),
    ("He said 40 regime soldiers had been killed.", "40", 40, 40, "soldier", "kill"),
    ("Some 30 militants laid down their arms.", "Some 30", 30, 30, "militant", "surrender"),
    ("12 gunmen turned themselves in", "12", 12, 12, "gunman", "surrender"),
    ("three hundred or so guests", "three hundred or so", 300, 300, "guest", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "low", "high", "noun", "state"), COUNTS)
def test_counts(text: str, number: str, low: float, high: float, noun: str, state: str) -> None:
    found = _numbered(text, number)
    assert (found.low, found.high, found.role) == (low, high, "count")
    assert (found.noun, found.state) == (noun, state)


ROLES = [
    # text, words of the number, role, unit, low
    ("Malyi, 22, is an ethnic Bashkir.", "22", "age", "year", 22),
    ("The dead are Ana Berg, 22 (found in the lobby), and others.", "22", "age", "year", 22),
    ("The dead are Ana Berg, 22, and Rosa Lind, 35; their cousin; and a guest.", "35", "age", "year", 35),
    ("Two females, 28 and 27, and one male, 24, were taken to hospital.", "24", "age", "year", 24),
    ("A 22-year-old nurse", "22", "age", "year", 22),
    ("Per Berg Jr., 28, of Lund, was killed.", "28", "age", "year", 28),
    ("a girl aged 9 was found", "9", "age", "year", 9),
    ("Siberia covers 77% of the country", "77%", "share", "percent", 77),
    ("Turnout was 61.5 per cent", "61.5", "share", "percent", 61.5),
    ("$350 billion in aid", "$350 billion", "money", "USD", 3.5e11),
    ("a $1.5m fine", "$1.5m", "money", "USD", 1.5e6),
    ("a loss of £3bn", "£3bn", "money", "GBP", 3e9),
    ("60 kilometres (35 miles) from the coast", "35", "measure", "mile", 35),
    ("a two-year truce", "two", "duration", "year", 2),
    ("extend his rule by six more years", "six", "duration", "year", 6),
    ("he spent over a year at sea", "over a", "duration", "year", 1),
    ("the third unit of its kind", "third", "ordinal", None, 3),
    ("running for the fifth time", "fifth", "ordinal", None, 5),
    ("only one in 10,000 readers", "one", "share", None, 1),
    ("we hire 20 to 25 drivers monthly", "20 to 25", "rate", None, 20),
]


@pytest.mark.parametrize(("text", "number", "role", "unit", "low"), ROLES)
def test_roles(text: str, number: str, role: str, unit: str | None, low: float) -> None:
    found = _numbered(text, number)
    assert (found.role, found.unit, found.low) == (role, unit, low)


PARTS = [
    ("2 medics among 31 dead", "2", "medic", "kill", 31),
    ("Two medics were among at least 31 people killed", "Two", "medic", "kill", 31),
    ("shelling killed 31 people including two medics", "two", "medic", "kill", 31),
    ("12 killed, 8 of them children and 6 women", "8", "child", "kill", 12),
    ("12 killed, 8 of them children and 6 women", "6", "woman", "kill", 12),
    ("76 children and 41 women were among those killed", "41", "woman", "kill", math.inf),
    ("Nine of the 10 poorest regions are rural", "Nine", "region", None, 10),
]


@pytest.mark.parametrize(("text", "number", "noun", "state", "whole"), PARTS)
def test_parts(text: str, number: str, noun: str, state: str, whole: float) -> None:
    found = _numbered(text, number)
    assert (found.noun, found.state, found.part_of) == (noun, state, whole)


SILENT = [
    "They came through third countries.",
    "First of all, we have to rebuild.",
    "First responders went there.",
    "From one day to the next everything changed.",
    "If there’s one thing to fight for, it is this.",
    "We will take it back centimeter by centimeter.",
    "On March 12, 2024 5:46 PM the doors closed.",
    "It was built in 2011 and rebuilt in the 1980s.",
    "Dec.13, 2023 and 15 Aug 2016 and August 6 2016",
    "Call +44 20 7946 0018 or 555-123-4567.",
    "They drove along Route 66.",
    "The G7 met at COP26 about Covid-19.",
    "An F-16 and an AK-47 were shown, with a Boeing 737.",
    "NATO invoked Article 5 after World War II.",
    "The shop is open 24/7.",
    "See https://example.org/2024/12/31/12-killed for more.",
    "The team won 3-1.",
    "The crew of Apollo 11 landed.",
    "No one came.",
    "one of the most important cases",
    "It scores well.",
    "A number of journalists and several others came.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_counts_nothing_is_left_out(text: str) -> None:
    assert [q.text for q in find(text)] == []


def test_spans_are_slices_and_move_with_the_offset() -> None:
    text = "The strike killed at least 16 people."
    (plain,), (moved,) = find(text), find(text, offset=100)
    assert plain.text == text[plain.start : plain.end] == "at least 16 people"
    assert text[slice(*plain.number_span)] == "at least 16"
    assert (moved.start, moved.number_span) == (plain.start + 100, tuple(at + 100 for at in plain.number_span))


def _parsed(text: str, rows: Sequence[tuple[str, str, str, str, int]]) -> tuple[Token, ...]:
    """Tokens of `rows`: word, lemma, part of speech, relation and head."""
    return tuple(
        Token(i, text.index(word), text.index(word) + len(word), word, lemma, pos, pos, dep, head)
        for i, (word, lemma, pos, dep, head) in enumerate(rows)
    )


def test_a_parse_gives_the_noun_and_the_governing_verb() -> None:
    text = "They recruit 20 very able young staff"
    rows = [
        ("They", "they", "PRON", "nsubj", 1), ("recruit", "recruit", "VERB", "root", 1),
        ("20", "20", "NUM", "nummod", 6),
        ("very", "very", "ADV", "advmod", 4), ("able", "able", "ADJ", "amod", 6), ("young", "young", "ADJ", "amod", 6),
        ("staff", "staff", "NOUN", "obj", 1),
    ]  # fmt: skip
    (found,) = find(text, _parsed(text, rows))
    assert (found.noun, found.state) == ("staff", "recruit")


def test_those_who_are_reported_killed_are_killed() -> None:
    text = "28 guards, nine of them women, were reported killed"
    rows = [
        ("28", "28", "NUM", "nummod", 1), ("guards", "guard", "NOUN", "nsubj:pass", 7),
        ("nine", "nine", "NUM", "appos", 1), ("of", "of", "ADP", "case", 4), ("them", "they", "PRON", "nmod", 2),
        ("women", "woman", "NOUN", "appos", 2), ("were", "be", "AUX", "aux:pass", 7),
        ("reported", "report", "VERB", "root", 7), ("killed", "kill", "VERB", "xcomp", 7),
    ]  # fmt: skip
    assert find(text, _parsed(text, rows))[0].state == "kill"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The toll rose from 1,290 to 3,869.", [1290, 3869]),
        ("It was revised up by 50%, to 3,869 from 2,579.", [50, 3869, 2579]),
        ("Ratings rose by 5 to 10 percent.", [10]),
        ("They killed from 5 to 10 people.", [10]),
    ],
)
def test_an_old_figure_and_a_new_one_are_no_range(text: str, values: list[int]) -> None:
    assert [found.high for found in find(text)] == values


def test_a_third_who_was_hurt_is_one() -> None:
    found = find("She shot two of them and wounded a third, police said.")
    assert [(q.low, q.state) for q in found if q.text == "a third"] == [(1, "injure")]
    assert not [q for q in find("She wounded a third man.") if q.low == 1]


def test_a_name_before_the_noun_is_not_what_is_counted() -> None:
    text = "Two Rio Verde guards were hurt"
    rows = [
        ("Two", "two", "NUM", "nummod", 1), ("Rio", "Rio", "PROPN", "compound", 3),
        ("Verde", "Verde", "PROPN", "flat", 1), ("guards", "guard", "NOUN", "nsubj:pass", 5),
        ("were", "be", "AUX", "aux:pass", 5), ("hurt", "hurt", "VERB", "root", 5),
    ]  # fmt: skip
    (found,) = find(text, _parsed(text, rows))
    assert (found.noun, found.text) == ("guard", "Two Rio Verde guards")


def test_a_target_is_marked() -> None:
    assert _numbered("with a target of a 300-strong battalion", "300").target
    assert not _numbered("a 300-strong battalion marched", "300").target


def test_reading_drops_numbers_of_dates_and_carries_a_noun_over() -> None:
    text = "Nine of the 10 poorest regions are rural. Out of them, five are cold. It began six months ago."
    article = Article("a", "a.txt", "", text)
    cuts = [(0, 41), (42, 69), (70, len(text))]
    readings = [Reading(Statement(article, start, end)) for start, end in cuts]
    when = text.index("six months ago")
    mention = DateMention(when, when + 14, "six months ago", "2024-01", date(2024, 1, 1), date(2024, 1, 31))
    readings[2] = Reading(readings[2].statement, dates=(mention,))
    first, second, third = PLUGIN.read(readings, DEFAULT)
    assert [(q.low, q.noun) for q in (*first.quantities, *second.quantities)] == [(9, "region"), (5, "region")]
    assert third.quantities == ()


def _numbered(text: str, number: str) -> Quantity:
    return next(q for q in find(text) if text[slice(*q.number_span)] == number)
