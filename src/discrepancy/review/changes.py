"""What changed between an earlier report and this one.

A discrepancy is known again as it is by a verdict: by its pairs of sides. So the earlier report is put to this one as
a review file would be that accepts all that it holds, and what is left to judge is what is new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from discrepancy.identity import source_key
from discrepancy.model import Article, Position, Report
from discrepancy.review.earlier import Earlier, Found, Source
from discrepancy.review.marks import Sources
from discrepancy.review.matching import Edit, Standing, State, match
from discrepancy.review.records import VERSION, Entry, Verdict

_NOWHERE = ""
"""The key of a source that was not read: no source has it."""


@dataclass(frozen=True, slots=True)
class Changed:
    """How a discrepancy differs from what the earlier report held."""

    new: bool = False
    """Whether no pair of its sides stood there; then nothing else is said."""
    sides: tuple[int, ...] = ()
    """New sides of a known discrepancy: indexes into `Discrepancy.sides`."""
    pairs: tuple[tuple[int, int], ...] = ()
    """Known sides that were not set against each other."""
    edits: tuple[Edit, ...] = ()
    """Quotes that were reworded in their sources."""
    joined: tuple[Position, ...] = ()
    """Statements that joined a known side."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A discrepancy of the earlier report that is not in this one."""

    found: Found
    removed: tuple[Article, ...]
    """Of the sources that it quotes, those that were not read this time."""
    changed: tuple[Article, ...]
    """And those whose bytes are others now."""


@dataclass(frozen=True, slots=True)
class Changes:
    """This report beside an earlier one."""

    since: str
    """What the earlier report is called."""
    found: Mapping[str, Changed]
    """Fingerprint to what changed of a discrepancy; one that is as it was is not in it."""
    gone: tuple[Gone, ...]
    added: tuple[Article, ...]
    removed: tuple[Article, ...]
    """Sources of the earlier report that were not read this time, without their text."""
    changed: tuple[Article, ...]
    """Sources whose bytes are others now."""


def changed_since(report: Report, earlier: Earlier, since: str) -> Changes:
    """What changed from `earlier`, which is called `since`, to `report`."""
    sources = Sources(report, Path())
    known = _known(report.articles, earlier.sources, sources)
    names = {one.id: sources.key(known[one.id]) if one.id in known else _NOWHERE for one in earlier.sources}
    entries = [_accepted(found, names) for found in earlier.discrepancies]
    standings = match(report.discrepancies, entries, sources)
    spoken = {id(entry) for standing in standings for entry in standing.entries}
    again = {article.id for article in known.values()}
    changed = {one.id: known[one.id] for one in earlier.sources if one.id in known and _differs(one, known[one.id])}
    removed = {one.id: one.article for one in earlier.sources if one.id not in known}
    gone = (found for found, entry in zip(earlier.discrepancies, entries, strict=True) if id(entry) not in spoken)
    found = {standing.found.fingerprint: _change(standing) for standing in standings}
    return Changes(
        since=since,
        found={fingerprint: change for fingerprint, change in found.items() if change != Changed()},
        gone=tuple(Gone(one, _among(removed, one.sources), _among(changed, one.sources)) for one in gone),
        added=tuple(article for article in report.articles if article.id not in again),
        removed=tuple(removed.values()),
        changed=tuple(changed.values()),
    )


def _known(articles: Iterable[Article], sources: Sequence[Source], keys: Sources) -> dict[str, Article]:
    """The id of a source in the earlier report to what it is now: the same bytes, else the same path, else the same id.

    The path may be another for the same file, since the program may have been called in another folder.
    """
    found: dict[str, Article] = {}
    namings: tuple[tuple[Callable[[Article], str], Callable[[Source], str]], ...] = (
        (lambda article: article.sha256, lambda source: source.sha256),
        (keys.key, lambda source: source_key(source.article, Path())),
        (lambda article: article.id, lambda source: source.id),
    )
    left = list(articles)
    for now, then in namings:
        named = {now(article): article for article in left}
        for source in sources:
            if source.id not in found and then(source) in named:
                found[source.id] = named.pop(then(source))
        left = list(named.values())
    return found


def _accepted(found: Found, names: Mapping[str, str]) -> Entry:
    sides, pairs = found.recorded(names)
    return Entry(
        version=VERSION,
        fingerprint=found.fingerprint,
        verdict=Verdict.ACCEPTED,
        kind=found.kind,
        severity=found.severity,
        question=found.question,
        summary=found.summary,
        sides=sides,
        pairs=pairs,
        date="",
        tool="",
    )


def _change(standing: Standing) -> Changed:
    if standing.state is State.OPEN:
        return Changed(new=True)
    known = {side for pair in standing.pairs if pair.entry for side in pair.pair.sides}
    fresh = [pair.pair.sides for pair in standing.pairs if not pair.entry]
    return Changed(
        sides=tuple(sorted({side for sides in fresh for side in sides} - known)),
        pairs=tuple(sides for sides in fresh if known.issuperset(sides)),
        edits=standing.edits,
        joined=standing.joined,
    )


def _differs(then: Source, now: Article) -> bool:
    return then.sha256 != now.sha256


def _among(articles: Mapping[str, Article], ids: Set[str]) -> tuple[Article, ...]:
    return tuple(article for ident, article in articles.items() if ident in ids)
