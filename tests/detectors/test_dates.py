import pytest

from discrepancy.detectors.dates import PLUGIN
from discrepancy.model import Claim, Modality, Severity
from discrepancy.settings import DEFAULT
from tests import builders
from tests.builders import found
from tests.detectors._dates_builders import claim, evidence

BERG, LABS, CLUB = "Ana Berg", "Orion Labs", "Alpine Club"

FIRES = [
    (
        claim("a", "Ana Berg joined Orion Labs in October.", "join", "2024-03-12", subject=BERG, object=LABS),
        claim("b", "In February 2022, Ana Berg enlisted in Orion Labs.", "enlist", subject=BERG, in_=LABS),
        Severity.HIGH,
    ),
    (  # no October is a February, whatever the year
        claim("a", "Ana Berg joined Orion Labs in October.", "join", subject=BERG, object=LABS),
        claim("b", "Ana Berg joined Orion Labs in February 2022.", "join", subject=BERG, object=LABS),
        Severity.HIGH,
    ),
    (
        claim("a", "Jonas Falk died on May 3, 2021.", "die", subject="Jonas Falk"),
        claim("b", "Jonas Falk passed away on May 5, 2021.", "pass away", subject="Jonas Falk"),
        Severity.HIGH,
    ),
    (
        claim("a", "Police arrested Jonas Falk in May 2021.", "arrest", subject="police", object="Jonas Falk"),
        claim("b", "Jonas Falk was detained on July 5, 2021.", "detain", subject="Jonas Falk"),
        Severity.MEDIUM,
    ),
    (
        claim("a", "The council approved the tram line to the harbour on May 3.", "approve", "2021-05-06",
              subject="the council", object="the tram line"),
        claim("b", "The council approved the tram line to the harbour on May 5.", "approve", "2021-05-06",
              subject="the council", object="the tram line"),
        Severity.MEDIUM,
    ),
]  # fmt: skip

SILENT = [
    (  # an act that can come again
        claim("a", "The Alpine Club crossed the ridge in May 2021.", "cross", subject=CLUB, object="the ridge"),
        claim("b", "On July 12, the Alpine Club crossed the ridge to rescue hikers.", "cross", "2022-07-14",
              subject=CLUB, object="the ridge"),
    ),
    (  # arrested twice
        claim("a", "Ana Berg was arrested in a separate case on May 3, 2021.", "arrest", subject="police", object=BERG),
        claim("b", "Ana Berg was arrested on May 20, 2021.", "arrest", subject="police", object=BERG),
    ),
    (  # one article that dates both
        claim("a", "Ana Berg was arrested on May 3, 2021.", "arrest", subject="police", object=BERG),
        claim("a", "Ana Berg was arrested on May 20, 2021.", "arrest", subject="police", object=BERG),
    ),
    (  # another precision
        claim("a", "Ana Berg joined Orion Labs in 2022.", "join", subject=BERG, object=LABS),
        claim("b", "Ana Berg joined Orion Labs in February 2022.", "join", subject=BERG, object=LABS),
    ),
    (  # two people
        claim("a", "Ana Berg joined Orion Labs in 2022.", "join", subject=BERG, object=LABS),
        claim("b", "Bo Dahl joined Orion Labs in 2019.", "join", subject="Bo Dahl", object="Orion Labs"),
    ),
    (  # two bodies
        claim("a", "Ana Berg joined Orion Labs in 2022.", "join", subject=BERG, object=LABS),
        claim("b", "Ana Berg joined Lyra Works in 2019.", "join", subject="Ana Berg", object="Lyra Works"),
    ),
    (  # the same month of an unknown year
        claim("a", "Ana Berg joined Orion Labs in October.", "join", subject=BERG, object=LABS),
        claim("b", "Ana Berg joined Orion Labs in October 2021.", "join", subject=BERG, object=LABS),
    ),
    (  # a relative date with nothing to be relative to
        claim("a", "Ana Berg joined Orion Labs six months ago.", "join", subject=BERG, object=LABS),
        claim("b", "Ana Berg joined Orion Labs in October 2021.", "join", subject=BERG, object=LABS),
    ),
    (  # what was wanted, and what was denied
        claim("a", "She hoped to join the lab in 2021.", "join", modality=Modality.INTENT, subject=BERG, object=LABS),
        claim("b", "Ana Berg joined Orion Labs in 2022.", "join", subject=BERG, object=LABS),
    ),
    (
        claim("a", "Ana Berg did not join Orion Labs in 2021.", "join", negated=True, subject=BERG, object=LABS),
        claim("b", "Ana Berg joined Orion Labs in 2022.", "join", subject=BERG, object=LABS),
    ),
    (  # elected twice
        claim("a", "Ana Berg was elected in 2008.", "elect", subject="Ana Berg"),
        claim("b", "Ana Berg was elected in 2012.", "elect", subject="Ana Berg"),
    ),
    (  # a night has two dates
        claim("a", "Jonas Falk died on Sunday night.", "die", "2024-03-12", subject="Jonas Falk"),
        claim("b", "Jonas Falk died early on Monday.", "die", "2024-03-12", subject="Jonas Falk"),
    ),
    (  # two rounds
        claim("a", "The minister said the talks in the capital went well on Monday.", "say", "2024-03-12",
              subject="the minister"),
        claim("b", "The minister said the talks in the capital went well on Sunday.", "say", "2024-03-12",
              subject="the minister"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "severity"), FIRES)
def test_fires(a: Claim, b: Claim, severity: Severity) -> None:
    found = list(PLUGIN.find(evidence(a, b), DEFAULT))
    assert found
    assert {conflict.severity for conflict in found} == {severity}


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: Claim, b: Claim) -> None:
    assert list(PLUGIN.find(evidence(a, b), DEFAULT)) == []


