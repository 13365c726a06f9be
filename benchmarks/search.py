"""Measure the search in a real browser: what it finds, what it fetches, how long a key takes.

    python benchmarks/search.py quality                    # tests/search/*.jsonl, a minute
    python benchmarks/search.py quality QUERIES.jsonl      # other questions
    python benchmarks/search.py peers                      # the same, beside the theme and Pagefind
    python benchmarks/search.py scale                      # 100, 1,000 and 5,000 pages
    python benchmarks/search.py pages                      # write docs/search.md from kept results

With `--write` the results are kept in `benchmarks/search.json`, and the pages are written.
Pagefind is used where `python -m pagefind` runs: `pip install 'pagefind[bin]'`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.generate import generate
from benchmarks.measure import machine
from benchmarks.search_pages import TABLES, write_pages
from benchmarks.searchers import Query, ask_box, ask_pagefind, load_queries, opened, serve, typed

from kitaran.library import load_library
from kitaran.mkdocs_plugin.build import build_site
from kitaran.mkdocs_plugin.search import FOLDER, search_files
from kitaran.render.page import Context
from kitaran.render.site import render_site
from kitaran.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[1]
QUERIES = ROOT / "tests" / "search"
RESULTS = Path(__file__).with_name("search.json")
SIZES = (100, 1_000, 5_000)
THEME = "search: theme"
KEYS = ("harga tinggi", "jadual penghantaran", "hrga tnggi", "macam mana nak tutup jualan")

Rows = list[dict[str, Any]]


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=["quality", "peers", "scale", "pages"])
    parser.add_argument("queries", nargs="*", type=Path)
    parser.add_argument("--pagefind", default=sys.executable, help="a Python that has Pagefind")
    parser.add_argument("--write", action="store_true", help="keep the results, write the pages")
    given = parser.parse_args()
    if given.what != "pages":
        files = given.queries or sorted(QUERIES.glob("*.jsonl"))
        with tempfile.TemporaryDirectory(prefix="kitaran-search-") as name:
            measured = _MEASURES[given.what](Path(name), files, given.pagefind)
        rows = {
            "date": datetime.now(UTC).date().isoformat(),
            "machine": machine(),
            "rows": measured,
        }
        print(TABLES[given.what](measured, "en"))
        if given.write:
            RESULTS.write_text(json.dumps({**_kept(), given.what: rows}, indent=1) + "\n", "utf-8")
    if given.write or given.what == "pages":
        write_pages(_kept(), ROOT / "docs")


def _kept() -> dict[str, Any]:
    return dict(json.loads(RESULTS.read_text("utf-8"))) if RESULTS.is_file() else {}


def _build(folder: Path, name: str, *, theme: bool = False) -> Path:
    """Build the handbook, with its own search or the theme's."""
    root, site = folder / name, folder / f"{name}-site"
    left_out = shutil.ignore_patterns(".git", ".cache", "site", "node_modules")
    shutil.copytree(ROOT, root, ignore=left_out)
    if theme:
        settings = root / "mkdocs.yml"
        own = f"  - kitaran:\n      {THEME}\n      offline: false\n"
        settings.write_text(settings.read_text("utf-8").replace("  - kitaran\n", own), "utf-8")
    build_site(load_settings(root), site)
    return site


def quality(folder: Path, files: Sequence[Path], _pagefind: str) -> Rows:
    """Ask the handbook's own search every question."""
    site = _build(folder, "own")
    rows: Rows = []
    for file in files:
        rows += _asked(site, load_queries(file), ask_box, {"set": file.stem})
    return rows


def peers(folder: Path, files: Sequence[Path], pagefind: str) -> Rows:
    """Ask each search the same questions on the same pages."""
    own, theme = _build(folder, "own"), _build(folder, "theme", theme=True)
    queries = [query for file in files for query in load_queries(file)]
    rows = _asked(own, queries, ask_box, {"search": "kitaran"})
    rows += _asked(theme, queries, ask_box, {"search": "theme"})
    done = subprocess.run(
        [pagefind, "-m", "pagefind", "--site", str(theme)], capture_output=True, check=False
    )
    if done.returncode:
        print("Pagefind is not here: left out", file=sys.stderr)
        return rows
    # Its script is WebAssembly, which the pages' policy does not allow.
    return rows + _asked(theme, queries, ask_pagefind, {"search": "pagefind"}, policy=False)


def _asked(
    site: Path,
    queries: Sequence[Query],
    ask: Callable[[Page, str], list[str]],
    named: dict[str, str],
    *,
    policy: bool = True,
) -> Rows:
    """Ask one search every question, and count what it finds by category and by language."""
    counts: dict[str, list[int]] = {}
    with serve(site) as address:
        for language in ("ms", "en"):
            path = "" if language == "ms" else "en/"
            with opened(address + path, policy=policy) as page:
                for query in (query for query in queries if query.lang == language):
                    place = query.place(ask(page, query.query))
                    for group in ("all", language, query.category):
                        count = counts.setdefault(group, [0, 0, 0])
                        count[0] += 1
                        count[1] += place == 1
                        count[2] += 1 <= place <= 5
    return [
        {**named, "group": group, "queries": n, "first": first / n, "five": five / n}
        for group, (n, first, five) in sorted(counts.items(), key=lambda item: item[0] != "all")
    ]


def scale(folder: Path, _files: Sequence[Path], _pagefind: str) -> Rows:
    """Put the index of larger and larger handbooks under one box, and type."""
    site = _build(folder, "own")
    rows: Rows = []
    for pages in SIZES:
        root = folder / str(pages)
        generate(root, pages, pages, max(1, pages // 10))
        context = Context(load_library(load_settings(root)), "ms")
        for old in (site / FOLDER).glob("*.json"):
            old.unlink()
        for uri, text in search_files(context, render_site(context)).items():
            (site / uri).write_text(text, "utf-8")
        with serve(site) as address:
            rows.append({"pages": pages, **typed(address, KEYS)})
    return rows


_MEASURES = {"quality": quality, "peers": peers, "scale": scale}

if __name__ == "__main__":
    main()
