"""By which name the Islamic State goes: who says "Daesh" takes another side than who says "ISIS" or "Islamic State".

Finds two articles that have no name of it in common, a short name and what it is short for being one. Other bodies'
names in two languages ("the Nusra Front", "Jabhat al-Nusra") are house style, unless a copy changes them
(`altered_names`).

Fires:
    "The Islamic State said that it sank the ship." / "The ship was sunk by Daesh, the ministry said."

Stays silent:
    "... held by IS." / "... held by the Islamic State group." (one name, short and in full)
    "... held by ISIS, or Daesh." / "... held by Daesh." (the one gives both)
    "... held by the Nusra Front." / "... held by Jabhat al-Nusra."
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.model import Conflict, Evidence, Kind, NameMention, Position, Relation, Severity, Signal, Statement
from discrepancy.settings import Settings

_BODY: Final = "the Islamic State"
_FORMS: Final = {
    form: forms.split("/")[0]
    for forms in (
        "is/islamic state",
        "isis/islamic state of iraq and syria/islamic state in iraq and syria",
        "isil/islamic state of iraq and the levant/islamic state in iraq and the levant",
        "daesh/daish",
    )
    for form in forms.split("/")
}
"""What it is called, and of which name each is a form."""

Use = tuple[Statement, NameMention]


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    uses = _uses(evidence)
    for first, second in combinations(sorted(uses), 2):
        if not set(uses[first]) & set(uses[second]):
            yield _conflict(_position(uses[first]), _position(uses[second]))


def _uses(evidence: Evidence) -> dict[str, dict[str, Use]]:
    """The names by which each article calls it, each with its first mention."""
    found: dict[str, dict[str, Use]] = defaultdict(dict)
    for reading in evidence.readings:
        for name in reading.names:
            form = _FORMS.get(_plain(name.text))
            if form:
                found[reading.statement.article.id].setdefault(form, (reading.statement, name))
    return found


def _plain(text: str) -> str:
    return text.lower().replace("’", "'").removesuffix("'s").removesuffix(" group").removeprefix("the ")


def _position(uses: dict[str, Use]) -> Position:
    statement, name = min(uses.values(), key=lambda use: use[1].start)
    return Position(statement, name.text, ((name.start, name.end),), _plain(name.text))


def _conflict(a: Position, b: Position) -> Conflict:
    return Conflict(
        kind=Kind.NAME,
        relation=Relation.VARIANT,
        detector="called",
        topic=f"called:{_BODY}",
        a=a,
        b=b,
        confidence=0.7,
        severity=Severity.LOW,
        question=f"By which name is {_BODY} called?",
        why=(Signal("one body", _BODY),),
    )


PLUGIN = Detector("called", Kind.NAME, find, __doc__, general=True)
