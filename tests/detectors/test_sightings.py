from dataclasses import replace

import pytest

from discrepancy.detectors._sightings import sightings
from discrepancy.extractors.dates import find
from discrepancy.model import Claim, Evidence, NameMention, Reading, Token
from tests.detectors._dates_builders import claim, statement

NAMES = ("Ana Berg", "Orion Labs", "Bo Dahl", "Lund Trust")


def seen(text: str, tags: dict[str, str], subjects: tuple[str, ...], whole: bool = True) -> list[Claim]:
    """What is sighted in a sentence, with the tags of its verbs and the words that are subjects."""
    source = statement("a", text)
    tokens: list[Token] = []
    position = 0
    for word in text.replace(",", " ,").replace(".", " .").split():
        start = text.index(word, position)
        position = start + len(word)
        tag = tags.get(word, "NNP" if word[0].isupper() else "DT" if word == "the" else "XX")
        lemma = {"joined": "join", "Founded": "found", "did": "do"}.get(word, word)
        pos = {"NNP": "PROPN", "DT": "DET"}.get(tag, "VERB" if word in tags else "X")
        dep = "nsubj" if word in subjects else "dep"
        tokens.append(Token(len(tokens), start, position, word, lemma, pos, tag, dep, 0))
    names = tuple(NameMention(text.index(n), text.index(n) + len(n), n, n) for n in NAMES if n in text)
    reading = Reading(source, tuple(tokens), find(text, None), names=names)
    own = replace(claim("a", text, "join"), statement=source, whole=whole)
    return list(sightings(Evidence((source.article,), (reading,), (own,), ())))


def test_subject_before_a_long_insertion() -> None:
    text = "In February 2022, Ana Berg, driven by a wish to see the world, joined Orion Labs."
    (found,) = seen(text, {"joined": "VBD"}, ("Ana",))
    assert (found.predicate, found.names, found.dates[0].edtf) == ("join", ("Ana Berg", "Orion Labs"), "2022-02")


def test_participle_that_opens_the_sentence() -> None:
    (found,) = seen("Founded in 1998, the Lund Trust owns the hall.", {"Founded": "VBN"}, ("Lund",))
    assert (found.predicate, found.names, found.dates[0].edtf) == ("found", ("Lund Trust",), "1998")


@pytest.mark.parametrize(
    ("text", "subjects", "whole"),
    [
        ("In February 2022, Ana Berg joined Orion Labs.", ("Ana",), False),  # the parse has told it already
        ("In February 2022, Ana Berg said that others joined Orion Labs.", ("Ana", "others"), True),
        ("In February 2022, Ana Berg joined the talks with Orion Labs.", ("Ana",), True),
        ("Ana Berg, born in May 1990, joined Orion Labs in 2022.", ("Ana",), True),  # whose date is whose?
    ],
)
def test_stays_silent(text: str, subjects: tuple[str, ...], whole: bool) -> None:
    assert seen(text, {"joined": "VBD"}, subjects, whole) == []
