"""Text as tokenizers take it."""

from __future__ import annotations

from typing import TypeVar, cast

T = TypeVar("T", str, tuple[str, str])


def encodable(text: T) -> T:
    """Half a surrogate pair becomes "?": the tokenizers refuse it."""
    if isinstance(text, str):
        return text.encode("utf-8", "replace").decode()
    return cast(T, tuple(map(encodable, text)))
