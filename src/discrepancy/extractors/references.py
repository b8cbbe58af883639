"""What pronouns and generic nouns stand for: "he", "the unit", "these men", "its members".

By salience (the subject before the object, the near before the far, agreement in number and kind), within one
article. What has two antecedents of like standing is left open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from discrepancy import people
from discrepancy.extractors import Extractor
from discrepancy.extractors._antecedents import Candidate, Sentence, candidates, names_with_article, sentences
from discrepancy.extractors._bodies import Known, bodies
from discrepancy.extractors._chains import Chain, People, chains
from discrepancy.extractors._groups import descriptions, dominant, headed
from discrepancy.extractors._members import member_references, plural_pronouns
from discrepancy.extractors._pronouns import pronouns
from discrepancy.model import Reading, Reference
from discrepancy.settings import Settings
from discrepancy.syntax import base

KEPT = 15
"""Statements that a name stays in mind; nothing looks back further."""


def read(readings: Sequence[Reading], settings: Settings) -> Sequence[Reading]:
    """Fill `references` of every reading, article by article."""
    result: list[Reading] = []
    for _, group in groupby(readings, key=lambda r: r.statement.article.id):
        result.extend(_read(tuple(group)))
    return result


def _read(readings: tuple[Reading, ...]) -> Iterator[Reading]:
    page = sentences(readings)
    articles = names_with_article(page)
    named = [c for sentence in page for c in candidates(sentence, articles) if c.named]
    page = _with_bodies(page, articles)
    about = dominant(page)
    linked: dict[int, list[tuple[People, Chain]]] = {}
    for chain in chains(page):
        for mention in chain.mentions:
            linked.setdefault(mention.at, []).append((mention, chain))
    known: list[Candidate] = []
    things: list[Candidate] = []
    for sentence in page:
        here = list(candidates(sentence, articles))
        found = [*sentence.reading.references]
        here += [_again(sentence, r, [*named, *known, *here]) for r in found]
        known = [c for c in known if sentence.at - c.at <= KEPT] + sorted(here, key=lambda c: c.span)
        things = [t for t in things if sentence.at - t.at <= 2] + list(_things(sentence))
        singular = list(pronouns(sentence, known, things))
        known += [again for _, again in singular]
        found += [reference for reference, _ in singular]
        found += [Reference(*c.span, c.text, c.span) for c in here if c.at == sentence.at and _introduced(c)]
        found += member_references(sentence, page, linked, about, articles, found)
        found += plural_pronouns(sentence, linked, articles)
        yield replace(sentence.reading, references=_apart(found))


def _with_bodies(page: Sequence[Sentence], articles: frozenset[str]) -> tuple[Sentence, ...]:
    """The statements with the references of their generic nouns, on which the chains of people build."""
    about, called = dominant(page) or headed(page), descriptions(page)
    known: list[Candidate] = []
    first: Candidate | None = None
    result: list[Sentence] = []
    for sentence in page:
        here = list(candidates(sentence, articles))
        first = first or next((c for c in here if c.named and c.text.removeprefix("the ") == about), None)
        found = tuple(bodies(sentence, Known([*known, *here], called, about, first)))
        here += [_again(sentence, r, [*([first] if first else []), *known, *here]) for r in found]
        known = [c for c in known if sentence.at - c.at <= KEPT] + sorted(here, key=lambda c: c.span)
        result.append(replace(sentence, reading=replace(sentence.reading, references=found)))
    return tuple(result)


def _introduced(candidate: Candidate) -> bool:
    """Whether a noun phrase says itself whom it means: "another fighter, who goes by Johnny"."""
    return not candidate.named and candidate.kind == "person" and not candidate.text.startswith("the ")


def _again(sentence: Sentence, reference: Reference, known: Sequence[Candidate]) -> Candidate:
    """A resolved noun as a candidate of its own statement: its name is salient again."""
    origin = next(c for c in reversed(known) if c.span == reference.antecedent)
    head = sentence.words((reference.start, reference.end))[-1]
    subject, clause = sentence.is_subject(head), sentence.clause_of(head)
    main = subject and base(sentence.tree[clause].dep) in ("root", "conj", "parataxis")
    return replace(
        origin, at=sentence.at, subject=subject, main=main, clause=clause, span=(reference.start, reference.end)
    )


def _things(sentence: Sentence) -> Iterator[Candidate]:
    """Subjects that are neither names nor people: what "it" may as well stand for."""
    tree = sentence.tree
    for token in tree.tokens:
        if token.tag != "NN" or base(token.dep) != "nsubj" or sentence.name_at(token.index) is not None:
            continue
        if token.lemma.lower() not in people.PEOPLE and not people.is_organisation(token.lemma):
            clause = sentence.clause_of(token.index)
            yield Candidate(sentence.at, sentence.span(token.index, token.index), token.lemma, "thing", False, True,
                            base(tree[clause].dep) in ("root", "conj"), clause)  # fmt: skip


def _apart(found: Sequence[Reference]) -> tuple[Reference, ...]:
    """References in the order of the text; of two that overlap, the longer."""
    kept: list[Reference] = []
    for reference in sorted(found, key=lambda r: (r.start - r.end, r.start)):
        if all(reference.end <= k.start or k.end <= reference.start for k in kept):
            kept.append(reference)
    return tuple(sorted(kept, key=lambda r: r.start))


PLUGIN = Extractor("references", read, after=("names", "speakers"))
