"""What `--serve` lets in, what it lets out, and that nothing stays behind."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import browser
from discrepancy import SettingsError, review

aiohttp = pytest.importorskip("aiohttp")
serving = pytest.importorskip("discrepancy_tui.serving")

TESTS = Path(__file__).parents[1]

APPLICATION = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from desks import application
folder = Path(sys.argv[2])
(folder / "pid").write_text(str(os.getpid()))
application(folder).run()
"""

DEAF = """
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.SIG_IGN)
pid = str(os.getpid()).encode()
sys.stdout.buffer.write(b"__GANGLION__\\nD" + len(pid).to_bytes(4, "big") + pid)
sys.stdout.buffer.flush()
while True:
    time.sleep(60)
"""
"""An application that tells its process, and never leaves by itself."""

SERVER = """
import signal, sys
# A shell has what it runs in the background ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)
from discrepancy_tui import serving
serving.PATIENCE = 0.1
serving.serve(sys.argv[1:], "ferry/", 0, lambda address: print(address, flush=True))
"""


def shown(folder: Path) -> list[str]:
    """The command that runs the application on the fixed report, with its files in `folder`."""
    return [sys.executable, "-c", APPLICATION, str(TESTS), str(folder)]


def deaf() -> list[str]:
    return [sys.executable, "-c", DEAF]


