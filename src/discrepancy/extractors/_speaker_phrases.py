"""The noun phrase beside a verb of saying, read without a parse: collected text has too often lost its commas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from discrepancy.extractors._name_runs import Word
from discrepancy.extractors._name_words import CALENDAR, FUNCTION, PARTICLES, word_set

PRONOUNS: Final = word_set("he she they it i we who")
_DETERMINERS: Final = word_set(
    "the a an this that these those its his her their another one some several many most two three"
)
_ARTICLES: Final = word_set("the a an its his their")
_INSIDE: Final = word_set("of for and in at from with on")
_LINK: Final = word_set("of for and")
_STOPS: Final = word_set("""
as that which who when where while because but or if so then than after before since until although though whether not
also later earlier
has have had was were is are be been being will would could may might did do does and to by into about
""")
_ADVERBS: Final = word_set(
    "also later earlier then again now separately repeatedly since previously meanwhile reportedly however"
)
_NOUNS_IN_LY: Final = word_set("family ally assembly monopoly daily weekly monthly")
_TITLES: Final = frozenset(
    "St Dr Mr Mrs Ms Maj Gen Lt Col Sgt Capt Brig Adm Cpl Cmdr Det Supt Rep Sen Gov Prof Rev Hon Insp".split()
)
"""Short forms whose full stop ends no sentence."""
_MAX_PHRASE: Final = 14
_ENDS: Final = re.compile('[,;:.!?"“”()\\[\\]\n–—]')


def before(text: str, found: Sequence[Word], index: int, floor: int) -> tuple[int, int] | None:
    """The phrase that ends at word `index`, not going back beyond the offset `floor`.

    Stops at punctuation, at verbs and conjunctions, and at the article that begins a phrase.
    """
    while index >= 0 and _adverb(found[index].text) and found[index].start >= floor:
        index -= 1
    if index < 0 or found[index].start < floor:
        return None
    last = found[index]
    if last.lower in PRONOUNS:
        return (last.start, last.end)
    first = None
    for back in range(index, max(-1, index - _MAX_PHRASE), -1):
        word = found[back]
        if word.start < floor or (first is not None and _ENDS.search(text, word.after, first.start)):
            break
        if word.lower in _STOPS - {"and"} or (word.lower in CALENDAR and word.text[0].isupper()):
            break
        first = word
        inner = back > 0 and found[back - 1].lower in _INSIDE and found[back - 1].start >= floor
        if word.lower in _DETERMINERS and not inner:
            break
    return None if first is None else _narrowed(found, first, last)


def _adverb(word: str) -> bool:
    return word.lower() in _ADVERBS or (word.islower() and word.endswith("ly") and word not in _NOUNS_IN_LY)


def _narrowed(found: Sequence[Word], first: Word, last: Word) -> tuple[int, int] | None:
    """The subject alone, where a phrase before it has lost its comma.

    "about the incident Syrian state media said" is the media's; "an area in Jayrud town rebels said" the rebels'.
    """
    inside = [w for w in found if first.start <= w.start <= last.start]
    earlier = [w for w in found if w.start < first.start]
    capital = next((w for w in inside[2:] if w.capital and not w.initial), None)
    governed = bool(earlier) and earlier[-1].lower in ("about", "on", "in", "after", "to", "by")
    if governed and capital and first.lower in _DETERMINERS and first.start - earlier[-1].after == 1:
        before_it = inside[inside.index(capital) - 1]
        return ((before_it if before_it.lower in PARTICLES else capital).start, last.after)
    small = {w.lower for w in inside}
    crowded = len(inside) > 4 and small & (_INSIDE - _LINK) and not inside[0].initial
    if crowded and last.text[0].islower() and last.lower.endswith("s") and not last.possessive:
        return (last.start, last.after)
    return _trimmed(found, first, last)


def _trimmed(found: Sequence[Word], first: Word, last: Word) -> tuple[int, int] | None:
    inside = [w for w in found if first.start <= w.start <= last.start]
    while inside and inside[0].lower in FUNCTION - _DETERMINERS:
        inside.pop(0)
    whole = inside and not (len(inside) == 1 and last.lower in _ARTICLES)
    return (inside[0].start, last.after) if whole else None


def after(text: str, found: Sequence[Word], index: int, ceiling: int) -> tuple[int, int] | None:
    """The phrase that begins at word `index`: "said Denis Sokolov, co-founder ..." or "according to the army"."""
    if index >= len(found) or found[index].start >= ceiling:
        return None
    first = last = found[index]
    if first.lower in PRONOUNS or (first.lower in FUNCTION and first.lower not in _DETERMINERS):
        return None
    for word in found[index + 1 : index + _MAX_PHRASE]:
        if word.start >= ceiling or _ends(text, last, word):
            break
        if _begins_anew(word, last):
            break
        last = word
    return (first.start, last.end if last.lower not in _INSIDE else found[found.index(last) - 1].end)


def _ends(text: str, left: Word, right: Word) -> bool:
    """Whether punctuation parts two words; the full stop of "St. Moritz" does not."""
    gap = text[left.after : right.start]
    return bool(_ENDS.search(gap)) and not (gap == ". " and left.text in _TITLES)


def _begins_anew(word: Word, last: Word) -> bool:
    """Whether a word cannot go on with the phrase: a second article without "of", a number, a verb."""
    if last.lower in _INSIDE or last.lower in _DETERMINERS:
        return False
    low = word.lower
    return low in _DETERMINERS or low in _STOPS - {"and"} or (low in FUNCTION and low not in _INSIDE) or low in CALENDAR
