"""Sentences: what must be cut, what must stay whole, and that offsets hold whatever the text."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from discrepancy.clean import mark
from discrepancy.model import Article, Line, LineKind, Statement
from discrepancy.segment import segment


def _segment(text: str, kind: LineKind = LineKind.BODY) -> list[str]:
    article = Article("a", "a.txt", "", text)
    return [statement.text for statement in segment(article, [Line(0, len(text), kind, "")])]


CUT = [
    pytest.param(["Rates rose.", "Banks fell."], " ", id="plain"),
    pytest.param(["“It was loud.", "Then it stopped,” Ms. Ode said."], " ", id="quotation of two sentences"),
    pytest.param(['The club called it "a bad day."', "The coach left."], " ", id="closing quote stays"),
    pytest.param(["Nobody replied.", '"We waited."'], " ", id="opening quote goes on"),
    pytest.param(['"We lost," he said.', '"We will be back."'], " ", id="quote after attribution"),
    pytest.param(["The river rose over the villages.", "The army came."], "", id="missing space"),
    pytest.param(["The mine was shut.[5][6]", "Miners left."], " ", id="note marks stay"),
    pytest.param(['It called this "a bad day."[12]', "Miners left."], " ", id="note marks behind a quotation stay"),
    pytest.param(["Raids hit the outskirts of Midi.", "Saudi Arabia began them."], " ", id="short name before a name"),
    pytest.param(["It closed in 2011.", "The mine never reopened."], "", id="missing space after a year"),
    pytest.param(["She did not say how.", "Kofi Mensah did."], " ", id="short word before a name"),
    pytest.param(["The ship was lost four years ago.", "12 sailors drowned."], " ", id="number opens"),
    pytest.param(["The results so far:", "Lagos 3", "Accra 1", "Dakar 2"], " * ", id="bullets on one line"),
]

WHOLE = [
    "The firm Harbour Bros. Ferries met Supt. Kofi Mensah on Thurs. July 28.",
    "He lives in St. Petersburg.",
    "J. K. Rowling met George W. Bush.",
    "The fine was $1.5 million, or 3.5 percent, on Dec.13, 2023.",
    "Dr. Ama Osei and Lt. Gen. Kim Soo-jin left No. 10 at noon.",
    "The U.S. Army said it knew.",
    '"Are you sure?" he asked.',
    '"Are you sure?" the judge asked.',
    '"I don\'t... know what to say," she said.',
    "Write to press@Team.Example.org for more.",
    "The trial opened at 9 a.m. Monday.",
]


@pytest.mark.parametrize(("sentences", "between"), CUT)
def test_cuts(sentences: list[str], between: str) -> None:
    assert _segment(between.join(sentences)) == sentences


@pytest.mark.parametrize("sentence", WHOLE)
def test_keeps_whole(sentence: str) -> None:
    assert _segment(f"It rained. {sentence} They went home.") == ["It rained.", sentence, "They went home."]


def test_a_heading_is_one_statement() -> None:
    assert _segment("Ferry sinks. 40 missing", LineKind.HEADING) == ["Ferry sinks. 40 missing"]


def test_a_caption_loses_its_credit() -> None:
    assert _segment("Divers at the wreck, June 4. (Ana Ruiz/EFE)", LineKind.CAPTION) == ["Divers at the wreck, June 4."]
    assert _segment("Divers at the wreck [Reuters]", LineKind.CAPTION) == ["Divers at the wreck"]


def test_bullets_are_no_words() -> None:
    assert _segment("- Two trains collided near the depot.") == ["Two trains collided near the depot."]
    assert _segment(" • ") == []


def test_a_very_long_sentence_stays_whole() -> None:
    sentence = "The list names " + ", ".join(f"clause {n}" for n in range(400)) + "."
    assert _segment(sentence) == [sentence]


def test_only_stated_lines_are_read() -> None:
    article = Article("a", "a.txt", "", "One came.\nTwo came.")
    lines = [Line(0, 9, LineKind.TEASER, ""), Line(10, 19, LineKind.BODY, "")]
    assert [(s.text, s.index, s.paragraph) for s in segment(article, lines)] == [("Two came.", 0, 0)]


def test_paragraphs_are_counted_by_physical_line() -> None:
    article = Article("a", "a.txt", "", "One came. Two left.\r\n\r\nThree stayed.")
    statements = segment(article, mark([article])["a"])
    assert [(s.text, s.paragraph) for s in statements] == [("One came.", 0), ("Two left.", 0), ("Three stayed.", 1)]


ALPHABET = [
    *"aZ .\n\t\r\"”“'’()[]*•-…!?:1é\u2028\x00\ufeff",
    "The ",
    "said. ",
    "U.S. ",
    "Mr. ",
    "http://",
    "...",
    "By ",
    "© 2024 ",
]


@pytest.mark.parametrize("seed", range(60))
def test_random_text(seed: int) -> None:
    chance = random.Random(seed)
    texts = ["".join(chance.choices(ALPHABET, k=chance.randrange(400))) for _ in range(3)]
    articles = [Article(str(n), "", "", text) for n, text in enumerate(texts)]
    for article in articles:
        lines = mark(articles)[article.id]
        _assert_ordered(article.text, [(line.start, line.end) for line in lines])
        statements = segment(article, lines)
        _assert_ordered(article.text, [(s.start, s.end) for s in statements])
        _assert_inside(statements, lines)


def _assert_ordered(text: str, spans: list[tuple[int, int]]) -> None:
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def _assert_inside(statements: tuple[Statement, ...], lines: tuple[Line, ...]) -> None:
    assert [s.index for s in statements] == list(range(len(statements)))
    assert all(any(line.start <= s.start and s.end <= line.end for line in lines) for s in statements)
