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
import reviews
from discrepancy.display.excerpt import pieces
from discrepancy.display.safe import one_line
from discrepancy.model import Position, Statement
from discrepancy.review import Changed, Changes, unreviewed
from discrepancy.writers._markup import line, linked, quote
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


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("https://wire.example/a_b?c=1&d=%20#e", ["https://wire.example/a_b?c=1&d=%20#e"]),
        ("http://[::1]/~a", ["http://[::1]/~a"]),
        ("see https://wire.example/a", []),
        ("javascript:alert(1)", []),
        ('https://wire.example/">x', []),
        ("https://wire.example/<b>", []),
        ("https://wire.example/a\u202eb", []),
        ("https://wire.example/\nx", []),
        ("HTTPS://wire.example", []),
    ],
)
def test_a_link_and_nothing_else_is_a_link(text: str, links: list[str]) -> None:
    html = RENDER.render(f"- **Evidence**: {linked(text)}")
    assert re.findall(r'<a href="([^"]*)"', html.replace("&amp;", "&")) == links
    assert set(Seen(html).tags) <= {"ul", "li", "strong", "a"}


def test_what_readers_said_stands_with_each_discrepancy() -> None:
    stream = io.StringIO()
    write(reviews.spoken(), stream)
    html = RENDER.render(stream.getvalue())
    page = Seen(html)
    assert "a conflict; a new side is to be judged" in page.text
    assert "Note: Rang the *ministry* at 9:30. They confirm it. (Anna, 2024-05-08)" in page.text
    assert '<a href="https://ministry.example/toll_1">' in html
    assert "Made by hand: a reader set these sides against each other" in page.text
    assert page.text.count("\nVerdict: ") == 5


def test_without_a_review_there_is_no_column_for_it() -> None:
    stream = io.StringIO()
    write(unreviewed(reports.report()), stream)
    assert "| Answers |\n" in stream.getvalue()
    assert "Verdict" not in stream.getvalue()


def test_what_changed_has_a_section() -> None:
    found = reviews.spoken()
    changes = Changes("monday_1.json", {found.report.discrepancies[0].fingerprint: Changed(new=True)}, (), (), (), ())
    stream = io.StringIO()
    write(replace(found, changes=changes), stream)
    page = seen(stream.getvalue())
    assert "What changed since monday_1.json\n1 new discrepancy:" in page.text
    assert "1. How many people died? A: at least 12; B: nine; C: 15" in page.text
    assert page.tags.count("ol") == 0
    stream = io.StringIO()
    write(replace(found, changes=replace(changes, found={})), stream)
    assert "What changed since monday_1.json\nNothing." in seen(stream.getvalue()).text


def test_a_hostile_review_renders_with_the_elements_of_a_report_only() -> None:
    stream = io.StringIO()
    write(hostile.reviewed(), stream)
    page = seen(stream.getvalue())
    assert set(page.tags) <= PAGE | {"blockquote", "strong", "b", "hr"}
    assert page.tags.count("h2") == len(hostile.TEXTS) + 4
