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
from discrepancy.writers._page.elements import BREAK, Html, bdi, element, joined, linked, maker
from discrepancy.writers._page.filters import Facets

_SHOWN = 5
"""Quotes of one side that are shown; more can be opened."""

_MOST = 30
"""Quotes of one side that are on the page: a name may stand in a hundred sentences, which the JSON report has all."""

_ACROSS = 3
"""Sides that fit next to each other on any wide screen; more scroll, and so must be reached by keyboard."""

_NUMBER, _MARKS, _TAG = maker("span", class_="number"), maker("p", class_="marks"), maker("strong", class_="tag")
_SAID, _ROW, _LABEL, _WORDS = maker("dl", class_="said"), maker("div"), maker("dt"), maker("dd", dir="auto")
_BY, _NOTE, _ASIDE = maker("span", class_="by"), maker("p", class_="note"), maker("span", class_="aside")
_SIDE, _VALUE, _MORE = maker("section", class_="side"), maker("h4"), maker("details")
_FIGURE, _CAPTION, _QUOTE = maker("figure"), maker("figcaption"), maker("blockquote")
_PARAGRAPH, _MARK, _GAP = maker("p", dir="auto"), maker("mark"), maker("span", class_="gap")
_WHY, _SUMMARY, _LIST, _ITEM = maker("details", class_="why"), maker("summary"), maker("ul"), maker("li")


def finding(number: int, standing: Standing, facets: Facets, page: Context) -> Html:
    """One discrepancy."""
    found = standing.found
    head = element("h3", _NUMBER(f"{number}. "), bdi(asked(found)), id=f"title-{number}")
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
        _MARKS(*_marks(standing, page)),
        _said(remarks(standing)),
        sides,
        _why(standing),
        class_="finding",
        id=f"finding-{number}",
        aria_labelledby=f"title-{number}",
        **{f"data_{name}": " ".join(choices) for name, choices in facets.items() if choices},
    )


def _marks(standing: Standing, page: Context) -> Iterator[str]:
    found = standing.found
    yield marked(found.severity)
    yield f" severity · {found.kind.value} · {found.relation.value}"
    changes = page.reviewed.changes
    changed = changes.found.get(found.fingerprint) if changes else None
    if changed:
        yield joined([" · ", _TAG(change_name(changed))])
    if standing.entries:
        yield joined([" · ", _TAG(standing_name(standing))])


def _said(said: Sequence[Remark]) -> Html | None:
    """What readers said, a row for each remark."""
    if not said:
        return None
    return _SAID(*(_ROW(_LABEL(remark.label), _WORDS(*_remark(remark))) for remark in said))


def _remark(remark: Remark) -> Iterator[str]:
    """Its lines as they were written, and who wrote them."""
    for number, line in enumerate(shown(remark.text).split("\n")):
        yield joined([BREAK if number else "", linked(line)])
    if remark.by:
        yield joined([" ", _BY("(", bdi(remark.by), ")")])


def _side(page: Context, index: int, side: Side) -> Html:
    positions = side.positions[:_MOST]
    quotes = [
        _quote(page, position, copied)
        for position, copied in zip(positions, copies(page.report, positions), strict=True)
    ]
    more = len(side.positions) - _SHOWN
    left_out = len(side.positions) - len(positions)
    rest = [_SUMMARY(f"and {counted(more, 'more statement')}"), *quotes[_SHOWN:]]
    if left_out:
        rest.append(_NOTE(f"{counted(left_out, 'more statement')} in the JSON report"))
    value = _VALUE(lettered(index), bdi(short(side.value)))
    return _SIDE(value, *quotes[:_SHOWN], _MORE(*rest) if more > 0 else None)


def _quote(page: Context, position: Position, copied: bool) -> Html:
    notes = [*spoken(position), *(["the same wire text as above"] if copied else [])]
    said = _QUOTE(_PARAGRAPH(*map(_piece, pieces(position))))
    return _FIGURE(said, _CAPTION(*_where(page, position), *(_ASIDE(bdi(note)) for note in notes)))


def _where(page: Context, position: Position) -> Iterator[str]:
    """The source, its date, and where in it the quote stands; a source without a name is called by its file."""
    article = position.statement.article
    if article.publisher or article.title:
        yield page.to_source(article, source_name(article))
        yield f", {dated(article)}, "
        yield bdi(place(position))
    else:
        yield page.to_source(article, place(position))
        yield f", {dated(article)}"


def _piece(piece: Piece) -> str:
    if piece.marked:
        return _MARK(piece.text)
    return _GAP(piece.text) if piece.gap else piece.text


def _why(standing: Standing) -> Html | None:
    if not standing.found.pairs:
        return None
    rows = (_ITEM(bdi(reasons(pair))) for pair in standing.found.pairs)
    return _WHY(_SUMMARY("Why these are set against each other"), _LIST(*rows))
