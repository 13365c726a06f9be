"""Serve the handbook while it is being written: every change is seen at once, errors as cards."""

from __future__ import annotations

import logging
import shutil
import signal
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from kitaran.mkdocs_plugin.build import BuildError, build_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from kitaran.settings import Settings


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
        builder=build, host=host, port=port, root=str(site), mount_path=urlsplit(url).path
    )
    server.error_handler = lambda code: _error_page(site, code)
    try:
        build()
        for name in ("docs", "playbooks", "quizzes", "mkdocs.yml", "pyproject.toml"):
            if (settings.root / name).exists():
                server.watch(str(settings.root / name))
        server.serve(open_in_browser=open_browser)
    except KeyboardInterrupt:
        say("Stopped")
    finally:
        server.shutdown()
        shutil.rmtree(folder, ignore_errors=True)


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
