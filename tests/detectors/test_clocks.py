"""Hours of one event: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.clocks import PLUGIN
from tests import builders
from tests.detectors import _news
from tests.detectors._news import conflicts

HEAD = "Blast in Tarma kills two\n"
FIRES = [
    ("Carvians fired on Tarma at 8 am.", "Boats fired five mortar shells at Tarma at 12:30 p.m."),
    ("The MiG-23 came down in Tarma shortly before noon.", "The plane went down in Tarma at 10:15 a.m."),
    ("A bomb went off in Tarma at about 8 in the morning.", "A bomb went off in Tarma shortly before noon."),
    ("The blast in Tarma happened at ten oclock on Friday morning.", "A blast hit Tarma at around 8 am."),
    ("A blast hit Tarma at 9 pm (1900 GMT).", "A rocket slammed into Tarma at 8:20 p.m. local time."),
    ("The bomb went off at 2:15 p.m. on Monday.", "The explosion in Tarma happened at 3:40 p.m. on Monday."),
    ("A bomb exploded in Tarma at 2:53 p.m.", "The blast in Tarma occurred at 3:20 p.m."),
    ("The bomb exploded in Tarma at 3.45pm on Tuesday.", "A blast shook Tarma at about 3pm on Tuesday."),
    ("The blast hit Tarma on Sunday night.", "A bomb went off in Tarma at around 7 a.m. on Monday."),
    ("A blast hit Tarma shortly after noon.", "A blast shook Tarma at dawn."),
]
SILENT = [
    # one night, and a night with the morning that it ends in
    ("The blast hit Tarma on Sunday night.", "A blast hit Tarma in the early hours of Monday."),
    ("The blast hit Tarma overnight.", "A blast hit Tarma on Monday morning."),
    ("A bomb went off in Tarma at 11:40 am.", "A bomb went off in Tarma shortly before noon."),
    ("The blast in Tarma happened at 2:17 p.m.", "The blast in Tarma happened at 2:17 Friday afternoon."),
    # as loosely as people speak of them
    ("The blast hit Tarma on Sunday morning.", "A blast hit Tarma at 1:30 a.m. on Sunday."),
    ("The blast hit Tarma on Friday afternoon.", "A blast hit Tarma at 11:30 a.m."),
    # two days, and another attack of the day
    ("The blast hit Tarma on Sunday night.", "A blast hit Tarma on Tuesday morning."),
    ("The blast hit Tarma at dawn.", "A second bomb exploded in Tarma in the afternoon."),
    # rounded
    ("The blast in Tarma happened about 3 p.m.", "The bomb in Tarma went off at 2:53 p.m."),
    # the time of a call, of an arrest, of a briefing
    ("The blast in Tarma happened at 3 p.m.", "Police were called to the blast in Tarma at 4:40 p.m."),
    ("The blast in Tarma happened at 3 p.m.", "The bomber was arrested in Tarma at 9:40 p.m."),
    # two zones
    ("The blast in Tarma happened at 3 p.m.", "The blast in Tarma happened at 1200 GMT."),
    ("The blast in Tarma happened at 7:40 a.m.", "The blast in Tarma happened at 8:40 Lund time."),
    # two days
    ("The blast in Tarma happened at 3 pm on Monday.", "The blast in Tarma happened at 7 pm on Tuesday."),
    # an article that gives both
    ("A bomb exploded in Tarma at 3 p.m. A bomb exploded there at 4:30 p.m.", "A blast hit Tarma at 4:30 p.m."),
    # who looks into it, and what came before
    ("The blast in Tarma happened at 8 p.m.", "Police were investigating the blast in Tarma early Friday morning."),
    ("The blast in Tarma happened at 2:30 a.m.", "A blast hit Tarma at 4:30 a.m., a few hours after one in the bay."),
    # another street
    (
        "The blast in Tarma happened at 2 a.m. Crews came to 18 Mill Street.",
        "The blast in the 100 block of Oak Avenue in Tarma happened at 12:45 p.m.",
    ),
    # another event
    ("The blast in Tarma happened at 3 p.m.", "The match in Tarma began at 8 p.m."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.models
@pytest.mark.parametrize(("town", "fires"), [("Tarma", True), ("Orvel", False)])
def test_an_hour_far_down_is_of_the_place_that_its_sentence_names(town: str, fires: bool) -> None:
    told = f"{HEAD}Nobody knows why. {'Shops are shut. ' * 8}A bomb exploded at 7 p.m. in the town of {town}."
    assert bool(builders.found(PLUGIN, f"{HEAD}The blast in Tarma happened at 3 p.m.", told)) is fires


def test_a_storm_comes_to_one_place_after_another() -> None:
    first = "Storm in Fiji\nA storm hit Fiji on Sunday night."
    second = "Storm in Fiji\nA storm hit Fiji early Sunday."
    assert _news.conflicts(PLUGIN, first, second) == []
