"""Gatherings: which numbers of a text are of those who came to one, and what the words around such a number tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from discrepancy.detectors._aspects import around, clause
from discrepancy.detectors._events import Event, background, interval, meet, name_words, of_another
from discrepancy.detectors._values import shown, size
from discrepancy.extractors._lexemes import vocabulary
from discrepancy.model import LineKind, Quantity, Reading
from discrepancy.people import NATIONALITIES

_SORTS = {
    "protest": r"march(?:es|ers|ed|ing)?|rall(?:y|ies|ied)|protest(?:s|ers|ors|ed|ing)?|demonstrat(?:ions?|ors|ed|ing)"
    r"|sit-in|walkout|strikes?|took to the streets",
    "mourning": r"funerals?|vigils?|memorial|burial|mourners",
    "match": r"match|game|fixture|bout|final",
    "show": r"concert|festival|fair|parade|carnival|exhibition",
}
_SORT = re.compile(
    r"\b(?:" + "|".join(f"(?P<{sort}>{words})" for sort, words in _SORTS.items()) + r")\b", re.IGNORECASE
)
_CROWD = re.compile(r"\b(?:turnout|attendance|crowds?|gathering|procession|column|streets)\b", re.IGNORECASE)
"""Words for those who came, of whatever sort of gathering."""
_NOUNS = NATIONALITIES | vocabulary(
    "person citizen protester demonstrator marcher mourner participant attendee spectator visitor guest worshipper"
    " crowd supporter fan resident worker activist"
)
"""Who is counted where a whole crowd is: women, pupils and farmers may be some of it."""
_MOVED = (
    r"(?:march(?:ed|ing)|rall(?:ied|ying)|demonstrat(?:ed|ing)|protest(?:ed|ing)"
    r"|(?:took|taken|taking|poured) (?:in|on)?to the streets"
    r"|hit the streets|turned out|walked (?:in|through|down|along)|thronged|paraded)"
)
_MET = (
    r"(?:gathered|assembled|a?massed|converged|attended|took part|joined|participated|showed up|turned up|came|filled"
    r"|packed|lined|flocked|poured)"
)
_AFTER = re.compile(
    r"^(?: of)?(?: (?!and\b|or\b|when\b|after\b|as\b|were\b|was\b)[\w’'-]{2,15}){0,3}?(?: (?:who|that))?"
    rf"(?: (?:have|had|has|were|are))?(?: been)?(?: \w{{3,12}}ly)? (?:(?P<moved>{_MOVED})|{_MET})\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?:turnout|attendance|crowd|size|march|rally|protest|demonstration|gathering|procession|column|funeral|vigil)\b"
    r"[^.;:]{0,60}?\b(?:at|of|numbered|numbering|drew|drawn|attracted|mobili[sz]ed|brought out|to be|attended by|was)"
    r"|\battended by|\b(?:organi[sz]ers|police|officials|authorities|witnesses|monitors|reporters|unions?)\b"
    r"[^.;:]{0,60}?\b(?:spoke of|claimed|counted|estimated|there were))(?: an?)?(?: approximate| estimated)? $",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"\b(?P<who>police|organi[sz]ers|authorities|officials|monitors|witnesses|reporters|unions?)\b(?:, [^.;:,]{0,60},)?"
    r"[^.;:,]{0,40}? (?:put|estimated|spoke|counted|said|claimed|gave|reckoned)\b(?:[^.;:\d]|\b\d{1,2}\b(?!,)){0,60}$",
    re.IGNORECASE,
)
"""Who counted, with no other number between: "police put the march at 3,000"."""
_SOME = re.compile(
    r"\b(?:another|further|additional|extra|others?|groups? of|band of|some of|among|including|part of|town of|city of"
    r"|village of|population of|home to|deployed)\b[^.;:]{0,24}$",
    re.IGNORECASE,
)
"""Before a number that is of some of them, of others, or of those who live there."""
_ELSE = re.compile(
    r"\b(?:expect\w{0,3}|hop(?:e|es|ed|ing)|plan(?:s|ned|ning)?|could|would|will|may|might|if|capacity|invited|permits?"
    r"|up to"
    r"|gr[eo]wn?|grow(?:s|ing)|swell\w{0,3}|swollen|swelled|initially|at first|alone|nearby|usual\w{0,2}|every|each)\b",
    re.IGNORECASE,
)
"""Words beside a number that is hoped for, of one stage, or of a part."""
_WIDE = re.compile(
    r"\bnation-?wide\b|\b(?:around|across|throughout|all over) (?:the|its) (?:country|nation|world|region|state)\b"
    r"|\bcities\b|\bcountrywide\b|\bworldwide\b|\bacross (?-i:[A-Z])",
    re.IGNORECASE,
)
_HARMED = frozenset(("kill", "injure", "arrest", "kidnap", "displace", "evacuate", "deploy", "vote", "detain"))
_LEAST = 100
"""Below this a number is of a group in the crowd as often as of the crowd."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many came to a gathering, in one statement."""

    reading: Reading
    quantity: Quantity
    sorts: frozenset[str]
    """What sort of gathering the words say; empty where they do not."""
    places: frozenset[str]
    """Words of the names beside the number."""
    wide: bool
    """Whether it is the sum of a country or of several towns."""
    counter: str | None
    """Who counted, where the clause says it."""


def crowd(reading: Reading, earlier: str, quantity: Quantity, event: Event) -> Crowd | None:
    """The crowd of the article's own event that a number counts, if it does. `earlier` is the statement before."""
    before, after = around(reading, quantity)
    text = reading.statement.text
    if not _whole(reading, quantity, before) or not _came(text, earlier, before, after):
        return None
    after = clause("", after.partition(" (")[0])
    own = before + shown(quantity, reading.statement.article.text) + after
    if of_another(own) or _ELSE.search(before + after) or not _of_its_days(reading, event, own):
        return None
    low, high = quantity.number_span[0] - len(before), quantity.number_span[1] + len(after)
    names = (name for name in reading.names if name.kind not in ("person", "group"))
    places = name_words(name.text for name in names if low <= name.start <= high)
    wide = not places and bool(_WIDE.search(after))
    told = _COUNTER.search(text[: quantity.number_span[0] - reading.statement.start][-160:])
    return Crowd(
        reading, quantity, _sorts(text) or _sorts(earlier), places, wide, told["who"].lower() if told else None
    )


def _whole(reading: Reading, quantity: Quantity, before: str) -> bool:
    """Whether a number is of people of no special sort, and of no part of them."""
    if quantity.role != "count" or quantity.part_of is not None or quantity.target or size(quantity) < _LEAST:
        return False
    noun = quantity.noun
    people = noun is None or noun in _NOUNS
    body = reading.statement.kind is not LineKind.CAPTION
    return body and people and quantity.state not in _HARMED and not _SOME.search(before)


def _came(text: str, earlier: str, before: str, after: str) -> bool:
    """Whether the words around a number say of those counted that they came, and to what is named."""
    named = any(pattern.search(told) for pattern in (_SORT, _CROWD) for told in (text, earlier))
    found = _AFTER.match(after)
    return bool(found and found["moved"]) or (named and bool(found or _BEFORE.search(before)))


def _of_its_days(reading: Reading, event: Event, own: str) -> bool:
    days = [day for date in reading.dates if date.text in own and (day := interval(date)) is not None]
    return meet(days, event.days, 1) and background(reading) != "war"


def _sorts(text: str) -> frozenset[str]:
    return frozenset(found.lastgroup for found in _SORT.finditer(text) if found.lastgroup)
