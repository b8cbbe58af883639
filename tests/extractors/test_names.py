"""Which words are names, and which names are one."""

from __future__ import annotations

import pytest
from tests.values import article

from discrepancy.extractors.names import PLUGIN
from discrepancy.model import LineKind, Reading, Statement
from discrepancy.settings import DEFAULT, Settings


def read(*texts: str, settings: Settings = DEFAULT) -> list[Reading]:
    """Each text an article; each of its lines a statement, the first a heading when no full stop ends it."""
    readings = []
    for number, text in enumerate(texts):
        source, at = article(f"a{number}", text), 0
        for index, line in enumerate(text.split("\n")):
            kind = LineKind.BODY if line.endswith((".", '"')) else LineKind.HEADING
            readings.append(Reading(Statement(source, at, at + len(line), kind, index, index)))
            at += len(line) + 1
    return list(PLUGIN.read(readings, settings))


def names(*texts: str) -> list[str]:
    return [name.text for reading in read(*texts) for name in reading.names]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The head of the Bank of England spoke in York.", ["Bank of England", "York"]),
        ("On Monday the Harbour Society for Marine Studies met.", ["Harbour Society for Marine Studies"]),
        ("A court heard Prime Minister Anna Lind and Dr. Piet van der Berg.", ["Anna Lind", "Piet van der Berg"]),
        ("The vote pleased Lind's allies and the opposition's Marta Ruiz.", ["Lind", "Marta Ruiz"]),
        ("He flew to St. Moritz with Abu Bakr al-Masri.", ["St. Moritz", "Abu Bakr al-Masri"]),
        ("The French voters and a Danish firm backed the Danish Weather Institute.", ["Danish Weather Institute"]),
        ("They joined the Light of Samoa Brigade.", ["Light of Samoa Brigade"]),
    ],
)
def test_names_are_read_whole(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Several people left on Tuesday.",
        "Members of the crew slept.",
        "In May the President spoke.",
        "Russian-made parts fell.",
    ],
)
def test_capitals_of_place_and_calendar_are_no_names(text: str) -> None:
    assert names(text) == []


def test_title_case_needs_evidence_from_elsewhere() -> None:
    assert names("Storm Hits Port Of Gdansk As Ferries Stop\nFerries to Gdansk were stopped.") == ["Gdansk", "Gdansk"]


def test_lost_apostrophes_are_cut_off() -> None:
    assert names("The people of Samoa voted.\nIn Samoas capital they sang.") == ["Samoa", "Samoa"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the mayor Oleksiy Hrynko", "the mayor Oleksii Hrynko"),
        ("the port of Odessa", "the port of Odesa"),
        ("the Weather Institute", "the Waether Institute"),
        ("fighters of al-Qaeda", "fighters of al Qaida"),
        ("the Marine Rescue Corps", "the Marine Rescue Corp"),
        ("the doctor Muhammad Saleh", "the doctor Mohammed Saleh"),
        ("the Alpine Weather Office", "the AWO"),
        ("the clerk Oleh Halenko", "the clerk Oleg Galenko"),
        ("the town of Horlivka", "the town of Gorlovka"),
        ("the town of Debaltseve", "the town of Debaltsevo"),
    ],
)
def test_variants_share_their_canonical_name(first: str, second: str) -> None:
    readings = read(f"They met {first} there.", f"They met {second} there.")
    assert len({name.canonical for reading in readings for name in reading.names}) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Iran", "Iraq"),
        ("Austria", "Australia"),
        ("Maria Lopez", "Mario Lopez"),
        ("Niger", "Nigeria"),
        ("the Kursk Oblast", "Kursk"),
        ("Mark Hill", "Mary Hill"),
        ("Gale", "Hale"),
        ("Mark Hill", "Mark Gill"),
    ],
)
def test_different_names_stay_apart(first: str, second: str) -> None:
    readings = read(f"They met in {first} there.", f"They met in {second} there.")
    assert len({name.canonical for reading in readings for name in reading.names}) == 2


def test_a_surname_takes_the_one_person_whom_it_fits() -> None:
    found = read("They met Keir Dale.\nThen Dale left.")
    assert {name.canonical for reading in found for name in reading.names} == {"Keir Dale"}


def test_a_surname_of_two_people_stays_open() -> None:
    found = read("They met Keir Dale and then Anna Dale.\nOnly then Dale left.")
    assert found[1].names[0].canonical == "Dale"


def test_aliases_of_the_settings() -> None:
    found = read(
        "They met Daesh there.",
        "They met the Islamic State there.",
        settings=Settings(aliases={"Daesh": "Islamic State"}),
    )
    assert {name.canonical for reading in found for name in reading.names} == {"Islamic State"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They met President Anna Lind.", "person"),
        ("It rained in Gdansk.", "place"),
        ("He led the Rescue Corps.", "group"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert read(text)[0].names[0].kind == kind
