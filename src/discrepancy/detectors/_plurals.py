"""Plurals of English nouns, for questions."""

from __future__ import annotations

_PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet"}


def many(noun: str) -> str:
    """The plural of a noun in lower case, by rule: "countries", "churches", "people"."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return _PLURALS.get(noun) or f"{noun}s"
