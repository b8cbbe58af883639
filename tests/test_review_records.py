"""One line of the review file: complete in itself, harmless to show, and refused when it speaks of nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

import hostile
import reviews
from discrepancy import __version__, review
from discrepancy.identity import normalise
from discrepancy.model import Kind, Severity
from discrepancy.review.records import Pair, decode, encode

REPORT = reviews.report([[reviews.HERALD], [reviews.WIRE]])


def line(folder: Path, **said: Any) -> dict[str, Any]:
    return dict(json.loads(encode(reviews.judged(REPORT, folder, **said))))


def test_a_line_can_be_read_on_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (found,) = REPORT.discrepancies
    resolution = review.Resolution("at least nine people", "https://inquiry.example/1")
    assert line(tmp_path, verdict=review.Verdict.NOT_CONFLICT, note="At noon, not at dusk.", resolution=resolution) == {
        "version": 1,
        "fingerprint": found.fingerprint,
        "verdict": "not_conflict",
        "note": "At noon, not at dusk.",
        "resolution": {"wording": "at least nine people", "evidence": "https://inquiry.example/1"},
        "kind": "quantity",
        "severity": "high",
        "question": "How many people died?",
        "summary": "How many people died? At least 12 / Nine",
        "sides": [
            {
                "value": "At least 12",
                "statements": [
                    {
                        "source": "herald.txt",
                        "quote": "At least 12 people died when the ferry sank on Tuesday.",
                        "highlights": ["At least 12"],
                        "sha256": REPORT.articles[0].sha256,
                    }
                ],
            },
            {
                "value": "Nine",
                "statements": [
                    {
                        "source": "wire.txt",
                        "quote": "Nine people died in the sinking, the coast guard said.",
                        "highlights": ["Nine"],
                        "sha256": REPORT.articles[1].sha256,
                    }
                ],
            },
        ],
        "pairs": [{"sides": [0, 1], "key": found.fingerprint, "relation": "conflict"}],
        "reviewer": "Anna",
        "date": "2024-05-08T09:30:00+00:00",
        "tool": __version__,
    }


def test_the_fingerprint_is_the_smallest_key_of_the_pairs_that_are_judged(tmp_path: Path) -> None:
    report = reviews.report([[reviews.HERALD], [reviews.WIRE], [reviews.INQUIRY]])
    (found,) = report.discrepancies
    whole = reviews.judged(report, tmp_path)
    parts = [reviews.judged(report, tmp_path, pairs=[pair]) for pair in found.pairs]
    assert whole.fingerprint == min(pair.key for pair in whole.pairs)
    assert sorted(part.fingerprint for part in parts) == sorted(pair.key for pair in whole.pairs)


def test_a_line_of_no_pair_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least one pair"):
        reviews.judged(REPORT, tmp_path, pairs=[])


@pytest.mark.parametrize("number", range(len(hostile.TEXTS)))
def test_what_articles_say_stays_on_one_harmless_line(number: int, tmp_path: Path) -> None:
    report = hostile.report(hostile.TEXTS[number : number + 1])
    entry = reviews.judged(report, tmp_path, note=hostile.TEXTS[number])
    written = encode(entry)
    assert written.decode().isprintable()
    read = decode(written)
    assert encode(read) == written
    assert normalise(read.sides[0].statements[0].quote) == normalise(report.articles[0].text)


def test_letters_of_any_script_stay_readable(tmp_path: Path) -> None:
    entry = reviews.judged(REPORT, tmp_path, note="Київ, “12” 東京")
    assert "Київ, “12” 東京" in encode(entry).decode()


@pytest.mark.parametrize(
    "change",
    [
        {"pairs": (Pair((0, 2), "k", reviews.Relation.CONFLICT),)},
        {"pairs": (Pair((1, 1), "k", reviews.Relation.CONFLICT),)},
        {"pairs": (Pair((-1, 1), "k", reviews.Relation.CONFLICT),)},
        {"mend": review.Move((0, 1), 1)},
        {"mend": review.Move((2, 0), 1)},
        {"mend": review.Split(((0, 0), (0, 5)))},
        {"mend": review.Merge((), (Pair((0, 1), "k", reviews.Relation.CONFLICT),))},
    ],
)
def test_a_line_that_speaks_of_what_it_does_not_hold_is_refused(change: dict[str, Any], tmp_path: Path) -> None:
    good = msgspec.to_builtins(reviews.judged(REPORT, tmp_path))
    with pytest.raises(msgspec.ValidationError):
        decode(json.dumps(good | msgspec.to_builtins(change)).encode())


@pytest.mark.parametrize(
    "mend",
    [
        review.Move((0, 0), None),
        review.Move((0, 0), 2),
        review.Split(((0, 0), (1, 0))),
        review.Change(Kind.DATE, None),
        review.Change(None, Severity.LOW),
        review.merge(REPORT.discrepancies[0], Path()),
    ],
)
def test_a_mend_comes_back_as_it_was(mend: review.Move, tmp_path: Path) -> None:
    entry = reviews.judged(REPORT, tmp_path, mend=mend)
    assert decode(encode(entry)) == entry


@pytest.mark.parametrize(
    ("verdict", "settles"),
    [("conflict", True), ("not_conflict", True), ("accepted", True), ("unsure", False), ("later", False)],
)
def test_which_verdicts_settle(verdict: str, settles: bool) -> None:
    assert review.Verdict(verdict).settles is settles
