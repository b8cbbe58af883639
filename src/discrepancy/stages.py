"""What is done with the articles of an event, stage by stage: from their text to where they disagree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Any, Protocol, TypeVar

from discrepancy import __version__, embed, nli, parse
from discrepancy.agreement import corroborated, single_source
from discrepancy.align import align
from discrepancy.cache import Values, key_of
from discrepancy.claims import claims_of
from discrepancy.detectors import detect
from discrepancy.embed import CachedEmbedder, Embedder
from discrepancy.extractors import enrich
from discrepancy.group import group
from discrepancy.model import Article, Comparison, Conflict, Evidence, Line, Reading, Statement, Tool
from discrepancy.nli import CachedJudge, Judge
from discrepancy.opening import Opening
from discrepancy.opinion import asked_of, judged, weighed
from discrepancy.parse import Parser, SpacyParser
from discrepancy.rank import rank
from discrepancy.segment import segment
from discrepancy.settings import Settings
from discrepancy.syndication import voices

Made = TypeVar("Made", bound="_Rows")
Progress = Callable[[str], None]
"""Told the name of each stage as it begins: one of `STAGES`; those behind "events" begin anew with each batch."""
Lines = Mapping[str, Sequence[Line]]
"""Article id to its lines."""
Group = Sequence[Article]
"""The articles of one event."""

STAGES = ("read", "events", "parse", "enrich", "claims", "embed", "align", "judge", "detect")
POOLED = 64
"""Articles from which a batch of events is full. Models are asked once for a batch: most events are two or three short
articles, with whose few sentences no batch of theirs would be full. It bounds memory too."""


class _Rows(Protocol):
    """A result for each text, in order."""

    def __getitem__(self, part: slice, /) -> Any: ...


def unwatched(stage: str) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Models:
    """What is slow to load. Each is opened when the first text comes that is not in its cache."""

    parser: Parser
    embedder: Embedder
    judge: Judge

    @classmethod
    def of(cls, settings: Settings, cache: Values) -> Models:
        """Those that the settings name.

        Raises:
            SettingsError: when a setting has an impossible value.
            ModelError: when one cannot be had.
        """
        return cls(
            parse.load(settings.parser, cache),
            embed.load(settings.model, settings.number_format, cache),
            nli.load(settings.nli_model, settings.number_format, cache),
        )

    def prepare(self) -> None:
        """Open all of them beside what is done meanwhile: something new is to be read."""
        for model in (self.parser, self.embedder, self.judge):
            if isinstance(model, (SpacyParser, CachedEmbedder, CachedJudge)) and isinstance(model.open, Opening):
                model.open.begin()

    def tool(self, settings: Settings) -> Tool:
        """All that a comparison depends on besides the articles."""
        formats = (self.embedder.number_format, self.judge.number_format)
        return Tool(
            version=__version__,
            embedding_model=self.embedder.identity,
            nli_model=self.judge.identity,
            parser=self.parser.identity,
            number_format=" and ".join(dict.fromkeys(filter(None, formats))),
            settings=settings.comparison(),
        )


def compare_events(
    groups: Iterable[Group], lines: Lines, models: Models, settings: Settings, progress: Progress = unwatched
) -> Iterator[Comparison]:
    """The comparison of each event, in order. One event has the same whatever it is compared beside."""
    for batch in batches(groups, POOLED):
        evidence = gather(batch, lines, models, settings, progress)
        progress("judge")
        evidence = judged(evidence, models.judge, settings)
        progress("detect")
        conflicts = weighed([detect(one, settings) for one in evidence], models.judge)
        for one, found in zip(evidence, conflicts, strict=True):
            discrepancies = rank(group(found))
            yield Comparison(
                readings=tuple(replace(reading, tokens=()) for reading in one.readings),
                discrepancies=discrepancies,
                corroborated=corroborated(one, discrepancies, settings),
                single_source=single_source(one, settings),
                pairs=one.pairs,
                voices=one.voices,
                rests_on=_rests_on(one, found),
            )


def gather(
    groups: Sequence[Group], lines: Lines, models: Models, settings: Settings, progress: Progress = unwatched
) -> list[Evidence]:
    """Everything that the detectors look at, event by event: statements, what is read off them, their claims, and
    which align."""
    statements = [statements_of(articles, lines) for articles in groups]
    progress("parse")
    tokens = _pooled(models.parser.parse, [[statement.text for statement in one] for one in statements])
    progress("enrich")
    readings = [
        enrich([Reading(s, t) for s, t in zip(*one, strict=True)], settings)
        for one in zip(statements, tokens, strict=True)
    ]
    progress("claims")
    claims = [tuple(claim for reading in one for claim in claims_of(reading)) for one in readings]
    progress("embed")
    vectors = _pooled(models.embedder.encode, [[claim.text for claim in one] for one in claims])
    progress("align")
    return [
        Evidence(
            tuple(articles), readings[at], claims[at], align(claims[at], embed.center(vectors[at]), settings),
            voices(statements[at], settings),
        )
        for at, articles in enumerate(groups)
    ]  # fmt: skip


def statements_of(articles: Sequence[Article], lines: Lines) -> tuple[Statement, ...]:
    """The statements of all articles, in order of article and place."""
    return tuple(statement for article in articles for statement in segment(article, lines[article.id]))


def _rests_on(evidence: Evidence, conflicts: Iterable[Conflict]) -> frozenset[bytes]:
    texts = {r.statement.text for r in evidence.readings} | {claim.text for claim in evidence.claims}
    return frozenset((*map(key_of, texts), *(key_of(*pair) for pair in asked_of(evidence, conflicts))))


def batches(groups: Iterable[Group], articles: int) -> Iterator[list[Group]]:
    """The groups in order, as many together as it takes to hold so many articles."""
    batch: list[Group] = []
    for one in groups:
        batch.append(one)
        if sum(map(len, batch)) >= articles:
            yield batch
            batch = []
    if batch:
        yield batch


def _pooled(work: Callable[[Sequence[str]], Made], parts: Sequence[Sequence[str]]) -> list[Made]:
    """`work` on all parts at once, its results part by part."""
    made = work([text for part in parts for text in part])
    ends = accumulate(map(len, parts), initial=0)
    return [made[start:end] for start, end in pairwise(ends)]
