"""The edges of a name: titles, nationalities and dates that stand beside it are no part of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from discrepancy.extractors._name_runs import Word
from discrepancy.extractors._name_words import CALENDAR, DEMONYMS, FUNCTION, GROUP_NOUNS, PEOPLES, PLACE_NOUNS, TITLES

_LANDS = frozenset("arabia federation kurdistan guiana polynesia samoa".split())
"""Words that make a land of a nationality: Saudi Arabia, the Russian Federation."""


def trim(run: tuple[Word, ...], inside: Counter[str], lower: frozenset[str]) -> tuple[Word, ...]:
    """A run without titles, nationalities and dates at its edges; empty when nothing of a name is left.

    `inside` counts the forms that stand capitalised inside sentences, `lower` holds those seen without a capital.
    """
    words_left = list(run)
    while words_left and _loose_end(words_left[-1]):
        words_left.pop()
    while words_left and _loose_start(words_left, inside, lower):
        words_left.pop(0)
        while words_left and not words_left[0].capital and "-" not in words_left[0].text:
            words_left.pop(0)
    if not words_left or (all(_never_alone(word) for word in words_left) and not _headed(words_left)):
        return ()
    return tuple(words_left)


def _headed(run: Sequence[Word]) -> bool:
    """Siberian Battalion, Defence Ministry, Islamic State: a name, although none of its words is one alone."""
    return len(run) > 1 and _organised(run[-1]) and run[0].lower not in CALENDAR and run[0].lower != run[-1].lower


def _loose_end(word: Word) -> bool:
    return (
        word.lower in CALENDAR or word.lower in FUNCTION - {"us", "it", "is"} or not (word.capital or "-" in word.text)
    )


def _loose_start(run: Sequence[Word], inside: Counter[str], lower: frozenset[str]) -> bool:
    first = run[0]
    if first.lower in CALENDAR:
        return True
    if len(run) == 1 or _organised(run[-1]):
        return False
    if first.lower in TITLES:
        return True
    if _is_demonym(first) and run[1].lower not in _LANDS:
        return bool(inside[run[-1].text]) and run[-1].lower not in lower and len(run) > 1
    return False


def _organised(word: Word) -> bool:
    return word.lower in GROUP_NOUNS or word.lower in PLACE_NOUNS


def _is_demonym(word: Word) -> bool:
    low = word.lower
    return low in DEMONYMS or (low.endswith("s") and low[:-1] in DEMONYMS) or low in PEOPLES


def _never_alone(word: Word) -> bool:
    """Russian, President, Tuesday, Battalion, of: words that make no name by themselves."""
    low = word.lower
    if word.text.isupper() and len(word.text) > 1 and low not in CALENDAR:
        return False
    plain = low[:-1] if low.endswith("s") and len(low) > 3 else low
    return (
        len(low) == 1
        or _is_demonym(word)
        or any(form in kind for form in (low, plain) for kind in (CALENDAR, TITLES, GROUP_NOUNS, PLACE_NOUNS, FUNCTION))
    )
