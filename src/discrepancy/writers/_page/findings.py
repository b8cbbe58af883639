"""The findings: each with what readers said of it, its sides next to each other, and why they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discrepancy.display.changes import change_name
from discrepancy.display.excerpt import Piece, pieces
from discrepancy.display.phrases import (
    asked,
    copies,
    counted,
    dated,
    place,
    reasons,
    short,
    source_name,
    spoken,
)
from discrepancy.display.safe import shown
from discrepancy.display.verdicts import Remark, remarks, standing_name
from discrepancy.model import Position, Side
from discrepancy.review import Standing
from discrepancy.writers._page.context import Context, lettered, marked
from discrepancy.writers._page.elements import BREAK, Html, bdi, element, joined, linked
from discrepancy.writers._page.filters import facets

_SHOWN = 5
"""Quotes of one side that are shown; more can be opened."""

_MOST = 30
"""Quotes of one side that are on the page: a name may stand in a hundred sentences, which the JSON report has all."""

_ACROSS = 3
"""Sides that fit next to each other on any wide screen; more scroll, and so must be reached by keyboard."""


def finding(number: int, standing: Standing, page: Context) -> Html:
    """One discrepancy."""
    found = standing.found
    head = element("h3", element("span", f"{number}. ", class_="number"), bdi(asked(found)), id=f"finding-{number}")
    many = len(found.sides) > _ACROSS
    sides = element(
        "div",
        *(_side(page, index, side) for index, side in enumerate(found.sides)),
        class_="sides",
        tabindex=0 if many else None,
        role="group" if many else None,
        aria_label=f"{len(found.sides):,} sides of finding {number}" if many else None,
    )
    return element(
        "article",
        head,
        element("p", *_marks(standing, page), class_="marks"),
        _said(remarks(standing)),
        sides,
        _why(standing),
        class_="finding",
        aria_labelledby=f"finding-{number}",
        **facets(standing, page),
    )


def _marks(standing: Standing, page: Context) -> Iterator[str]:
    found = standing.found
    yield joined([marked(found.severity), " severity"])
    yield f" · {found.kind.value} · {found.relation.value}"
    changes = page.reviewed.changes
    changed = changes.found.get(found.fingerprint) if changes else None
    if changed:
        yield joined([" · ", element("strong", change_name(changed), class_="tag")])
    if standing.entries:
        yield joined([" · ", element("strong", standing_name(standing), class_="tag")])


def _said(said: Sequence[Remark]) -> Html | None:
    """What readers said, a row for each remark."""
    if not said:
        return None
    rows = (element("div", element("dt", remark.label), element("dd", *_remark(remark), dir="auto")) for remark in said)
    return element("dl", *rows, class_="said")


def _remark(remark: Remark) -> Iterator[str]:
    """Its lines as they were written, and who wrote them."""
    for number, line in enumerate(shown(remark.text).split("\n")):
        yield joined([BREAK if number else "", linked(line)])
    if remark.by:
        yield joined([" ", element("span", "(", bdi(remark.by), ")", class_="by")])


def _side(page: Context, index: int, side: Side) -> Html:
    positions = side.positions[:_MOST]
    quotes = [
        _quote(page, position, copied)
        for position, copied in zip(positions, copies(page.report, positions), strict=True)
    ]
    more = len(side.positions) - _SHOWN
    left_out = len(side.positions) - len(positions)
    rest = [element("summary", f"and {counted(more, 'more statement')}"), *quotes[_SHOWN:]]
    if left_out:
        rest.append(element("p", f"{counted(left_out, 'more statement')} in the JSON report", class_="note"))
    return element(
        "section",
        element("h4", lettered(index), bdi(short(side.value))),
        *quotes[:_SHOWN],
        element("details", *rest) if more > 0 else None,
        class_="side",
    )


def _quote(page: Context, position: Position, copied: bool) -> Html:
    notes = [*spoken(position), *(["the same wire text as above"] if copied else [])]
    return element(
        "figure",
        element("blockquote", element("p", *map(_piece, pieces(position)), dir="auto")),
        element(
            "figcaption",
            *_where(page, position),
            *(element("span", bdi(note), class_="aside") for note in notes),
        ),
    )


def _where(page: Context, position: Position) -> Iterator[str]:
    """The source, its date, and where in it the quote stands; a source without a name is called by its file."""
    article = position.statement.article
    if article.publisher or article.title:
        yield joined([page.to_source(article, source_name(article)), f", {dated(article)}, ", bdi(place(position))])
    else:
        yield joined([page.to_source(article, place(position)), f", {dated(article)}"])


def _piece(piece: Piece) -> str:
    if piece.marked:
        return element("mark", piece.text)
    return element("span", piece.text, class_="gap") if piece.gap else piece.text


def _why(standing: Standing) -> Html | None:
    if not standing.found.pairs:
        return None
    rows = (element("li", bdi(reasons(pair))) for pair in standing.found.pairs)
    return element(
        "details", element("summary", "Why these are set against each other"), element("ul", *rows), class_="why"
    )
