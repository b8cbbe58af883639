from __future__ import annotations

import io
from pathlib import Path

import pytest
from lxml import etree

import hostile
import reports
from discrepancy import view
from discrepancy.model import Severity
from discrepancy.review import Reviewed, reviewed, unreviewed
from discrepancy.writers.junit import write
from reviews import HERALD, INQUIRY, WIRE, judged, log, report

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parents[1] / "data" / "junit-10.xsd"))
REPORT = unreviewed(reports.report())
HOSTILE = unreviewed(hostile.report())
NOTHING = REPORT.keep(lambda standing: False)
BEYOND_XML = unreviewed(hostile.report(("a noncharacter \ufffe or \uffff, a form feed \f, a NUL \0", "]]> & < \" '")))


def read(found: Reviewed) -> etree._Element:
    stream = io.StringIO()
    write(found, stream)
    return etree.fromstring(stream.getvalue().encode(), etree.XMLParser(huge_tree=False))


@pytest.mark.parametrize("found", [REPORT, HOSTILE, NOTHING, BEYOND_XML], ids=["plain", "hostile", "none", "beyond"])
def test_it_is_what_the_published_schema_says(found: Reviewed) -> None:
    SCHEMA.assertValid(read(found))


def test_a_discrepancy_is_a_case_that_fails_while_it_is_open() -> None:
    (suite,) = read(REPORT)
    assert dict(suite.attrib) == {"name": "discrepancy", "tests": "3", "failures": "3", "errors": "0"}
    case = suite[0]
    assert dict(case.attrib) == {"classname": "quantity", "name": "How many people died? (d1)"}
    (failure,) = case
    assert failure.get("type") == "high"
    assert failure.get("message") == "2 pairs of sides not settled: At least 12, nine or 15 people died"
    assert failure.text.split("\n\n")[1] == (
        "wire.txt, line 1: nine: “Nine people died in the sinking of the Aurora, the coast guard said.”\n"
        "papers/inquiry.pdf, page 2: 15: “The inquiry counted 15 dead.”\n"
        "open"
    )


def test_what_is_settled_passes(tmp_path: Path) -> None:
    found = report([[HERALD], [WIRE]], [[("a.txt", "It left at *dawn*.")], [INQUIRY]])
    (suite,) = read(reviewed(found, log(tmp_path, judged(found, tmp_path))))
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert [len(case) for case in suite] == [0, 1]


def test_only_what_is_open_of_a_case_is_told(tmp_path: Path) -> None:
    two, three = report([[HERALD], [WIRE]]), report([[HERALD], [WIRE], [INQUIRY]])
    ((case,),) = read(reviewed(three, log(tmp_path, judged(two, tmp_path))))
    assert case[0].get("message").startswith("2 pairs of sides not settled: ")
    assert case[0].text.count("a new side") == 2


def test_cases_that_ask_the_same_have_names_of_their_own() -> None:
    found = report([[HERALD], [WIRE]], [[("a.txt", "It was *3*.")], [("b.txt", "It was *4*.")]])
    (suite,) = read(unreviewed(found))
    assert len({case.get("name") for case in suite}) == 2


def test_what_is_not_shown_is_not_counted() -> None:
    (suite,) = read(view.at_least(REPORT, Severity.HIGH))
    assert (suite.get("tests"), suite.get("failures")) == ("1", "1")


def test_what_xml_cannot_hold_has_a_name() -> None:
    text = "".join(read(BEYOND_XML).itertext())
    assert "a noncharacter <U+FFFE> or <U+FFFF>, a form feed ␌, a NUL ␀" in text
    assert "]]> & < \" '" in text


def test_no_case_is_longer_than_anyone_would_read() -> None:
    (suite,) = read(HOSTILE)
    assert max(len(case[0].text) for case in suite) < 4000
