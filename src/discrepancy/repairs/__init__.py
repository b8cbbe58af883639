"""Repairs of parses that cannot be right, by what English allows: a small parser's commonest mistakes in news.

A clause that is set off by commas between a subject and a finite verb hangs on the subject; a participle that opens
a sentence hangs on the clause that follows; a past participle under "be" is a passive. What is left is a tree with one
root: a repair that would make a circle of a sentence is not made in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from discrepancy.model import Token
from discrepancy.repairs import clauses, nouns, verbs

ORDER: tuple[Callable[[list[Token]], None], ...] = (
    verbs.mend_negations,
    verbs.mend_past_forms,
    nouns.mend_split_names,
    verbs.mend_noun_root,
    verbs.mend_finite,
    clauses.mend_relative,
    verbs.mend_passives,
    verbs.mend_agents,
    verbs.mend_adjectives,
    clauses.mend_opening_subject,
    clauses.mend_opening_participle,
    clauses.mend_lost_subject,
    clauses.mend_inserted_clause,
    nouns.mend_ages,
    nouns.mend_double_subject,
    clauses.mend_fronted,
    clauses.mend_beside,
    nouns.mend_name_lists,
    nouns.mend_split_nouns,
    nouns.mend_including,
)
"""Each changes the list in place. A later one counts on the earlier: a lost verb is found before a subject is sought
for it, and clauses have their verbs before what stands beside their nouns is read."""


def mended(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with the relations that are certain to be wrong put right."""
    have = list(tokens)
    for mend in ORDER:
        before = tuple(have)
        mend(have)
        if have != list(before) and not is_tree(have):
            have[:] = before
    return tuple(have)


def is_tree(tokens: Sequence[Token]) -> bool:
    """Whether every token hangs on a root, over however many others, and nothing that is called a part of another hangs
    on itself."""
    if any(token.head == token.index and token.dep != "root" for token in tokens):
        return False
    settled: set[int] = set()
    for token in tokens:
        path: set[int] = set()
        at = token.index
        while at not in settled and tokens[at].head != at:
            if at in path:
                return False
            path.add(at)
            at = tokens[at].head
        settled |= path | {at}
    return True
