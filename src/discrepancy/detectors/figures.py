"""Figures: money, shares, measures and counts of things, in two statements of one fact.

Finds two figures of one kind (the same unit, or the same thing counted) in statements of two sources that share most
of their words and a name, when the values cannot both be right.

Fires: "The regulator fined Orbix $5 million over the leak" / "Orbix was fined $7.5 million over the leak by the
regulator". "The bill passed with 52 votes" / "The bill passed with 57 votes".

Stays silent: "more than $5 million" / "$5.4 million"; profit and revenue; a target and a result; a rate and a total;
this year's figure and last year's; statements that hold several figures of the kind, one of which agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations, islice

from discrepancy.detectors import Detector
from discrepancy.detectors._amounts import told
from discrepancy.detectors._events import interval, meet
from discrepancy.detectors._likeness import content, named, one_subject, said_of, same_measure
from discrepancy.detectors._measures import factor
from discrepancy.detectors._plurals import many
from discrepancy.detectors._tolls import STATES, kind_of_people
from discrepancy.detectors._topics import Key, topics
from discrepancy.detectors._values import LOOSE, SNAPSHOT, compatible, normal, size, vague
from discrepancy.model import Conflict, Evidence, Kind, Quantity, Reading, Relation, Severity, Signal
from discrepancy.people import NATIONALITIES
from discrepancy.settings import Settings

_ROLES = frozenset(("count", "money", "share", "measure", "rate"))
_OVERLAP = 0.6
"""The share of the shorter statement's words that must be the longer one's too. At a half, more than half of what was
found in clusters of real news were two facts; in the heads of two articles a half is enough."""

_COSINE = 0.7
"""Similarity of two claims from which on less will do: two thirds of that share."""

_HEAD = 4
"""How many statements of an article are its head."""

_RATIO = 10.0
_WHOLE = 100.0
_MOST_PAIRS = 200
_BEHIND = 24
"""Characters behind a figure in which it may be told whose something it is of."""
_WORD = re.compile(r"[a-z-]{2,20}")

_ADDED = re.compile(r"\b(?:others?|another|further|additional|remaining|more(?! than\b))\b", re.IGNORECASE)

# A sum over many occasions and the figure of one do not meet.
_SUM = re.compile(
    r"\b(?:total|so far|altogether|combined|overall|since|career|seasons?|to date|record|average|each|previously)\b",
    re.IGNORECASE,
)
_NO_TOTAL = frozenset(
    "victim suspect count time round year other block magnitude shooting stabbing attack incident crash"
    " accident".split()
)
"""What is counted in parts, and by the way: "four victims were named"; the blocks of an address; and of what is told of
itself: "charged in one of two shootings"."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    """The conflicts between figures, in order of statement."""
    near = _similar(evidence)
    found = [
        (a, b, p, q)
        for a, b in combinations([r for r in evidence.readings if any(map(_plain, r.quantities))], 2)
        if a.statement.article.id != b.statement.article.id
        for p, q in _differing(a, b)
        if _one_fact(a, b, near) and same_measure(a, p, b, q) and one_subject(a, p, b, q, evidence.claims)
    ]
    named_by = topics((a.statement.key, b.statement.key) for a, b, _, _ in found)
    yield from islice((_conflict(*item, named_by) for item in found), _MOST_PAIRS)


def _similar(evidence: Evidence) -> Mapping[tuple[Key, Key], float]:
    """The similarity of the most alike claims of two statements, both ways round."""
    best: dict[tuple[Key, Key], float] = {}
    for pair in evidence.pairs:
        a, b = pair.a.statement.key, pair.b.statement.key
        best[a, b] = best[b, a] = max(best.get((a, b), 0.0), round(pair.similarity, 2))
    return best


def _plain(quantity: Quantity) -> bool:
    """Whether it is a figure for this detector: tolls, ages, durations and ordinals have their own.

    Points are of a player, of a game or of a career, which their statement seldom says.
    """
    whole = quantity.part_of is None and quantity.noun not in _NO_TOTAL and not _ADDED.search(quantity.text)
    return quantity.role in _ROLES and quantity.noun != "point" and quantity.state not in STATES and whole


def _key(quantity: Quantity) -> tuple[str, str | None, str | None, bool, str | None]:
    noun = quantity.noun if quantity.role in ("count", "rate") else None
    return quantity.role, quantity.unit, quantity.per, quantity.target, noun


def _differing(a: Reading, b: Reading) -> Iterator[tuple[Quantity, Quantity]]:
    """Pairs of one kind that exclude each other, where neither statement holds a figure that agrees."""
    if any(SNAPSHOT.search(reading.statement.text) for reading in (a, b)):
        return
    for p in filter(_plain, a.quantities):
        others = [x for x in b.quantities if _key(x) == _key(p) and _plain(x)]
        alone = sum(_key(x) == _key(p) for x in a.quantities) == 1 and len(others) == 1
        if (
            alone
            and not _pointed_at(a, p)
            and not _pointed_at(b, others[0])
            and _excludes(p, others[0])
            and not _of_two_states(a, p, b, others[0])
            and not _given(p, b)
            and not _given(others[0], a)
        ):
            yield p, others[0]


def _pointed_at(reading: Reading, quantity: Quantity) -> bool:
    """Whether it counts what was told of before: "those ten points"."""
    start = quantity.number_span[0] - reading.statement.start
    return reading.statement.text[max(0, start - 6) : start].lower().endswith(("those ", "these "))


def _of_two_states(a: Reading, p: Quantity, b: Reading, q: Quantity) -> bool:
    """Whether each figure is of another state's something: "$60bn of US goods", "$34 billion in Chinese goods"."""
    first, second = (_states(x.statement.article.text[y.end : y.end + _BEHIND]) for x, y in ((a, p), (b, q)))
    return bool(first and second) and not first & second


