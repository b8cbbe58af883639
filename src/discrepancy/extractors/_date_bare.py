"""Months, seasons and years that stand alone, and so are dates only in the right company: "in May", "since 2013"."""

from __future__ import annotations

import re

from discrepancy.extractors import _calendar as calendar
from discrepancy.extractors._date_atoms import Atom, Rule, of_partial, rule
from discrepancy.extractors._date_words import ANY_MONTH, FUNCTION_WORDS, SEASON, YEAR, month_number
from discrepancy.extractors._partial import Partial

_MONTH_CUE = re.compile(
    r"\b(?:in|since|until|till|by|of|last|next|this|during|from|late|early|mid|before|after|between|through|throughout|for"
    r"|around|to|end|each|every|begin|start)[\s-]$",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(r"\b(?!(?:end|start|beginning|middle|half|part|month|rest|all|as) )\w{2,11} of $")
"""Before a person named as a month is: "the killing of Jan Smit"; the end of May is none."""
_PLURAL_NEXT = re.compile(r"\s([a-z]{3,20}s|people|men|women|children|police|personnel)\b")
_UNSURE_MONTHS = ("May", "MAY", "March", "MARCH", "June", "JUNE", "April", "APRIL", "August", "AUGUST")


def counts_next(text: str, end: int) -> bool:
    """Whether a plural noun follows at `end`, so that a number before it counts things: "2023 fighters"."""
    found = _PLURAL_NEXT.match(text, end)
    return found is not None and found[1] not in FUNCTION_WORDS


def _bare_season(found: re.Match[str]) -> Atom | None:
    if not _free_after(found.string, found.end()) or found.string.startswith(" of", found.end()):
        return None
    return of_partial(found.start("span"), found.end(), Partial(season=calendar.SEASONS[found["s"].lower()]))


def _bare_month(found: re.Match[str]) -> Atom | None:
    text, word = found.string, found["m"]
    before = text[max(0, found.start() - 14) : found.start()]
    named = re.match(r"\s[A-Z][a-z]", text[found.end() : found.end() + 3])
    if named and (len(word) == 3 or word in _UNSURE_MONTHS) and _OF_SOMEBODY.search(before):
        return None
    cued = bool(_MONTH_CUE.search(before)) and not (word.upper() == "MAY" and re.search(r"\bof\s$|\bto\s$", before))
    short = len(word) == 3 and word.upper() != "MAY"
    if not cued and (short or word in _UNSURE_MONTHS or named):
        return None
    if (
        not cued
        and re.search(r"[A-Z][a-z]{2,15}\s$", before)
        and not re.search(r"(?:^|[.!?]\s)[A-Z]\w{1,12}\s$", before)
    ):
        return None
    return of_partial(*found.span(), Partial(month=month_number(word)))


_STRONG = re.compile(r"(?:\b(?:in|since|during|throughout|year|early|mid|late|circa)[\s-]|\()$", re.IGNORECASE)
_WEAK = re.compile(r"\b(?:by|of|until|till|to|from|before|after|around|between|for)\s$", re.IGNORECASE)
_AT_LEAST = re.compile(r"\b(?:until|till|to|by|through)\sat\sleast\s$", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:\b(?:the|its|their|his|her|our|a)|['’]s)\s$", re.IGNORECASE)


def _free_after(text: str, end: int) -> bool:
    """Whether what follows is no noun: the end, punctuation, a function word or a new name."""
    rest = re.match(r"\s([A-Za-z]{1,20})\b(?!-)", text[end : end + 24])
    if rest is None:
        return not re.match(r"\s?\d|-[a-z]|\.[a-z]", text[end : end + 3])
    return rest[1] in FUNCTION_WORDS or rest[1][0].isupper()


_NUMBERED = re.compile(
    r"\s?(?:GMT|UTC|hrs|hours|local)\b|\sblocks?\b|\s(?:[A-Z][A-Za-z]{1,20}\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Boulevard|Lane)\b"
)
"""What follows a clock time or a house number: "1800 GMT", "the 1900 block of", "at 2010 Elm Street"."""


def _bare_year(found: re.Match[str]) -> Atom | None:
    text, end = found.string, found.end()
    before = text[max(0, found.start() - 22) : found.start()]
    if _NUMBERED.match(text, end):
        return None
    if _STRONG.search(before):
        fits = not counts_next(text, end) or bool(re.search(r"(?:since|during|[.!?]\sIn|^In)\s$", before))
    elif _WEAK.search(before) or _AT_LEAST.search(before):
        fits = _free_after(text, end)
    else:
        fits = (
            bool(_DEFINITE.search(before))
            and bool(re.match(r"\s[A-Za-z]", text[end : end + 2]))
            and not counts_next(text, end)
        )
    return of_partial(*found.span(), Partial(int(found[0]))) if fits else None


def _year_range(found: re.Match[str]) -> Atom | None:
    first = int(found["y"])
    last = int(found["z"]) if len(found["z"]) == 4 else first // 100 * 100 + int(found["z"])
    if not first < last <= first + 300 or counts_next(found.string, found.end()):
        return None
    value = calendar.interval(calendar.year(first), calendar.year(last))
    return Atom(*found.span(), lambda _reference, _future: value, ranged=True)


RULES: tuple[Rule, ...] = (
    rule(
        r"(?:[Dd]uring|[Ii]n|[Tt]hroughout|[Oo]ver|[Tt]hrough|[Ss]ince|[Uu]ntil|[Bb]y)\s"
        rf"(?P<span>(?:the\s)?(?P<s>{SEASON})(?:\s(?:months|season))?)\b(?!-)",
        _bare_season,
    ),
    rule(rf"(?P<y>{YEAR})(?:\s?[-–—/]\s?|\s(?:to|till|until|through|and)\s)(?P<z>{YEAR}|\d\d(?![\d:%]))", _year_range),
    rule(rf"(?P<m>{ANY_MONTH})\b(?!['’]s\s[A-Z]|-[a-z])", _bare_month),
    rule(YEAR, _bare_year),
)
