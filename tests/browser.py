"""A headless Chromium for tests: opens a page, and tells what it logged, what it asked the network for, what it shows.

async with browser.page(tmp_path) as page:
    await page.open("http://127.0.0.1:8000/")
    await page.until("document.querySelector('.ready')")
    assert not page.messages
"""

from __future__ import annotations

import asyncio
import base64
import itertools
import os
import re
import shutil
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

COMMAND = shutil.which("chromium") or shutil.which("chromium-browser")

TIMEOUT = 30.0
"""Seconds after which a page that does not answer is a failure."""

_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--window-size=1280,900",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
)
_LISTENING = re.compile(rb"DevTools listening on (ws://\S+)")
_MODIFIERS = {"alt": 1, "ctrl": 2, "meta": 4, "shift": 8}
_KEYS = {
    "Backspace": (8, ""),
    "Tab": (9, ""),
    "Enter": (13, "\r"),
    "Escape": (27, ""),
    "Space": (32, " "),
    "PageUp": (33, ""),
    "PageDown": (34, ""),
    "End": (35, ""),
    "Home": (36, ""),
    "ArrowLeft": (37, ""),
    "ArrowUp": (38, ""),
    "ArrowRight": (39, ""),
    "ArrowDown": (40, ""),
    "Delete": (46, ""),
    **{f"F{number}": (111 + number, "") for number in range(1, 13)},
}
"""Name of a key to its virtual key code and the text that it types."""

Json = dict[str, Any]


