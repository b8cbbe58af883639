"""Finding a way in a parse, and moving a root: what the repairs share. A root is its own head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.model import Token

WHO = frozenset({"who", "which", "that"})
"""Pronouns that open a relative clause."""


def kids(tokens: Sequence[Token], head: int) -> list[int]:
    """Indices of the tokens that hang on `head`, in the order of the text."""
    return [t.index for t in tokens if t.head == head and t.index != head]


def base(token: Token) -> str:
    """A relation without its subtype: "nsubj" for "nsubj:pass"."""
    return token.dep.partition(":")[0]


def subjects_of(tokens: Sequence[Token], head: int) -> list[int]:
    """Nominal subjects of `head`, active or passive."""
    return [k for k in kids(tokens, head) if base(tokens[k]) == "nsubj"]


def has_auxiliary(tokens: Sequence[Token], head: int) -> bool:
    """Whether `head` has an auxiliary or a copula."""
    return any(base(tokens[k]) in ("aux", "cop") for k in kids(tokens, head))


def comma_between(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a comma stands behind `first` and before `last`."""
    return any(t.text == "," for t in tokens[first + 1 : last])


def proper(token: Token) -> bool:
    """Whether a word is a name, or is written like one."""
    return token.pos == "PROPN" or token.text[:1].isupper()


def below(tokens: Sequence[Token], index: int, top: int) -> bool:
    """Whether `index` hangs below `top`, so that hanging `top` on it would close a ring."""
    while tokens[index].head != index:
        index = tokens[index].head
        if index == top:
            return True
    return index == top


def promote(tokens: list[Token], old: int, new: int, dep: str, tag: str) -> None:
    """Make `new` the root and hang the old root on it. What stood behind the new root goes with it."""
    tokens[new] = replace(tokens[new], head=new, dep="root")
    for kid in kids(tokens, old):
        if kid > new:
            tokens[kid] = replace(tokens[kid], head=new)
    tokens[old] = replace(
        tokens[old], head=new, dep=dep, tag=tag, pos="VERB" if tag.startswith("VB") else tokens[old].pos
    )
