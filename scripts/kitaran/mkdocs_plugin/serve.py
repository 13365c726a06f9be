"""Serve the handbook while it is being written: every change is seen at once, errors as cards."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import socket
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from kitaran.load.tree import FOLDERS
from kitaran.mkdocs_plugin.build import BuildError, build_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from kitaran.settings import Settings

_PAUSE = 0.5
"""How long to wait between two looks at the handbook's files, in seconds."""


def serve_site(
    settings: Settings, host: str, port: int, say: Callable[[str], None], *, open_browser: bool
) -> None:
    """Build, serve, and build again whenever a file changes. A fault never ends it.

    Args:
        settings: The handbook.
        host: The address to listen on.
        port: The port to listen on.
        say: Told what happens, in words.
        open_browser: Whether to open the site once it is built.

    Raises:
        OSError: If the port is taken, or there is no such host.
    """
    address = f"[{host}]" if ":" in host else host
    url = f"http://{address}:{port}/"
    # Who has to give another port should not have to wait for a build first.
    socket.create_server((host, port), family=_family(host)).close()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    say(f"Building. The site opens at {url} (stop with Ctrl+C).")
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    folder = Path(tempfile.mkdtemp(prefix="kitaran-"))
    site = folder / "site"

    def build() -> None:
        try:
            build_site(settings, site, cards=True, url=url)
        except (BuildError, OSError) as error:
            say(f"{error}")
            if not site.exists():
                _placeholder(site, str(error))
        else:
            say(f"Ready at {url}")

    server = LiveReloadServer(
        builder=build,
        host=host,
        port=port,
        root=str(site),
        mount_path=urlsplit(url).path,
        polling_interval=_PAUSE / 5,
    )
    server.error_handler = lambda code: _error_page(site, code)
    bell = folder / "bell"
    bell.write_text("", "utf-8")
    server.watch(str(bell))
    threading.Thread(target=_watch, args=(settings.root, bell), daemon=True).start()
    try:
        build()
        server.serve(open_in_browser=open_browser)
    except KeyboardInterrupt:
        say("Stopped")
    finally:
        server.shutdown()
        shutil.rmtree(folder, ignore_errors=True)


def _watch(root: Path, bell: Path) -> None:
    """Write to a file whenever the handbook changes; the server watches that file alone.

    A folder that the server watches itself is lost to it once it has been away for a moment,
    as when somebody renames it or looks at another branch.
    """
    seen = _state(root)
    while bell.exists():
        time.sleep(_PAUSE)
        now = _state(root)
        if now != seen:
            seen = now
            with suppress(OSError):
                bell.write_text(f"{time.monotonic_ns()}", "utf-8")


def _state(root: Path) -> dict[str, tuple[int, int]]:
    """Give when each file of the handbook was changed, and how large it is."""
    files = [str(root / name) for name in ("mkdocs.yml", "pyproject.toml")]
    for name in FOLDERS:
        for folder, _, names in os.walk(root / name):
            files += [os.path.join(folder, each) for each in names]
    state: dict[str, tuple[int, int]] = {}
    for file in files:
        with suppress(OSError):
            status = os.stat(file)
            state[file] = (status.st_mtime_ns, status.st_size)
    return state


def _family(host: str) -> socket.AddressFamily:
    """Give the family of a host's address, as the server takes it."""
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _placeholder(site: Path, message: str) -> None:
    """Leave a page that says why there is none, so that the browser has something to show."""
    from html import escape

    site.mkdir(parents=True, exist_ok=True)
    page = f"<!doctype html><html lang=en><title>Kitaran</title><body><pre>{escape(message)}</pre>"
    (site / "index.html").write_text(page, "utf-8")


def _error_page(site: Path, code: int) -> bytes | None:
    """Give the site's own page for a missing address."""
    file = site / f"{code}.html"
    return file.read_bytes() if file.is_file() else None
