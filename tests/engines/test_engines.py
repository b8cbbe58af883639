"""Which engine the settings name, and what is said when it cannot be had. No cluster is started."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

import pytest

from discrepancy import cli, engines
from discrepancy.cache import Cache
from discrepancy.engines import _worker, cluster
from discrepancy.engines._worker import Job
from discrepancy.engines.local import Local
from discrepancy.errors import EngineError, SettingsError
from discrepancy.nli import NoJudge
from discrepancy.settings import Settings
from discrepancy.stages import Models
from tests.builders import WordEmbedder

NOT_ADDRESSES = [
    "here",
    "localhost:8786",
    "tcp://localhost:8786",
    "dask://localhost",
    "dask://:8786",
    "dask://localhost:0",
    "dask://localhost:eighty",
    "dask://localhost:99999",
    "dask://localhost:8786/status",
    "dask://localhost:8786?a=1",
    "dask://[::1:8786",
    "dask://anna:secret@localhost:8786",
    "dask://local host:8786\n",
    "",
]


def open_at(engine: str) -> None:
    with engines.opened(Settings(engine=engine), Cache.none()):
        pytest.fail("there is an engine")


def test_without_a_word_it_is_this_process() -> None:
    with engines.opened(Settings(), Cache.none()) as engine:
        assert isinstance(engine, Local)


@pytest.mark.parametrize("engine", NOT_ADDRESSES)
def test_what_is_no_address_is_refused(engine: str) -> None:
    with pytest.raises(SettingsError, match=r"^--engine "):
        open_at(engine)


@pytest.mark.parametrize("command", ["baseline", "check", "compare", "events"])
def test_every_command_that_compares_takes_an_engine(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Two people died.")
    with pytest.raises(SystemExit) as ended:
        cli.main([command, str(tmp_path), "--engine", "here"])
    assert ended.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        "discrepancy: --engine here: it must be dask://HOST:PORT, the address of a Dask scheduler"
    )


@pytest.mark.parametrize("host", ["localhost", "10.0.0.1", "[::1]"])
def test_an_address_is_a_host_and_a_port(host: str) -> None:
    assert engines._address(f"dask://{host}:8786") == f"{host}:8786"


def test_the_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "discrepancy.engines.cluster")
    monkeypatch.delattr(engines, "cluster")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SettingsError, match=r"pip install 'discrepancy\[distributed\]'"):
        open_at("dask://127.0.0.1:8786")


GREETINGS = {"silence": b"", "another service": b"SSH-2.0-OpenSSH_9.6\r\n" + b"x" * 100, "zeros": bytes(200)}


@pytest.mark.parametrize("greeting", GREETINGS.values(), ids=GREETINGS)
def test_what_is_no_scheduler_is_not_waited_for(greeting: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with (
        other_service(greeting) as port,
        pytest.raises(EngineError, match=rf"^no Dask scheduler answers at 127.0.0.1:{port}: start one"),
    ):
        open_at(f"dask://127.0.0.1:{port}")


@contextmanager
def other_service(greeting: bytes) -> Iterator[int]:
    """A port where something listens that greets whoever comes, and says no more."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()

        def greet() -> None:
            # It ends when the socket is closed.
            with suppress(OSError):
                while True:
                    guests.append(listening.accept()[0])
                    guests[-1].sendall(greeting)

        guests: list[socket.socket] = []
        Thread(target=greet, daemon=True).start()
        yield listening.getsockname()[1]
        for guest in guests:
            guest.close()


def test_a_machine_that_would_answer_otherwise_is_told_by_what_differs() -> None:
    ours = {"parser": "a", "spacy": "3.8.1", "torch": "2"}
    assert _worker.different(ours, ours) is None
    assert _worker.different(ours | {"spacy": "3.8.2"}, ours) == "spacy 3.8.2, and not 3.8.1"


def test_a_worker_that_joins_later_does_no_work_with_other_models(monkeypatch: pytest.MonkeyPatch) -> None:
    models = Models(None, WordEmbedder(), NoJudge())  # type: ignore[arg-type]
    monkeypatch.setattr(_worker, "identity", lambda *_: {"parser": "b"})
    monkeypatch.setattr(_worker, "_models", lambda *_: models)
    with pytest.raises(EngineError, match="parser b, and not a"):
        _worker._agreed(Job(Settings(), {"parser": "a"}))
    assert _worker._agreed(Job(Settings(), {"parser": "b"})) is models


def test_workers_that_are_gone_are_not_waited_for_without_end() -> None:
    assert len(list(cluster._turns(lambda: 0))) == cluster.TURNS_ALONE


def test_workers_that_come_back_are_waited_for() -> None:
    seen = iter([0, 0, 2] * 2 * cluster.TURNS_ALONE)
    assert len(list(cluster._turns(lambda: next(seen, 0)))) > 6 * cluster.TURNS_ALONE
