"""How two counts that differ may both be right, and what sets the events of two statements apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set

from discrepancy.detectors._events import name_words
from discrepancy.detectors._tolls import Toll, is_part
from discrepancy.detectors._values import size
from discrepancy.model import Reading

_OWN_DEATH = re.compile(
    r"\b(?:himself|herself|suicides?|(?:his|her) own life|turned the (?:gun|weapon)"
    r"|(?:gunman|attacker|bomber|suspect|shooter|assailant) (?:(?:was|were|is|are|also|then|later|and|&) ){0,3}"
    r"(?:\w{1,12} ){0,2}?(?:dead|died|dies|killed|shot dead|shot and killed|fatally)"
    r"|including (?:the )?(?:gunman|attacker|bomber|suspect|shooter|driver))\b",
    re.IGNORECASE,
)

_OTHERS = re.compile(r"\bothers?\b", re.IGNORECASE)

_SCENE = re.compile(
    r"\b(?:scene|house|home|apartment|flat|site|spot|place|room|car|vehicle) where (?:\w+ ){0,3}$", re.IGNORECASE
)


def reconciled(a: Toll, b: Toll, dead: Mapping[str, Set[float]]) -> bool:
    """Whether the two counts differ by people that only one of them is meant to hold. `dead` are the numbers of dead
    that each article tells of."""
    return (
        _by_the_attacker(a, b)
        or _by_one_told_before(a, b)
        or _by_the_dead(a, b)
        or _dead_among_the_hurt(a, b, dead)
        or _breaks_down(a, b)
        or _of_one_scene(a, b)
    )


def _by_the_attacker(a: Toll, b: Toll) -> bool:
    """Whether the two differ by the attacker, who died too and whom only one of them counts."""
    apart = abs(size(a.quantity) - size(b.quantity))
    return a.state == "kill" and apart == 1 and any(_OWN_DEATH.search(t.reading.statement.article.text) for t in (a, b))


def _by_one_told_before(a: Toll, b: Toll) -> bool:
    """Whether one more are hurt than the "others" of one source: it has told of somebody who was hurt before them.

    Where it counts the dead too, they are others than the dead.
    """
    small, large = sorted((a, b), key=lambda t: size(t.quantity))
    others, more = (bool(_OTHERS.search(t.quantity.text)) for t in (small, large))
    apart = size(large.quantity) - size(small.quantity)
    return a.state == "injure" and apart == 1 and others and not more and not _dead(small.reading)


def _by_the_dead(a: Toll, b: Toll) -> bool:
    """Whether both count the dead too, and come to one sum: of "2 dead, 3 hurt" and "4 dead, 1 hurt" it is the dead who
    are in question. Where one tells of no dead, somebody may have died since, and that is news."""
    sums = [size(t.quantity) + dead for t in (a, b) if (dead := _dead(t.reading))]
    return a.state == "injure" and len(sums) == 2 and sums[0] == sums[1]


def _dead_among_the_hurt(a: Toll, b: Toll, dead: Mapping[str, Set[float]]) -> bool:
    """Whether the larger count is of all who were hit: both articles tell of as many dead as it has more, so nobody
    died in between, and its statement sets no dead beside it."""
    small, large = sorted((a, b), key=lambda t: size(t.quantity))
    apart = size(large.quantity) - size(small.quantity)
    both = dead[small.reading.statement.article.id] & dead[large.reading.statement.article.id]
    return a.state == "injure" and apart in both and not _dead(large.reading)


def _dead(reading: Reading) -> float:
    """How many dead a statement counts; 0 where it gives no number."""
    return max((size(q) for q in reading.quantities if q.state == "kill" and q.role == "count"), default=0.0)


def _breaks_down(a: Toll, b: Toll) -> bool:
    """Whether one statement holds the other's count as a part of its own: "five dead: four men in a bar, a woman"."""
    return any(
        q.state in (None, own.state) and is_part(q.noun) and size(q) == size(other.quantity) < size(own.quantity)
        for own, other in ((a, b), (b, a))
        for q in own.reading.quantities
        if q != own.quantity
    )


def set_elsewhere(a: Toll, b: Toll) -> bool:
    """Whether each statement names places or bodies, and the other's article knows none of them."""
    return _is_foreign(a.reading, b.reading) and _is_foreign(b.reading, a.reading)


def _of_one_scene(a: Toll, b: Toll) -> bool:
    """Whether the smaller count is of those who were found at one scene: the event may have had more of them."""
    small = min((a, b), key=lambda t: size(t.quantity))
    start, end = small.reading.statement.start, small.quantity.number_span[0]
    return _SCENE.search(small.reading.statement.article.text, max(start, end - 60), end) is not None


def _is_foreign(reading: Reading, other: Reading) -> bool:
    named = name_words(name.text for name in reading.names if name.kind != "person")
    text = other.statement.article.text.casefold()
    return bool(named) and not any(word in text for word in named)
