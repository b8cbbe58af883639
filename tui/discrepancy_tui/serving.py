"""The application in a browser on this machine: on loopback alone, behind a token in the address, with nothing that
comes from another host.

Each page that is opened runs the application in a process of its own, which ends with the page.
"""

from __future__ import annotations

import asyncio
import html
import os
import secrets
import signal
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from string import Template
from typing import Any

from aiohttp import WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.server import Server

from discrepancy import SettingsError
from discrepancy_tui._children import kill

HOST = "127.0.0.1"
PAGE = Path(__file__).parent / "browser"
PATIENCE = 5.0
"""Seconds in which an application that was told to leave may do so."""
SIZE = 500
"""Columns or lines that a page may ask for: wider than any screen."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Service(AppService):
    """One page's own process: it runs `arguments` without a shell, and is gone when `stop` returns."""

    def __init__(self, arguments: Sequence[str], server: Server, socket: web.WebSocketResponse) -> None:
        super().__init__(
            "",
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=self._say_goodbye,
            download_manager=server.download_manager,
        )
        self._arguments = arguments
        self._socket = socket

    async def _say_goodbye(self) -> None:
        await self._socket.close()

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        driver = {"TEXTUAL_DRIVER": "discrepancy_tui.browser.driver:BrowserDriver"}
        return super()._build_environment(width, height) | driver

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        environment = self._build_environment(width, height)
        process = await asyncio.create_subprocess_exec(
            *self._arguments, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment
        )
        self._process, self._stdin = process, process.stdin
        return process

    async def stop(self) -> None:
        process = self._process
        if process is None:
            return
        try:
            await _in_time(super().stop())
            await _in_time(process.wait())
        finally:
            # Also when the server itself is told to hurry.
            kill(process)
            await process.wait()


class LoopbackServer(Server):
    """Serves one command to whoever knows the token."""

    def __init__(self, arguments: Sequence[str], title: str) -> None:
        super().__init__("", host=HOST, title=title)
        self._arguments = arguments
        self._token = secrets.token_urlsafe(32)
        self._open: dict[Service, web.WebSocketResponse] = {}

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}/{self._token}/"

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._admitted])
        root = f"/{self._token}"
        app.add_routes(
            [
                web.get(f"{root}/", self._page),
                web.get(f"{root}/ws", self.handle_websocket),
                web.static(f"{root}/page", PAGE / "static"),
                web.static(f"{root}/static", self.statics_path),
            ]
        )
        app.on_response_prepare.append(_guard)
        app.on_shutdown.append(self.on_shutdown)
        return app

    @asynccontextmanager
    async def listening(self, port: int) -> AsyncIterator[str]:
        """Listens on `port`, or on a free one where it is 0, and gives the address.

        Raises:
            SettingsError: when the port is taken.
        """
        # No access log: each line would hold the token.
        runner = web.AppRunner(await self._make_app(), access_log=None, shutdown_timeout=2 * PATIENCE)
        await runner.setup()
        try:
            await _listen(runner, port)
            self.port = runner.addresses[0][1]
            yield self.address
        finally:
            await runner.cleanup()

    async def on_shutdown(self, app: web.Application) -> None:
        for service, socket in tuple(self._open.items()):
            await socket.close(code=WSCloseCode.GOING_AWAY)
            await service.stop()

    @web.middleware
    async def _admitted(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Nothing without the token, and nothing under the name of another host, which a page from there could give
        to this address."""
        token = request.path.split("/")[1].encode(errors="surrogatepass")
        is_known = secrets.compare_digest(token, self._token.encode())
        if not is_known or request.host not in (f"{HOST}:{self.port}", f"localhost:{self.port}"):
            raise web.HTTPForbidden(text="This address is not the one that discrepancy printed.")
        return await handler(request)

    async def _page(self, request: web.Request) -> web.Response:
        page = Template((PAGE / "index.html").read_text(encoding="utf-8"))
        socket = f"ws://{request.host}/{self._token}/ws"
        filled = page.substitute(title=html.escape(self.title), socket=html.escape(socket))
        return web.Response(text=filled, content_type="text/html")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        if request.headers.get("Origin") != f"http://{request.host}":
            raise web.HTTPForbidden(text="This was asked for by a page of another host.")
        socket = web.WebSocketResponse(heartbeat=15)
        await socket.prepare(request)
        service = Service(self._arguments, self, socket)
        self._open[service] = socket
        try:
            await service.start(_cells(request, "width", 80), _cells(request, "height", 24))
            await self._process_messages(socket, service)
        finally:
            await service.stop()
            del self._open[service]
        return socket


def serve(arguments: Sequence[str], title: str, port: int, tell: Callable[[str], None]) -> None:
    """Serves the application that `arguments` start until Ctrl+C, and tells the address in one line.

    Raises:
        SettingsError: when the port is taken.
    """
    with suppress(KeyboardInterrupt, asyncio.CancelledError):
        asyncio.run(_serve(LoopbackServer(arguments, title), port, tell))


async def _serve(server: LoopbackServer, port: int, tell: Callable[[str], None]) -> None:
    task = asyncio.current_task()
    if os.name == "posix" and task is not None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    async with server.listening(port) as address:
        tell(address)
        await asyncio.Event().wait()


async def _listen(runner: web.AppRunner, port: int) -> None:
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError as error:
        raise SettingsError(f"port {port} cannot be listened on: {os.strerror(error.errno or 0)}") from error


async def _guard(request: web.Request, response: web.StreamResponse) -> None:
    """Whatever stands on the page, the browser asks no other host for anything."""
    policy = (
        "default-src 'none'",
        "script-src 'self'",
        # The terminal writes the widths of its letters into style sheets of its own while it runs.
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self'",
        "img-src data:",
        f"connect-src ws://{request.host}",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
    response.headers["Content-Security-Policy"] = "; ".join(policy)
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"


async def _in_time(done: Coroutine[Any, Any, object]) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(done, PATIENCE)


def _cells(request: web.Request, name: str, default: int) -> int:
    """How many columns or lines the page has."""
    asked = request.query.get(name, "")
    return min(int(asked), SIZE) if asked.isascii() and asked.isdigit() and len(asked) < 5 else default
