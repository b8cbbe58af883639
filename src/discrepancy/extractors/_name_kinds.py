"""Person, place or group: what the words around a name's mentions tell, by a vote over all of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from discrepancy.extractors._name_words import (
    COMPANY_SUFFIXES,
    GROUP_NOUNS,
    PLACE_BEFORE,
    PLACE_NOUNS,
    TITLES,
    word_set,
)

_BEFORE: Final = re.compile(r"(?:([^\W_]+)\W{1,3})?([^\W_]+)[\s(]{1,2}$")
_AFTER: Final = re.compile(r"^(?:['’]s?)?(,?)\s+([^\W_]+)")
_AGE: Final = re.compile(r"^,? ?\(?\d{2}\b(?! per| percent|%)")
_PERSON_AFTER: Final = word_set("who whose aged himself herself")
_SAYING: Final = word_set("said says told added tweeted explained recalled")
_CALLED: Final = word_set("callsign named nicknamed")
_GROUP_AFTER: Final = word_set("""
group militants fighters members spokesman spokeswoman spokesperson affiliate reported shares employees staff
executives officials correspondent
""")
_PLACE_AFTER: Final = word_set("""
province oblast region city town village district county governorate area island river border suburb airport
""")
_PLACE_LEADS: Final = word_set("town city village province region district capital state island county")


def kind_votes(text: str, start: int, end: int) -> Counter[str]:
    """What one mention's own words and surroundings speak for, with weights."""
    votes: Counter[str] = Counter()
    name = text[start:end]
    words = name.split()
    last = words[-1].lower()
    if last in GROUP_NOUNS or last in COMPANY_SUFFIXES or words[0].lower() in GROUP_NOUNS or _headed(words):
        votes["group"] += 4
    if last in PLACE_NOUNS or words[0].lower() in ("mount", "lake", "gulf", "cape", "port", "st."):
        votes["place"] += 3
    if len(words) == 1 and name.isupper() and len(name) > 1:
        votes["group"] += 2
    before = _before(text[max(0, start - 30) : start])
    after = _after(text[end : end + 30], alone=len(words) == 1)
    if before["place"]:  # "an engineer from Moscow who ...": the clause is the engineer's
        after.pop("person", None)
    return votes + before + after


def _headed(words: list[str]) -> bool:
    """Observatory for Human Rights, Ministry of Justice: the head stands before the small word."""
    return any(b in ("of", "for") and a.lower() in GROUP_NOUNS for a, b in pairwise(words))


def _before(context: str) -> Counter[str]:
    match = _BEFORE.search(context)
    if not match:
        return Counter()
    earlier, word = (match.group(1) or "").lower(), match.group(2).lower()
    if word in TITLES and word not in ("foreign", "interior", "former", "acting", "defence", "defense"):
        return Counter(person=3)
    if word in _CALLED:
        return Counter(person=3)
    if word == "of" and earlier in _PLACE_LEADS:
        return Counter(place=4)
    if word in PLACE_BEFORE:
        return Counter(place=2)
    return Counter(group=1) if word == "the" else Counter()


def _after(context: str, *, alone: bool) -> Counter[str]:
    votes: Counter[str] = Counter()
    if _AGE.match(context):
        votes["person"] += 3
    match = _AFTER.match(context)
    comma, word = (match.group(1), match.group(2).lower()) if match else ("", "")
    if word in _PERSON_AFTER:
        votes["person"] += 3
    if word in _SAYING:
        votes["said"] += 1 if alone else 2
    if word in _PLACE_AFTER:
        votes["place"] += 3
    if word in _GROUP_AFTER:
        votes["person" if comma else "group"] += 3
    return votes


def decide(votes: Iterable[Counter[str]]) -> str:
    """The kind that most speaks for; other when nothing does or two speak alike."""
    total: Counter[str] = Counter()
    for vote in votes:
        total.update(vote)
    said = total.pop("said", 0)
    if not total["place"] and not total["group"]:
        total["person"] += said
    ranked = total.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return "other"
    return ranked[0][0]
