"""Offices and ranks: one person whom two sources give two that nobody holds at once.

Finds the title right before a name ("President Ann Lund", "Maj. Ann Lund") and sets two that exclude each other
against each other: president and prime minister, two ministries, two military ranks. A source that gives somebody both
tells of one after the other, and what somebody was ("former", "then") is left out.

Fires:
    "Prime Minister Ann Lund blamed the rebels." / "President Ann Lund blamed the rebels."
    "Captain Omar Sarma led the raid." / "Maj. Omar Sarma led the raid."

Stays silent:
    "President Ann Lund" / "Ann Lund", "the former Carvian Prime Minister Ann Lund"
    "Gen. Omar Sarma" / "Brig. Gen. Omar Sarma" (short for it)
    "Foreign Minister Ann Lund" / "Deputy Prime Minister Ann Lund" (both, as often as not)
    "President Ann Lund" / "Prime Minister Jon Lund" (two people)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.extractors._name_spelling import fold
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

_PORTFOLIOS: Final = (
    "foreign defen[cs]e interior finance justice health transport energy education oil information".split()
)
_RANKS: Final = {
    "general": r"general|gen\.?", "colonel": r"colonel|col\.?", "major": r"major|maj\.?", "captain": r"captain|capt\.?",
    "lieutenant": r"lieutenant|lt\.?", "sergeant": r"sergeant|sgt\.?", "corporal": r"corporal|cpl\.?",
    "admiral": r"admiral|adm\.?",
}  # fmt: skip
_LOWER: Final = r"(?:lieutenant|lt|major|maj|brigadier|brig|rear|sergeant|sgt|first|staff)\.?"
"""Before a rank, of which it makes a lower one that is shortened to it: "Lt. Col.", "Maj. Gen."."""
_HEADS: Final = {
    "president": "president",
    "vice president": r"vice[- ]president",
    "prime minister": "prime minister|premier",
}
_OFFICES: Final = (
    *(("head", name, words) for name, words in _HEADS.items()),
    *(("ministry", f"{words[:5]} minister", f"{words} minister") for words in _PORTFOLIOS),
    *(("rank", name, words) for name, words in _RANKS.items()),
)
"""Sets of titles of which nobody bears two: which set, the office, and how it is written."""
_TITLED: Final = re.compile(
    r"(?P<bar>\b(?i:former|ex|then|late|ousted|deposed|outgoing|incoming|deputy|assistant)[- ](?:[\w.’'-]+ ){0,2}?)?"
    rf"\b(?:(?i:{_LOWER}) )*(?i:{'|'.join(f'(?P<o{i}>{words})' for i, (_, _, words) in enumerate(_OFFICES))}) "
    r"(?P<who>(?:[A-Z][\w.’'-]{0,20} ){0,3}[A-Z][\w’'-]{1,20})"
)
_CHANGED: Final = 60
"""Days between two publications beyond which somebody may have changed office."""


@dataclass(frozen=True, slots=True)
class _Title:
    set: str
    office: str
    names: tuple[str, ...]
    reading: Reading
    span: Span


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    titles: dict[tuple[str, str], list[_Title]] = defaultdict(list)
    for reading in evidence.readings:
        for title in _titles(reading):
            titles[title.names[-1], title.set].append(title)
    for (surname, _), given in sorted(titles.items()):
        firsts = _first_of_each(given)
        for a, b in combinations(firsts, 2):
            if a.office != b.office and _one_person(a, b) and _near(a, b):
                yield _conflict(surname, a, b)


def _titles(reading: Reading) -> Iterator[_Title]:
    statement = reading.statement
    for found in _TITLED.finditer(statement.text):
        if found["bar"]:
            continue
        office = next(i for i in range(len(_OFFICES)) if found[f"o{i}"])
        known = {word for name in reading.names for word in name.text.split()}
        words = found["who"].split()
        words = words[: next((i for i, word in enumerate(words) if word not in known), len(words))]
        if words:
            names = tuple(fold(word.removesuffix("’s").removesuffix("'s")) for word in words)
            span = (statement.start + found.start(f"o{office}"), statement.start + found.end("who"))
            yield _Title(_OFFICES[office][0], _OFFICES[office][1], names, reading, span)


def _first_of_each(given: Sequence[_Title]) -> list[_Title]:
    """The first title of each article that gives the person one office alone."""
    by_article: dict[str, list[_Title]] = defaultdict(list)
    for title in given:
        by_article[title.reading.statement.article.id].append(title)
    return [own[0] for own in by_article.values() if len({title.office for title in own}) == 1]


def _one_person(a: _Title, b: _Title) -> bool:
    """Whether the names do not differ, and one of them at least has a forename."""
    short, long = sorted((a.names, b.names), key=len)
    return len(long) > 1 and long[-len(short) :] == short


def _near(a: _Title, b: _Title) -> bool:
    first, second = (title.reading.statement.article.published_on for title in (a, b))
    return first is None or second is None or abs((first - second).days) <= _CHANGED


def _conflict(surname: str, a: _Title, b: _Title) -> Conflict:
    who = max(a, b, key=lambda title: len(title.names))
    text = who.reading.statement.article.text[slice(*who.span)]
    name = " ".join(text.split()[-len(who.names) :])
    return Conflict(
        kind=Kind.CATEGORY,
        relation=Relation.CONFLICT,
        detector="offices",
        topic=f"office:{surname}",
        a=_position(a),
        b=_position(b),
        confidence=0.75,
        severity=Severity.MEDIUM,
        question=f"What is the {'rank' if a.set == 'rank' else 'office'} of {name}?",
        why=(Signal("same person", name), Signal("two titles", f"{a.office} / {b.office}")),
    )


def _position(title: _Title) -> Position:
    statement = title.reading.statement
    return Position(statement, statement.article.text[slice(*title.span)], (title.span,), title.office)


PLUGIN = Detector("offices", Kind.CATEGORY, find, __doc__)
