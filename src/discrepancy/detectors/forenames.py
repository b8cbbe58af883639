"""One person with two forenames: a surname that two sources give with two forms of one name.

Fires:
    "Alexandros Kouris, 15, was shot." / "The death of Alexis Kouris"
    "Anthony Steven Berg, 39, was shot." / "The death of Anthony Stephan Berg"

Stays silent:
    "Alexander Berg" / "Alex Berg", "Bernard Berg" / "Bernie Berg" (short for it)
    "Anna Berg and her sister Annika Berg spoke." / "Anna Berg spoke." (an article that names both)
    "Jonas Berg" / "Peter Berg" (two people, as likely as not)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from anyascii import anyascii

from discrepancy.detectors import Detector
from discrepancy.model import Conflict, Evidence, Kind, NameMention, Position, Reading, Relation, Severity, Signal
from discrepancy.settings import Settings

_STEM = 4
"""Letters that two forms of one forename share, as a rule."""

_PET = ("ie", "y")
"""Endings of short forms: Bernie of Bernard."""

Use = tuple[Reading, NameMention]


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for surname, forenames in sorted(_forenames(evidence).items()):
        for a, b in combinations(sorted(forenames), 2):
            apart = not _articles(forenames[a]) & _articles(forenames[b])
            if (
                apart
                and _forms_of_one(a, b, middle=" " in surname)
                and any(n.kind == "person" for _, n in (*forenames[a], *forenames[b]))
            ):
                first, *others = forenames[b]
                yield from (_conflict(surname, use, first) for use in forenames[a])
                yield from (_conflict(surname, forenames[a][0], use) for use in others)


def _forenames(evidence: Evidence) -> dict[str, dict[str, list[Use]]]:
    """Of each surname the forenames that stand with it, each with its first mention in every article; of a first name
    and a surname likewise what stands between them."""
    found: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    for reading in evidence.readings:
        for name in reading.names:
            words = name.text.casefold().split()
            if name.kind in ("person", "other") and len(words) in (2, 3):
                *others, forename, surname = words
                uses = found[" … ".join((*others, surname))][forename]
                if reading.statement.article.id not in _articles(uses):
                    uses.append((reading, name))
    return found


def _articles(uses: list[Use]) -> set[str]:
    return {reading.statement.article.id for reading, _ in uses}


def _forms_of_one(a: str, b: str, *, middle: bool) -> bool:
    """Whether two names may be one; of the same first name and surname less will do for that."""
    short, long = sorted((a, b), key=len)
    pet = short.endswith(_PET) and len(short) < len(long) and long.startswith(short.rstrip("iey"))
    stem = _STEM - middle
    accent = anyascii(a) == anyascii(b)  # Julian and Julián: house style
    return a[:stem] == b[:stem] and not (a.startswith(b) or b.startswith(a)) and not pet and not accent


def _conflict(surname: str, a: Use, b: Use) -> Conflict:
    return Conflict(
        kind=Kind.NAME,
        relation=Relation.VARIANT,
        detector="forenames",
        topic=f"forename of {surname}",
        a=_position(a),
        b=_position(b),
        confidence=0.7,
        severity=Severity.LOW,
        question="What is the forename?",
        why=(Signal("one surname", surname),),
    )


def _position(use: Use) -> Position:
    reading, name = use
    return Position(reading.statement, name.text, ((name.start, name.end),), name.text.casefold())


PLUGIN = Detector("forenames", Kind.NAME, find, __doc__, general=True)