class Page:
    """One page. `messages` and `requests` grow while it runs."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self._ids = itertools.count(1)
        self._answers: dict[int, asyncio.Future[Json]] = {}
        self._session: str | None = None
        self._loaded = asyncio.Event()
        self._reader = asyncio.create_task(self._read())
        self.messages: list[str] = []
        """What the console shows: messages, errors, uncaught exceptions, refusals of the page's own security policy,
        and dialogs, which are closed."""
        self.requests: list[str] = []
        """The address of every request and every websocket, whether or not anything answered."""

    async def open(self, url: str) -> None:
        """Go to `url` and wait until all of it has loaded."""
        self._loaded.clear()
        answer = await self.send("Page.navigate", url=url)
        assert "errorText" not in answer, f"{url}: {answer['errorText']}"
        async with asyncio.timeout(TIMEOUT):
            await self._loaded.wait()

    async def js(self, expression: str) -> Any:
        """The value of a JavaScript expression, as JSON; that of a promise once it is kept."""
        answer = await self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        failed = answer.get("exceptionDetails")
        assert failed is None, f"{expression}: {_exception(failed or {})}"
        return answer["result"].get("value")

    async def until(self, expression: str) -> None:
        """Wait until a JavaScript expression is true: it is tried before each frame that the page draws."""
        look = f"const look = () => ({expression}) ? done() : requestAnimationFrame(look)"
        try:
            await self.js(f"new Promise((done) => {{ {look}; look() }})")
        except TimeoutError:
            raise AssertionError(f"never true: {expression}") from None

    async def press(self, *keys: str) -> None:
        """Press keys one after the other: "Tab", "shift+Tab", "ctrl+q", "a"."""
        for chord in keys:
            *held, key = chord.split("+") if len(chord) > 1 else [chord]
            modifiers = sum(_MODIFIERS[one] for one in held)
            code, text = _KEYS.get(key, (ord(key.upper()[0]), key))
            event = {
                "key": " " if key == "Space" else key,
                "code": f"Key{key.upper()}" if len(key) == 1 and key.isalpha() else key,
                "windowsVirtualKeyCode": code,
                "modifiers": modifiers,
            }
            typed = text if not modifiers & ~_MODIFIERS["shift"] else ""
            await self.send("Input.dispatchKeyEvent", type="keyDown" if typed else "rawKeyDown", text=typed, **event)
            await self.send("Input.dispatchKeyEvent", type="keyUp", **event)

    async def type(self, text: str) -> None:
        """Type `text`, a key for each character."""
        await self.press(*text)

    async def look(self, width: int = 1280, height: int = 900, *, dark: bool = False, media: str = "") -> None:
        """Show the page in a window of this size, and in this colour scheme; `media` is "print" or "screen"."""
        await self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        await self.send("Emulation.setEmulatedMedia", media=media, features=[scheme])

    async def screenshot(self, path: Path, *, whole: bool = False) -> None:
        """Write what the window shows, or the whole page, as PNG."""
        answer = await self.send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(answer["data"]))

    async def pdf(self, path: Path) -> None:
        """Print to A4."""
        answer = await self.send("Page.printToPDF", paperWidth=8.27, paperHeight=11.69, preferCSSPageSize=True)
        path.write_bytes(base64.b64decode(answer["data"]))

    async def send(self, method: str, **params: Any) -> Json:
        """One command of the DevTools protocol, and its answer."""
        number = next(self._ids)
        waiting = self._answers[number] = asyncio.get_running_loop().create_future()
        session = {"sessionId": self._session} if self._session else {}
        await self._socket.send_json({"id": number, "method": method, "params": params, **session})
        async with asyncio.timeout(TIMEOUT):
            answer = await waiting
        assert "error" not in answer, f"{method}: {answer['error']}"
        return answer["result"]

    async def start(self) -> None:
        """Attach to a new empty page."""
        target = await self.send("Target.createTarget", url="about:blank")
        attached = await self.send("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            await self.send(f"{domain}.enable")

    async def close(self) -> None:
        self._reader.cancel()
        with suppress(asyncio.CancelledError):
            await self._reader

    async def _read(self) -> None:
        async for message in self._socket:
            told = message.json()
            if "id" in told:
                future = self._answers.pop(told["id"])
                if not future.done():
                    future.set_result(told)
            elif told.get("sessionId") == self._session:
                self._heard(told["method"], told["params"])

    def _heard(self, event: str, said: Json) -> None:
        match event:
            case "Page.loadEventFired":
                self._loaded.set()
            case "Network.requestWillBeSent":
                self.requests.append(said["request"]["url"])
            case "Network.webSocketCreated":
                self.requests.append(said["url"])
            case "Runtime.consoleAPICalled":
                values = (str(one.get("value", one.get("description"))) for one in said["args"])
                self.messages.append(f"{said['type']}: {' '.join(values)}")
            case "Runtime.exceptionThrown":
                self.messages.append(f"exception: {_exception(said['exceptionDetails'])}")
            case "Log.entryAdded":
                self.messages.append(f"{said['entry']['level']}: {said['entry']['text']}")
            case "Page.javascriptDialogOpening":
                self.messages.append(f"dialog: {said['message']}")
                self._closing = asyncio.create_task(self.send("Page.handleJavaScriptDialog", accept=False))


@asynccontextmanager
async def page(folder: Path) -> AsyncIterator[Page]:
    """A page of a Chromium of its own, whose profile lies in `folder`. Skips the test where there is no Chromium."""
    aiohttp = pytest.importorskip("aiohttp")
    if COMMAND is None:
        pytest.skip("there is no Chromium here")
    process = await asyncio.create_subprocess_exec(
        COMMAND,
        *_FLAGS,
        f"--user-data-dir={folder / 'chromium'}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    try:
        address = await _address(process)
        drain = asyncio.create_task(_drained(process))
        async with aiohttp.ClientSession() as session, session.ws_connect(address, max_msg_size=0) as socket:
            opened = Page(socket)
            await opened.start()
            try:
                yield opened
            finally:
                await opened.close()
        drain.cancel()
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stderr is not None
    said = b""
    async with asyncio.timeout(TIMEOUT):
        async for line in process.stderr:
            said += line
            found = _LISTENING.search(line)
            if found:
                return found[1].decode()
    raise AssertionError(f"Chromium did not start: {said.decode(errors='replace')}")


async def _drained(process: asyncio.subprocess.Process) -> None:
    """Read what Chromium goes on to say, so that it never waits for us."""
    assert process.stderr is not None
    while await process.stderr.read(65536):
        pass


def _exception(details: Json) -> str:
    return str(details.get("exception", {}).get("description", details.get("text")))
