"""When two spellings are one name: token by token, since no distance over the whole name tells Iran from Iraq.

By plain similarity Iran/Iraq scores as high as Kyiv/Kiev (75), and Austria/Australia (88) higher than
Volodymyr/Vladimir (78). So each word is folded by the usual transliterations first, and one slip of the pen is
forgiven only in a long word, or in a word whose neighbours agree.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from anyascii import anyascii
from rapidfuzz.distance import OSA

from discrepancy.extractors._name_words import ARABIC_ARTICLES


def _folded(groups: tuple[str, ...]) -> dict[str, str]:
    return {variant: names.split()[0] for names in groups for variant in names.split()}


EXONYMS: Final = _folded((
    "kyiv kiev", "kharkiv kharkov", "odesa odessa", "lviv lvov lemberg", "chornobyl chernobyl", "donbas donbass",
    "luhansk lugansk", "mykolaiv nikolaev nikolayev", "dnipro dnepr", "chernihiv chernigov", "rivne rovno",
    "zaporizhzhia zaporozhye zaporizhzhya zaporizhia", "sloviansk slavyansk", "sievierodonetsk severodonetsk",
    "mumbai bombay", "kolkata calcutta", "chennai madras", "bengaluru bangalore", "myanmar burma", "yangon rangoon",
    "beijing peking", "guangzhou canton", "turkiye turkey", "eswatini swaziland", "makkah mecca", "quran koran",
))  # fmt: skip
"""Places, and a book, that English has two names for, first the one that they are folded to. General, and short: what
any desk knows to be one, so that its two names are its house style and no discrepancy."""

OTHER_FORMS: Final = EXONYMS | _folded((
    "qaddafi gaddafi gadhafi kadafi gathafi", "hezbollah hizbullah hizbollah hizballah",
    "mohammed muhammad mohamed mohammad muhammed mohamad", "osama usama", "yusuf yousef youssef yousuf",
    "volodymyr vladimir wladimir", "oleksandr aleksandr alexander", "mykola nikolai nikolay",
    "serhiy sergei sergey", "dmytro dmitry dmitri", "oleh oleg", "ihor igor", "yevhen yevgeny evgeny yevgeniy evgeniy",
    "andriy andrei andrey", "mykhailo mikhail", "kyrylo kirill", "oleksiy alexei aleksei alexey aleksey",
    "pavlo pavel", "petro pyotr", "olena elena yelena", "kateryna ekaterina yekaterina", "mykyta nikita",
    "zelensky zelenskyy zelenskiy zelenskyi selenskyj",
    "daesh daish", "sanaa sana",
))  # fmt: skip
"""Words that transliteration does not bring together, likewise; those that are no places are found to differ."""

FOLDS: Final = (
    ("yo", "e"), ("ye", "e"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("th", "t"), ("dj", "j"),
    ("tz", "ts"), ("w", "v"),
    ("x", "ks"), ("q", "k"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ae", "ai"), ("y", "i"),
)  # fmt: skip
"""Transliterations of one letter of another script, in the order in which they are applied."""

_FEMININE: Final = re.compile(r"(?:iyy?[ae]|i[ae](?=h))h?$")
"""The ending that is written -iya, -iyah, -iyeh, -iyyah, -ieh."""
_DOUBLED: Final = re.compile(r"(.)\1")
_HYPHENATED_ARTICLE: Final = re.compile(r"\b[AaEe](?:[dnrstz]|sh)-(?=[A-Z])")
_PARTS: Final = re.compile(r"[^\W_]+")
_VOWELS: Final = re.compile(r"[aeiou]")
_MIN_SLIP = 5
"""Shortest word in which one letter may differ: shorter ones ("Mark", "Mary") are other names too often."""
_UNSURE: Final = ([frozenset("ou")], [frozenset("ei")])
"""Vowels that transliterators of Arabic and Persian choose between: Hormozgan, Hormuzgan."""
_SHORT_VOWELS: Final = (*_UNSURE, [frozenset("ae")], [frozenset("ai")])
"""Those that they choose between where the script leaves the vowel out: Kishkia, Kashkia."""
_MIN_SWAP = 6
"""Shortest single-word name in which two neighbouring letters may be swapped."""
_MIN_SHORT_VOWEL = 7
_TWO_PLACES: Final = frozenset({"kolombia", "kolumbia", "colombia", "columbia"})
_EAST_SLAVIC: Final = tuple(
    (re.compile(ukrainian), russian)
    for ukrainian, russian in (("h", "g"), ("i(?=v$|vka$)", "o"), ("(?<=[eo]v)e$", "o"), ("(?<=ts)ia$", "a"))
)
"""What a name written after its Ukrainian form has where one after the Russian has another letter, folded: Halahan and
Galagan, Horlivka and Gorlovka, Debaltseve and Debaltsevo."""
_MIN_EAST_SLAVIC: Final = 6
"""Shortest word that these letters leave one name: Mark Hill and Mark Gill are two people."""
_ASSIMILATED: Final = re.compile(r"^[ae](?=([dnrstz])\1)")
"""An Arabic article run into its noun: Deir Ezzor for Deir al-Zor."""
_LONG_I: Final = re.compile(r"ei|ai|ey|ay|ee")
_ARABIC_PLACES: Final = frozenset(
    "deir dayr der ras tel tal tall bab abu umm beit bayt ain kafr kfar wadi jabal jebel".split()
)
"""Words that begin names of places, and that an article follows."""


@lru_cache(maxsize=4096)  # every name of an event is held against every other
def fold(word: str) -> str:
    """A word without accents, case and the choices that a transliterator makes.

    Andriy and Andrii, Atme and Atmeh, Qaeda and Qaida fold to the same; Iran and Iraq do not.
    """
    plain = anyascii(word).lower()
    plain = _FEMININE.sub("ia", OTHER_FORMS.get(plain, plain))
    for old, new in FOLDS:
        plain = plain.replace(old, new)
    plain = _DOUBLED.sub(r"\1", plain)
    return plain[:-1] if len(plain) > 3 and plain.endswith("h") else plain


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, lower-case, hyphens and apostrophes taken as breaks, articles left out."""
    parts = tuple(part.lower() for part in _PARTS.findall(_HYPHENATED_ARTICLE.sub("", name)))
    if parts[:1] and parts[0] in _ARABIC_PLACES:
        parts = (parts[0], *(_ASSIMILATED.sub("", part, count=1) for part in parts[1:]))
    return (
        tuple(p for p in parts if p not in ("the", "al", "el") and not (p in ARABIC_ARTICLES and len(parts) > 3))
        or parts
    )


