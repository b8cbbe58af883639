"""Events as the commands and the pipeline see them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from discrepancy import events
from discrepancy.model import Article, Event
from tests.events.stories import STORIES, articles, known


def found(given: list[Article]) -> tuple[Event, ...]:
    return events.find(given, known(given))


def test_every_article_is_in_one_event() -> None:
    members = [one for event in found(articles()) for one in event.articles]
    assert sorted(members) == sorted(STORIES)


def test_an_event_tells_why_an_article_is_in_it() -> None:
    (event,) = found(articles(["fire-1", "fire-2"]))
    assert event.id == "fire-1"
    first, second = event.members
    assert (first.nearest, second.nearest) == ("fire-2", "fire-1")
    why = {signal.signal: signal.value for signal in second.why}
    assert "Brandt" in str(why["names in both"])
    assert why["published"] == "1 day apart"
    assert why["both tell of"] == "2024-05-06"
    assert why["figures in both"] == "48, 68"


def test_an_event_by_hand_has_its_name_and_says_so() -> None:
    given = [replace(one, event="Two things") for one in articles(["fire-1", "quake-1"])]
    (event,) = found(given)
    assert event.id == "Two things"
    assert (event.members[0].why[0].signal, event.members[0].why[0].value) == (events.BY_HAND, "Two things")


def test_a_name_by_hand_that_is_another_articles_id_loses_nobody() -> None:
    given = articles(["fire-1", "quake-1", "merger-1"])
    given[0] = replace(given[0], event="quake-1")
    assert sorted(one for event in found(given) for one in event.articles) == ["fire-1", "merger-1", "quake-1"]


def test_a_lone_article_has_no_reasons() -> None:
    (event,) = found(articles(["fire-1"]))
    assert event.members[0].nearest is None
    assert event.members[0].why == ()


def test_articles_keep_their_order_inside_an_event() -> None:
    given = articles(["quake-2", "fire-2", "quake-1", "fire-1"])
    assert [[one.id for one in own] for own in events.split(given, found(given))] == [
        ["quake-2", "quake-1"],
        ["fire-2", "fire-1"],
    ]


@pytest.mark.parametrize("names", [[], ["fire-1", "fire-2"]])
def test_of_one_event_nothing_is_to_be_told(names: list[str]) -> None:
    assert events.notes(found(articles(names))) == ()


def test_more_than_one_event_is_told() -> None:
    (note,) = events.notes(found(articles(["fire-1", "fire-2", "quake-1"])))
    assert note.startswith("3 articles tell of 2 events, and only those of one event were compared")
