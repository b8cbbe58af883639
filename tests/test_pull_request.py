"""A repository of sources, played through: a pull request adds an article and gets annotations on its lines.

`docs/ci.md` tells the same story.
"""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

import discrepancy
import steps
from annotations import Command, command
from discrepancy import cli, review

Capture = pytest.CaptureFixture[str]

SOURCES = """
["harbour-times.txt"]
publisher = "The Harbour Times"
published = 2024-05-08

["coast-wire.txt"]
publisher = "Coast Wire"
published = 2024-05-08
"""
HARBOUR_TIMES = """Fire on the ferry Aurora off Norrhamn

Twelve people died when a fire broke out on the ferry Aurora off Norrhamn on Tuesday, police said.

There were 173 people aboard the ferry Aurora. Ships from three countries searched the sea until dawn.
"""
COAST_WIRE = """Fire at sea

The ferry Aurora caught fire off Norrhamn on Tuesday with 120 people aboard, the company said.

The Aurora was built in 1998. Its owner has two other ferries.
"""
EVENING_POST = """What we know of the Aurora

The ferry was on its way to the islands when the alarm was raised.

Nine people died when a fire broke out on the ferry Aurora off Norrhamn on Tuesday, the coast guard said.

The owner said that 150 people were aboard. The harbour was closed for the night.
"""
NEW = "articles/evening-post.txt"


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(list(arguments))
    return int(ended.value.code or 0)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles that disagree, which the desk accepted, as the working folder."""
    folder = tmp_path / "repository"
    (folder / "articles").mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DISCREPANCY_CACHE_DIR", str(tmp_path / "cache"))
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "desk")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "desk@example.org")
    git("init", "--quiet", "--initial-branch", "main")
    Path(".gitattributes").write_text("*.review.jsonl merge=union\n")
    Path("articles/sources.toml").write_text(SOURCES)
    Path("articles/harbour-times.txt").write_text(HARBOUR_TIMES)
    Path("articles/coast-wire.txt").write_text(COAST_WIRE)
    assert run("baseline", "articles") == 0
    commit("two articles and a baseline")
    return folder


def commit(message: str) -> None:
    git("add", ".")
    git("commit", "--quiet", "--message", message)


def annotated(folder: Path, summary: Path) -> list[Command]:
    """What the action's step makes of the repository, which must fail."""
    done = steps.run(folder, steps.REAL, {"paths": "articles"}, GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1, done.stderr
    assert done.stderr.endswith(
        "3 pairs of sides of medium severity or more not settled; 1 accepted entry, 0 aged entries\n"
    )
    return [command(line) for line in done.stdout.splitlines()]


def judge(verdict: review.Verdict) -> None:
    """What a fact-checker decides, of all that is open."""
    found = discrepancy.compare(["articles"])
    log = review.read(review.beside(["articles"]))
    stamp = review.Stamp("desk", datetime(2024, 5, 9, 8, 0, tzinfo=UTC))
    lines = [
        review.entry(one.found, log.folder, stamp, verdict=verdict, pairs=[pair.pair for pair in one.unsettled])
        for one in review.reviewed(found, log).standings
        if one.unsettled
    ]
    review.append(log.path, lines)


def test_the_page_about_builds_tells_of_the_same_article() -> None:
    page = (steps.ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert all(f"    {number}  {line}".rstrip() in page for number, line in enumerate(EVENING_POST.splitlines(), 1))


@pytest.mark.models
def test_a_pull_request_that_adds_an_article(repository: Path, tmp_path: Path, capsys: Capture) -> None:
    assert run("check", "articles") == 0
    assert "0 pairs of sides of medium severity or more not settled; 1 accepted entry" in capsys.readouterr().out

    git("switch", "--quiet", "--create", "evening-post")
    Path(NEW).write_text(EVENING_POST)
    commit("the evening post's article")

    # Exactly what the article brought fails, on its lines: a question that nobody asked, and a third answer to one
    # whose first two were accepted.
    summary = tmp_path / "summary.md"
    found = annotated(repository, summary)
    lines = EVENING_POST.split("\n")
    assert [(one.name, one.properties["file"], one.properties["line"]) for one in found] == [
        ("error", NEW, "5"),
        ("warning", NEW, "7"),
        ("warning", NEW, "7"),
    ]
    for one, words in zip(found, ("Nine", "150", "150"), strict=True):
        line = lines[int(one.properties["line"]) - 1]
        assert line[int(one.properties["col"]) - 1 : int(one.properties["endColumn"])].startswith(words)
        assert one.message.startswith(f"{words}: “")
    against = [one.message.splitlines()[1].partition(",")[0] for one in found]
    assert sorted(against) == ["articles/coast-wire.txt", *["articles/harbour-times.txt"] * 2]
    assert [one.message.splitlines()[2] for one in found] == ["high, open", *["medium, a new side"] * 2]
    assert summary.read_text(encoding="utf-8").startswith("## 3 pairs of sides not settled\n")

    # The same in the other formats, and the same bytes twice.
    for name in ("sarif", "line", "junit"):
        for output in ("first", "second"):
            assert run("check", "articles", "--format", name, "--output", str(tmp_path / output)) == 1
        assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()
        if name == "sarif":
            (log,) = json.loads((tmp_path / "first").read_text())["runs"]
            regions = [one["locations"][0]["physicalLocation"] for one in log["results"]]
            assert [(one["artifactLocation"]["uri"], one["region"]["startLine"]) for one in regions] == [
                (NEW, 5),
                (NEW, 7),
                (NEW, 7),
            ]

    judge(review.Verdict.CONFLICT)
    assert run("check", "articles", "--fail-on", "low") == 0
    commit("verdicts on the evening post's article")

    # An edit elsewhere in the file moves what was judged, and changes nothing.
    before = review.beside(["articles"]).read_bytes()
    Path(NEW).write_text(f"Updated on Thursday\n\nThe islands lie an hour away.\n\n{EVENING_POST}")
    capsys.readouterr()
    assert run("check", "articles", "--fail-on", "low") == 0
    assert capsys.readouterr().out == "0 pairs of sides not settled; 1 accepted entry, 0 aged entries\n"
    assert review.beside(["articles"]).read_bytes() == before

    # A new source that cannot be read never passes, until it is left out by name.
    Path("articles/scan.pdf").write_bytes(b"%PDF-1.4, and then nothing")
    assert run("check", "articles") == 2
    with Path("articles/sources.toml").open("a") as sources:
        sources.write('\n["scan.pdf"]\nexclude = true\n')
    assert run("check", "articles") == 0
