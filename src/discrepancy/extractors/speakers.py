"""Who says what: reported speech, quotations of one or many sentences, and "according to"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from discrepancy.extractors import Extractor
from discrepancy.extractors._name_runs import words
from discrepancy.extractors._quotations import Quotation, quotations
from discrepancy.extractors._reported import Attribution, attributions
from discrepancy.extractors._speaker_names import Cast
from discrepancy.model import Reading, Speech
from discrepancy.settings import Settings

_MARKS: Final = 5
"""Characters (marks, a comma, a space) by which a quotation and the same words as reported speech may differ."""
_LONGEST: Final = 6_000
"""Characters of a statement beyond which no speaker is looked for: it was not cut into sentences."""
_BORROWED: Final = 3
"""So many words in quotation marks may be a term or a title and not what somebody says."""


@dataclass(frozen=True, slots=True)
class _Page:
    """One article's statements with what all of them need."""

    text: str
    readings: tuple[Reading, ...]
    quotes: tuple[Quotation, ...]


def read(readings: Sequence[Reading], settings: Settings) -> Sequence[Reading]:
    """Fill `speech` of every reading."""
    result: list[Reading] = []
    for _, group in groupby(readings, key=lambda r: r.statement.article.id):
        page = tuple(group)
        text = page[0].statement.article.text
        quotes = quotations(text, page[0].statement.start, max(r.statement.end for r in page))
        result.extend(_read(_Page(text, page, quotes)))
    return result


def _read(page: _Page) -> Iterator[Reading]:
    cast = Cast()
    begins = [quote.start for quote in page.quotes]
    found: list[tuple[Reading, list[Attribution]]] = []
    for reading in page.readings:
        statement = reading.statement
        if statement.end - statement.start > _LONGEST:
            found.append((reading, []))
            continue
        line = words(page.text, statement.start, statement.end)
        first = max(0, bisect_left(begins, statement.start) - 1)
        quotes = [q for q in page.quotes[first : bisect_left(begins, statement.end)] if q.end > statement.start]
        said = []
        for attribution in attributions(page.text, statement, line, quotes):
            named = cast.name(attribution, reading, page.text)
            if named:
                said.append(named)
        cast.see(reading, line, quotes, page.text)
        found.append((reading, said))
    speech = _direct(page, found)
    for index, (reading, said) in enumerate(found):
        indirect = [a.speech(start, end) for a in said for start, end in a.content]
        yield replace(reading, speech=_merged(indirect, speech.get(index, [])))


def _merged(indirect: Sequence[Speech], direct: Sequence[Speech]) -> tuple[Speech, ...]:
    """All speech of a statement in order; what is reported and quoted throughout is quoted."""
    reported = [s for s in indirect if not any(s.start == d.start and abs(s.end - d.end) < _MARKS for d in direct)]
    return tuple(sorted([*direct, *reported], key=lambda s: (s.start, -s.end)))


def _direct(page: _Page, found: Sequence[tuple[Reading, Sequence[Attribution]]]) -> dict[int, list[Speech]]:
    """Quotations with the speaker that their own statements name, else the one that goes on speaking."""
    speech: dict[int, list[Speech]] = {}
    last: Attribution | None = None
    last_paragraph = -1
    carried = False
    starts = [r.statement.start for r, _ in found]
    ends = [r.statement.end for r, _ in found]
    for quote in page.quotes:
        low, high = bisect_right(ends, quote.start), bisect_left(starts, quote.end)
        indexes = range(low, high)
        if not indexes:
            continue
        speaker = _own(quote, [a for i in indexes for a in found[i][1]])
        paragraph = found[indexes[0]][0].statement.paragraph
        if (
            speaker is None
            and last is not None
            and (carried or paragraph == last_paragraph)
            and _whole(page.text, quote)
        ):
            speaker = last
        if speaker is None and _whole(page.text, quote):
            speaker = _later(quote, found, indexes[-1], paragraph)
        if speaker is not None:
            for index in indexes:
                statement = found[index][0].statement
                start, end = max(quote.start, statement.start), min(quote.end, statement.end)
                speech.setdefault(index, []).append(replace(speaker.speech(start, end), direct=True))
            last, last_paragraph = speaker, paragraph
        carried = quote.goes_on and speaker is not None
    return speech


def _own(quote: Quotation, said: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose content holds the quotation, the nearest and closest one: of '"...," the minister said on
    Monday, according to the agency' the minister's."""
    holding = [
        a
        for a in said
        if any(start <= quote.start < end or quote.start <= start < quote.end for start, end in a.content)
    ]
    return max(holding, key=lambda a: (a.content[0][0], -a.content[0][1])) if holding else None


def _later(
    quote: Quotation, found: Sequence[tuple[Reading, Sequence[Attribution]]], index: int, paragraph: int
) -> Attribution | None:
    """The speaker named behind a later quotation of the same paragraph."""
    for reading, said in found[index + 1 : index + 4]:
        if reading.statement.paragraph != paragraph:
            return None
        if said:
            return said[0] if said[0].backward else None
    return None


def _whole(text: str, quote: Quotation) -> bool:
    """Whether a quotation is a sentence of its own and no borrowed word ("security and defence forces")."""
    first = text[quote.start : quote.start + 1]
    return (first.isupper() or first == "(") and len(text[quote.start : quote.end].split()) > _BORROWED


PLUGIN = Extractor("speakers", read, after=("names",))
