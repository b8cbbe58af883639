"""Taking new sources into an archive, and comparing the events that they change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from discrepancy.archive import comparisons, rows
from discrepancy.archive.archive import Archive, Arrival, StoredEvent
from discrepancy.clean import mark
from discrepancy.engines import Engine
from discrepancy.model import Article, Comparison, Discrepancy
from discrepancy.stages import POOLED, Progress, unwatched

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of some sources."""

    new: tuple[str, ...] = ()
    """Ids of those that the archive did not hold."""
    changed: tuple[str, ...] = ()
    """Ids of those of which it held another version."""
    known: int = 0
    """How many it held already."""
    notes: tuple[str, ...] = ()

    def and_then(self, later: Taken) -> Taken:
        """What became of these and of the `later` ones."""
        new, changed, notes = self.new + later.new, self.changed + later.changed, self.notes + later.notes
        return Taken(new, changed, self.known + later.known, notes)


@dataclass(frozen=True, slots=True)
class News:
    """An event that was compared, and what of it no reader was told of before."""

    event: StoredEvent
    comparison: Comparison
    untold: tuple[Discrepancy, ...]


def take_in(
    archive: Archive, articles: Sequence[Article], engine: Engine, added: str, progress: Progress = unwatched
) -> Taken:
    """Put into the archive what it does not hold yet. `added` is the moment, ISO 8601 in UTC.

    Each batch of articles is in it whole or not at all; the events that they join are then to be compared.

    Raises:
        ArchiveError: when it cannot be written.
        ModelError: when a model cannot be had.
    """
    progress("events")
    taken = Taken()
    for batch in _slices(articles, POOLED):
        wanted, told = _sifted(archive, [rows.at_home(article, archive.folder) for article in batch])
        if wanted:
            engine.prepare()
            archive.add(_arrivals(wanted, engine), added, engine.tool.embedding_model)
        taken = taken.and_then(told)
    return taken


def bring_up_to_date(archive: Archive, engine: Engine, progress: Progress = unwatched) -> Iterator[News]:
    """Compare all events that are to be compared, those of an earlier run that was cut off too, and keep what is found.

    An event that changes meanwhile is compared once more.

    Raises:
        ArchiveError: when the archive cannot be read or written.
        ModelError: when a model cannot be had.
    """
    stamp = comparisons.stamp(engine.tool)
    while numbers := archive.stale(stamp):
        for some in _slices(numbers, POOLED):
            with archive.reading():
                found = [_marked(event) for number in some if (event := archive.event(number))]
            lines = {article: marked for event in found for article, marked in event.lines.items()}
            made = engine.compare([event.articles for event in found], lines, progress)
            for event, comparison in zip(found, made, strict=True):
                untold = archive.keep(event, comparison, stamp)
                if untold is not None:
                    yield News(event, comparison, untold)
            archive.values.forget()


def _marked(event: StoredEvent) -> StoredEvent:
    """Which lines are an article's own shows beside the others of its event."""
    return replace(event, lines=mark(event.articles))


def _sifted(archive: Archive, articles: Sequence[Article]) -> tuple[list[Article], Taken]:
    wanted: dict[str, Article] = {}
    holders: dict[str, str] = {}
    new: list[str] = []
    changed: list[str] = []
    notes: list[str] = []
    known = 0
    for article in articles:
        before = archive.known(article.id)
        holder = holders.get(article.sha256) or archive.holder(article.sha256)
        if before == article:
            known += 1
        elif before is None and holder:
            known += 1
            notes.append(f"{article.path} holds the same bytes as {holder}: kept once")
        else:
            (changed if before else new).append(article.id)
            wanted[article.id] = article
            holders[article.sha256] = article.id
    return list(wanted.values()), Taken(tuple(new), tuple(changed), known, tuple(notes))


def _arrivals(articles: Sequence[Article], engine: Engine) -> list[Arrival]:
    lines = mark(articles)
    profiles = engine.profiles(articles, lines)
    return [Arrival(one, lines[one.id], profile) for one, profile in zip(articles, profiles, strict=True)]


def _slices(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), size):
        yield values[start : start + size]
