"""`discrepancy add`, and the commands that read what it put in, with no model at all."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from tests.archive.stock import MODELS, write

import hostile
from discrepancy import archive, cli, review
from discrepancy.commands import _archive
from discrepancy.engines.local import Local
from discrepancy.stages import Models
from reviews import STAMP

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Models, "of", lambda *_: MODELS)
    monkeypatch.setattr(_archive, "now", lambda: "2024-06-10T08:00:00+00:00")
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main([*arguments, "--archive", "kept"])
    return int(ended.value.code or 0)


def add(*names: str, **more: str) -> None:
    """Put these stories in, as a file of the first one's name."""
    write(Path(f"{names[0]}.jsonl"), *names, **more)
    assert run("add", f"{names[0]}.jsonl") == 0


# ---- adding


def test_what_is_new_is_shown_and_what_was_done_is_told(capsys: Capture) -> None:
    write(Path("a.jsonl"), "quake-1", "quake-2", "fire-1")
    assert run("add", "a.jsonl") == 0
    told = capsys.readouterr()
    assert told.out.startswith("1 discrepancy in 2 sources\n")
    assert "At least 40" in told.out
    assert told.err == (
        "discrepancy: 3 new articles, 0 new versions, 0 known already; 2 events compared, 1 new discrepancy\n"
    )


def test_what_was_told_is_not_told_again(capsys: Capture) -> None:
    add("quake-1", "quake-2")
    capsys.readouterr()
    assert run("add", "quake-1.jsonl") == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "discrepancy: 0 new articles, 0 new versions, 2 known already; 0 events compared, 0 new discrepancies\n"
    )


def test_only_events_that_changed_are_compared(capsys: Capture) -> None:
    add("quake-1", "fire-1")
    capsys.readouterr()
    add("quake-2")
    told = capsys.readouterr()
    assert "1 discrepancy in 2 sources" in told.out
    assert "1 new article, 0 new versions, 0 known already; 1 event compared, 1 new discrepancy" in told.err


def test_a_report_is_written_even_when_nothing_is_new() -> None:
    add("quake-1", "quake-2")
    assert run("add", "quake-1.jsonl", "--output", "new.json") == 0
    document = json.loads(Path("new.json").read_text())
    assert (document["discrepancies"], document["sources"]) == ([], [])


def test_what_cannot_be_read_costs_the_others_nothing(capsys: Capture) -> None:
    write(Path("a.jsonl"), "quake-1")
    Path("b.html").write_text("")
    assert run("add", "a.jsonl", "b.html", "c.txt") == 0
    told = capsys.readouterr().err.splitlines()
    assert [line.split(":")[1] for line in told[:2]] == [" not read", " not read"]
    assert "1 new article" in told[2]


def test_nothing_to_read_makes_no_archive(capsys: Capture) -> None:
    Path("empty").mkdir()
    assert run("add", "empty") == 2
    assert capsys.readouterr().err == "discrepancy: there are no articles in empty\n"
    assert not Path("kept").exists()


def test_a_folder_that_holds_its_own_archive(capsys: Capture) -> None:
    add("quake-1")
    capsys.readouterr()
    assert run("add", ".") == 0
    assert capsys.readouterr().err.startswith("discrepancy: 0 new articles, 0 new versions, 1 known already;")


def test_the_same_bytes_under_two_names_are_told(capsys: Capture) -> None:
    add("quake-1")
    Path("quake-1.jsonl").rename("b.jsonl")
    capsys.readouterr()
    assert run("add", "b.jsonl") == 0
    assert capsys.readouterr().err.splitlines()[0] == (
        "discrepancy: ../b.jsonl holds the same bytes as ../quake-1.jsonl#quake-1: kept once"
    )


