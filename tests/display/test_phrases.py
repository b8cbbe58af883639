from __future__ import annotations

import pytest

from discrepancy.display.phrases import counted, letter, reasons, short
from discrepancy.model import Relation, SidePair, Signal


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (52, "BA")])
def test_sides_have_letters(index: int, name: str) -> None:
    assert letter(index) == name


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 sources"), (1, "1 source"), (2, "2 sources"), (1200, "1,200 sources")]
)
def test_counted(number: int, words: str) -> None:
    assert counted(number, "source") == words


def test_short_names_what_it_cuts() -> None:
    assert short("a" * 200) == "a" * 200
    assert short("a" * 201) == "a" * 199 + "…"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "same event"),
        (False, "same event: no"),
        (3, "same event: 3"),
        (0.8349, "same event: 0.83"),
        ("Aurora", "same event: Aurora"),
    ],
)
def test_a_signal_of_any_type_is_words(value: str | float | bool, words: str) -> None:
    pair = SidePair((0, 1), Relation.CONFLICT, ("quantities",), (Signal("same event", value),))
    assert reasons(pair) == f"A and B: conflict (quantities): {words}"
