"""Predicates of a parse: what is one, whether it is finite or passive, and whose subject it has."""

from __future__ import annotations

from discrepancy.claims.vocabulary import RAISING, SAYING
from discrepancy.syntax import Tree, base

RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "where", "when", "why"})
VERBAL_TAGS = frozenset({"VB", "VBD", "VBP", "VBZ"})
FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})


def is_predicate(tree: Tree, index: int) -> bool:
    if tree[index].tag == "MD":
        return False
    if tree[index].pos == "VERB" or tree.kid(index, "cop") is not None:
        return True
    if tree[index].pos == "ADJ" and tree[index].tag in VERBAL_TAGS:
        return True
    return tree[index].pos == "AUX" and base(tree[index].dep) not in ("aux", "cop")


def is_finite(tree: Tree, index: int) -> bool:
    """Whether a predicate has tense: its own, its auxiliary's, its copula's, or that of the verb it is joined to."""
    helpers = tree.kids(index, "aux", "cop")
    if any(tree[k].tag in FINITE_TAGS for k in helpers):
        return True
    if not helpers and tree[index].tag in FINITE_TAGS:
        return True
    head = tree[index].head
    if base(tree[index].dep) != "conj" or not is_predicate(tree, head) or not is_finite(tree, head):
        return False
    return _same_tense(tree, index, head, [tree[k].tag for k in helpers])


def _same_tense(tree: Tree, index: int, head: int, helpers: list[str]) -> bool:
    """Whether a verb form can share the auxiliaries of the verb that it is joined to."""
    tag = tree[index].tag if not helpers else helpers[0]
    if tag == "VB" and any(tree.word(k) == "to" for k in tree.kids(index, "mark")):
        return tree[head].tag == "VB"
    if tag in ("VBG", "VB"):
        return tree[head].tag == tag or any(tree[k].tag == "MD" for k in tree.kids(head, "aux"))
    return tag == "VBN"


def is_passive(tree: Tree, index: int) -> bool:
    if tree.kids(index, "aux:pass", "nsubj:pass"):
        return True
    if tree[index].tag != "VBN":
        return False
    if base(tree[index].dep) == "conj" and not tree.kids(index, "aux", "nsubj"):
        return is_passive(tree, tree[index].head)
    return any(tree.lemma(k) == "be" for k in tree.kids(index, "aux"))


def reports(tree: Tree, index: int) -> int | None:
    """The clause that a verb of saying or thinking governs; None when it governs none, and so is a deed itself."""
    if tree.lemma(index) not in SAYING or tree[index].pos != "VERB":
        return None
    content = next((k for k in tree.kids(index, "ccomp") if is_predicate(tree, k)), None)
    if content is None and base(tree[index].dep) == "parataxis" and tree.kid(index, "nsubj") is not None:
        content = tree[index].head
    return content


def subject_of(tree: Tree, index: int) -> int | None:
    """The head of a predicate's subject, its own or the one that it shares; a relative pronoun gives its antecedent."""
    for kid in tree.kids(index, "nsubj", "csubj"):
        if tree.word(kid) in RELATIVE and tree[index].dep == "acl:relcl":
            return antecedent(tree, lifted(tree, index))
        return kid
    expletive = tree.kid(index, "expl")
    if expletive is not None and tree.kid(index, "csubj", "ccomp") is not None:
        return expletive
    return _shared(tree, index)


def _shared(tree: Tree, index: int) -> int | None:
    head, dep = tree[index].head, base(tree[index].dep)
    if head == index or dep not in ("conj", "advcl", "xcomp", "acl"):
        return None
    if dep == "acl":
        return antecedent(tree, lifted(tree, index)) if tree[index].dep == "acl" else None
    return subject_of(tree, head) if is_predicate(tree, head) else None


def lifted(tree: Tree, clause: int) -> int:
    """The noun that a clause hangs on: a clause without a comma says which, and so does not hang on a name.

    "a range near Kyiv that was used": the range was.
    """
    head = tree[clause].head
    above = tree[head].head
    if tree[head].pos != "PROPN" or base(tree[head].dep) not in ("nmod", "obl") or tree.comma_before(clause):
        return head
    if tree[above].pos == "NOUN":
        return above
    return next((k for k in tree.kids(above, "obj") if k < head and tree[k].pos == "NOUN"), head)


def antecedent(tree: Tree, head: int) -> int | None:
    """What a clause on a noun speaks of: "X" for the noun of "X, a Y" and "X is a Y"; else the noun itself."""
    if base(tree[head].dep) == "appos":
        return antecedent(tree, tree[head].head)
    if tree.kid(head, "cop") is not None:
        return subject_of(tree, head)
    return head


def chain_of(tree: Tree, index: int) -> tuple[int, ...]:
    """The verbs from `index` down its infinitives: "tried", "break" of "tried to break in"."""
    found = [index]
    while (below := _infinitive(tree, found[-1])) is not None:
        found.append(below)
    return tuple(found)


def _infinitive(tree: Tree, index: int) -> int | None:
    if tree.lemma(index) not in RAISING or (tree.kid(index, "obj") is not None and not is_passive(tree, index)):
        return None
    for kid in tree.kids(index, "xcomp", "advcl"):
        if base(tree[kid].dep) == "advcl" and tree[index].pos != "ADJ":
            continue
        if (
            kid > index
            and is_predicate(tree, kid)
            and tree.kid(kid, "nsubj") is None
            and tree[kid].tag in ("VB", "VBN", "VBG")
        ):
            return kid
    return None
