"""What the search finds in the whole handbook: questions with their right pages, in a browser."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from benchmarks.searchers import ask_box, load_queries, serve

from kitaran.mkdocs_plugin.build import build_site
from kitaran.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
SETS = sorted((ROOT / "tests" / "search").glob("*.jsonl"))
FIRST, FIVE = 0.80, 0.95
"""How many questions at least have a right page in the first place, and in the first five."""
NAMED = 0.95
"""How many terms at least stand among the first two where they are asked for by name."""


@pytest.fixture(scope="module")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build and serve the handbook of this repository."""
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    site = tmp_path_factory.mktemp("whole") / "site"
    build_site(load_settings(ROOT), site)
    with serve(site) as address:
        yield address


@pytest.mark.parametrize("file", SETS, ids=lambda file: file.stem)
def test_questions_find_their_pages(whole_site: str, browser: Browser, file: Path) -> None:
    queries = load_queries(file)
    counts = Counter[str]()
    missed: list[str] = []
    for language, root in (("ms", ""), ("en", "en/")):
        context = browser.new_context(service_workers="block")
        page = context.new_page()
        page.goto(whole_site + root)
        for query in (query for query in queries if query.lang == language):
            place = query.place(ask_box(page, query.query))
            counts["first"] += place == 1
            counts["five"] += 1 <= place <= 5
            if not 1 <= place <= 5:
                missed.append(f"{language}: {query.query}")
        context.close()
    found = {name: counts[name] / len(queries) for name in ("first", "five")}
    assert found["five"] >= FIVE, (found, missed)
    assert found["first"] >= FIRST, (found, missed)


@pytest.mark.parametrize(("locale", "root"), [("ms", ""), ("en", "en/")])
def test_a_term_that_is_named_is_among_the_first_two(
    whole_site: str, browser: Browser, locale: str, root: str
) -> None:
    glossary = (ROOT / "playbooks" / "glossary.yml").read_text("utf-8")
    terms = yaml.safe_load(glossary)["terms"][::6]
    page = browser.new_page(service_workers="block")
    page.goto(whole_site + root)
    lower = []
    for term in terms:
        found = ask_box(page, term[locale])
        if not any(each.endswith(f"#{term['id']}") for each in found[:2]):
            lower.append((term[locale], found))
    page.close()
    assert 1 - len(lower) / len(terms) >= NAMED, lower