def test_shows_the_dates_as_read_with_their_values() -> None:
    (conflict,) = PLUGIN.find(evidence(*FIRES[0][:2]), DEFAULT)
    assert (conflict.a.value, conflict.a.normalized) == ("October", "2023-10")
    assert (conflict.b.value, conflict.b.normalized) == ("February 2022", "2022-02")
    assert conflict.question == "When did Ana Berg join Orion Labs?"


READ_WITH_THE_PARSER = [
    (
        "Johnny joined the Siberian Battalion in October.",
        (
            "In February 2022, Johnny from St. Petersburg, motivated by a desire to overthrow Putin’s administration, "
            "joined the Siberian Battalion in Ukraine."
        ),
    ),
    ("Maria Keller joined Bayer AG in June 2019.", "In March 2021, Maria Keller signed up with Bayer AG."),
    ("The chemist Jonas Falk died in May 2021.", "Jonas Falk passed away in July 2021, his family said."),
    ("The chemist Jonas Falk died on May 3, 2021.", "Jonas Falk passed away on May 5, 2021, his family said."),
    ("The premier nominated Ruth Adler in 2010.", "Ruth Adler was nominated in January 2011 by the premier."),
    ("Ruth Adler was convicted in March 2018.", "A jury convicted Ruth Adler in April 2019."),
]


@pytest.mark.models
@pytest.mark.parametrize("texts", READ_WITH_THE_PARSER)
def test_fires_on_text(texts: tuple[str, str]) -> None:
    assert found(PLUGIN, *texts)


@pytest.mark.models
@pytest.mark.parametrize(
    "texts",
    [
        ("The legion crossed into Borland in May 2023.", "On March 12, the legion crossed into Borland again."),
        (
            "Ruth Adler was convicted on March 5, 2024.",
            "A jury convicted Ruth Adler of murder in the May 2018 killing.",
        ),
        ("Maria Keller joined Bayer AG in June 2019.", "Maria Keller will join Bayer AG in June 2025."),
        ("Maria Keller joined Bayer AG in June 2019.", "Paul Keller joined Bayer AG in March 2021."),
    ],
)
def test_stays_silent_on_text(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)


@pytest.mark.models
def test_a_month_of_a_noun_is_no_day_of_an_act() -> None:
    first = "A jury convicted Ruth Adler of murder in the May 2018 killing of Jan Smit."
    second = "Ruth Adler was convicted of murder on March 5, 2024."
    assert builders.found(PLUGIN, first, second) == []
