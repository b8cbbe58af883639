"""SARIF against the published schema, and against what the schema cannot say."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import FormatChecker
from jsonschema.validators import validator_for

import hostile
import reports
from discrepancy import view
from discrepancy.model import Kind, Severity, Unread
from discrepancy.review import Reviewed, reviewed, unreviewed
from discrepancy.writers.sarif import FINGERPRINT, write
from reviews import HERALD, INQUIRY, WIRE, judged, log, report

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = validator_for(SCHEMA)(SCHEMA, format_checker=FormatChecker())
REPORT = unreviewed(reports.report())
HOSTILE = unreviewed(hostile.report())
NOTHING = REPORT.keep(lambda standing: False)
TWO = report([[HERALD], [WIRE]])

Json = dict[str, Any]


def read(found: Reviewed) -> Json:
    """The only run of the log."""
    stream = io.StringIO()
    write(found, stream)
    (run,) = json.loads(stream.getvalue())["runs"]
    return run


def results(found: Reviewed) -> list[Json]:
    return read(found)["results"]


def uri(location: Json) -> str:
    return location["physicalLocation"]["artifactLocation"]["uri"]


@pytest.mark.parametrize("found", [REPORT, HOSTILE, NOTHING], ids=["plain", "hostile", "none"])
def test_it_is_what_the_published_schema_says(found: Reviewed) -> None:
    stream = io.StringIO()
    write(found, stream)
    log_ = json.loads(stream.getvalue())
    VALIDATOR.validate(log_)
    # What the errata of the standard add to the schema.
    for result in log_["runs"][0]["results"]:
        for location in (*result["locations"], *result["relatedLocations"]):
            physical = location["physicalLocation"]
            assert all("startLine" in physical[name] for name in ("region", "contextRegion") if name in physical)


def test_the_schema_would_tell_a_mistake() -> None:
    run = read(REPORT)
    run["results"][0]["level"] = "grave"
    assert not VALIDATOR.is_valid({"version": "2.1.0", "runs": [run]})


def test_each_result_is_a_line_of_ascii() -> None:
    stream = io.StringIO()
    write(HOSTILE, stream)
    text = stream.getvalue()
    assert text.isascii()
    assert len(text.splitlines()) == len(hostile.TEXTS) + 2


def test_every_open_pair_is_a_result_and_no_other(tmp_path: Path) -> None:
    assert [result["ruleId"] for result in results(REPORT)] == ["quantity", "quantity", "date", "date"]
    assert results(NOTHING) == []
    assert results(reviewed(TWO, log(tmp_path, judged(TWO, tmp_path)))) == []
    three = reviewed(report([[HERALD], [WIRE], [INQUIRY]]), log(tmp_path))
    assert [uri(result["locations"][0]) for result in results(three)] == ["inquiry.txt"] * 2
    assert [result["properties"]["state"] for result in results(three)] == ["extended"] * 2


def test_a_result_stands_on_the_words_that_conflict() -> None:
    found = report([[("herald.txt", "Zoë 😀 said *at least 12* died.")], [WIRE]])
    (result,) = results(view.focus(unreviewed(found), ["herald.txt"]))
    text = next(article.text for article in found.articles if article.id == "herald.txt")
    physical = result["locations"][0]["physicalLocation"]
    region, context = physical["region"], physical["contextRegion"]
    line = text.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "at least 12"
    at = region["charOffset"]
    assert text[at : at + region["charLength"]] == region["snippet"]["text"] == "at least 12"
    assert context["snippet"]["text"] == "Zoë 😀 said at least 12 died."
    assert read(unreviewed(found))["columnKind"] == "unicodeCodePoints"


def test_the_other_side_is_related_and_the_message_leads_there() -> None:
    first = results(REPORT)[0]
    assert uri(first["locations"][0]) == "wire.txt"
    (related,) = first["relatedLocations"]
    assert (related["id"], uri(related)) == (1, "herald.txt")
    assert related["message"]["text"].startswith("at least 12: “At least 12 people died")
    assert first["message"]["text"] == (
        "How many people died? Here nine: “Nine people died in the sinking of the Aurora, the coast guard said.”; "
        "in [herald.txt, line 3](1) at least 12: “At least 12 people died when the ferry Aurora sank on Tuesday, "
        "May 7, 2024.”; high, open."
    )


def test_every_statement_of_the_other_side_is_related() -> None:
    others = [(f"a{i:02}.txt", "Officials spoke of *nine* dead.") for i in range(14)]
    (result,) = results(unreviewed(report([others, [HERALD]])))
    related = result["relatedLocations"]
    assert [location["id"] for location in related] == list(range(1, 11))
    assert [uri(location) for location in related] == [f"a{i:02}.txt" for i in range(10)]


def test_a_side_without_lines_is_set_on_its_file() -> None:
    pdf = results(view.focus(REPORT, ["inquiry.pdf"]))[1]
    physical = pdf["locations"][0]["physicalLocation"]
    assert physical == {"artifactLocation": {"uri": "papers/inquiry.pdf", "uriBaseId": "%SRCROOT%"}}
    assert "The inquiry counted 15 dead." in pdf["message"]["text"]


@pytest.mark.parametrize(
    ("severity", "level", "lowest", "highest"),
    [(Severity.HIGH, "error", 70, 100), (Severity.MEDIUM, "warning", 40, 70), (Severity.LOW, "note", 10, 40)],
)
def test_level_and_rank_follow_severity_and_confidence(
    severity: Severity, level: str, lowest: int, highest: int
) -> None:
    ranks = []
    for confidence in (0.0, 0.5, 1.0):
        (result,) = results(unreviewed(report([[HERALD], [WIRE]], severity=severity, confidence=confidence)))
        assert result["level"] == level
        ranks.append(result["rank"])
    assert ranks == [lowest, (lowest + highest) / 2, highest]


def test_the_fingerprint_survives_what_a_verdict_survives() -> None:
    (before,) = results(unreviewed(TWO))
    moved = {"herald.txt": "A new first line.\nAt least 12 people died when the ferry sank on Tuesday.\n"}
    (after, *_) = results(unreviewed(report([[HERALD], [WIRE], [INQUIRY]], texts=moved)))
    assert before["partialFingerprints"] == after["partialFingerprints"]
    assert list(before["partialFingerprints"]) == [FINGERPRINT]


def test_two_pairs_have_two_fingerprints() -> None:
    found = results(unreviewed(report([[HERALD], [WIRE], [INQUIRY]])))
    assert len({result["partialFingerprints"][FINGERPRINT] for result in found}) == 3


def test_every_kind_is_a_rule_with_help() -> None:
    run = read(REPORT)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [kind.value for kind in Kind]
    for rule in rules:
        assert "Stays silent" in rule["help"]["text"]
        assert "Fires" in rule["help"]["text"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a b/ä#1?%.txt", {"uri": "a%20b/%C3%A4%231%3F%25.txt", "uriBaseId": "%SRCROOT%"}),
        ("c:d.txt", {"uri": "c%3Ad.txt", "uriBaseId": "%SRCROOT%"}),
        ("./a.txt", {"uri": "a.txt", "uriBaseId": "%SRCROOT%"}),
        ("/desk/a b.txt", {"uri": "file:///desk/a%20b.txt"}),
        ("/desk/../b.txt", {"uri": "file:///b.txt"}),
    ],
)
def test_a_path_is_a_uri(path: str, expected: Json) -> None:
    found = report([[HERALD], [WIRE]], paths={"wire.txt": path})
    assert results(unreviewed(found))[0]["locations"][0]["physicalLocation"]["artifactLocation"] == expected


def test_a_file_beside_the_working_folder_has_a_whole_uri(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    found = report([[HERALD], [WIRE]], paths={"wire.txt": "../wire.txt"})
    parts = urlsplit(uri(results(unreviewed(found))[0]["locations"][0]))
    assert (parts.scheme, unquote(parts.path)) == ("file", str(tmp_path / "wire.txt"))


def test_no_text_of_an_article_is_a_link_or_a_placeholder() -> None:
    texts = ("see [here](javascript:alert(1)) and {0} {", "[1](2) [x] (y) \\[z\\](w) }")
    for result in results(unreviewed(hostile.report(texts))):
        for message in (result["message"], *(one["message"] for one in result["relatedLocations"])):
            text = message["text"].replace("{{", "").replace("}}", "")
            assert "{" not in text
            assert "}" not in text
            assert set(re.findall(r"\]\(([^)]*)\)", text)) <= {"1"}
        assert result["message"]["text"].count("](") == 1
        (target,) = result["relatedLocations"]
        assert target["id"] == 1


def test_brackets_in_the_name_of_a_file_are_escaped_in_its_link() -> None:
    found = report([[HERALD], [WIRE]], paths={"herald.txt": "[draft].txt"})
    assert r" in [\[draft\].txt, line 1](1) " in results(unreviewed(found))[0]["message"]["text"]


def test_what_was_not_read_is_told() -> None:
    unread = (Unread("a.pdf", "is damaged"), Unread("b.pdf", "is left out", True))
    (invocation,) = read(unreviewed(replace(TWO, unread=unread)))["invocations"]
    assert invocation == {
        "executionSuccessful": True,
        "toolExecutionNotifications": [
            {"level": "warning", "message": {"text": "a.pdf was not read: is damaged"}},
            {"level": "note", "message": {"text": "b.pdf was not read: is left out"}},
        ],
    }


def test_a_snippet_is_no_longer_than_anyone_would_read() -> None:
    for result in results(HOSTILE):
        for location in (*result["locations"], *result["relatedLocations"]):
            for name in ("region", "contextRegion"):
                assert len(location["physicalLocation"][name].get("snippet", {}).get("text", "")) < 10_000


def test_what_made_the_report_is_told() -> None:
    driver = read(REPORT)["tool"]["driver"]
    assert driver["semanticVersion"] == "0.1.0"
    assert driver["properties"]["embeddingModel"] == "all-MiniLM-L6-v2"
