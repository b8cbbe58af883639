"""The pairs of sides that are not settled, as the formats for builds and editors give them: one result for each.

A result stands on one statement of the pair, the newest, so that a build marks the lines of the article that brought
the disagreement, and not those of one that was there before. The first of these that tells two statements apart
decides:

1. it is in a file that the reader asked after (`--focus`);
2. its words were edited after they were judged;
3. it is on a side that is new beside sides that were judged;
4. the review file knows its source less: no line quotes it, or only as it stood before an edit;
5. its source was published on a later day; one without a date counts as the earliest;
6. its source comes later in the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from discrepancy.display.excerpt import merged, pieces
from discrepancy.display.phrases import asked, short
from discrepancy.model import Discrepancy, Position, Side, Span
from discrepancy.review import Freshness, PairStanding, Reviewed, Standing, State

VALUE = 80
"""Characters of a value in a message."""

_QUOTE = 300
"""Characters of a quote in a message: a long sentence. What is longer is named as left out."""

_FILE_ORDER = Mapping[str, int]
_Weight = tuple[bool, bool, bool, Freshness, str, int]


@dataclass(frozen=True, slots=True)
class Result:
    """One pair of sides that is not settled, with the statement that it stands on."""

    standing: Standing
    pair: PairStanding
    here: Position
    side: Side
    """The side that `here` is of."""
    other: Side
    """The side that it stands against."""

    @property
    def found(self) -> Discrepancy:
        return self.standing.found

    @property
    def question(self) -> str:
        """What the sides answer, as a sentence."""
        text = asked(self.found)
        return text if text.endswith(("?", ".", "!", "…")) else f"{text}."

    @property
    def there(self) -> Position:
        """The statement of the other side that is shown."""
        return self.other.positions[0]

    @property
    def says(self) -> str:
        """What the side says that the result stands on: its value, and the quote."""
        return said(self.side, self.here)

    @property
    def against(self) -> str:
        """What the other side says; without the quote when it is the same sentence."""
        if self.there.statement.key == self.here.statement.key:
            return short(self.other.value, VALUE)
        return said(self.other, self.there)

    @property
    def why(self) -> str:
        return why(self.standing, self.pair)


def results(reviewed: Reviewed) -> Iterator[Result]:
    """A result for each pair of sides that is not settled, in the order of the report."""
    order = {article.id: number for number, article in enumerate(reviewed.report.articles)}
    for standing in reviewed.standings:
        for pair in standing.unsettled:
            yield _result(reviewed, order, standing, pair)


def why(standing: Standing, pair: PairStanding) -> str:
    """Why `pair` is not settled, in a few words."""
    if pair.verdict:
        return pair.verdict.value
    if pair.edits:
        return f"edited, judged when it was “{short(pair.edits[0].before.quote, 120)}”"
    return "a new side" if standing.state in (State.EXTENDED, State.AGAIN) else "open"


def marked(position: Position) -> Span:
    """The first words of the quote that conflict; the whole quote where none are marked."""
    start, end = position.statement.start, position.statement.end
    inside = merged((max(a, start), min(b, end)) for a, b in position.highlights)
    return inside[0] if inside else (start, end)


def said(side: Side, position: Position) -> str:
    """What a side says, in its words and in those of one of its statements."""
    quote = "".join(piece.text for piece in pieces(position, _QUOTE)).strip()
    return f"{short(side.value, VALUE)}: “{quote}”"


def _result(reviewed: Reviewed, order: _FILE_ORDER, standing: Standing, pair: PairStanding) -> Result:
    sides = standing.found.sides
    judged = {side for one in standing.pairs if one.verdict for side in one.pair.sides}
    edited = {edit.after.statement.key for edit in pair.edits}

    def weight(candidate: tuple[int, Position]) -> _Weight:
        side, position = candidate
        article = position.statement.article
        return (
            article.id in reviewed.focus,
            position.statement.key in edited,
            bool(judged) and side not in judged,
            reviewed.freshness.get(article.id, Freshness.KNOWN),
            (article.published or "")[:10],
            order.get(article.id, 0),
        )

    # Of statements that weigh the same, `max` takes the first.
    at, here = max(((side, position) for side in pair.pair.sides for position in sides[side].positions), key=weight)
    low, high = pair.pair.sides
    return Result(standing, pair, here, sides[at], sides[low + high - at])
