"""Pronouns and who they stand for, by what is salient: the subject, the speaker, the last that fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from discrepancy import people
from discrepancy.extractors._antecedents import Candidate, Sentence
from discrepancy.model import Reference, Speech
from discrepancy.syntax import base

HE = frozenset("he him his she her hers".split())
FIRST = frozenset("i me my mine".split())
IT = frozenset("it its".split())
OWNING = frozenset("his her its my their".split())
REACH = 2
"""Statements back that a pronoun may look."""
CLEAR = 0.5
"""How far the best antecedent must stand before the next."""


@dataclass(frozen=True, slots=True)
class Scored:
    candidate: Candidate
    score: float


def pronouns(
    sentence: Sentence, known: Sequence[Candidate], things: Sequence[Candidate]
) -> Iterator[tuple[Reference, Candidate]]:
    """References of the singular pronouns of a statement that are clear, each with what it adds to the salient ones.

    `known` are the names and persons so far, in the order of the text, `things` the subjects that are neither.
    """
    have = list(known)
    for token in sentence.tree.tokens:
        if token.tag not in ("PRP", "PRP$") and token.pos != "PRON":
            continue
        found = _antecedent(sentence, token.index, have, things)
        if found is None:
            continue
        start, end = sentence.span(token.index, token.index)
        owning = token.text.lower() in OWNING and sentence.tree[token.index].dep == "nmod:poss"
        reference = Reference(start, end, owner(found.text) if owning else found.text, found.span)
        again = replace(
            found,
            at=sentence.at,
            span=found.span,
            subject=sentence.is_subject(token.index) and not owning,
            main=_main(sentence, token.index) and not owning,
            clause=sentence.clause_of(token.index),
        )
        have.append(again)
        yield reference, again


def owner(text: str) -> str:
    return f"{text}'" if text.endswith("s") and text.startswith("the members") else f"{text}'s"


def _main(sentence: Sentence, index: int) -> bool:
    tree, clause = sentence.tree, sentence.clause_of(index)
    return sentence.is_subject(index) and base(tree[clause].dep) in ("root", "conj", "parataxis", "ccomp")


def _antecedent(
    sentence: Sentence, index: int, known: Sequence[Candidate], things: Sequence[Candidate]
) -> Candidate | None:
    word = sentence.tree.word(index)
    start = sentence.span(index, index)[0]
    spoken = _speech(sentence, start)
    if word in FIRST:
        return _speaker(spoken, known) if spoken is not None and spoken.direct else None
    if word in HE:
        pool = [c for c in known if c.kind == "person" or (spoken is not None and c.text == spoken.speaker)]
    elif word in IT and not _empty(sentence, index):
        pool = [c for c in known if c.kind == "group"]
        if _of_people(sentence, index):
            pool = [c for c in pool if c.named]
        else:
            pool += things
    else:
        return None
    pool = [c for c in pool if c.span[1] <= start or c.at < sentence.at]
    return _best(sentence, index, pool, spoken)


def _of_people(sentence: Sentence, index: int) -> bool:
    """Whether "its" owns people, so that only a group can be meant."""
    return people.is_person_plural(sentence.tree.word(sentence.tree[index].head))


def _speech(sentence: Sentence, at: int) -> Speech | None:
    over = [s for s in sentence.reading.speech if s.start <= at < s.end]
    return min(over, key=lambda s: (not s.direct, s.end - s.start)) if over else None


def _speaker(speech: Speech, known: Sequence[Candidate]) -> Candidate | None:
    named = [c for c in known if c.named and c.kind != "place" and _same(c.text, speech.speaker)]
    if named:
        return named[-1]
    return None


def _same(name: str, speaker: str) -> bool:
    return name.removeprefix("the ").lower() == speaker.removeprefix("the ").removeprefix("The ").lower()


def _empty(sentence: Sentence, index: int) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "it was raining"."""
    tree, head = sentence.tree, sentence.tree[index].head
    if base(tree[index].dep) == "expl":
        return True
    return tree.kid(head, "cop") is not None and tree.kid(head, "ccomp", "csubj", "xcomp", "advcl", "acl") is not None


def _best(sentence: Sentence, index: int, pool: Sequence[Candidate], spoken: Speech | None) -> Candidate | None:
    clause, owning = sentence.clause_of(index), sentence.tree[index].dep == "nmod:poss"
    scores: dict[str, Scored] = {}
    for candidate in pool:
        if sentence.at - candidate.at > REACH or _barred(sentence, candidate, clause, owning, spoken):
            continue
        score = _score(sentence, candidate, spoken)
        kept = scores.get(candidate.text)
        if kept is None or score >= kept.score:
            scores[candidate.text] = Scored(candidate, score)
    ranked = sorted(scores.values(), key=lambda s: (-s.score, s.candidate.text))
    alone = len(ranked) == 1 and _of_people(sentence, index)
    if not ranked or ranked[0].score < (0.5 if alone else 1) or ranked[0].candidate.kind == "thing":
        return None
    if len(ranked) > 1 and ranked[0].score - ranked[1].score < CLEAR:
        return None
    return ranked[0].candidate


def _barred(sentence: Sentence, candidate: Candidate, clause: int, owning: bool, spoken: Speech | None) -> bool:
    """A pronoun is not the other argument of its own verb, and nobody who speaks calls himself "he"."""
    if spoken is not None and spoken.direct and _same(candidate.text, spoken.speaker):
        return True
    return candidate.at == sentence.at and candidate.clause == clause and not owning


def _score(sentence: Sentence, candidate: Candidate, spoken: Speech | None) -> float:
    back = sentence.at - candidate.at
    score = 3.0 - back if candidate.main else 2.5 - back if candidate.subject else 1.2 - 0.5 * back
    if spoken is not None and not spoken.direct and _same(candidate.text, spoken.speaker):
        score += 2
    return score
