"""Sentences of a tokenised collection (ECB+) as they may have stood in print."""

from __future__ import annotations

import re
from collections.abc import Sequence

_AFTER_A_DASH = (
    "the|a|an|who|which|that|and|but|or|he|she|it|they|we|his|her|in|on|at|with|after|as|to|of|for|not|including"
)
"""Before one of these a hyphen with spaces around it was a dash."""
_RULES = (
    (r"(?:``|'') ?", '"'),
    (r"(?<=\d) ([.:/]) (?=\d)", r"\1"),
    (r"(?<=\d) , (?=\d{3}\b)", ","),
    (r"\b([A-Za-z]) \. (?=[A-Za-z] \.)", r"\1."),
    (rf"(?<=\w) - (?!(?:{_AFTER_A_DASH})\b)(?=\w)", "-"),
    (r" (['’]) ?(s|t|re|ve|ll|d|m)\b", r"\1\2"),
    (r" ([.,;:!?%)\]”]|n't\b)", r"\1"),
    (r"([(\[“$£€]) ", r"\1"),
)


def plain_lines(sentences: Sequence[str]) -> list[str]:
    """The sentences without the tokeniser's spaces, less the addresses of pages."""
    return [_plain(line) for line in sentences if not line.startswith("http :")]


def _plain(line: str) -> str:
    for pattern, put in _RULES:
        line = re.sub(pattern, put, line)
    return line
