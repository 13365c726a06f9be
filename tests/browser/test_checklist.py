"""Checklists: ticks, their count, clearing and taking that back, paper."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from kitaran.render.words import words
from tests.browser.server import BLANK
from tests.browser.sheet import PAGE, PREFIX, alive

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from kitaran.models.text import Locale
    from tests.browser.conftest import Visit

KEY = "kitaran:v1:checklist:topics/quotations"
ITEMS = ["confirm-quantity", "check-limit", "read-answer", "add-up", "check-discount"]


def _ticked(page: Page) -> list[str]:
    boxes = page.locator("input[data-task]").all()
    return [str(box.get_attribute("data-task")) for box in boxes if box.is_checked()]


def _kept(page: Page) -> list[str]:
    done: list[str] = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))["done"]
    return done


@pytest.mark.parametrize("locale", ["ms", "en"])
@pytest.mark.parametrize("way", ["mouse", "keyboard", "touch"])
def test_ticks_are_counted_and_kept(visit: Visit, way: str, locale: Locale) -> None:
    page = visit(PREFIX[locale] + PAGE, has_touch=way == "touch")
    count = page.locator("#kt-checklist-count")
    for done, item in enumerate(("check-limit", "add-up"), start=1):
        label = page.locator(f"#{item} label").first
        if way == "keyboard":
            label.locator("input").press("Space")
        else:
            (label.tap if way == "touch" else label.click)()
        expect(count).to_have_text(words(locale)("checklist_done", done=done, total=5))
    page.reload()
    expect(count).to_have_text(words(locale)("checklist_done", done=2, total=5))
    assert _ticked(page) == ["check-limit", "add-up"]
    expect(page.get_by_role("progressbar", name=str(count.text_content()))).to_have_js_property(
        "value", 2
    )


def test_tick_before_the_script_comes_is_kept(visit: Visit) -> None:
    page = visit(BLANK)
    held: list[Route] = []
    page.route("**/checklist.js", lambda route: held.append(route))
    with page.expect_request("**/checklist.js"):
        page.goto(PAGE, wait_until="commit")
    page.locator("#check-limit label").click()
    expect(page.locator("#check-limit input")).to_be_checked()
    held[0].continue_()
    expect(page.locator("#kt-checklist-count")).to_have_text("1 daripada 5 selesai")
    assert _kept(page) == ["check-limit"]


def test_languages_share_ticks(visit: Visit) -> None:
    page = visit(PAGE)
    page.locator("#add-up input").first.check()
    page.goto(PREFIX["en"] + PAGE)
    expect(page.locator("#kt-checklist-count")).to_have_text("1 of 5 done")
    assert _ticked(page) == ["add-up"]


@pytest.mark.parametrize("locale", ["ms", "en"])
def test_clearing_can_be_taken_back(visit: Visit, locale: Locale) -> None:
    page = visit(PREFIX[locale] + PAGE)
    w = words(locale)
    clear = page.get_by_role("button", name=w("checklist_reset"))
    undo = page.get_by_role("button", name=w("checklist_undo"))
    expect(clear).to_be_disabled()
    for item in ("confirm-quantity", "check-discount"):
        page.locator(f"#{item} input").first.check()
    clear.press("Enter")
    assert _ticked(page) == _kept(page) == []
    expect(undo).to_be_focused()
    undo.press("Enter")
    assert _ticked(page) == ["confirm-quantity", "check-discount"]
    expect(clear).to_be_focused()
    clear.click()
    page.locator("#read-answer input").check()
    expect(undo).to_be_hidden()
    page.reload()
    alive(page)
    assert _ticked(page) == ["read-answer"]


def test_ticks_of_other_versions_of_the_page_are_kept(visit: Visit) -> None:
    page = visit(BLANK)
    old = json.dumps({"schema": 1, "done": ["long-gone", "add-up"]})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, old])
    page.goto(PAGE)
    expect(page.locator("#kt-checklist-count")).to_have_text("1 daripada 5 selesai")
    page.get_by_role("button", name=words("ms")("checklist_reset")).click()
    assert _kept(page) == ["long-gone"]


def test_page_has_one_bar_above_its_first_list(visit: Visit) -> None:
    page = visit(PAGE)
    expect(page.locator(".kt-checklist-bar")).to_have_count(1)
    expect(page.locator("kt-checklist").first.locator("> .kt-checklist-bar")).to_be_visible()
    expect(page.locator(".kt-checklist-bar")).to_contain_text(words("ms")("checklist_kept"))


def test_print_prints(visit: Visit) -> None:
    page = visit(PAGE)
    page.evaluate("() => { window.print = () => { document.title = 'printed'; }; }")
    page.get_by_role("button", name=words("ms")("checklist_print")).click()
    expect(page).to_have_title("printed")


def test_link_in_an_item_leads_on_and_ticks_nothing(visit: Visit) -> None:
    page = visit(PAGE)
    page.locator("#read-answer a").click()
    expect(page).to_have_url(re.compile(r"/objections/price/#response$"))
    page.go_back()
    assert _ticked(page) == []


def test_without_scripts_there_are_boxes_and_no_bar(visit: Visit) -> None:
    page = visit(PAGE, java_script_enabled=False)
    assert [box.get_attribute("data-task") for box in page.locator("[data-task]").all()] == ITEMS
    page.locator("#check-limit label").click()
    expect(page.locator("#check-limit input")).to_be_checked()
    expect(page.locator(".kt-checklist-bar")).to_have_count(0)


def test_paper_has_boxes_and_no_bar(visit: Visit) -> None:
    page = visit(PAGE)
    page.emulate_media(media="print")
    expect(page.locator(".kt-checklist-bar")).to_be_hidden()
    box = page.locator("#check-limit input")
    expect(box).to_have_css("appearance", "none")
    expect(box).to_have_css("border-top-style", "solid")
