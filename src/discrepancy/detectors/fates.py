"""What became of one named person: killed or alive, hurt or unhurt, held or free, out of office or in it.

Each article must tell one of the two alone: one that tells of both tells of one after the other. Where the earlier
report has somebody alive, at large or held, and the later one dead, arrested or released, the two are an update.

Fires:
    "Mayor Ada Lund came to no harm." / "Lund was badly wounded, her aide said."
    "Ilias Berg was taken out alive and is out of danger." / "Ilias Berg died overnight."
    "The ferry's owner, Ole Tarm, was never arrested." / "Ole Tarm is in police custody."

Stays silent:
    "Ada Lund was wounded." / "Ada Lund died." (one after the other)
    "Ada Lund survived." / "The mother of Ada Lund was killed."
    "Ole Tarm was arrested." / "Ole Tarm was released." (one after the other)
    "Ole Tarm was wounded in 2015." / "Ole Tarm was unhurt."
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations, product
from textwrap import shorten
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._conditions import Condition, conditions
from discrepancy.detectors._events import articles_of
from discrepancy.model import Conflict, Evidence, Kind, Position, Relation, Severity, Signal
from discrepancy.settings import Settings

_EXCLUDE = frozenset(
    frozenset(pair)
    for pair in (
        ("dead", "alive"), ("dead", "unhurt"), ("dead", "lightly hurt"), ("unhurt", "wounded"),
        ("unhurt", "lightly hurt"),
        ("never held", "held"), ("never held", "still held"), ("never held", "released"),
        ("at large", "held"), ("at large", "still held"), ("released", "still held"),
        ("out of office", "in office"),
    )
)  # fmt: skip
_BECOMES = frozenset(
    (("alive", "dead"), ("at large", "held"), ("at large", "still held"), ("still held", "released"),
     ("never held", "held"), ("never held", "still held"), ("in office", "out of office"))
)  # fmt: skip
"""What may turn into what from one report to the next."""
_QUESTIONS = {"life": "What became of {}?", "custody": "Was {} held?", "office": "Is {} still in office?"}
_LONGEST = 120
_MOST = 500
"""Articles that are compared."""


_APART: Final = {"custody": timedelta(days=1)}
"""How far apart two reports may tell one state of a person, where it is not two weeks."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    disputed: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in _disputes(evidence):
        disputed[conflict.topic].append(conflict)
    for conflicts in disputed.values():
        yield from (*conflicts, *_followed(conflicts))


def _disputes(evidence: Evidence) -> Iterator[Conflict]:
    told = [_by_person(conditions(readings)) for _, readings in articles_of(evidence)][:_MOST]
    for own, theirs in combinations([one for one in told if one], 2):
        for question in sorted(own.keys() & theirs.keys()):
            for first, second in product(own[question], theirs[question]):
                if _same(first, second):
                    yield from _conflicts(own[question][first], theirs[question][second])


def _followed(conflicts: Sequence[Conflict]) -> Iterator[Conflict]:
    """The wounded against the dead, where a third source disputes both: one may follow the other, but they are two
    answers."""
    answers = {position.normalized: position for conflict in conflicts for position in (conflict.a, conflict.b)}
    for earlier in ("wounded", "lightly hurt"):
        a, b = answers.get(earlier), answers.get("dead")
        if a and b:
            why = (Signal("may follow", f"{earlier} / dead"),)
            yield replace(conflicts[0], a=a, b=b, relation=Relation.UPDATE, why=why)


def _by_person(told: Iterator[Condition]) -> Mapping[tuple[str, str], Mapping[str, Mapping[str, Condition]]]:
    """The first telling of each state in one article: by the last word of a name and the question, and by the name."""
    found: dict[tuple[str, str], dict[str, dict[str, Condition]]] = defaultdict(lambda: defaultdict(dict))
    for one in told:
        found[one.person.split()[-1].lower(), one.axis][one.person].setdefault(one.state, one)
    return found


def _same(a: str, b: str) -> bool:
    """Whether two names with one last word are one person's: all words of the shorter stand in the longer."""
    first, second = (frozenset(name.lower().split()) for name in (a, b))
    return first <= second or second <= first


def _conflicts(own: Mapping[str, Condition], theirs: Mapping[str, Condition]) -> Iterator[Conflict]:
    for a, b in product(own.values(), theirs.values()):
        alone = a.state not in theirs and b.state not in own
        if alone and frozenset((a.state, b.state)) in _EXCLUDE and _near(a, b):
            yield _conflict(a, b)


def _near(a: Condition, b: Condition) -> bool:
    """Whether the two were told within two weeks, as who was arrested in May may be at large in July; in custody one
    may be held on one day and be out on the next."""
    first, second = (one.reading.statement.article.published_on for one in (a, b))
    return first is None or second is None or abs(first - second) <= _APART.get(a.axis, timedelta(days=14))


def _conflict(a: Condition, b: Condition) -> Conflict:
    return Conflict(
        kind=Kind.OUTCOME,
        relation=_relation(a, b),
        detector="fates",
        topic=f"fate:{a.axis}:{a.person.split()[-1].lower()}",
        a=_position(a),
        b=_position(b),
        confidence=0.75,
        severity=Severity.HIGH,
        question=_QUESTIONS[a.axis].format(max(a.person, b.person, key=len)),
        why=(Signal("excludes", f"{a.state} / {b.state}"),),
    )


def _relation(a: Condition, b: Condition) -> Relation:
    """An update where what the earlier report says may have turned into what the later one says."""
    first, second = (one.reading.statement.article.published or "" for one in (a, b))
    shorter = min(len(first), len(second))  # a day alone is compared with a day
    if first[:shorter] == second[:shorter]:
        return Relation.CONFLICT
    change = (a.state, b.state) if first < second else (b.state, a.state)
    return Relation.UPDATE if change in _BECOMES else Relation.CONFLICT


def _position(one: Condition) -> Position:
    statement, speech = one.reading.statement, one.reading.speech
    value = shorten(" ".join(statement.article.text[slice(*one.span)].split()), _LONGEST, placeholder=" …")
    return Position(statement, value, (one.span,), normalized=one.state, speaker=speech[0].speaker if speech else None)


PLUGIN = Detector("fates", Kind.OUTCOME, find, __doc__)
