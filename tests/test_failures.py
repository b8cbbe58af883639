from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy import failures


def failed(message: str = "out of memory") -> Exception:
    try:
        raise RuntimeError(message)
    except RuntimeError as error:
        return error


def test_the_line_names_what_happened_and_where_the_rest_is(logs: Path) -> None:
    line = failures.logged(failed())
    assert line == (
        "this should not have happened (RuntimeError: out of memory); "
        f"please report it, with the details that are in {logs / failures.FILE_NAME}"
    )


def test_the_log_has_versions_and_the_traceback(logs: Path) -> None:
    failures.logged(failed())
    text = (logs / failures.FILE_NAME).read_text(encoding="utf-8")
    assert text.startswith("discrepancy 0.")
    assert "Python 3." in text
    assert "in failed\n    raise RuntimeError(message)\nRuntimeError: out of memory\n" in text


def test_the_log_holds_the_last_failure_alone(logs: Path) -> None:
    failures.logged(failed("the first"))
    failures.logged(failed("the second"))
    text = (logs / failures.FILE_NAME).read_text(encoding="utf-8")
    assert "the second" in text
    assert "the first" not in text


@pytest.mark.parametrize("message", ["\u202eturned \x1b[2J", "half a pair \ud83d", "x" * 100_000, "two\nlines"])
def test_what_an_article_may_say_is_harmless(message: str, logs: Path) -> None:
    line = failures.logged(failed(message))
    assert line.isprintable()
    assert len(line) < 1000
    text = (logs / failures.FILE_NAME).read_text(encoding="utf-8")
    assert text.replace("\n", "").isprintable()


def test_a_failure_without_words_is_named_by_its_type(logs: Path) -> None:
    assert failures.logged(MemoryError()).startswith("this should not have happened (MemoryError)")


def test_a_log_that_cannot_be_written_is_told(logs: Path) -> None:
    logs.write_text("a file where the folder should be")
    line = failures.logged(failed())
    assert line.startswith("this should not have happened (RuntimeError: out of memory); the details were lost, since ")
    assert "could not be written: " in line


def test_the_log_lies_in_the_log_folder_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert "discrepancy" in failures.folder().parts
