"""Call cards in a hand: what is seen at once, how one moves on, shares and prints."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from kitaran.render.words import words
from tests.browser.sheet import PREFIX
from tests.browser.test_pages import AXE, _axe

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from kitaran.models.text import Locale
    from tests.browser.conftest import Visit

LOCALES = pytest.mark.parametrize("locale", ["ms", "en"])
CARD = "card/objections/price/"
OTHER = "card/objections/delivery/"
PHONES = [{"width": 320, "height": 568}, {"width": 390, "height": 844}]
MILLIMETRE = 72 / 25.4


def swipe(page: Page, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Draw a finger across a page."""
    touch = page.context.new_cdp_session(page)
    points = [
        {"x": start[0] + (end[0] - start[0]) * n / 4, "y": start[1] + (end[1] - start[1]) * n / 4}
        for n in range(5)
    ]
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points[:1]})
    for point in points[1:]:
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def answered(context: BrowserContext, name: str, value: str) -> None:
    """Put a function of the test's own in the place of one that the browser has."""
    context.add_init_script(f"Object.defineProperty(navigator, '{name}', {{value: {value}}})")


@LOCALES
@pytest.mark.parametrize("screen", PHONES, ids=["small", "usual"])
@pytest.mark.parametrize("path", [CARD, "card/stages/closing/"], ids=["objection", "stage"])
def test_the_line_is_seen_without_scrolling(
    visit: Visit, locale: Locale, screen: dict[str, int], path: str
) -> None:
    page = visit(PREFIX[locale] + path, viewport=screen)
    line = page.locator(".kt-card__line").bounding_box()
    ways = page.locator(".kt-card__ways").bounding_box()
    assert line is not None
    assert ways is not None
    assert line["y"] + line["height"] <= ways["y"] <= screen["height"]
    assert page.evaluate("() => document.documentElement.scrollWidth") == screen["width"]


@LOCALES
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [CARD, "card/"], ids=["card", "index"])
@pytest.mark.parametrize("screen", [*PHONES[1:], {"width": 1280, "height": 850}])
def test_nobody_is_shut_out(
    visit: Visit, locale: Locale, scheme: str, path: str, screen: dict[str, int]
) -> None:
    options: dict[str, Any] = {"color_scheme": scheme, "viewport": screen, "bypass_csp": True}
    page = visit(PREFIX[locale] + path, **options)
    page.locator("kt-card button, kt-cards button").first.wait_for()
    assert AXE
    assert _axe(page) == []


@pytest.mark.parametrize(
    ("way", "there"),
    [
        pytest.param("ArrowRight", OTHER, id="right"),
        pytest.param("ArrowLeft", OTHER, id="left, round the corner"),
        pytest.param("Alt+ArrowRight", CARD, id="a key of the browser's"),
    ],
)
def test_arrow_keys_lead_on(visit: Visit, way: str, there: str) -> None:
    page = visit(CARD)
    page.locator(".kt-card__tools").wait_for()
    page.keyboard.press(way)
    page.wait_for_url(re.compile(re.escape(there)))


@pytest.mark.parametrize(
    ("end", "there"),
    [
        pytest.param((60, 310), OTHER, id="sideways"),
        pytest.param((260, 80), CARD, id="up, to scroll"),
        pytest.param((280, 300), CARD, id="hardly"),
    ],
)
def test_a_swipe_leads_on(visit: Visit, end: tuple[int, int], there: str) -> None:
    page = visit(CARD, has_touch=True, viewport=PHONES[1])
    page.locator(".kt-card__tools").wait_for()
    swipe(page, (300, 300), end)
    page.wait_for_timeout(300)
    page.wait_for_url(re.compile(re.escape(there)))


@LOCALES
def test_it_leads_on_and_back_without_scripts(visit: Visit, locale: Locale) -> None:
    page = visit(PREFIX[locale] + "objections/price/", java_script_enabled=False)
    page.get_by_role("link", name=words(locale)("cards.one"), exact=True).click()
    assert page.url.endswith(PREFIX[locale] + CARD)
    page.locator("a[rel=next]").click()
    assert page.url.endswith(PREFIX[locale] + OTHER)
    page.get_by_role("link", name=words(locale)("cards.page")).click()
    assert page.url.endswith(PREFIX[locale] + "objections/delivery/")
    page.goto(PREFIX[locale] + CARD)
    page.locator("header a[hreflang]").click()
    other: Locale = "en" if locale == "ms" else "ms"
    assert page.url.endswith(f"/{PREFIX[other]}{CARD}")
    page.get_by_role("link", name=words(other)("cards.all")).click()
    assert page.locator("a[data-card]").count() == 3


