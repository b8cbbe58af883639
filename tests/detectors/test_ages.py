"""One person with two ages."""

import pytest

from discrepancy.detectors._ages import sure
from discrepancy.detectors.ages import PLUGIN
from discrepancy.model import NameMention, Severity
from tests.detectors._news import conflicts


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Vote\nMaria Lopez, 34, was elected mayor.", "Mayor\nThe winner was the 36-year-old engineer Maria Lopez."),
        ("Race\nTom Baker (41) won the race.", "Winner\nTom Baker, 39, won the race on Sunday."),
        ("Fire\nPolice named the victim as Tom Baker. He was 41.", "Fire\nTom Baker, 39, died in the fire."),
        ("Trial\nTom Baker, aged 41, was acquitted.", "Court\nTom Baker, 45, was acquitted."),
    ],
)
def test_fires(a: str, b: str) -> None:
    (found,) = conflicts(PLUGIN, a, b)
    assert found.severity is Severity.MEDIUM


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Vote\nMaria Lopez, 34, was elected mayor.", "Vote\nTom Baker, 41, lost."),
        ('Fire\n"I saw him fall," Maria Lopez said. He was 41.', "Fire\nMaria Lopez, 34, saw the fire."),
        ("Fire\nMaria Lopez called Tom Baker. He was 41.", "Fire\nMaria Lopez, 34, saw the fire."),
        ("Vote\nMaria Lopez, 34, was elected mayor.", "Vote\nThe 12-year-old son of Maria Lopez cheered."),
        ("Vote\nMaria Lopez, 34, was elected mayor.", "Vote\nMaria Lopez, 34, won."),
        ("Vote\nMaria Lopez, 34, was elected mayor.", "Vote\nMaria Lopez won by 36 votes."),
        (
            "Fire\nOn the South Side, a 40-year-old man was hurt in a fire on Monday.",
            "Fire\nOn the South Side, a 19-year-old man was hurt in a fire on Monday.",
        ),
        ("Vote\nJohn Samir Haddad, 23, was elected mayor.", "Vote\nHis father, Samir Haddad, 55, cheered."),
        ("Vote\nMaria Lopez, 34, was elected mayor.", "Vote\nA 52-year-old driver hit Maria Lopez on Sunday."),
    ],
)
def test_stays_silent(a: str, b: str) -> None:
    assert conflicts(PLUGIN, a, b) == []


def test_a_birthday_lies_between() -> None:
    texts = ("Vote\nMaria Lopez, 34, was elected mayor.", "Mayor\nMaria Lopez, 35, resigned.")
    assert conflicts(PLUGIN, *texts, published=("2023-03-01", "2024-02-01")) == []
    (near,) = conflicts(PLUGIN, *texts, published=("2024-02-01", "2024-02-02"))
    assert near.severity is Severity.LOW


def test_of_an_article_without_a_day_a_birthday_that_others_tell_of_is_enough() -> None:
    texts = (
        "Vote\nMaria Lopez, 34, won.",
        "Mayor\nMaria Lopez, 35, left.",
        "Poll\nMaria Lopez, 34, was elected mayor.",
    )
    assert conflicts(PLUGIN, *texts, published=("2023-03-01", "2024-02-01", None)) == []


@pytest.mark.parametrize(("text", "known"), [("Ebru Lopez, 26, lost.", False), ("Mayor Lopez, 26, lost.", True)])
def test_a_surname_behind_a_forename_that_was_not_read_is_nobodys(text: str, known: bool) -> None:
    start = text.index("Lopez")
    assert sure(NameMention(start, start + 5, "Lopez", "Maria Lopez", "person"), text, {}) is known


def test_a_battle_between_people_is_not_as_old_as_they_are() -> None:
    first = "Vote\nThe five-year-old legal battle between Phillips and the town went on."
    second = "Vote\nPhillips, 62, owner of the shop, fought for it."
    assert conflicts(PLUGIN, first, second) == []
