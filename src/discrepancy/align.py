"""Which claims speak of the same thing, and why.

A pair needs more than a shared name: any two sentences that name the same battalion are alike to .65 and more, so
the mean of the collection is taken out of the vectors before they are compared (`embed.center`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from discrepancy.model import SIMILARITY_SIGNAL, Claim, DateMention, Modality, Pair, Signal
from discrepancy.settings import Settings

Rows = npt.NDArray[np.float32]
Indexes = npt.NDArray[np.intp]

BLOCK = 2048
"""Claims compared with all others at a time: what bounds the memory that a large collection takes."""
FIRM = (Modality.FACT, Modality.ATTEMPT, Modality.PREVENTED)


def align(claims: Sequence[Claim], vectors: Rows, settings: Settings) -> tuple[Pair, ...]:
    """Pairs of claims of different statements, the most alike first.

    `vectors` holds one centred unit row for each claim. A pair is kept when its cosine reaches
    `settings.align_cosine`, or, where the two share a party (a name, or the members of one group),
    `settings.align_cosine_party`.
    """
    if len(claims) < 2:
        return ()
    table = _party_table(claims)
    blocks = [_near(vectors, table, start, settings) for start in range(0, len(claims), BLOCK)]
    rows, columns, cosines = (np.concatenate(parts) for parts in zip(*blocks, strict=True))
    order = np.lexsort((columns, rows, -cosines))
    return tuple(
        _pair(claims[i], claims[j], round(cosine, 2))
        for i, j, cosine in zip(rows[order].tolist(), columns[order].tolist(), cosines[order].tolist(), strict=True)
        if claims[i].statement.key != claims[j].statement.key
    )


def parties(claim: Claim) -> frozenset[str]:
    """The names that a claim speaks of, those of groups whose members it speaks of included."""
    groups = (argument.group for argument in claim.arguments if argument.group)
    return frozenset((*claim.names, *groups))


def exclude(a: Sequence[DateMention], b: Sequence[DateMention]) -> bool:
    """Whether two claims' days cannot be the same: each names days, and no day of one is a day of the other."""
    first, second = _bounded(a), _bounded(b)
    return bool(first and second) and not any(_meet(x, y) for x in first for y in second)


def same_event(a: Claim, b: Claim) -> bool:
    """Whether nothing in the claims' own words sets their events apart: both are of what is, on days that can agree."""
    return a.modality in FIRM and b.modality in FIRM and not exclude(a.dates, b.dates)


@dataclass(frozen=True, slots=True)
class _Days:
    earliest: int
    latest: int


def _bounded(mentions: Sequence[DateMention]) -> list[_Days]:
    return [
        _Days(mention.earliest.toordinal(), mention.latest.toordinal())
        for mention in mentions
        if mention.earliest and mention.latest and not mention.recurring
    ]


def _meet(a: _Days, b: _Days) -> bool:
    return a.earliest <= b.latest and b.earliest <= a.latest


def _near(vectors: Rows, table: Rows, start: int, settings: Settings) -> tuple[Indexes, Indexes, Rows]:
    """The pairs of the claims from `start` on, `BLOCK` of them, with all later ones, and their cosines."""
    block = slice(start, start + BLOCK)
    cosines = np.round(vectors[block] @ vectors.T, 2)
    shared = (table[block] @ table.T) > 0
    near = (cosines >= settings.align_cosine) | (shared & (cosines >= settings.align_cosine_party))
    rows, columns = np.nonzero(np.triu(near, start + 1))
    return rows + start, columns, cosines[rows, columns]


def _party_table(claims: Sequence[Claim]) -> Rows:
    """A row for each claim, a column for each party, 1 where the claim speaks of it."""
    spoken = [parties(claim) for claim in claims]
    names = {name: column for column, name in enumerate(sorted(frozenset().union(*spoken)))}
    table = np.zeros((len(claims), len(names)), dtype=np.float32)
    for row, found in enumerate(spoken):
        for name in found:
            table[row, names[name]] = 1
    return table


def _pair(a: Claim, b: Claim, similarity: float) -> Pair:
    common = sorted(parties(a) & parties(b))
    why = (Signal(SIMILARITY_SIGNAL, similarity), *((Signal("shared party", ", ".join(common)),) if common else ()))
    return Pair(a, b, similarity, why)
