"""The footing of a clause: whether it is denied, wanted, tried, possible or doubted, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.claims.clauses import Clause, Form
from discrepancy.claims.phrases import negator, quantifier
from discrepancy.claims.predicates import reports
from discrepancy.claims.vocabulary import (
    ATTEMPT_NOUNS,
    ATTITUDES,
    AUXILIARIES,
    CONDITIONS,
    HEDGING,
    NEGATED_WITHIN,
    PREVENTING,
    RAISING,
)
from discrepancy.model import Certainty, Modality
from discrepancy.syntax import Tree, base

_WEIGHT = (Modality.FACT, Modality.ATTEMPT, Modality.INTENT, Modality.POSSIBLE, Modality.PREVENTED)


@dataclass(frozen=True, slots=True)
class Footing:
    """What a clause's own words and those that govern it make of it."""

    negated: bool
    modality: Modality
    hedged: bool
    unclear: bool


def footing(tree: Tree, clause: Clause) -> Footing:
    """The footing of a clause."""
    negated = _negated(tree, clause)
    found = [_of_auxiliaries(tree, clause, negated), _of_context(tree, clause)]
    if clause.form is Form.TRIED:
        found.append(_of_attempt(tree, clause))
    elif clause.form is not Form.CLAIMED:
        found += [RAISING[tree.lemma(i)] for i in clause.chain]
    hedged = any(tree.lemma(i) in HEDGING for i in clause.chain)
    return Footing(negated, max(found, key=_WEIGHT.index), hedged, _unclear(tree, clause))


def _verbs(clause: Clause) -> tuple[int, ...]:
    return (clause.predicate,) if clause.form in (Form.TRIED, Form.CLAIMED) else (*clause.chain, clause.predicate)


def _negated(tree: Tree, clause: Clause) -> bool:
    if clause.form is Form.APPOSITION:
        return False
    verbs = _verbs(clause)
    if any(negator(tree, i) is not None or tree.lemma(i) in NEGATED_WITHIN for i in verbs):
        return True
    arguments = [i for verb in verbs for i in tree.kids(verb, "nsubj", "obj")]
    if clause.subject is not None and clause.form is not Form.TRIED:
        arguments.append(clause.subject)
    if clause.form in (Form.FINITE, Form.COPULA) and tree.kid(clause.predicate, "cop", "expl") is not None:
        arguments.append(clause.predicate)
    return any(quantifier(tree, i) == "none" for i in arguments)


def _of_auxiliaries(tree: Tree, clause: Clause, negated: bool) -> Modality:
    words = [tree.word(k) for verb in _verbs(clause) for k in tree.kids(verb, "aux")]
    if not words and base(tree[clause.top].dep) == "conj" and tree.kid(clause.top, "nsubj") is None:
        words = [tree.word(k) for k in tree.kids(tree[clause.top].head, "aux")]
    found = {AUXILIARIES[word] for word in words if word in AUXILIARIES}
    if negated and any(word in ("could", "can", "ca") for word in words):
        return Modality.FACT  # what could not be done was not done
    return max(found, key=_WEIGHT.index, default=Modality.FACT)


def _of_context(tree: Tree, clause: Clause) -> Modality:
    """What conditions, hopes and questions above a clause, and conditions below it, make of it."""
    if any(_conditional(tree, k) for k in tree.kids(clause.top, "advcl")):
        return Modality.POSSIBLE
    at = clause.top
    found = [Modality.POSSIBLE] if _conditional(tree, at) else []
    for above in tree.ancestors(clause.top):
        if base(tree[at].dep) in ("acl", "advcl"):
            break  # what somebody tries while, or to a man who, is so all the same
        if base(tree[at].dep) in ("ccomp", "xcomp"):
            found.append(ATTITUDES.get(tree.lemma(above), RAISING.get(tree.lemma(above), Modality.FACT)
                                       if base(tree[at].dep) == "xcomp" else Modality.FACT))  # fmt: skip
        at = above
    return max(found, key=_WEIGHT.index, default=Modality.FACT)


def _conditional(tree: Tree, index: int) -> bool:
    return any(tree.word(k) in CONDITIONS for k in tree.kids(index, "mark"))


def _of_attempt(tree: Tree, clause: Clause) -> Modality:
    noun = clause.chain[0]
    if tree.lemma(tree[noun].head) in PREVENTING:
        return Modality.PREVENTED
    return Modality.ATTEMPT if tree.lemma(noun) in ATTEMPT_NOUNS else Modality.INTENT


def _unclear(tree: Tree, clause: Clause) -> bool:
    """ "It was not clear how many": the claim is that nobody knows."""
    lemma = tree.lemma(clause.predicate)
    if lemma in ("unclear", "unknown", "uncertain", "unconfirmed"):
        return True
    return (
        lemma in ("clear", "known", "know", "certain", "verify", "confirm")
        and negator(tree, clause.predicate) is not None
    )


def reporter(tree: Tree, clause: Clause) -> int | None:
    """The verb of saying or thinking under which a clause stands, the nearest first."""
    at = clause.top
    for above in tree.ancestors(clause.top):
        if base(tree[at].dep) == "ccomp" and reports(tree, above) is not None:
            return above
        at = above
    at = clause.top
    for index in (at, *tree.ancestors(at)):
        for kid in tree.kids(index, "parataxis"):
            if reports(tree, kid) is not None:
                return kid
    return None


def certainty(found: Footing, hedged: bool, attributed: bool) -> Certainty:
    """How sure the source is, the strongest doubt first."""
    if found.unclear:
        return Certainty.UNCLEAR
    if hedged or found.hedged:
        return Certainty.HEDGED
    return Certainty.ATTRIBUTED if attributed else Certainty.STATED
