"""Which words of a clause are its own, and in which order a claim has them."""

from __future__ import annotations

from discrepancy.claims.arguments import according
from discrepancy.claims.clauses import Clause, Form
from discrepancy.claims.phrases import outside, pared, phrase, prepositions
from discrepancy.claims.predicates import RELATIVE, is_predicate, reports
from discrepancy.claims.vocabulary import ALWAYS_CONNECTIVE, CONNECTIVES
from discrepancy.claims.wording import Source
from discrepancy.syntax import NEGATIONS, Tree, base


def there(tree: Tree, clause: Clause) -> bool:
    """Whether a clause says that there is something: the order of the text is then the order of the claim."""
    return (
        clause.subject in tree.kids(clause.top, "nsubj")
        and clause.subject > clause.top
        and bool(tree.kids(clause.top, "expl"))
    )


def noun_phrase(source: Source, head: int, clause: Clause) -> list[int]:
    tree = source.tree
    barred = {clause.top, *prepositions(tree, head)}
    if head != clause.top and is_predicate(tree, head):
        barred |= set(tree.kids(head, "cop", "nsubj", "aux", "mark", "advmod", "advcl", "expl"))
    if clause.form is Form.TRIED:
        barred.add(clause.chain[0])
    words = phrase(tree, head, barred)
    return [i for i in words if not _doubted(source, i)] or [head]


def _doubted(source: Source, index: int) -> bool:
    """Whether a word only shows doubt and can go without breaking the sentence."""
    return index in source.hedged and source.tree[index].pos in ("ADV", "ADJ")


def body_of(source: Source, clause: Clause) -> list[int]:
    """The words of a clause without its subject and without what is no part of it, fronted words last."""
    tree, top = source.tree, clause.top
    own = set(tree.kids(top, "nsubj", "csubj")) if clause.form is not Form.TRIED else set()
    expletives = set(tree.kids(top, "expl"))
    if there(tree, clause):
        own = expletives = set()

    def dropped(kid: int) -> bool:
        return kid in own or kid in expletives or _left_out(source, clause, kid)

    words = [i for i in tree.subtree(top, dropped) if i not in source.hedged or not _doubted(source, i)]
    return _ordered(tree, clause, _without_marks(tree, words))


def _left_out(source: Source, clause: Clause, kid: int) -> bool:
    tree = source.tree
    dep, head = base(tree[kid].dep), tree[kid].head
    in_chain = head in (clause.top, clause.predicate, *clause.chain)
    if outside(tree, kid) or _doubted(source, kid):
        return True
    if clause.form is Form.PASSIVE_PARTICIPLE and tree.word(kid) == "being":
        return True
    if dep == "advcl":
        return kid not in (*clause.chain, clause.predicate)
    if dep == "obl" and (according(tree, kid) or tree.word(kid) in RELATIVE):
        return True
    return in_chain and _loose(tree, clause, kid)


def _loose(tree: Tree, clause: Clause, kid: int) -> bool:
    """Whether a dependent of a clause's own verbs only ties it to what stands around it."""
    dep, head = base(tree[kid].dep), tree[kid].head
    if dep in ("mark", "cc", "punct"):
        infinitive = clause.form in (Form.TRIED, Form.CLAIMED) and tree.word(kid) == "to"
        return head == clause.top and not infinitive and not (dep == "punct" and tree[kid].text == "-")
    if dep == "conj":
        return is_predicate(tree, kid) or tree[head].pos in ("VERB", "AUX") or tree.kid(kid, "nsubj") is not None
    if dep == "advmod":
        leads = kid < clause.top and tree.word(kid) in CONNECTIVES
        return leads or tree.word(kid) in RELATIVE or tree.word(kid) in ALWAYS_CONNECTIVE
    if dep == "ccomp":
        return reports(tree, head) is not None
    return tree.word(kid) in RELATIVE and dep in ("obj", "nsubj", "obl") and tree[clause.top].dep == "acl:relcl"


def _without_marks(tree: Tree, words: list[int]) -> list[int]:
    """Quotation marks and brackets go: their other half may be in another claim. Commas stay between neighbours."""
    have = frozenset(words)
    kept = []
    for i in words:
        token = tree[i]
        if (
            token.pos != "PUNCT"
            or (token.text in ",-–/" and i - 1 in have and i + 1 in have)
            or token.text in ("'", "’", ".")
        ):
            kept.append(i)
    return pared(tree, kept)


def _ordered(tree: Tree, clause: Clause, words: list[int]) -> list[int]:
    """Words with what was put in front of the clause put behind it."""
    top = clause.top
    start = clause.subject if clause.subject is not None and tree[clause.subject].head == top else top
    front: list[int] = []
    for kid in tree.kids(top, "obl", "advmod", "nmod", "advcl"):
        if (
            kid < start
            and kid < top
            and kid in words
            and tree.word(kid) not in NEGATIONS | {"no"}
            and _leads(tree, clause, kid)
        ):
            front += [i for i in tree.subtree(kid) if i in words]
    front = sorted(set(front))
    while front and tree[front[-1]].pos == "PUNCT":
        front.pop()
    rest = [i for i in words if i not in set(front)]
    while rest and tree[rest[0]].pos == "PUNCT":
        rest.pop(0)
    return [*rest, *(i for i in front if not (tree[i].pos == "PUNCT" and i == front[0]))]


def _leads(tree: Tree, clause: Clause, kid: int) -> bool:
    """Whether a dependent stands before the subject, and not between subject and verb."""
    subject = clause.subject
    if subject is not None and tree[subject].head == clause.top:
        return kid < tree.left(subject)
    return base(tree[kid].dep) != "advmod"
