"""What changed since an earlier report, in plain words: the same in every format. Nothing here is escaped yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from discrepancy.display.phrases import asked, counted, credit, dated, letter, short
from discrepancy.display.verdicts import edited
from discrepancy.model import Article, Discrepancy

if TYPE_CHECKING:
    from discrepancy.review import Changed, Gone, Reviewed

_LISTED = 50
"""Lines that are listed of one sort: more would bury the findings themselves."""

_NAMED = 5
"""Sources that are named in such a line."""


class _Valued(Protocol):
    """A side, of this report or of the earlier one."""

    @property
    def value(self) -> str: ...


@dataclass(frozen=True, slots=True)
class News:
    """What changed of one sort: "2 new discrepancies", and each of them in a line."""

    title: str
    lines: tuple[str, ...]


def news(reviewed: Reviewed) -> tuple[News, ...]:
    """All that changed since the earlier report; nothing where none was given, or all is as it was.

    A discrepancy is named by its number in this report.
    """
    changes = reviewed.changes
    if changes is None:
        return ()
    new, other = [], []
    for number, standing in enumerate(reviewed.standings, 1):
        changed = changes.found.get(standing.found.fingerprint)
        if changed and changed.new:
            new.append(f"{number}. {_answered(asked(standing.found), standing.found.sides)}")
        elif changed:
            other.append(f"{number}. {asked(standing.found)} — {'; '.join(_details(standing.found, changed))}")
    sorts = (
        (counted(len(new), "new discrepancy", "new discrepancies"), new),
        (counted(len(other), "known discrepancy changed", "known discrepancies changed"), other),
        (counted(len(changes.gone), "discrepancy gone", "discrepancies gone"), list(map(_gone, changes.gone))),
        (counted(len(changes.added), "source added", "sources added"), _sources(changes.added)),
        (counted(len(changes.removed), "source not read any more", "sources not read any more"),
         _sources(changes.removed)),
        (counted(len(changes.changed), "source changed", "sources changed"), _sources(changes.changed)),
    )  # fmt: skip
    return tuple(News(title, _cut(lines)) for title, lines in sorts if lines)


def change_name(changed: Changed) -> str:
    """What changed of a discrepancy in a few words: "new", "new side C"."""
    if changed.new:
        return "new"
    return "; ".join(
        [
            *(f"new side {letter(side)}" for side in changed.sides),
            *map(_against, changed.pairs),
            *(["reworded in its source"] if changed.edits else []),
            *(["said by more"] if changed.joined else []),
        ]
    )


def _details(found: Discrepancy, changed: Changed) -> Iterator[str]:
    yield from (f"new side {letter(side)}: {short(found.sides[side].value, 80)}" for side in changed.sides)
    yield from map(_against, changed.pairs)
    yield from map(edited, changed.edits)
    sources = list(dict.fromkeys(_source(position.statement.article) for position in changed.joined))
    more = [f"{len(sources) - _NAMED:,} more"] if len(sources) > _NAMED else []
    yield from [f"also said by {' and '.join([*sources[:_NAMED], *more])}"] if sources else []


def _source(article: Article) -> str:
    return credit(article, short(article.path))


def _against(pair: tuple[int, int]) -> str:
    return f"{letter(pair[0])} and {letter(pair[1])} newly set against each other"


def _gone(gone: Gone) -> str:
    reasons = [
        *(f"{short(article.path)} is not read any more" for article in gone.removed),
        *(f"{short(article.path)} changed" for article in gone.changed),
    ]
    why = f" ({'; '.join(reasons)})" if reasons else ""
    return f"{_answered(short(gone.found.question or gone.found.summary), gone.found.sides)}{why}"


def _answered(question: str, sides: Sequence[_Valued]) -> str:
    """The question with its answers: "How many people died? A: nine; B: 15"."""
    return f"{question} {'; '.join(f'{letter(at)}: {short(side.value, 80)}' for at, side in enumerate(sides))}"


def _sources(articles: Iterable[Article]) -> list[str]:
    return [credit(article, dated(article), short(article.path)) for article in articles]


def _cut(lines: list[str]) -> tuple[str, ...]:
    more = [f"and {len(lines) - _LISTED:,} more"] if len(lines) > _LISTED else []
    return (*lines[:_LISTED], *more)
