"""Where a parse is doubtful: the clauses and statements that are better left alone."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy import people
from discrepancy.claims.clauses import Clause, Form
from discrepancy.claims.phrases import inner, is_plural, phrase
from discrepancy.claims.predicates import RELATIVE, is_predicate, reports
from discrepancy.claims.wording import Source
from discrepancy.model import Claim, Reading
from discrepancy.syntax import Tree, base

MAX_TOKENS = 160
"""A statement longer than this was not cut into sentences well, and its parse is not to be trusted."""
COVERED = 0.5
"""Share of a statement's content words that its claims hold between them; with less, the statement stands too."""
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
COLLECTIVE = frozenset(
    "family couple public media majority minority number percent % rest half none some most more dozen hundred"
    " thousand"
    " million side".split()
)
"""Singular nouns that take a plural verb, in British use or with what they count."""
HEADS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM", "X"})


def told(reading: Reading) -> bool:
    """Whether a statement has a parse that can be read at all."""
    tokens = reading.tokens
    if not tokens or len(tokens) > MAX_TOKENS or any(not 0 <= t.head < len(tokens) for t in tokens):
        return False
    return any(t.pos in ("VERB", "AUX") or t.tag.startswith("VB") for t in tokens) or any(
        base(t.dep) == "appos" or t.pos == "ADJ" for t in tokens
    )


def sound(tree: Tree, clause: Clause) -> bool:
    """Whether a clause is one that the parse is to be believed about."""
    subject = clause.subject
    if subject is None:
        return False
    if tree[subject].pos not in HEADS or tree.word(subject) in RELATIVE - {"that"}:
        return False
    own = phrase(tree, subject, (clause.top,)) if clause.form is not Form.TRIED else []
    if clause.predicate in own or _holds_verb(tree, subject, own) or not _in_order(tree, clause):
        return False
    if tree.word(subject) == "that" and tree[subject].pos != "PRON":
        return False
    if _disagree(tree, clause) or _asked(tree, clause):
        return False
    return len(tree.kids(clause.predicate, "obj")) < 2 and len(tree.kids(clause.top, "nsubj")) < 2


def _holds_verb(tree: Tree, subject: int, words: Sequence[int]) -> bool:
    """Whether a noun phrase holds a copula of its own, as it does where a clause was taken for a phrase."""
    if any(base(tree[i].dep) == "cop" and tree[i].head == subject for i in words):
        return True
    return any(tree[i].tag in ("VBD", "VBZ", "VBP") and not _relative(tree, i) for i in words)


def _relative(tree: Tree, index: int) -> bool:
    """Whether a verb stands in a clause on a noun, where a noun phrase may hold one."""
    return any(base(tree[i].dep) in ("acl", "ccomp", "csubj") for i in (index, *tree.ancestors(index)))


def _disagree(tree: Tree, clause: Clause) -> bool:
    """Whether a singular noun has a plural verb: one of the two was taken for something else."""
    subject = clause.subject
    if subject is None or clause.form not in (Form.FINITE, Form.COPULA) or tree[subject].tag != "NN":
        return False
    collective = tree.lemma(subject) in COLLECTIVE or people.is_organisation(tree.lemma(subject))
    if is_plural(tree, subject) or inner(tree, subject) != subject or collective:
        return False
    verbs = [*tree.kids(clause.top, "aux", "cop"), clause.top]
    return tree.word(verbs[0]) in ("are", "were", "have") or (len(verbs) == 1 and tree[verbs[0]].tag == "VBP")


def tangled(tree: Tree, clause: Clause, words: Sequence[int]) -> bool:
    """Whether a claim's words hold the subject of another clause that is no part of it."""
    own = {clause.top, clause.predicate, *clause.chain}
    for index in words:
        head = tree[index].head
        if base(tree[index].dep) != "nsubj" or head in own or head not in words or not is_predicate(tree, head):
            continue
        if not any(base(tree[i].dep) in ("acl", "ccomp", "xcomp", "csubj") for i in (head, *tree.ancestors(head))):
            return True
    return False


def _asked(tree: Tree, clause: Clause) -> bool:
    """Whether an argument is a question word: the clause asks, and does not state."""
    words = {tree.word(k) for k in tree.kids(clause.top, "obj", "obl", "advmod", "nsubj")}
    return bool(words & {"what", "how", "whom", "why", "whatever", "whoever"})


def _in_order(tree: Tree, clause: Clause) -> bool:
    """An English subject stands before its verb; a participle before its noun has no claim to make."""
    if clause.form in (Form.FINITE, Form.COPULA) and not clause.borrowed and clause.subject is not None:
        inverted = tree.kid(clause.top, "expl") is not None or any(k < clause.top for k in tree.kids(clause.top, "aux"))
        return clause.subject < clause.predicate or inverted
    return True


def complete(source: Source, claims: Sequence[Claim]) -> bool:
    """Whether claims hold most of a statement's content words, those of who says so set aside."""
    spans = [span for claim in claims for span in claim.spans]
    speech = [s.speaker_span for s in source.reading.speech]
    said = _reporting(source.tree)
    content = [
        t
        for t in source.tree.tokens
        if t.pos in CONTENT and t.index not in said and not _within(t.start + source.offset, speech)
    ]
    held = sum(1 for t in content if _within(t.start + source.offset, spans))
    return held >= COVERED * len(content)


def _reporting(tree: Tree) -> frozenset[int]:
    """The words that only say who says: verbs of saying with their subjects."""
    verbs = [t.index for t in tree.tokens if reports(tree, t.index) is not None]
    return frozenset(i for v in verbs for k in tree.kids(v, "nsubj", "obl") for i in (v, *tree.subtree(k)))


def _within(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(low <= offset < high for low, high in spans)
