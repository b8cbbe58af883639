from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

import hostile
import reports
import reviews
from discrepancy import review
from discrepancy.review import Reviewed, unreviewed
from discrepancy.writers import docx as writer

DEATHS, JOINED, WEEKDAY = range(3)


def data(found: Reviewed) -> bytes:
    stream = io.BytesIO()
    writer.write(found, stream)
    return stream.getvalue()


def opened(found: Reviewed) -> Any:
    return docx.Document(io.BytesIO(data(found)))


@pytest.fixture(scope="module")
def ordinary() -> Any:
    return opened(unreviewed(reports.report()))


def headings(document: Any) -> list[tuple[str, str]]:
    return [(one.style.name, one.text) for one in document.paragraphs if one.style.name.startswith(("Head", "Title"))]


def cells(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def text(document: Any) -> list[str]:
    return [one.text for one in document.paragraphs]


def addresses(found: Reviewed) -> list[str]:
    relations = opened(found).part.rels.values()
    return [relation.target_ref for relation in relations if relation.is_external]


def test_headings_are_those_that_word_navigates_by(ordinary: Any) -> None:
    assert headings(ordinary) == [
        ("Title", "3 discrepancies in 3 sources"),
        ("Heading 1", "Summary"),
        ("Heading 1", "Discrepancies"),
        ("Heading 2", "1. How many people died?"),
        ("Heading 2", "2. Ole Brandt joined the line in June or in February 2021"),
        ("Heading 2", "3. Which day was May 7, 2024?"),
        ("Heading 1", "What several sources say alike"),
        ("Heading 1", "What was read"),
        ("Heading 1", "What was not read"),
    ]


def test_the_summary_has_a_row_for_each_discrepancy(ordinary: Any) -> None:
    head, first, *_ = rows = cells(ordinary.tables[0])
    assert len(rows) == 4
    assert head == ["No.", "Severity", "Kind", "Question", "Answers", "Verdict"]
    answers = "A: at least 12\nB: nine\nC: 15"
    assert first == ["1", "high", "quantity, conflict", "How many people died?", answers, "not judged yet"]


def test_two_sides_stand_beside_each_other_and_more_below(ordinary: Any) -> None:
    three, two = ordinary.tables[1], ordinary.tables[2]
    assert [cell.text for cell in two.rows[0].cells] == ["A: June", "B: February 2021"]
    assert [row.cells[0].text for row in three.rows] == ["Side", "A: at least 12", "B: nine", "C: 15"]


def test_a_quote_stands_with_its_source_and_what_is_known_of_it(ordinary: Any) -> None:
    quote, source = ordinary.tables[2].rows[1].cells[1].paragraphs
    assert quote.text == "“He joined the line in February 2021.”"
    assert source.text == (
        "Coast Wire, “Nine dead in sinking”, 2024-05-07 18:20:00+02:00, wire.txt, line 1; “He” read as Ole Brandt"
    )
    spoken = ordinary.tables[1].rows[2].cells[1].paragraphs[1]
    assert spoken.text.endswith("wire.txt, line 1; according to the coast guard")


def test_only_the_conflicting_words_are_marked(ordinary: Any) -> None:
    quote = ordinary.tables[2].rows[1].cells[1].paragraphs[0]
    assert [run.text for run in quote.runs if run.style.name == "Conflicting"] == ["February 2021"]
    look = ordinary.styles["Conflicting"].element.rPr
    assert look.find(qn("w:b")) is not None
    assert look.find(qn("w:shd")).get(qn("w:fill")) == "FFE999"


def test_statements_of_one_side_stand_below_each_other() -> None:
    two = opened(unreviewed(reviews.report([[reviews.HERALD], [reviews.WIRE, reviews.ALSO_NINE]])))
    assert [bool(row.cells[0].text) for row in two.tables[1].rows] == [True, True, False]
    three = opened(unreviewed(reviews.report([[reviews.HERALD], [reviews.WIRE, reviews.ALSO_NINE], [reviews.INQUIRY]])))
    sides = [row.cells[0] for row in three.tables[1].rows]
    assert [side.text for side in sides] == ["Side", "A: At least 12", "B: Nine", "B: Nine", "C: 15"]
    assert sides[2]._tc is sides[3]._tc


def test_more_statements_than_anyone_reads_are_counted() -> None:
    many = [(f"{number}.txt", "Officials spoke of *nine* dead.") for number in range(18)]
    side = opened(unreviewed(reviews.report([[reviews.HERALD], many]))).tables[1].rows
    assert len(side) == 1 + 15 + 1
    assert side[-1].cells[1].text == "and 3 more statements"


def test_tables_hold_together_on_paper(ordinary: Any) -> None:
    for table in ordinary.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert sum(column.width.twips for column in table.columns) == 9638
    section = ordinary.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.page_width.twips - section.left_margin.twips - section.right_margin.twips == 9638


def test_pages_are_numbered(ordinary: Any) -> None:
    footer = ordinary.sections[0].footer._element
    fields = [field.get(qn("w:instr")) for field in footer.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_summary_leads_to_each_discrepancy(ordinary: Any) -> None:
    body = ordinary.element.body
    links = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink")) if one.get(qn("w:anchor"))]
    assert links == [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    assert len(set(links)) == 3


def test_why_the_sides_are_set_against_each_other(ordinary: Any) -> None:
    assert "A and B: conflict (dates): similarity: 0.83" in text(ordinary)


def test_what_was_read_and_what_was_not(ordinary: Any) -> None:
    rows = cells(ordinary.tables[-1])
    wire = reports.WIRE
    assert rows[3] == [
        "Coast Wire\nNine dead in sinking\nhttps://wire.example/aurora",
        "2024-05-07 18:20:00+02:00",
        f"wire.txt\n{wire.sha256}",
    ]
    assert rows[2][:2] == ["not known", "no date"]
    assert "notes.bin: it is not text" in text(ordinary)


def test_what_readers_said_stands_below_the_sides(tmp_path: Path) -> None:
    report = reports.report()
    first, second = report.discrepancies[DEATHS].pairs
    log = reviews.log(
        tmp_path,
        review.entry(
            report.discrepancies[DEATHS], tmp_path, reviews.STAMP, verdict=review.Verdict.CONFLICT, pairs=[first]
        ),
        review.entry(
            report.discrepancies[JOINED],
            tmp_path,
            reviews.STAMP,
            verdict=review.Verdict.NOT_CONFLICT,
            note="Two men of that name.",
            resolution=review.Resolution("The captain joined in June.", "https://registry.example/?a=1&b=2"),
        ),
    )
    found = review.reviewed(report, log)
    document = opened(found)
    said = text(document)
    assert "Verdict: A and B: a conflict (Anna, 2024-05-08)" in said
    assert "Verdict: B and C: not judged yet" in said
    assert [cell.text for cell in document.tables[0].columns[5].cells] == [
        "Verdict",
        "a conflict; a new side is to be judged",
        "no conflict",
        "not judged yet",
    ]
    by = " (Anna, 2024-05-08)"
    at = said.index(f"Verdict: no conflict{by}")
    assert said[at + 1] == f"Note: Two men of that name.{by}"
    assert said[at + 2] == f"Resolution: The captain joined in June.{by}"
    assert said[at + 3] == "Evidence: https://registry.example/?a=1&b=2"
    assert "https://registry.example/?a=1&b=2" in addresses(found)
    assert second.sides == (1, 2)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "\\\\evil.example\\share",
        "https://user@evil.example/",
        "https://evil.example/a b",
        "https://evil.example/%zz",
        "http://[evil",
        "https://evil.example/" + "x" * 3000,
    ],
)
def test_only_whole_addresses_of_the_web_are_links(url: str) -> None:
    report = replace(reports.report(), articles=(replace(reports.WIRE, url=url),))
    assert addresses(unreviewed(report)) == []
    assert addresses(unreviewed(reports.report())) == ["https://wire.example/aurora"]


def test_what_xml_cannot_hold_is_named() -> None:
    texts = ("the head\ufffe of the \uffff line \x00 \x0b \ud800 ended", "another <w:t> ]]> &amp; line")
    read = "".join(text(opened(unreviewed(hostile.report(texts)))))
    assert "the head<U+FFFE> of the <U+FFFF> line ␀ ␋ <U+D800> ended" in read
    assert "another <w:t> ]]> &amp; line" in read


def test_a_file_tells_nothing_of_the_hour_the_machine_or_the_template() -> None:
    with zipfile.ZipFile(io.BytesIO(data(unreviewed(reports.report())))) as archive:
        assert {(part.date_time, part.create_system) for part in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert not {"docProps/thumbnail.jpeg", "docProps/app.xml"} & set(archive.namelist())
        properties = archive.read("docProps/core.xml").decode()
    assert "<dc:creator>discrepancy</dc:creator>" in properties
    assert "<dc:title>3 discrepancies in 3 sources</dc:title>" in properties
    assert "created" not in properties
    assert "python-docx" not in properties


def test_no_discrepancy_is_said_in_words() -> None:
    document = opened(unreviewed(replace(reports.report(), discrepancies=())))
    assert "The sources that were read do not disagree on anything that this tool can find." in text(document)
    assert [table.rows[0].cells[0].text for table in document.tables] == ["Source"]


def test_what_is_left_out_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "MOST_FINDINGS", 2)
    document = opened(unreviewed(reports.report()))
    first = "The first 2 of 3 discrepancies in 3 sources are shown, the gravest first"
    assert f"{first}: the JSON report (--format json) has them all." in text(document)
    assert len(document.tables[0].rows) == 3
    assert [name for style, name in headings(document) if style == "Heading 2"][-1].startswith("2. ")
