"""Parses in ClearNLP's style, as spaCy's own English models give them, brought near Universal Dependencies.

A best effort for `--parser en_core_web_sm` and its like; what is mapped:

- labels that only differ in name (`_RENAMED`: nsubjpass is nsubj:pass, dobj is obj, relcl is acl:relcl ...);
- prepositions: in "sat in Rome" the preposition heads its noun; here "Rome" hangs on "sat" as obl (nmod on a noun,
  obl:agent after the "by" of a passive) and "in" on "Rome" as case. A clause after one is advcl (acl on a noun) with
  mark;
- copulas: in "was a soldier" the verb is the head; here "soldier" is, and "was" is its cop;
- coordination: all conjuncts hang on the first, and the conjunction on the conjunct after it.

What stays: prepositions without an object (advmod), fixed expressions, and the choice between obl and nmod of a wrong
attachment.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from discrepancy.model import Token

Tokens = tuple[Token, ...]

_RENAMED = {
    "acomp": "xcomp",
    "agent": "advmod",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "discourse",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_COMPLEMENTS = frozenset({"attr", "acomp"})


@dataclass(slots=True)
class _Tree:
    """The parse while it is rebuilt: a head and a label for each token."""

    tokens: Tokens
    heads: list[int]
    deps: list[str]

    def kids(self, head: int, *deps: str) -> list[int]:
        return [i for i, at in enumerate(self.heads) if at == head != i and self.deps[i] in deps]

    def nominal(self, i: int) -> bool:
        return self.tokens[i].pos in _NOMINAL


def to_universal(tokens: Tokens) -> Tokens:
    """The tokens with heads and relations as Universal Dependencies have them, as far as the table above goes."""
    deps = ["nmod:desc" if token.dep == "nmod" else token.dep for token in tokens]
    tree = _Tree(tokens, [token.head for token in tokens], deps)
    steps: tuple[Callable[[_Tree], None], ...] = (_conjuncts, _prepositions, _copulas)
    for step in steps:
        step(tree)
    return tuple(
        Token(t.index, t.start, t.end, t.text, t.lemma, t.pos, t.tag, _RENAMED.get(dep, dep), head)
        for t, head, dep in zip(tokens, tree.heads, tree.deps, strict=True)
    )


def _conjuncts(tree: _Tree) -> None:
    chained = [i for i, dep in enumerate(tree.deps) if dep == "conj"]
    for i in chained:
        before = tree.heads[i]
        for cc in tree.kids(before, "cc"):
            if before < cc < i:
                tree.heads[cc] = i
    for i in chained:
        first = tree.heads[i]
        while tree.deps[first] == "conj":
            first = tree.heads[first]
        tree.heads[i] = first


def _prepositions(tree: _Tree) -> None:
    prepositions = [i for i, dep in enumerate(tree.deps) if dep in ("prep", "agent", "dative")]
    for i in prepositions:
        objects = tree.kids(i, "pobj", "pcomp")
        if not objects:
            continue
        new, outer = objects[0], tree.heads[i]
        clause = tree.deps[new] == "pcomp" and tree.tokens[new].pos in ("VERB", "AUX")
        tree.heads[new], tree.deps[new] = outer, _oblique(tree, i, outer, clause)
        for kid in range(len(tree.heads)):
            if tree.heads[kid] == i and kid != new:
                tree.heads[kid] = new
        tree.heads[i], tree.deps[i] = new, "mark" if clause else "case"


def _oblique(tree: _Tree, preposition: int, outer: int, clause: bool) -> str:
    if clause:
        return "acl" if tree.nominal(outer) else "advcl"
    if tree.deps[preposition] == "agent":
        return "obl:agent"
    if tree.deps[outer] in ("prep", "agent"):
        return "nmod"
    predicate = bool(tree.kids(outer, "cop", "nsubj"))
    return "nmod" if tree.nominal(outer) and not predicate else "obl"


def _copulas(tree: _Tree) -> None:
    for verb, token in enumerate(tree.tokens):
        if token.lemma != "be" or not (complements := tree.kids(verb, *_COMPLEMENTS)):
            continue
        new, root = complements[-1], tree.heads[verb] == verb
        tree.heads[new], tree.deps[new] = (new, "root") if root else (tree.heads[verb], tree.deps[verb])
        for kid in range(len(tree.heads)):
            if tree.heads[kid] == verb and kid not in (verb, new):
                tree.heads[kid] = new
        tree.heads[verb], tree.deps[verb] = new, "cop"
