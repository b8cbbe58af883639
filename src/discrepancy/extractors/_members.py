"""References to the members of a group, once it is clear which group: "the volunteers", "its members", "they"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from discrepancy import people
from discrepancy.extractors._antecedents import Sentence
from discrepancy.extractors._chains import NEAR, POINTING, Chain, People, people_in
from discrepancy.extractors._groups import LINKING, members_phrase
from discrepancy.model import Reference, Span

Linked = Mapping[int, Sequence[tuple[People, Chain]]]
"""The plural nouns for people of each statement, by its place in the article, with their chains."""
EMPLOYED = frozenset("employee worker staff personnel player passenger student pupil participant resident crew".split())
"""Nouns that say how somebody belongs, and so are kept: "the employees of" a company, not its members."""
THEY = frozenset("they them their".split())


def member_references(
    sentence: Sentence,
    page: Sequence[Sentence],
    linked: Linked,
    about: str | None,
    articles: frozenset[str],
    found: Sequence[Reference],
) -> Iterator[Reference]:
    """References of the plural nouns for people in a statement."""
    for mention in people_in(sentence):
        if mention.group is not None or mention.narrowed:
            continue
        chain = next(c for m, c in linked.get(sentence.at, ()) if m.span == mention.span)
        if mention.pointing in ("its", "their"):
            yield from _owned(sentence, mention, found)
        elif chain.group is not None and chain.source is not None:
            if not _linking(sentence, mention):
                yield _reference(mention, chain.group, chain.source, articles)
        elif about is not None and _bare_members(mention, chain):
            source = _named_near(page, sentence.at, about)
            if source is not None:
                yield _reference(mention, about, source, articles)


def _bare_members(mention: People, chain: Chain) -> bool:
    """Whether a noun can only be read against the group that the article is about: "the recruits", "members"."""
    first = chain.mentions[0]
    if mention.noun in ("members", "member"):
        return mention.pointing in ("", "some", "the", "number", "all", "several", "many", "most")
    if mention.pointing not in POINTING or not people.is_member_noun(mention.noun):
        return False
    return first.pointing in POINTING or not first.subject


def _named_near(page: Sequence[Sentence], at: int, group: str) -> Span | None:
    """Where the group was last named, if that is near."""
    for sentence in reversed(page[max(0, at - NEAR) : at + 1]):
        for mention in sentence.reading.names:
            if mention.canonical == group:
                return mention.start, mention.end
    return None


def _linking(sentence: Sentence, mention: People) -> bool:
    tree = sentence.tree
    return mention.subject and tree.lemma(tree[mention.head].head) in LINKING


def _reference(mention: People, group: str, source: Span, articles: frozenset[str]) -> Reference:
    name, noun = members_phrase(group, articles), mention.noun
    single = people.singular(noun)
    points = mention.pointing in POINTING
    kept = noun if single in EMPLOYED or (not points and not people.is_member_noun(noun)) else "members"
    return Reference(*mention.span, f"{'the ' if points else ''}{kept} of {name}", source)


def _owned(sentence: Sentence, mention: People, found: Sequence[Reference]) -> Iterator[Reference]:
    """ "its members", where "its" is known."""
    owner = next((r for r in found if r.start == mention.span[0] and r.end <= mention.span[1]), None)
    if owner is not None and owner.resolved.endswith(("'s", "s'")):
        group = owner.resolved.removesuffix("'s").removesuffix("'")
        kept = mention.noun if people.singular(mention.noun) in EMPLOYED else "members"
        yield Reference(*mention.span, f"the {kept} of {group}", owner.antecedent)


def plural_pronouns(sentence: Sentence, linked: Linked, articles: frozenset[str]) -> Iterator[Reference]:
    """ "they", where the people spoken of last are the members of a group and nobody else is meant."""
    tree = sentence.tree
    for token in tree.tokens:
        if token.text.lower() not in THEY or token.dep == "nmod:poss" or sentence.reading.speech:
            continue
        start, end = sentence.span(token.index, token.index)
        near = [(m, c) for at in (sentence.at - 1, sentence.at) for m, c in linked.get(at, ()) if m.span[1] <= start]
        subjects = [(m, c) for m, c in near if m.subject]
        if subjects and len({id(c) for _, c in subjects}) == 1 and subjects[0][1].group is not None:
            mention, chain = subjects[-1]
            yield Reference(start, end, f"the members of {members_phrase(chain.group or '', articles)}", mention.span)
