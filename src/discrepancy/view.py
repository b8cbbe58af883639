"""Which findings of a reviewed report a reader wants to see. Pure: each function gives a smaller one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import PurePath

from discrepancy.errors import SettingsError
from discrepancy.model import Article, Discrepancy, Kind, Severity
from discrepancy.review import Reviewed

_ORDER = tuple(Severity)


def of_kinds(reviewed: Reviewed, kinds: Collection[Kind]) -> Reviewed:
    """Only discrepancies of `kinds`; all of them when there are none."""
    return reviewed.keep(lambda standing: standing.found.kind in kinds) if kinds else reviewed


def at_least(reviewed: Reviewed, severity: Severity) -> Reviewed:
    """Only discrepancies as severe as `severity`, or more so."""
    rank = _ORDER.index(severity)
    return reviewed.keep(lambda standing: _ORDER.index(standing.found.severity) <= rank)


def first(reviewed: Reviewed, limit: int | None) -> Reviewed:
    """The first `limit` discrepancies; all of them for None."""
    kept = {id(standing) for standing in reviewed.standings[:limit]}
    return reviewed.keep(lambda standing: id(standing) in kept)


def focus(reviewed: Reviewed, files: Iterable[str]) -> Reviewed:
    """Only discrepancies with a side in `files`, each an id, a path as it was read, or the end of one.

    Raises:
        SettingsError: when a file is none of the sources that were read, or could be more than one.
    """
    wanted = frozenset(_source(reviewed.report.articles, file).id for file in files)
    if not wanted:
        return reviewed
    return replace(reviewed, focus=wanted).keep(lambda standing: not wanted.isdisjoint(_articles(standing.found)))


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
