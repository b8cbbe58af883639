"""The page as it is written: what stands in it, that it is closed to everything else, and that its colours can be read.

What a browser makes of it stands in `test_html_browser.py`.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

import hostile
import reports
import reviews
from discrepancy.loaders import _walk
from discrepancy.model import Article, Discrepancy, Position, Report, Side, Statement
from discrepancy.review import Changed, Changes, Reviewed, unreviewed
from discrepancy.writers._page.elements import BREAK, bdi, element, linked, template, text
from discrepancy.writers.html import write

STYLE = Path(_walk.__file__).parents[1] / "writers" / "_page" / "style.css"
VOID = {"meta", "br"}


class Page(HTMLParser):
    """The elements of a page with their attributes, checked for being closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in ("style", "script"):
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def written(report: Report | Reviewed) -> str:
    stream = io.StringIO()
    write(unreviewed(report) if isinstance(report, Report) else report, stream)
    return stream.getvalue()


def page(report: Report | Reviewed) -> Page:
    return Page(written(report))


def toll(*given: tuple[str, str, str | None]) -> Report:
    """A report whose first discrepancy is a count: value, its normalised form, and when the source was published."""
    report = reports.report()
    articles, sides = [], []
    for number, (value, normalized, published) in enumerate(given):
        words = f"{value} people died."
        source = reports.article(f"s{number}", words, publisher=f"Paper {number}", published=published)
        position = Position(Statement(source, 0, len(words)), value, ((0, len(value)),), normalized)
        articles.append(source)
        sides.append(Side(value, normalized, (position,)))
    first = report.discrepancies[0]
    found = replace(first, sides=tuple(sides), pairs=first.pairs[:1])
    return replace(report, articles=tuple(articles), discrepancies=(found,), statements=(), corroborated=())


REPORTS = pytest.mark.parametrize(
    "report",
    [reports.report(), reviews.spoken(), hostile.reviewed(), replace(reports.report(), discrepancies=())],
    ids=["ordinary", "reviewed", "hostile", "empty"],
)


# ---- closed to everything else


@REPORTS
def test_the_policy_allows_the_style_and_script_of_the_page_and_nothing_else(report: Report | Reviewed) -> None:
    html = written(report)
    policy = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in (style, script)]
    assert policy[0] == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert html.index("Content-Security-Policy") < html.index("<style>")


@REPORTS
def test_nothing_in_the_page_asks_for_or_runs_anything(report: Report | Reviewed) -> None:
    for tag, attributes in page(report).elements:
        assert tag not in {
            "img",
            "link",
            "iframe",
            "object",
            "embed",
            "base",
            "audio",
            "video",
            "source",
            "use",
            "image",
        }
        assert not {
            name for name in attributes if name.startswith("on") or name in ("style", "src", "srcset", "action")
        }


@REPORTS
def test_links_lead_into_the_page_or_to_web_pages(report: Report | Reviewed) -> None:
    found = page(report)
    ids = {attributes.get("id") for _, attributes in found.elements}
    for link in found.all("a"):
        target = link["href"] or ""
        if target.startswith("#"):
            assert target[1:] in ids
        else:
            assert re.match(r"https?://\S+$", target)
            assert link["rel"] == "noreferrer noopener"


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("https://wire.example/a?b=1&c=2", "https://wire.example/a?b=1&amp;c=2"),
        ("HTTP://wire.example/ü", "HTTP://wire.example/ü"),
        ("javascript:alert(1)//https://x.example", None),
        ("data:text/html,x", None),
        ("https://wire.example/ x", None),
        ('https://wire.example/"onclick=x', None),
        ("https://wire.example/\u202e", None),
        ("\nhttps://wire.example/", None),
        ("ftp://wire.example/", None),
        ("//wire.example/", None),
        ("https://", None),
    ],
)
def test_only_links_to_web_pages_are_links(words: str, target: str | None) -> None:
    link = f'<a href="{target}" rel="noreferrer noopener">{bdi(words)}</a>'
    assert linked(words) == (link if target else bdi(words))


def test_what_is_not_markup_is_escaped_wherever_it_stands() -> None:
    words = "<b title='x'>\"&amp;\x1b\u202e\n</b>"
    escaped = "&lt;b title=&#x27;x&#x27;&gt;&quot;&amp;amp;␛&lt;U+202E&gt; &lt;/b&gt;"
    assert text(words) == escaped
    assert element("p", words, None, BREAK, title=words, lang=None) == f'<p title="{escaped}">{escaped}<br></p>'
    assert template('<p title="%s">%s</p>')(words, bdi(words)) == f'<p title="{escaped}"><bdi>{escaped}</bdi></p>'


def test_text_of_articles_is_set_apart_from_ours_in_its_direction() -> None:
    report = toll(("שלוש", "3", None), ("4", "4", None))
    html = written(report)
    assert "<bdi>שלוש</bdi>" in html
    assert '<p dir="auto"><mark>שלוש</mark>' in html


# ---- what stands in it


