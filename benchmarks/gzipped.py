"""Serve a built site as a real server does: packed, and to several readers at once."""

from __future__ import annotations

import gzip
import threading
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKED = {".html", ".css", ".js", ".json", ".svg", ".webmanifest", ".xml", ".txt"}


@cache
def packed(file: Path) -> bytes:
    """Pack a file, once."""
    return gzip.compress(file.read_bytes(), 6, mtime=0)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        """Say nothing: the results are on the standard output."""

    def do_GET(self) -> None:
        """Send a file packed, where that makes it smaller and the reader can take it."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        takes = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (takes and file.is_file() and file.suffix in _PACKED):
            super().do_GET()
            return
        data = packed(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(data)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_: Any) -> None:
        """A page that is left while it loads is no fault."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a site; gives its address, with a slash at the end."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
