"""Particulars: figures that one event, deal or body has one of, wherever in an article they stand.

Finds how many were aboard, how strong and how deep a quake was, how many came, what was paid, how high the fine is, how
many a company employs, the price of one share, and the like, when two articles of one event give values that cannot
both be right. The words around a number tell what it is of, so that the statements need share no other words.

Fires: "The ferry sank with 120 people aboard." / "The ferry was carrying 173 passengers and crew."
"The offer is worth $38 a share." / "Calden's owners get $36 per share."

Stays silent: "more than 5,000 employees" / "5,400 employees"; the staff of two companies; an earlier fine of another
bank; the quake's magnitude and an aftershock's; an article that itself gives several values for one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product

from discrepancy.detectors import Detector
from discrepancy.detectors._amounts import Particular
from discrepancy.detectors._events import Event, articles_of, name_words, same_event
from discrepancy.detectors._likeness import content
from discrepancy.detectors._measures import factor
from discrepancy.detectors._particulars import particulars_of
from discrepancy.detectors._topics import Key, topics
from discrepancy.detectors._values import LOOSE, compatible, normal, shown, size
from discrepancy.model import (
    Conflict,
    Evidence,
    Kind,
    LineKind,
    Position,
    Quantity,
    Reading,
    Relation,
    Severity,
    Signal,
)
from discrepancy.settings import Settings

_RATIO = 3.0
"""Figures of one thing further apart than this are of two things; crowds are counted ten times too high."""

_CROWD_RATIO = 10.0
_NEAR = 1.6
"""Counts of things known by their noun alone are of one thing only when they are nearer than this."""

_REVISED = 0.9
"""How far apart first and later magnitudes of one quake lie at most; two that differ more are of two."""

_EARLIER = 400
"""Characters before a statement in which what it calls "the island" is named."""

_THE = re.compile(r"\bThe (?:island|city|town|village|district|camp|suburb|municipality|province|region)\b")

_OF_THE_DAY = frozenset(("magnitude", "depth", "crowd", "distance"))
"""What another day has another figure of."""

_MOST = 300
"""Figures of one article that are compared: an article has a dozen, a file of megabytes is no article."""

_MOST_PAIRS = 200


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    """The conflicts between particulars, question by question."""
    told = [(event, list(islice(particulars_of(readings, event), _MOST))) for event, readings in articles_of(evidence)]
    pairs = (pair for i, (event, own) in enumerate(told) for pair in _against(event, own, told[i:]))
    found = list(islice(pairs, _MOST_PAIRS))
    named_by = topics((_key(a), _key(b)) for a, b in found)
    yield from (_conflict(a, b, named_by[_key(a)]) for a, b in found)


def _key(one: Particular) -> Key:
    """The article and place of a number: statements may hold several."""
    return (one.reading.statement.article.id, *one.quantity.number_span)


Told = tuple[Event, list[Particular]]


def _against(event: Event, own: Sequence[Particular], told: Sequence[Told]) -> Iterator[tuple[Particular, Particular]]:
    for other, theirs in told:
        same = other is event
        if not same and not same_event(event, other):
            continue
        for a, b in product(own, theirs):
            if a.key == b.key and (_two_voices(a, b) if same else _firm(a, own) and _firm(b, theirs)) and _differ(a, b):
                yield a, b


def _two_voices(a: Particular, b: Particular) -> bool:
    """Whether one article gives two values and means to: the organisers' count and the police's; or does not, where its
    heading has another than its text."""
    if a.key == "magnitude":
        return a.quantity.start < b.quantity.start  # each seismologist has one
    headings = [p.reading.statement.kind is LineKind.HEADING for p in (a, b)]
    if headings == [True, False] and a.quantity.role == "money":
        return True  # a heading and the text below it
    spoken = a.speaker and b.speaker and a.speaker.casefold() != b.speaker.casefold()
    return a.key == "crowd" and bool(spoken) and a.quantity.start < b.quantity.start


def _firm(one: Particular, own: Sequence[Particular]) -> bool:
    """Whether its article gives one value for the question, or has this one from somebody."""
    if one.key == "magnitude":
        return True  # several of one quake are several seismologists'
    rivals = [p for p in own if p.key == one.key and p is not one and not _agree(p, one)]
    spoken = one.key == "crowd" and one.speaker is not None
    return not rivals or spoken or (one.heads and not any(p.heads for p in rivals))


def _same_day(a: Particular, b: Particular) -> bool:
    """Whether no weekday that one sentence names is against those of the other: Sunday's quake and Wednesday's."""
    first, second = ({d.weekday for d in p.reading.dates if d.weekday is not None} for p in (a, b))
    return not first or not second or bool(first & second)


def _differ(a: Particular, b: Particular) -> bool:
    if a.key.split(":")[0] in _OF_THE_DAY and not _same_day(a, b):
        return False
    if a.quantity.role == "money" and (_gives(a.reading, b.quantity) or _gives(b.reading, a.quantity)):
        return False
    if a.named and len(_names(a) & _names(b)) < a.named:
        return False
    if a.key == "children" and _of_two_people(a, b):
        return False
    if _agree(a, b):
        return False
    if a.key.startswith("count of ") and not _likely(a, b):
        return False
    low, high = sorted((_size(a, a.quantity.unit), _size(b, a.quantity.unit)))
    if a.key == "magnitude":
        return high - low < _REVISED
    return 0 < high <= (_CROWD_RATIO if a.key == "crowd" else _RATIO) * low


def _of_two_people(a: Particular, b: Particular) -> bool:
    """Whether each statement names people, and none of the other's."""
    first, second = ({n.canonical for n in p.reading.names if n.kind != "place" and " " in n.text} for p in (a, b))
    return bool(first and second) and not first & second