def key(name: str) -> tuple[str, ...]:
    """What spellings of one name have in common."""
    return tuple(fold(word) for word in words_of(name))


def consonants(word: str) -> str:
    """A folded word with one sign for every vowel."""
    return _VOWELS.sub("*", word)


def of_close_vowels(word: str) -> str:
    """A folded word with one sign for the vowels that transliterators choose between: Zitan and Zeitan, Morek and
    Murik."""
    return _LONG_I.sub("i", word).replace("e", "i").replace("o", "u")


def skeleton(name: str) -> str:
    """What is left of a name without its vowels: Daraa and Deraa, Saida and Seyda may be one place, transliterated."""
    return " ".join(_VOWELS.sub("", word) for word in key(name))


def east_slavic(words: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words as they would be folded from the Russian form of an East Slavic name."""
    found = list(words)
    for ukrainian, russian in _EAST_SLAVIC:
        found = [ukrainian.sub(russian, word) for word in found]
    return tuple(found)


def is_slip(a: str, b: str, *, neighbours: int) -> bool:
    """Whether two words differ by one slip of the pen, given how many words beside them agree."""
    if a == b or a[0] != b[0] or not (a.isalpha() and b.isalpha()):
        return False
    if len(a) == len(b) and sorted(a) == sorted(b) and min(len(a), len(b)) >= _MIN_SWAP:
        return OSA.distance(a, b) == 1
    if len(a) == len(b) and _other_vowel(a, b, neighbours):
        return True
    if neighbours and _LONG_I.sub("i", a) == _LONG_I.sub("i", b):
        return True  # Kafr Zita and Kafr Zeita
    shortest = _MIN_SLIP if neighbours < 2 else _MIN_SLIP - 1
    if neighbours and sorted((a, b)) == [min(a, b, key=len), f"{min(a, b, key=len)}e"] and min(len(a), len(b)) > 3:
        return True  # Rait and Raite
    if neighbours < 1 or min(len(a), len(b)) < shortest or _other_gender(a, b):
        return False
    return OSA.distance(a, b) == 1 or _VOWELS.sub("", a) == _VOWELS.sub("", b)


def _other_vowel(a: str, b: str, neighbours: int) -> bool:
    """Whether one vowel was transliterated otherwise, in a long word or in one beside words that agree."""
    differing = [frozenset(pair) for pair in zip(a, b, strict=True) if pair[0] != pair[1]]
    if differing in _UNSURE:
        return (len(a) >= _MIN_SWAP or neighbours > 0) and not {a, b} <= _TWO_PLACES
    inner = a[-1] == b[-1]
    return neighbours < 1 and inner and len(a) >= _MIN_SHORT_VOWEL and differing in _SHORT_VOWELS


def _other_gender(a: str, b: str) -> bool:
    """Maria and Mario, Ivanov and Ivanova: an ending that makes another person."""
    return (a[-1] in "aeiou" or b[-1] in "aeiou") and a[-1] != b[-1]


def is_variant(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two folded names are one name, of East Slavic origin or but for a slip in one of their words."""
    if len(a) != len(b) or a == b:
        return False
    differing = [(left, right) for left, right in zip(a, b, strict=True) if left != right]
    long = all(min(len(left), len(right)) >= _MIN_EAST_SLAVIC for left, right in differing)
    if long and east_slavic(a) == east_slavic(b):
        return True
    return len(differing) == 1 and is_slip(*differing[0], neighbours=len(a) - 1)
