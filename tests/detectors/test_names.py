"""One name in two spellings: what must fire and what must stay silent. Also wording and attribution, on the same
hand-made evidence, need no parse."""

from __future__ import annotations

import pytest

from discrepancy.detectors._spellings import _plural
from discrepancy.detectors.names import PLUGIN
from discrepancy.extractors import speakers
from discrepancy.model import Conflict, Evidence
from discrepancy.settings import DEFAULT
from tests import builders
from tests.detectors import _news
from tests.extractors.test_names import read


def evidence(*texts: str) -> Evidence:
    """Names and speakers of articles with these texts, without a parse or claims."""
    readings = tuple(speakers.PLUGIN.read(read(*texts), DEFAULT))
    articles = tuple({r.statement.article.id: r.statement.article for r in readings}.values())
    return Evidence(articles, readings, (), ())


def conflicts(*texts: str) -> list[Conflict]:
    return list(PLUGIN.find(evidence(*texts), DEFAULT))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They met the mayor Oleksiy Hrynko.", "They met the mayor Oleksii Hrynko."),
        ("He led the Weather Institute.", "He led the Waether Institute."),
        ("They met the clerk Oleh Halenko.", "They met the clerk Oleg Galenko."),
        ("The raid hit the Al-Noor Front.", "The well-armed men hit the Noor Front."),
    ],
)
def test_fires(first: str, second: str) -> None:
    found = conflicts(first, second)
    assert len(found) == 1
    assert found[0].a.value != found[0].b.value


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They met Keir Dale.", "They met Keir Dale.\nThen Dale left."),
        ("He led the Defence Ministry.", "He led the Defense Ministry."),
        ("It is Samoa's flag.", "It is the flag of Samoa."),
        ("It rained in Odessa.", "It rained in Odesa."),
        ("The raid hit the Al-Noor Front.", "The raid hit the Al Noor Front."),
        ("They met the Alpine Weather Office (AWO).", "They met the AWO."),
        ("He went to Iran.", "He went to Iraq."),
        ("They sell HD films.", "They sell HDD drives."),
        ("She left the Three Oaks Apartment block, an apartment in town.", "She left the Three Oaks Apartments."),
        ("Jan Smit's aunt won a Halley Award.", "Jan Smit's aunt held the Halley Awards."),
        ("Halley Award producers met Jan Smit's aunt.", "Jan Smit's aunt held the Halley Awards."),
        ("It passed the Recognised Transit Lane.", "It passed the Recognized Transit Lane."),
        ("They met the envoy Omar al-Noor.", "They met the envoy Omar Noor."),
        (
            "They met the envoy Omar al-Noor. Noor gave no answer.",
            "They met the envoy Omar al-Noor. Then al-Noor spoke.",
        ),
        ("She lies in the Oak-Hill Clinic.", "She left the Oak Hill Clinic, which is well-known."),
        ("They met Trade Adviser Jan Smit.", "They met Trade Advisor Jan Smit."),
        ("He read from the Quran.", "He read from the Koran."),
        ("They met the envoy Omar Noor. Then Noor left.", "They met the envoy Omar Noor. Then el-Noor spoke."),
        ("She met the Reverend Al.", "She met the Reverend."),
    ],
)
def test_stays_silent(first: str, second: str) -> None:
    assert conflicts(first, second) == []


def test_who_writes_both_in_one_sentence_means_two() -> None:
    assert conflicts("He led the Weather Institute.\nThe Weather Institute and the Weater Institute are new.") == []
    assert conflicts("He led the Weather Institute.\nThe Weather Institute and the Waether Institute are new.") != []


def test_a_surname_alone_repeats_what_a_full_name_showed() -> None:
    texts = ("Hugh Berman and Anna Berman spoke.", "Hugh Bermann came.", "Mr Berman left.", "Mr Bermann left.")
    assert [found.topic for found in conflicts(*texts)] == ["Hugh Berman"]


def test_asks_whether_it_is_a_misprint_where_one_article_spells_it_both_ways() -> None:
    (slip,) = conflicts("He led the Weather Institute.\nThe Waether Institute is new.")
    assert slip.question == "Is “Waether Institute” a misprint?"
    (apart,) = conflicts("He led the Weather Institute.", "He led the Waether Institute.")
    assert apart.question == "How is the name spelled?"
    (script,) = conflicts("He saw Andriy Hrynko.\nAndrii Hrynko spoke.")
    assert script.question == "How is the name spelled?", "transliterations are no misprints"


@pytest.mark.parametrize(
    ("single", "plural", "known"),
    [
        ("oak independent school", "oak independent schools", True),
        ("russian volunteer corp", "russian volunteer corps", False),
        ("oak charger", "oak chargers", False),
    ],
)
def test_a_body_has_a_plural_and_an_abbreviation_has_none(single: str, plural: str, known: bool) -> None:
    assert _plural(single, plural, set()) is known


@pytest.mark.models
def test_a_forename_at_the_head_of_a_sentence_is_known_by_its_other_spelling() -> None:
    first = "It did what it was told, said a spokesman, Andriy Kostrub. Kostrub then left."
    second = "Andrii Kostrub, the intelligence spokesman, told a Polish newspaper in July that Kostrub had left."
    (found,) = builders.found(PLUGIN, first, second)
    assert {found.a.value, found.b.value} == {"Andriy Kostrub", "Andrii Kostrub"}


def test_a_credit_run_together_with_a_name_is_none() -> None:
    first = "Storm\nIt hit Puerto Rico Reuters."
    second = "Storm\nIt hit Puerto Rico Reuters Ad."
    assert _news.conflicts(PLUGIN, first, second) == []


@pytest.mark.parametrize(("other", "fires"), [("Zitan", True), ("Zotan", False)])
def test_a_town_is_known_by_close_vowels_where_nobody_has_both(other: str, fires: bool) -> None:
    text = "Clashes\nRebels took {0} on Monday. {0} fell at dawn."
    assert bool(_news.conflicts(PLUGIN, text.format("Zeitan"), text.format(other))) is fires
    both = f"{text.format('Zeitan')} {other} is near."
    assert not _news.conflicts(PLUGIN, both, text.format(other))


def test_a_slip_that_is_marked_as_somebodys_own_is_none() -> None:
    right = "Bob Berg cannot be elected in Tennessee, he said. Tennessee is near."
    assert _news.conflicts(PLUGIN, right, "Bob Berg cannot be elected in Tennesse (sic), he said.") == []
