"""Counts: how many of one thing did one thing, or had it done to them, in the words of two sources.

Finds two counts of one thing in claims of one act, told of one event, that cannot both be right.

Fires: "Four bombs were dropped." / "Five bombs were dropped, residents said."
"Raiders looted 11 paintings." / "The thieves stole 14 paintings."

Stays silent: "at least 40 rockets" / 42; the four that fell and the two that went off; rockets of two armies; two
days, two towns; an article that itself gives several counts; the dead and hurt, who have a detector of their own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product

from discrepancy.align import exclude
from discrepancy.detectors import Detector
from discrepancy.detectors._events import HEAD, Event, articles_of, name_words, same_event
from discrepancy.detectors._particulars import of_the_event
from discrepancy.detectors._plurals import many
from discrepancy.detectors._positions import confidence, position, related, relation
from discrepancy.detectors._tolls import comparable, kind_of_people
from discrepancy.detectors._values import compatible, normal, shown, size
from discrepancy.extractors._lexemes import vocabulary
from discrepancy.lexicon import acts_of
from discrepancy.model import (
    Argument,
    Claim,
    Conflict,
    Evidence,
    Kind,
    Modality,
    Position,
    Quantity,
    Reading,
    Severity,
    Signal,
)
from discrepancy.settings import Settings

_LIGHT = vocabulary(
    "be have do say tell get make take give go come see know think want need use include involve follow show become"
    " feel face keep remain stay start begin continue call ask report add leave put set hold bring turn mark spend play"
    " work win score lose beat lead earn pay sell buy cost grow increase decrease"
)
"""Verbs that say too little for two counts to be of one act, and those of games and markets, which have many."""

_LOOSE = vocabulary(
    "time way thing part case point reason step kind number minute hour day week month year percent round count other"
    " member charge mile kilometre kilometer metre meter foot yard inch block degree dollar euro pound game match"
    " season goal yard vote"
)
_HURTS = frozenset("die treat hospitalize shoot stab".split())
_HARM = frozenset(("kill", "injure", "arrest"))
"""Acts, and above them other verbs, of harm to people, whose counts are tolls."""
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|got|get)\b")
_ADDED = re.compile(r"\b(?:others?|another|further|additional|remaining|more(?! than\b))\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PRONOUNS = frozenset("i he she it we you they who which that this those these one some both".split())
_JOINED = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,4}) (?:[\w-]{1,20} ){1,3}and $", re.IGNORECASE
)
"""A figure to which the next one is joined."""
_MORE_BEHIND = re.compile(
    r"[^.;]{0,120}?\b(?:along with|plus|as well as|and|besides) "
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,4}) (?:more|others?)\b",
    re.IGNORECASE,
)
_BEHIND = 160
"""Characters from a figure on in which those are told of that it leaves out: "along with nine more outside"."""
_RATIO = 3.0
"""Counts further apart than this are of two occasions."""
_MOST, _MOST_PAIRS = 100, 100
"""Counts of one act and article that are compared, and pairs that are handed on."""


@dataclass(frozen=True, slots=True)
class _Count:
    claim: Claim
    argument: Argument
    quantity: Quantity
    event: Event


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    """The conflicts between counts, act by act."""
    acts: dict[str, list[_Count]] = defaultdict(list)
    for count in _counts(evidence):
        for act in acts_of(count.claim.predicate):
            acts[act].append(count)
    for act, found in sorted(acts.items()):
        yield from islice((_conflict(act, a, b) for a, b in _against(found)), _MOST_PAIRS)


def _counts(evidence: Evidence) -> Iterator[_Count]:
    readings = {reading.statement.key: reading for reading in evidence.readings}
    events = {event.article.id: event for event, _ in articles_of(evidence)}
    for claim in evidence.claims:
        event = events[claim.statement.article.id]
        if claim.whole or claim.negated or claim.modality is not Modality.FACT or _says_little(claim.predicate):
            continue
        reading = readings[claim.statement.key]
        for argument in claim.arguments:
            if argument.role in ("subject", "object"):
                yield from (_Count(claim, argument, q, event) for q in _counting(reading, argument, event))


def _says_little(predicate: str) -> bool:
    """Whether a verb is light, or one of harm: of the dead and the hurt there are tolls."""
    return predicate in _LIGHT or bool(acts_of(predicate) & _HARM) or predicate in _HURTS


def _counting(reading: Reading, argument: Argument, event: Event) -> Iterator[Quantity]:
    """The figures that count an argument's own head, and all of it."""
    start, end = argument.span
    for quantity in reading.quantities:
        head = "person" if argument.head == "people" else argument.head
        own = quantity.noun == head or _is_added(reading, argument, quantity)
        if quantity.role != "count" or not own or quantity.noun in _LOOSE:
            continue
        if _ADDED.search(quantity.text) or reading.statement.article.text.startswith(
            ("×", "x"), quantity.number_span[1]
        ):
            continue  # "three other men", a 4×4 car
        within = start <= quantity.start and quantity.end <= end and not _of_several(reading, quantity)
        if within and of_the_event(reading, quantity, event):
            yield quantity


