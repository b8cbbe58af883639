"""Who said it: another speaker."""

from __future__ import annotations

import pytest

from discrepancy.detectors.attribution import PLUGIN
from discrepancy.model import Relation
from discrepancy.settings import DEFAULT
from tests import builders
from tests.detectors import _news
from tests.detectors.test_names import evidence


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('The bank said the fault "will not happen twice."', 'The regulator said the fault "would not happen twice."'),
        ('"We have nowhere to go," Jan Smit said.', '"We have nowhere to go" said the envoy in Lund Ana Berg.'),
        (
            '"We are sure it is an affront to all who live here," Jan Smit said.',
            'Ana Berg said it was "an affront to all who live here."',
        ),
        ('The army said the fault "will not happen twice."', 'Lund state radio said it "would not happen twice."'),
    ],
)
def test_fires(first: str, second: str) -> None:
    assert [c.relation for c in PLUGIN.find(evidence(first, second), DEFAULT)] == [Relation.CONFLICT]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('"We are ready to play again," the club said.', '"We are ready to play again," club chairman Jan Smit said.'),
        (
            '"We should be ready to play again," Anna Berg said.',
            '"We should be ready to play again," the New York Democrat said.',
        ),
        ('"We are ready to play again," he said.', '"We are ready to play again," Jan Smit said.'),
        ('"We are ready to play again," the club said.', '"We are ready to play again," the club said.'),
        ('"We are ready to play again," the club said.', '"We are ready to play again," Lund Rovers said.'),
        ('"We are ready to play again," the club said.', '"We are ready to play again," the sports club\'s post said.'),
        ('"We are ready to play again," the club said.', '"We are ready to play again," the nightclub said.'),
        ('"We are ready to play again," Jan Smit said.', '"We are ready to play again," Lund News Agency said.'),
        (
            'The scholars wrote that they "will not wait any longer."',
            'The letter released on Monday took him to task, saying they "will not wait any longer."',
        ),
        ('The spot said: "Now they want to cut the pensions."', 'The ad says: "Now they want to cut the pensions."'),
        (
            'The mayor himself said it was "a sad day for the port."',
            'Smit himself said it was "a sad day for the port."',
        ),
        (
            'Backing that up, Backing said, "We are ready to play again."',
            '"We are ready to play again," Anna Berg said.',
        ),
        ('"We are ready to play again," the men said.', '"We are ready to play again," the prisoners said.'),
        ('"We are ready to play again," said a coach.', '"We are ready to play again," said a trainer.'),
    ],
)
def test_stays_silent(first: str, second: str) -> None:
    assert list(PLUGIN.find(evidence(first, second), DEFAULT)) == []


def test_the_state_of_a_town_is_no_speaker() -> None:
    first = 'Jobs\nIn a talk with a station in Lund, Maine, said that "we used to have fifty men to pick the fruit."'
    second = 'Jobs\n"We used to have fifty men to pick the fruit," Jonas Falk said.'
    assert _news.conflicts(PLUGIN, first, second) == []


@pytest.mark.models
def test_where_a_politician_is_from_is_no_speaker() -> None:
    first = 'Vote\nGohmert said "You need your medicine for all of this now" in the town hall.'
    second = 'Vote\n"You need your medicine for all of this now," said Rep. Ann Coleman of New Jersey.'
    assert builders.found(PLUGIN, first, second) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("chief executive Mark Berg said.", "he told them, according to Vox's Sarah Lund."),
        ("tweeted Lund in announcing the move.", "the president said."),
    ],
)
def test_a_reporter_and_what_one_does_meanwhile_are_no_other_speaker(first: str, second: str) -> None:
    words = 'Vote\n"I think that we should have this debate about the harbour as a nation," '
    assert _news.conflicts(PLUGIN, words + first, words + second) == []
