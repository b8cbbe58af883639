"""Readings of invented articles, with the extractors that need no parse."""

from __future__ import annotations

import re
from collections.abc import Iterable

from discrepancy.detectors import Detector
from discrepancy.extractors import dates, names, quantities, speakers
from discrepancy.model import Article, Conflict, Evidence, LineKind, Reading, Statement
from discrepancy.settings import DEFAULT

_SENTENCE = re.compile(r"\S.*?[.!?][\"”]?(?=\s|$)|\S[^\n]*$", re.MULTILINE)


def readings(*texts: str, published: Iterable[str | None] = ()) -> list[Reading]:
    """The readings of articles "a", "b" ...; the first line of each is its heading."""
    dated = list(published) or ["2024-03-12"] * len(texts)
    found = [
        Reading(statement)
        for number, (text, when) in enumerate(zip(texts, dated, strict=True))
        for statement in _statements(Article(chr(97 + number), f"{chr(97 + number)}.txt", "", text, published=when))
    ]
    for module in (dates, names, speakers, quantities):
        found = list(module.PLUGIN.read(found, DEFAULT))
    return found


def _statements(article: Article) -> Iterable[Statement]:
    head = article.text.find("\n")
    for index, match in enumerate(_SENTENCE.finditer(article.text)):
        kind = LineKind.HEADING if match.start() < head else LineKind.BODY
        yield Statement(article, match.start(), match.end(), kind, index)


def conflicts(detector: Detector, *texts: str, published: Iterable[str | None] = ()) -> list[Conflict]:
    """What a detector finds in articles with these texts."""
    found = readings(*texts, published=published)
    articles = tuple(dict.fromkeys(r.statement.article for r in found))
    return list(detector.find(Evidence(articles, tuple(found), (), ()), DEFAULT))
