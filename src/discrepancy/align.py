"""Which claims speak of the same thing, and why.

A pair needs more than a shared name: any two sentences that name the same battalion are alike to .65 and more, so
the mean of the collection is taken out of the vectors before they are compared (`embed.center`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from discrepancy.model import Claim, DateMention, Modality, Pair, Signal
from discrepancy.settings import Settings

FIRM = (Modality.FACT, Modality.ATTEMPT, Modality.PREVENTED)


def align(claims: Sequence[Claim], vectors: npt.NDArray[np.float32], settings: Settings) -> tuple[Pair, ...]:
    """Pairs of claims of different statements, the most alike first.

    `vectors` holds one centred unit row for each claim. A pair is kept when its cosine reaches
    `settings.align_cosine`, or, where the two share a party (a name, or the members of one group),
    `settings.align_cosine_party`.
    """
    if len(claims) < 2:
        return ()
    cosines = np.round(vectors @ vectors.T, 2)
    shared = _shared_parties(claims)
    near = (cosines >= settings.align_cosine) | (shared & (cosines >= settings.align_cosine_party))
    rows, columns = np.nonzero(np.triu(near, 1))
    order = np.lexsort((columns, rows, -cosines[rows, columns]))
    return tuple(
        _pair(claims[i], claims[j], round(float(cosines[i, j]), 2))
        for i, j in zip(rows[order].tolist(), columns[order].tolist(), strict=True)
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


def _shared_parties(claims: Sequence[Claim]) -> npt.NDArray[np.bool_]:
    names = {name: column for column, name in enumerate(sorted({n for claim in claims for n in parties(claim)}))}
    table = np.zeros((len(claims), len(names)), dtype=np.float32)
    for row, claim in enumerate(claims):
        for name in parties(claim):
            table[row, names[name]] = 1
    shared: npt.NDArray[np.bool_] = (table @ table.T) > 0
    return shared


def _pair(a: Claim, b: Claim, similarity: float) -> Pair:
    common = sorted(parties(a) & parties(b))
    why = (Signal("similarity", similarity), *((Signal("shared party", ", ".join(common)),) if common else ()))
    return Pair(a, b, similarity, why)
