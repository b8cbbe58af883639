"""What a collection shows of its capitalised words: which are names wherever they stand.

The first word of a sentence has its capital from its place, and so has every word of a headline in Title Case.
Such a word is a name only when something else says so: the same word capitalised inside a sentence, or the tagger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from discrepancy.extractors._name_edges import trim
from discrepancy.extractors._name_runs import Word, runs, words
from discrepancy.extractors._name_spelling import fold
from discrepancy.extractors._name_words import DEMONYMS, FUNCTION, GROUP_NOUNS
from discrepancy.model import LineKind, Reading

_TITLE_CASE_SHARE: Final = 0.75
"""Share of the longer words with a capital from which on capitals mean nothing. Body sentences full of names stay
below two thirds; headlines of the Title Case houses lie above nine tenths."""
_TITLE_CASE_WORDS: Final = 3
_TITLE_CASE_SENTENCE: Final = 6
"""Longer words that a headline with a full stop behind it has at least."""
_LONG_WORD: Final = 4


@dataclass(frozen=True, slots=True)
class Evidence:
    """Word forms as the collection uses them."""

    inside: Counter[str]
    """Capitalised inside a sentence, with counts."""
    lower: frozenset[str]
    """Seen without a capital."""
    tagged: frozenset[tuple[str, int]]
    """Article id and offset of the words that the tagger holds for names."""
    parsed: frozenset[str]
    """Articles for which there is a tagger's opinion."""
    folded: frozenset[str]
    """Those inside a sentence, in the form that all spellings of a name share."""
    unmarked: frozenset[str]
    """Articles that have lost their apostrophes, so that "Syrias" may be Syria's."""

    def is_name(self, article: str, word: Word) -> bool:
        """Whether a word whose capital means nothing is a name all the same."""
        if word.lower in FUNCTION or word.text == "I":
            return False
        if self.inside[word.text]:
            return self.inside[word.text] > 1 or word.lower not in self.lower
        if word.lower not in self.lower and fold(word.text) in self.folded:
            return True  # Andrii, where another source has met Andriy
        if article in self.parsed:
            return (article, word.start) in self.tagged and word.lower not in self.lower
        return False

    def bare_form(self, article: str, word: Word) -> str | None:
        """A word without the s of a possessive that has lost its apostrophe ("Syrias", "ISs"); None if it has none."""
        bare = word.text[:-1]
        if article not in self.unmarked or word.possessive or word.text[-1] != "s" or len(bare) < 2:
            return None
        used = self.inside[bare] or self.inside[bare.rpartition("-")[2]] or (bare.isupper() and len(bare) < 7)
        noun = bare.lower() in GROUP_NOUNS and word.lower not in GROUP_NOUNS
        demonym = bare.lower() in DEMONYMS
        return bare if (used or noun) and not demonym and word.lower not in GROUP_NOUNS else None


def gather(readings: Sequence[Reading]) -> Evidence:
    """Read the evidence off all statements of a collection."""
    inside: Counter[str] = Counter()
    lower: set[str] = set()
    tagged: set[tuple[str, int]] = set()
    for reading in readings:
        statement = reading.statement
        offset = statement.start
        tagged.update((statement.article.id, offset + t.start) for t in reading.tokens if t.pos == "PROPN")
        title = is_title_case(reading)
        for word in words(statement.article.text, statement.start, statement.end):
            if word.text[0].islower():
                lower.add(word.lower)
            elif not title and not word.initial:
                inside.update({word.text, *(part for part in word.text.split("-") if part[:1].isupper())})
    articles = {r.statement.article.id: r.statement.article.text for r in readings}
    return Evidence(
        inside,
        frozenset(lower),
        frozenset(tagged),
        frozenset(r.statement.article.id for r in readings if r.tokens),
        frozenset(fold(word) for word in inside if len(word) >= _LONG_WORD),
        frozenset(
            key for key, text in articles.items() if not any(mark in text for mark in ("'s ", "’s ", "s' ", "s’ "))
        ),
    )


