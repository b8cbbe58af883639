from __future__ import annotations

import io
import json
from importlib import resources
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import hostile
import reports
import reviews
from discrepancy.review import Reviewed, unreviewed
from discrepancy.writers.json import document, write

PACKAGED = resources.files("discrepancy") / "data" / "report.schema.json"
PUBLISHED = Path(__file__).parents[2] / "docs" / "report.schema.json"


def test_the_published_schema_is_the_packaged_one() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == PACKAGED.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "report",
    [
        unreviewed(reports.report()),
        unreviewed(hostile.report(hostile.TEXTS[:16])),
        reviews.spoken(),
        hostile.reviewed(hostile.TEXTS[:16]),
    ],
    ids=["ordinary", "hostile", "reviewed", "hostile reviewed"],
)
def test_a_report_validates(report: Reviewed) -> None:
    schema = json.loads(PACKAGED.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(document(report))


def test_quotes_are_exact_slices_even_of_hostile_text() -> None:
    stream = io.StringIO()
    write(unreviewed(hostile.report()), stream)
    read = json.loads(stream.getvalue())
    assert [one["quote"] for one in read["single_source"]] == list(hostile.TEXTS)


def test_spans_are_offsets_into_the_source() -> None:
    texts = {article.id: article.text for article in reports.report().articles}
    for found in document(unreviewed(reports.report()))["discrepancies"]:
        for side in found["sides"]:
            for one in side["statements"]:
                assert texts[one["source"]][one["start"] : one["end"]] == one["quote"]
                for start, end in one["highlights"]:
                    assert one["start"] <= start < end <= one["end"]


def test_a_statement_says_where_it_stands_and_how_it_is_read() -> None:
    he = document(unreviewed(reports.report()))["discrepancies"][1]["sides"][1]["statements"][0]
    assert he == {
        "source": "wire",
        "start": 69,
        "end": 105,
        "line": 1,
        "page": None,
        "quote": "He joined the line in February 2021.",
        "highlights": [[91, 104]],
        "claim": "Ole Brandt joined the line in February 2021.",
        "resolved": [{"span": [69, 71], "as": "Ole Brandt", "from": [0, 4]}],
        "context": [[0, 68]],
        "speaker": None,
        "certainty": "stated",
        "voice": None,
    }


def test_a_page_stands_in_for_a_line_of_extracted_text() -> None:
    counted = document(unreviewed(reports.report()))["discrepancies"][0]["sides"][2]["statements"][0]
    assert (counted["line"], counted["page"]) == (None, 2)


def test_scores_have_two_decimals_and_unknown_dates_are_null() -> None:
    read = document(unreviewed(reports.report()))
    assert [found["confidence"] for found in read["discrepancies"]] == [0.91, 0.73, 0.5]
    assert read["discrepancies"][1]["pairs"][0]["why"] == [{"signal": "similarity", "value": 0.83}]
    assert [source["published"] for source in read["sources"]][1] is None


def test_both_sides_of_an_inner_error_hold_the_same_statement() -> None:
    a, b = (side["statements"][0] for side in document(unreviewed(reports.report()))["discrepancies"][2]["sides"])
    assert a["quote"] == b["quote"]
    assert a["highlights"] != b["highlights"]


def test_copies_of_a_wire_text_name_it() -> None:
    nine = document(unreviewed(reports.report()))["discrepancies"][0]["sides"][1]["statements"][0]
    assert nine["voice"] == "w1"


def test_what_nobody_spoke_of_has_no_review() -> None:
    assert all("review" not in found for found in document(unreviewed(reports.report()))["discrepancies"])


def test_a_review_stands_with_its_discrepancy() -> None:
    deaths, joined, weekday, by_hand = (found["review"] for found in document(reviews.spoken())["discrepancies"])
    date = "2024-05-08T09:30:00+00:00"
    assert deaths == {
        "state": "extended",
        "verdict": "conflict",
        "by_hand": False,
        "notes": [{"text": "Rang the *ministry* at 9:30.\nThey confirm it.", "reviewer": "Anna", "date": date}],
        "resolution": {"wording": "At least 12 people died", "evidence": "https://ministry.example/toll_1"},
        "pairs": [
            {"sides": [0, 1], "verdict": "conflict", "reviewer": "Anna", "date": date, "edits": []},
            {"sides": [1, 2], "verdict": None, "reviewer": None, "date": None, "edits": []},
        ],
        "joined": [],
    }
    (edit,) = joined["pairs"][0]["edits"]
    assert (joined["state"], joined["verdict"], edit["before"]) == ("again", None, "Its captain joined in May.")
    assert [said["quote"] for said in weekday["joined"]] == [
        "At least 12 people died when the ferry Aurora sank on Tuesday, May 7, 2024."
    ]
    assert (by_hand["by_hand"], by_hand["state"]) == (True, "open")