@REPORTS
def test_headings_are_in_order_and_ids_are_given_once(report: Report | Reviewed) -> None:
    found = page(report)
    levels = [int(tag[1]) for tag, _ in found.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = Counter(attributes["id"] for _, attributes in found.elements if "id" in attributes)
    assert set(ids.values()) <= {1}
    for _, attributes in found.elements:
        assert set((attributes.get("aria-labelledby") or "").split()) <= set(ids)


@REPORTS
def test_cells_that_head_a_row_or_column_say_so(report: Report | Reviewed) -> None:
    assert {cell.get("scope") for cell in page(report).all("th")} <= {"col", "row"}


def test_each_side_stands_with_its_quotes_and_marks() -> None:
    found = page(reports.report())
    assert Counter(attributes.get("class") for attributes in found.all("section"))["side"] == 7
    assert len(found.all("mark")) == 7
    assert "At least 12 people died when the ferry Aurora sank on Tuesday, May 7, 2024." in found.text
    assert "The Norrhamn Herald, 2024-05-07, herald.txt, line 3" in found.text
    assert "papers/inquiry.pdf, page 2, no date" in found.text
    assert "according to the coast guard" in found.text
    assert "“He” read as Ole Brandt" in found.text
    assert "A and B: conflict (quantities): same event" in found.text


def test_severity_is_a_mark_and_a_word() -> None:
    html = written(reports.report())
    for mark, name in (("●", "high"), ("◐", "medium"), ("○", "low")):
        assert f'<span class="{name}"><span aria-hidden="true">{mark}</span> {name}</span>' in html


def test_what_readers_said_stands_with_each_finding() -> None:
    found = page(reviews.spoken())
    assert "1 judged, 3 to judge" in found.text
    assert "a conflict; a new side is to be judged" in found.text
    assert "NoteRang the *ministry* at 9:30.They confirm it. (Anna, 2024-05-08)" in found.text
    assert "ResolutionAt least 12 people died (Ben, 2024-05-09)" in found.text
    assert {"href": "https://ministry.example/toll_1", "rel": "noreferrer noopener"} in found.all("a")
    assert "Made by handa reader set these sides against each other" in found.text


def test_without_a_review_nothing_speaks_of_verdicts() -> None:
    found = page(reports.report())
    assert "to judge" not in found.text
    assert {select["name"] for select in found.all("select")} == {"kind", "severity", "source"}


def test_what_changed_has_a_section_and_marks_the_findings() -> None:
    report = reviews.spoken()
    first, second, *_ = (found.fingerprint for found in report.report.discrepancies)
    changes = Changes("monday.json", {first: Changed(new=True), second: Changed(sides=(1,))}, (), (), (), ())
    found = page(replace(report, changes=changes))
    assert "What changed since monday.json\n1 new discrepancy\n1. How many people died? A: at least 12" in found.text
    assert "1 known discrepancy changed\n2. Ole Brandt joined the line" in found.text
    assert [article["data-change"] for article in found.all("article")] == ["new", "changed", "same", "same"]
    assert "· new ·" in found.text
    assert "· new side B ·" in found.text
    nothing = page(replace(report, changes=replace(changes, found={})))
    assert "What changed since monday.json\nNothing." in nothing.text


def test_findings_carry_what_they_are_filtered_by() -> None:
    first, *_, last = page(reviews.spoken()).all("article")
    assert (first["data-kind"], first["data-severity"], first["data-source"]) == ("quantity", "high", "1 2 3")
    assert first["data-verdict"] == "conflict extended"
    assert (last["data-source"], last["data-verdict"]) == ("1 2", "open")


def test_filters_offer_what_there_is_with_how_often() -> None:
    html = written(reviews.spoken())
    for option in (
        "date (2)",
        "quantity (1)",
        "low (2)",
        "The Norrhamn Herald (4)",
        "a conflict (1)",
        "not judged yet (1)",
    ):
        assert f">{option}</option>" in html
    assert "place (" not in html
    assert '<form id="filters" aria-label="Filter the findings" hidden="">' in html


def test_facts_have_a_row_for_each_question_and_a_column_for_each_source() -> None:
    html = written(reports.report())
    table = html[html.index('<table class="facts"') : html.index("</table>", html.index('<table class="facts"'))]
    assert table.count('scope="row"') == 3
    assert table.count('scope="col"') == 1 + 3
    found = Page(f"{table}</table>").text
    assert "3. Which day was May 7, 2024?A TuesdayB May 7, 2024–says nothing–says nothing" in found


def test_the_heat_map_has_the_number_in_each_cell() -> None:
    html = written(reports.report())
    assert '<td class="level-2">2</td>' in html
    assert '<td class="level-0">0</td>' in html


def test_counts_of_dated_sources_are_drawn_with_a_list_that_says_the_same() -> None:
    report = toll(("At least 12", "12..", "2024-05-07"), ("31", "31", "2024-05-08"), ("40", "24..40", "2024-05-09"))
    found = page(report)
    (drawing,) = found.all("svg")
    assert drawing["role"] == "img"
    assert len(found.all("circle")) == 3
    assert len(found.all("path")) == 2, "an arrow for the open bound, a bar for the range"
    assert "2024-05-07: A At least 12, Paper 0" in found.text
    heights = [float(circle["cy"] or 0) for circle in found.all("circle")]
    assert heights == sorted(heights, reverse=True)


def test_points_that_would_cover_each_other_stand_side_by_side() -> None:
    circles = page(toll(("9", "9", "2024-05-07"), ("9", "9", "2024-05-07"), ("31", "31", "2024-05-08"))).all("circle")
    assert len({(circle["cx"], circle["cy"]) for circle in circles}) == 3


@pytest.mark.parametrize("values", [("0", "0"), ("-5", "-12"), ("1e+10", "2e+10"), ("0.001", "0.002")])
def test_values_of_any_size_are_drawn_inside_the_drawing(values: tuple[str, str]) -> None:
    first, second = values
    found = page(toll((first, first, "2024-05-07"), (second, second, "2024-05-08T10:00:00+02:00")))
    for circle in found.all("circle"):
        assert 0 < float(circle["cx"] or 0) < 640
        assert 0 < float(circle["cy"] or 0) < 240


def test_a_count_without_dates_is_not_drawn() -> None:
    assert page(toll(("9", "9", None), ("12", "12", None))).all("svg") == []


def test_sources_show_their_address() -> None:
    found = page(reports.report())
    assert {"href": "https://wire.example/aurora", "rel": "noreferrer noopener"} in found.all("a")
    for article in reports.report().articles:
        assert article.sha256 in found.text
    assert "notes.bin: it is not text" in found.text


def test_a_crowded_side_is_folded_and_cut_and_says_so() -> None:
    report = reports.report()
    found = report.discrepancies[0]
    side = replace(found.sides[0], positions=found.sides[0].positions * 100)
    crowded = page(replace(report, discrepancies=(replace(found, sides=(side, *found.sides[1:])),)))
    assert crowded.text.count("people died when") == 30
    assert "and 95 more statements" in crowded.text
    assert "70 more statements in the JSON report" in crowded.text


def test_many_sides_can_be_scrolled_by_keyboard() -> None:
    report = toll(*((str(number), str(number), None) for number in range(1, 9)))
    sides = next(one for one in page(report).all("div") if one.get("class") == "sides")
    assert (sides["tabindex"], sides["role"], sides["aria-label"]) == ("0", "group", "8 sides of finding 1")


def test_tables_of_many_sources_are_cut_and_say_so() -> None:
    report = reports.report()
    sources = [reports.article(f"s{number:02}", f"{number} people died.") for number in range(40)]
    found = replace(report, articles=tuple(sources), discrepancies=tuple(_pairs(report.discrepancies[0], sources)))
    html = written(replace(found, statements=(), corroborated=()))
    assert "28 more sources, without a column" in html
    assert "10 more sources, without a row" in html
    assert "101 more questions, only the first are in this table" in html


def _pairs(found: Discrepancy, sources: list[Article]) -> list[Discrepancy]:
    """401 discrepancies, each between two of the sources."""
    said = [Position(Statement(one, 0, len(one.text)), one.id, ((0, 1),)) for one in sources]
    sides = [Side(one.value, None, (one,)) for one in said]
    return [
        replace(
            found,
            fingerprint=f"{number:016x}",
            sides=(sides[number % 40], sides[(number + 1) % 40]),
            pairs=found.pairs[:1],
        )
        for number in range(401)
    ]


def test_a_report_in_the_folder_of_the_articles_is_none_of_them(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text(written(reports.report()), encoding="utf-8")
    (tmp_path / "large.html").write_text(written(reports.report()).replace("3 disc", "10,000 disc"), encoding="utf-8")
    (tmp_path / "article.html").write_text("<!DOCTYPE html>\n<!-- 3 ships in 3 ports -->\n<p>It sank.</p>")
    assert [Path(file.shown).name for file in _walk.walk([tmp_path], {".html"})] == ["article.html"]


# ---- colours


def palettes() -> dict[str, dict[str, str]]:
    """The colours of either scheme by name; dark ones go over the light ones."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE.read_text(encoding="utf-8"), re.DOTALL)[:2]
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in blocks)
    assert light.keys() == dark.keys()
    return {"light": light, "dark": dark}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "paper", "least"),
    [
        *((ink, paper, 4.5) for ink in ("ink", "soft", "link", "high", "medium", "low") for paper in ("paper", "card")),
        ("mark-ink", "mark", 4.5),
        *(("heat-ink", f"heat-{level}", 4.5) for level in range(1, 5)),
        ("heat-ink-5", "heat-5", 4.5),
        ("focus", "paper", 3.0),
        ("soft", "card", 3.0),
    ],
)
def test_words_stand_out_from_what_is_behind_them(scheme: str, ink: str, paper: str, least: float) -> None:
    colours = palettes()[scheme]
    light, dark = sorted((luminance(colours[ink]), luminance(colours[paper])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= least
