"""List the events that articles tell of, and why each article is in its event.

    discrepancy events PATH... [--format text|json]

Exit status as for `compare`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from discrepancy.commands import _common
from discrepancy.display.phrases import counted, credit, dated, short, signals
from discrepancy.display.safe import one_line
from discrepancy.model import Article, Event, Membership, Unread

VERSION = 1

Articles = Mapping[str, Article]


@click.command(name="events")
@_common.paths
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_common.engine
@_common.config
def events(paths: tuple[str, ...], form: str, engine: str | None, config: Path | None) -> None:
    """Group the articles at each PATH by the event that they tell of, as compare does by itself.

    Only articles of one event are compared. Where the grouping is wrong, say event = "NAME" for an article in
    sources.toml: articles with the same name are of one event, and those with another are not.
    """
    settings = _common.settings(config, engine=engine)
    # What reads the articles is heavier than the command line: not before the call is known to be right.
    from discrepancy import engines
    from discrepancy.clean import mark
    from discrepancy.events import find
    from discrepancy.loaders import load

    with engines.opened(settings) as chosen:
        collection = load(paths, settings)
        _common.require_articles(collection.articles, collection.unread, paths)
        _common.tell_unread(collection.unread)
        for note in collection.notes:
            _common.tell(note)
        found = find(collection.articles, chosen.profiles(collection.articles, mark(collection.articles)))
    known = {article.id: article for article in collection.articles}
    for line in _json(found, known, collection.unread) if form == "json" else _text(found, known):
        click.echo(line)


def _text(found: Sequence[Event], known: Articles) -> Iterator[str]:
    together = sorted((event for event in found if len(event.members) > 1), key=lambda event: -len(event.members))
    alone = [event for event in found if len(event.members) == 1]
    names = _names(known)
    yield f"{counted(len(known), 'article')}, {counted(len(found), 'event')}"
    for number, event in enumerate(together, 1):
        yield ""
        yield one_line(f"{number}. {_title(event, known)} ({counted(len(event.members), 'article')})")
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


def _json(found: Sequence[Event], known: Articles, unread: Sequence[Unread]) -> Iterator[str]:
    document = {
        "version": VERSION,
        "events": [_event(event, known) for event in found],
        "unread": [{"path": one.path, "reason": one.reason} for one in unread],
    }
    # In ASCII nothing can steer a terminal; a delete is the one control that JSON leaves as it is.
    yield json.dumps(document, indent=2).replace("\x7f", "\\u007f")


def _event(event: Event, known: Articles) -> dict[str, Any]:
    return {
        "id": event.id,
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
