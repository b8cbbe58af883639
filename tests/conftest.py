"""What keeps every test from the reader's own files, and from those of the service that runs the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy import failures


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A log folder of its own, and no step summary of a build that runs these tests."""
    logs = tmp_path_factory.getbasetemp() / "logs"
    monkeypatch.setattr(failures, "folder", lambda: logs)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


@pytest.fixture
def logs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where this test's failures are logged."""
    folder = tmp_path / "logs"
    monkeypatch.setattr(failures, "folder", lambda: folder)
    return folder
