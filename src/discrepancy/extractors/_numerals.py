"""Numerals: digits, number words, dozens and hundreds, as an interval of values.

Number words have a table of their own: text2num 3 rewrites a text without saying where a number stood, reads neither
"a quarter of a million" nor "a few dozen", and the 28 cardinals are all that is then left of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.extractors._lexemes import Words, vocabulary

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
CARDINALS = {word: float(value) for value, word in enumerate(_ONES.split())}
CARDINALS |= {word: 10.0 * value for value, word in enumerate(_TENS.split(), start=2)}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12}
_PLURALS = {"dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "tens": 10.0}
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "fifth": 0.2}
_SCORES_AFTER = vocabulary("of more were are was have had been dead killed injured wounded hurt missing also others")
_SCORES_BEFORE = vocabulary(
    "kill kills killed killing wound wounds wounded wounding injure injures injured injuring leaves leaving "
    "left arrest arrested arrests and"
)


OPENERS = frozenset((*CARDINALS, *_PLURALS, *_FRACTIONS, "scores", "a", "an", "the", "few", "several"))
"""The words that a numeral may begin with."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number from lexeme `first` to `last`, both inclusive. An open bound is None."""

    first: int
    last: int
    low: float | None
    high: float | None
    approximate: bool = False
    word: bool = False
    """Whether it is written in words."""


def numeral_at(words: Words, index: int, money: bool = False) -> Numeral | None:
    """The numeral that begins at lexeme `index`. `money` lets "m" after the digits mean million and not metre."""
    if words[index].digits:
        return _digits(words, index, money)
    return _vague(words, index) or _articled(words, index) or _cardinal(words, index)


def _digits(words: Words, index: int, money: bool) -> Numeral:
    value = words[index].value
    last = index
    suffix = words.raw(index + 1).lower()
    if words.gap(index) == "" and suffix in _SUFFIXES and (money or suffix != "m"):
        value, last = value * _SUFFIXES[suffix], index + 1
    while words.joined(last) and words.key(last + 1) in SCALES:
        last += 1
        value *= SCALES[words.key(last)]
    return Numeral(index, last, value, value)


def _cardinal(words: Words, index: int) -> Numeral | None:
    """ "thirty", "twenty-five", "two hundred and five", "three thousand two hundred"."""
    if words.key(index) not in CARDINALS:
        return None
    total, part, last = 0.0, CARDINALS[words.key(index)], index
    while words.joined(last):
        at = last + 1
        if words.key(at) == "and" and words.key(last) in SCALES and words.key(at + 1) in CARDINALS and words.joined(at):
            at += 1
        key = words.key(at)
        if key in SCALES:
            part *= SCALES[key]
            if SCALES[key] >= 1e3:
                total, part = total + part, 0.0
        elif key == "dozen":
            return Numeral(index, at, part * 12, part * 12, True, True)
        elif key in CARDINALS and _continues(words.key(last), key):
            part += CARDINALS[key]
        else:
            break
        last = at
    return Numeral(index, last, total + part, total + part, False, True)


def _continues(last: str, key: str) -> bool:
    """Whether cardinal `key` goes on with a number that ends in `last`: "twenty" "five", "hundred" "thirty"."""
    return last in SCALES or (CARDINALS.get(last, 0) >= 20 and 1 <= CARDINALS[key] <= 9)


def _articled(words: Words, index: int) -> Numeral | None:
    """ "a dozen", "half a million", "a quarter of a million", "a few dozen", "several hundred", "a couple of"."""
    keys = words.keys(index, 5)
    return _few(keys, index) or _of_a_scale(keys, index) or _fraction(keys, index)


def _of_a_scale(keys: tuple[str, ...], index: int) -> Numeral | None:
    if keys[:1] not in (("a",), ("an",), ("the",)) or len(keys) < 2:
        return None
    if keys[0] != "the" and keys[1] in SCALES:
        exponent = 1.0
        last = index + 1
        if len(keys) > 2 and keys[2] in SCALES:
            exponent, last = SCALES[keys[2]], index + 2
        value = SCALES[keys[1]] * exponent
        return Numeral(index, last, value, value, True, True)
    if keys[0] != "the" and keys[1] == "dozen":
        return Numeral(index, index + 1, 12.0, 12.0, True, True)
    if keys[0] == "a" and keys[1] in ("couple", "pair") and keys[2:3] == ("of",):
        return Numeral(index, index + 2, 2.0, 2.0, keys[1] == "couple", True)
    return None


def _fraction(keys: tuple[str, ...], index: int) -> Numeral | None:
    """ "half a million", "a quarter of a million", "half a dozen"."""
    skip = 1 if keys[:1] == ("a",) else 0
    share = _FRACTIONS.get(keys[skip]) if len(keys) > skip else None
    rest = keys[skip + 1 :]
    if share is None or not rest:
        return None
    of = 1 if rest[0] == "of" else 0
    scale = SCALES | {"dozen": 12.0}
    if rest[of : of + 1] == ("a",) and len(rest) > of + 1 and rest[of + 1] in scale:
        value = share * scale[rest[of + 1]]
        return Numeral(index, index + skip + 2 + of, value, value, True, True)
    return None


def _few(keys: tuple[str, ...], index: int) -> Numeral | None:
    """A few is taken as 2 to 5, several as 3 to 9 of the unit named."""
    skip = 2 if keys[:2] == ("a", "few") else 1 if keys[:1] in (("several",), ("few",)) else 0
    scale = SCALES | {"dozen": 12.0}
    if not skip or len(keys) <= skip or keys[skip] not in scale:
        return None
    low, high = (3.0, 9.0) if keys[0] == "several" else (2.0, 5.0 if keys[skip] == "dozen" else 9.0)
    unit = scale[keys[skip]]
    return Numeral(index, index + skip, low * unit, high * unit, True, True)


def _vague(words: Words, index: int) -> Numeral | None:
    """ "dozens", "scores", "tens of thousands", "tens or hundreds of thousands"."""
    key = words.key(index)
    if key == "scores":
        after, before = words.key(index + 1), words.key(index - 1)
        counts = after in _SCORES_AFTER or before in _SCORES_BEFORE
        return Numeral(index, index, 40.0, None, True, True) if counts else None
    if key not in _PLURALS:
        return None
    return _tens_of_thousands(words, index) or (
        None if key == "tens" else Numeral(index, index, 2 * _PLURALS[key], None, True, True)
    )


def _tens_of_thousands(words: Words, index: int) -> Numeral | None:
    low, last = _PLURALS[words.key(index)], index
    high = low
    if words.key(last + 1) in ("or", "and") and words.key(last + 2) in _PLURALS:
        last += 2
        high = _PLURALS[words.key(last)]
    if words.key(last + 1) != "of" or words.key(last + 2) not in ("thousands", "millions", "billions"):
        return None
    unit = _PLURALS[words.key(last + 2)]
    # Nine of the larger unit is the most that the words allow: "hundreds of thousands" is less than a million.
    return Numeral(index, last + 2, low * unit, 9 * high * unit, True, True)
