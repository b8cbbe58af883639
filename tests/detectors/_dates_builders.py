"""Claims and evidence written by hand, with dates read by the real finder: no parser, no model."""

from __future__ import annotations

import re

from discrepancy.extractors.dates import find
from discrepancy.model import Argument, Article, Claim, Evidence, Modality, Pair, Reading, Statement


def statement(name: str, text: str, published: str | None = None) -> Statement:
    """The only statement of an article."""
    return Statement(Article(name, f"{name}.txt", "0", text, published=published), 0, len(text))


def claim(
    name: str,
    text: str,
    predicate: str,
    published: str | None = None,
    modality: Modality = Modality.FACT,
    negated: bool = False,
    **arguments: str,
) -> Claim:
    """A claim that is all of its article's one sentence.

    Its arguments are given by role: "subject", "object", or a preposition with a trailing underscore ("in_"). A
    capitalised argument is a name.
    """
    source = statement(name, text, published)
    made = tuple(_argument(role.rstrip("_"), words, text) for role, words in arguments.items())
    at = re.search(r"\b" + re.escape(predicate.split()[0][:3]) + r"\w*", text)
    return Claim(
        statement=source,
        text=text,
        predicate=predicate,
        predicate_span=at.span() if at else (0, len(text)),
        arguments=made,
        negated=negated,
        modality=modality,
        dates=find(text, source.article.published_on),
        names=tuple(a.name for a in made if a.name),
        spans=((0, len(text)),),
    )


def _argument(role: str, words: str, text: str) -> Argument:
    start = max(text.find(words), 0)
    bare = words.removeprefix("the ")
    named = bare if bare[:1].isupper() else None
    return Argument(role, words, words.split()[-1].lower(), (start, start + len(words)), named)


def evidence(*claims: Claim, similarity: float = 0.9) -> Evidence:
    """The evidence of claims that are all aligned with each other."""
    readings = tuple(Reading(c.statement, dates=c.dates) for c in claims)
    pairs = tuple(Pair(a, b, similarity) for i, a in enumerate(claims) for b in claims[i + 1 :])
    return Evidence(tuple(c.statement.article for c in claims), readings, claims, pairs)
