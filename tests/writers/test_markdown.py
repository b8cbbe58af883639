"""Rendered by a CommonMark parser with GitHub's tables: what is seen is what the sources say."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

import hostile
import reports
from discrepancy.display.excerpt import pieces
from discrepancy.display.safe import one_line
from discrepancy.model import Position, Statement
from discrepancy.review import unreviewed
from discrepancy.writers._markup import line, quote
from discrepancy.writers.markdown import write

RENDER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

PAGE = {"h1", "h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}


class Seen(HTMLParser):
    """The text and the elements of a page, with the text that stands in bold."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.tags, self.bold, self._depth = "", [], [], 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag in ("strong", "b"):
            self._depth += 1
            self.bold.append("")

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag in ("strong", "b")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._depth:
            self.bold[-1] += data


def seen(markdown: str) -> Seen:
    return Seen(RENDER.render(markdown))


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", one_line(text)).strip()


def position(text: str, *spans: tuple[int, int]) -> Position:
    return Position(Statement(reports.article("a", text), 0, len(text)), "value", spans)


SHORT = [text for text in hostile.TEXTS if len(text) < 1000]


@pytest.mark.parametrize("text", SHORT)
def test_a_hostile_line_renders_as_itself(text: str) -> None:
    for page in (seen(f"> {line(text)}"), seen(f"- {line(text)}"), seen(f"| HEAD |\n| --- |\n| {line(text)} |")):
        assert flat(page.text).removeprefix("HEAD ") == flat(text)
        assert set(page.tags) <= PAGE | {"blockquote"}


@pytest.mark.parametrize("text", SHORT)
def test_marked_words_are_bold_wherever_the_mark_begins_and_ends(text: str) -> None:
    for start in range(0, len(text), 3):
        for end in (start + 1, start + 2, start + 7):
            if not text[start:end].strip() or "\r" in text[start : end + 1]:
                continue
            page = seen(f"> {quote(pieces(position(text, (start, min(end, len(text))))))}")
            assert flat(page.text) == flat(text)
            assert [flat(words) for words in page.bold] == [flat(text[start:end])]


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("At least 16 died", (0, 11), "**At least 16** died"),
        ("about 16 died", (5, 9), "about **16** died"),
        ("it cost US$5 then", (10, 12), "it cost US<b>\\$5</b> then"),
        ("it cost $5 then", (8, 10), "it cost **\\$5** then"),
    ],
)
def test_bold_is_written_as_asterisks_where_they_work(text: str, span: tuple[int, int], expected: str) -> None:
    assert quote(pieces(position(text, span))) == expected


def test_a_report_renders_with_its_tables_and_quotes() -> None:
    stream = io.StringIO()
    write(unreviewed(reports.report()), stream)
    html = RENDER.render(stream.getvalue())
    page = Seen(html)
    assert html.count("<table>") == 2
    assert html.count("<blockquote>") == 7
    assert page.tags.count("h2") == 3 + 3
    assert "At least 12" in page.bold
    assert "The Norrhamn Herald, “Ferry sinks off Norrhamn”, 2024-05-07, herald.txt, line 3" in page.text
    assert "papers/inquiry.pdf, page 2" in page.text
    assert "according to the coast guard" in page.text
    for article in reports.report().articles:
        assert article.sha256 in page.text


def test_a_hostile_report_renders_with_its_own_elements_only() -> None:
    stream = io.StringIO()
    write(unreviewed(hostile.report()), stream)
    page = seen(stream.getvalue())
    assert set(page.tags) <= PAGE | {"blockquote", "strong", "b", "hr"}
    assert page.tags.count("table") == 2
    assert page.tags.count("blockquote") == 2 * len(hostile.TEXTS)


def test_a_crowded_side_is_cut_and_says_so() -> None:
    report = reports.report()
    found = report.discrepancies[0]
    side = replace(found.sides[0], positions=found.sides[0].positions * 100)
    stream = io.StringIO()
    write(unreviewed(replace(report, discrepancies=(replace(found, sides=(side, *found.sides[1:])),))), stream)
    assert stream.getvalue().count("people died when") == 15
    assert "and 85 more statements" in stream.getvalue()
