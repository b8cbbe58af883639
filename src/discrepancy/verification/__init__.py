"""Checking a report later: which of the quotes in it still stand where it says, in the sources that it says."""

from __future__ import annotations

from collections import defaultdict

from discrepancy.verification.locating import Library
from discrepancy.verification.recorded import Quoted, Recorded, Source, read
from discrepancy.verification.spans import Found, Outcome, found

__all__ = ["Found", "Library", "Outcome", "Quoted", "Recorded", "Source", "found", "read", "verified"]


def verified(recorded: Recorded, library: Library) -> tuple[Found, ...]:
    """What became of each quote, in the order of the report."""
    by_source: defaultdict[str, list[Quoted]] = defaultdict(list)
    for quoted in recorded.quotes:
        by_source[quoted.source].append(quoted)
    outcomes = {
        one.quoted: one
        for source in recorded.sources
        for one in found(by_source[source.id], library.find(source), source.sha256)
    }
    return tuple(outcomes[quoted] for quoted in recorded.quotes)