def _gives(reading: Reading, quantity: Quantity) -> bool:
    """Whether a statement holds a sum too: "$974 billion over five years or $1.2 trillion over eight"."""
    return any(q.role == "money" and q.unit == quantity.unit and compatible(q, quantity) for q in reading.quantities)


def _likely(a: Particular, b: Particular) -> bool:
    """Whether things known by their noun alone may be one count: near in size, and of statements that share a word."""
    if _kinds(a) and _kinds(b) and not _kinds(a) & _kinds(b):
        return False
    low, high = sorted((size(a.quantity), size(b.quantity)))
    shared = content(a.reading) & content(b.reading) - {(a.quantity.noun or "")[:5]}
    return high <= _NEAR * low and len(shared) >= 1


def _kinds(one: Particular) -> frozenset[str]:
    """The words between a number and what it counts: "four liberal justices"."""
    *between, _ = one.quantity.text.lower().split()[1:] or [""]
    return frozenset(between)


def _names(one: Particular) -> frozenset[str]:
    """The words of the names in its statement; where it speaks of "the island", those of the names before it too."""
    statement = one.reading.statement
    text, start = statement.article.text, one.quantity.start
    generic = _THE.search(text, max(statement.start, start - _EARLIER), start)
    earlier = text[max(0, statement.start - _EARLIER) : statement.start] if generic else ""
    return name_words((*(n.text for n in one.reading.names), earlier))


def _agree(a: Particular, b: Particular) -> bool:
    """Whether both can be right; measures in two units are converted, and then a tenth apart is one."""
    if a.against is not None or b.against is not None:
        return {size(a.quantity), a.against} == {size(b.quantity), b.against}
    if a.quantity.unit == b.quantity.unit and a.key != "magnitude":
        return compatible(a.quantity, b.quantity)
    first, second = _size(a, a.quantity.unit), _size(b, a.quantity.unit)
    whole = first == int(first) or second == int(second)
    loose = (0.5 if whole else 0.1) if a.key == "magnitude" else LOOSE * max(first, second)
    return abs(first - second) <= loose + 1e-9


def _size(one: Particular, unit: str | None) -> float:
    own = one.quantity.unit
    return size(one.quantity) * ((factor(own, unit) or 0.0) if own and unit and own != unit else 1.0)


def _conflict(a: Particular, b: Particular, named_by: Key) -> Conflict:
    lead = a.heads and b.heads
    speakers = {p.speaker.casefold() for p in (a, b) if p.speaker}
    relation = Relation.ATTRIBUTED if len(speakers) == 2 else Relation.CONFLICT
    severity = Severity.MEDIUM if lead else Severity.LOW
    why = (Signal("same particular", a.key), Signal("values", f"{_normal(a)} / {_normal(b)}"))
    topic = f"{a.key}:{named_by[0]}:{named_by[1]}"
    return Conflict(
        Kind.QUANTITY, relation, "particulars", topic, _position(a), _position(b), 0.7 + 0.1 * lead, severity,
        a.question, why,
    )  # fmt: skip


def _normal(one: Particular) -> str:
    return normal(one.quantity) if one.against is None else f"{normal(one.quantity)}-{one.against:.10g}"


def _position(one: Particular) -> Position:
    text = one.reading.statement.article.text
    value = " ".join(shown(one.quantity, text).split())
    return Position(
        one.reading.statement, value, (one.quantity.number_span,), _normal(one), speaker=one.speaker
    )  # fmt: skip


PLUGIN = Detector("particulars", Kind.QUANTITY, find, __doc__)
