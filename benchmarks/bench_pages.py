"""Weigh the first view of pages, and hold them against Lighthouse, on the project's own handbook.

Bytes are what a browser with an empty cache takes from a server that packs, until the page has
come to rest. Lighthouse is a program of its own: it comes from the npm registry, and is left
out with a word where there is none.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.gzipped import serving

from kitaran.mkdocs_plugin.build import build_site
from kitaran.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
PAGES = {
    "home": "",
    "stage": "stages/closing/",
    "quiz": "objections/price-too-high/#quiz",
    "practice": "practice/",
    "search": "?q=mahal",
    "card": "card/objections/price-too-high/",
    "home (en)": "en/",
    "stage (en)": "en/stages/closing/",
}
"""What is measured, and where it is."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LIGHTHOUSE = ("npx", "--yes", "lighthouse@13")
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"


def bench_pages(folder: Path, rounds: int, say: Callable[[str], None]) -> list[dict[str, Any]]:
    """Measure every page.

    Args:
        folder: An empty folder for the site.
        rounds: How often Lighthouse looks at each page; the median counts.
        say: Told what is being done.
    """
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    site = folder / "site"
    say("pages: building the project's own handbook")
    build_site(load_settings(ROOT), site)
    rows: list[dict[str, Any]] = []
    with serving(site) as address:
        weights = _weigh(address)
        for name, path in PAGES.items():
            say(f"pages: {name}")
            scores = _scores(address + path, folder, rounds, say)
            rows.append({"page": name, "path": path, "rounds": rounds, **weights[name], **scores})
    return rows


def _weigh(address: str) -> dict[str, dict[str, float]]:
    """Open each page in a browser that has seen nothing, and add up what it took."""
    from playwright.sync_api import sync_playwright

    found: dict[str, dict[str, float]] = {}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=_browser(), args=_FLAGS.split()[1:])
        for name, path in PAGES.items():
            # What is kept for reading offline comes after the page, and is not its weight.
            context = browser.new_context(
                viewport={"width": 412, "height": 823}, service_workers="block"
            )
            found[name] = _view(context.new_page(), address + path)
            context.close()
        browser.close()
    return found


def _view(page: Page, url: str) -> dict[str, float]:
    """Open a page, wait until it has come to rest, and weigh what it took."""
    taken: list[float] = []

    def weigh(event: dict[str, Any]) -> None:
        taken.append(event["encodedDataLength"])

    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.loadingFinished", weigh)
    page.goto(url, wait_until="networkidle")
    return {"kb": round(sum(taken) / 1000, 1), "requests": len(taken)}


def _scores(url: str, folder: Path, rounds: int, say: Callable[[str], None]) -> dict[str, float]:
    """Let Lighthouse look at a page as on a telephone; none where it cannot be run."""
    if shutil.which(LIGHTHOUSE[0]) is None:
        say("there is no npx, so Lighthouse is left out")
        return {}
    every: list[dict[str, float]] = []
    for _ in range(rounds):
        out = folder / "lighthouse.json"
        command = [
            *LIGHTHOUSE,
            url,
            "--quiet",
            "--output=json",
            f"--output-path={out}",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={_FLAGS}",
        ]
        environment = {**os.environ, "CHROME_PATH": _browser() or ""}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            say(f"Lighthouse: {done.stderr.strip()[-300:]}")
            return {}
        every.append(_read(json.loads(out.read_text("utf-8")), say))
    every.sort(key=lambda scores: scores["performance"])
    return every[len(every) // 2]


def _read(result: dict[str, Any], say: Callable[[str], None]) -> dict[str, float]:
    """Take the scores of a report, and say what it found fault with."""
    audits = result["audits"]
    for name in CATEGORIES[1:]:
        for part in result["categories"][name]["auditRefs"]:
            audit = audits[part["id"]]
            if part["weight"] and audit["score"] not in (None, 1):
                say(f"  {name}: {audit['title']}")
    scores = {name: round(100 * (result["categories"][name]["score"] or 0)) for name in CATEGORIES}
    return {
        **scores,
        "lcp": round(audits["largest-contentful-paint"]["numericValue"] / 1000, 2),
        "tbt": round(audits["total-blocking-time"]["numericValue"]),
        "cls": round(audits["cumulative-layout-shift"]["numericValue"], 3),
    }


def _browser() -> str | None:
    """Find the browser that the tests use, too."""
    from tests.browser.find_browser import on_the_system

    return on_the_system()
