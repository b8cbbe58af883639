"""Parses written by hand, one word as "text/lemma/pos/tag/dep/head", and what a repair changes in them."""

from __future__ import annotations

from collections.abc import Callable

from discrepancy.model import Token


def tree(text: str) -> list[Token]:
    found: list[Token] = []
    start = 0
    for index, entry in enumerate(text.split()):
        word, lemma, pos, tag, dep, head = entry.split("/")
        found.append(Token(index, start, start + len(word), word, lemma, pos, tag, dep, int(head)))
        start += len(word) + 1
    return found


def changes(mend: Callable[[list[Token]], object], text: str) -> set[str]:
    """Each word that is changed in place, as "text/lemma/pos/tag/dep/head"."""
    before = tree(text)
    after = list(before)
    mend(after)
    assert sum(t.head == t.index for t in after) == 1
    return {
        "/".join([t.text, t.lemma, t.pos, t.tag, t.dep, str(t.head)])
        for old, t in zip(before, after, strict=True)
        if t != old
    }
