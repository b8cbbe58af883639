"""Generic nouns for groups and places: "the battalion", "this unit", "the ministry", "the town"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from discrepancy import people
from discrepancy.extractors._antecedents import Candidate, Sentence
from discrepancy.extractors._groups import PLACES
from discrepancy.model import Reference
from discrepancy.syntax import base

MILITARY = frozenset(
    "battalion legion brigade regiment corps corp division squad squadron militia army force unit company"
    " platoon".split()
)
POINTING = frozenset("the this that".split())
GENERIC_REACH = 3
"""Statements back that "the group" may look for its name."""
HEAD_REACH = 12
"""Statements back for "the battalion", which says more."""


@dataclass(frozen=True, slots=True)
class Known:
    """What an article has named so far."""

    candidates: Sequence[Candidate]
    descriptions: Mapping[str, frozenset[str]]
    dominant: str | None
    first: Candidate | None = None
    """Where the dominant one is named first."""


def bodies(sentence: Sentence, known: Known) -> Iterator[Reference]:
    """References of the generic singular nouns of a statement, those that are clear."""
    heads = {_head_of(c.text) for c in known.candidates if c.named and c.kind == "group"}
    for token in sentence.tree.tokens:
        noun = token.lemma.lower()
        if token.tag not in ("NN", "NNP") or not (people.is_organisation(noun) or noun in PLACES or noun in heads):
            continue
        first = _pointed(sentence, token.index)
        if first is None:
            continue
        found = _antecedent(sentence, token.index, noun, known)
        if found is not None:
            start, end = sentence.span(first, token.index)
            yield Reference(start, end, found.text, found.span)


def _pointed(sentence: Sentence, head: int) -> int | None:
    """The first word of a phrase that points back; None for one that introduces, or that says itself which is meant."""
    tree = sentence.tree
    if sentence.name_at(head) is not None or base(tree[head].dep) in ("compound", "flat", "appos", "amod"):
        return None
    pointer = next((k for k in tree.kids(head, "det") if tree.word(k) in POINTING), None)
    if pointer is None or tree.kid(head, "cop") is not None:
        return None
    says_which = [
        k
        for k in tree.kids(head)
        if base(tree[k].dep) in ("nmod", "acl", "appos", "nummod", "conj", "amod", "compound", "flat")
    ]
    says_which = [k for k in says_which if not (tree[k].dep == "acl" and tree[k].tag == "VB")]
    says_which = [
        k for k in says_which if not (base(tree[k].dep) in ("nmod", "conj") and not _names_it(sentence, head, k))
    ]
    return None if says_which else pointer


def _names_it(sentence: Sentence, head: int, kid: int) -> bool:
    """Whether what hangs on a noun says which one is meant: "of", "in", an owner."""
    if base(sentence.tree[kid].dep) == "conj":
        return False
    case = sentence.tree.kid(kid, "case")
    return case is None or sentence.tree.word(case) in ("of", "in", "at", "'s", "’s", "from") or kid < head


def _antecedent(sentence: Sentence, head: int, noun: str, known: Known) -> Candidate | None:
    start = sentence.span(head, head)[0]
    clause = sentence.clause_of(head)
    before = [c for c in known.candidates if c.span[1] <= start and c.named and c.kind != "person"
              and not (c.at == sentence.at and c.clause == clause and not _owner(sentence, head))
              and not _own_words(sentence, start, c)]  # fmt: skip
    near = [c for c in before if sentence.at - c.at <= HEAD_REACH]
    called = known.descriptions
    sure = [c for c in near if _head_of(c.text) == noun or noun in called.get(_bare(c.text), ())]
    if sure:
        return _only(sure)
    if noun in people.ORGANISATIONS and noun not in people.GENERIC_BODIES:
        inside = [c for c in near if c.kind == "group" and noun in c.text.lower().split()]
        return _only(inside) or _topic(start, noun, near, known)
    if noun in people.GENERIC_BODIES:
        near = [c for c in before if sentence.at - c.at <= GENERIC_REACH and _fits(c, noun)]
        return _salient(near, sentence, known) or _topic(start, noun, near, known)
    return None


def _topic(start: int, noun: str, near: Sequence[Candidate], known: Known) -> Candidate | None:
    """The body that the article is about, where it was named too long ago and no other body stands nearer."""
    first = known.first
    if first is None or first.span[1] > start or any(c.kind == "group" and c.text != first.text for c in near):
        return None
    return first if _head_of(first.text) == noun or (noun in people.GENERIC_BODIES and _fits(first, noun)) else None


def _own_words(sentence: Sentence, start: int, candidate: Candidate) -> bool:
    """Whether a name stands in what the noun itself says: "...", the group said."""
    return any(s.start <= candidate.span[0] < s.end and s.speaker_span[0] <= start < s.speaker_span[1]
               for s in sentence.reading.speech)  # fmt: skip


def _owner(sentence: Sentence, head: int) -> bool:
    return sentence.tree[head].dep == "nmod:poss"


def _bare(text: str) -> str:
    return text.removeprefix("the ")


def _head_of(text: str) -> str:
    words = _bare(text).lower().split(" of ")[0].split()
    whole = _bare(text).lower().split()
    return whole[-1] if people.is_organisation(whole[-1]) else words[-1]


def _fits(candidate: Candidate, noun: str) -> bool:
    if candidate.kind != "group":
        return False
    military = _head_of(candidate.text) in MILITARY
    return military if noun in ("unit", "formation") else True


def _only(found: Sequence[Candidate]) -> Candidate | None:
    """The candidate meant when all are one name, or when one stands clearly nearer than the others."""
    if not found:
        return None
    last = found[-1]
    others = [c for c in found if c.text != last.text]
    return last if not others or last.at - max(c.at for c in others) >= 2 else None


def _salient(found: Sequence[Candidate], sentence: Sentence, known: Known) -> Candidate | None:
    """The name that stands out: by nearness, as a subject, and by what the article is about."""
    scores: dict[str, float] = {}
    best: dict[str, Candidate] = {}
    for candidate in found:
        score = 3.0 - 0.8 * (sentence.at - candidate.at) + (1 if candidate.subject else 0)
        score += 1 if _bare(candidate.text) == known.dominant else 0
        if score >= scores.get(candidate.text, 0):
            scores[candidate.text], best[candidate.text] = score, candidate
    ranked = sorted(scores, key=lambda text: (-scores[text], text))
    if not ranked or (len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < 1):
        return None
    return best[ranked[0]]
