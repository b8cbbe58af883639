"""Chains of plural nouns for people: "soldiers ... the men ... these men form the battalion"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from discrepancy import people
from discrepancy.extractors._antecedents import Sentence
from discrepancy.extractors._groups import LINKING, belongs_to
from discrepancy.model import Span
from discrepancy.syntax import base

POINTING = frozenset("the these those".split())
REACH = 4
"""Statements back that "the men" may look for the people meant."""
RECENT = 100
"""Chains that are looked through, the last to begin; what an article of any length costs stays in proportion."""
NEAR = 8
"""Statements back that a group must have been named for "the recruits" to be its members."""


@dataclass(frozen=True, slots=True)
class People:
    """One plural noun phrase for people."""

    at: int
    head: int
    span: Span
    noun: str
    pointing: str
    """the, these, those, its (possessive), a number word, or nothing."""
    subject: bool
    group: str | None
    narrowed: bool
    """Whether a clause or an "of" says which of them are meant."""


@dataclass(slots=True)
class Chain:
    """Mentions of the same people, and the group that they are the members of once the text says so."""

    mentions: list[People] = field(default_factory=list)
    group: str | None = None
    source: Span | None = None
    """Where the text says that they are of the group."""


def people_in(sentence: Sentence) -> Iterator[People]:
    """The plural noun phrases for people in a statement, in the order of the text."""
    tree = sentence.tree
    for token in tree.tokens:
        if not people.is_person_plural(token.text) or token.pos not in ("NOUN", "PROPN"):
            continue
        if base(token.dep) in ("compound", "flat", "amod", "appos") or sentence.name_at(token.index) is not None:
            continue
        if tree.kid(token.index, "cop") is not None or _predicated(sentence, token.index):
            continue
        yield _people(sentence, token.index)


def _predicated(sentence: Sentence, head: int) -> bool:
    """Whether a noun only says what somebody is: joined to a copula's complement."""
    tree = sentence.tree
    return (
        base(tree[head].dep) == "conj"
        and tree.kid(tree[head].head, "cop") is not None
        and tree.kid(head, "nsubj") is None
    )


def _people(sentence: Sentence, head: int) -> People:
    tree = sentence.tree
    pointer, first = "", head
    for kid in tree.kids(head, "det", "nmod:poss", "nummod", "amod", "compound"):
        if kid > head:
            continue
        if base(tree[kid].dep) in ("det", "nummod") or tree[kid].dep == "nmod:poss":
            word = tree.word(kid)
            if word in POINTING or tree[kid].tag == "PRP$":
                pointer = word
            elif base(tree[kid].dep) == "nummod":
                pointer = pointer or "number"
            else:
                pointer = pointer or word
                continue
        first = min(first, kid)
    group = belongs_to(sentence, head)
    narrowed = any(_narrows(sentence, head, k) for k in tree.kids(head, "acl", "nmod") if k > head)
    return People(sentence.at, head, sentence.span(first, head), tree.word(head), pointer, sentence.is_subject(head),
                  group, narrowed)  # fmt: skip


def _narrows(sentence: Sentence, head: int, kid: int) -> bool:
    if sentence.tree.comma_before(kid):
        return False
    if base(sentence.tree[kid].dep) == "acl":
        return True
    case = sentence.tree.kid(kid, "case")
    return case is not None and sentence.tree.word(case) == "of"


def chains(page: Sequence[Sentence]) -> tuple[Chain, ...]:
    """The chains of an article, each with its group where the article says so."""
    found: list[Chain] = []
    for sentence in page:
        for mention in people_in(sentence):
            chain = _earlier(found, mention)
            if chain is None:
                chain = Chain()
                found.append(chain)
            chain.mentions.append(mention)
            if mention.group is not None and chain.group is None:
                chain.group, chain.source = mention.group, mention.span
            _link(sentence, mention, chain)
    return tuple(found)


def _earlier(found: Sequence[Chain], mention: People) -> Chain | None:
    """The chain that a pointing phrase goes on; None for a phrase that introduces its people."""
    if mention.pointing not in POINTING or mention.narrowed or mention.group is not None:
        return None
    near = [c for c in found[-RECENT:] if mention.at - c.mentions[-1].at <= REACH]
    same = [c for c in near if any(m.noun == mention.noun for m in c.mentions)]
    if same:
        return same[-1]
    if people.is_member_noun(mention.noun) or mention.pointing == "these":
        subjects = [c for c in near if c.mentions[-1].subject and mention.at > c.mentions[-1].at]
        latest = max((c.mentions[-1].at for c in subjects), default=-1)
        last = [c for c in subjects if c.mentions[-1].at == latest]
        return last[0] if len(last) == 1 else None
    return None


def _link(sentence: Sentence, mention: People, chain: Chain) -> None:
    """Note that the text says "these men form the X"."""
    tree = sentence.tree
    verb = tree[mention.head].head
    if not mention.subject or tree.lemma(verb) not in LINKING or tree.kids(verb, "aux", "mark"):
        return
    if mention.pointing not in POINTING and len(chain.mentions) == 1:
        return
    for kid in tree.kids(verb, "obj"):
        name = sentence.name_at(kid)
        if name is not None and name.kind == "group":
            chain.group, chain.source = name.canonical, (name.start, name.end)
