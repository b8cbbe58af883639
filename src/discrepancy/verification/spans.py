"""What became of a quote in its source: pure, from the source as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rapidfuzz import fuzz, process

from discrepancy.identity import normalise
from discrepancy.model import Article, Span, Statement
from discrepancy.review.marks import ALIKE, MOST_COMPARED
from discrepancy.verification.recorded import Quoted


class Outcome(StrEnum):
    HOLDS = "holds"  # the same bytes, and the quote where it stood
    MOVED = "moved"  # the quote, word for word, in a source that changed
    CHANGED = "changed"  # the source, but not the quote
    GONE = "gone"  # no source


@dataclass(frozen=True, slots=True)
class Found:
    """What became of one quote."""

    quoted: Quoted
    outcome: Outcome
    article: Article | None = None
    """The source as it is now."""
    now: Span | None = None
    """Where the quote stands now; of one that changed, the sentence that is most like it."""
    reason: str | None = None
    """Why the source is gone."""


def found(quotes: Iterable[Quoted], source: Article | str, sha256: str) -> Iterator[Found]:
    """What became of `quotes`, all of one source: the article as it is now, or why there is none.

    `sha256` is of the source when the report was made.
    """
    if isinstance(source, str):
        yield from (Found(quoted, Outcome.GONE, reason=source) for quoted in quotes)
        return
    sentences = _Sentences(source)
    for quoted in quotes:
        if source.sha256 == sha256 and source.text[quoted.start : quoted.end] == quoted.quote:
            yield Found(quoted, Outcome.HOLDS, source, (quoted.start, quoted.end))
        elif (at := _nearest(source.text, quoted.quote, quoted.start)) is not None:
            yield Found(quoted, Outcome.MOVED, source, (at, at + len(quoted.quote)))
        else:
            yield Found(quoted, Outcome.CHANGED, source, sentences.most_like(quoted.quote))


def _nearest(text: str, quote: str, start: int) -> int | None:
    """Where `quote` stands in `text`, nearest to `start`; None where it does not."""
    best, at = None, text.find(quote)
    # From the left alone: str.rfind takes the product of both lengths where a text repeats itself.
    while at >= 0:
        if best is None or abs(at - start) < abs(best - start):
            best = at
        at = text.find(quote, at + len(quote)) if at < start else -1
    return best


class _Sentences:
    """The sentences of an article, read off it when one is asked for."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def most_like(self, quote: str) -> Span | None:
        """Where the sentence stands that may be the new wording of `quote`."""
        wanted = normalise(quote[:MOST_COMPARED])
        best = process.extractOne(wanted, self._words, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if best is None:
            return None
        statement = self._statements[best[2]]
        return statement.start, statement.end

    @cached_property
    def _statements(self) -> tuple[Statement, ...]:
        # Their patterns take longer to compile than most reports take to check.
        from discrepancy.clean import mark
        from discrepancy.segment import segment

        return segment(self._article, mark((self._article,))[self._article.id])

    @cached_property
    def _words(self) -> list[str]:
        return [normalise(statement.text[:MOST_COMPARED]) for statement in self._statements]
