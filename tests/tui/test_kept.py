from __future__ import annotations

import os
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

import reports
from discrepancy import Report, Request, Settings, review
from discrepancy_tui import kept


def report() -> Report:
    """The fixed report, with mappings as the engine makes them."""
    fixed = reports.report()
    tool = replace(fixed.tool, settings=dict(fixed.tool.settings))
    return replace(fixed, tool=tool, lines=dict(fixed.lines), voices=dict(fixed.voices))


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "a.txt").write_text("Twelve died.")
    return folder


def name(folder: Path, **settings: object) -> str | None:
    return kept.name_of(Request((str(folder),)), Settings(**settings))  # type: ignore[arg-type]


def test_a_report_comes_back_as_it_was(tmp_path: Path) -> None:
    kept.keep(tmp_path / "reports", "ab", report())
    assert kept.recall(tmp_path / "reports", "ab") == report()
    assert kept.recall(tmp_path / "reports", "cd") is None


def test_its_name_follows_everything_that_it_depends_on(sources: Path) -> None:
    first = name(sources)
    assert first == name(sources)
    assert first != name(sources, align_cosine=0.5)
    (sources / "a.txt").write_text("Thirteen died.")
    second = name(sources)
    assert second != first
    (sources / "sources.toml").write_text("")
    assert name(sources) != second


def test_its_name_does_not_follow_what_the_reader_writes_or_likes(sources: Path) -> None:
    first = name(sources)
    (sources / review.FILE_NAME).write_text("{}\n")
    (sources / ".a.txt.swp").write_text("half")
    assert name(sources, theme="dark", reviewer="Ben") == first


def test_a_single_file_depends_on_the_sources_toml_beside_it(sources: Path) -> None:
    first = name(sources / "a.txt")
    (sources / "sources.toml").write_text("")
    assert name(sources / "a.txt") != first


@pytest.mark.parametrize("path", ["-", "missing"])
def test_what_cannot_be_told_has_no_name(path: str) -> None:
    assert kept.name_of(Request((path,)), Settings()) is None


def test_bytes_that_are_no_report_are_never_run(tmp_path: Path) -> None:
    class Bomb:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.system, (f"touch {tmp_path}/burst",)

    (tmp_path / "ab").write_bytes(pickle.dumps(("report", Bomb())))
    assert kept.recall(tmp_path, "ab") is None
    assert not (tmp_path / "burst").exists()


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    for number in range(kept.KEPT + 3):
        kept.keep(tmp_path, f"{number:04x}", report())
        os.utime(tmp_path / f"{number:04x}", (number, number))
    assert len(list(tmp_path.iterdir())) == kept.KEPT
    assert kept.recall(tmp_path, f"{kept.KEPT + 2:04x}") is not None


def test_a_cache_that_is_off_keeps_nothing() -> None:
    assert kept.folder(Settings(cache="off")) is None
