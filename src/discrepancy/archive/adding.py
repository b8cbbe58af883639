"""Taking new sources into an archive, and comparing the events that they change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from discrepancy.archive import comparisons, rows
from discrepancy.archive.archive import Archive, Arrival, StoredEvent
from discrepancy.clean import mark
from discrepancy.engines import Engine
from discrepancy.model import Article
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
        with archive.reading():
            wanted, told = _sifted(archive, [rows.at_home(article, archive.folder) for article in batch])
        taken = taken.and_then(replace(told, new=(), changed=())).and_then(_put(archive, wanted, engine, added))
    return taken


def _put(archive: Archive, wanted: Sequence[Article], engine: Engine, added: str) -> Taken:
    if not wanted:
        return Taken()
    engine.prepare()
    arrivals = {one.article.id: one for one in _arrivals(wanted, engine)}
    with archive.writing():
        # Another process may have put some of them in meanwhile.
        still, told = _sifted(archive, wanted)
        archive.add([arrivals[article.id] for article in still], added, engine.tool.embedding_model)
    return told


def bring_up_to_date(archive: Archive, engine: Engine, progress: Progress = unwatched) -> Iterator[StoredEvent]:
    """Compare all events that are to be compared, those of an earlier run that was cut off too, and keep what is found.
    Gives each event once that is done.

    An event that changes meanwhile is compared once more. One that another process compares with other settings
    meanwhile is not: two of them would never end.

    Raises:
        ArchiveError: when the archive cannot be read or written.
        ModelError: when a model cannot be had.
    """
    stamp = comparisons.stamp(engine.tool)
    done: dict[int, int] = {}
    while numbers := _stale(archive, stamp, done):
        for some in _slices(numbers, POOLED):
            with archive.reading():
                found = [_marked(event) for number in some if (event := archive.event(number))]
                told = [archive.told_of(event) for event in found]
            lines = {article: marked for event in found for article, marked in event.lines.items()}
            made = engine.compare([event.articles for event in found], lines, progress)
            for event, why, comparison in zip(found, told, made, strict=True):
                if archive.keep(event, why, comparison, stamp):
                    done[event.key] = event.revision
                    yield event
            archive.values.forget()


def _stale(archive: Archive, stamp: str, done: Mapping[int, int]) -> list[int]:
    """The events that are to be compared, without those that are `done` in the revision that they are of."""
    with archive.reading():
        return [number for number, revision in archive.stale(stamp).items() if done.get(number) != revision]


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
