from discrepancy.model import Statement
from discrepancy.settings import DEFAULT
from discrepancy.syndication import joined, voices
from tests.values import article

WIRE = "The bridge over the Halley river was closed on Monday after inspectors found cracks in two pillars."


def statement(name: str, text: str) -> Statement:
    return Statement(article(name, text), 0, len(text))


def test_copies_share_a_voice_whatever_their_typography() -> None:
    a, b = statement("a", WIRE), statement("b", WIRE.replace("Monday", "Monday,") + " AFP")
    assert voices([a, b], DEFAULT) == {a.key: "wire-1", b.key: "wire-1"}


def test_a_statement_of_its_own_has_no_wire() -> None:
    own = statement("b", "Inspectors had warned the council of cracks in the old bridge for at least three years.")
    assert voices([statement("a", WIRE), own], DEFAULT) == {}


def test_repetition_inside_one_source_is_no_copy() -> None:
    source = article("a", f"{WIRE}\n{WIRE}")
    twice = [Statement(source, 0, len(WIRE)), Statement(source, len(WIRE) + 1, 2 * len(WIRE) + 1)]
    assert voices(twice, DEFAULT) == {}


def test_short_sentences_are_alike_by_chance() -> None:
    assert (
        voices([statement("a", "He said that it was over."), statement("b", "He said that it was over.")], DEFAULT)
        == {}
    )


def test_nothing_to_compare() -> None:
    assert voices([], DEFAULT) == {}


def test_copies_of_several_events_are_several_texts() -> None:
    a, b, c, d = (statement(name, WIRE).key for name in "abcd")
    assert joined([{a: "wire-1", b: "wire-1"}, {}, {c: "wire-1", d: "wire-2"}]) == {
        a: "wire-1",
        b: "wire-1",
        c: "wire-2",
        d: "wire-3",
    }


def test_copies_of_one_event_keep_their_names() -> None:
    found = voices([statement("a", WIRE), statement("b", WIRE)], DEFAULT)
    assert joined([found]) == found
