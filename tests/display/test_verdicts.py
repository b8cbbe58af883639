from __future__ import annotations

from dataclasses import replace

import pytest

import reviews
from discrepancy import review
from discrepancy.display import Remark, remarks, standing_name, state_name, verdict_name
from discrepancy.review import unreviewed

DEATHS, JOINED, WEEKDAY, BY_HAND = reviews.spoken().standings


@pytest.mark.parametrize("verdict", review.Verdict)
def test_every_verdict_has_words(verdict: review.Verdict) -> None:
    assert verdict_name(verdict)


@pytest.mark.parametrize("state", review.State)
def test_every_state_has_words(state: review.State) -> None:
    assert state_name(state)


@pytest.mark.parametrize(
    ("standing", "name"),
    [
        (DEATHS, "a conflict; a new side is to be judged"),
        (JOINED, "to be judged again"),
        (WEEKDAY, "accepted as it stands"),
        (BY_HAND, "not judged yet"),
    ],
)
def test_where_a_discrepancy_stands_is_told_in_a_few_words(standing: review.Standing, name: str) -> None:
    assert standing_name(standing) == name


def test_what_nobody_spoke_of_has_no_remarks() -> None:
    found = reviews.spoken().report
    assert [remarks(standing) for standing in unreviewed(found).standings] == [(), (), (), ()]


def test_verdicts_of_pairs_that_differ_name_their_pairs() -> None:
    assert remarks(DEATHS)[:2] == (
        Remark("Verdict", "A and B: a conflict", "Anna, 2024-05-08"),
        Remark("Verdict", "B and C: not judged yet"),
    )


def test_one_verdict_of_all_pairs_names_none() -> None:
    (only, other) = DEATHS.pairs
    both = replace(DEATHS, pairs=(only, replace(other, entry=only.entry)))
    assert remarks(both)[0] == Remark("Verdict", "a conflict", "Anna, 2024-05-08")


def test_notes_and_the_resolution_stand_with_who_wrote_them() -> None:
    assert remarks(DEATHS)[2:] == (
        Remark("Note", "Rang the *ministry* at 9:30.\nThey confirm it.", "Anna, 2024-05-08"),
        Remark("Resolution", "At least 12 people died", "Ben, 2024-05-09"),
        Remark("Evidence", "https://ministry.example/toll_1"),
    )


def test_both_wordings_of_an_edited_quote_are_shown_with_the_earlier_verdict() -> None:
    verdict, edited = remarks(JOINED)
    assert verdict.text == "to be judged again; before the edit: no conflict"
    assert edited.text == (
        "“Its captain joined in May.” now reads “Its captain, Ole Brandt, joined the line in June.” "
        "(herald.txt, line 5)"
    )


def test_what_joined_a_judged_side_is_named() -> None:
    assert remarks(WEEKDAY) == (
        Remark("Verdict", "accepted as it stands", "2024-05-08"),
        Remark("Joined since", "B: The Norrhamn Herald, herald.txt, line 3"),
    )


def test_what_a_reader_made_is_marked() -> None:
    assert [remark.label for remark in remarks(BY_HAND)] == ["Made by hand", "Verdict"]
