"""List the events that articles tell of, and why each article is in its event.

    discrepancy events PATH... | --archive DIR [--format text|json]

Exit status as for `compare`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from discrepancy.commands import _common, _given
from discrepancy.display.phrases import counted, credit, dated, short, signals
from discrepancy.display.safe import one_line
from discrepancy.model import Article, Event, Membership, Unread
from discrepancy.request import Request
from discrepancy.settings import Settings

VERSION = 1

Articles = Mapping[str, Article]


@dataclass(frozen=True, slots=True)
class Grouped:
    """Events with their articles."""

    events: tuple[Event, ...]
    articles: Articles
    unread: Sequence[Unread] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    """What an archive numbers its events by, by their ids."""


@click.command(name="events")
@_given.given()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_common.engine
@_common.config
def events(request: Request, form: str, engine: str | None, config: Path | None) -> None:
    """Group the articles at each PATH by the event that they tell of, as compare does by itself, or list an archive's.

    Only articles of one event are compared. Where the grouping is wrong, say event = "NAME" for an article in
    sources.toml: articles with the same name are of one event, and those with another are not.
    """
    settings = _common.settings(config, engine=engine)
    found = _grouped(request, settings) if request.archive is None else _archived(request, Path(request.archive))
    for line in _json(found) if form == "json" else _text(found):
        click.echo(line)


def _grouped(request: Request, settings: Settings) -> Grouped:
    # What reads the articles is heavier than the command line: not before the call is known to be right.
    from discrepancy import engines
    from discrepancy.cache import open_cache
    from discrepancy.clean import mark
    from discrepancy.events import find
    from discrepancy.loaders import load

    with engines.opened(settings, open_cache(settings.cache)) as engine:
        collection = load(request.paths, settings)
        _common.require_articles(collection.articles, collection.unread, request.paths)
        _common.tell_unread(collection.unread)
        for note in collection.notes:
            _common.tell(note)
        found = find(collection.articles, engine.profiles(collection.articles, mark(collection.articles)))
    return Grouped(found, {article.id: article for article in collection.articles}, collection.unread)


def _archived(request: Request, folder: Path) -> Grouped:
    from discrepancy.archive import chosen, opened

    with opened(folder) as kept, kept.reading():
        stored = chosen(kept, request.events, request.since)
        found = tuple(kept.told_of(event) for event in stored)
    articles = {article.id: article for event in stored for article in event.articles}
    return Grouped(found, articles, (), {told.id: event.key for told, event in zip(found, stored, strict=True)})


def _text(grouped: Grouped) -> Iterator[str]:
    found, known = grouped.events, grouped.articles
    together = sorted((event for event in found if len(event.members) > 1), key=lambda event: -len(event.members))
    alone = [event for event in found if len(event.members) == 1]
    names = _names(known)
    yield f"{counted(len(known), 'article')}, {counted(len(found), 'event')}"
    for number, event in enumerate(together, 1):
        yield ""
        size = counted(len(event.members), "article")
        yield one_line(f"{grouped.numbers.get(event.id, number)}. {_title(event, known)} ({size})")
        for member in event.members:
            yield from _member(member, known, names)
    if alone:
        yield ""
        yield f"{counted(len(alone), 'article')} of an event that no other tells of"
        for event in alone:
            yield from _member(event.members[0], known, names)


def _member(member: Membership, known: Articles, names: Mapping[str, str]) -> Iterator[str]:
    article = known[member.article]
    title = [f"“{short(article.title)}”"] if article.publisher and article.title else []
    yield one_line(f"   {names[article.id]}: {credit(article, *title, dated(article))}")
    if member.nearest:
        yield one_line(f"      like {names[member.nearest]}: {signals(member.why)}")
    elif member.why:
        yield one_line(f"      {signals(member.why)}")


def _names(known: Articles) -> dict[str, str]:
    """How each article is called: by its path, or by its id where a file holds several."""
    paths = Counter(article.path for article in known.values())
    return {article.id: short(article.path if paths[article.path] == 1 else article.id) for article in known.values()}


def _title(event: Event, known: Articles) -> str:
    """The first title in it, else its first file."""
    first = known[event.articles[0]]
    return short(next((title for one in event.articles if (title := known[one].title)), first.path))


def _json(grouped: Grouped) -> Iterator[str]:
    document = {
        "version": VERSION,
        "events": [_event(event, grouped) for event in grouped.events],
        "unread": [{"path": one.path, "reason": one.reason} for one in grouped.unread],
    }
    # In ASCII nothing can steer a terminal; a delete is the one control that JSON leaves as it is.
    yield json.dumps(document, indent=2).replace("\x7f", "\\u007f")


def _event(event: Event, grouped: Grouped) -> dict[str, Any]:
    known = grouped.articles
    numbered = {"number": grouped.numbers[event.id]} if event.id in grouped.numbers else {}
    return {
        "id": event.id,
        **numbered,
        "articles": [
            {
                "id": member.article,
                "path": known[member.article].path,
                "title": known[member.article].title,
                "published": known[member.article].published,
                "nearest": member.nearest,
                "why": [{"signal": signal.signal, "value": signal.value} for signal in member.why],
            }
            for member in event.members
        ],
    }


PLUGIN = events
