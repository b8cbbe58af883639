"""The bytes of a feed at an address: one request by http or https, without cookies, within fixed limits."""

from __future__ import annotations

import gzip
import re
import string
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage
from io import BytesIO
from typing import IO
from urllib import request as http
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit

from discrepancy import __version__
from discrepancy.display import one_line
from discrepancy.errors import InputError
from discrepancy.loaders._metadata import line

_SCHEMES = ("http", "https")
_ACCEPTED = "application/rss+xml, application/atom+xml, application/rdf+xml, application/xml;q=0.9, */*;q=0.5"
_GZIP = b"\x1f\x8b"
_BLOCK = 65_536  # bytes
_LONGEST_REASON = 200  # characters
_ERROR_NUMBER = re.compile(r"\[Errno -?\d{1,5}\] ")
_ADVICE = {
    HTTPStatus.UNAUTHORIZED: "it wants a login, which discrepancy has not: save the feed as a file",
    HTTPStatus.FORBIDDEN: "it may want a login: save the feed as a file, or ask the publisher",
    HTTPStatus.NOT_FOUND: "check the address",
    HTTPStatus.GONE: "the feed was given up: look for a new address",
    HTTPStatus.TOO_MANY_REQUESTS: "it was asked too often: try again later",
}


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of the state of a feed, to ask only for what changed since."""

    etag: str | None = None
    modified: str | None = None
    """Its Last-Modified, as the server wrote it."""


NOTHING_KNOWN = Validators()


@dataclass(frozen=True, slots=True)
class Limits:
    """What a feed may cost."""

    seconds: float = 20
    """How long a server may be silent."""
    seconds_in_all: float = 120
    """How long the feed itself may take to come."""
    most_bytes: int = 20_000_000
    """Of the feed, packed and unpacked."""
    clock: Callable[[], float] = time.monotonic


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Reply:
    """The bytes of a feed, and what its server says of them."""

    data: bytes | None
    """None when the feed is the one that the validators were of."""
    validators: Validators = NOTHING_KNOWN
    charset: str | None = None
    address: str | None = None
    """Where the feed was found in the end: what its relative links are relative to."""


def fetch(address: str, validators: Validators, limits: Limits) -> Reply:
    """What `address` answers.

    Raises:
        InputError: with one line that says why there is no feed to be had, and what to do.
    """
    try:
        _check(address)
        with _opener().open(_request(address, validators), timeout=limits.seconds) as response:
            headers: HTTPMessage = response.headers
            return Reply(
                unpacked(_body(response, limits), limits),
                Validators(line(headers["ETag"]), line(headers["Last-Modified"])),
                headers.get_content_charset(),
                response.url,
            )
    except HTTPError as error:
        with error:
            return _refused(error, validators)
    except (OSError, HTTPException, ValueError) as error:
        raise InputError(_reason(error, limits)) from None


def _check(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme.lower() not in _SCHEMES:
        raise InputError("is no http or https address: only these are asked; for a file, give its path")
    if parts.username is not None:
        raise InputError("holds a login, and none is ever sent: save the feed as a file")


def unpacked(data: bytes, limits: Limits) -> bytes:
    """`data`, taken out of gzip where it is packed.

    Raises:
        InputError: when it is damaged, or is larger than the limit.
    """
    if data.startswith(_GZIP):
        try:
            with gzip.GzipFile(fileobj=BytesIO(data)) as packed:
                data = packed.read(limits.most_bytes + 1)
        except (OSError, EOFError, zlib.error):
            raise InputError("is packed with gzip, and damaged: try again, or save it without packing") from None
    if len(data) > limits.most_bytes:
        raise InputError(f"is larger than {limits.most_bytes:,} bytes: save the entries that matter as a smaller file")
    return data


class _Redirects(http.HTTPRedirectHandler):
    """Follows a redirect to http and https alone; any other is an HTTPError with its status."""

    def redirect_request(
        self, req: http.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> http.Request | None:
        if urlsplit(newurl).scheme.lower() not in _SCHEMES:
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> http.OpenerDirector:
    """Without the handlers that `build_opener` adds for files, FTP and data, and without one for cookies."""
    opener = http.OpenerDirector()
    for handler in (
        http.ProxyHandler(),
        http.HTTPHandler(),
        http.HTTPSHandler(),
        http.HTTPDefaultErrorHandler(),
        http.HTTPErrorProcessor(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    opener.addheaders = [("User-Agent", f"discrepancy/{__version__}")]
    return opener


def _request(address: str, validators: Validators) -> http.Request:
    asked = http.Request(_ascii(address), headers={"Accept": _ACCEPTED, "Accept-Encoding": "gzip"})  # noqa: S310 - http(s)
    if validators.etag:
        asked.add_header("If-None-Match", validators.etag)
    if validators.modified:
        asked.add_header("If-Modified-Since", validators.modified)
    return asked


def _ascii(address: str) -> str:
    """An address as it goes over the wire, from one with letters of any script."""
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
    path, query = (quote(part, safe=string.punctuation) for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))


def _body(response: IO[bytes], limits: Limits) -> bytes:
    """At most one byte more than the limit."""
    end = limits.clock() + limits.seconds_in_all
    blocks: list[bytes] = []
    left = limits.most_bytes + 1
    while left and (block := response.read(min(left, _BLOCK))):
        if limits.clock() > end:
            raise InputError(f"took longer than {limits.seconds_in_all:g} seconds to come: try again later")
        blocks.append(block)
        left -= len(block)
    return b"".join(blocks)


def _refused(error: HTTPError, validators: Validators) -> Reply:
    if error.code == HTTPStatus.NOT_MODIFIED:
        known = Validators(line(error.headers["ETag"]), line(error.headers["Last-Modified"]))
        return Reply(None, replace(validators, **_given(known)))
    if 300 <= error.code < 400:
        raise InputError("leads on to an address that is not http or https, or in a circle: check the address")
    try:
        status = HTTPStatus(error.code)
        answer = f"{error.code} ({status.phrase})"
        advice = _ADVICE.get(status, "try again later, or check the address")
    except ValueError:
        answer, advice = str(error.code), "check the address"
    raise InputError(f"cannot be had, its server answers {answer}: {advice}")


def _given(validators: Validators) -> dict[str, str]:
    return {name: value for name in ("etag", "modified") if (value := getattr(validators, name))}


def _reason(error: OSError | HTTPException | ValueError, limits: Limits) -> str:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return f"did not answer within {limits.seconds:g} seconds: check the address, or try again later"
    why = _ERROR_NUMBER.sub("", one_line(str(cause))[:_LONGEST_REASON]) or type(cause).__name__
    return f"cannot be reached ({why}): check the address and the connection"
