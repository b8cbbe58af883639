"""Values of a report as bytes, and bytes that are none."""

from __future__ import annotations

import os
import pickle

import pytest

import reports
from discrepancy import packing
from discrepancy.model import Article, Statement

ARTICLE = Article(id="a", path="a.txt", sha256="0" * 64, text="Two came.")


def test_a_report_comes_back_as_it_was() -> None:
    report = reports.report()
    assert packing.unpacked(packing.packed(report)) == report


def test_what_is_kept_elsewhere_is_found_there() -> None:
    said = Statement(ARTICLE, 0, 9)
    data = packing.packed((said, said), lambda value: value.id if isinstance(value, Article) else None)
    assert b"Two came" not in data
    assert packing.unpacked(data, {"a": ARTICLE}.__getitem__) == (said, said)


class Runs:
    """What would run a command when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("echo ran",)


@pytest.mark.parametrize(
    "data",
    [
        pickle.dumps(Runs()),
        pickle.dumps(ARTICLE)[:-3],
        b"",
        b"not a pickle",
        b"\x80\x04\x8c\x11discrepancy.model\x94\x8c\x10re.compile.__doc\x94\x93.",
        packing.packed(ARTICLE, lambda value: "a" if isinstance(value, Article) else None),
    ],
    ids=["command", "cut off", "empty", "text", "dotted name", "kept elsewhere, and nowhere to look"],
)
def test_other_bytes_are_refused(data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="these are no values of a report"):
        packing.unpacked(data)
    assert capfd.readouterr().out == ""
