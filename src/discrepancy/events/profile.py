"""What is known of an article when it is asked which event it tells of: cheap to read, and of this article alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from urllib.parse import urlsplit

import numpy as np

from discrepancy.embed import Embedder, Vectors
from discrepancy.extractors import dates
from discrepancy.extractors._name_evidence import is_title_case
from discrepancy.extractors._name_runs import Word, words
from discrepancy.extractors._name_words import CALENDAR, FUNCTION
from discrepancy.model import Article, Line, LineKind, Reading, Statement
from discrepancy.segment import segment

READ = 6000
"""Characters of an article that are looked at for names and figures: 97 % of the incidents' articles are no longer."""
OPENING = 10
"""Statements that are looked at for days: further down stands what went before."""
LEAD = 4
"""Statements whose words count beside the title's."""
LEAD_SENTENCES, LEAD_CHARACTERS = 3, 300
"""The lead that is embedded with the title: whole sentences until there are so many of either."""
LONGEST_SENTENCE = 500
"""Characters of a sentence that are embedded; the model reads little more."""
SHORTEST_WORD = 3
SHOUTED = 5
"""Letters from which a word in capitals is no acronym, but shouted: "TULSA, Okla.", but "NATO"."""

_WORD = re.compile(r"[^\W\d_]{1,40}(?:['’-][^\W\d_]{1,40}){0,4}")
_FIGURE = re.compile(r"\b(\d[\d,.:]{0,14}\d|\d)(?:[- ]([a-z]{2,12}))?")


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What the events stage knows of one article."""

    article: str
    """Its id."""
    vector: Vectors
    """Title and lead: one unit row."""
    names: frozenset[str] = frozenset()
    """Words with a capital that does not come from the beginning of a sentence: of persons, places, streets, bodies."""
    figures: frozenset[str] = frozenset()
    """Numbers with the word behind them: "2900 block", "13 year"."""
    words: frozenset[str] = frozenset()
    """Of title and lead, in lower case."""
    title: frozenset[str] = frozenset()
    """Those of the title."""
    days: frozenset[int] = frozenset()
    """Days that the opening names, as ordinals of the calendar; none after publication."""
    published: int | None = None
    """Day of publication, as an ordinal."""
    publisher: str | None = None
    fixed: str | None = None
    """The event that the reader fixed for it."""


def profiles(
    articles: Sequence[Article], lines: Mapping[str, Sequence[Line]], embedder: Embedder
) -> tuple[Profile, ...]:
    """The profile of each article. `lines` holds those of each article by its id."""
    statements = [segment(article, lines[article.id]) for article in articles]
    vectors = embedder.encode([_lead(*one) for one in zip(articles, statements, strict=True)])
    return tuple(profile(*one) for one in zip(articles, statements, vectors, strict=True))


def profile(article: Article, statements: Sequence[Statement], vector: Vectors) -> Profile:
    """The profile of one article, whose title and lead have the unit row `vector`."""
    read = [one for one in statements if one.start < READ]
    published = article.published_on
    return Profile(
        article=article.id,
        vector=vector.astype(np.float32),
        names=frozenset(name for one in read for name in _names(one)),
        figures=frozenset(f"{n} {noun}".strip() for one in read for n, noun in _FIGURE.findall(_text(one))),
        words=frozenset(_words(article, read[:LEAD])),
        title=frozenset(_plain_words(article.title or "")),
        days=frozenset(day for one in read[:OPENING] for day in _days(one, published)),
        published=published.toordinal() if published else None,
        publisher=article.publisher or urlsplit(article.url or "").hostname,
        fixed=article.event,
    )


def _lead(article: Article, statements: Sequence[Statement]) -> str:
    lead: list[str] = []
    for one in islice((one for one in statements if one.kind is LineKind.BODY), LEAD_SENTENCES):
        if sum(map(len, lead)) >= LEAD_CHARACTERS:
            break
        lead.append(_text(one)[:LONGEST_SENTENCE])
    return ". ".join([*([article.title[:LONGEST_SENTENCE]] if article.title else []), " ".join(lead)])


def _text(statement: Statement) -> str:
    """The statement, cut off where it reaches beyond what is looked at."""
    return statement.article.text[statement.start : min(statement.end, READ)]


def _names(statement: Statement) -> Iterator[str]:
    if is_title_case(Reading(statement)):
        return iter(())
    found = words(statement.article.text, statement.start, min(statement.end, READ))
    return (_cased(word.text) for word in found if _is_name(word))


def _is_name(word: Word) -> bool:
    return word.capital and not word.initial and len(word.text) > 1 and word.lower not in CALENDAR


def _cased(name: str) -> str:
    """A date line's capitals do not make another name; an acronym's do."""
    return name.capitalize() if name.isupper() and len(name) >= SHOUTED else name


def _words(article: Article, statements: Sequence[Statement]) -> Iterator[str]:
    for text in (article.title or "", *map(_text, statements)):
        yield from _plain_words(text)


def _plain_words(text: str) -> Iterator[str]:
    for word in _WORD.findall(text[:READ].lower()):
        if len(word) >= SHORTEST_WORD and word not in FUNCTION:
            yield word


def _days(statement: Statement, published: date | None) -> Iterator[int]:
    latest = published or date.max
    for mention in dates.find(_text(statement), published):
        day = mention.earliest
        if day and day == mention.latest and day <= latest and not mention.recurring:
            yield day.toordinal()
