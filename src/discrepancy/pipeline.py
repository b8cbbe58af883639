"""The whole engine on one page: from paths to a finished report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from discrepancy import engines, events
from discrepancy.cache import key_of, open_cache
from discrepancy.clean import mark
from discrepancy.loaders import Collection, load
from discrepancy.model import Article, Comparison, Event, Line, Report, Tool
from discrepancy.rank import rank
from discrepancy.settings import DEFAULT, Settings
from discrepancy.stages import Progress, unwatched
from discrepancy.syndication import joined

T = TypeVar("T")

SEEN = "seen/1"
"""Where the cache has the articles that were read before."""


def compare(paths: Sequence[str], settings: Settings = DEFAULT, progress: Progress = unwatched) -> Report:
    """Read the articles at `paths` and find where they disagree.

    Only articles of one event are compared with each other. A source that cannot be read is listed in the report, with
    the reason, and costs the others nothing.

    Raises:
        SettingsError: when a setting has an impossible value.
        ModelError: when a model that the settings name cannot be had, or its weights are not what they should be.
        EngineError: when the cluster that the settings name cannot do the work.
    """
    progress("read")
    cache = open_cache(settings.cache)
    with engines.opened(settings, cache) as engine:
        collection = load(paths, settings)
        seen = _seen(collection.articles, engine.tool)
        if len(cache.get_many(SEEN, seen)) < len(seen):
            engine.prepare()
        lines = mark(collection.articles)
        progress("events")
        found = events.find(collection.articles, engine.profiles(collection.articles, lines))
        groups = events.split(collection.articles, found)
        comparisons = tuple(engine.compare(groups, lines, progress))
        cache.put_many(SEEN, dict.fromkeys(seen, b""))
        return report(collection, lines, found, comparisons, engine.tool)


def report(
    collection: Collection,
    lines: Mapping[str, tuple[Line, ...]],
    found: tuple[Event, ...],
    comparisons: Sequence[Comparison],
    tool: Tool,
) -> Report:
    """One report of the comparisons of all events."""
    return Report(
        tool=tool,
        articles=collection.articles,
        lines=lines,
        statements=_joined(one.statements for one in comparisons),
        unread=collection.unread,
        discrepancies=rank(_joined(one.discrepancies for one in comparisons)),
        corroborated=_joined(one.corroborated for one in comparisons),
        single_source=_joined(one.single_source for one in comparisons),
        pairs=_joined(one.pairs for one in comparisons),
        voices=joined([one.voices for one in comparisons]),
        notes=(*collection.notes, *events.notes(found)),
        events=found,
    )


def _seen(articles: Iterable[Article], tool: Tool) -> list[bytes]:
    """What tells the next run that these models have read these articles, and need not be opened for them."""
    made_by = (tool.embedding_model, tool.nli_model or "", tool.parser, tool.number_format)
    return [key_of(*made_by, article.sha256) for article in articles]


def _joined(parts: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(one for part in parts for one in part)