def _states(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower().replace("u.s.", "us"))) & NATIONALITIES


def _given(quantity: Quantity, reading: Reading) -> bool:
    """Whether a statement holds the same figure in whatever role."""
    return any(
        x.role == quantity.role and (compatible(x, quantity) if x.unit == quantity.unit else _converted(x, quantity))
        for x in reading.quantities
    )


def _converted(x: Quantity, quantity: Quantity) -> bool:
    """Whether a measure in another unit is the same, as far as a conversion is rounded: 10 km, and 6 miles."""
    times = factor(x.unit, quantity.unit) if x.unit and quantity.unit else None
    return times is not None and abs(size(x) * times - size(quantity)) <= LOOSE * size(quantity)


def _excludes(p: Quantity, q: Quantity) -> bool:
    if (p.role in ("count", "rate") and p.noun is None) or vague(p) or vague(q) or compatible(p, q):
        return False
    low, high = sorted((size(p), size(q)))
    if p.role == "share" and low + high == _WHOLE:
        return False  # a quarter would not, and three quarters would
    if p.role == "count" and kind_of_people(p.noun or q.noun or "") and (p.state is None or p.state != q.state):
        return False  # of people it matters what is said of them: two men were charged, four were hurt
    agree = p.noun == q.noun or p.noun is None or q.noun is None
    return agree and said_of(p.state, q.state) and high <= _RATIO * low


def _one_fact(a: Reading, b: Reading, near: Mapping[tuple[Key, Key], float]) -> bool:
    days_a, days_b = ([d for d in map(interval, r.dates) if d is not None] for r in (a, b))
    sums = [bool(_SUM.search(r.statement.text)) for r in (a, b)]
    if not meet(days_a, days_b) or not named(a, b) or sums[0] != sums[1]:
        return False
    words_a, words_b = content(a), content(b)
    shared = len(words_a & words_b)
    share = shared / max(1, min(len(words_a), len(words_b)))
    heads = max(a.statement.index, b.statement.index) < _HEAD
    alike = near.get((a.statement.key, b.statement.key), 0.0) >= _COSINE
    needed = _OVERLAP * (2 / 3 if alike else 5 / 6 if heads else 1)
    return shared >= (3 if heads else 5) and share >= needed


def _conflict(a: Reading, b: Reading, p: Quantity, q: Quantity, named_by: Mapping[Key, Key]) -> Conflict:
    lead = max(a.statement.index, b.statement.index) < _HEAD
    what = (p.unit if p.role == "money" else None) or p.noun or q.noun or p.unit or "figure"
    topic = f"{what}:{':'.join(map(str, named_by[a.statement.key]))}"
    sides = (told(a, p), told(b, q))
    speakers = {side.speaker for side in sides if side.speaker}
    relation = Relation.ATTRIBUTED if len(speakers) == 2 else Relation.CONFLICT
    severity = Severity.MEDIUM if lead else Severity.LOW
    why = (Signal("same figure", what), Signal("values", f"{normal(p)} / {normal(q)}"))
    return Conflict(
        Kind.QUANTITY, relation, "figures", topic, *sides, 0.65 + 0.1 * lead, severity, _question(p, q), why
    )


def _question(p: Quantity, q: Quantity) -> str:
    noun = p.noun or q.noun
    if p.role == "count" and noun:
        return f"How many {many(noun)}?"
    return f"How much: {noun}?" if noun else "How much?"


PLUGIN = Detector("figures", Kind.QUANTITY, find, __doc__)
