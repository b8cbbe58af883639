from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from discrepancy.loaders import Collection
from feeds.server import Server, serve

Read = Callable[[str | bytes], Collection]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Reads a feed from the file `feed.xml` of the working folder."""
    from discrepancy import feeds

    monkeypatch.chdir(tmp_path)

    def read(content: str | bytes) -> Collection:
        Path("feed.xml").write_bytes(content.encode() if isinstance(content, str) else content)
        return feeds.read("feed.xml").collection

    return read


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serve() as running:
        yield running
