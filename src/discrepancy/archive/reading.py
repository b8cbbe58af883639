"""A report out of an archive: of all its events, or of some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy import pipeline
from discrepancy.archive import comparisons
from discrepancy.archive.archive import Archive, StoredEvent
from discrepancy.engines import Engine
from discrepancy.errors import ArchiveError
from discrepancy.loaders import Collection
from discrepancy.model import Article, Comparison, Event, Report
from discrepancy.stages import Progress, unwatched

Told = tuple[StoredEvent, Comparison, Event]


def report(
    archive: Archive,
    engine: Engine,
    names: Sequence[str] = (),
    since: str | None = None,
    progress: Progress = unwatched,
) -> Report:
    """The report on the events that are `chosen`. Nothing is written: what is not compared as yet, or was compared with
    other settings, is compared for this report alone.

    Raises:
        ArchiveError: when the archive cannot be read, or there is no event of a name.
        ModelError: when a model cannot be had.
    """
    progress("read")
    with archive.reading():
        stale = archive.stale(comparisons.stamp(engine.tool))
        found = chosen(archive, names, since)
        kept = {one.key: told for one in found if one.key not in stale and (told := archive.comparison(one))}
        others = [event for event in found if event.key not in kept]
        reasons = {event.key: archive.told_of(event) for event in others}
    lines = {article: marked for event in others for article, marked in event.lines.items()}
    made = engine.compare([event.articles for event in others], lines, progress)
    for event, comparison in zip(others, made, strict=True):
        kept[event.key] = comparison, reasons[event.key]
    return _report([(event, *kept[event.key]) for event in found], engine)


def news_report(archive: Archive, engine: Engine) -> Report:
    """The report on what no reader was told of, and nothing else of its events: what was just found, and what an
    earlier run found that was cut off before it could show it. `Archive.tell` is to be called once it is written out.

    Raises:
        ArchiveError: when the archive cannot be read.
    """
    with archive.reading():
        told = [
            (event, _part(comparison, places), why)
            for number, places in archive.untold().items()
            if (event := archive.event(number)) and (kept := archive.comparison(event))
            for comparison, why in [kept]
        ]
    return _report(told, engine)


def _part(comparison: Comparison, places: Sequence[int]) -> Comparison:
    """A comparison with the discrepancies at these places alone."""
    found = tuple(comparison.discrepancies[place] for place in places)
    return replace(comparison, discrepancies=found, corroborated=(), single_source=())


def chosen(archive: Archive, names: Sequence[str] = (), since: str | None = None) -> list[StoredEvent]:
    """The events that a reader names, or all; with `since` (ISO 8601, UTC) those alone that have something new.

    Raises:
        ArchiveError: when there is no event of a name.
    """
    with archive.reading():
        wanted = {name: archive.event_of(name) for name in names}
        if unknown := [name for name, number in wanted.items() if number is None]:
            raise ArchiveError(
                f"the archive {archive.folder} has no event {unknown[0]}: "
                f"'discrepancy events --archive {archive.folder}' lists them"
            )
        numbers = [number for number in archive.events(since) if not names or number in wanted.values()]
        return [event for number in numbers if (event := archive.event(number))]


def _report(told: Sequence[Told], engine: Engine) -> Report:
    articles: tuple[Article, ...] = tuple(article for event, _, _ in told for article in event.articles)
    return pipeline.report(
        Collection(articles),
        {article: lines for event, _, _ in told for article, lines in event.lines.items()},
        tuple(event for _, _, event in told),
        [comparison for _, comparison, _ in told],
        engine.tool,
    )
