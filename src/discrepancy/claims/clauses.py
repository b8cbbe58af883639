"""Finding the clauses of a parse, each with its subject, in the manner of ClausIE, MinIE and PredPatt.

A clause names its predicate and where each part comes from; `render` puts it into words, `arguments` into roles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from discrepancy.claims.phrases import is_plural
from discrepancy.claims.predicates import (
    RELATIVE,
    antecedent,
    chain_of,
    is_finite,
    is_passive,
    is_predicate,
    lifted,
    reports,
    subject_of,
)
from discrepancy.claims.vocabulary import ATTEMPT_NOUNS, PLAN_NOUNS, STATIVE
from discrepancy.syntax import Tree, base

ASKING = frozenset("how what which whether who whom whose why".split())
BESIDE = frozenset("while after before since when by although though once if until as".split())
"""Words before a participle that leave its clause a fact."""


class Form(Enum):
    """How a clause stands in the text, and so what must be added for it to stand alone."""

    FINITE = auto()
    COPULA = auto()
    BE_LEFT_OUT = auto()  # headline: "31 dead", "thirty killed in strikes"
    PASSIVE_PARTICIPLE = auto()  # "formed six months ago, the unit ..."
    ACTIVE_PARTICIPLE = auto()  # "units consisting of Russians"
    APPOSITION = auto()  # "X, a Y"
    CLAIMED = auto()  # "claiming to have destroyed"
    TRIED = auto()  # "X's attempt to ..."


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate. `top` is the verb whose words the clause has: "tried" of "tried to break in"; else the same."""

    form: Form
    predicate: int
    top: int
    subject: int | None
    passive: bool = False
    borrowed: bool = False
    """Whether the subject stands in another clause."""
    chain: tuple[int, ...] = ()
    """The verbs from `top` down to the predicate, the predicate left out."""
    object: int | None = None
    """The antecedent that a relative clause has as its object."""
    place: int | None = None
    """The antecedent of "where" or "in which"."""
    preposition: str = "in"
    owner: int | None = None
    """The antecedent of "whose"."""


def clauses(tree: Tree, heading: bool) -> Iterator[Clause]:
    """The clauses of a statement in the order of their predicates."""
    for token in tree.tokens:
        clause = _clause(tree, token.index, heading)
        if clause is not None:
            yield clause
        yield from _nominal(tree, token.index)


def _clause(tree: Tree, index: int, heading: bool) -> Clause | None:
    dep = tree[index].dep
    if base(dep) in (
        "aux",
        "cop",
        "xcomp",
        "amod",
        "compound",
        "case",
        "mark",
        "fixed",
        "flat",
        "advmod",
        "det",
        "csubj",
    ):
        return None
    if not is_predicate(tree, index):
        return _headline(tree, index) if heading else None
    if reports(tree, index) is not None:
        return _claimed_by(tree, index)
    if dep == "acl:relcl":
        return _relative(tree, index)
    if base(dep) in ("acl", "advcl") and not is_finite(tree, index):
        return _participle(tree, index)
    if heading and not is_finite(tree, index):
        return _headline(tree, index)
    return _finite(tree, index)


def _finite(tree: Tree, index: int) -> Clause | None:
    subject = subject_of(tree, index)
    if subject is None or not is_finite(tree, index) or base(tree[index].dep) == "acl" or _asks(tree, index):
        return None
    if (claimed := _claimed_by(tree, index)) is not None:
        return claimed
    return _of(tree, index, subject, borrowed=tree[subject].head != index)


def _asks(tree: Tree, index: int) -> bool:
    """Whether a clause is a question inside a sentence: "how many people were missing"."""
    return tree[index].dep != "acl:relcl" and tree.word(tree.left(index)) in ASKING


def _of(tree: Tree, index: int, subject: int, borrowed: bool) -> Clause:
    chain = chain_of(tree, index)
    last = chain[-1]
    copula = tree.kid(last, "cop") is not None
    form = Form.COPULA if copula else Form.FINITE
    return Clause(form, last, index, subject, is_passive(tree, last) and not copula, borrowed, chain[:-1])


def _relative(tree: Tree, index: int) -> Clause | None:
    if not is_finite(tree, index):
        return None
    subject, noun = subject_of(tree, index), antecedent(tree, lifted(tree, index))
    if subject is None or noun is None or _general(tree, noun, index):
        return None
    own = tree[subject].head == index
    clause = _of(tree, index, subject, borrowed=not own)
    if not own:
        return clause
    return _gapped(tree, index, clause, noun)


def _general(tree: Tree, noun: int, clause: int) -> bool:
    """Whether a clause only delimits a kind: "nationals who want to join" does not say that nationals want to."""
    if tree[noun].tag != "NNS" or tree.comma_before(clause) or tree.kids(noun, "det", "nummod", "nmod:poss"):
        return False
    return tree[clause].tag in ("VBP", "VBZ") or any(tree[k].tag == "VBP" for k in tree.kids(clause, "cop"))


