from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

import hostile
from discrepancy.clean import mark
from discrepancy.events.profile import READ, Profile, profiles
from discrepancy.model import Article
from tests.builders import WordEmbedder
from tests.events.stories import known
from tests.values import article

TEXT = (
    "A fire broke out on Tanner Street in TULSA on Monday, May 6, 2024, the NATO office said. Ole Brandt, 71, died at"
    " 48 Tanner Street. The trial begins on May 20, 2024.\n"
)


def profile(text: str, published: str | None = "2024-05-07", **changes: str) -> Profile:
    return known([replace(article("a", text, published), **changes)])[0]


def test_names_are_capitals_that_no_sentence_begins() -> None:
    assert profile(TEXT).names == {"Tanner", "Street", "Tulsa", "NATO", "Brandt"}


def test_figures_have_the_word_behind_them() -> None:
    assert profile("A boy was shot in the 2900 block at 3:30 p.m. and a 13-year-old fled the scene.\n").figures == {
        "2900 block", "3:30", "13 year",
    }  # fmt: skip


def test_days_are_those_of_the_opening_that_are_not_after_publication() -> None:
    assert profile(TEXT).days == {date(2024, 5, 6).toordinal()}
    assert profile(TEXT, None).days == {date(2024, 5, day).toordinal() for day in (6, 20)}


def test_a_headline_in_title_case_names_nobody() -> None:
    assert (
        profile("Two People Killed In Terrible Fire\n\nTwo people died in a fire, a spokesman said.\n").names == set()
    )


def test_what_the_reader_knows_is_kept() -> None:
    one = profile(TEXT, event="The fire", publisher="The Herald", title="Fire on Tanner Street")
    assert (one.fixed, one.publisher, one.published) == ("The fire", "The Herald", date(2024, 5, 7).toordinal())
    assert one.title == {"fire", "tanner", "street"} <= one.words


def test_the_address_stands_for_the_publisher() -> None:
    assert profile(TEXT, url="https://wire.example/a").publisher == "wire.example"


@pytest.mark.parametrize("text", [text for text in hostile.TEXTS if "\ud83d" not in text])
def test_no_text_is_too_much(text: str) -> None:
    one = profile(text)
    assert all(len(name) <= READ for name in one.names)


def test_an_article_without_statements_has_a_profile() -> None:
    one = profiles([article("a", "")], {"a": ()}, WordEmbedder())[0]
    assert (one.names, one.words) == (set(), set())


def test_what_stands_far_down_is_not_read() -> None:
    text = "The council met again on Monday evening.\n" * 200 + "The speaker was Ole Brandt, they said.\n"
    assert "Brandt" not in profile(text).names


def test_the_title_and_the_lead_are_embedded() -> None:
    seen: list[str] = []

    class Listening(WordEmbedder):
        def encode(self, texts: object) -> np.ndarray:  # type: ignore[override, type-arg]
            seen.extend(texts)  # type: ignore[arg-type]
            return super().encode(texts)  # type: ignore[arg-type]

    given: Article = replace(article("a", f"Fire in Tulsa\n\n{TEXT}"), title="Fire in Tulsa")
    profiles([given], mark([given]), Listening())
    assert seen[0].startswith("Fire in Tulsa. A fire broke out on Tanner Street")
