"""Names of questions: what hangs together by pairs of statements is one question."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

Key: TypeAlias = tuple[str, int, int]


def topics(pairs: Iterable[tuple[Key, Key]]) -> dict[Key, Key]:
    """For each statement of a pair the first statement that it hangs together with."""
    root: dict[Key, Key] = {}

    def top(key: Key) -> Key:
        while root.setdefault(key, key) != key:
            key = root[key]
        return key

    for a, b in pairs:
        first, second = sorted((top(a), top(b)))
        root[second] = first
    return {key: top(key) for key in root}
