"""A report of many sources on counts that changed: several give a value at one time, one contradicts itself, one has
no date, and one a name in wide characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from types import MappingProxyType

import reports
from discrepancy.model import (
    Article,
    Discrepancy,
    Kind,
    Position,
    Relation,
    Report,
    Severity,
    Side,
    SidePair,
    Statement,
)

NAMES = (
    "The Norrhamn Herald",
    "Coast Wire",
    "北港新聞",
    "Evening Post",
    "The Island Gazette",
    "Radio Five",
    "Harbour Times",
    "Ferry Lines",
    "The Norrhamn Herald",
    "Weekly",
    "Sound and Strait",
    "Press Office",
)
_HOURS = (0, 2, 2, 2, 9, 9, 26, 26, 26, 50, None, 74)
"""Of publication, from the morning of May 7."""

Given = Sequence[tuple[str, str, Sequence[int]]]
"""Sides: value as read, as normalised, and the numbers of the sources that give it."""

DEAD: Given = (
    ("at least 12", "12..", (0, 1, 2)),
    ("nine", "9", (3,)),
    ("at least 31", "31..", (4, 5, 7)),
    ("126", "126", (6, 8, 9)),
    ("about 130", "~130", (10, 11)),
)
HURT: Given = (("40 people", "40", (0, 3)), ("more than 60", "60..", (3, 9)))
CALLED: Given = (("Aurora", "Aurora", (0, 1, 5)), ("極光號", "極光號", (2,)), ("Aurora II", "Aurora II", (9, 11)))


def report(sources: int = len(NAMES)) -> Report:
    """On the first `sources` sources: a side that none of them gives is left out."""
    articles = tuple(_article(number) for number in range(sources))
    asked = (
        ("How many people died?", Kind.QUANTITY, DEAD),
        ("How many people were hurt?", Kind.QUANTITY, HURT),
        ("What is the ferry called?", Kind.NAME, CALLED),
    )
    found = (_discrepancy(number, one, articles) for number, one in enumerate(asked, 1))
    statements = (Statement(article, 0, len(article.text)) for article in articles)
    return replace(
        reports.report(),
        articles=articles,
        lines=MappingProxyType({}),
        statements=tuple(statements),
        unread=(),
        discrepancies=tuple(one for one in found if len(one.sides) > 1),
        corroborated=(),
        single_source=(),
        voices=MappingProxyType({}),
    )


def _article(number: int) -> Article:
    said = [value for given in (DEAD, HURT, CALLED) for value, _, sources in given if number in sources]
    hours = _HOURS[number]
    published = None if hours is None else f"2024-05-{7 + (6 + hours) // 24:02}T{(6 + hours) % 24:02}:30Z"
    text = f"Of the ferry it was said: {', '.join(said)}."
    return reports.article(f"s{number:02}", text, publisher=NAMES[number], published=published)


def _discrepancy(number: int, asked: tuple[str, Kind, Given], articles: Sequence[Article]) -> Discrepancy:
    question, kind, given = asked
    sides = [
        Side(value, normal, tuple(_position(articles[one], value, normal) for one in sources if one < len(articles)))
        for value, normal, sources in given
    ]
    sides = [side for side in sides if side.positions]
    pairs = combinations(range(len(sides)), 2)
    return Discrepancy(
        f"t{number}",
        f"t{number}" * 8,
        kind,
        Relation.UPDATE,
        Severity.HIGH,
        0.9,
        question,
        f"{question} {' / '.join(side.value for side in sides)}",
        tuple(sides),
        tuple(SidePair(one, Relation.UPDATE, ("figures",), (), (f"t{number}-{one}",)) for one in pairs),
    )


def _position(article: Article, value: str, normal: str) -> Position:
    start = article.text.index(value)
    whole = Statement(article, 0, len(article.text))
    return Position(whole, value, ((start, start + len(value)),), normal)