def _gapped(tree: Tree, index: int, clause: Clause, noun: int) -> Clause | None:
    """A relative clause with a subject of its own: its antecedent is the object, or the place."""
    for kid in tree.kids(index, "obl", "advmod", "obj"):
        if tree.word(kid) not in RELATIVE:
            continue
        if base(tree[kid].dep) == "obj":
            return replace(clause, object=noun)
        case = tree.kid(kid, "case")
        if tree.word(kid) == "where" or case is not None:
            return replace(clause, place=noun, preposition=tree.word(case) if case is not None else "in")
        return clause if tree.word(kid) == "when" else None
    if any(tree.word(k) == "whose" for k in tree.kids(clause.subject or index, "nmod:poss")):
        return replace(clause, owner=noun)
    if tree.kid(index, "obj", "ccomp", "xcomp") is not None or clause.passive or clause.form is not Form.FINITE:
        return None
    return replace(clause, object=noun)


def _participle(tree: Tree, index: int) -> Clause | None:
    subject = subject_of(tree, index)
    tag = tree[index].tag
    if subject is None or subject == index or tree.kid(index, "cop") is not None:
        return None
    own = tree[subject].head == index
    if not _stands_alone(tree, index):
        return None
    if tag == "VBG" and (claimed := _claimed_by(tree, index)) is not None:
        return claimed
    if tag == "VBG":
        return Clause(Form.ACTIVE_PARTICIPLE, index, index, subject, borrowed=not own)
    fragment = base(tree[index].dep) == "acl" and tree[subject].head == subject and not tree.comma_before(index)
    if tag == "VBN" and not fragment and not own and tree.kid(index, "obj") is None:
        return Clause(Form.PASSIVE_PARTICIPLE, index, index, subject, passive=True, borrowed=True)
    return None


def _stands_alone(tree: Tree, index: int) -> bool:
    """Whether a participle tells a fact of its own: not behind "without" or "from", nor only picking out a noun."""
    if any(tree.word(k) not in BESIDE for k in tree.kids(index, "mark", "case")):
        return False
    if tree[index].tag == "VBG" and not tree.comma_before(index) and tree.kid(index, "mark", "case") is None:
        if base(tree[index].dep) == "acl":
            return tree.lemma(index) in STATIVE
        return index < tree[index].head or not any(t.text == "," for t in tree.tokens)
    return True


def _claimed_by(tree: Tree, index: int) -> Clause | None:
    """ "claims to have destroyed": what is claimed is the deed."""
    subject = subject_of(tree, index)
    if tree.lemma(index) != "claim" or subject is None:
        return None
    for kid in tree.kids(index, "xcomp", "ccomp"):
        if tree.kid(kid, "nsubj") is None and is_predicate(tree, kid) and tree.kid(kid, "cop") is None:
            return Clause(Form.CLAIMED, kid, kid, subject, borrowed=True, chain=(index,))
    return None


def _headline(tree: Tree, index: int) -> Clause | None:
    """ "Thirty killed in strikes", "31 dead after blast": a heading leaves its "be" out."""
    subject = tree.kid(index, "nsubj")
    if subject is None or subject > index or base(tree[index].dep) not in ("root", "conj", "parataxis", "advcl"):
        return None
    if tree[index].pos == "VERB" and tree[index].tag == "VBN" and tree.kid(index, "obj") is None:
        return Clause(Form.BE_LEFT_OUT, index, index, subject, passive=True)
    if tree[index].pos == "ADJ":
        return Clause(Form.BE_LEFT_OUT, index, index, subject)
    return None


def _nominal(tree: Tree, index: int) -> Iterator[Clause]:
    """Clauses that noun phrases hold: appositions, and "X's attempt to do Y"."""
    dep, head = base(tree[index].dep), tree[index].head
    if dep == "appos" and tree[index].pos in ("NOUN", "PROPN", "NUM") and tree[head].pos in ("NOUN", "PROPN"):
        yield from _apposition(tree, head, index)
    if dep == "acl" and tree[index].tag == "VB" and tree.lemma(head) in ATTEMPT_NOUNS | PLAN_NOUNS:
        owner = tree.kid(head, "nmod:poss")
        if owner is not None:
            yield Clause(Form.TRIED, index, index, owner, chain=(head,), borrowed=True)


def _differ(tree: Tree, noun: int, name: int) -> bool:
    """Whether a phrase cannot be what a name is, being one and many; a name may look like a plural."""
    proper = tree[name].pos == "PROPN" or tree[name].text[:1].isupper()
    return not proper and is_plural(tree, noun) != is_plural(tree, name)


def _apposition(tree: Tree, name: int, noun: int) -> Iterator[Clause]:
    """ "X, a Y" says that X is a Y; "the Y, X" says so too. Two bare names in a row are a place and its country."""
    if not tree.comma_before(noun):
        return
    if tree[name].pos == "NOUN" and tree[noun].pos == "PROPN":
        name, noun = noun, name
    if tree[noun].text[:1].isupper() and tree[name].text[:1].isupper() and noun != 0:
        return
    if any(k < noun for k in tree.kids(noun, "case")):
        return
    described = any(tree[k].dep in ("det", "nmod:poss", "nummod", "amod", "nmod") for k in tree.kids(noun))
    if tree[noun].pos == "PROPN" or not (described or tree[noun].pos == "NUM") or _differ(tree, noun, name):
        return
    yield Clause(Form.APPOSITION, noun, noun, name, borrowed=True)
