"""One name, spelled in two ways, in different sources or in one.

The spellings are one name by token-wise rules of transliteration or one slip of the pen; a longer and a shorter form
("Jane Smith", "Smith") are no two spellings. One discrepancy for one name, a side for each spelling.

Fires:
    "Governor Oleksiy Hrynko spoke." / "Governor Oleksii Hrynko spoke."
    "the Harbour Trust" / "the Harbuor Trust"
    "the Al-Noor Front" / "the Noor Front"
    "the clerk Oleh Halenko" / "the clerk Oleg Galenko" (after the Ukrainian and after the Russian form)

Stays silent:
    "ACME'S CHIEF" / "Acme's chief" (case and possessives)
    "the World Health Organisation (WHO)" / "WHO" (an acronym and what it stands for)
    "the Defence Ministry" / "the Defense Ministry" (British and American spelling of an English word)
    "Al-Noor Front" / "Al Noor Front", "Oak-Hill Hospital" / "Oak Hill Hospital" (a hyphen is house style)
    "in Bombay" / "in Mumbai" (a place with two English names is house style too)
    "Al Brandt" / "Brandt" (a forename, and no Arabic article)
    "HD" / "HDD" (two acronyms)
    "the Oak Apartment complex" / "the Oak Apartments" (singular and plural of a common noun)
    "a Halley Award" / "the Halley Awards" (one of them, and all)
    "Omar al-Noor" / "Omar Noor" (the article before a surname comes and goes)
    "Omar al-Noor ... Noor" / "Omar al-Noor ... al-Noor" (so it does where the surname stands alone)
    "Harbour Group LLC and Harbour Group Inc, both of Lund" (who writes both in one sentence means two, unless two
    letters have changed places)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._spellings import Use, house_style, same_but_for_form, spelling_of
from discrepancy.extractors._name_links import GENERAL
from discrepancy.extractors._name_spelling import key, words_of
from discrepancy.model import Conflict, Evidence, Kind, NameMention, Position, Relation, Severity, Signal, Statement
from discrepancy.settings import Settings

MOST_STATEMENTS: Final = 5
"""Statements of one source on one side: enough to see that it is a habit and no slip."""
CONFIDENT: Final = 0.9
ARTICLE_ONLY: Final = 0.6
"""Confidence where only an Arabic article differs: house style more often than doubt."""

_AL: Final = re.compile(r"\b[ae]l[ -]$")
_SIC: Final = re.compile(r" ?[(\[]sic[)\]]", re.IGNORECASE)
_CREDIT: Final = re.compile(r".\b(?:Reuters|AFP|AP|Getty)\b")
_LETTERS: Final = re.compile(r"[^\W\d_]{1,2}(?![^\W\d_])")
_HYPHENATED: Final = re.compile(r"[^\W\d_]-[^\W\d_]")
_COMMON: Final = re.compile(r"\b[a-z]{4,20}\b")


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    hyphens = {article.id: bool(_HYPHENATED.search(article.text)) for article in evidence.articles}
    uses: dict[str, list[Use]] = defaultdict(list)
    for reading in evidence.readings:
        for mention in reading.names:
            known = mention.text in GENERAL or _explained(reading.statement, mention)
            if not known and not _is_debris(reading.statement, mention):
                uses[mention.canonical].append(Use(reading.statement, mention, spelling_of(mention.text)))
    common = {word for article in evidence.articles for word in _COMMON.findall(article.text)}
    told: set[frozenset[str]] = set()
    for canonical in sorted(uses, key=lambda name: (-len(name.split()), name)):
        for spellings in _shapes(_rejoined(uses[canonical]), hyphens):
            yield from _conflicts(canonical, spellings, common, told)
            break  # the fullest form in two spellings says it all: a shorter one repeats it


def _is_debris(statement: Statement, mention: NameMention) -> bool:
    """Whether a name was run together with the credit of a picture, holds letters that were decoded wrongly, or lacks
    the small "al" before it."""
    if _AL.search(statement.article.text, max(statement.start, mention.start - 3), mention.start):
        return True
    if _SIC.match(statement.article.text, mention.end) or mention.text.endswith("â"):
        return True  # somebody's own slip, and half of an apostrophe
    return "Ã" in mention.text or _CREDIT.search(mention.text) is not None


def _rejoined(uses: Sequence[Use]) -> list[Use]:
    """Uses whose last letter was taken for a possessive, "Charger" of "Chargers", given it back.

    That is so where another use spells the whole word: of "Syrias", in a text without apostrophes, none does.
    """
    spelled = {use.spelling for use in uses}
    whole = [replace(use, spelling=spelling_of(use.mention.text + _rest(use))) for use in uses]
    return [full if full.spelling in spelled else use for use, full in zip(uses, whole, strict=True)]


def _rest(use: Use) -> str:
    """The letters of the last word that the mention leaves out."""
    found = _LETTERS.match(use.statement.article.text, use.mention.end)
    return found[0] if found else ""


def _explained(statement: Statement, mention: NameMention) -> bool:
    """Whether a name stands in brackets, as the acronym or other name of what stands before them."""
    before = statement.article.text[max(statement.start, mention.start - 60) : mention.start]
    return before.rfind("(") > before.rfind(")")


def _shapes(uses: Sequence[Use], hyphens: dict[str, bool]) -> Iterator[dict[str, list[Use]]]:
    """Spellings of one form of a name (as many words, acronym or not) that differ; the fullest form first."""
    shapes: dict[tuple[int, bool], dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    for use in uses:
        text = use.mention.text
        shapes[len(key(text)), text.isupper() and " " not in text][use.spelling].append(use)
    for _, spellings in sorted(shapes.items(), reverse=True):
        kept = _without_lost_hyphens(spellings, hyphens)
        if len(kept) > 1:
            yield kept


def _without_lost_hyphens(spellings: dict[str, list[Use]], hyphens: dict[str, bool]) -> dict[str, list[Use]]:
    """Leave out what a text that has lost all its hyphens writes without them."""
    hyphenated = {spelling.replace("-", " ") for spelling in spellings if "-" in spelling}
    kept: dict[str, list[Use]] = {}
    for spelling, uses in sorted(spellings.items()):
        told = [use for use in uses if hyphens[use.statement.article.id] or spelling not in hyphenated]
        if told:
            kept[spelling] = told
    return kept


def _conflicts(
    canonical: str, spellings: dict[str, list[Use]], common: set[str], told: set[frozenset[str]]
) -> Iterator[Conflict]:
    """`told` holds the words that longer names were found to spell in two ways, and takes those of this one."""
    for left, right in combinations(sorted(spellings), 2):
        if house_style(left, right, canonical) or same_but_for_form(left, right, spellings, common):
            continue
        together = {use.statement.key for use in spellings[left]} & {use.statement.key for use in spellings[right]}
        if together and sorted(left) != sorted(right):
            continue
        differing = frozenset(set(left.split()) ^ set(right.split()))
        if differing in told:
            continue
        told.add(differing)
        confidence = ARTICLE_ONLY if words_of(left) == words_of(right) else CONFIDENT
        a, b = _positions(spellings[left]), _positions(spellings[right])
        question = _question(spellings[left], spellings[right])
        for first, second in [(x, b[0]) for x in a] + [(a[0], y) for y in b[1:]]:
            yield Conflict(
                kind=Kind.NAME,
                relation=Relation.VARIANT,
                detector="names",
                topic=canonical,
                a=first,
                b=second,
                confidence=confidence,
                severity=Severity.LOW,
                question=question,
                why=(Signal("one name", canonical),),
            )


def _question(a: Sequence[Use], b: Sequence[Use]) -> str:
    """Asks of a spelling that stands once whether it is a misprint; two transliterations of a name are none."""
    if key(a[0].mention.text) != key(b[0].mention.text):
        for once, usual in ((a, b), (b, a)):
            if _is_slip(once, usual) and not _is_known(once[0], usual[0]):
                return f"Is “{once[0].mention.text}” a misprint?"
    return "How is the name spelled?"


def _is_slip(once: Sequence[Use], usual: Sequence[Use]) -> bool:
    """Whether a spelling stands once, in an article that spells the name the other way as well."""
    return len(once) == 1 and any(use.statement.article.id == once[0].statement.article.id for use in usual)


def _is_known(once: Use, usual: Use) -> bool:
    """Whether the words that only the rarer spelling has stand in its article more often, in other names."""
    text = once.statement.article.text.lower()
    rare, other = set(once.mention.text.lower().split()), set(usual.mention.text.lower().split())
    counts = [sum(text.count(word) for word in words) for words in (rare - other, other - rare)]
    return counts[0] > counts[1]


def _positions(uses: Sequence[Use]) -> list[Position]:
    """A position for each statement of a spelling, at most `MOST_STATEMENTS` of one source."""
    spans: dict[tuple[str, int, int], list[Use]] = defaultdict(list)
    for use in uses:
        spans[use.statement.key].append(use)
    taken: dict[str, int] = defaultdict(int)
    positions = []
    for (article, _, _), found in spans.items():
        taken[article] += 1
        if taken[article] <= MOST_STATEMENTS:
            highlights = tuple((use.mention.start, use.mention.end) for use in found)
            positions.append(Position(found[0].statement, found[0].mention.text, highlights, found[0].spelling))
    return positions


PLUGIN = Detector("names", Kind.NAME, find, __doc__)
