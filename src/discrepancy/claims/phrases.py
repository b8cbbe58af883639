"""Noun phrases: which words belong to one, what its head is, how it is quantified, and how it reads."""

from __future__ import annotations

from collections.abc import Iterable

from discrepancy.syntax import NEGATIONS, Tree, base

QUANTIFIERS = {
    "all": "all", "every": "all", "each": "all", "both": "all", "everyone": "all", "everybody": "all",
    "no": "none", "none": "none", "neither": "none", "nobody": "none", "no-one": "none",
    "most": "most", "majority": "most",
    "many": "many", "scores": "many", "score": "many", "numerous": "many", "dozen": "many", "dozens": "many",
    "some": "some", "several": "some", "few": "few",
}  # fmt: skip
PARTITIVES = frozenset(QUANTIFIERS) | frozenset(
    "number ten hundred thousand million half third quarter handful group-of rest one any lot plenty dozens"
    " total".split()
)
ONE_OF_A_KIND = frozenset("first second third fourth fifth last only next final sole same".split())


def inner(tree: Tree, head: int) -> int:
    """The noun that a partitive counts: "recruits" of "most of the recruits"; the head itself otherwise."""
    if tree.lemma(head) not in PARTITIVES and tree[head].pos != "NUM":
        return head
    for kid in tree.kids(head, "nmod"):
        case = tree.kid(kid, "case")
        if case is not None and tree.word(case) == "of":
            return inner(tree, kid)
    return head


def quantifier(tree: Tree, head: int) -> str | None:
    """all, none, most, many, some or few, when a phrase says so of its noun."""
    if tree.lemma(head) in QUANTIFIERS:
        return QUANTIFIERS[tree.lemma(head)]
    for kid in tree.kids(head, "det", "amod", "advmod", "nummod", "cc", "discourse", "nmod"):
        if tree.word(kid) in QUANTIFIERS and tree[kid].dep != "nmod" and kid < head:
            found = QUANTIFIERS[tree.word(kid)]
            return None if _a_few(tree, kid, found) else found
    return None


def _a_few(tree: Tree, kid: int, found: str) -> bool:
    """ "a few" affirms where "few" denies, and "the few" picks out."""
    return found in ("few", "many") and kid > 0 and tree.word(kid - 1) in ("a", "the", "an")


def is_plural(tree: Tree, head: int) -> bool:
    if any(base(tree[k].dep) == "conj" and tree[k].pos in ("NOUN", "PROPN", "NUM", "PRON") for k in tree.kids(head)):
        return True
    number = tree.kid(head, "nummod")
    if tree[head].tag in ("NNS", "NNPS"):
        return True
    if tree[head].pos == "NUM" or tree.word(head) in ("they", "we", "these", "those", "you"):
        return tree.word(head) not in ("one", "1")
    return number is not None and tree.word(number) not in ("one", "1")


def phrase(tree: Tree, head: int, without: Iterable[int] = (), coordinated: bool = True) -> list[int]:
    """The words of a noun phrase, without what makes a claim of its own.

    Appositions go, and so do clauses that are set off or that hang on a name; a clause that picks out which one
    is meant stays: "rebel groups that have broken the truce" are not all rebel groups.
    """
    barred = frozenset(without)

    def dropped(kid: int) -> bool:
        return (
            kid in barred or outside(tree, kid) or (not coordinated and tree[kid].head == head and _linked(tree, kid))
        )

    return trimmed(tree, tree.subtree(head, dropped))


def prepositions(tree: Tree, head: int) -> tuple[int, ...]:
    """The prepositions of an oblique; those before a subject or object are of its number: "over a dozen"."""
    return tree.kids(head, "case") if base(tree[head].dep) not in ("nsubj", "obj", "conj", "root") else ()


def _linked(tree: Tree, kid: int) -> bool:
    return base(tree[kid].dep) in ("conj", "cc")


