"""What a statement says became of a person whom it names: killed, alive, unhurt, held, released, out of office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain, islice

from discrepancy.detectors._condition_table import (
    AFTER,
    APPOSED,
    AXIS,
    CLAUSE,
    DIRECT,
    DOUBT,
    LATER,
    LISTED,
    NEXT,
    NOT_SUBJECT,
    PRONOUN,
    STATE,
    VICTIM,
    WHO,
)
from discrepancy.detectors._events import of_another
from discrepancy.model import NameMention, Reading, Span
from discrepancy.people import PEOPLE

_NEAR = 80
"""Characters around a predicate in which its time, and doubts about it, are told."""
_FAR = timedelta(days=14)
_MOST = 200
"""Names and pronouns of one statement, and conditions of one article, that are read."""
_LONGEST = 400
"""Characters behind a name within which a pronoun may stand for it."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What became of one person, as one statement tells it."""

    reading: Reading
    person: str
    """The canonical name."""
    state: str
    span: Span
    """The words that tell it, in the article."""

    @property
    def axis(self) -> str:
        return AXIS[self.state]


def conditions(readings: Sequence[Reading]) -> Iterator[Condition]:
    """What an article says became of the people whom it names; `readings` are its own, in order."""
    return islice(chain.from_iterable(map(_told, readings, [None, *readings])), _MOST)


def _told(reading: Reading, previous: Reading | None) -> Iterator[Condition]:
    """The last that a statement tells of each person on each axis: "was taken out alive but died"."""
    last: dict[tuple[str, str], Condition] = {}
    for person, state, span in chain(_by_name(reading), _by_pronoun(reading, previous)):
        one = Condition(reading, person, state, _placed(reading, span))
        known = last.get((person, one.axis))
        if (known is None or one.span > known.span) and not _of_another_time(one):
            last[person, one.axis] = one
    return iter(last.values())


def _by_name(reading: Reading) -> Iterator[tuple[str, str, Span]]:
    text = reading.statement.text
    for name in _people(reading):
        start, end = name.start - reading.statement.start, name.end - reading.statement.start
        before = text[max(0, start - _NEAR) : start]
        if DOUBT.search(before):
            continue
        if victims := VICTIM.search(before):
            yield name.canonical, "dead", (start - len(before) + victims.start(), end)
        for state, span in _predicates(text, end, before):
            yield name.canonical, state, span


def _predicates(text: str, end: int, before: str) -> Iterator[tuple[str, Span]]:
    """What is said of the name that ends there, in order; `before` is what stands before it."""
    found = DIRECT.match(text, end) or AFTER.match(text, end) or LATER.match(text, end)
    at, relative = end, bool(NOT_SUBJECT.search(before))
    while found:
        state, span = STATE[found.lastgroup or ""], found.span(found.lastgroup or "")
        aside, of_name = text[at : span[0]], text.startswith(("whose", "who"), span[0])
        who = of_name or WHO.match(aside) is not None
        if (relative and not who) or (aside == ", " and not of_name and not APPOSED.search(before)):
            return
        if text.startswith("were", span[0]) and not LISTED.search(before):
            return
        if not CLAUSE.search(aside) or (who and state != "dead"):
            yield state, span
        relative, at, before = False, found.end(), ", "
        found = NEXT.match(text, at)


def _by_pronoun(reading: Reading, previous: Reading | None) -> Iterator[tuple[str, str, Span]]:
    """What is said of "he" or "she", where one person alone is named before it."""
    text = reading.statement.text
    for pronoun in islice(PRONOUN.finditer(text), _MOST):
        found = DIRECT.match(text, pronoun.end())
        person = _antecedent(reading, pronoun.start(), previous) if found else None
        if found and person and not DOUBT.search(text[max(0, pronoun.start() - _NEAR) : pronoun.start()]):
            yield person, STATE[found.lastgroup or ""], found.span(found.lastgroup or "")


def _antecedent(reading: Reading, at: int, previous: Reading | None) -> str | None:
    """Who is meant by the pronoun there: the only person named before it, with no other noun for one between."""
    own = [name for name in reading.names if _may_be(name) and name.end - reading.statement.start <= at]
    source = reading if own else previous
    if source is None or (not own and at > 1):
        return None
    names = own or [name for name in source.names if _may_be(name)]
    stop = at if own else len(source.statement.text)
    between = source.statement.text[names[-1].end - source.statement.start : stop] if names else ""
    alone = (
        len({name.canonical for name in names}) == 1 and len(between) < _LONGEST and not between.startswith(("'", "’"))
    )
    return names[0].canonical if alone and PEOPLE.isdisjoint(re.findall(r"\w+", between.lower())) else None


def _people(reading: Reading) -> Iterator[NameMention]:
    """The names of people in a statement; a name of two words that no noun tells the kind of may be one."""
    text = reading.statement.article.text
    for name in reading.names[:_MOST]:
        likely = name.kind == "person" or (name.kind == "other" and " " in name.text)
        if likely and not text.startswith(("'", "’"), name.end):
            yield name


def _may_be(name: NameMention) -> bool:
    """Whether a pronoun may stand for a name."""
    return name.kind in ("person", "other")


def _of_another_time(one: Condition) -> bool:
    """Whether the words around tell of another time: "was wounded in 2015"."""
    start = one.reading.statement.start
    text = one.reading.statement.text
    before = text[max(0, one.span[0] - start - 20) : one.span[0] - start]
    after = text[one.span[1] - start : one.span[1] - start + _NEAR]
    out = one.reading.statement.article.published_on
    days = [day for day in one.reading.dates if day.latest and one.span[0] - 20 <= day.start <= one.span[1] + _NEAR]
    return (
        of_another(before) or of_another(after) or any(out and day.latest and out - day.latest > _FAR for day in days)
    )


def _placed(reading: Reading, span: Span) -> Span:
    return (reading.statement.start + span[0], reading.statement.start + span[1])