@LOCALES
def test_a_card_is_shared_by_the_telephone(
    visit: Visit, new_context: Any, locale: Locale, address: str
) -> None:
    context = new_context()
    answered(context, "share", "async (what) => { window.shared = what; }")
    page = visit(PREFIX[locale] + CARD + "?a=1#b", context=context)
    page.get_by_role("button", name=words(locale)("cards.share")).click()
    page.wait_for_function("() => window.shared")
    title = {"ms": "Harga terlalu tinggi", "en": "The price is too high"}[locale]
    assert page.evaluate("() => window.shared") == {
        "title": title,
        "url": address + PREFIX[locale] + CARD,
    }


def test_elsewhere_its_address_is_copied(visit: Visit, new_context: Any, address: str) -> None:
    context = new_context()
    answered(context, "clipboard", "{writeText: async (text) => { window.copied = text; }}")
    page = visit(CARD, context=context)
    page.get_by_role("button", name=words("ms")("cards.share")).click()
    page.get_by_text(words("ms")("cards.shared")).wait_for()
    assert page.evaluate("() => window.copied") == address + CARD


def test_where_nothing_is_copied_the_address_is_shown(
    visit: Visit, new_context: Any, address: str
) -> None:
    context = new_context()
    answered(context, "clipboard", "undefined")
    page = visit(CARD, context=context)
    page.get_by_role("button", name=words("ms")("cards.share")).click()
    field = page.get_by_label(words("ms")("cards.link"))
    assert field.input_value() == address + CARD


def _sheets(page: Page, file: Path) -> list[str]:
    """Print a page, and give the text of each sheet; all of them must be A6."""
    page.pdf(path=str(file), prefer_css_page_size=True)
    sheets = PdfReader(file).pages
    sizes = {(round(s.mediabox.width), round(s.mediabox.height)) for s in sheets}
    assert sizes == {(round(105 * MILLIMETRE), round(148 * MILLIMETRE))}
    return [sheet.extract_text() for sheet in sheets]


def test_a_card_prints_on_one_small_sheet(visit: Visit, tmp_path: Path) -> None:
    page = visit("en/" + CARD)
    page.locator(".kt-card__tools").wait_for()
    (sheet,) = _sheets(page, tmp_path / "card.pdf")
    assert "The price is too high" in sheet
    assert words("en")("cards.share") not in sheet


@LOCALES
def test_a_chosen_set_prints_a_card_a_sheet(
    visit: Visit, new_context: Any, locale: Locale, tmp_path: Path
) -> None:
    context = new_context()
    context.add_init_script("window.print = () => { window.printed = true; }")
    page = visit(PREFIX[locale] + "card/", context=context)
    say = words(locale)
    assert page.get_by_role("button", name=say("cards.print_none")).is_disabled()
    boxes = page.get_by_role("checkbox")
    boxes.first.check()
    assert page.get_by_role("button", name=say("cards.print_one")).is_enabled()
    boxes.last.check()
    page.get_by_role("button", name=say("cards.print_chosen", n=2)).click()
    page.wait_for_function("() => window.printed")
    sheets = _sheets(page, tmp_path / "cards.pdf")
    titles = {"ms": ["Menutup perjanjian", "terlalu lambat"], "en": ["Close the deal", "Delivery"]}[
        locale
    ]
    assert len(sheets) == 2
    assert all(title in sheet for title, sheet in zip(titles, sheets, strict=True))
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert page.locator(".kt-cards__paper").count() == 0


def test_what_cannot_be_fetched_is_told(visit: Visit, faults: list[str]) -> None:
    page = visit("en/card/")
    page.route("**/card/objections/price/", lambda route: route.abort())
    page.get_by_role("button", name=words("en")("cards.every")).click()
    page.evaluate("() => { window.print = () => {}; }")
    page.get_by_role("button", name=words("en")("cards.print_chosen", n=3)).click()
    page.get_by_text(words("en")("cards.lost", n=1)).wait_for()
    faults.clear()


@LOCALES
def test_cards_are_not_found_twice(small_site: Path, locale: Locale) -> None:
    index = small_site / PREFIX[locale] / "search/search_index.json"
    if index.is_file():
        found = [each["location"] for each in json.loads(index.read_text("utf-8"))["docs"]]
        assert [place for place in found if place.startswith("card/") and place != "card/"] == []
