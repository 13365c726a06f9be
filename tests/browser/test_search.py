"""The search in a real browser: the theme's box, our worker, answers in the list."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe

from kitaran.search.keys import load_keys
from kitaran.search.text import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Faults, Visit

TABLE = Path(__file__).parents[1] / "search" / "words.yml"
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
LANGUAGES = pytest.mark.parametrize("root", ["", "en/"], ids=["ms", "en"])


def box(page: Page) -> Locator:
    return page.locator(".md-search__input")


def results(page: Page) -> Locator:
    return page.locator(".md-search-result__item > .md-search-result__link")


def ask(page: Page, query: str) -> None:
    """Type a question, and wait until it is answered."""
    box(page).focus()
    page.evaluate(
        """query => new Promise((answered) => {
          const input = document.querySelector(".md-search__input");
          addEventListener("kitaran:searched", function on({ detail }) {
            if (detail.query !== query) return;
            removeEventListener("kitaran:searched", on);
            requestAnimationFrame(() => answered());
          });
          input.value = query;
          input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
        })""",
        query,
    )


@LANGUAGES
def test_nothing_is_fetched_before_the_box_is_used(
    visit: Visit, new_context: Callable[..., Any], address: str, faults: Faults, root: str
) -> None:
    context = new_context()
    faults.watch(context, address)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = visit(f"{root}stages/closing/", context=context)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "search" in url] == []
    ask(page, "price")
    assert any(url.endswith(f"{root}assets/kitaran/search/core.json") for url in asked)
    assert not any("search_index.json" in url for url in asked)


@pytest.mark.parametrize(
    ("root", "query", "title"),
    [
        pytest.param("", "mahalnya harga tinggi", "Harga terlalu tinggi", id="ms"),
        pytest.param("", "penutupan", "Menutup", id="ms form"),
        pytest.param("", "hrga tinggi", "Harga terlalu tinggi", id="ms typo"),
        pytest.param("", "price", "Harga terlalu tinggi", id="the other language"),
        pytest.param("en/", "price too hgih", "The price is too high", id="en typo"),
        pytest.param("en/", "macam mana nak jawab mahal", "The price is too high", id="ms in en"),
    ],
)
def test_a_question_is_answered(visit: Visit, root: str, query: str, title: str) -> None:
    page = visit(root)
    ask(page, query)
    first = results(page).first
    assert title.casefold() in first.inner_text().casefold()
    assert first.locator(".kt-hit__badge--kind").inner_text()
    assert first.locator(".kt-hit__badge--reviewed, .kt-hit__badge--overdue").count() == 1
    assert first.locator(".kt-hit__answer").inner_text()


def test_typing_shows_results_before_a_word_is_whole(visit: Visit) -> None:
    page = visit("")
    box(page).click()
    box(page).press_sequentially("menutu", delay=20)
    results(page).first.wait_for()
    assert "Menutup" in results(page).first.inner_text()


def test_a_term_shows_what_it_means_and_leads_to_it(visit: Visit) -> None:
    page = visit("")
    term = yaml.safe_load(
        (Path(__file__).parents[1] / "handbook" / "playbooks" / "glossary.yml").read_text("utf-8")
    )["terms"][0]
    ask(page, term["ms"])
    shown = page.locator(f'.md-search-result__link[href*="#{term["id"]}"]')
    assert term["definition"]["ms"] in shown.inner_text()


def test_keys_lead_through_the_results(visit: Visit) -> None:
    page = visit("")
    page.keyboard.press("/")
    assert box(page).evaluate("element => element === document.activeElement")
    ask(page, "harga tinggi")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.md-search-result__link')")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/objections/price/\?h="))


def test_escape_closes_the_box(visit: Visit) -> None:
    page = visit("")
    ask(page, "harga")
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()


def test_the_words_are_marked_on_the_page_that_is_opened(visit: Visit) -> None:
    page = visit("")
    ask(page, "harga tinggi")
    results(page).first.click()
    page.wait_for_url(re.compile(r"\?h="))
    page.locator("mark[data-md-highlight]").first.wait_for()
    assert "harga" in page.locator("mark[data-md-highlight]").first.inner_text().casefold()


@LANGUAGES
def test_a_search_without_an_answer_says_so_and_is_kept(visit: Visit, root: str) -> None:
    page = visit(root)
    ask(page, "zzqx")
    assert results(page).count() == 0
    missed = page.locator(".kt-missed")
    assert missed.is_visible()
    with page.expect_download() as saving:
        missed.get_by_role("button").click()
    kept = json.loads(Path(saving.value.path()).read_text("utf-8"))
    locale = "en" if root else "ms"
    assert kept["format"] == "kitaran-searches"
    assert [(s["query"], s["locale"], s["count"]) for s in kept["searches"]] == [
        ("zzqx", locale, 1)
    ]


def test_the_same_search_is_counted_once_each_time(visit: Visit) -> None:
    page = visit("")
    for query in ("zzqx", "harga", "zzqx"):
        ask(page, query)
        box(page).blur()
    kept = page.evaluate("localStorage.getItem('kitaran:v1:searches:missed')")
    assert json.loads(kept)["searches"]["ms:zzqx"]["count"] == 2


def test_who_somebody_is_stays_out_of_the_list(visit: Visit) -> None:
    page = visit("")
    ask(page, "qqzx 012-345 6789 vvwxq@zzqx.zz")
    box(page).blur()
    kept = page.evaluate("localStorage.getItem('kitaran:v1:searches:missed')")
    assert "qqzx" in kept
    assert "345" not in kept
    assert "vvwxq" not in kept


def test_the_nearest_words_are_offered(visit: Visit) -> None:
    page = visit("")
    ask(page, "pxrjxnjixn")
    word = page.locator(".kt-missed__word").first
    offered = word.inner_text()
    word.click()
    assert box(page).input_value() == offered
    results(page).first.wait_for()


@LANGUAGES
@pytest.mark.parametrize(
    "query",
    [
        pytest.param("<script>alert(1)</script>", id="script"),
        pytest.param('<img src=x onerror="alert(1)"> harga', id="image"),
        pytest.param("harga " * 400, id="very long"),
        pytest.param("a" * 5000, id="a long word"),
        pytest.param("😀🎉", id="emoji"),
        pytest.param("apa yang macam mana", id="only asking, ms"),
        pytest.param("what is the how do i", id="only asking, en"),
        pytest.param("__proto__ constructor toString", id="names of JavaScript"),
        pytest.param("\\ / * + ? ( [ { ^ $ .", id="signs"),
        pytest.param("   ", id="blank"),
        pytest.param("%00%0d ../../etc", id="paths"),
    ],
)
def test_hostile_questions_do_no_harm(visit: Visit, root: str, query: str) -> None:
    page = visit(root)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    if query.strip():
        ask(page, query)
    assert page.locator(".md-search-result script, .md-search-result img").count() == 0
    ask(page, "price" if root else "harga")
    assert results(page).count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["harga", "zzqx", "pxrjxnjixn"])
def test_the_open_box_is_free_of_findings(visit: Visit, query: str, scheme: str) -> None:
    page = visit("", color_scheme=scheme, **PHONE)
    page.locator("header label[for=__search]").first.tap()
    ask(page, query)
    page.wait_for_timeout(400)  # The box opens slowly; half-open, its colours are mixed.
    found = Axe().run(page, context=".md-search__inner").response["violations"]
    assert [(each["id"], [n["html"][:120] for n in each["nodes"]]) for each in found] == []


def test_results_fit_a_narrow_screen(visit: Visit) -> None:
    page = visit("", viewport={"width": 320, "height": 640})
    page.locator("header label[for=__search]").first.click()
    ask(page, "harga")
    wide = page.locator(".md-search__scrollwrap").evaluate("e => e.scrollWidth > e.clientWidth")
    assert not wide


def test_the_browser_brings_words_to_the_same_keys(visit: Visit) -> None:
    """The table that the build's rules are held against holds for the browser's."""
    table = yaml.safe_load(TABLE.read_text("utf-8"))
    keys = load_keys()
    tables = {name: keys.tables[name] for name in ("clitics", "suffixes", "prefixes", "english")}
    tables["same"] = {word: " ".join(forms) for word, forms in keys.tables["same"].items()}
    every = sorted({word for line in [*table["meet"], *table["apart"]] for word in line.split()})
    page = visit("")
    got = page.evaluate(
        """async ([tables, roots, every]) => {
          const { Keys } = await import("/assets/kitaran/js/search/keys.js");
          const { words } = await import("/assets/kitaran/js/search/text.js");
          const keys = new Keys(tables, roots, []);
          return every.map((word) => keys.key(words(word)[0]));
        }""",
        [tables, sorted(keys.roots), every],
    )
    assert dict(zip(every, got, strict=True)) == {word: keys(words(word)[0]) for word in every}
