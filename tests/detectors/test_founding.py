import pytest

from discrepancy.detectors.founding import PLUGIN
from discrepancy.model import Claim
from discrepancy.settings import DEFAULT
from tests.builders import found
from tests.detectors._dates_builders import claim, evidence

SQUAD = "Orion Squad"

FIRES = [
    (
        claim("a", "The Orion Squad was announced in October.", "announce", "2024-03-12", subject=SQUAD),
        claim("b", "In May 2021, Ana Berg joined the Orion Squad.", "join", subject="Ana Berg", object=SQUAD),
    ),
    (
        claim("a", "The Orion Squad was formed six months ago.", "form", "2024-03-12", subject=SQUAD),
        claim("b", "Bo Dahl led the Orion Squad in 2019.", "lead", subject="Bo Dahl", object=SQUAD),
    ),
    (
        claim("a", "The city founded the Lund Trust in 1998.", "found", subject="the city", object="Lund Trust"),
        claim("b", "The Lund Trust was set up in 2001.", "set up", subject="Lund Trust"),
    ),
]

SILENT = [
    (  # nobody knows when that was
        claim("a", "The Orion Squad was formed six months ago.", "form", subject=SQUAD),
        claim("b", "Ana Berg joined the Orion Squad in 2022.", "join", subject="Ana Berg", object=SQUAD),
    ),
    (
        claim("a", "The Orion Squad was formed in March 2021.", "form", subject=SQUAD),
        claim("b", "Ana Berg joined the Orion Squad in 2021.", "join", subject="Ana Berg", object=SQUAD),
    ),
    (  # announced, then founded
        claim("a", "The Orion Squad was announced in May 2021.", "announce", subject=SQUAD),
        claim("b", "The Orion Squad was formed in October 2023.", "form", subject=SQUAD),
    ),
    (
        claim("a", "The Orion Squad was formed in October 2023.", "form", subject=SQUAD),
        claim("b", "Ana Berg joined the Lyra Squad in 2019.", "join", subject="Ana Berg", object="Lyra Squad"),
    ),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: Claim, b: Claim) -> None:
    (conflict,) = PLUGIN.find(evidence(a, b), DEFAULT)
    assert conflict.topic == f"founded:{SQUAD if SQUAD in a.text else 'Lund Trust'}"


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: Claim, b: Claim) -> None:
    assert list(PLUGIN.find(evidence(a, b), DEFAULT)) == []


@pytest.mark.models
@pytest.mark.parametrize(
    "texts",
    [
        ("Announced in October, the new Rhine Choir gave a concert.", "In May 2021, Ana Berg joined the Rhine Choir."),
        ("The Lund Trust was founded in 1998.", "The Lund Trust, set up in 2001, owns the hall."),
    ],
)
def test_fires_on_text(texts: tuple[str, str]) -> None:
    assert found(PLUGIN, *texts)


def test_who_joined_early_is_no_founding_date() -> None:
    (joined,), (founded,) = (list(PLUGIN.find(evidence(*FIRES[i]), DEFAULT)) for i in (0, 2))
    assert joined.question == f"Since when has the {SQUAD} existed?"
    assert founded.question == "When was the Lund Trust founded?"


@pytest.mark.models
@pytest.mark.parametrize(("between", "fires"), [("It rained all day.", True), ("The Lyra Squad left.", False)])
def test_the_squad_that_an_article_is_about_is_meant_far_behind_its_name(between: str, fires: bool) -> None:
    far = "It rained all day. " * 15
    told = f"The Orion Squad wins again\nThe Orion Squad won in Lund. {far}{between} The squad was founded in 1998."
    assert bool(found(PLUGIN, told, "The Orion Squad was founded in 2001. It won in Lund.")) is fires
