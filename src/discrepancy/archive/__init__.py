"""An archive: thousands of articles in a folder, each compared with its event when it comes, and never with all.

with archive.opened(folder, create=True) as kept, engines.opened(settings, kept.values) as engine:
    archive.take_in(kept, articles, engine, now)
    compared = list(archive.bring_up_to_date(kept, engine))
    news = archive.news_report(kept, engine)
    ...  # show them
    kept.tell(news.discrepancies)
"""

from __future__ import annotations

from discrepancy.archive.adding import Taken, bring_up_to_date, take_in
from discrepancy.archive.archive import Archive, Arrival, Source, StoredEvent, opened
from discrepancy.archive.checking import Checked, checked
from discrepancy.archive.reading import chosen, news_report, report

__all__ = [
    "Archive",
    "Arrival",
    "Checked",
    "Source",
    "StoredEvent",
    "Taken",
    "bring_up_to_date",
    "checked",
    "chosen",
    "news_report",
    "opened",
    "report",
    "take_in",
]
