"""Quantities that lean on their neighbours: parts of a whole, joined counts, and nouns left out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from discrepancy.extractors._lexemes import Words, vocabulary
from discrepancy.extractors._states import CUES

if TYPE_CHECKING:
    from discrepancy.extractors.quantities import Found

_LED_TO_PART = vocabulary("including include includes comprising")
_AMONG = vocabulary("were was are is be been also were among amongst")
_BACK = vocabulary("them these those whom which")


def parts(words: Words, found: Sequence[Found]) -> list[Found]:
    """Give parts their whole and state, and joined counts the state of the count before them."""
    done: list[Found] = []
    for at, one in enumerate(found):
        before = done[-1] if done else None
        after = found[at + 1] if at + 1 < len(found) else None
        done.append(_among(words, one, after) or _included(words, before, one) or _joined(words, before, one) or one)
    return done


def _counts(one: Found | None) -> bool:
    return one is not None and one.quantity.role == "count"


def _among(words: Words, one: Found, after: Found | None) -> Found | None:
    """ "2 medics among 31 dead", "76 children and 41 women were among those killed"."""
    if not _counts(one):
        return None
    at = one.last + 1
    while words.key(at) in _AMONG - {"among", "amongst"}:
        at += 1
    if words.key(at) == "and" and after is not None and _counts(after) and after.first == at + 1:
        at = after.last + 1
        while words.key(at) in _AMONG - {"among", "amongst"}:
            at += 1
        after = None
    if words.key(at) not in ("among", "amongst"):
        return None
    if after is not None and _counts(after) and after.first - at <= 3:
        return _part(one, after.quantity.low or after.quantity.high, after.quantity.state)
    state = next((CUES[key] for key in words.keys(at + 1, 4) if key in CUES), None)
    return _part(one, math.inf, state)


def _part(one: Found, whole: float | None, state: str | None) -> Found:
    return replace(one, quantity=replace(one.quantity, part_of=whole or math.inf, state=state or one.quantity.state))


def _included(words: Words, before: Found | None, one: Found) -> Found | None:
    """ "31 people including two medics", "12 killed, 8 of them children", "20 wounded, three of whom ..."."""
    if before is None or not _counts(before) or not _counts(one):
        return None
    whole = before.quantity.low or before.quantity.high
    state = before.quantity.state or one.quantity.state
    led = words.key(one.first - 1) in _LED_TO_PART
    among = (
        words.keys(one.first - 2, 2) in (("among", "them"), ("among", "those")) or words.key(one.first - 1) == "them"
    )
    if (led or among) and before.quantity.state in CUES.values() and not _has_own_state(words, one):
        return _part(one, whole, before.quantity.state)  # whatever verb comes behind: "among them six, when they hit"
    if led or among or (one.quantity.part_of == math.inf and _points_back(words, one)):
        return _part(one, whole, one.quantity.state if one.quantity.state in CUES.values() else state)
    joined = words.key(one.first - 1) == "and" and one.first == before.last + 2
    if joined and before.quantity.part_of and one.quantity.state not in CUES.values():
        return _part(one, before.quantity.part_of, before.quantity.state)
    return None


def _has_own_state(words: Words, one: Found) -> bool:
    """ "including three killed", "among them two who died"."""
    return any(key in CUES for key in words.keys(one.last + 1, 4))


def _points_back(words: Words, one: Found) -> bool:
    return any(key in _BACK for key in words.keys(one.first, one.last - one.first + 3))


def _joined(words: Words, before: Found | None, one: Found) -> Found | None:
    """ "killed 12 men and three women", "seven tanks and five armored vehicles": the state holds for both."""
    if before is None or not _counts(before) or not _counts(one) or one.quantity.state in CUES.values():
        return None
    between = words.keys(before.last + 1, one.first - before.last - 1)
    if between not in (("and",), ()) or not before.quantity.state:
        return None
    return replace(one, quantity=replace(one.quantity, state=before.quantity.state))


def carried(words: Words, found: Sequence[Found], carry: str | None) -> list[Found]:
    """Fill in the noun that a count leaves out: "50 fighters train, with 40 awaiting", "injuring 25 others"."""
    done: list[Found] = []
    last: str | None = None
    for one in found:
        noun = one.quantity.noun
        if _counts(one) and noun in (None, "other"):
            back = carry if last is None and any(key in _BACK for key in words.keys(one.first - 3, 8)) else last
            if back not in (None, "other"):
                noun = back
                one = replace(one, quantity=replace(one.quantity, noun=noun))
        last = noun if _counts(one) and noun else last
        done.append(one)
    return done
