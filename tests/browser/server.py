"""A server for a built site: small and quick, because every test loads its pages anew."""

from __future__ import annotations

from functools import cache
from mimetypes import guess_type
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path

BLANK = "blank"
"""The path of an empty page, where a test looks at what is kept, or calls a function."""

_EMPTY = b'<!doctype html><title>Blank</title><link rel="icon" href="data:,">'


class _Handler(StreamRequestHandler):
    """Answer the requests of one connection, one after the other."""

    disable_nagle_algorithm = True

    def handle(self) -> None:
        """Read requests until the browser has no more."""
        server: Any = self.server
        while (words := self.rfile.readline().split()) and words[0] in (b"GET", b"HEAD"):
            while self.rfile.readline().strip():
                pass
            head, body = server.answer(words[1].decode())
            self.wfile.write(head if words[0] == b"HEAD" else head + body)


class Server(ThreadingTCPServer):
    """Serves a folder that does not change any more."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, root: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.address = f"http://127.0.0.1:{self.server_address[1]}/"
        self.root = root
        self.answer = cache(self._answer)

    def _answer(self, target: str) -> tuple[bytes, bytes]:
        """Give the head and the body of the answer to a request."""
        asked = urlsplit(target).path
        path = unquote(asked).lstrip("/")
        if path == BLANK:
            return _head("200 OK", "Content-Type: text/html", len(_EMPTY)), _EMPTY
        file = self.root / path
        if file.is_dir():
            if not asked.endswith("/"):
                return _head("301 Moved Permanently", f"Location: {asked}/", 0), b""
            file /= "index.html"
        if not file.is_file():
            return _head("404 Not Found", "Content-Type: text/plain", 0), b""
        kind = guess_type(file.name)[0] or "application/octet-stream"
        body = file.read_bytes()
        return _head(
            "200 OK", f"Content-Type: {kind}\r\nCache-Control: max-age=600", len(body)
        ), body

    def handle_error(self, *_: Any) -> None:
        """A page that is closed while it loads is no fault."""


def _head(status: str, fields: str, length: int) -> bytes:
    """Write the head of an answer."""
    return f"HTTP/1.1 {status}\r\n{fields}\r\nContent-Length: {length}\r\n\r\n".encode()
