"""Which findings of a finished report a reader wants to see. Pure: each function gives a smaller report."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import PurePath

from discrepancy.errors import SettingsError
from discrepancy.model import Article, Discrepancy, Kind, Report, Severity

_ORDER = tuple(Severity)


def of_kinds(report: Report, kinds: Collection[Kind]) -> Report:
    """Only discrepancies of `kinds`; all of them when there are none."""
    return _keep(report, lambda found: found.kind in kinds) if kinds else report


def at_least(report: Report, severity: Severity) -> Report:
    """Only discrepancies as severe as `severity`, or more so."""
    rank = _ORDER.index(severity)
    return _keep(report, lambda found: _ORDER.index(found.severity) <= rank)


def first(report: Report, limit: int | None) -> Report:
    """The first `limit` discrepancies; all of them for None."""
    return replace(report, discrepancies=report.discrepancies[:limit])


def focus(report: Report, files: Iterable[str]) -> Report:
    """Only discrepancies with a side in `files`, each an id, a path as it was read, or the end of one.

    Raises:
        SettingsError: when a file is none of the sources that were read, or could be more than one.
    """
    wanted = {_source(report.articles, file).id for file in files}
    if not wanted:
        return report
    return _keep(report, lambda found: not wanted.isdisjoint(_articles(found)))


def _keep(report: Report, wanted: Callable[[Discrepancy], bool]) -> Report:
    return replace(report, discrepancies=tuple(found for found in report.discrepancies if wanted(found)))


def _articles(found: Discrepancy) -> set[str]:
    return {position.statement.article.id for side in found.sides for position in side.positions}


def _source(articles: tuple[Article, ...], file: str) -> Article:
    exact = [article for article in articles if file in (article.id, article.path)]
    matching = exact or [article for article in articles if _same_end(article.path, file)]
    if len(matching) == 1:
        return matching[0]
    if matching:
        raise SettingsError(f"--focus {file} could be {' or '.join(one.path for one in matching)}: give the whole path")
    raise SettingsError(f"--focus {file} is none of the sources that were read: give it as a PATH too")


def _same_end(path: str, file: str) -> bool:
    """Whether one path is the end of the other: "draft.txt", "./drafts/draft.txt", "/home/a/drafts/draft.txt"."""
    ours, theirs = PurePath(path).parts, PurePath(file).parts
    shared = min(len(ours), len(theirs))
    return shared > 0 and ours[-shared:] == theirs[-shared:]
