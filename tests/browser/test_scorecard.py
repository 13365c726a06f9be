"""Scorecards: judged on the page, with a band, what to do in it, and the text to hand on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from kitaran.render.words import words
from tests.browser.server import BLANK
from tests.browser.sheet import PREFIX

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from kitaran.models.text import Locale
    from tests.browser.conftest import Visit

PAGE = "scorecards/reliability/"
KEY = "kitaran:v1:scorecard:reliability"
LOCALES = pytest.mark.parametrize("locale", ["ms", "en"])
BANDS = {"ms": ("0%: Berhenti", "100%: Teruskan"), "en": ("0%: Stop", "100%: Go on")}


def result(page: Page) -> Locator:
    """Find what came of it."""
    return page.locator(".kt-scorecard__result")


@LOCALES
@pytest.mark.parametrize("way", ["mouse", "keyboard", "touch"])
def test_band_follows_what_was_picked(visit: Visit, way: str, locale: Locale) -> None:
    page = visit(PREFIX[locale] + PAGE, has_touch=way == "touch")
    expect(result(page)).to_have_text(words(locale)("scorecard_judged", done=0, total=1))
    levels = page.locator(".kt-levels label")
    for place, band in enumerate(BANDS[locale]):
        if way == "mouse":
            levels.nth(place).click()
        elif way == "touch":
            levels.nth(place).tap()
        else:
            levels.nth(place).locator("input").press("Space")
        expect(result(page)).to_contain_text(band)
    action = {"ms": "Hantar sebut harga.", "en": "Send the quotation."}[locale]
    expect(result(page)).to_contain_text(action)


def test_it_is_kept_cleared_and_brought_back(visit: Visit) -> None:
    page, w = visit(PAGE), words("ms")
    page.get_by_label(w("scorecard_for")).fill("Rempah Contoh <b>")
    page.locator(".kt-levels label").nth(1).click()
    page.goto(PREFIX["en"] + PAGE)
    expect(result(page)).to_contain_text("100%: Go on")
    expect(page.get_by_label(words("en")("scorecard_for"))).to_have_value("Rempah Contoh <b>")
    page.goto(PAGE)
    page.get_by_role("button", name=w("scorecard_reset")).click()
    expect(result(page)).to_have_text(w("scorecard_judged", done=0, total=1))
    undo = page.get_by_role("button", name=w("scorecard_undo"))
    expect(undo).to_be_focused()
    undo.click()
    expect(result(page)).to_contain_text("100%: Teruskan")
    kept = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))
    assert kept["picks"] == {"payment": 2}


def test_result_can_be_handed_on_as_text(visit: Visit) -> None:
    page, w = visit(PAGE, permissions=["clipboard-read", "clipboard-write"]), words("ms")
    page.evaluate("() => delete Navigator.prototype.share")
    page.get_by_label(w("scorecard_for")).fill("Rempah Contoh")
    page.locator(".kt-levels label").first.click()
    page.get_by_role("button", name=w("scorecard_share")).click()
    expect(page.locator(".kt-notice")).to_have_text(w("scorecard_copied"))
    text = page.evaluate("() => navigator.clipboard.readText()")
    lines = ["Kebolehpercayaan", "Rempah Contoh", "0%: Berhenti", "Minta bayaran dahulu."]
    assert text.split("\n") == lines


@pytest.mark.parametrize("text", ["{", '{"schema": 1, "picks": [1]}'], ids=["cut off", "odd"])
def test_damaged_record_is_set_aside(visit: Visit, text: str) -> None:
    page = visit(BLANK)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.goto(PAGE)
    expect(page.locator(".kt-notice")).to_have_text(words("ms")("store_damaged"))
    page.locator(".kt-levels label").first.click()
    expect(result(page)).to_contain_text("0%: Berhenti")


@pytest.mark.parametrize(
    ("judged", "percent"),
    [
        pytest.param([(2, 2, 3), (0, 2, 1)], 75, id="weights count"),
        pytest.param([(0, 2, 1)], 0, id="nothing"),
        pytest.param([(1, 3, 1), (1, 3, 1)], 100 / 3, id="thirds"),
        pytest.param([(0, 0, 1)], 0, id="nothing to earn"),
    ],
)
def test_percent(visit: Visit, judged: list[tuple[int, int, int]], percent: float) -> None:
    page = visit(BLANK)
    made = page.evaluate(
        """async rows => {
          const { percentOf } = await import("/assets/kitaran/js/scorecard.js");
          return percentOf(rows.map(([points, most, weight]) => ({ points, most, weight })));
        }""",
        judged,
    )
    assert made == pytest.approx(percent)
