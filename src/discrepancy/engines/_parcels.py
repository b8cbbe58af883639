"""What travels between the machines of a cluster, as bytes.

An article goes out with its text, to be profiled and to be compared. It comes back as its id alone: a comparison names
an article in each of its statements, and who sent it has it already.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Sequence

from discrepancy.model import Article, Comparison, Line
from discrepancy.packing import packed, unpacked
from discrepancy.stages import Group, Lines


def pack(groups: Sequence[Group], lines: Lines) -> bytes:
    """The articles of some events with their lines."""
    own = {article.id: tuple(lines[article.id]) for articles in groups for article in articles}
    return pickle.dumps(([tuple(articles) for articles in groups], own), pickle.HIGHEST_PROTOCOL)


def unpack(parcel: bytes) -> tuple[list[tuple[Article, ...]], dict[str, tuple[Line, ...]]]:
    # Who may give a worker work may have it run anything: Dask has no other way.
    groups, lines = pickle.loads(parcel)  # noqa: S301
    return groups, lines


def pack_answer(comparisons: Sequence[Comparison]) -> bytes:
    """Comparisons, each article in them as its id."""
    return packed(list(comparisons), lambda value: value.id if isinstance(value, Article) else None)


def unpack_answer(parcel: bytes, articles: Iterable[Article]) -> list[Comparison]:
    """Comparisons of some of `articles`, which stand in them as they are.

    Raises:
        ValueError: when they are anything else.
    """
    made: list[Comparison] = unpacked(parcel, {article.id: article for article in articles}.__getitem__)
    return made