def outside(tree: Tree, kid: int) -> bool:
    """Whether a dependent is left out of the phrase or clause that it hangs on."""
    dep, head = tree[kid].dep, tree[kid].head
    if _hyphened(tree, kid):
        return False
    if base(dep) in ("appos", "parataxis", "discourse", "vocative", "dislocated", "reparandum", "list", "dep"):
        return True
    if dep == "nmod:unmarked" or (base(dep) == "nmod" and kid > head and tree[head].pos == "PROPN"):
        return tree.comma_before(kid)
    if base(dep) == "acl":
        return not picks_out(tree, head, kid)
    if base(dep) == "conj":
        return tree.kid(kid, "nsubj") is not None or (tree[kid].pos == "VERB" and tree[head].pos in ("NOUN", "PROPN"))
    return base(dep) == "nmod" and _including(tree, kid)


def _hyphened(tree: Tree, kid: int) -> bool:
    """Whether a branch is joined to the word before it by a hyphen: "Kremlin" of "anti-Kremlin"."""
    first = tree.left(kid)
    return first > 1 and tree[first - 1].text == "-" and tree[first - 1].end == tree[first].start


def _including(tree: Tree, kid: int) -> bool:
    case = tree.kid(kid, "case")
    return case is not None and tree.word(case) in ("including", "like") and tree.comma_before(kid)


def picks_out(tree: Tree, head: int, clause: int) -> bool:
    """Whether a clause on a noun says which one is meant, so that the noun cannot be quoted without it."""
    if tree.comma_before(clause) or (tree[head].pos == "PROPN" and not is_plural(tree, head)):
        return False
    if tree[clause].dep == "acl" and tree[clause].tag == "VB":
        return not any(tree.word(k) in ("this", "that", "these", "those") for k in tree.kids(head, "det"))
    if any(tree.word(k) in ("a", "an") for k in tree.kids(head, "det")):
        return any(tree.lemma(k) in ONE_OF_A_KIND for k in tree.kids(head, "amod"))
    return True


def trimmed(tree: Tree, words: list[int]) -> list[int]:
    """Words without the punctuation that has lost what it set off. Hyphens inside a word stay."""
    have = frozenset(words)
    kept = [i for i in words if tree[i].pos not in ("PUNCT", "SYM") or _keeps(tree, i, have)]
    return pared(tree, kept)


def pared(tree: Tree, words: list[int]) -> list[int]:
    """Words without marks and conjunctions at either end."""
    while words and tree[words[0]].pos in ("PUNCT", "CCONJ") and tree[words[0]].dep != "cc:preconj":
        words = words[1:]
    while words and tree[words[-1]].pos in ("PUNCT", "CCONJ"):
        words = words[:-1]
    return words


def _keeps(tree: Tree, index: int, have: frozenset[int]) -> bool:
    token = tree[index]
    if token.pos == "SYM" or token.text == "%":
        return True
    if token.text in ",;":
        return index - 1 in have and index + 1 in have
    return token.text in ("-", "–", "/", "'", "’", ".") and _tight(tree, index) and index - 1 in have


def _tight(tree: Tree, index: int) -> bool:
    """Whether no space stands before a mark, as in "Al-Nusra" and "St."."""
    return index > 0 and tree[index - 1].end == tree[index].start


def negator(tree: Tree, index: int) -> int | None:
    """The word that denies a predicate: "not", "never"; "no longer" too."""
    for kid in tree.kids(index, "advmod", "det", "cc", "aux", "neg", "discourse"):
        word = tree.word(kid)
        if word in NEGATIONS and not _only(tree, kid):
            return kid
        if word == "longer" and kid > 0 and tree.word(kid - 1) == "no":
            return kid
    return None


def _only(tree: Tree, index: int) -> bool:
    """ "not only", "not just" and "not least" deny nothing."""
    return index + 1 < len(tree) and tree.word(index + 1) in ("only", "just", "least", "merely", "simply")
