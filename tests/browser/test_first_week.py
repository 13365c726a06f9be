"""What a new hire stumbled over in the first week: each of it stays mended."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from kitaran.render.words import words
from tests.browser.progress import Mine
from tests.browser.sheet import PAGE, PREFIX, QUESTIONS, RIGHT, SCORED, WRONG, Sheet

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from kitaran.models.text import Locale
    from tests.browser.conftest import Visit

LOCALES = pytest.mark.parametrize("locale", ["ms", "en"])
PATH = "paths/quotations/"
PRIMARY = re.compile(r"\bmd-button--primary\b")
PHONE = {"width": 390, "height": 844}


def _path(visit: Visit, locale: Locale = "ms") -> Page:
    page = visit(PREFIX[locale] + PATH)
    expect(page.locator("kt-path")).to_have_attribute("data-ready", "")
    return page


@LOCALES
def test_choosing_the_path_comes_before_its_first_step(visit: Visit, locale: Locale) -> None:
    page, w = _path(visit, locale), words(locale)
    choose = page.get_by_role("button", name=w("path_choose"))
    go = page.get_by_role("link", name=w("path_open"))
    expect(choose).to_have_class(PRIMARY)
    expect(go).not_to_have_class(PRIMARY)
    choose.click()
    # A second tap on the same spot must not take the choice back.
    expect(go).to_be_focused()
    expect(go).to_have_class(PRIMARY)


@LOCALES
def test_the_other_language_opens_at_the_same_place(visit: Visit, locale: Locale) -> None:
    page = visit(PREFIX[locale] + PAGE, viewport=PHONE)
    Sheet(page, locale).question("year-value").evaluate("one => one.scrollIntoView()")
    other: Locale = "en" if locale == "ms" else "ms"
    link = page.locator(f".md-select__link[hreflang={other}]")
    link.evaluate("link => link.click()")
    expect(page).to_have_url(re.compile(r"#q-year-value$"))
    Sheet(page, other)
    expect(page.locator("#q-year-value")).to_be_in_viewport()


def test_the_other_language_opens_at_the_top_from_the_top(visit: Visit) -> None:
    page = visit(PAGE)
    page.locator(".md-select__link[hreflang=en]").evaluate("link => link.click()")
    expect(page).to_have_url(re.compile(r"/en/topics/quotations/#?$"))


@LOCALES
def test_a_running_test_says_that_it_runs(visit: Visit, locale: Locale) -> None:
    sheet = Sheet(visit(PREFIX[locale] + PAGE), locale)
    page, w = sheet.page, sheet.words
    about = page.get_by_text(w("test_running"))
    expect(about).to_be_hidden()
    page.get_by_role("button", name=w("test"), exact=True).click()
    page.get_by_role("button", name=w("test_begin")).click()
    expect(about).to_be_visible()
    page.reload()
    expect(about).to_be_visible()
    page.get_by_role("button", name=w("leave_test")).click()
    page.locator(".kt-dialog .md-button--primary").click()
    expect(about).to_be_hidden()


@LOCALES
@pytest.mark.parametrize(("table", "told"), [(WRONG, True), (RIGHT, False)], ids=["wrong", "right"])
def test_whoever_has_not_passed_is_told_the_pass_mark(
    visit: Visit, locale: Locale, table: dict[str, Any], told: bool
) -> None:
    sheet = Sheet(visit(PREFIX[locale] + PAGE), locale)
    for name in SCORED:
        sheet.give(name, *table[name])
    mark = sheet.words("pass_mark", percent="").split(":")[0]
    expect(sheet.result().get_by_text(mark)).to_have_count(int(told))


def test_one_question_at_a_time_is_remembered_and_all_are_printed(visit: Visit) -> None:
    sheet = Sheet(visit(PAGE))
    page = sheet.page
    page.get_by_role("button", name=sheet.words("one_at_a_time")).click()
    page.goto(PREFIX["en"] + PAGE)
    Sheet(page, "en")
    seen = page.locator("kt-quiz .kt-question:visible")
    expect(seen).to_have_count(1)
    page.emulate_media(media="print")
    expect(seen).to_have_count(len(QUESTIONS))
    page.emulate_media(media="screen")
    # A link to a question leads to it all the same.
    page.goto(f"{PAGE}#q-year-value")
    page.reload()
    Sheet(page)
    expect(seen).to_have_attribute("data-question", "year-value")


def test_cleared_ticks_can_be_brought_back_on_a_later_visit(visit: Visit) -> None:
    page, w = visit(PAGE), words("ms")
    box = page.locator("kt-checklist input[data-task]").first
    box.check()
    page.get_by_role("button", name=w("checklist_reset")).click()
    page.reload()
    page.get_by_role("button", name=w("checklist_undo")).click()
    expect(box).to_be_checked()
    page.reload()
    expect(page.get_by_role("button", name=w("checklist_reset"))).to_be_visible()
    expect(box).to_be_checked()


@LOCALES
def test_whoever_signs_is_told_how(visit: Visit, locale: Locale) -> None:
    page, w = _path(visit, locale), words(locale)
    for step, told in (("task:send-three", 1), ("task:look-back", 0)):
        line = page.locator(f'[data-step="{step}"]')
        line.get_by_role("button", name=w("sign_submit")).click()
        expect(page.get_by_role("dialog").get_by_text(w("sign_how"))).to_have_count(told)
        page.keyboard.press("Escape")


@LOCALES
def test_progress_counts_the_steps_of_the_path(visit: Visit, locale: Locale) -> None:
    steps = {"page:stages/closing": {"done": True, "at": 1}}
    records = {"path:chosen": {"path": "quotations", "at": 1}, "steps:quotations": {"steps": steps}}
    mine = Mine.open(visit, records, locale)
    counts = mine.page.locator(".kt-counts > div").first
    expect(counts).to_contain_text(mine.words("my.of", done=1, total=7))
    link = counts.get_by_role("link", name=mine.words("my.count_path"))
    expect(link).to_have_attribute("href", re.compile(r"/paths/quotations/$"))


@LOCALES
def test_nobody_is_called_nameless_who_gave_a_name(visit: Visit, locale: Locale) -> None:
    records = {"checklist:topics/quotations": {"done": ["check-limit"]}}
    mine = Mine.open(visit, records, locale)
    mine.button("reset").click()
    expect(mine.dialog()).to_contain_text(mine.words("my.reset"))
    expect(mine.dialog()).not_to_contain_text(mine.words("my.person_nameless"))
    mine.page.keyboard.press("Escape")
    mine.button("result").click()
    mine.page.get_by_label(mine.words("my.name"), exact=True).fill("Siti")
    mine.save(mine.button("result_save"))
    expect(mine.part("result").get_by_text(mine.words("my.result_saved"))).to_be_visible()
    expect(mine.part("people")).to_contain_text("Siti")


def test_long_times_are_told_in_hours(visit: Visit) -> None:
    page = _path(visit)
    table = json.dumps({key: words("ms").table[key] for key in ("time_hours", "time_both")})
    code = f"import('/assets/kitaran/js/pathcard.js').then(m => m.timeText({table}, 5729))"
    assert page.evaluate(code) == "95 jam"


@pytest.mark.parametrize("path", ["practice/", PAGE])
def test_page_does_not_scroll_sideways_without_scripts(visit: Visit, path: str) -> None:
    page = visit(path, viewport=PHONE, java_script_enabled=False)
    list_ = page.locator(".md-select__inner").first.bounding_box()
    assert list_ is not None
    assert list_["x"] + list_["width"] <= PHONE["width"]
