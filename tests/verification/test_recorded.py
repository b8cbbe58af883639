from __future__ import annotations

import io
import json
from typing import Any

import pytest

import hostile
import reports
from discrepancy.errors import InputError
from discrepancy.review import unreviewed
from discrepancy.verification import recorded
from discrepancy.writers import json as writer


def plain(**changes: Any) -> dict[str, Any]:
    return writer.document(unreviewed(reports.report())) | changes


def read(value: object) -> recorded.Recorded:
    return recorded.read(value if isinstance(value, bytes) else json.dumps(value).encode())


def said(**changes: Any) -> dict[str, Any]:
    """A report with one quote, which is changed."""
    quoted = {"source": "wire", "start": 0, "end": 4, "quote": "Nine"} | changes
    return plain(discrepancies=[], corroborated=[], single_source=[quoted])


def test_the_newest_report_is_understood() -> None:
    assert recorded.VERSION == writer.VERSION


def test_each_quote_stands_once_with_all_its_uses() -> None:
    read_back = read(plain())
    uses = {(quoted.source, quoted.quote[:12]): use for quoted, use in read_back.quotes.items()}
    assert uses[("herald", "At least 12 ")] == (
        "discrepancy 1, side A",
        "discrepancy 3, side A",
        "discrepancy 3, side B",
        "said alike by several sources",
    )
    assert uses[("herald", "The ferry le")] == ("said by one source",)
    assert len(uses) == 7
    assert [source.path for source in read_back.sources] == ["herald.txt", "papers/inquiry.pdf", "wire.txt"]


def test_a_report_of_hostile_texts_is_read() -> None:
    stream = io.StringIO()
    writer.write(unreviewed(hostile.report()), stream)
    quotes = {quoted.quote for quoted in recorded.read(stream.getvalue().encode()).quotes}
    assert quotes == set(hostile.TEXTS)


NO_REPORTS = {
    "nothing": b"",
    "text": b"three discrepancies",
    "bytes": bytes(range(256)),
    "cut off": json.dumps(plain()).encode()[:-5],
    "deep": b"[" * 100_000,
    "a list": [],
    "a number": 3,
    "no version": {"sources": []},
    "a version in words": plain(version="1"),
    "version 0": plain(version=0),
    "a number too long to read": b'{"version": ' + b"9" * 5000 + b"}",
}


@pytest.mark.parametrize("value", NO_REPORTS.values(), ids=NO_REPORTS)
def test_what_is_no_report(value: object) -> None:
    with pytest.raises(InputError, match=r"^is no report: name a file that"):
        read(value)


def test_a_newer_report_is_told() -> None:
    for version in (2, 10**4000):
        with pytest.raises(InputError, match=r"^is a report of a newer version than 1: use a newer discrepancy$"):
            read(plain(version=version))


DAMAGED = {
    "no sources": plain(sources=None),
    "sources are a text": plain(sources="wire"),
    "a source is a number": plain(sources=[3]),
    "a source has no hash": plain(sources=[{"id": "a", "path": "a"}]),
    "a source is there twice": plain(sources=plain()["sources"] * 2),
    "a source is not listed": said(source="morning"),
    "sides are a number": plain(discrepancies=[{"sides": 3}]),
    "an offset is a text": said(start="0"),
    "an offset is below zero": said(start=-1),
    "an offset is no whole number": said(end=0.5),
    "an offset is infinite": said(end=float("inf")),
    "an offset is of no size": said(end=10**30),
    "an offset is true": said(end=True),
    "a quote is empty": said(quote=""),
    "a quote is a list": said(quote=["Nine"]),
    "a line is a text": said(line="one"),
}


@pytest.mark.parametrize("value", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_report_is_one_line(value: object) -> None:
    with pytest.raises(InputError, match=r"^is (a )?damaged") as caught:
        read(value)
    assert len(str(caught.value)) < 400


def test_what_a_later_tool_adds_is_passed_over() -> None:
    assert read(plain(extra={"a": [1]})).quotes == read(plain()).quotes
