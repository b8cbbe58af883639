"""Quantities: numbers with what they count and what is said of those counted.

Finds counts ("at least 31 people", "dozens of men", "31 dead", "kills 3"), shares, money, measures, durations,
ages, ordinals and rates, each with the bounds that its modifiers give. Numbers that count nothing (dates, clock
times, "Route 66", "G7", "First responders", "one day") are left out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from discrepancy.extractors import Extractor
from discrepancy.extractors._bounds import Bounded, bounded
from discrepancy.extractors._counted import counted, governor, takes
from discrepancy.extractors._guards import Guard, refused
from discrepancy.extractors._lexemes import Words, lex, vocabulary
from discrepancy.extractors._numerals import OPENERS, Numeral, numeral_at
from discrepancy.extractors._parts import carried, parts
from discrepancy.extractors._roles import (
    ORDINALS,
    age_at,
    aimed_for,
    money_noun,
    ordinal_at,
    strength_after,
    whole_after,
)
from discrepancy.extractors._states import CUES, NOUNS, surface_state
from discrepancy.extractors._units import SIGNS, TIMES, per_after, singular, unit_after
from discrepancy.model import Quantity, Reading, Token
from discrepancy.settings import Settings

_HURT = vocabulary("wounded injured dead missing displaced")
_PERSONAL = vocabulary("kill injure arrest miss displace flee rescue evacuate infect trap hospitalise kidnap casualty")


@dataclass(frozen=True, slots=True)
class _Scene:
    """One text under reading."""

    words: Words
    tokens: Sequence[Token]
    guard: Guard


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity with the lexemes that it covers, for what is read off its neighbours."""

    quantity: Quantity
    first: int
    last: int


def find(text: str, tokens: tuple[Token, ...] = (), offset: int = 0, carry: str | None = None) -> tuple[Quantity, ...]:
    """The quantities of one statement, in order.

    `tokens` is its parse, with offsets into `text`; without one, nouns and states are read off the words alone.
    `offset` is added to every span. `carry` is the noun that "five of them" takes from the sentence before.
    """
    words = Words(text, lex(text))
    scene = _Scene(words, tokens, Guard.of(text))
    found: list[Found] = []
    at = 0
    while at < len(words):
        one = _at(scene, at) if _opens(words, at) else None
        if one is not None:
            found.append(one)
        at = max(one.last, at) + 1 if one is not None else at + 1
    finished = carried(words, parts(words, found), carry)
    return tuple(_shift(one.quantity, offset) for one in finished)


def _opens(words: Words, index: int) -> bool:
    """Whether a quantity may begin at lexeme `index`: most words are passed over without a closer look."""
    return words[index].digits or _one_more(words, index) or words[index].key in OPENERS or words[index].key in ORDINALS


def _shift(quantity: Quantity, offset: int) -> Quantity:
    low, high = quantity.number_span
    return replace(
        quantity, start=quantity.start + offset, end=quantity.end + offset, number_span=(low + offset, high + offset)
    )


def _at(scene: _Scene, index: int) -> Found | None:
    words = scene.words
    if _one_more(words, index):
        span = (words[index].start, words[index + 1].end)
        made = _make(words, index, index + 1, span, 1.0, 1.0, noun="person", state=CUES[words.key(index - 1)])
        return Found(made, index, index + 1)
    ordinal = ordinal_at(words, index)
    if ordinal is not None and not scene.guard.covers(words[index].start):
        rank, last = ordinal
        span = (words[index].start, words[last].end)
        made = _make(words, index, last + 1, span, rank, rank, noun=singular(words.key(last + 1)), role="ordinal")
        return Found(made, index, last + 1)
    money = _sign(words, index)
    numeral = _whole_unit(words, index) or numeral_at(words, index, money is not None)
    if numeral is None or refused(words, index, scene.guard):
        return None
    return _build(scene, bounded(words, numeral, money is not None), numeral, money)


def _one_more(words: Words, index: int) -> bool:
    """ "killing two and wounding a third": one, where nobody is named behind it."""
    alone = words.keys(index, 2) in (("a", "third"), ("a", "fourth"), ("a", "fifth"))
    return alone and words.key(index - 1) in CUES and words.gap(index + 1)[:1] in (",", ".", ";", "")


def _sign(words: Words, index: int) -> str | None:
    """The currency whose sign stands before lexeme `index`."""
    return SIGNS.get(words.before(index)[-1:]) if words[index].digits else None


def _whole_unit(words: Words, index: int) -> Numeral | None:
    """ "over a year", "about an hour": the article counts one where a bound stands before it."""
    if words.key(index) not in ("a", "an") or words.key(index + 1) not in TIMES:
        return None
    numeral = Numeral(index, index, 1.0, 1.0, False, True)
    return numeral if bounded(words, numeral).bound else None


def _make(
    words: Words, first: int, last: int, number: tuple[int, int], low: float | None, high: float | None,
    approximate: bool = False, noun: str | None = None, unit: str | None = None, role: str = "count",
    state: str | None = None, part_of: float | None = None, target: bool = False, per: str | None = None,
) -> Quantity:  # fmt: skip
    start, end = min(number[0], words[first].start), max(number[1], words[last].end)
    return Quantity(
        start, end, words.text[start:end], low, high, approximate, noun, unit, role, state, part_of, target, per, number
    )


def _build(scene: _Scene, bound: Bounded, numeral: Numeral, money: str | None) -> Found | None:
    words = scene.words
    age = age_at(words, bound.first, bound.last)
    if age is not None:
        return _plain(words, bound, age, "age", "year")
    if money is not None:
        return _money(scene, bound, bound.last, money)
    unit = unit_after(words, bound.last)
    if unit is not None and not (numeral.word and numeral.low == 1 and unit[1] == "day"):
        return _measured(scene, bound, *unit)
    if unit is not None or (numeral.word and numeral.low == 0):
        return None
    return _count(scene, bound, numeral)


