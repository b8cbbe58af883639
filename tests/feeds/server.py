"""A web server on the loopback interface, which answers what a test tells it to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread


@dataclass(frozen=True, slots=True)
class Answer:
    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: str | None = None
    """A request that names it is answered with 304."""
    silent: bool = False
    """Nothing is answered before the test ends."""


@dataclass(slots=True)
class Server:
    address: str
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """Path and headers of each request that came."""
    over: Event = field(default_factory=Event)

    def put(self, answer: Answer, path: str = "/feed") -> str:
        self.answers[path] = answer
        return self.address + path


@contextmanager
def serve() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.requests.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            answer = server.answers.get(self.path, Answer(status=404))
            if answer.silent:
                server.over.wait(30)
                return
            unchanged = answer.etag is not None and self.headers["If-None-Match"] == answer.etag
            self.send_response(304 if unchanged else answer.status)
            for name, value in (*answer.headers.items(), *((("ETag", answer.etag),) if answer.etag else ())):
                self.send_header(name, value)
            self.end_headers()
            if not unchanged:
                self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        server = Server(f"http://127.0.0.1:{http.server_address[1]}")
        thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            http.shutdown()
            thread.join()
