"""The whole engine on one page: from paths to a finished report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from discrepancy import __version__, embed, events, nli, parse
from discrepancy.agreement import corroborated, single_source
from discrepancy.align import align
from discrepancy.cache import open_cache
from discrepancy.claims import claims_of
from discrepancy.clean import mark
from discrepancy.detectors import detect
from discrepancy.embed import Embedder
from discrepancy.extractors import enrich
from discrepancy.group import group
from discrepancy.loaders import load
from discrepancy.model import Article, Evidence, Line, Reading, Report, Statement, Tool
from discrepancy.nli import Judge
from discrepancy.opinion import judged, weighed
from discrepancy.parse import Parser
from discrepancy.rank import rank
from discrepancy.segment import segment
from discrepancy.settings import DEFAULT, Settings
from discrepancy.syndication import joined, voices

Progress = Callable[[str], None]
"""Told the name of each stage as it begins: one of `STAGES`; those behind "events" begin anew with each event."""

STAGES = ("read", "events", "parse", "enrich", "claims", "embed", "align", "judge", "detect")


def unwatched(stage: str) -> None:
    """Progress that nobody watches."""


def compare(paths: Sequence[str], settings: Settings = DEFAULT, progress: Progress = unwatched) -> Report:
    """Read the articles at `paths` and find where they disagree.

    Only articles of one event are compared with each other. A source that cannot be read is listed in the report, with
    the reason, and costs the others nothing.

    Raises:
        SettingsError: when a setting has an impossible value.
        ModelError: when a model that the settings name cannot be had, or its weights are not what they should be.
    """
    progress("read")
    collection = load(paths, settings)
    lines = mark(collection.articles)
    cache = open_cache(settings.cache)
    parser = parse.load(settings.parser, cache)
    embedder = embed.load(settings.model, settings.number_format, cache)
    judge = nli.load(settings.nli_model, settings.number_format, cache)
    progress("events")
    found = events.find(collection.articles, lines, embedder)
    parts = []
    for articles in events.split(collection.articles, found):
        evidence = gather(articles, lines, parser, embedder, settings, progress)
        progress("judge")
        evidence = judged(evidence, judge, settings)
        progress("detect")
        parts.append((evidence, rank(group(weighed(detect(evidence, settings), judge)))))
    return Report(
        tool=_tool(settings, embedder, judge, parser),
        articles=collection.articles,
        lines=lines,
        statements=tuple(reading.statement for evidence, _ in parts for reading in evidence.readings),
        unread=collection.unread,
        discrepancies=rank(one for _, discrepancies in parts for one in discrepancies),
        corroborated=tuple(one for part in parts for one in corroborated(*part, settings)),
        single_source=tuple(one for evidence, _ in parts for one in single_source(evidence, settings)),
        pairs=tuple(pair for evidence, _ in parts for pair in evidence.pairs),
        voices=joined([evidence.voices for evidence, _ in parts]),
        notes=(*collection.notes, *events.notes(found)),
        events=found,
    )


def gather(
    articles: Sequence[Article],
    lines: Mapping[str, Sequence[Line]],
    parser: Parser,
    embedder: Embedder,
    settings: Settings,
    progress: Progress = unwatched,
) -> Evidence:
    """Everything that the detectors look at: statements, what is read off them, their claims, and which align."""
    statements = statements_of(articles, lines)
    progress("parse")
    tokens = parser.parse([statement.text for statement in statements])
    progress("enrich")
    readings = enrich([Reading(s, t) for s, t in zip(statements, tokens, strict=True)], settings)
    progress("claims")
    claims = tuple(claim for reading in readings for claim in claims_of(reading))
    progress("embed")
    vectors = embed.center(embedder.encode([claim.text for claim in claims]))
    progress("align")
    pairs = align(claims, vectors, settings)
    return Evidence(tuple(articles), readings, claims, pairs, voices(statements, settings))


def statements_of(articles: Sequence[Article], lines: Mapping[str, Sequence[Line]]) -> tuple[Statement, ...]:
    """The statements of all articles, in order of article and place."""
    return tuple(statement for article in articles for statement in segment(article, lines[article.id]))


def _tool(settings: Settings, embedder: Embedder, judge: Judge, parser: Parser) -> Tool:
    return Tool(
        version=__version__,
        embedding_model=embedder.identity,
        nli_model=judge.identity,
        parser=parser.identity,
        number_format=embedder.number_format,
        settings=settings.comparison(),
    )
