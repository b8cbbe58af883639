"""A finished report together with its review: what the terminal application, the writers and `check` show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum

from discrepancy.model import Report
from discrepancy.review.changes import Changes
from discrepancy.review.holding import held
from discrepancy.review.log import Log
from discrepancy.review.marks import Sources
from discrepancy.review.matching import PairStanding, Standing, match
from discrepancy.review.mending import mended
from discrepancy.review.records import Entry, Verdict


class Freshness(IntEnum):
    """How new a source is to the review file, the newest last."""

    KNOWN = 0  # a line quotes it as it stands
    EDITED = 1  # lines quote it as it stood before
    NEW = 2  # no line quotes it


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A report as its readers mended it, and where each discrepancy stands."""

    report: Report
    standings: tuple[Standing, ...]
    """One for each of `report.discrepancies`, in that order."""
    aged: tuple[Entry, ...] = ()
    """Lines with a verdict that no discrepancy of the report answers to any more."""
    freshness: Mapping[str, Freshness] = field(default_factory=dict)
    """Of each source, by article id; empty where no line says anything."""
    focus: frozenset[str] = frozenset()
    """Ids of the articles that the reader asked after; empty for all."""
    changes: Changes | None = None
    """What changed since an earlier report, where one was given."""

    @property
    def accepted(self) -> tuple[Entry, ...]:
        """Lines of a baseline that settle something in the report."""
        deciding = {id(pair.entry) for standing in self.standings for pair in standing.pairs if pair.settled}
        spoken = {id(entry): entry for standing in self.standings for entry in standing.entries}
        return tuple(entry for key, entry in spoken.items() if key in deciding and entry.verdict is Verdict.ACCEPTED)

    @property
    def spoken(self) -> bool:
        """Whether anyone said anything of what the report holds."""
        return any(standing.entries for standing in self.standings)

    def keep(self, wanted: Callable[[Standing], bool]) -> Reviewed:
        """Only the discrepancies whose standing is `wanted`."""
        left = tuple(standing for standing in self.standings if wanted(standing))
        found = tuple(standing.found for standing in left)
        return replace(self, report=replace(self.report, discrepancies=found), standings=left)


def unreviewed(report: Report) -> Reviewed:
    """`report` before anyone judged anything of it."""
    open_ = (Standing(found, tuple(PairStanding(pair) for pair in found.pairs)) for found in report.discrepancies)
    return Reviewed(report, tuple(open_))


def reviewed(report: Report, log: Log, sources: Sources | None = None) -> Reviewed:
    """Puts `log` to `report`: mends groupings, adds what was made by hand, and finds each verdict's pairs again.

    `sources` are those of `report` for the folder of `log`, where a caller needs them too.
    """
    entries = held(log)
    sources = sources or Sources(report, log.folder)
    mended_report = replace(report, discrepancies=mended(report.discrepancies, entries, sources))
    standings = match(mended_report.discrepancies, entries, sources)
    spoken = {id(entry) for standing in standings for entry in standing.entries}
    aged = tuple(entry for entry in entries if entry.verdict and id(entry) not in spoken)
    return Reviewed(mended_report, standings, aged, _freshness(report, entries, sources))


def _freshness(report: Report, entries: Iterable[Entry], sources: Sources) -> dict[str, Freshness]:
    digests: dict[str, set[str | None]] = defaultdict(set)
    for quote in (quote for entry in entries for side in entry.sides for quote in side.statements):
        name = sources.name(quote)
        if name is not None:
            digests[name].add(quote.sha256)
    if not digests:
        return {}
    return {article.id: _known(article.sha256, digests.get(sources.key(article))) for article in report.articles}


def _known(digest: str, quoted: set[str | None] | None) -> Freshness:
    if quoted is None:
        return Freshness.NEW
    # A line that does not say which bytes it quotes says nothing of an edit.
    return Freshness.KNOWN if digest in quoted or None in quoted else Freshness.EDITED