def is_title_case(reading: Reading) -> bool:
    """Whether a statement gives nearly every word a capital, as a headline may."""
    statement = reading.statement
    if statement.end - statement.start > 400:
        return False
    found = [w for w in words(statement.article.text, statement.start, statement.end) if len(w.text) >= _LONG_WORD]
    longer = [w for w in found if not w.initial]
    if statement.text.endswith((".", '."', ".”")):  # a sentence of names: "They met President Anna Lind."
        return len(longer) >= _TITLE_CASE_SENTENCE and all(w.text[0].isupper() for w in longer)
    if len(longer) < _TITLE_CASE_WORDS:
        return statement.kind is LineKind.HEADING and bool(found) and all(w.text[0].isupper() for w in found)
    return sum(w.text[0].isupper() for w in longer) >= _TITLE_CASE_SHARE * len(longer)


def candidates(reading: Reading, evidence: Evidence, known: frozenset[tuple[str, ...]]) -> Iterator[tuple[Word, ...]]:
    """The stretches of a statement that are names. `known` are the names of other statements, for Title Case."""
    statement = reading.statement
    found = words(statement.article.text, statement.start, statement.end)
    title = is_title_case(reading)
    for run in runs(statement.article.text, found):
        for part in _listed(statement.article.text, run):
            pieces = _known_parts(part, evidence, known) if title else _plain_parts(part, reading, evidence, known)
            yield from filter(None, (trim(piece, evidence.inside, evidence.lower) for piece in pieces))


def _listed(text: str, run: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Acronyms side by side in brackets ("(ISIS Daesh ISIL IS)") are so many names."""
    bracketed = text[run[0].start - 1 : run[0].start] == "(" and text[run[-1].after : run[-1].after + 1] == ")"
    if bracketed and sum(word.text.isupper() for word in run) > 1:
        yield from ((word,) for word in run)
    else:
        yield run


def _plain_parts(
    run: tuple[Word, ...], reading: Reading, evidence: Evidence, known: frozenset[tuple[str, ...]]
) -> Iterator[tuple[Word, ...]]:
    article = reading.statement.article.id
    for piece in _owners(run, article, evidence):
        for half in _two_names(piece, known):
            yield from _split(half, article, evidence)


def _owners(run: tuple[Word, ...], article: str, evidence: Evidence) -> Iterator[tuple[Word, ...]]:
    """Cut behind a possessive that has lost its apostrophe: "Turkeys Anadolu Agency"."""
    begin = 0
    for index, word in enumerate(run[:-1]):
        if evidence.bare_form(article, word):
            yield run[begin : index + 1]
            begin = index + 1
    yield run[begin:]


def _two_names(run: tuple[Word, ...], known: frozenset[tuple[str, ...]]) -> Iterator[tuple[Word, ...]]:
    """Two names that nothing stands between, as in "Observatory for Human Rights Rami Abdel Rahman"."""
    for index in range(2, len(run) - 1):
        left, right = (tuple(w.lower for w in half) for half in (run[:index], run[index:]))
        if right in known and left in known:
            yield run[:index]
            yield run[index:]
            return
    yield run


def _split(run: tuple[Word, ...], article: str, evidence: Evidence) -> Iterator[tuple[Word, ...]]:
    """Drop a first word that is capitalised only because a sentence begins there."""
    first = run[0]
    if (
        not first.initial
        or evidence.is_name(article, first)
        or (len(run) > 1 and first.lower not in evidence.lower and article not in evidence.parsed)
    ):
        yield run
    elif len(run) > 1:
        yield _from_capital(run[1:])


def _from_capital(run: tuple[Word, ...]) -> tuple[Word, ...]:
    """Without the small words ("of", "de") that stood behind a word that was cut off."""
    for index, word in enumerate(run):
        if word.capital:
            return run[index:]
    return ()


def _known_parts(
    run: tuple[Word, ...], evidence: Evidence, known: frozenset[tuple[str, ...]]
) -> Iterator[tuple[Word, ...]]:
    """The longest names known from elsewhere inside a run of a Title Case headline."""
    index = 0
    while index < len(run):
        for length in range(min(8, len(run) - index), 0, -1):
            piece = run[index : index + length]
            if tuple(w.lower for w in piece) in known:
                yield piece
                index += length
                break
        else:
            word = run[index]
            if evidence.inside[word.text] and word.lower not in evidence.lower:
                yield (word,)
            index += 1
