"""What several independent sources say alike, and what only one of them says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from discrepancy.model import Claim, Corroboration, Discrepancy, Evidence, LineKind, Statement
from discrepancy.settings import Settings

StatementKey = tuple[str, int, int]


def corroborated(
    evidence: Evidence, discrepancies: Sequence[Discrepancy], settings: Settings
) -> tuple[Corroboration, ...]:
    """Claims that two or more voices bear out, and that no discrepancy touches."""
    disputed = {p.statement.key for found in discrepancies for side in found.sides for p in side.positions}
    agreeing: dict[int, set[int]] = defaultdict(set)
    place = {id(claim): index for index, claim in enumerate(evidence.claims)}
    for pair in evidence.pairs:
        if pair.similarity < settings.corroboration_cosine:
            break  # pairs come the most alike first
        if _bears_out(pair.a, pair.b, disputed):
            agreeing[place[id(pair.a)]].add(place[id(pair.b)])
    taken: set[int] = set()
    return tuple(_corroborations(evidence, agreeing, taken))


def single_source(evidence: Evidence, settings: Settings) -> tuple[Statement, ...]:
    """Body statements that nothing in another source is aligned with."""
    shared: set[StatementKey] = set(evidence.voices)
    for pair in evidence.pairs:
        if pair.similarity >= settings.align_cosine and pair.a.statement.article.id != pair.b.statement.article.id:
            shared.update((pair.a.statement.key, pair.b.statement.key))
    return tuple(
        reading.statement
        for reading in evidence.readings
        if reading.statement.kind is LineKind.BODY and reading.statement.key not in shared
    )


def _bears_out(a: Claim, b: Claim, disputed: set[StatementKey]) -> bool:
    values_a = {(q.low, q.high) for q in a.quantities}, {d.edtf for d in a.dates}
    values_b = {(q.low, q.high) for q in b.quantities}, {d.edtf for d in b.dates}
    return (
        a.statement.article.id != b.statement.article.id
        and not {a.statement.key, b.statement.key} & disputed
        and a.negated == b.negated
        and a.modality == b.modality
        and values_a == values_b
    )


def _corroborations(evidence: Evidence, agreeing: dict[int, set[int]], taken: set[int]) -> Iterator[Corroboration]:
    for first in sorted(agreeing):
        members = [i for i in (first, *sorted(agreeing[first])) if i not in taken]
        taken.update(members)
        statements = tuple(dict.fromkeys(evidence.claims[i].statement for i in members))
        voices = {evidence.voices.get(s.key, s.article.id) for s in statements}
        if len(statements) > 1:
            yield Corroboration(None, evidence.claims[first].text, statements, len(voices))
