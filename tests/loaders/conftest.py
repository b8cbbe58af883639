from pathlib import Path

import pytest

from loaders.files import Write


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file below the test's folder; text as UTF-8, without translation of newlines."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
