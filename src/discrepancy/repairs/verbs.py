"""Which word is the verb: forms that are no nouns, participles that are past tenses, passives taken for adjectives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.lemmas import lemma_of
from discrepancy.model import Token
from discrepancy.repairs._tree import WHO, base, has_auxiliary, kids, promote, subjects_of

PAST_FORMS = frozenset(
    "sang sank hid swept fled wrote began chose drove flew fought froze grew knelt lent overtook overthrew paid sought"
    " sold slept sprang stole strove swore threw took taught told underwent undertook went withdrew withstood won wore"
    " woke became brought caught built gave got kept knew lost made met sent shook stood swam tore said".split()
)
"""Irregular past forms that are no nouns: whatever else a parser takes them for is wrong."""
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december noon midday midnight night nightfall morning afternoon evening dawn dusk then"
    " now end time deadline day week month year summer autumn winter spring accident mistake chance hand force vote law"
    " order plane train car bus boat road sea air land foot fire".split()
)
"""What "by" is followed by where it tells when or how and not who."""


def mend_negations(tokens: list[Token]) -> None:
    """ "couldn’t" with a typographic apostrophe: the "n’t" is no noun, and what hangs on it hangs on the verb."""
    for token in list(tokens):
        if token.text.lower() not in ("n't", "n’t") or token.dep == "advmod" or token.head == token.index:
            continue
        for kid in kids(tokens, token.index):
            tokens[kid] = replace(tokens[kid], head=token.head)
        tokens[token.index] = replace(token, dep="advmod", pos="PART", tag="RB", lemma="not")
        if any(tokens[k].dep == "aux:pass" for k in kids(tokens, token.head)):
            for kid in subjects_of(tokens, token.head):
                tokens[kid] = replace(tokens[kid], dep="nsubj:pass")


def mend_past_forms(tokens: list[Token]) -> None:
    """ "The ferry sank": a form that is no noun is the verb, and the noun before it the subject."""
    for token in list(tokens):
        if token.pos in ("VERB", "AUX") or token.text not in PAST_FORMS or token.index == 0:
            continue
        left = [k for k in kids(tokens, token.index) if k < token.index]
        subject = tokens[token.index - 1]
        if subject.index not in left or subject.text.lower() in WHO:
            continue
        lemma = lemma_of(token.text, "VBD") or token.lemma
        tokens[token.index] = replace(token, pos="VERB", tag="VBD", lemma=lemma)
        tag = "NN" if subject.tag.startswith("JJ") else subject.tag
        pos = subject.pos if subject.pos in ("PROPN", "PRON") else "NOUN"
        tokens[subject.index] = replace(subject, dep="nsubj", tag=tag, pos=pos)
        for kid in kids(tokens, token.index):
            if kid < subject.index and base(tokens[kid]) in ("det", "amod", "compound", "nmod", "nummod"):
                tokens[kid] = replace(tokens[kid], head=subject.index)
            elif kid > token.index and base(tokens[kid]) in ("nmod", "acl"):
                tokens[kid] = replace(tokens[kid], dep="obl" if tokens[kid].dep != "acl" else "advcl")


def mend_agents(tokens: list[Token]) -> None:
    """ "The club was founded in Lund by Ana Berg": behind the place or the day of a passive, "by" tells who did it."""
    for token in list(tokens):
        if token.dep != "nmod" or token.pos not in ("NOUN", "PROPN") or token.text.lower() in _TIMES:
            continue
        own = {base(tokens[k]): tokens[k] for k in kids(tokens, token.index)}
        place = tokens[token.head]
        verb = tokens[place.head]
        parts = kids(tokens, verb.index)
        passive = any(tokens[k].dep == "aux:pass" for k in parts) and base(place) == "obl"
        told = any(tokens[k].dep == "obl:agent" for k in parts)
        by = own.get("case")
        if passive and not told and by is not None and by.text == "by" and "nummod" not in own:
            tokens[token.index] = replace(token, head=verb.index, dep="obl:agent")


def mend_noun_root(tokens: list[Token]) -> None:
    """ "The company bought a rival": a participle with an object is no passive one, and where nothing else is finite,
    it is the sentence's verb. The noun that it was hung on is in its subject."""
    root = next((t for t in tokens if t.head == t.index), None)
    if root is None or root.pos not in ("NOUN", "PROPN", "ADJ") or _finite(tokens):
        return
    verb = next((t for t in tokens if t.tag == "VBN" and t.dep == "acl" and _object(tokens, t.index) is not None), None)
    if verb is None or verb.index < root.index:
        return
    subject = _top(tokens, verb.head)
    promote(tokens, root.index, verb.index, "obl", root.tag)
    tokens[verb.index] = replace(tokens[verb.index], tag="VBD", lemma=lemma_of(verb.text, "VBD") or verb.lemma)
    tokens[subject] = replace(tokens[subject], head=verb.index, dep="nsubj")


def _finite(tokens: Sequence[Token]) -> bool:
    """Whether some verb of a main clause is finite: one of a relative or adverbial clause does not count."""
    return any(
        t.tag in ("VBD", "VBZ", "VBP", "MD") and base(t) not in ("acl", "advcl", "aux", "ccomp", "csubj")
        for t in tokens
    )


def _object(tokens: Sequence[Token], verb: int) -> int | None:
    return next((k for k in kids(tokens, verb) if tokens[k].dep == "obj" and k > verb), None)


def _top(tokens: Sequence[Token], index: int) -> int:
    """The head of the noun phrase or list that a noun is in: up to where a preposition or the root begins."""
    while tokens[index].head != index and not any(base(tokens[k]) == "case" for k in kids(tokens, index)):
        above = tokens[tokens[index].head]
        if base(tokens[index]) not in ("conj", "nmod", "appos") or _is_oblique(tokens, above.index):
            break
        index = above.index
    return index


def _is_oblique(tokens: Sequence[Token], index: int) -> bool:
    return any(base(tokens[k]) == "case" and k < index for k in kids(tokens, index))


def mend_finite(tokens: list[Token]) -> None:
    """ "The minister resigned": a participle that heads a sentence with a subject and no auxiliary is a past tense."""
    for token in list(tokens):
        heads = token.head == token.index and token.tag == "VBN" and token.pos == "VERB"
        active = any(tokens[k].dep == "nsubj" and k < token.index for k in kids(tokens, token.index))
        if heads and active and not has_auxiliary(tokens, token.index):
            tokens[token.index] = replace(token, tag="VBD", lemma=lemma_of(token.text, "VBD") or token.lemma)


def mend_passives(tokens: list[Token]) -> None:
    """ "was injured": a copula on a past participle is the auxiliary of a passive."""
    for token in list(tokens):
        if token.dep == "cop" and token.lemma.lower() == "be" and tokens[token.head].tag == "VBN":
            tokens[token.index] = replace(token, dep="aux:pass")
            for kid in subjects_of(tokens, token.head):
                tokens[kid] = replace(tokens[kid], dep="nsubj:pass")
            tokens[token.head] = replace(tokens[token.head], pos="VERB")


def mend_adjectives(tokens: list[Token]) -> None:
    """ "was closed": what a passive auxiliary stands before is a participle, not an adjective."""
    for token in list(tokens):
        verb = tokens[token.head]
        if token.dep == "aux:pass" and verb.tag == "JJ" and verb.text.endswith("ed"):
            lemma = lemma_of(verb.text, "VBN") or verb.lemma
            tokens[verb.index] = replace(verb, pos="VERB", tag="VBN", lemma=lemma)
