"""From words of a parse to a sentence: references and dates stand in their resolved form, offsets are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from discrepancy.claims.inflect import present
from discrepancy.model import DateMention, NameMention, Reading, Reference, Span
from discrepancy.syntax import Tree

MONTHS = (
    "January February March April May June July August September October November December".split()
)  # fmt: skip
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_PREPOSITION = re.compile(r"(?i)(in|on|by|since|until|from|before|after|during|of|for|the)\s")
_MEMBERS = re.compile(r"(?:the |all |these |those )?([\w-]+) (?:of|from|within|in) (?:the )?(?=[A-Z0-9])(.+)")

_SPACES = re.compile(r"\s{1,20}")
_ALL_THE_MEMBERS = re.compile(r"\b([Aa])ll the members of\b")
_TWO_ARTICLES = re.compile(r"\b([Tt]he|[Aa]n?|[Tt]hese|[Tt]hose) the\b")
_BEFORE_MARK = re.compile(r" ([,;%])")

_SMALL = frozenset({"DET", "ADP", "ADV", "PRON", "SCONJ", "NUM", "VERB", "AUX", "CCONJ", "NOUN"})

Piece = int | str
"""A word by its index, or words that the source does not have."""


@dataclass(frozen=True, slots=True)
class Source:
    """A reading with its tree, and what its words are replaced by."""

    reading: Reading
    tree: Tree
    hedged: frozenset[int]
    """Words that show doubt, by index: they are left out of claims."""

    @classmethod
    def of(cls, reading: Reading) -> Source:
        start = reading.statement.start
        spans = [(low - start, high - start) for low, high in reading.hedges]
        hedged = (t.index for t in reading.tokens if any(low <= t.start and t.end <= high for low, high in spans))
        return cls(reading, Tree.of(reading.tokens), frozenset(hedged))

    @property
    def offset(self) -> int:
        return self.reading.statement.start

    def span(self, words: Sequence[int]) -> Span:
        """The stretch of the article from the first word to the last."""
        tokens = [self.tree[i] for i in words]
        return (min(t.start for t in tokens) + self.offset, max(t.end for t in tokens) + self.offset)

    def spans(self, words: Iterable[int]) -> tuple[Span, ...]:
        """The stretches of the article that words cover, neighbours joined."""
        found: list[Span] = []
        last = -2
        for index in sorted(set(words)):
            token = self.tree[index]
            if index == last + 1:
                found[-1] = (found[-1][0], token.end + self.offset)
            else:
                found.append((token.start + self.offset, token.end + self.offset))
            last = index
        return tuple(found)

    def inside(self, mention: NameMention | DateMention | Reference, words: Iterable[int]) -> bool:
        """Whether any of the words is one of a mention's."""
        low, high, tokens = mention.start - self.offset, mention.end - self.offset, self.tree.tokens
        return any(low < tokens[i].end and tokens[i].start < high for i in words)

    def covers(self, mention: NameMention | DateMention | Reference, words: Iterable[int]) -> bool:
        """Whether all words of a mention are among the words."""
        low, high = mention.start - self.offset, mention.end - self.offset
        own = [t.index for t in self.tree.tokens if low <= t.start and t.end <= high and t.text.strip()]
        return bool(own) and set(words).issuperset(own)

    def references(self, words: Iterable[int]) -> tuple[Reference, ...]:
        have = list(words)
        return tuple(r for r in self.reading.references if self.covers(r, have))

    def say(self, pieces: Sequence[Piece]) -> str:
        """The pieces as running text."""
        have = [p for p in pieces if isinstance(p, int)]
        stand_ins = self._stand_ins(have)
        out: list[str] = []
        last: Piece | None = None
        done: tuple[int, int] | None = None
        inflected = self._third_person(have)
        for piece in pieces:
            if isinstance(piece, str):
                out.append(piece if piece == "'s" else " " + piece)
            else:
                token = self.tree[piece]
                place = next((s for s in stand_ins if s[0] <= token.start and token.end <= s[1]), None)
                if place is not None and done == place[:2]:
                    last = piece
                    continue
                text = place[2] if place is not None else inflected.get(piece) or self._word(piece, last)
                done = place[:2] if place is not None else None
                own_word = place is None and piece in inflected  # "I'm" has become "Berg is"
                out.append((" " if own_word else self._gap(last, piece)) + text)
            last = piece
        return _tidy("".join(out))

    def _third_person(self, have: Sequence[int]) -> dict[int, str]:
        """Verbs that said "I" and now say a name: "have" becomes "has"."""
        found: dict[int, str] = {}
        for index in have:
            if self.tree[index].text != "I" or not any(self.inside(r, [index]) for r in self.reading.references):
                continue
            head = self.tree[index].head
            for verb in (head, *self.tree.kids(head, "aux", "cop")):
                if self.tree[verb].tag == "VBP" or self.tree[verb].text in ("am", "'m", "’m"):
                    lemma = self.tree[verb].lemma.lower()
                    found[verb] = "is" if lemma == "be" else present(lemma, plural=False)
        return found

    def _word(self, index: int, last: Piece | None) -> str:
        """A word as it stands; without the capital that it had only for standing first."""
        token = self.tree[index]
        opens = index == 0 or self.tree[index - 1].pos == "PUNCT"
        if opens and last is not None and token.pos in _SMALL and token.text.istitle() and token.text != "I":
            return token.text.lower()
        return token.text

    def _gap(self, last: Piece | None, piece: int) -> str:
        """The space between two words: the source's own between neighbours, and none before a clitic."""
        tight = piece > 0 and self.tree[piece - 1].end == self.tree[piece].start
        clitic = self.tree[piece].tag == "POS" or self.tree[piece].text in (",", ".", "%", "n't", "n’t", ";")
        return "" if (tight and last == piece - 1) or clitic else " "

    def _stand_ins(self, have: Sequence[int]) -> list[tuple[int, int, str]]:
        """What takes the place of which words, in offsets of the statement; the longest first."""
        found = [(r.start, r.end, r.resolved) for r in self.references(have)]
        for date in self.reading.dates:
            words = dated(date) if self.covers(date, have) else None
            if words is not None:
                before = [t for t in self.tree.tokens if t.end + self.offset <= date.start]
                stands = bool(before) and before[-1].pos == "ADP"
                found.append((date.start, date.end, words[1] if stands else words[0]))
        ordered = sorted(found, key=lambda s: (s[0] - s[1], s[0]))
        return [(low - self.offset, high - self.offset, words) for low, high, words in ordered]


