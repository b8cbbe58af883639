"""Which other sentences a reader needs in order to follow a quoted one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from discrepancy.model import Position, Report, Span, Statement

_OPENING_PRONOUN = re.compile(
    r"\W{0,3}(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|this|that|these|those|both|neither|such)\b",
    re.IGNORECASE,
)

Statements = Mapping[str, Sequence[Statement]]


def by_article(report: Report) -> Statements:
    """The statements of each article, in the order of the text."""
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(report.statements, key=lambda statement: (statement.article.id, statement.start)):
        found[statement.article.id].append(statement)
    return found


def context(position: Position, statements: Statements) -> list[Span]:
    """Spans of the sentences that a reader needs, in the order of the text.

    When the quote has a resolved reference or opens with a pronoun: the statement before it in its paragraph, and
    each statement that holds an antecedent. Empty for a quote that stands by itself.
    """
    here = position.statement
    if not position.resolved and not _OPENING_PRONOUN.match(here.text):
        return []
    around = statements.get(here.article.id, ())
    needed = [*_before(here, around), *_holding((ref.antecedent for ref in position.resolved), around)]
    return sorted({(found.start, found.end) for found in needed} - {(here.start, here.end)})


def _before(here: Statement, around: Sequence[Statement]) -> Sequence[Statement]:
    at = bisect_left(around, here.start, key=lambda statement: statement.start)
    previous = around[max(at - 1, 0) : at]
    return [statement for statement in previous if statement.paragraph == here.paragraph]


def _holding(spans: Iterable[Span], around: Sequence[Statement]) -> list[Statement]:
    found = []
    for start, end in spans:
        at = bisect_right(around, start, key=lambda statement: statement.start) - 1
        if at >= 0 and end <= around[at].end:
            found.append(around[at])
    return found
