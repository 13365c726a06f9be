"""The small handbook's site in a real browser.

The small handbook gets a page with a quiz of every type and several checklists, which is in
`handbook/` here. Whatever a page does wrong while a test uses it fails that test.
"""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from kitaran.check.engine import check
from kitaran.mkdocs_plugin.build import build_site
from kitaran.settings import load_settings
from tests.browser.find_browser import on_the_system
from tests.browser.server import Server
from tests.browser.sheet import alive
from tests.conftest import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

HERE = Path(__file__).parent
UNUSED = (
    *("AimEnabled", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "LensOverlay"),
    *("MediaRouter", "OptimizationHints", "PaintHolding"),
    # To Chromium the suggestions of the address bar are a page of their own, made for every
    # context, as is a process in reserve: a third of the work of a test that needs neither.
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess"),
)
"""What Playwright switches off in the browser, and what costs time besides."""

# A machine that is busy is slow, not wrong. Who waits for what comes does not wait longer.
expect.set_options(timeout=20_000)


class Visit(Protocol):
    """Open a page of the site in a context of its own, or in one that a test has already."""

    def __call__(self, path: str, *, context: BrowserContext | None = None, **options: Any) -> Page:
        """Open a page; options are those of Playwright's `new_context`."""


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site, once."""
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    root = tmp_path_factory.mktemp("browser") / "handbook"
    shutil.copytree(SMALL, root)
    shutil.copytree(HERE / "handbook", root, dirs_exist_ok=True)
    settings = load_settings(root)
    assert [str(found) for found in check(settings, use_cache=False).diagnostics] == []
    built = root / "site"
    build_site(settings, built)
    return built


@pytest.fixture(scope="session")
def address(small_site: Path) -> Iterator[str]:
    """Serve the site on a port of its own; gives its address, with a slash at the end."""
    server = Server(small_site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.address
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the system's browser; Playwright's own where there is none."""
    arguments = ["--disable-background-networking", "--no-first-run", "--disable-gpu"]
    arguments.append(f"--disable-features={','.join(UNUSED)}")
    if getattr(os, "geteuid", lambda: 1)() == 0:
        arguments.append("--no-sandbox")
    found = on_the_system()
    program = {"executable_path": found} if found else {}
    return {**browser_type_launch_args, **program, "args": arguments}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], address: str) -> dict[str, Any]:
    """Let tests name pages by their path."""
    # What a page fetches is the page's own affair, unless a test is about being offline.
    return {**browser_context_args, "base_url": address, "service_workers": "block"}


class Faults(list[str]):
    """What went wrong in the pages of a test. A test that wants faults clears the list."""

    def watch(self, context: BrowserContext, address: str) -> None:
        """Note every error, every breach of the policy and every request to another host."""
        host = urlsplit(address).netloc
        # A breach of the content security policy is an error on the console, too.
        context.on("console", self._console)
        context.on("weberror", lambda error: self.append(f"uncaught: {error.error}"))
        context.on("request", lambda request: self._request(request, host))

    def _console(self, message: ConsoleMessage) -> None:
        if "blocked by Playwright" in message.text:
            return
        if message.type in ("error", "warning"):
            self.append(f"{message.type}: {message.text}")

    def _request(self, request: Request, host: str) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.netloc != host:
            self.append(f"another host: {request.url}")


@pytest.fixture
def faults() -> Iterator[Faults]:
    """Collect what goes wrong, and fail the test if anything did."""
    found = Faults()
    yield found
    assert found == []


@pytest.fixture
def visit(new_context: Any, address: str, faults: Faults) -> Visit:
    """Open pages that are watched."""

    def open_page(path: str, *, context: BrowserContext | None = None, **options: Any) -> Page:
        if context is None:
            context = new_context(**options)
            assert context is not None
            faults.watch(context, address)
        page = context.new_page()
        page.goto(path)
        if options.get("java_script_enabled", True):
            alive(page)
        return page

    return open_page
