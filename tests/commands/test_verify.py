from __future__ import annotations

import io
import json
import os
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

import pytest

import reviews
from discrepancy import cli, writers
from discrepancy.loaders import load
from discrepancy.model import Report, Statement
from discrepancy.review import unreviewed
from loaders.files import pdf, word
from reports import tool

Capture = pytest.CaptureFixture[str]

HERALD = "Ferry sinks\n\nAt least 12 people died when the ferry sank on Tuesday. The harbour is closed to all ships.\n"
WIRE = "Nine people died in the sinking, the coast guard said. Talks with the shipping line go on.\n"
SIDES: Sequence[Sequence[reviews.Said]] = (
    [("herald.txt", "*At least 12* people died when the ferry sank on Tuesday.")],
    [("wire.txt", "*Nine* people died in the sinking, the coast guard said.")],
)
ALL_HOLD = "3 quotes of 2 sources: 3 hold, 0 moved, 0 changed, 0 gone"


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(["verify", *arguments])
    return int(ended.value.code or 0)


def lines(capsys: Capture) -> list[str]:
    return capsys.readouterr().out.splitlines()


def reported(paths: Sequence[str], sides: Sequence[Sequence[reviews.Said]], alone: str | None = None) -> None:
    """The file report.json on the sources at `paths`; `alone` is what one of them says alone."""
    articles = load(paths).articles
    starts = [(one, one.text.index(alone)) for one in articles if alone and alone in one.text]
    report = Report(
        tool=tool(),
        articles=articles,
        lines=MappingProxyType({}),
        statements=(),
        unread=(),
        discrepancies=(reviews.discrepancy(articles, sides),),
        single_source=tuple(Statement(one, start, start + len(alone or "")) for one, start in starts),
    )
    writers.write(unreviewed(report), "json", Path("report.json"))


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("herald.txt").write_text(HERALD)
    Path("wire.txt").write_text(WIRE)


@pytest.fixture
def report() -> None:
    reported(["herald.txt", "wire.txt"], SIDES, "Talks with the shipping line go on.")


# ---- 0 and 1


@pytest.mark.usefixtures("report")
def test_untouched_sources_hold(capsys: Capture) -> None:
    assert run("report.json") == 0
    assert lines(capsys) == [ALL_HOLD]


@pytest.mark.usefixtures("report")
def test_all_shows_what_holds(capsys: Capture) -> None:
    assert run("report.json", "--all") == 0
    assert lines(capsys) == [
        "holds    herald.txt, line 3 (discrepancy 1, side A)",
        "    was: “At least 12 people died when the ferry sank on Tuesday.”",
        "holds    wire.txt, line 1 (discrepancy 1, side B)",
        "    was: “Nine people died in the sinking, the coast guard said.”",
        "holds    wire.txt, line 1 (said by one source)",
        "    was: “Talks with the shipping line go on.”",
        ALL_HOLD,
    ]


@pytest.mark.usefixtures("report")
def test_each_way_not_to_hold_is_told_apart(capsys: Capture) -> None:
    Path("herald.txt").write_text(HERALD.replace("12", "14"))
    Path("wire.txt").write_text(f"Update\n\n{WIRE}")
    assert run("report.json") == 1
    assert lines(capsys) == [
        "changed  herald.txt, line 3 (discrepancy 1, side A)",
        "    was: “At least 12 people died when the ferry sank on Tuesday.”",
        "    now: “At least 14 people died when the ferry sank on Tuesday.” (herald.txt, line 3)",
        "moved    wire.txt, line 1 (discrepancy 1, side B)",
        "    was: “Nine people died in the sinking, the coast guard said.”",
        "    now: word for word at wire.txt, line 3",
        "moved    wire.txt, line 1 (said by one source)",
        "    was: “Talks with the shipping line go on.”",
        "    now: word for word at wire.txt, line 3",
        "3 quotes of 2 sources: 0 hold, 2 moved, 1 changed, 0 gone",
    ]


@pytest.mark.usefixtures("report")
def test_a_source_that_is_gone_says_so(capsys: Capture) -> None:
    Path("herald.txt").unlink()
    assert run("report.json") == 1
    assert lines(capsys) == [
        "gone     herald.txt, line 3 (discrepancy 1, side A)",
        "    was: “At least 12 people died when the ferry sank on Tuesday.”",
        "    why: is not there any more: check the path, or name its folder with --sources",
        "3 quotes of 2 sources: 2 hold, 0 moved, 0 changed, 1 gone",
    ]


@pytest.mark.usefixtures("report")
def test_a_rewritten_source_has_nothing_like_it(capsys: Capture) -> None:
    Path("herald.txt").write_text("The council met on Monday to speak of the new school, which opens in the autumn.\n")
    assert run("report.json") == 1
    assert lines(capsys)[2] == "    now: nothing like it in herald.txt"


