"""Words that bound or blur a number: "at least", "nearly", "up to", "or so", and ranges."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.extractors._lexemes import Words, vocabulary
from discrepancy.extractors._numerals import SCALES, Numeral, numeral_at

_LEAST = (
    "at least", "more than", "over", "above", "upwards of", "in excess of", "no fewer than", "no less than",
    "not less than", "not fewer than", "a minimum of", "greater than", "well over", "exceeding",
)  # fmt: skip
_MOST = (
    "up to", "as many as", "as much as", "at most", "no more than", "not more than", "fewer than", "less than", "under",
    "below", "as few as", "a maximum of", "at the most",
)  # fmt: skip
_NEARLY = (
    "nearly",
    "almost",
    "close to",
    "just under",
    "approaching",
    "just over",
    "slightly over",
    "just shy of",
    "shy of",
)
_ABOUT = (
    "about", "around", "some", "roughly", "approximately", "an estimated", "estimated", "circa", "as high as",
    "as low as", "in the region of", "on the order of", "more or less",
)  # fmt: skip
_PLAIN = (
    "only",
    "just",
    "exactly",
    "a total of",
    "in all",
    "another",
    "a further",
    "the",
    "all",
    "other",
    "these",
    "those",
)
_PREFIXES = sorted(
    [
        *((tuple(p.split()), "least") for p in _LEAST),
        *((tuple(p.split()), "most") for p in _MOST),
        *((tuple(p.split()), "nearly") for p in _NEARLY),
        *((tuple(p.split()), "about") for p in _ABOUT),
        *((tuple(p.split()), "plain") for p in _PLAIN),
    ],
    key=lambda item: -len(item[0]),
)
_CHANGES = vocabulary(
    "increase increased rise rises rose risen raise raised revise revised climb climbed grow grew grown jump jumped"
    " surge surged soar soared swell swelled go goes went up update updated cut reduce reduced drop dropped fall fell"
    " fallen lower lowered shrink shrank decline declined down change changed double doubled"
)
"""Words before a figure that was another one before."""
_HANDED = vocabulary("hand hands handed handing turn turns turned turning")
"""Verbs to which an "over" belongs: "handed over 64 soldiers"."""
_LAST_WORDS = frozenset(prefix[-1] for prefix, _ in _PREFIXES)
BOUND_WORDS = frozenset(word for prefix, _ in _PREFIXES for word in prefix)


@dataclass(frozen=True, slots=True)
class Bounded:
    """A numeral with its modifiers: from lexeme `first` to `last`, both inclusive; `start` counts in characters."""

    first: int
    last: int
    low: float | None
    high: float | None
    approximate: bool
    bound: str = ""
    """least, most, nearly, about, range, or empty."""


def bounded(words: Words, numeral: Numeral, money: bool = False) -> Bounded:
    """`numeral` with the range that it opens and the modifiers around it."""
    found = _range(words, numeral, money)
    found = _prefixed(words, found)
    return _suffixed(words, found)


def _range(words: Words, numeral: Numeral, money: bool) -> Bounded:
    plain = Bounded(numeral.first, numeral.last, numeral.low, numeral.high, numeral.approximate)
    at = numeral.last + 1
    if numeral.low is None or numeral.high is None or at >= len(words):
        return plain
    between = words.key(numeral.first - 1) == "between" and words.key(at) == "and"
    if words.key(numeral.first - 1) == "from" and _CHANGES & frozenset(words.keys(numeral.first - 7, 6)):
        return plain  # "rose from 1,290 to 3,869" gives an old figure and a new one
    if "," in words.gap(numeral.last):
        return plain  # "up by 50%, to 3,869"
    dash = words.gap(numeral.last) in ("-", "–", "—", " – ", " - ")
    joined = between or words.key(at) in ("to", "or", "till", "through") or dash
    second = at if dash else at + 1
    if not joined or second >= len(words):
        return plain
    other = numeral_at(words, second, money or "$" in words.before(second))
    if other is None or other.low is None or other.high is None:
        return plain
    return _ranged(words, numeral, other, between)


def _ranged(words: Words, numeral: Numeral, other: Numeral, between: bool) -> Bounded:
    low, high = numeral.low or 0.0, other.high or 0.0
    if numeral.first == numeral.last and other.last > other.first and low < 1e3:
        low *= SCALES.get(words.key(other.last), 1.0)  # "2 to 3 million"
    if low >= high:
        return Bounded(numeral.first, numeral.last, numeral.low, numeral.high, numeral.approximate)
    first = numeral.first - 1 if between else numeral.first
    return Bounded(first, other.last, low, high, numeral.approximate or other.approximate, "range")


def _prefixed(words: Words, found: Bounded) -> Bounded:
    if words.key(found.first - 1) not in _LAST_WORDS:
        return found
    for prefix, bound in _PREFIXES:
        start = found.first - len(prefix)
        if start < 0 or words.keys(start, len(prefix)) != prefix or not _tight(words, start, found.first):
            continue
        if prefix == ("over",) and words.key(start - 1) in _HANDED:
            return found
        if bound == "plain":
            return _through_plain(words, found, start)
        return _apply(found, bound, start)
    return found


def _through_plain(words: Words, found: Bounded, start: int) -> Bounded:
    """ "at least another 12": the bound stands before a word that changes nothing. That word is not highlighted."""
    if found.bound != "range" and words.key(start) in ("another", "other", "further"):
        moved = _prefixed(words, Bounded(start, found.last, found.low, found.high, found.approximate))
        return moved if moved.bound else found
    return found


def _tight(words: Words, start: int, end: int) -> bool:
    """Whether only spaces and opening quotes or currency signs stand between the modifier's words and the number."""
    return all(set(words.gap(at)) <= set(" \u00a0\"“‘'$£€US") for at in range(start, end))


def _apply(found: Bounded, bound: str, first: int) -> Bounded:
    low, high = found.low, found.high
    if bound == "least":
        return Bounded(first, found.last, low, None, found.approximate and high != low, bound)
    if bound == "most":
        return Bounded(first, found.last, None, high, found.approximate and high != low, bound)
    if bound == "nearly" and low is not None and low == high:
        # "Nearly 50" is taken as 45 to 50: a tenth is how far such words reach in the seeds and clusters.
        return Bounded(first, found.last, 0.9 * low, high, True, bound)
    return Bounded(first, found.last, low, high, True, bound or "about")


def _suffixed(words: Words, found: Bounded) -> Bounded:
    keys = words.keys(found.last + 1, 2)
    if keys in (("or", "more"), ("and", "more"), ("and", "over"), ("or", "above")):
        return Bounded(found.first, found.last + 2, found.low, None, found.approximate, "least")
    if keys in (("or", "less"), ("or", "fewer"), ("or", "under")):
        return Bounded(found.first, found.last + 2, None, found.high, found.approximate, "most")
    if keys in (("or", "so"), ("or", "thereabouts")):
        return Bounded(found.first, found.last + 2, found.low, found.high, True, "about")
    if words.gap(found.last).startswith("+"):
        return Bounded(found.first, found.last, found.low, None, found.approximate, "least")
    return found
