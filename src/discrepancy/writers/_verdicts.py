"""What readers made of a discrepancy, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.display.phrases import letter, short
from discrepancy.review import PairStanding, Standing, Verdict

_SAID = {
    Verdict.CONFLICT: "a conflict",
    Verdict.NOT_CONFLICT: "no conflict",
    Verdict.UNSURE: "unsure",
    Verdict.LATER: "left for later",
    Verdict.ACCEPTED: "accepted as it stands",
}
_LONGEST = 4000
"""Characters of a note or a resolution that are shown: two printed pages."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was said of a discrepancy."""

    label: str
    text: str


def standing_name(standing: Standing) -> str:
    """Its verdicts, and what is left to do, in a few words."""
    return "; ".join(dict.fromkeys(map(_judgement, standing.pairs)))


def remarks(standing: Standing) -> tuple[Remark, ...]:
    """All that was said of a discrepancy; nothing where nobody spoke of it."""
    if not standing.entries:
        return ()
    edits = (Remark("Edited since", f"“{short(edit.before.quote, 400)}”") for edit in standing.edits)
    return (*_verdicts(standing), *edits, *_notes(standing))


def _verdicts(standing: Standing) -> Iterator[Remark]:
    given: defaultdict[str, list[str]] = defaultdict(list)
    for pair in standing.pairs:
        given[_judgement(pair)].append(" and ".join(map(letter, pair.pair.sides)))
    for words, names in given.items():
        yield Remark("Verdict", words if len(given) == 1 else f"{', '.join(names)}: {words}")


def _judgement(pair: PairStanding) -> str:
    if pair.verdict:
        return _SAID[pair.verdict]
    return "to be judged again" if pair.edits else "not judged yet"


def _notes(standing: Standing) -> Iterator[Remark]:
    for note in standing.notes:
        yield Remark("Note", short(note, _LONGEST))
    if standing.resolution:
        yield Remark("Resolution", short(standing.resolution.wording, _LONGEST))
        if standing.resolution.evidence:
            yield Remark("Evidence", short(standing.resolution.evidence, _LONGEST))
