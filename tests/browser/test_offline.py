"""The site without a network: what was seen, what was downloaded, and a new version."""

from __future__ import annotations

import json
import shutil
import socket
import threading
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import TimeoutError as NothingCameError

from kitaran.mkdocs_plugin.offline import write
from kitaran.render.words import words
from tests.browser.sheet import PAGE, PREFIX, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from kitaran.models.text import Locale

LOCALES = pytest.mark.parametrize("locale", ["ms", "en"])
OTHER = "stages/closing/"
"""A page that is not kept unless somebody opens it."""
BANNER = ".kt-update"
TABLES = "const sizes = new ResizeObserver("
"""What a script begins with that another version changes."""


class _Handler(SimpleHTTPRequestHandler):
    """Serve files; each request has a connection of its own, so that a stop is a stop."""

    protocol_version = "HTTP/1.0"

    def log_message(self, *_: Any) -> None:
        """Keep the tests' output clean."""

    def end_headers(self) -> None:
        """Have the browser ask again: it takes an old file for fresh for a tenth of its age."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def do_GET(self) -> None:
        """Count what is asked for."""
        self.server.asked.append(unquote(urlsplit(self.path).path))  # type: ignore[attr-defined]
        super().do_GET()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    allow_reuse_address = True

    def handle_error(self, *_: Any) -> None:
        """Keep the tests' output clean."""


class Host:
    """A web server that can go away and come back."""

    def __init__(self, root: Path, folder: str) -> None:
        self.root = root
        self.site = root / folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/{folder}"
        self.asked: list[str] = []
        self.server: _Server | None = None
        self.start()

    def start(self) -> None:
        self.server = _Server(("127.0.0.1", self.port), partial(_Handler, directory=self.root))
        self.server.asked = self.asked  # type: ignore[attr-defined]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        if self.server is not None:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    def put_up(self, change: dict[str, tuple[str, str]], *, on: bool = True) -> None:
        """Put up another version of the site.

        Args:
            change: What is replaced by what, in which files.
            on: Whether it can be kept.
        """
        for path, (old, new) in change.items():
            file = self.site / path
            text = file.read_text("utf-8")
            assert old in text, path
            file.write_text(text.replace(old, new), "utf-8")
        for folder in (self.site, self.site / "en"):
            outside = folder.parent / f".{folder.name}-en"
            if folder == self.site:  # Each language lists its own files only.
                (folder / "en").rename(outside)
            write(folder, on=on)
            if folder == self.site:
                outside.rename(folder / "en")


@pytest.fixture(params=[""], ids=["root"])
def host(request: pytest.FixtureRequest, small_site: Path, tmp_path: Path) -> Iterator[Host]:
    """Serve a copy of the site that a test may change."""
    folder: str = request.param
    shutil.copytree(small_site, tmp_path / "served" / folder, dirs_exist_ok=True)
    made = Host(tmp_path / "served", folder)
    yield made
    made.stop()


@pytest.fixture
def context(
    browser: Browser, browser_context_args: dict[str, Any], host: Host
) -> Iterator[BrowserContext]:
    """Give a browser that keeps what it is told to."""
    wanted = {"base_url": host.url, "service_workers": "allow"}
    made = browser.new_context(**{**browser_context_args, **wanted})
    made.set_default_timeout(20_000)
    yield made
    made.close()


def opened(context: BrowserContext, path: str) -> Page:
    """Open a page, and wait until it is kept."""
    page = context.new_page()
    page.goto(path)
    page.wait_for_selector("kt-update[data-ready]", state="attached", timeout=30_000)
    return page


def heading(page: Page) -> str:
    """Give the heading of a page."""
    return page.locator("h1").first.inner_text().strip("¶ \n")


def update(page: Page) -> None:
    """Let the browser look for a new version, as it does when a page is opened."""
    page.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()")


def said(page: Page) -> str:
    """Give what the control for downloading says, once it says something."""
    place = page.locator("kt-offline .kt-notice")
    page.wait_for_function("() => document.querySelector('kt-offline .kt-notice')?.textContent")
    return place.inner_text()


