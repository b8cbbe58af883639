"""Places that are held, taken and fought over: what a defender's and an attacker's accounts of one fight tell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from discrepancy.align import exclude
from discrepancy.detectors._positions import about, apart, related, within
from discrepancy.lexicon import CONTEST, SITES, acts_of, is_fighter
from discrepancy.model import Claim, Evidence, Modality, Span
from discrepancy.people import NATIONALITIES, PEOPLE

FIGHTING = frozenset("battle fight fighting clash combat firefight siege gunfight shootout struggle".split())
GOES_ON = frozenset("continue rage persist last intensify".split()) | {"go on"}
GROUND = frozenset(
    "town village city settlement area district region territory position hill border frontier line capital island"
    " province neighbourhood neighborhood land outskirts road highway suburb enclave stronghold ground country".split()
)
"""Places that are fought for, besides sites."""
RACES = frozenset("race contest campaign primary election fray market office politics talks agreement".split())
"""What is entered without anybody's being in the way."""
CROWD = frozenset("other person people thousand hundred dozen refugee family civilian resident migrant".split())
"""Who crosses a border and is no attacker, besides the nouns that call people what they are."""


def contests(evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    """A defender's success and an attacker's at one place, told by two sources or by two speakers.

    Any two claims are tried, since such accounts share no words: "thwarted the incursion", "took the village".
    """
    told = _told(evidence)
    held = [claim for claim in told if claim.predicate in CONTEST[0]]
    taken = [claim for claim in told if claim.predicate in CONTEST[1] and _takes(claim)]
    for a, b in product(held, taken):
        two = apart(a, b) and not _one_side(a, b) and a.statement.key != b.statement.key
        if two and not exclude(a.dates, b.dates) and _one_place(a, b):
            yield a, b


def unfinished(evidence: Evidence) -> Iterator[tuple[Claim, Claim, str]]:
    """A place that is taken, that is fought over still, and its name."""
    told = _told(evidence)
    taken = [claim for claim in told if "seize" in acts_of(claim.predicate)]
    fought = [claim for claim in told if _goes_on(claim)]
    for a, b in product(taken, fought):
        place = about(b.argument("in", "at", "near", "around", "for"))
        if place and apart(a, b) and place in a.names and place != about(a.subject) and not exclude(a.dates, b.dates):
            yield a, b, place


def state_of(claim: Claim) -> Span:
    """The words from what goes on to how it stands: "a battle is underway", where the verb alone says nothing."""
    spans = [claim.predicate_span, *(a.span for a in (claim.subject, claim.argument("complement")) if a)]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _told(evidence: Evidence) -> list[Claim]:
    return [c for c in evidence.claims if c.modality is Modality.FACT and not c.negated and c.stance != "denies"]


def _takes(claim: Claim) -> bool:
    """Whether a place is taken, or entered by those who may be attackers: no prisoners, arms or refugees."""
    if "enter" in acts_of(claim.predicate):
        text = claim.statement.article.text
        if text.startswith(" into", claim.predicate_span[1]):
            return False  # a contract
        return _attacks(claim) and not _of_people(claim)
    if claim.object is None:
        return claim.predicate == "take control"  # what of, is a part of the predicate's own phrase
    named = claim.object.name is not None and claim.object.name.lower() not in NATIONALITIES
    return not _of_people(claim) and (named or claim.object.head in SITES | GROUND)


def _attacks(claim: Claim) -> bool:
    """Whether those who enter are a named body, or are called fighters; whoever crosses a border is no attacker."""
    if claim.object is not None and claim.object.head in RACES:
        return False
    if claim.subject is None:
        return claim.object is not None  # "the fence was breached", and no "crossing into the next village"
    named = claim.subject.name is not None and claim.subject.name.lower() not in NATIONALITIES
    return named or claim.subject.head not in PEOPLE | CROWD or is_fighter(claim.subject.head)


def _goes_on(claim: Claim) -> bool:
    """Whether it says that fighting is under way: "a battle is underway", "clashes continue"."""
    if claim.subject is None or claim.subject.head not in FIGHTING:
        return False
    state = claim.argument("complement")
    return claim.predicate in GOES_ON or (state is not None and state.head in ("underway", "ongoing", "way"))


def _of_people(claim: Claim) -> bool:
    """Whether those taken are people, or are counted: who captures 23 raiders took no place."""
    if claim.object is None:
        return False
    start, end = claim.object.span
    counted = any(q.role == "count" and start <= q.number_span[0] < end for q in claim.quantities)
    return counted or claim.object.head in PEOPLE


def _one_side(a: Claim, b: Claim) -> bool:
    """Whether the same party repels and takes: Russia, and the Russian ministry, hold what they took before."""
    first, second = about(a.subject), about(b.subject)
    return bool(first and second and within(first, second))


def _one_place(a: Claim, b: Claim) -> bool:
    return any(related(x, y) for x in a.names for y in b.names if a.speaker not in (x, y) and b.speaker not in (x, y))
