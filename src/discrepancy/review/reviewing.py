"""A finished report together with its review: what the terminal application, the writers and `check` show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from discrepancy.model import Report
from discrepancy.review.holding import held
from discrepancy.review.log import Log
from discrepancy.review.marks import Sources
from discrepancy.review.matching import PairStanding, Standing, match
from discrepancy.review.mending import mended
from discrepancy.review.records import Entry, Verdict


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A report as its readers mended it, and where each discrepancy stands."""

    report: Report
    standings: tuple[Standing, ...]
    """One for each of `report.discrepancies`, in that order."""
    aged: tuple[Entry, ...] = ()
    """Lines with a verdict that no discrepancy of the report answers to any more."""

    @property
    def accepted(self) -> tuple[Entry, ...]:
        """Lines of a baseline that settle something in the report."""
        deciding = {id(pair.entry) for standing in self.standings for pair in standing.pairs if pair.settled}
        spoken = {id(entry): entry for standing in self.standings for entry in standing.entries}
        return tuple(entry for key, entry in spoken.items() if key in deciding and entry.verdict is Verdict.ACCEPTED)

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
    return Reviewed(mended_report, standings, aged)
