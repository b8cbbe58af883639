"""What the commands share that put something into an archive or take it out: what changed is compared and told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from discrepancy.commands import _common, _engine
from discrepancy.display.phrases import counted
from discrepancy.model import Report
from discrepancy.settings import Settings

if TYPE_CHECKING:
    from discrepancy.archive import Archive
    from discrepancy.loaders import Collection
    from discrepancy.pipeline import Models, Progress

Change = Callable[["Archive", "Models", "Progress"], str]
"""Changes an archive, and says in a few words what it did."""


def taking_in(collection: Collection) -> Change:
    """Put what was read into the archive."""

    def change(kept: Archive, models: Models, progress: Progress) -> str:
        from discrepancy.archive import take_in

        taken = take_in(kept, collection.articles, models, now(), progress)
        for note in (*collection.notes, *taken.notes):
            _common.tell(note)
        return (
            f"{counted(len(taken.new), 'new article')}, {counted(len(taken.changed), 'new version')}, "
            f"{taken.known:,} known already"
        )

    return change


def changed(folder: str, change: Change, settings: Settings, *, create: bool = False) -> Report:
    """Change the archive in `folder`, compare the events that are to be compared, and give back what is new in them.

    Raises:
        ArchiveError: when it cannot be read or written.
    """
    with _engine.running() as progress:
        from discrepancy import archive
        from discrepancy.pipeline import Models

        with archive.opened(Path(folder), create=create) as kept:
            models = Models.of(settings, kept.values)
            done = change(kept, models, progress)
            news = list(archive.bring_up_to_date(kept, models, settings, progress))
            report = archive.news_report(news, models, settings)
    new = counted(len(report.discrepancies), "new discrepancy", "new discrepancies")
    _common.tell(f"{done}; {counted(len(news), 'event')} compared, {new}")
    return report


def now() -> str:
    """This moment, as an archive writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