@pytest.mark.parametrize("arguments", [["add", "a.jsonl"], ["add", "--archive", "kept"], ["archive", "list"]])
def test_a_call_that_lacks_something_is_one_line(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert ended.value.code == 2
    assert (
        "Missing" if "kept" not in arguments else "give at least one PATH, or --feed FEED"
    ) in capsys.readouterr().err
    assert not Path("kept").exists()


# ---- reading


@pytest.fixture
def three(capsys: Capture) -> None:
    """Two quakes that disagree, and a fire whose event has a name."""
    add("quake-1", "quake-2")
    add("fire-1", event="Tanner Street")
    capsys.readouterr()


@pytest.mark.parametrize("command", ["compare", "check", "events", "baseline"])
def test_paths_and_an_archive_are_not_taken_together(command: str, three: None, capsys: Capture) -> None:
    assert run(command, "fire-1.jsonl") == 2
    assert "give PATHs or --archive: 'discrepancy add --archive kept PATH' puts them into it" in capsys.readouterr().err


@pytest.mark.parametrize("option", [["--event", "1"], ["--since", "2024-06-10"]])
def test_what_is_for_an_archive_needs_one(option: list[str], three: None, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["check", "fire-1.jsonl", *option])
    assert ended.value.code == 2
    assert "--event and --since are for an archive: give --archive DIR" in capsys.readouterr().err


def sources(capture: Capture, *arguments: str) -> list[str]:
    """The sources that a comparison of the archive reports on."""
    capture.readouterr()
    assert run("compare", "--format", "json", *arguments) == 0
    return [source["id"] for source in json.loads(capture.readouterr().out)["sources"]]


QUAKES, FIRE = ["../quake-1.jsonl#quake-1", "../quake-1.jsonl#quake-2"], ["../fire-1.jsonl#fire-1"]


def test_all_events_are_compared_or_those_that_are_named(three: None, capsys: Capture) -> None:
    numbers = event_numbers(capsys)
    assert sources(capsys) == [*QUAKES, *FIRE]
    assert sources(capsys, "--event", "Tanner Street") == FIRE
    assert sources(capsys, "--event", QUAKES[1]) == QUAKES
    assert sources(capsys, "--event", str(numbers["Tanner Street"])) == FIRE
    assert sources(capsys, "--event", "Tanner Street", "--event", QUAKES[0]) == [*QUAKES, *FIRE]


def event_numbers(capture: Capture) -> dict[str, int]:
    assert run("events", "--format", "json") == 0
    return {event["id"]: event["number"] for event in json.loads(capture.readouterr().out)["events"]}


@pytest.mark.parametrize("command", ["compare", "check", "events", "baseline"])
def test_an_event_that_is_not_there_is_one_line(command: str, three: None, capsys: Capture) -> None:
    assert run(command, "--event", "1st") == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[-1] == (
        "discrepancy: the archive kept has no event 1st: 'discrepancy events --archive kept' lists them"
    )


def test_since_a_day_are_the_events_with_something_new(
    three: None, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_archive, "now", lambda: "2024-07-01T08:00:00+00:00")
    add("fire-2", event="Tanner Street")
    both = [*FIRE, "../fire-2.jsonl#fire-2"]
    assert sources(capsys, "--since", "2024-06-20") == both
    assert sources(capsys, "--since", "2024-06-20", "--event", QUAKES[0]) == []
    assert sources(capsys, "--since", "2024-06-01") == [*QUAKES, *both]
    assert sources(capsys, "--since", "2024-08-01") == []


@pytest.mark.parametrize("day", ["yesterday", "0001-01-01", "9999-12-31T23:59:59-23:00", "2024-13-01"])
def test_a_day_that_is_none_is_one_line(day: str, three: None, capsys: Capture) -> None:
    assert run("events", "--since", day) == 2
    assert f"{day} is no day: write it as 2024-03-31" in capsys.readouterr().err


def test_an_earlier_report_is_compared_with(three: None, capsys: Capture) -> None:
    assert run("compare", "--format", "json", "--output", "before.json") == 0
    add("fire-2", event="Tanner Street")
    capsys.readouterr()
    assert run("compare", "--since", "before.json") == 0
    assert "before.json" in capsys.readouterr().out


def test_check_fails_for_what_nobody_settled(three: None, capsys: Capture) -> None:
    assert run("check") == 1
    assert "1 pair of sides of medium severity or more not settled" in capsys.readouterr().out
    assert run("check", "--event", "Tanner Street") == 0
    assert run("check", "--exit-zero") == 0


def test_a_verdict_in_the_review_file_beside_it_settles(three: None) -> None:
    with archive.opened(Path("kept")) as kept:
        (found,) = archive.report(kept, Local(MODELS, settings())).discrepancies
    said = review.entry(found, Path("kept"), STAMP, verdict=review.Verdict.CONFLICT)
    review.append(Path("kept") / review.FILE_NAME, [said])
    assert run("check") == 0


def settings() -> object:
    from discrepancy.settings import DEFAULT

    return DEFAULT


def test_a_baseline_is_kept_beside_it(three: None, capsys: Capture) -> None:
    assert run("baseline") == 0
    assert (Path("kept") / review.FILE_NAME).exists()
    assert run("check") == 0
    add("quake-other", event="Sarvan")
    assert run("check") == 0


def test_watching_is_for_files(three: None, capsys: Capture) -> None:
    assert run("check", "--watch") == 2
    assert "--watch is for files" in capsys.readouterr().err


def test_events_are_listed_by_their_numbers(three: None, capsys: Capture) -> None:
    numbers = event_numbers(capsys)
    assert run("events") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("3 articles, 2 events\n")
    assert f"\n{numbers[QUAKES[0]]}. Earthquake in Sarvan kills at least 40 (2 articles)\n" in shown
    assert "event set by hand: Tanner Street" in shown


# ---- hostile text


def test_nothing_of_an_article_reaches_the_terminal(capsys: Capture) -> None:
    texts = [text for text in hostile.TEXTS if len(text) < 1000]
    rows = [
        {"id": one, "title": one, "text": f"{at + 40} people died. {one}", "event": one[:50]}
        for at, one in enumerate(texts)
    ]
    Path("a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert run("add", "a.jsonl") == 0
    for command in (
        ("archive", "list"),
        ("archive", "check"),
        ("events",),
        ("events", "--format", "json"),
        ("compare",),
        ("archive", "remove", texts[0]),
        ("compare", "--event", texts[0]),
        ("compare", "--event", "\udce9\x1b[31m"),
    ):
        assert run(*command) in (0, 2)
        told = capsys.readouterr()
        acting = {char for char in told.out + told.err if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
        assert acting <= {"\n"}
        assert "should not have happened" not in told.err


def test_a_source_with_a_hostile_name_is_taken_out_by_it(capsys: Capture) -> None:
    row = {"id": "\x1b[31mred\u202e", "text": "Nine people died in the fire in Norrhamn."}
    Path("a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert run("add", "a.jsonl") == 0
    with archive.opened(Path("kept")) as kept:
        (source,) = kept.sources()
    assert run("archive", "remove", source.id) == 0
    assert "1 source removed" in capsys.readouterr().err
