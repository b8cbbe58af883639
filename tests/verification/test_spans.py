from __future__ import annotations

import pytest

from discrepancy.verification import Found, Outcome, Quoted, found
from reports import article

TEXT = "The ferry sank on Tuesday.\n\nNine people died in the sinking. The harbour is closed to all ships.\n"
QUOTE = "Nine people died in the sinking."
WIRE = article("wire", TEXT)
START = TEXT.index(QUOTE)


def outcome(text: str, quote: str = QUOTE, start: int = START, end: int | None = None) -> Found:
    quoted = Quoted("wire", start, start + len(quote) if end is None else end, quote)
    (one,) = found([quoted], article("wire", text), WIRE.sha256)
    return one


def now(one: Found) -> str | None:
    return one.article.text[slice(*one.now)] if one.article and one.now else None


def test_a_quote_in_its_place_in_the_same_source_holds() -> None:
    one = outcome(TEXT)
    assert (one.outcome, now(one)) == (Outcome.HOLDS, QUOTE)


@pytest.mark.parametrize(
    "text", [f"Updated.\n\n{TEXT}", f"{TEXT}Corrected.\n", TEXT.replace("Tuesday", "Wednesday"), QUOTE]
)
def test_a_quote_word_for_word_in_another_text_has_moved(text: str) -> None:
    one = outcome(text)
    assert (one.outcome, now(one)) == (Outcome.MOVED, QUOTE)


@pytest.mark.parametrize(("start", "end"), [(0, 4), (START + 1, START + 33), (10**15, 10**15 + 4), (5, 2), (0, 10**15)])
def test_a_span_that_is_wrong_finds_the_quote_elsewhere(start: int, end: int) -> None:
    one = outcome(TEXT, start=start, end=end)
    assert (one.outcome, one.now) == (Outcome.MOVED, (START, START + len(QUOTE)))


def test_of_several_the_nearest_is_named() -> None:
    text = f"{QUOTE}\n" * 9
    length = len(QUOTE) + 1
    for start in (0, 3 * length - 2, 4 * length + 3, 8 * length, 10**9):
        nearest = min(range(0, 9 * length, length), key=lambda at, start=start: abs(at - start))
        assert outcome(text, start=start).now == (nearest, nearest + len(QUOTE))


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        (TEXT.replace("Nine", "Eleven"), "Eleven people died in the sinking."),
        (TEXT.replace("sinking.", "disaster."), "Nine people died in the disaster."),
        (TEXT.replace("people died", "people have died"), "Nine people have died in the sinking."),
        (TEXT.replace(QUOTE, "Talks go on in the capital."), None),
        ("", None),
    ],
)
def test_a_quote_that_is_not_there_has_changed(text: str, wording: str | None) -> None:
    one = outcome(text)
    assert (one.outcome, now(one)) == (Outcome.CHANGED, wording)


def test_a_span_of_the_same_length_with_other_words_does_not_hold() -> None:
    assert outcome(TEXT, quote="Five people died in the sinking.").outcome is Outcome.CHANGED


def test_without_a_source_all_are_gone() -> None:
    quotes = [Quoted("wire", 0, 3, "The"), Quoted("wire", START, START + 4, "Nine")]
    outcomes = list(found(quotes, "does not exist", WIRE.sha256))
    assert [(one.outcome, one.reason) for one in outcomes] == [(Outcome.GONE, "does not exist")] * 2


def test_a_text_that_repeats_itself_takes_no_product_of_lengths() -> None:
    text, quote = "a" * 1_000_000, "a" * 499_999 + "b"
    assert outcome(text, quote=quote, start=700_000).outcome is Outcome.CHANGED
    assert outcome(text, quote="a" * 300_000, start=650_000).now == (600_000, 900_000)
