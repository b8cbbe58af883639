"""By which name the Islamic State goes: who says "Daesh" takes another side than who says "ISIS" or "Islamic State".

Finds an article that calls it Daesh and one that calls it otherwise, and neither by both. "ISIS", "ISIL" and "Islamic
State" are house style, and so are other bodies' names in two languages ("the Nusra Front", "Jabhat al-Nusra"), unless a
copy changes them (`altered_names`).

Fires:
    "The Islamic State said that it sank the ship." / "The ship was sunk by Daesh, the ministry said."

Stays silent:
    "... held by ISIS." / "... held by the Islamic State group." (no side is taken)
    "... held by ISIS, or Daesh." / "... held by Daesh." (the one gives both)
    "... held by the Nusra Front." / "... held by Jabhat al-Nusra."
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.model import Conflict, Evidence, Kind, NameMention, Position, Relation, Severity, Signal, Statement
from discrepancy.settings import Settings

_BODY: Final = "the Islamic State"
_HOSTILE: Final = frozenset(("daesh", "daish"))
"""What its enemies call it."""
_OWN: Final = frozenset(
    "is/isis/isil/islamic state/islamic state of iraq and syria/islamic state in iraq and syria"
    "/islamic state of iraq and the levant/islamic state in iraq and the levant".split("/")
)
"""Its own names, in full and short."""

Use = tuple[Statement, NameMention]


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    hostile, own = _uses(evidence, _HOSTILE), _uses(evidence, _OWN)
    for first, second in product(sorted(hostile.keys() - own.keys()), sorted(own.keys() - hostile.keys())):
        yield _conflict(_position(hostile[first]), _position(own[second]))


def _uses(evidence: Evidence, forms: frozenset[str]) -> dict[str, Use]:
    """The articles that call it by one of some names, each with its first mention."""
    found: dict[str, Use] = {}
    for reading in evidence.readings:
        for name in reading.names:
            if _plain(name.text) in forms:
                found.setdefault(reading.statement.article.id, (reading.statement, name))
    return found


def _plain(text: str) -> str:
    return text.lower().replace("’", "'").removesuffix("'s").removesuffix(" group").removeprefix("the ")


def _position(use: Use) -> Position:
    statement, name = use
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