@pytest.mark.usefixtures("report")
def test_a_renamed_source_holds(capsys: Capture) -> None:
    Path("herald.txt").rename("ferry.txt")
    assert run("report.json") == 0
    assert lines(capsys) == [ALL_HOLD]


@pytest.mark.usefixtures("report")
def test_sources_elsewhere_are_found_by_their_folder(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "archive").mkdir()
    for name in ("herald.txt", "wire.txt"):
        Path(name).rename(tmp_path / "archive" / name)
    assert run("report.json") == 1
    assert run("report.json", "--sources", "archive") == 0
    assert lines(capsys)[-1] == ALL_HOLD


def test_offsets_in_what_is_extracted_agree(capsys: Capture) -> None:
    Path("inquiry.pdf").write_bytes(pdf([["Annex"], ["The inquiry counted 15 dead.", "It met in May."]]))
    Path("letter.docx").write_bytes(word(["A letter to the editor.", "The line counts only ten dead."]))
    Path("archive.jsonl").write_text('{"id": "a", "text": "The owner spoke of eleven dead on Friday."}\n')
    told = "The port of call was told of it on Monday"
    html = "".join(f"<p>{told}, {n} hours after the ferry sank.</p>" for n in range(9))
    Path("page.html").write_text(f"<html><body><article><h1>Ferry</h1>{html}</article></body></html>")
    sides = [
        [("inquiry.pdf", "The inquiry counted *15* dead.")],
        [("letter.docx", "The line counts only *ten* dead.")],
        [("archive.jsonl#a", "The owner spoke of *eleven* dead on Friday.")],
        [("page.html", f"{told}, *7* hours after the ferry sank.")],
    ]
    reported(["inquiry.pdf", "letter.docx", "archive.jsonl", "page.html"], sides)
    assert run("report.json", "--all") == 0
    out = lines(capsys)
    assert out[-1] == "4 quotes of 4 sources: 4 hold, 0 moved, 0 changed, 0 gone"
    assert out[0] == "holds    inquiry.pdf, page 2 (discrepancy 1, side A)"
    Path("archive.jsonl").write_text('{"id": "a", "text": "The owner spoke of twelve dead on Friday."}\n')
    assert run("report.json") == 1
    assert lines(capsys)[2] == "    now: “The owner spoke of twelve dead on Friday.” (archive.jsonl#a)"


def test_a_report_that_quotes_nothing_holds(capsys: Capture) -> None:
    reported(["herald.txt", "wire.txt"], SIDES)
    plain = json.loads(Path("report.json").read_text())
    Path("report.json").write_text(json.dumps(plain | {"discrepancies": [], "single_source": []}))
    assert run("report.json") == 0
    assert lines(capsys) == ["0 quotes of 2 sources: 0 hold, 0 moved, 0 changed, 0 gone"]


# ---- 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Missing argument 'REPORT.json'"),
        (("missing.json",), "missing.json could not be read: No such file or directory"),
        (("folder",), "folder could not be read: Is a directory"),
        (("herald.txt",), "herald.txt is no report: name a file that"),
        (("report.json", "--sources", "missing"), "Directory 'missing' does not exist"),
        (("report.json", "--config", "missing.toml"), "missing.toml could not be read"),
    ],
)
@pytest.mark.usefixtures("report")
def test_a_wrong_call_is_two_and_one_line(arguments: tuple[str, ...], message: str, capsys: Capture) -> None:
    Path("folder").mkdir()
    assert run(*arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    assert line.startswith("discrepancy: ")
    assert message in line


@pytest.mark.usefixtures("report")
def test_an_error_of_our_own_does_not_look_like_a_finding(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def broken(*_: object) -> None:
        raise ValueError("a bug")

    monkeypatch.setattr("discrepancy.commands.verify.verified", broken)
    assert run("report.json") == 2
    assert "a bug" in capsys.readouterr().err


@pytest.mark.usefixtures("report")
def test_nothing_in_a_report_reaches_the_terminal(capsys: Capture) -> None:
    plain = json.loads(Path("report.json").read_text())
    plain["single_source"] = [
        {"source": "x\x1b[2J", "start": 0, "end": 1, "quote": "\x1b]0;owned\x07 \u202eevil\nline"}
    ]
    plain["sources"].append({"id": "x\x1b[2J", "path": "\x1b[31mx\ud83d", "sha256": "0"})
    Path("report.json").write_text(json.dumps(plain))
    assert run("report.json") == 1
    out = capsys.readouterr().out
    assert not {"\x1b", "\x07", "\u202e"} & set(out)
    assert len(out.splitlines()) == 4


@pytest.mark.usefixtures("report")
def test_a_reader_that_goes_away_changes_no_status(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(os.fdopen(writing, "wb", 0), write_through=True))
    assert run("report.json") == 0
