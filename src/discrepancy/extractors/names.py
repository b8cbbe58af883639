"""Proper names where they stand, and which of them are one name.

A name is a stretch of capitalised words, with the small words that names hold inside. A capital that comes from the
beginning of a sentence or from a Title Case headline does not count; nor does a nationality, a title or a day alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from discrepancy.extractors import Extractor
from discrepancy.extractors._name_evidence import Evidence, candidates, gather, is_title_case
from discrepancy.extractors._name_kinds import decide, kind_votes
from discrepancy.extractors._name_links import Use, canonical_names, initials
from discrepancy.extractors._name_runs import Word
from discrepancy.extractors._name_words import GROUP_NOUNS, PLACE_NOUNS
from discrepancy.model import NameMention, Reading
from discrepancy.settings import Settings

_INTRODUCED: Final = re.compile(r"((?: [a-z]{1,15}){0,2}) \(((?:[A-Z][\w-]{1,11}[ ,]{0,2}){1,5})\)")
"""What follows an expansion that an acronym is given to: "Islamic State militants group (IS)"."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A name as it was found, before it is known which other names it belongs with."""

    article: str
    start: int
    end: int
    text: str


def read(readings: Sequence[Reading], settings: Settings) -> Sequence[Reading]:
    """Fill `names` of every reading; the mentions of one name share its fullest form."""
    evidence = gather(readings)
    plain = [list(_found(r, evidence, frozenset())) if not is_title_case(r) else [] for r in readings]
    known = frozenset(tuple(f.text.lower().split()) for found in plain for f in found)
    found = [list(_found(r, evidence, known)) for r in readings]
    kinds = _kinds(readings, found)
    introduced = tuple(_introduced(readings, found))
    canonical = canonical_names(_uses(found), introduced, settings.aliases, _persons(kinds))
    by_name = _kinds_of_canonical(canonical, kinds)
    return [
        replace(reading, names=tuple(_mention(f, canonical, by_name) for f in row))
        for reading, row in zip(readings, found, strict=True)
    ]


def _found(reading: Reading, evidence: Evidence, known: frozenset[tuple[str, ...]]) -> Iterator[_Found]:
    article = reading.statement.article
    for run in candidates(reading, evidence, known):
        end = _end(run[-1], article.id, evidence)
        yield _Found(article.id, run[0].start, end, " ".join(article.text[run[0].start : end].split()))


def _end(word: Word, article: str, evidence: Evidence) -> int:
    """Where a name ends, without the s of a possessive that has lost its apostrophe."""
    return word.end - 1 if evidence.bare_form(article, word) else word.end


def _uses(found: Sequence[Sequence[_Found]]) -> list[Use]:
    counts = Counter((f.article, f.text) for row in found for f in row)
    return [Use(article, text, count) for (article, text), count in sorted(counts.items())]


def _kinds(readings: Sequence[Reading], found: Sequence[Sequence[_Found]]) -> dict[str, Counter[str]]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for reading, row in zip(readings, found, strict=True):
        for name in row:
            votes[name.text].update(kind_votes(reading.statement.article.text, name.start, name.end))
    return votes


def _persons(kinds: Mapping[str, Counter[str]]) -> frozenset[str]:
    """Names that may be a person's, full or short: nothing in them or around them says place or group."""
    decided = {name: decide([votes]) for name, votes in kinds.items()}
    return frozenset(
        name
        for name, kind in decided.items()
        if kind in ("person", "other")
        and not name.isupper()
        and not any(word.lower() in GROUP_NOUNS | PLACE_NOUNS for word in name.split())
    )


def _introduced(readings: Sequence[Reading], found: Sequence[Sequence[_Found]]) -> Iterator[tuple[str, str]]:
    """Acronyms in brackets behind their expansion."""
    texts = frozenset(name.text for row in found for name in row)
    for reading, row in zip(readings, found, strict=True):
        for name in row:
            match = _INTRODUCED.match(reading.statement.article.text, name.end)
            short = match.group(2).replace(",", " ").split() if match else []
            if any(_abbreviates(text, name.text) for text in short):
                yield from ((text, name.text) for text in short if text in texts)


def _abbreviates(short: str, full: str) -> bool:
    first = initials(full)
    return short.isupper() and len(first) > 1 and (short == first or short.startswith(first))


def _kinds_of_canonical(canonical: Mapping[tuple[str, str], str], kinds: Mapping[str, Counter[str]]) -> dict[str, str]:
    spellings: dict[str, set[str]] = defaultdict(set)
    for (_, text), name in canonical.items():
        spellings[name].add(text)
    return {name: decide(kinds.get(text, Counter()) for text in sorted(texts)) for name, texts in spellings.items()}


def _mention(found: _Found, canonical: Mapping[tuple[str, str], str], kinds: Mapping[str, str]) -> NameMention:
    name = canonical[found.article, found.text]
    return NameMention(found.start, found.end, found.text, name, kinds[name])


PLUGIN = Extractor("names", read)
