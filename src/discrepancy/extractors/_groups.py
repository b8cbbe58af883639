"""The groups of an article: which is spoken of most, who belongs to it, and which generic nouns describe which name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from discrepancy import people
from discrepancy.extractors._antecedents import Sentence
from discrepancy.model import NameMention
from discrepancy.syntax import Tree, base

PLACES = frozenset("town village city island country region province district suburb port".split())
"""Nouns for places that a name is given with: "the town of X"."""
MEMBERSHIP = ("of", "from", "within", "in", "with")
JOINING = frozenset("join enlist enrol enroll".split())
LINKING = frozenset("form compose comprise constitute join".split())
ENOUGH = 2
"""Times that an article must speak of a group's members before a bare "the volunteers" is read as them."""
HEAD = 3
"""Statements of an article that say what it is about."""
AHEAD = 2.0
"""How much more it must speak of one group than of the next."""


def members_phrase(group: str, articles: frozenset[str]) -> str:
    return f"the {group}" if group in articles else group


def belongs_to(sentence: Sentence, noun: int) -> str | None:
    """The group whose people a noun phrase names: "members of the X", "fighters within the X", "the X's players"."""
    for kid in sentence.tree.kids(noun, "nmod"):
        case = sentence.tree.kid(kid, "case")
        owner = sentence.tree[kid].dep == "nmod:poss"
        if owner or (case is not None and sentence.tree.word(case) in MEMBERSHIP):
            group = group_at(sentence, kid)
            if group is not None:
                return group
    return None


def group_at(sentence: Sentence, index: int) -> str | None:
    """The canonical name of the group that a word names, or that a resolved "the battalion" stands for."""
    mention = sentence.name_at(index)
    if mention is not None:
        return mention.canonical if mention.kind == "group" else None
    start, end = sentence.span(index, index)
    resolved = next((r.resolved for r in sentence.reading.references if r.start <= start and end <= r.end), None)
    if resolved is None or not people.is_organisation(resolved.split()[-1]):
        return None
    return resolved.removeprefix("the ")


def dominant(page: Sequence[Sentence]) -> str | None:
    """The one group whose members an article is about; None when there is none, or more than one."""
    spoken: Counter[str] = Counter()
    joined: Counter[str] = Counter()
    for sentence in page:
        spoken.update(m.canonical for m in sentence.reading.names if m.kind == "group")
        joined.update(_memberships(sentence))
    scores = Counter({name: spoken[name] + 3 * joined[name] for name in spoken})
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or joined[ranked[0][0]] < ENOUGH:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] >= AHEAD * second else None


def headed(page: Sequence[Sentence]) -> str | None:
    """The one body that the head of an article names by what it is, "the Orion Squad": what the article is about."""
    for head in (page[:1], page[:HEAD]):
        named = {m.canonical for s in head for m in s.reading.names if m.kind == "group" and " " in m.canonical}
        bodies = [name for name in named if people.is_organisation(name.split()[-1].lower())]
        if bodies:
            return bodies[0] if len(bodies) == 1 else None
    return None


def _memberships(sentence: Sentence) -> Iterator[str]:
    tree = sentence.tree
    for token in tree.tokens:
        if token.pos in ("NOUN", "PROPN") and token.lemma.lower() in people.PEOPLE:
            group = belongs_to(sentence, token.index)
            if group is not None:
                yield group
        if token.lemma.lower() in JOINING:
            for kid in tree.kids(token.index, "obj"):
                joined = group_at(sentence, kid)
                if joined is not None:
                    yield joined


def descriptions(page: Sequence[Sentence]) -> dict[str, frozenset[str]]:
    """Name to the nouns that an article calls it by: "the Civic Council, a Russian opposition group"."""
    found: dict[str, set[str]] = {}
    for sentence in page:
        for name, noun in (*_described(sentence), *_placed(sentence)):
            found.setdefault(name.canonical, set()).add(noun)
    return {name: frozenset(nouns) for name, nouns in found.items()}


def _placed(sentence: Sentence) -> Iterator[tuple[NameMention, str]]:
    """ "the town of X"."""
    text = sentence.reading.statement.article.text
    for mention in sentence.reading.names:
        before = text[max(sentence.offset, mention.start - 40) : mention.start].lower().split()
        if before[-1:] == ["of"] and len(before) > 1 and before[-2] in PLACES:
            yield mention, before[-2]


def _described(sentence: Sentence) -> Iterator[tuple[NameMention, str]]:
    tree = sentence.tree
    for token in tree.tokens:
        other = _counterpart(tree, token.index)
        if other is None:
            continue
        name, noun = sentence.name_at(token.index), sentence.name_at(other)
        if name is not None and noun is None and tree[other].tag == "NN" and name.kind != "place":
            yield name, tree.lemma(other)
        if name is None and noun is not None and token.tag == "NN":
            yield noun, token.lemma.lower()


def _counterpart(tree: Tree, index: int) -> int | None:
    """What a noun is in apposition to, or the subject that it is said of."""
    if base(tree[index].dep) == "appos":
        return tree[index].head
    if tree[index].tag == "NN" and tree.kid(index, "cop") is not None:
        return tree.kid(index, "nsubj")
    return None