def dated(mention: DateMention) -> tuple[str, str] | None:
    """A date as a claim says it, with its preposition and without; None where the text's own words do as well."""
    found = _DAY.fullmatch(mention.edtf or "")
    if found is None or int(found[2] or 1) > 12 or mention.recurring or mention.part_of_day is not None:
        return None
    year, month, day = found.groups()
    if year in mention.text and (month is None or MONTHS[int(month) - 1][:3].lower() in mention.text.lower()):
        return None
    name = f"{MONTHS[int(month) - 1]} " if month else ""
    bare = f"{MONTHS[int(month) - 1]} {int(day)}, {year}" if day and month else f"{name}{year}"
    lead = _PREPOSITION.match(mention.text)
    preposition = lead[1].lower() if lead else ("on" if day else "in")
    if preposition == "the":
        preposition = "on" if day else "in"
    return f"{preposition} {bare}", f"{preposition} {bare}" if lead else bare


def members_of(phrase: str) -> tuple[str, str] | None:
    """Noun and group of "the members of the Siberian Battalion"; None for any other phrase."""
    found = _MEMBERS.fullmatch(phrase)
    return (found[1], found[2]) if found else None


def sentence(text: str) -> str:
    """Text with its capital and full stop."""
    text = text.strip(" ,;:-–—")
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def _tidy(text: str) -> str:
    text = _SPACES.sub(" ", text).strip()
    text = _ALL_THE_MEMBERS.sub(r"\1ll members of", text)
    text = _TWO_ARTICLES.sub("the", text)
    return _BEFORE_MARK.sub(r"\1", text)
