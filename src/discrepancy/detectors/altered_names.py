"""Another place or body in the same passage: a name that one of two copies of one writer's sentence has changed.

The words around it are the same. Of a place they must say what it is ("in the town of"), so that one is not merely a
part of the other; of two bodies some article must name both, so that they are not two names of one. Where they are two
names of one body, by which it goes takes a side ("Daesh" is what its enemies say): that is told as a matter of names.

Fires:
    "The crew was taken to a clinic in the town of Salerno." / "The crew was taken to a clinic in the town of Palermo."
    "... that the ship was held by the Sarma Front." / "... that the ship was held by the Tolvan Brigade."
    "... that the ship was held by Daesh." / "... that the ship was held by ISIS."

Stays silent:
    "... to a clinic in Salerno." / "... to a clinic in southern Italy." (nothing says that both are of one rank)
    "... in the town of Atme." / "... in the town of Atmeh." (one name)
    "... held by the Sarma Front." / "... held by the SF." (no article names both as two)
    "... held by ISIS." / "... held by the Islamic State." (one name, short and in full)
    "... held by the Front, said Lund Radio." / "... held by the Front, according to the bank." (who said it)
    "The fund has offices in the town of Salerno." / "Nemo Bank has offices in the town of Palermo." (two subjects)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._passages import Change, Passage, altered
from discrepancy.detectors._positions import related
from discrepancy.detectors._speakers import OUTLET
from discrepancy.detectors.perpetrators import CAUSES
from discrepancy.detectors.places import RANK, Together, named_together
from discrepancy.extractors._name_spelling import skeleton
from discrepancy.model import Conflict, Evidence, Kind, NameMention, Position, Relation, Severity, Signal
from discrepancy.settings import Settings

_BODIES: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("the Islamic State", frozenset(("is", "isis", "isil", "daesh"))),
    ("the Nusra Front", frozenset(("nusra front", "jabhat al nusra"))),
    ("the Army of Conquest", frozenset(("army of conquest", "jaish al fatah", "jaish al fateh"))),
    ("the Army of Islam", frozenset(("army of islam", "jaish al islam"))),
    ("the Houthi movement", frozenset(("houthis", "houthi movement", "ansar allah", "ansarullah"))),
)
"""Bodies that news knows by several names."""


_PREMISES: Final = re.compile(
    r"\b(?:Hospital|Clinic|Center|Centre|University|College|School|Airport|Station|Hotel|Church|Mosque|Prison|Jail)$"
)
"""How a name ends that is a place to be taken to, and nobody who could have done it."""
_CREDIT: Final = re.compile(r"(?:\baccording to|\btold|\breferring to|\bciting) (?:the )?$", re.IGNORECASE)
"""Before a name that tells who said it, or is the writer's own gloss: the words of the passage end before it."""
_CREDITED: Final = 16
"""Characters in which that stands."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    together = named_together(evidence.readings)
    for change in altered(evidence.readings):
        a, b = (_only_name(side, words) for side, words in change.sides)
        if a is None or b is None or _is_credit(change.a, a) or _is_credit(change.b, b):
            continue
        body = _one_body(a, b)
        if body:
            yield _conflict(change, a, b, Kind.NAME, f"By which name is {body} called?", f"called:{body}")
        one = skeleton(a.canonical) == skeleton(b.canonical)
        if body or one or related(a.canonical, b.canonical):
            continue
        ranks = _rank(change.a, a), _rank(change.b, b)
        if ranks[0] and ranks[0] == ranks[1]:
            yield _conflict(change, a, b, Kind.PLACE, "In which place?")
        elif _two_bodies(a, b, together):
            yield _conflict(change, a, b, Kind.PARTICIPANTS, "Which of the two was it?")


def _only_name(side: Passage, words: tuple[int, int]) -> NameMention | None:
    """The one name of a stretch, but for people."""
    start, end = side.span(*words)
    names = [name for name in side.reading.names if name.start < end and start < name.end and name.kind != "person"]
    return names[0] if len(names) == 1 else None


def _is_credit(side: Passage, name: NameMention) -> bool:
    statement = side.reading.statement
    before = statement.article.text[max(statement.start, name.start - _CREDITED) : name.start]
    if before.endswith("["):
        return True  # what an editor put into somebody's words
    return _CREDIT.search(before) is not None or OUTLET.search(name.text) is not None


def _rank(side: Passage, name: NameMention) -> str | None:
    """What the words before the name of a place call it."""
    statement = side.reading.statement
    found = RANK.search(statement.article.text[max(statement.start, name.start - 30) : name.start])
    return (found["rank"] or found["off"]).lower() if found else None


def _two_bodies(a: NameMention, b: NameMention, together: Together) -> bool:
    known = (a.canonical, b.canonical) in together and _known(a) != _known(b)
    sort = {bool(_PREMISES.search(name.text)) for name in (a, b)}
    return known and len(sort) == 1 and a.kind == b.kind == "group" and not _shortened(a, b) and not _shortened(b, a)


def _shortened(short: NameMention, full: NameMention) -> bool:
    """Whether one name begins with the initials of the other, as they stand or turned round an "of"."""
    if full.text.lower().startswith(short.text.lower()):
        return True  # the Fed, the Federal Reserve
    initials = "".join(word[0] for word in full.text.split() if word[0].isupper())
    acronym = short.text.split()[0].replace(".", "")
    turned = sorted(acronym.replace("O", "")) == sorted(initials)  # DOJ, the Justice Department
    return len(initials) > 1 and acronym.isupper() and (acronym == initials or turned)


def _one_body(a: NameMention, b: NameMention) -> str | None:
    """The body that goes by both names, where they are not one."""
    first, second = _bare(a), _bare(b)
    return next((body for body, names in _BODIES if first != second and {first, second} <= names), None)


def _bare(name: NameMention) -> str:
    words = name.text.lower().replace("-", " ").removesuffix(" group").split()
    start = len(words) > 1 and words[0] in ("al", "the")
    return " ".join(words[start:])


def _known(name: NameMention) -> str:
    """The name under which news knows a body of several: ISIS and Daesh are one."""
    plain = name.text.lower().removesuffix(" group")
    return CAUSES.get(plain, plain)


def _conflict(
    change: Change, a: NameMention, b: NameMention, kind: Kind, question: str, topic: str | None = None
) -> Conflict:
    first = min(side.reading.statement.key for side, _ in change.sides)
    return Conflict(
        kind=kind,
        relation=Relation.VARIANT if kind is Kind.NAME else Relation.CONFLICT,
        detector="altered_names",
        topic=topic or f"altered:{first[0]}:{first[1]}",
        a=_position(change.a, a),
        b=_position(change.b, b),
        confidence=0.7,
        severity=Severity.LOW if kind is Kind.NAME else Severity.MEDIUM,
        question=question,
        why=(Signal("one passage, two names", f"{a.text} / {b.text}"),),
    )


def _position(side: Passage, name: NameMention) -> Position:
    return Position(side.reading.statement, name.text, ((name.start, name.end),), name.canonical)


PLUGIN = Detector("altered_names", Kind.PLACE, find, __doc__, general=True)
