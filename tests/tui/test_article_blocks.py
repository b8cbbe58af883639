from __future__ import annotations

from rich.text import Text

import articles
import hostile
from articles import CLOSED, HARBOUR, LIGHT, LINES, MONDAY, PORTAL, SANK
from discrepancy import review
from discrepancy_tui.article_blocks import MOST, Hit, article_blocks, hits, with_hits
from discrepancy_tui.paint import Role
from discrepancy_tui.reading import Bearings, runs
from discrepancy_tui.widgets.blocks import Block
from reports import HERALD

BEARINGS = Bearings(review.unreviewed(articles.report()))
PARTS = runs(PORTAL, (HARBOUR, CLOSED, LIGHT, MONDAY), LINES)


def drawn(blocks: list[Block]) -> list[str]:
    return [block.lines[0].plain for block in blocks]


def test_paragraphs_stand_apart_and_what_was_left_out_is_named() -> None:
    assert drawn(article_blocks(PORTAL, PARTS, BEARINGS, ())) == [
        "[site furniture] Skip to content",
        "",
        "The harbour",
        "",
        "The port was closed.",
        "The ferry had left at first light.",
        "",
        "Caption: The port on Monday.",
        "",
        "[picture credit] (Photo: L. Berg)",
        "",
        "[teaser of another article] Read also: Storm over the coast",
    ]


def test_statements_alone_can_be_chosen() -> None:
    blocks = article_blocks(PORTAL, PARTS, BEARINGS, ())
    assert [block.key for block in blocks if block.key] == [HARBOUR.key, CLOSED.key, LIGHT.key, MONDAY.key]


def test_marks_stand_in_the_margin_and_conflicting_words_are_marked() -> None:
    (block,) = article_blocks(HERALD, [SANK], BEARINGS, ())
    assert (block.mark, block.mark_role) == ("≠", Role.HIGH)
    text = block.lines[0]
    assert [text.plain[span.start : span.end] for span in text.spans if span.style == Role.MARK] == [
        "At least 12",
        "Tuesday, May 7, 2024".split(", ")[0],
        "May 7, 2024",
    ]


def test_what_the_reader_marked_shows_beside_the_mark() -> None:
    (block,) = article_blocks(HERALD, [SANK], BEARINGS, (SANK,))
    assert block.mark == "≠◆"
    (block,) = article_blocks(PORTAL, [LIGHT], BEARINGS, (LIGHT,))
    assert block.mark == " ◆"


def test_headings_are_bold() -> None:
    (block,) = article_blocks(PORTAL, [HARBOUR], BEARINGS, ())
    assert block.lines[0].style == Role.VALUE


def test_a_statement_is_shown_whole_and_harmless() -> None:
    report = hostile.report()
    bearings = Bearings(review.unreviewed(report))
    for statement in report.statements:
        (block,) = article_blocks(statement.article, [statement], bearings, ())
        text = block.lines[0].plain
        assert text.isprintable()
        assert len(text) >= len(statement.text) - statement.text.count("\r\n")


def test_words_are_found_whatever_their_case_and_signs() -> None:
    blocks = article_blocks(PORTAL, PARTS, BEARINGS, ())
    assert hits(blocks, "the PORT") == [Hit(4, 0, 8), Hit(7, 9, 17)]
    assert hits(blocks, "(photo:") == [Hit(9, 17, 24)]
    assert hits(blocks, "  ") == []
    assert hits(blocks, ".*") == []


def test_found_words_are_underlined() -> None:
    blocks = article_blocks(PORTAL, PARTS, BEARINGS, ())
    shown = with_hits(blocks, hits(blocks, "ferry"))
    spans = [span for block in shown for span in block.lines[0].spans if span.style == Role.DIFFERS]
    assert [(span.start, span.end) for span in spans] == [(4, 9)]
    assert not any(span.style == Role.DIFFERS for block in blocks for span in block.lines[0].spans)


def test_a_letter_that_stands_everywhere_is_found_so_often_and_no_more() -> None:
    assert len(hits([Block((Text("x" * 100_000),))], "x")) == MOST
