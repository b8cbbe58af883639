from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import reports
from discrepancy import Article
from discrepancy_tui.opening import Opening, opening

OFFSET = reports.HERALD.text.index("Its captain")


@pytest.fixture(autouse=True)
def own_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "vi")


@pytest.mark.parametrize(
    ("editor", "command", "in_terminal"),
    [
        ("vim -R", ("vim", "-R", "+5", "herald.txt"), True),
        ("/usr/bin/nano", ("/usr/bin/nano", "+5", "herald.txt"), True),
        ("code --wait", ("code", "--wait", "--goto", "herald.txt:5"), False),
        ("subl", ("subl", "herald.txt:5"), False),
        ("hx", ("hx", "herald.txt:5"), True),
        ("ed", ("ed", "herald.txt"), True),
        ("kate", ("kate", "herald.txt"), False),
    ],
)
def test_an_editor_is_told_the_line_as_it_wants_it(
    editor: str, command: tuple[str, ...], in_terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    assert opening(reports.HERALD, OFFSET) == Opening(Path("herald.txt"), command, in_terminal)


def test_visual_goes_before_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "emacs")
    assert opening(reports.HERALD, OFFSET).command[0] == "emacs"


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (reports.INQUIRY, Opening(Path("papers/inquiry.pdf"), page=2)),
        (replace(reports.HERALD, path="herald.html"), Opening(Path("herald.html"))),
    ],
)
def test_what_is_no_text_is_opened_as_the_system_does(article: Article, expected: Opening) -> None:
    assert opening(article, 10) == expected


def test_without_an_editor_the_system_opens_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EDITOR")
    assert opening(reports.HERALD, OFFSET) == Opening(Path("herald.txt"))


def test_a_file_named_like_an_option_stays_a_file() -> None:
    assert opening(replace(reports.HERALD, path="-rf.txt"), 0).command == ("vi", "+1", "./-rf.txt")


def test_a_record_of_a_larger_file_is_opened_in_that_file() -> None:
    assert opening(replace(reports.HERALD, path="wire.jsonl#a1"), 0).command == ("vi", "+1", "wire.jsonl")
