"""Days of one event: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.days import PLUGIN
from tests.detectors._news import conflicts

HEAD = "Bridge collapse in Tarma\n"
SUNDAY = "The bridge in Tarma collapsed on Sunday."
FIRES = [
    (SUNDAY, "The bridge in Tarma collapsed on Monday, killing six."),
    # a weekday, and a day of the month whose year the head tells
    ("Issued 12 March 2024.\nOn 9 March the bridge in Tarma collapsed.", SUNDAY),
    # neither has a year
    ("A bridge in Tarma collapsed on 9 March.", "On 11 March a bridge collapsed in Tarma."),
    # the day as an aside
    (SUNDAY, "Engineers saw Tarma after the collapse which, on Monday 11 March, cut the road."),
    # one toll
    (
        "At least seven people were killed on Sunday near Tarma.",
        "Guards fired at miners near Tarma on Monday, killing seven people.",
    ),
    # one deed of the same people
    ("The miners were abducted on 9 March in Tarma.", "On 8 March the miners were marched away from their camp."),
    ("The convoy got into Tarma on Friday 8 March.", "A convoy reached Tarma on Saturday 9 March."),
]
SILENT = [
    # one night
    ("The bridge in Tarma collapsed late on Sunday.", "The bridge in Tarma collapsed on Monday."),
    ("As dusk fell the bridge in Tarma collapsed on Sunday.", "The bridge in Tarma collapsed on Monday."),
    # of two zones, or of a paper overseas
    ("The bridge in Tarma collapsed on Sunday at 3 pm GMT.", "The bridge in Tarma collapsed on Monday."),
    ("The bridge in Tarma collapsed today.", "The bridge in Tarma collapsed on Monday."),
    # a storm behind an earthquake
    (
        "A storm has dumped rain on Tarma where a quake on Sunday killed 19 people.",
        "Tarma was struck by the latest storm on Monday as it recovers from a quake that killed many.",
    ),
    # the day on which somebody left office
    ("A driver was shot in Tarma on Sunday.", "An officer who shot a driver in Tarma resigned Tuesday."),
    # the day of a statement, of an arrest, of a visit, of what followed
    (SUNDAY, "The mayor spoke of the bridge collapse and said on Monday that Tarma mourned."),
    (SUNDAY, "A builder was arrested over the collapse in Tarma on Monday."),
    (SUNDAY, "The collapse in Tarma was investigated on Monday."),
    (SUNDAY, "Shops in Tarma shut on Monday after the bridge collapse."),
    # of two acts in one clause either may be meant
    (SUNDAY, "A builder was arrested hours after the collapse in Tarma on Monday."),
    # another thing that bears the name of a cause
    ("The fire in Tarma began on Sunday.", "The fire chief came to Tarma on Monday."),
    # another event, several of them, or one that lasts
    (SUNDAY, "A second bridge in Tarma collapsed on Monday."),
    ("An explosion hit Tarma on Sunday.", "Explosions hit Tarma on Monday."),
    ("The flood hit Tarma on Sunday.", "The flood hit Tarma on Monday."),
    ("A bridge in Tarma collapsed on 9 March.", "A bridge in Tarma collapsed on 20 February."),
    # a day that only bounds it
    (SUNDAY, "The bridge in Tarma had collapsed by Monday."),
    ("The fire in Tarma began on Sunday.", "The fire in Tarma burned into Monday."),
    # two days in one clause, and in one article
    (SUNDAY, "The bridge in Tarma collapsed on Monday and on Tuesday."),
    (SUNDAY, "The bridge in Tarma collapsed on Monday. The bridge of Tarma collapsed on Saturday."),
    # the other article's day, in a clause of something else
    (SUNDAY, "The bridge in Tarma collapsed on Monday. The mayor told of the collapse on Sunday."),
    # other dead, and other people
    (
        "At least seven people were killed on Sunday near Tarma.",
        "Guards fired at miners near Tarma on Monday, killing nine people.",
    ),
    ("The miners were abducted on 9 March.", "On 8 March two nurses were abducted."),
    ("The handover was scheduled for Friday 8 March.", "The hearing failed to take place on Saturday 9 March."),
    # a deed that was tried
    ("The convoy got into Tarma on Friday 8 March.", "A convoy which tried and reached Tarma on Saturday 9 March."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)


def test_a_weekday_of_another_week_is_no_other_day() -> None:
    texts = (HEAD + SUNDAY, HEAD + "The bridge in Tarma collapsed on Monday.")
    assert not conflicts(PLUGIN, *texts, published=("2024-03-12", "2024-03-20"))


def test_days_without_a_publication_date() -> None:
    due = (
        HEAD + "The handover was scheduled for Friday 8 March.",
        HEAD + "The handover failed to take place on Saturday 9 March.",
    )
    assert conflicts(PLUGIN, *due, published=(None, None))
    bound = (HEAD + SUNDAY, HEAD + "The bridge in Tarma had collapsed by Monday noon.")
    assert not conflicts(PLUGIN, *bound, published=(None, None))
    texts = (HEAD + SUNDAY, HEAD + "The bridge in Tarma collapsed on Monday.")
    assert conflicts(PLUGIN, *texts, published=(None, None))


def test_many_days_of_one_line_take_linear_time() -> None:
    line = HEAD + "The bridge in Tarma collapsed on Sunday and " * 3000
    assert not conflicts(PLUGIN, line, HEAD + SUNDAY)