def _number_span(words: Words, bound: Bounded) -> tuple[int, int]:
    start, end = words[bound.first].start, words[bound.last].end
    before = words.before(bound.first)
    if before[-1:] in SIGNS and words[bound.first].digits:
        start -= 1
    tail = words.gap(bound.last)
    return start, end + (1 if tail[:1] in "%+" and tail else 2 if tail.startswith(" %") else 0)


def _plain(
    words: Words, bound: Bounded, last: int, role: str, unit: str,
    noun: str | None = None, state: str | None = None, per: tuple[str, int] | None = None,
) -> Found:  # fmt: skip
    last = per[1] if per else last
    made = _make(
        words, bound.first, last, _number_span(words, bound), bound.low, bound.high, bound.approximate, noun, unit,
        "rate" if per else role, state, None, aimed_for(words, bound.first), per[0] if per else None,
    )  # fmt: skip
    return Found(made, bound.first, last)


def _money(scene: _Scene, bound: Bounded, last: int, unit: str) -> Found:
    words = scene.words
    noun = money_noun(words, bound.first, last)
    per = per_after(words, last)
    state = governor(words, bound.last, scene.tokens)
    return _plain(words, bound, last, "money", unit, noun, state, per)


def _measured(scene: _Scene, bound: Bounded, role: str, unit: str, last: int) -> Found:
    words = scene.words
    if role == "money":
        return _money(scene, bound, last, unit)
    noun = None
    if role == "share" and words.key(last + 1) == "of":
        noun, at = counted(words, last + 1, (), single=True)
        last = max(last, at)
    per = per_after(words, last) if role == "measure" else None
    state = governor(words, bound.last, scene.tokens) if role != "duration" else None
    return _plain(words, bound, last, role, unit, noun, state, per)


def _count(scene: _Scene, bound: Bounded, numeral: Numeral) -> Found | None:
    words = scene.words
    whole = whole_after(words, bound.last)
    strong = strength_after(words, bound.last)
    if strong is not None:
        return _strength(scene, bound, strong)
    base = whole[0] if whole else bound.last
    noun, last = counted(words, base, scene.tokens if base == bound.last else (), single=numeral.low == 1)
    state = surface_state(words, bound.first, last)
    name = state.name if state else NOUNS.get(noun or "") or _lives(words, bound.first, noun) or _hurt(words, base)
    if numeral.word and numeral.low == 1 and numeral.high == 1 and not (name or whole or bound.bound):
        return None
    if name in _PERSONAL and noun in (None, *NOUNS, "life"):
        noun = "person"
    name = name or _governed(scene, bound.last)
    role = "share" if whole and words.key(bound.last + 1) == "in" else "count"
    per = per_after(words, last)
    made = _make(
        words, bound.first, per[1] if per else last, _number_span(words, bound), bound.low, bound.high,
        bound.approximate, noun, None, "rate" if per else role, name,
        None if whole is None else whole[1] or math.inf, aimed_for(words, bound.first), per[0] if per else None,
    )  # fmt: skip
    return Found(made, bound.first, per[1] if per else last)


def _governed(scene: _Scene, last: int) -> str | None:
    """The verb that governs a count; one that counts people only where they are its own subject or object, since a
    parser hangs a clause without a verb ("troops free 11 workers, two captives killed") on the next."""
    verb = governor(scene.words, last, scene.tokens)
    return None if verb in _PERSONAL and not takes(scene.words, last, scene.tokens) else verb


def _hurt(words: Words, last: int) -> str | None:
    """ "We have received 27 wounded people": how they were when they came."""
    return CUES.get(words.key(last + 1)) if words.key(last + 1) in _HURT and words.gap(last) == " " else None


def _lives(words: Words, first: int, noun: str | None) -> str | None:
    """ "claimed 120 lives", "40 people lost their lives" apart: a life that is taken is a death."""
    took = words.key(first - 1) in (
        "claim",
        "claims",
        "claimed",
        "claiming",
        "cost",
        "costing",
        "took",
        "taking",
        "lost",
    )
    return "kill" if noun == "life" and took else None


def _strength(scene: _Scene, bound: Bounded, last: int) -> Found:
    """ "a 300-strong battalion": how many members it has."""
    words = scene.words
    noun = words.gap(last) == " " and words.key(last + 1).isalpha()
    made = _plain(words, bound, last + 1 if noun else last, "count", "", "member", governor(words, last, scene.tokens))
    return replace(made, quantity=replace(made.quantity, unit=None))


def _read(readings: Sequence[Reading], settings: Settings) -> Sequence[Reading]:
    filled: list[Reading] = []
    carry: tuple[str, str | None] = ("", None)
    for reading in readings:
        article = reading.statement.article.id
        noun = carry[1] if carry[0] == article else None
        quantities = find(reading.statement.text, reading.tokens, reading.statement.start, noun)
        kept = tuple(q for q in quantities if not _in_a_date(q, reading))
        counts = [q.noun for q in kept if q.role == "count" and q.noun]
        carry = (article, counts[-1] if counts else None)
        filled.append(replace(reading, quantities=kept))
    return filled


def _in_a_date(quantity: Quantity, reading: Reading) -> bool:
    """Whether a date holds the number. A duration that a date is made of ("six months ago") is the date's."""
    low, high = quantity.number_span
    return any(date.start <= low and high <= date.end for date in reading.dates)


PLUGIN = Extractor("quantities", _read, after=("dates",))