@LOCALES
@pytest.mark.parametrize("host", ["", "sub/"], ids=["root", "below another"], indirect=True)
def test_what_was_seen_is_there_without_a_network(
    context: BrowserContext, host: Host, locale: Locale
) -> None:
    page = opened(context, PREFIX[locale] + PAGE)
    title = heading(page)
    host.stop()
    context.set_offline(True)
    page.reload()
    assert heading(page) == title
    sheet = Sheet(page, locale)
    sheet.give("which-first", 0)
    assert sheet.verdict("which-first").is_visible()
    for path in ("practice/", "card/", "offline/", ""):
        page.goto(PREFIX[locale] + path)
        assert page.locator("h1").is_visible()
    page.goto(PREFIX[locale] + OTHER)
    assert page.url.endswith("offline/#missing")
    missing = page.locator("kt-offline .kt-notice").first
    assert missing.inner_text() == words(locale)("offline.missing")


@LOCALES
def test_search_answers_without_a_network(
    context: BrowserContext, host: Host, locale: Locale
) -> None:
    page = opened(context, PREFIX[locale])
    host.stop()
    context.set_offline(True)
    page.reload()
    page.keyboard.press("/")
    page.locator("input[data-md-component=search-query]").press_sequentially(
        {"ms": "menutup", "en": "close"}[locale]
    )
    result = page.locator(".md-search-result__list a").first
    result.wait_for(timeout=20_000)
    assert "stages/closing" in (result.get_attribute("href") or "")


@LOCALES
def test_everything_can_be_downloaded_and_removed_again(
    context: BrowserContext, host: Host, locale: Locale
) -> None:
    listed = json.loads((host.site / PREFIX[locale] / "assets/kitaran/offline.json").read_text())
    page = opened(context, PREFIX[locale] + "offline/")
    get = page.locator("kt-offline .md-button--primary")
    get.wait_for()
    assert "MB" in get.inner_text()
    host.asked.clear()
    get.click()
    page.get_by_text(words(locale)("offline.done")).wait_for(timeout=30_000)
    assert len(host.asked) == sum(1 for _, _, _, core in listed["files"] if not core)
    assert page.locator("kt-offline progress").evaluate("e => e.value") == 1
    host.stop()
    context.set_offline(True)
    page.reload()
    lost = page.evaluate(
        """paths => Promise.all(paths.map(async (path) =>
            (await fetch(new URL(path, document.baseURI)).catch(() => null))?.ok ? "" : path))""",
        ["../" + path for path, *_ in listed["files"]],
    )
    assert [path for path in lost if path] == []
    page.goto(PREFIX[locale] + OTHER)
    assert heading(page) == {"ms": "Menutup perjanjian", "en": "Close the deal"}[locale]
    page.goto(PREFIX[locale] + "offline/")
    page.get_by_role("button", name=words(locale)("offline.remove")).click()
    assert said(page) == words(locale)("offline.removed")
    page.goto(PREFIX[locale] + OTHER)
    assert page.url.endswith("#missing")


def test_a_download_that_breaks_off_goes_on_later(context: BrowserContext, host: Host) -> None:
    page = opened(context, "offline/")
    get = page.locator("kt-offline .md-button--primary")
    get.wait_for()
    large = max((host.site / "forms").glob("*.xlsx"))
    hidden = large.rename(large.with_suffix(".away"))
    get.click()
    page.get_by_text(words("ms")("offline.network")).wait_for(timeout=20_000)
    assert "bakinya" in get.inner_text()
    kept = page.locator("kt-offline progress").evaluate("e => e.value")
    hidden.rename(large)
    page.reload()
    get.wait_for()
    assert page.locator("kt-offline progress").evaluate("e => e.value") >= kept
    get.click()
    page.get_by_text(words("ms")("offline.done")).wait_for(timeout=20_000)


def test_a_device_without_room_is_told(context: BrowserContext, host: Host) -> None:
    page = opened(context, "offline/")
    get = page.locator("kt-offline .md-button--primary")
    get.wait_for()
    quota = {"origin": host.url.rstrip("/"), "quotaSize": 1000}
    context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
    get.click()
    page.get_by_text(words("ms")("offline.full")).wait_for(timeout=20_000)
    page.reload()
    assert page.locator("h1").is_visible()


def agree(page: Page, locale: Locale) -> None:
    """Agree to the new version; a busy browser may have to be asked, or ask, once more."""
    for _ in range(3):
        with suppress(NothingCameError), page.expect_navigation():
            page.get_by_role("button", name=words(locale)("update.reload")).click()
        page.wait_for_timeout(1000)
        if not page.locator(BANNER).count():
            return


