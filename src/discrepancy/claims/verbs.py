"""Verb forms that a clause needs to stand alone: a "be", a simple tense, the active of a passive."""

from __future__ import annotations

from discrepancy.claims.clauses import Clause, Form
from discrepancy.claims.inflect import past, past_of_participle, present, to_be
from discrepancy.claims.phrases import is_plural, negator
from discrepancy.claims.predicates import is_predicate
from discrepancy.claims.vocabulary import STATES, STATIVE
from discrepancy.claims.wording import Piece
from discrepancy.syntax import Tree, base


def speaks_of_many(tree: Tree, head: int | None) -> bool:
    """Whether a subject takes a plural verb."""
    return head is not None and is_plural(tree, head)


def helpers(tree: Tree, clause: Clause) -> list[Piece]:
    """What a clause lacks to stand alone: a "be", or the auxiliaries of the verb that it is joined to."""
    top, plural = clause.top, speaks_of_many(tree, clause.subject)
    if clause.form is Form.TRIED:
        noun = tree.lemma(clause.chain[0])
        return ["attempted" if noun in ("attempt", "bid", "effort", "try") else "planned"]
    if clause.form is Form.CLAIMED:
        return []
    if clause.form in (Form.PASSIVE_PARTICIPLE, Form.BE_LEFT_OUT) and not _tensed(tree, top):
        return [to_be(plural, tree.lemma(top) not in STATES)]
    if clause.form is Form.ACTIVE_PARTICIPLE and not tree.kids(top, "aux"):
        return [] if simple_tense(tree, clause) is not None else [to_be(plural, _in_past(tree, top))]
    first = next(iter(tree.kids(top, "aux", "cop")), top)
    if base(tree[top].dep) == "conj" and tree[first].tag in ("VBN", "VB", "VBG"):
        return list(tree.kids(tree[top].head, "aux"))
    return []


def _tensed(tree: Tree, index: int) -> bool:
    return any(tree.word(k) != "being" for k in tree.kids(index, "aux"))


def _in_past(tree: Tree, index: int) -> bool:
    """Whether the clause that a participle hangs on is told in the past."""
    for above in tree.ancestors(index):
        helpers = [tree[k] for k in tree.kids(above, "aux", "cop")]
        if not is_predicate(tree, above):
            continue
        if any(h.tag == "VBD" for h in helpers) or (not helpers and tree[above].tag == "VBD"):
            return True
        return any(h.lemma.lower() == "have" for h in helpers)
    return False


def simple_tense(tree: Tree, clause: Clause) -> str | None:
    """The simple tense that a participle or a claimed deed stands for, where it stands for one.

    States are told in the simple tense, and so is what follows from the main clause: "sank, killing 40".
    """
    top = clause.top
    if clause.form is Form.CLAIMED:
        perfect = any(tree.lemma(k) == "have" for k in tree.kids(top, "aux"))
        return past(tree.lemma(top)) if perfect else present(tree.lemma(top), speaks_of_many(tree, clause.subject))
    if clause.form is not Form.ACTIVE_PARTICIPLE or tree.kids(top, "aux"):
        return None
    lemma, in_past = tree.lemma(top), _in_past(tree, top)
    if lemma in STATIVE:
        return (
            past(lemma)
            if in_past and base(tree[top].dep) == "advcl"
            else present(lemma, speaks_of_many(tree, clause.subject))
        )
    governor = tree[top].head
    if base(tree[top].dep) == "advcl" and top > governor and in_past and tree.kid(top, "mark") is None:
        return past(lemma)
    return None


def active_verb(tree: Tree, clause: Clause, agent: int) -> list[Piece] | None:
    """The verb of a passive as an active one, with its tense and negation."""
    at = clause.predicate
    lemma, plural = tree.lemma(at), is_plural(tree, agent)
    helpers = list(tree.kids(at, "aux"))
    if base(tree[at].dep) == "conj" and not helpers:
        helpers = list(tree.kids(tree[at].head, "aux"))
    words = [tree.word(k) for k in helpers]
    if negator(tree, at) is not None:
        does = {"was": "did", "were": "did", "is": "do" if plural else "does", "are": "do" if plural else "does"}
        return [f"{does[words[0]]} not", lemma] if len(words) == 1 and words[0] in does else None
    if not words or words in (["was"], ["were"]):
        return [past_of_participle(tree.word(at), lemma)]
    if words in (["is"], ["are"]):
        return [present(lemma, plural)]
    if words[-1] == "been" and len(words) == 2 and words[0] in ("has", "have", "had"):
        return ["had" if words[0] == "had" else "have" if plural else "has", at]
    if words[-1] == "be" and len(words) == 2:
        return [helpers[0], lemma]
    return None