def has_ended(pid: int) -> bool:
    """Whether the process is gone, or goes within half a minute."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], 30)[0])
    finally:
        os.close(handle)


linux = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="the system cannot wait for another's child")


async def status(url: str, headers: Mapping[str, str] | None = None) -> int:
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as answer:
        return int(answer.status)


@pytest.mark.parametrize(
    "path",
    ["", "static/js/textual.js", "static/css/xterm.css", "page/page.css", "page/page.js"],
)
async def test_only_the_token_opens_it(path: str) -> None:
    async with serving.LoopbackServer(deaf(), "ferry/").listening(0) as address:
        root, token = address.rstrip("/").rsplit("/", 1)
        assert await status(f"{root}/{token}/{path}") == 200
        assert await status(f"{root}/{path}") == 403
        assert await status(f"{root}/{token[:-1]}/{path}") == 403
        assert await status(f"{root}/{'é' * 20}/{path}") == 403
        assert await status(f"{root}/{path}?token={token}") == 403


async def test_each_start_has_a_token_of_its_own() -> None:
    first, second = (serving.LoopbackServer(deaf(), "ferry/").address for _ in range(2))
    assert first != second
    assert len(first.rstrip("/").rsplit("/", 1)[1]) >= 43  # 256 bits


@pytest.mark.parametrize(("host", "expected"), [("localhost", 200), ("127.0.0.1", 200), ("evil.example", 403)])
async def test_only_names_of_this_machine_are_answered_to(host: str, expected: int) -> None:
    server = serving.LoopbackServer(deaf(), "ferry/")
    async with server.listening(0) as address:
        assert await status(address, {"Host": f"{host}:{server.port}"}) == expected
        assert await status(address, {"Host": host}) == 403


@pytest.mark.parametrize("origin", [None, "http://evil.example", "null"])
async def test_pages_of_others_get_no_socket(origin: str | None) -> None:
    async with serving.LoopbackServer(deaf(), "ferry/").listening(0) as address, aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(f"{address}ws", origin=origin)
        assert refused.value.status == 403


async def test_it_listens_on_loopback_alone() -> None:
    server = serving.LoopbackServer(deaf(), "ferry/")
    async with server.listening(0):
        with pytest.raises(aiohttp.ClientConnectorError):
            await status(f"http://127.0.0.2:{server.port}/")


async def test_answers_forbid_all_that_the_page_does_not_need() -> None:
    server = serving.LoopbackServer(deaf(), "a <b> & “c”")
    async with (
        server.listening(0) as address,
        aiohttp.ClientSession() as session,
        session.get(address) as answer,
    ):
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert f"connect-src ws://127.0.0.1:{server.port};" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "<title>a &lt;b&gt; &amp; “c” – discrepancy</title>" in await answer.text()


async def test_a_port_that_is_taken_is_told() -> None:
    first = serving.LoopbackServer(deaf(), "ferry/")
    async with first.listening(0):
        with pytest.raises(SettingsError, match=rf"^port {first.port} cannot be listened on: \w"):
            async with serving.LoopbackServer(deaf(), "ferry/").listening(first.port):
                pytest.fail("two servers on one port")


async def connected(address: str, session: object) -> tuple[object, int]:
    """A socket to the application that is deaf, and its process."""
    root = address.split("/", 3)
    socket = await session.ws_connect(f"{address}ws", origin=f"http://{root[2]}")  # type: ignore[attr-defined]
    return socket, int(await socket.receive_bytes())


@linux
async def test_the_process_ends_with_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "PATIENCE", 0.1)
    async with serving.LoopbackServer(deaf(), "ferry/").listening(0) as address, aiohttp.ClientSession() as session:
        socket, pid = await connected(address, session)
        await socket.close()  # type: ignore[attr-defined]
    assert has_ended(pid)


@linux
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_signal_ends_the_server_and_its_children(number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SERVER, *deaf()], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        async with aiohttp.ClientSession() as session:
            _, pid = await connected(address, session)
            server.send_signal(number)
            out, err = server.communicate(timeout=30)
    assert (server.returncode, out, err) == (0, "", "")
    assert has_ended(pid)


@linux
async def test_the_application_ends_with_a_server_that_was_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SERVER, *shown(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        async with aiohttp.ClientSession() as session:
            socket = await session.ws_connect(f"{address}ws", origin="/".join(address.split("/")[:3]))
            await socket.receive_bytes()
            server.kill()
    assert has_ended(int((tmp_path / "pid").read_text()))


RECORD = """
window.said = "";
const decoder = new TextDecoder();
window.WebSocket = class extends WebSocket {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", event => {
      if (typeof event.data !== "string") window.said += decoder.decode(event.data, {stream: true});
    });
  }
};
"""
"""Keeps what the application sends: the terminal paints it on a canvas, where no text can be read."""


async def test_it_works_in_a_browser(tmp_path: Path) -> None:
    async with (
        serving.LoopbackServer(shown(tmp_path), "ferry/").listening(0) as address,
        browser.page(tmp_path) as page,
    ):
        await page.send("Page.addScriptToEvaluateOnNewDocument", source=RECORD)
        await page.open(address)
        await page.until("said.includes('How many people died?')")
        await page.until("document.activeElement.classList.contains('xterm-helper-textarea')")
        await page.press("a")
        await page.until("said.includes('1 of 3 judged')")
        assert [line.entry.verdict for line in review.read(tmp_path / review.FILE_NAME).lines if line.entry] == [
            review.Verdict.CONFLICT
        ]
        await page.press("q")
        await page.until("document.body.classList.contains('-closed')")
        assert {request.split("/")[2] for request in page.requests} == {address.split("/")[2]}
        assert not [said for said in page.messages if said.startswith(("error", "exception"))]


async def test_an_editor_that_needs_a_terminal_is_told_of_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "nano")
    monkeypatch.delenv("VISUAL", raising=False)
    async with (
        serving.LoopbackServer(shown(tmp_path), "ferry/").listening(0) as address,
        browser.page(tmp_path) as page,
    ):
        await page.send("Page.addScriptToEvaluateOnNewDocument", source=RECORD)
        await page.open(address)
        await page.until("said.includes('How many people died?')")
        await page.until("document.activeElement.classList.contains('xterm-helper-textarea')")
        await page.press("o")
        await page.until("said.includes('needs a terminal')")
        await page.press("a")
        await page.until("said.includes('1 of 3 judged')")
