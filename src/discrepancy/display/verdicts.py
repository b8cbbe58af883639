"""What readers made of a discrepancy, in plain words: the same in every format. Nothing here is escaped yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from discrepancy.display.phrases import credit, letter, place, short

if TYPE_CHECKING:
    from discrepancy.review import Edit, Entry, PairStanding, Standing, State, Verdict

_VERDICTS = {
    "conflict": "a conflict",
    "not_conflict": "no conflict",
    "unsure": "unsure",
    "later": "left for later",
    "accepted": "accepted as it stands",
}
_STATES = {
    "open": "not judged yet",
    "judged": "judged",
    "extended": "a new side is to be judged",
    "again": "to be judged again",
}
_LONGEST = 4000
"""Characters of a note or a resolution that are shown: two printed pages."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was said of a discrepancy: "Note", and the note with who wrote it."""

    label: str
    text: str
    by: str = ""
    """Who said so, and when; empty where nobody signed it."""


def verdict_name(verdict: Verdict) -> str:
    return _VERDICTS[verdict]


def state_name(state: State) -> str:
    return _STATES[state]


def standing_name(standing: Standing) -> str:
    """Its verdicts, and what is left to do, in a few words."""
    given = dict.fromkeys(verdict_name(pair.verdict) for pair in standing.pairs if pair.verdict)
    to_do = [] if standing.state == "judged" else [state_name(standing.state)]
    return "; ".join([*given, *to_do])


def edited(edit: Edit) -> str:
    """Both wordings of a quote that was edited in its source."""
    before, after = short(edit.before.quote, 400), short(edit.after.statement.text, 400)
    return f"“{before}” now reads “{after}” ({place(edit.after)})"


def remarks(standing: Standing) -> tuple[Remark, ...]:
    """All that was said of a discrepancy; nothing where nobody spoke of it."""
    if not standing.entries:
        return ()
    by_hand = [Remark("Made by hand", "a reader set these sides against each other")] if standing.by_hand else []
    return (*by_hand, *_verdicts(standing), *_edits(standing), *_joined(standing), *_notes(standing))


def _verdicts(standing: Standing) -> Iterator[Remark]:
    """One line for each verdict that differs, with the pairs that it is of where it is not of all."""
    given: dict[tuple[str, str], list[str]] = defaultdict(list)
    for pair in standing.pairs:
        a, b = pair.pair.sides
        given[_judgement(pair)].append(f"{letter(a)} and {letter(b)}")
    for (words, by), names in given.items():
        yield Remark("Verdict", words if len(given) == 1 else f"{', '.join(names)}: {words}", by)


def _judgement(pair: PairStanding) -> tuple[str, str]:
    if pair.entry is None or pair.entry.verdict is None:
        return "not judged yet", ""
    name = verdict_name(pair.entry.verdict)
    return (f"to be judged again; before the edit: {name}" if pair.edits else name), _signed(pair.entry)


def _edits(standing: Standing) -> Iterator[Remark]:
    return (Remark("Edited since", edited(edit)) for edit in standing.edits)


def _joined(standing: Standing) -> Iterator[Remark]:
    joined = {id(position) for position in standing.joined}
    for index, side in enumerate(standing.found.sides):
        for position in side.positions:
            if id(position) in joined:
                where = credit(position.statement.article, place(position))
                yield Remark("Joined since", f"{letter(index)}: {where}")


def _notes(standing: Standing) -> Iterator[Remark]:
    for entry in standing.entries:
        if entry.note:
            yield Remark("Note", short(entry.note, _LONGEST), _signed(entry))
    said = next((entry for entry in reversed(standing.entries) if entry.resolution), None)
    if said and standing.resolution:
        yield Remark("Resolution", short(standing.resolution.wording, _LONGEST), _signed(said))
        if standing.resolution.evidence:
            yield Remark("Evidence", short(standing.resolution.evidence, _LONGEST))


def _signed(entry: Entry) -> str:
    return ", ".join(part for part in (short(entry.reviewer or "", 60), entry.date[:10]) if part)
