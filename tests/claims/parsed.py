"""Parses that tests start from, so that none of them loads a model.

`parses.txt` holds sentences of our own making with the packaged parser's reading of each: start, word, lemma, part of
speech, tag, relation and head, one word a line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from discrepancy.model import Article, NameMention, Reading, Statement, Token


@cache
def parses() -> Mapping[str, tuple[Token, ...]]:
    found: dict[str, tuple[Token, ...]] = {}
    for block in Path(__file__).with_name("parses.txt").read_text("utf-8").split("\n\n"):
        first, *lines = block.strip().splitlines()
        found[first.removeprefix("# ")] = tuple(_token(index, line) for index, line in enumerate(lines))
    return found


def _token(index: int, line: str) -> Token:
    start, text, lemma, pos, tag, dep, head = line.split(" ")
    return Token(index, int(start), int(start) + len(text), text, lemma, pos, tag, dep, int(head))


def readings(sentences: Sequence[str], names: Mapping[str, str] | None = None) -> list[Reading]:
    """The readings of an article of these sentences; `names` gives the kind of each name in it."""
    article = Article("a", "a.txt", "", " ".join(sentences))
    found: list[Reading] = []
    start = 0
    for index, text in enumerate(sentences):
        statement = Statement(article, start, start + len(text), index=index)
        mentions = [
            NameMention(start + at, start + at + len(name), name, name, kind)
            for name, kind in (names or {}).items()
            if (at := text.find(name)) >= 0
        ]
        found.append(Reading(statement, parses()[text], names=tuple(sorted(mentions, key=lambda m: m.start))))
        start += len(text) + 1
    return found