def _is_added(reading: Reading, argument: Argument, quantity: Quantity) -> bool:
    """Whether a figure counts what an argument names beside its head: "a base and three villages"."""
    start = argument.span[0]
    return start < quantity.start and reading.statement.article.text[start : quantity.start].endswith(" and ")


def _of_several(reading: Reading, quantity: Quantity) -> bool:
    """Whether a figure is one of two that are joined: "one male and two female victims" are three."""
    statement = reading.statement
    at = quantity.start - statement.start
    return bool(_JOINED.search(statement.text, 0, at) or _MORE_BEHIND.match(statement.text, at, at + _BEHIND))


def _against(found: Sequence[_Count]) -> Iterator[tuple[_Count, _Count]]:
    by_article: dict[str, list[_Count]] = defaultdict(list)
    for count in found:
        by_article[count.claim.statement.article.id].append(count)
    several = [own[:_MOST] for _, own in sorted(by_article.items())]
    for own, theirs in combinations(several, 2):
        if same_event(own[0].event, theirs[0].event):
            yield from ((a, b) for a, b in product(own, theirs) if _firm(a, own) and _firm(b, theirs) and _differ(a, b))


def _firm(one: _Count, own: Sequence[_Count]) -> bool:
    """Whether its article gives one count of the thing for the act."""
    return all(compatible(one.quantity, x.quantity) for x in own if _one_thing(one.quantity, x.quantity))


def _one_thing(a: Quantity, b: Quantity) -> bool:
    if kind_of_people(a.noun or "") and kind_of_people(b.noun or ""):
        return comparable(a.noun, b.noun)
    return a.noun == b.noun


def _differ(a: _Count, b: _Count) -> bool:
    if not _one_thing(a.quantity, b.quantity) or compatible(a.quantity, b.quantity):
        return False
    low, high = sorted((size(a.quantity), size(b.quantity)))
    return high <= _RATIO * low and _undergoes(a) == _undergoes(b) and _one_occasion(a, b)


def _undergoes(count: _Count) -> bool:
    """Whether the act is done to what is counted: "dropped four bombs", "four bombs were dropped"."""
    text, (_, end) = count.claim.statement.article.text, count.argument.span
    passive = _PASSIVE.search(text, end, max(end, count.claim.predicate_span[0])) is not None
    return count.argument.role == "object" or (passive and count.claim.object is None)


def _one_occasion(a: _Count, b: _Count) -> bool:
    """Whether nothing in the two claims sets their acts apart: day, place, or whose act it was."""
    years, other_years = (set(_YEAR.findall(count.claim.statement.text)) for count in (a, b))
    if exclude(a.claim.dates, b.claim.dates) or years != other_years:
        return False
    places, others = (name_words(_names(count)) for count in (a, b))
    if places and others and not places & others:
        return False
    doers = (None if count.argument.role == "subject" else count.claim.subject for count in (a, b))
    return _one_doer(*doers)


def _names(count: _Count) -> Iterator[str]:
    """The names in a claim, without its subject's."""
    return (a.name for a in count.claim.arguments if a.name and a.role != "subject")


def _one_doer(a: Argument | None, b: Argument | None) -> bool:
    if a is None or b is None or a.head in _PRONOUNS or b.head in _PRONOUNS:
        return True
    if a.name and b.name:
        return related(a.name, b.name)
    return a.head == b.head or (a.name is None and b.name is None)


def _conflict(act: str, a: _Count, b: _Count) -> Conflict:
    what = a.quantity.noun or ""
    lead = max(count.claim.statement.index for count in (a, b)) < HEAD
    return Conflict(
        kind=Kind.QUANTITY,
        relation=relation(a.claim, b.claim),
        detector="counts",
        topic=f"{what}:{act}",
        a=_position(a),
        b=_position(b),
        confidence=confidence(0.65 + 0.1 * lead, a.claim, b.claim),
        severity=Severity.MEDIUM if lead else Severity.LOW,
        question=f"How many {many(what)}?",
        why=(Signal("same act", a.claim.predicate), Signal("values", f"{normal(a.quantity)} / {normal(b.quantity)}")),
    )


def _position(count: _Count) -> Position:
    value = shown(count.quantity, count.claim.statement.article.text)
    return position(count.claim, value, count.quantity.number_span, normalized=normal(count.quantity))


PLUGIN = Detector("counts", Kind.QUANTITY, find, __doc__, general=True)
