"""Every page: nothing goes wrong, nothing is wider than a phone, nobody is shut out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import axe_playwright_python
import pytest

from tests.browser.server import BLANK
from tests.browser.sheet import PAGE, PREFIX, RIGHT, SCORED, WRONG, Sheet, alive

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from kitaran.models.text import Locale
    from tests.browser.conftest import Faults, Visit

LOCALES = pytest.mark.parametrize("locale", ["ms", "en"])
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
WIDTHS = (320, 640)
"""A small phone, and a laptop's window of 1280 pixels magnified to 200%."""


def _pages(site: Path, locale: Locale, *, rules: bool) -> list[str]:
    """List the pages of a language; of the rules' pages, which are all alike, one if need be."""
    root = site / PREFIX[locale]
    files = [
        file
        for file in sorted(root.rglob("*.html"))
        if locale == "en" or not file.is_relative_to(site / "en")
    ]
    kept = (
        f for f in files if rules or f.parent.parent != root / "rules" or f.parent.name == "kb210"
    )
    return [f.relative_to(site).as_posix().removesuffix("index.html") for f in kept]


def _axe(page: Page, *rules: str) -> list[str]:
    """Let axe-core look for barriers on a page as it is now; by some rules only if given."""
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{page.url} {rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def _wider(page: Page) -> int:
    """Measure by how much a page is wider than its window."""
    wider: int = page.evaluate(
        "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
    )
    return wider


@LOCALES
def test_no_page_errs_or_asks_another_host_or_scrolls_sideways(
    visit: Visit, faults: Faults, small_site: Path, locale: Locale
) -> None:
    page = visit("", viewport={"width": WIDTHS[0], "height": 640})
    wider = {}
    for path in _pages(small_site, locale, rules=True):
        page.goto(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 640})
            wider[path, width] = _wider(page)
        assert faults == [], path
    assert {place: by for place, by in wider.items() if by > 0} == {}


@LOCALES
def test_axe_finds_nothing_on_any_page(visit: Visit, small_site: Path, locale: Locale) -> None:
    page = visit("", bypass_csp=True, color_scheme="light", reduced_motion="reduce")
    found: list[str] = []
    for path in _pages(small_site, locale, rules=False):
        page.goto(path)
        alive(page)
        found += _axe(page)
        page.evaluate("() => document.body.setAttribute('data-md-color-scheme', 'slate')")
        found += _axe(page, "color-contrast", "link-in-text-block")
    assert found == []


@LOCALES
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [{"width": 1280, "height": 850}, {"width": 390, "height": 844}])
def test_axe_finds_nothing_after_answering(
    visit: Visit, locale: Locale, scheme: str, screen: dict[str, int]
) -> None:
    page = visit(
        PREFIX[locale] + PAGE,
        bypass_csp=True,
        color_scheme=scheme,
        reduced_motion="reduce",
        viewport=screen,
    )
    sheet = Sheet(page, locale)
    page.locator(".kt-task label").first.click()
    sheet.answer("which-first", 0)
    sheet.check("discount")
    sheet.give("year-value", "?")
    assert _axe(page) == []
    for name in SCORED:
        sheet.give(name, *(RIGHT if name == "has-an-end" else WRONG)[name])
    sheet.page.mouse.move(0, 0)
    assert _axe(page) == []
    sheet.result().get_by_role("button", name=sheet.words("restart")).click()
    assert _axe(page) == []


@LOCALES
@pytest.mark.parametrize("width", WIDTHS)
def test_answered_quiz_does_not_scroll_sideways(visit: Visit, locale: Locale, width: int) -> None:
    screen = {"width": width, "height": 640}
    sheet = Sheet(visit(PREFIX[locale] + PAGE, viewport=screen), locale)
    for name in SCORED:
        sheet.give(name, *WRONG[name])
    assert _wider(sheet.page) == 0


def test_what_is_pressed_is_large_enough_for_a_finger(visit: Visit) -> None:
    sheet = Sheet(visit(PAGE, viewport={"width": 320, "height": 640}))
    sheet.give("which-first", 0)
    for target in sheet.page.locator(
        ":is(kt-quiz, kt-checklist) :is(label:has(input), .md-button, .kt-field input):visible"
    ).all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 43.5


def test_wide_table_can_be_scrolled_with_the_keyboard(visit: Visit) -> None:
    page = visit(PAGE, viewport={"width": 320, "height": 640})
    box = page.locator(".md-typeset__scrollwrap")
    box.focus()
    page.wait_for_function("() => document.activeElement.matches('.md-typeset__scrollwrap')")
    page.set_viewport_size({"width": 1900, "height": 900})
    page.wait_for_function("() => !document.querySelector('.md-typeset__scrollwrap[tabindex]')")


def test_marks_are_seen_without_colours(visit: Visit) -> None:
    sheet = Sheet(visit(PAGE, forced_colors="active"))
    sheet.give("which-first", 0)
    assert sheet.verdict("which-first").locator("svg").bounding_box() is not None
    right = sheet.option("which-first", 1).evaluate("e => getComputedStyle(e).borderTopWidth")
    other = sheet.option("which-first", 2).evaluate("e => getComputedStyle(e).borderTopWidth")
    assert float(right.removesuffix("px")) > float(other.removesuffix("px"))


@LOCALES
@pytest.mark.parametrize("path", ["progress/", "practice/", "offline/", "card/", "start/"])
def test_no_button_is_nameless_while_a_page_waits(visit: Visit, locale: Locale, path: str) -> None:
    page = visit(BLANK)
    page.route("**/*.json", lambda _: None)
    page.goto(PREFIX[locale] + path)
    alive(page)
    shown = page.locator(".md-content button:visible").all()
    assert [each for each in shown if not each.aria_snapshot().count('"')] == []
