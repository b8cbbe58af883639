"""Which names are one name: spelling variants, acronyms with their expansion, surnames with the full name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from discrepancy.extractors._name_spelling import consonants, east_slavic, is_variant, key, of_close_vowels
from discrepancy.extractors._name_words import COMPANY_SUFFIXES

GENERAL: Final = {
    "US": "United States", "USA": "United States", "UK": "United Kingdom", "UN": "United Nations",
    "EU": "European Union",
}  # fmt: skip
_MIN_CLOSE: Final = 5
"""Shortest word that may differ in close vowels alone."""
_MAX_BLOCK: Final = 60
"""Names that agree but for one word are compared pair by pair up to this many: a larger block is no slip of the pen."""


@dataclass(frozen=True, slots=True)
class Use:
    """One distinct spelling in one article, and how often it stands there."""

    article: str
    text: str
    count: int


class _Groups:
    """Disjoint sets of spellings."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, name: str) -> str:
        root = name
        while self._parent.get(root, root) != root:
            root = self._parent[root]
        self._parent[name] = root
        return root

    def join(self, a: str, b: str) -> None:
        left, right = sorted((self.find(a), self.find(b)))
        self._parent[left] = left
        self._parent[right] = left


def canonical_names(
    uses: Sequence[Use], introduced: Iterable[tuple[str, str]], aliases: Mapping[str, str], persons: frozenset[str]
) -> dict[tuple[str, str], str]:
    """(article id, spelling) to the canonical name.

    `introduced` are (acronym, expansion) pairs that a text sets side by side; `persons` the spellings that are
    people, whose surname may stand for them.
    """
    counts: Counter[str] = Counter()
    for use in uses:
        counts[use.text] += use.count
    groups = _Groups()
    _join_spellings(groups, uses, counts)
    for short, full in introduced:
        groups.join(short, full)
    _join_acronyms(groups, sorted(counts))
    _join_companies(groups, counts)
    known = sorted({*counts, *aliases.values()})
    for variant, name in aliases.items():
        for text in known:
            if text.lower() == variant.lower() or key(text) == key(name):
                groups.join(text, name)
    named = _name_groups(groups, known, counts, aliases)
    return _with_surnames(uses, groups, named, persons)


def _join_spellings(groups: _Groups, uses: Sequence[Use], counts: Mapping[str, int]) -> None:
    by_key: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for text in sorted(counts):
        by_key[key(text)].append(text)
    for texts in by_key.values():
        for text in texts[1:]:
            groups.join(texts[0], text)
    articles = _per_article(uses)
    for a, b in _near(by_key):
        if (is_variant(a, b) and not _both_established(articles, a, b)) or _one_place(articles, a, b):
            groups.join(by_key[a][0], by_key[b][0])


def _per_article(uses: Sequence[Use]) -> dict[tuple[str, ...], Counter[str]]:
    found: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for use in uses:
        found[key(use.text)][use.article] += use.count
    return found


def _both_established(articles: Mapping[tuple[str, ...], Counter[str]], a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one article uses both forms again and again: then they are two names, and no slip."""
    left, right = articles[a], articles[b]
    return any(left[article] > 1 and right[article] > 1 for article in left)


def _one_place(articles: Mapping[tuple[str, ...], Counter[str]], a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two single words but for close vowels are one name: told again and again, and by no article in both
    ways."""
    if len(a) != 1 or len(b) != 1 or min(len(a[0]), len(b[0])) < _MIN_CLOSE or a[0][0] != b[0][0]:
        return False
    told = articles[a] + articles[b]
    alone = not articles[a].keys() & articles[b].keys()
    return alone and told.total() > len(told) and of_close_vowels(a[0]) == of_close_vowels(b[0])


def _near(by_key: Mapping[tuple[str, ...], Sequence[str]]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs of keys that may differ by one slip, found without comparing all with all."""
    blocks: dict[tuple[object, ...], list[tuple[str, ...]]] = defaultdict(list)
    for words in by_key:
        blocks[("east slavic", *east_slavic(words))].append(words)
        if len(words) == 1:
            blocks[("letters", "".join(sorted(words[0])))].append(words)
            blocks[("consonants", consonants(words[0]))].append(words)
            blocks[("close vowels", of_close_vowels(words[0]))].append(words)
        for index in range(len(words) if len(words) > 1 else 0):
            blocks[(len(words), index, *words[:index], None, *words[index + 1 :])].append(words)
    pairs = {pair for block in blocks.values() if len(block) <= _MAX_BLOCK for pair in combinations(sorted(block), 2)}
    return sorted(pairs)


def initials(name: str) -> str:
    """The capitals of a name of several words: "Syrian Observatory for Human Rights" gives "SOHR"."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _join_acronyms(groups: _Groups, names: Sequence[str]) -> None:
    by_initials: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if len(name.split()) > 2:
            by_initials[initials(name)].append(name)
    for name in names:
        if name in GENERAL and GENERAL[name] in names:
            groups.join(name, GENERAL[name])
        full = by_initials.get(name, []) if name.isupper() and len(name) > 2 else []
        if full and len({groups.find(text) for text in full}) == 1:
            groups.join(name, full[0])


def _join_companies(groups: _Groups, counts: Mapping[str, int]) -> None:
    """ "Acme" and "Acme Inc" are one."""
    for name in sorted(counts):
        head, _, tail = name.rpartition(" ")
        if head in counts and tail.lower() in COMPANY_SUFFIXES:
            groups.join(name, head)


def _name_groups(
    groups: _Groups, names: Sequence[str], counts: Mapping[str, int], aliases: Mapping[str, str]
) -> dict[str, str]:
    """Root of each group to its fullest form: most words, then most often used, then the first in the alphabet."""
    chosen = set(aliases.values())
    members: dict[str, list[str]] = defaultdict(list)
    for name in names:
        members[groups.find(name)].append(name)

    def rank(name: str) -> tuple[bool, bool, int, int, str]:
        return (name not in chosen, name.isupper() and " " in name, -len(key(name)), -counts.get(name, 0), name)

    return {root: min(texts, key=rank) for root, texts in members.items()}


def _with_surnames(
    uses: Sequence[Use], groups: _Groups, named: Mapping[str, str], persons: frozenset[str]
) -> dict[tuple[str, str], str]:
    """Give a surname the full name of the one person of its article, else of the collection, whom it fits."""
    result = {(use.article, use.text): named[groups.find(use.text)] for use in uses}
    everywhere = _by_ending((name, name) for name in result.values() if name in persons)
    local: dict[str, dict[tuple[str, ...], set[str]]] = {}
    for article in sorted({use.article for use in uses}):
        local[article] = _by_ending(
            (use.text, result[article, use.text]) for use in uses if use.article == article and use.text in persons
        )
    for use in uses:
        words = key(use.text)
        if use.text not in persons:
            continue
        fitting = local[use.article].get(words) or everywhere.get(words) or set()
        if len(fitting) == 1:
            result[use.article, use.text] = next(iter(fitting))
    return result


def _by_ending(names: Iterable[tuple[str, str]]) -> dict[tuple[str, ...], set[str]]:
    """Proper endings of names (spelling, canonical) of two words and more, to the canonical names."""
    endings: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for spelling, canonical in names:
        words = key(spelling)
        for index in range(1, len(words)):
            endings[words[index:]].add(canonical)
    return endings
