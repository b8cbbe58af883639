"""What pronouns and generic nouns may stand for: the names and noun phrases of an article, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy import people
from discrepancy.model import NameMention, Reading, Span
from discrepancy.syntax import Tree, base

NAMING = frozenset("call name callsign nickname alias pseudonym know dub go".split())
"""Words by which a text gives somebody's name."""
SUBJECTS = ("nsubj", "csubj")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One statement with its tree. `at` is its place among the article's statements."""

    at: int
    reading: Reading
    tree: Tree

    @property
    def offset(self) -> int:
        return self.reading.statement.start

    def span(self, first: int, last: int) -> Span:
        return (self.tree[first].start + self.offset, self.tree[last].end + self.offset)

    def name_at(self, index: int) -> NameMention | None:
        start, end = self.span(index, index)
        return next((m for m in self.reading.names if m.start < end and start < m.end), None)

    def words(self, span: Span) -> list[int]:
        return [t.index for t in self.tree.tokens
                if span[0] <= t.start + self.offset and t.end + self.offset <= span[1]]  # fmt: skip

    def is_subject(self, index: int) -> bool:
        """Whether a noun is the subject of its clause, or joined to the one that is."""
        at = index
        while base(self.tree[at].dep) in ("conj", "flat", "compound", "appos") and self.tree[at].head != at:
            at = self.tree[at].head
        return base(self.tree[at].dep) in SUBJECTS

    def clause_of(self, index: int) -> int:
        """The predicate that a word belongs to."""
        for above in (index, *self.tree.ancestors(index)):
            verbal = self.tree[above].pos in ("VERB", "AUX") or self.tree.kid(above, "cop") is not None
            if verbal and above != index:
                return above
        return index


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that a later one may refer to."""

    at: int
    span: Span
    text: str
    """What stands in for a reference to it: "Johnny", "the Siberian Battalion", "the pilot"."""
    kind: str
    """person, group, place or other."""
    named: bool
    subject: bool
    main: bool
    """Whether it is the subject of a main clause."""
    clause: int
    plural: bool = False


def sentences(readings: Sequence[Reading]) -> tuple[Sentence, ...]:
    return tuple(Sentence(at, reading, Tree.of(reading.tokens)) for at, reading in enumerate(readings))


def candidates(sentence: Sentence, articles: frozenset[str]) -> Iterator[Candidate]:
    """Names and singular nouns for people in a statement. `articles` holds the names that take "the"."""
    for mention in sentence.reading.names:
        words = sentence.words((mention.start, mention.end))
        if words:
            yield _named(sentence, mention, words, articles)
    for token in sentence.tree.tokens:
        if token.tag != "NN":
            continue
        known = token.lemma.lower() in people.PEOPLE or people.is_organisation(token.lemma)
        if known and sentence.name_at(token.index) is None:
            noun = _common(sentence, token.index)
            if noun is not None:
                yield noun


def _named(sentence: Sentence, mention: NameMention, words: list[int], articles: frozenset[str]) -> Candidate:
    tree = sentence.tree
    head = next((i for i in words if tree[i].head not in words), words[-1])
    possessive = base(tree[head].dep) == "nmod" and tree[head].dep == "nmod:poss"
    text = standing(mention, articles)
    subject = sentence.is_subject(head)
    clause = sentence.clause_of(head)
    return Candidate(sentence.at, (mention.start, mention.end), text, mention.kind, True, subject and not possessive,
                     subject and _main(tree, clause), clause)  # fmt: skip


def _main(tree: Tree, clause: int) -> bool:
    return base(tree[clause].dep) in ("root", "conj", "parataxis") or tree[clause].head == clause


def _common(sentence: Sentence, head: int) -> Candidate | None:
    """A person without a name who is spoken of: "a suicide bomber", "the pilot"."""
    tree = sentence.tree
    if base(tree[head].dep) in ("compound", "appos", "amod", "flat") or tree.kid(head, "cop") is not None:
        return None
    if tree.kid(head, "det") is None or any(
        tree.word(k) in ("any", "every", "each", "no") for k in tree.kids(head, "det")
    ):
        return None
    left = [k for k in tree.kids(head, "amod", "compound") if k < head]
    first = min([*left, head])
    called = _called(sentence, head)
    text = called or "the " + " ".join(tree[i].text for i in range(first, head + 1))
    if called is not None:
        first = min([first, *(k for k in tree.kids(head, "det") if k < head)])
    clause = sentence.clause_of(head)
    subject = sentence.is_subject(head)
    kind = "group" if people.is_organisation(tree.lemma(head)) else "person"
    return Candidate(sentence.at, sentence.span(first, head), text, kind, False, subject,
                     subject and _main(tree, clause), clause)  # fmt: skip


def _called(sentence: Sentence, head: int) -> str | None:
    """The name that a phrase gives to its person: "another fighter, who goes by Johnny"."""
    tree = sentence.tree
    for kid in tree.kids(head, "acl", "appos"):
        for index in tree.subtree(kid):
            mention = sentence.name_at(index)
            if mention is None or mention.kind not in ("person", "other"):
                continue
            above = {tree.lemma(i) for i in (index, *tree.ancestors(index)) if i > head}
            if base(tree[kid].dep) == "appos" and index == kid:
                return mention.canonical
            if above & NAMING:
                return mention.canonical
    return None


def standing(mention: NameMention, articles: frozenset[str]) -> str:
    return f"the {mention.canonical}" if mention.canonical in articles else mention.canonical


def names_with_article(page: Sequence[Sentence]) -> frozenset[str]:
    """Canonical names that an article puts "the" before, more often than not."""
    votes: dict[str, int] = {}
    for sentence in page:
        text = sentence.reading.statement.article.text
        for mention in sentence.reading.names:
            before = text[max(sentence.offset, mention.start - 30) : mention.start].lower().split()
            near = before[-1:] == ["the"] or ("the" in before[-3:] and mention.kind == "group")
            opens = mention.text.lower().startswith("the ")
            votes[mention.canonical] = votes.get(mention.canonical, 0) + (1 if near or opens else -1 if before else 0)
    return frozenset(name for name, vote in votes.items() if vote > 0 and not name.lower().startswith("the "))