@LOCALES
def test_a_new_version_waits_for_the_reader(
    context: BrowserContext, host: Host, locale: Locale
) -> None:
    page = opened(context, PREFIX[locale] + PAGE)
    page.reload()  # The worker answers from now on.
    sheet = Sheet(page, locale)
    sheet.give("which-first", 0)
    sheet.answer("year-value", "12")
    title = heading(page)
    path = f"{PREFIX[locale]}{PAGE}index.html"
    host.put_up(
        {
            path: (f">{title}", f">{title} (2)"),
            f"{PREFIX[locale]}assets/kitaran/js/tables.js": (TABLES, f"// second\n{TABLES}"),
        }
    )
    update(page)
    page.locator(BANNER).wait_for(timeout=30_000)
    page.get_by_text(words(locale)("update.ready")).wait_for()
    assert sheet.verdict("which-first").is_visible()
    assert heading(page) == title
    page.goto(PREFIX[locale] + "practice/")
    page.goto(PREFIX[locale] + PAGE)
    assert heading(page) == title
    page.locator(BANNER).wait_for()
    agree(page, locale)
    page.get_by_text(f"{title} (2)").first.wait_for()
    assert Sheet(page, locale).verdict("which-first").is_visible()
    assert page.locator(BANNER).count() == 0


def test_another_tab_keeps_its_version_until_it_is_reloaded(
    context: BrowserContext, host: Host
) -> None:
    first = opened(context, PAGE)
    first.reload()
    second = context.new_page()
    second.goto(PAGE)
    script = "assets/kitaran/js/tables.js"
    host.put_up({script: (TABLES, f"// the second version\n{TABLES}")})
    update(first)
    first.locator(BANNER).wait_for(timeout=30_000)
    with first.expect_navigation():
        first.get_by_role("button", name=words("ms")("update.reload")).click()
    read = "async () => (await fetch('../../assets/kitaran/js/tables.js')).text()"
    assert first.evaluate(read).startswith("// the second version")
    assert second.evaluate(read).startswith(TABLES)
    second.locator(BANNER).wait_for()
    with second.expect_navigation():
        second.locator(BANNER).get_by_role("button").first.click()
    assert second.evaluate(read).startswith("// the second version")


def test_a_page_of_a_newer_server_gets_nothing_of_the_old_version(
    context: BrowserContext, host: Host
) -> None:
    page = opened(context, PAGE)
    host.put_up(
        {
            f"{OTHER}index.html": (">Menutup perjanjian<", ">Menutup (2)<"),
            "assets/kitaran/js/tables.js": (TABLES, f"// the second version\n{TABLES}"),
        }
    )
    page.goto(OTHER)
    read = "async () => (await fetch('../../assets/kitaran/js/tables.js')).text()"
    assert page.evaluate(read).startswith("// the second version")


def test_files_that_did_not_change_are_not_fetched_again(
    context: BrowserContext, host: Host
) -> None:
    page = opened(context, PAGE)
    page.reload()
    host.put_up({"assets/kitaran/js/tables.js": (TABLES, f"// the second version\n{TABLES}")})
    host.asked.clear()
    update(page)
    page.locator(BANNER).wait_for(timeout=30_000)
    assert [path for path in host.asked if path.endswith(".js")] == [
        "/sw.js",
        "/assets/kitaran/js/tables.js",
    ]


def test_a_site_that_is_kept_no_longer_goes(context: BrowserContext, host: Host) -> None:
    page = opened(context, PAGE)
    host.put_up({}, on=False)
    update(page)
    page.wait_for_function(
        """async () => !(await caches.keys()).length
            && !(await navigator.serviceWorker.getRegistration())"""
    )


@LOCALES
def test_the_browser_offers_to_install_it(
    context: BrowserContext, host: Host, locale: Locale
) -> None:
    page = opened(context, PREFIX[locale])
    devtools = context.new_cdp_session(page)
    described = devtools.send("Page.getAppManifest")
    assert described["errors"] == []
    assert json.loads(described["data"])["lang"] == locale
    found = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A window that leaves no traces installs nothing; the tests' windows leave none.
    assert [each["errorId"] for each in found if each["errorId"] != "in-incognito"] == []
