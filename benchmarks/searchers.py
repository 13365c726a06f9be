"""Searches as readers meet them: a page in a browser, a box, a list."""

from __future__ import annotations

import gzip
import json
import os
import statistics
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright
from tests.browser.find_browser import on_the_system

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from playwright.sync_api import Page, Response

LISTED = 10
"""How many results are looked at."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question, and the pages that answer it."""

    lang: str
    category: str
    query: str
    relevant: frozenset[str]

    def place(self, addresses: Sequence[str]) -> int:
        """Say at which place the first right page stands, from one; 0 where none does."""
        found = (at for at, url in enumerate(addresses, 1) if page_of(url) in self.relevant)
        return next(found, 0)


def load_queries(file: Path) -> tuple[Query, ...]:
    """Read questions, one JSON object a line."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    return tuple(
        Query(row["lang"], row["category"], row["query"], frozenset(row["relevant"]))
        for row in rows
    )


def page_of(url: str) -> str:
    """Give the id of the page that an address leads to; a place within it is not the page.

    >>> page_of("http://127.0.0.1/en/stages/closing/?h=close")
    'stages/closing'
    """
    parts = urlsplit(url)
    path = parts.path.strip("/").removeprefix("en/").removesuffix("index.html").strip("/")
    if parts.fragment and path == "glossary":
        return f"glossary#{parts.fragment}"
    return path if "/" in path else f"{path}/index"


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        """Keep the output clean."""


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a site on a port of its own; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def opened(address: str, *, policy: bool = True) -> Iterator[Page]:
    """Open a page in a browser of its own."""
    root = getattr(os, "geteuid", lambda: 1)() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=on_the_system() or None, args=["--no-sandbox"] if root else []
        )
        context = browser.new_context(bypass_csp=not policy, service_workers="block")
        page = context.new_page()
        page.goto(address)
        yield page
        browser.close()


_ASK = """async (query) => {
  const input = document.querySelector(".md-search__input");
  const meta = document.querySelector(".md-search-result__meta");
  const list = document.querySelector(".md-search-result__list");
  const said = () => meta.textContent + list.innerHTML.length;
  const until = async (check, most) => {
    const start = performance.now();
    while (!check() && performance.now() - start < most) await new Promise((f) => setTimeout(f, 5));
  };
  const type = (text) => {
    input.value = text;
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  };
  input.focus();
  // The box is emptied first, so that the list of the question before is not taken for this one's.
  type("");
  await until(() => !list.children.length, 3000);
  const before = meta.textContent;
  type(query);
  const answered = () => list.children.length || (meta.textContent && meta.textContent !== before);
  await until(answered, 20000);
  let last;
  do { last = said(); await new Promise((f) => setTimeout(f, 60)); } while (last !== said());
  return [...list.querySelectorAll(":scope > li > a:first-child")].map((link) => link.href);
}"""


def ask_box(page: Page, query: str) -> list[str]:
    """Ask Material's search box, whatever worker answers it. Gives the addresses of the list."""
    found: list[str] = page.evaluate(_ASK, query)
    return found[:LISTED]


_PAGEFIND = """async ([query, most]) => {
  const pagefind = (window.pagefind ??= await import("/pagefind/pagefind.js"));
  const { results } = await pagefind.search(query);
  const shown = await Promise.all(results.slice(0, most).map((result) => result.data()));
  return shown.map(({ url }) => new URL(url, location.href).href);
}"""


def ask_pagefind(page: Page, query: str) -> list[str]:
    """Ask Pagefind, as its own interface does."""
    found: list[str] = page.evaluate(_PAGEFIND, [query, LISTED])
    return found


_KEY = """(text) => new Promise((answered) => {
  const input = document.querySelector(".md-search__input");
  const start = performance.now();
  addEventListener("kitaran:searched", function on({ detail }) {
    if (detail.query !== text) return;
    removeEventListener("kitaran:searched", on);
    requestAnimationFrame(() => answered(performance.now() - start));
  });
  input.focus();
  input.value = text;
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
})"""


def typed(address: str, queries: Sequence[str]) -> dict[str, Any]:
    """Type questions key by key.

    Returns:
        `first_bytes`: what was fetched from the first key to the first answer, compressed;
        `first_ms`: how long that took; `key_ms` and `slowest_ms`: a key with what it needs at
        hand, the middle one and the slowest of twenty.
    """
    with opened(address) as page:
        page.wait_for_load_state("networkidle")
        fetched: list[Response] = []
        page.context.on("response", lambda response: fetched.append(response))
        first = page.evaluate(_KEY, queries[0])
        fetched_bytes = sum(len(gzip.compress(response.body(), 6)) for response in fetched)
        for query in queries:
            for end in range(1, len(query) + 1):
                page.evaluate(_KEY, query[:end])
        keys = sorted(
            page.evaluate(_KEY, query[:end])
            for query in queries
            for end in range(1, len(query) + 1)
        )
    return {
        "first_bytes": fetched_bytes,
        "first_ms": round(first, 1),
        "key_ms": round(statistics.median(keys), 1),
        "slowest_ms": round(keys[int(len(keys) * 0.95)], 1),
    }
