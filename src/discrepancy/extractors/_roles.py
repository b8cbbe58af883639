"""The roles of a number that is no plain count: age, ordinal, share of a whole, strength, what is aimed for."""

from __future__ import annotations

import re

from discrepancy.extractors._lexemes import Words, vocabulary
from discrepancy.extractors._units import TIMES, plural, singular
from discrepancy.people import PEOPLE

ORDINALS: dict[str, float] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_DETERMINERS = vocabulary("the a an its his her their this that our my your for")
# What an ordinal stands before without counting occasions or things: parts of the calendar, ranks, fixed phrases.
_ORDINAL_NEVER = vocabulary(
    "quarter half century day week month year floor person lady class aid hand minister world degree party "
    "thing place step part of all and or one ones responder name instance glance sight party cousin language "
    "age birthday night evening morning world lot rate few two three"
)
_AIMS = vocabulary(
    "target targets goal aim aims aiming plan plans planned planning hope hopes hoping expected expects "
    "forecast predicted predicts projected could might would potentially seek seeks seeking want wants pledge "
    "pledged pledges promised promises offers offered capacity maximum intends intend ambition proposed demand "
    "demanded demands"
)
_MONTHS = vocabulary(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september "
    "october november december"
)
AGE = re.compile(r"(?: ?[-‑] ?| )years?(?:(?: ?[-‑] ?| )olds?| of age)\b")


def ordinal_at(words: Words, index: int) -> tuple[float, int] | None:
    """Rank and last lexeme of "the third unit" or "the 5th time"; None for "third countries", "First, ..."."""
    rank, last = _rank(words, index)
    if rank is None or words.key(index - 1) not in _DETERMINERS or words.gap(last) != " ":
        return None
    noun = words.key(last + 1)
    if not noun or noun in _ORDINAL_NEVER or plural(noun) or words[last + 1].capital or words[last + 1].digits:
        return None
    return rank, last


def _rank(words: Words, index: int) -> tuple[float | None, int]:
    if words[index].digits:
        glued = words.gap(index) == "" and words.raw(index + 1).lower() in ("st", "nd", "rd", "th")
        return (words[index].value, index + 1) if glued else (None, index)
    return (None if words[index].capital else ORDINALS.get(words.key(index))), index


_DESCRIBED = PEOPLE | {"male", "female"}
"""Behind whom a number between commas is an age: "one male, 24, was hurt"."""


def age_at(words: Words, first: int, last: int) -> int | None:
    """The last lexeme of an age that begins at lexeme `first`: "22-year-old", "aged 9", "Malyi, 22", "who was 22"."""
    old = AGE.match(words.text, words[last].end)
    if old:
        return next(i for i in range(last, len(words)) if words[i].end >= old.end())
    digits = words[last].digits
    if words.key(first - 1) in ("aged", "age") and words.key(last + 1) != "per":
        return last
    # The apposition of a person's name: a capital before the comma, a comma, bracket or stop after the number.
    name = first > 0 and words[first - 1].capital and words.before(first) in (", ", " (")
    name = name or (words.key(first - 1) in ("jr", "sr") and words.before(first) == "., ")
    closed = words.gap(last).startswith((",", ";", ")", ".", " (")) or words[last].end == len(words.text)
    lone = digits and first == last and len(words[first].raw) <= 3 and words[first].value <= 115
    described = words.before(first) == ", " and words.key(first - 1) in _DESCRIBED
    said = words.key(first - 2) in ("he", "she", "who") and words.key(first - 1) in ("was", "is")
    if (described or said) and closed and lone:
        return last
    opening = name and words[first - 1].key not in ("also", "however", "meanwhile", "then", "but", "so", "yet", "and")
    return last if opening and closed and lone and _plain_name(words, first - 1) else None


def _plain_name(words: Words, index: int) -> bool:
    return (
        words.key(index)[:3] not in ("jan", "feb", "apr", "aug", "sep", "oct", "nov", "dec")
        or len(words.raw(index)) > 9
    )


def whole_after(words: Words, last: int) -> tuple[int, float | None] | None:
    """Last lexeme and size of the whole of "nine of the 10", "one in 10,000"; size None where it is not given."""
    keys = words.keys(last + 1, 4)
    if keys[:1] == ("in",) and words.raw(last + 2)[:1].isdigit() and words.gap(last + 1) == " ":
        return last + 2, words[last + 2].value
    skip = 1 if keys[:2] == ("out", "of") else 0
    if len(keys) <= skip or keys[skip] != "of":
        return None
    at = last + 2 + skip
    while words.key(at) in ("the", "its", "their", "his", "her", "those", "these", "at", "least", "all"):
        at += 1
    if words.raw(at)[:1].isdigit() and words.gap(at)[:1] != "%":
        return at, words[at].value
    definite = words.key(at) in ("them", "whom", "which") or at > last + 2 + skip
    return (at - 1, None) if definite else None


def strength_after(words: Words, last: int) -> int | None:
    """The last lexeme of "-strong" after the number; None where it is something else."""
    return last + 1 if words.key(last + 1) == "strong" and words.gap(last) in ("-", "‑", " ") else None


_CAUSAL = vocabulary("because since after when while")
"""Words that begin a clause of what is so: "expected to rise because some 20 were hurt"."""


def aimed_for(words: Words, first: int) -> bool:
    """Whether the few words before say that the number is a target, an offer or a possibility."""
    for at in range(first - 1, max(first - 8, -1), -1):
        if set(words.gap(at)) & set(".;!?") or words.key(at) in _CAUSAL:
            return False
        if words.key(at) in _AIMS or (words.raw(at) == "may" and at > 0):
            return True
    return False


def money_noun(words: Words, first: int, last: int) -> str | None:
    """What a sum is: "a $5m fine", "a profit of $3bn", "$2m in damages"; None where nothing next to it says."""
    after = words.key(last + 1)
    if words.gap(last) == " " and after.isalpha() and words.key(first - 1) in ("a", "the", "an", "its", "their", "his"):
        return singular(after)
    if words.key(first - 1) == "of" and first >= 2 and words.key(first - 2) not in ("sum", "total", "cost", "one"):
        return singular(words.key(first - 2))
    if words.key(last + 1) in ("in", "of") and words.key(last + 2).isalpha() and words.key(last + 2) not in TIMES:
        skip = (
            last + 2 if words.key(last + 2) not in ("the", "a", "its", "total", "net", "annual", "damage") else last + 3
        )
        return (
            singular(words.key(skip))
            if not words.raw(skip)[:1].isupper() and not words.raw(skip)[:1].isdigit()
            else None
        )
    return None
