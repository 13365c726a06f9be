"""Spaced review: what is kept, what cannot be had, and what is damaged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.desk import (
    DAY,
    LOG,
    MILLIS,
    NOW,
    ORDER,
    PAGE,
    QUIZ,
    SESSION,
    THREE,
    Desk,
    begin,
    freeze,
    log,
    name,
    put,
)
from tests.browser.server import BLANK
from tests.browser.sheet import PREFIX, Sheet

if TYPE_CHECKING:
    from kitaran.models.text import Locale
    from tests.browser.conftest import Faults, Visit

LOCALES = pytest.mark.parametrize("locale", ["ms", "en"])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"schema": 1, "log": {"a', id="cut off"),
        pytest.param('{"schema": 1, "log": [1]}', id="a list"),
        pytest.param("", id="empty"),
    ],
)
@LOCALES
def test_damaged_log_is_set_aside(visit: Visit, locale: Locale, text: str) -> None:
    page = visit(BLANK)
    put(page, text)
    page.goto(PREFIX[locale] + PAGE)
    desk = Desk(page, locale)
    expect(page.locator("kt-practice > .kt-notice")).to_have_text(desk.words("store_damaged"))
    expect(page.locator("kt-practice")).to_contain_text(desk.words("practice_empty"))
    kept = page.evaluate("() => ({...localStorage})")
    assert [kept[key] for key in kept if key.startswith(f"{LOG}:damaged:")] == [text]


def test_damaged_lines_and_sessions_do_no_harm(visit: Visit) -> None:
    lines = {**THREE, "topics/quotations#year-value": "3", "a": [None], "": 7, "#": [[1]]}
    desk = begin(visit, lines)
    expect(desk.title).to_have_text(desk.words("practice_due", n=3))
    for broken in (
        {"items": "which-first"},
        {"items": [1, None], "at": MILLIS, "id": "x"},
        {"items": ["topics/quotations#gone", "?", "x#y"], "at": MILLIS, "id": "x", "place": -3},
        {"items": [name("discount")], "at": MILLIS, "id": "x", "place": 9, "entries": 5},
    ):
        put(desk.page, {"schema": 1, "session": broken}, SESSION)
        desk.page.reload()
        desk = Desk(desk.page)
        expect(desk.title).to_have_text(desk.words("practice_due", n=3))


def test_log_of_another_version_is_left_alone(visit: Visit) -> None:
    desk = begin(visit, None)
    text = json.dumps({"schema": 2, "log": THREE})
    put(desk.page, text)
    desk.page.reload()
    desk = Desk(desk.page)
    expect(desk.page.locator("kt-practice > .kt-notice")).to_have_text(desk.words("store_other"))
    assert desk.page.evaluate("key => localStorage.getItem(key)", LOG) == text


@LOCALES
def test_nothing_answered_yet(visit: Visit, locale: Locale) -> None:
    desk = begin(visit, None, locale)
    expect(desk.page.locator("kt-practice")).to_contain_text(desk.words("practice_empty"))
    desk.page.get_by_role("link", name=desk.words("practice_begin")).click()
    expect(desk.page.locator("#quizzes")).to_be_in_viewport()
    expect(desk.page.locator("#quizzes ~ ul a").first).to_be_visible()


@LOCALES
def test_nothing_due_offers_to_practise_ahead(visit: Visit, locale: Locale) -> None:
    lines = log(discount=(0, 3), which_first=(1, 3), has_an_end=(0, 1))
    desk = begin(visit, lines, locale)
    expect(desk.title).to_have_text(desk.words("practice_none"))
    tomorrow = {"ms": "esok", "en": "tomorrow"}[locale]
    expect(desk.page.locator(".kt-overview__about")).to_have_text(
        desk.words("practice_next", n=2, when=tomorrow)
    )
    desk.do("practice_ahead")
    desk.where(1, 3)
    desk.asked("which-first")


def test_questions_that_are_no_more_are_skipped_silently(visit: Visit) -> None:
    gone = {"topics/quotations#gone": [[MILLIS - 9 * DAY, 1]], "topics/gone#a": [[MILLIS, 1]]}
    desk = begin(visit, {**THREE, **gone})
    expect(desk.title).to_have_text(desk.words("practice_due", n=3))
    session = {
        "id": "a",
        "at": MILLIS,
        "seed": 1,
        "items": ["topics/quotations#gone", name("discount"), "topics/gone#a"],
        "place": 0,
    }
    put(desk.page, {"schema": 1, "session": session}, SESSION)
    desk.page.reload()
    desk = Desk(desk.page)
    desk.where(1, 2)
    desk.asked("discount")
    desk.pick("discount")
    desk.do("next")
    expect(desk.title).to_have_text(desk.words("practice_over"))
    expect(desk.page.locator(".kt-notice:visible")).to_have_count(0)


def test_changed_question_is_asked_all_the_same(visit: Visit) -> None:
    entry = {"answer": "x", "checked": True, "tries": 1, "at": 1, "share": 1, "hash": "old"}
    desk = begin(visit, THREE)
    put(desk.page, {"schema": 1, "answers": {"which-first": entry}}, QUIZ)
    desk.do("practice_start")
    expect(desk.question("which-first")).to_have_attribute("data-state", "open")
    desk.pick("which-first")
    expect(desk.verdict("which-first")).to_contain_text(desk.words("right"))


@pytest.mark.parametrize(
    ("kept", "right", "best"),
    [
        pytest.param(None, False, "now", id="nothing kept"),
        pytest.param({"share": 0, "answer": "k"}, True, "now", id="better than before"),
        pytest.param({"share": 1, "answer": "k"}, False, "kept", id="worse than before"),
        pytest.param({"share": 1, "answer": "k"}, True, "kept", id="as good as before"),
    ],
)
def test_quiz_keeps_its_own_answer(
    visit: Visit, kept: dict[str, Any] | None, right: bool, best: str
) -> None:
    desk = begin(visit, THREE)
    made = kept and {**kept, "at": 5, "hash": "h"}
    entry = made and {
        **made,
        "checked": True,
        "tries": 2,
        "hints": 1,
        "seen": {"right": ["k"]},
        "first": {"answer": "f", "share": 0, "at": 3, "hash": "h"},
        "best": made,
    }
    before: dict[str, Any] = {
        "schema": 1,
        "answers": {},
        "attempts": [{"id": "a"}],
        "test": {"seed": 7},
    }
    if entry:
        before["answers"] = {"which-first": entry, "discount": {"answer": "2", "checked": False}}
    put(desk.page, before, QUIZ)
    desk.do("practice_start")
    desk.pick("which-first", right=right)
    after = desk.record(QUIZ)
    now = {
        "answer": desk.record(SESSION)["session"]["entries"][name("which-first")]["answer"],
        "share": 1 if right else 0,
        "at": MILLIS,
        "hash": desk.question("which-first").get_attribute("data-hash"),
    }
    found = after["answers"].pop("which-first")
    if entry:
        assert found == {**entry, "tries": 3, "best": now if best == "now" else made}
        before["answers"].pop("which-first")
    else:
        assert (found["answer"], found["checked"], found["tries"]) == (None, False, 1)
        assert (found["first"], found["best"]) == (now, now)
    assert after == before


def test_draft_on_the_quiz_page_stays(visit: Visit) -> None:
    page = visit("topics/quotations/")
    sheet = Sheet(page)
    sheet.give("discount", "9")
    sheet.answer("which-first", 2)
    lines = {key: [[page.evaluate("() => Date.now()") - 9 * DAY, 1]] for key in THREE}
    put(page, {"schema": 1, "log": lines})
    page.goto(PAGE)
    desk = Desk(page)
    desk.do("practice_start")
    for place in range(3):
        question = page.locator(".kt-round .kt-question").get_attribute("data-question")
        assert question is not None
        desk.pick(question)
        desk.do("practice_result" if place == 2 else "next")
        expect(desk.question(question)).to_have_count(0)
    page.goto("topics/quotations/")
    sheet = Sheet(page)
    expect(sheet.option("which-first", 2).locator("input")).to_be_checked()
    expect(sheet.question("which-first")).to_have_attribute("data-state", "draft")
    expect(sheet.verdict("discount")).to_contain_text(sheet.words("wrong"))
    expect(sheet.question("has-an-end")).to_have_attribute("data-state", "open")
    assert sheet.kept()["discount"]["best"]["share"] == 1


@LOCALES
def test_pages_that_cannot_be_fetched_are_told_and_the_rest_goes_on(
    visit: Visit, faults: Faults, locale: Locale
) -> None:
    closing = {"stages/closing#who-signs": [[MILLIS - 3 * DAY, 1]]}
    desk = begin(visit, {**THREE, **closing}, locale)
    desk.page.route("**/stages/closing/", lambda route: route.abort())
    desk.do("practice_start")
    for question in ORDER:
        desk.asked(question)
        desk.pick(question)
        desk.press(desk.page.locator(".kt-round > .kt-result__ways .md-button--primary"))
    expect(desk.title).to_have_text(desk.words("practice_over"))
    notice = desk.page.locator("kt-practice .kt-notice:visible")
    expect(notice).to_have_text(desk.words("practice_left_out", n=1))
    (kept,) = (found for key, found in desk.record(LOG)["log"].items() if key in closing)
    assert [kept] == list(closing.values())
    desk.page.unroute("**/stages/closing/")
    desk.do("practice_another")
    expect(desk.title).to_have_text(desk.words("practice_due_one"))
    desk.do("practice_start")
    desk.asked("who-signs")
    assert all("ERR_FAILED" in fault for fault in faults)
    faults.clear()


@LOCALES
def test_offline_nothing_is_lost(visit: Visit, faults: Faults, locale: Locale) -> None:
    desk = begin(visit, THREE, locale)
    before = desk.record(LOG)
    desk.page.context.set_offline(True)
    desk.do("practice_start")
    expect(desk.page.locator("kt-practice .kt-notice:visible")).to_have_text(
        desk.words("practice_left_out", n=3)
    )
    assert desk.record(LOG) == before
    desk.page.context.set_offline(False)
    desk.do("practice_another")
    expect(desk.title).to_have_text(desk.words("practice_due", n=3))
    desk.do("practice_start")
    desk.asked("which-first")
    faults.clear()


@LOCALES
def test_without_the_facts_it_can_be_tried_again(
    visit: Visit, faults: Faults, locale: Locale
) -> None:
    page = visit(BLANK)
    freeze(page, NOW)
    put(page, {"schema": 1, "log": THREE})
    page.route("**/handbook.json", lambda route: route.abort())
    page.goto(PREFIX[locale] + PAGE)
    desk = Desk(page, locale)
    expect(page.get_by_role("alert")).to_have_text(desk.words("practice_facts"))
    page.unroute("**/handbook.json")
    desk.do("practice_try")
    expect(desk.title).to_have_text(desk.words("practice_due", n=3))
    faults.clear()


def test_full_storage_is_told_and_catches_up(visit: Visit) -> None:
    desk = begin(visit, THREE)
    desk.page.evaluate("""() => {
      let text = "x".repeat(1 << 20);
      for (let i = 0; text; i++) {
        try { localStorage.setItem(`fill${i}`, text); }
        catch { text = text.slice(0, text.length >> 1); }
      }
    }""")
    desk.do("practice_start")
    desk.pick("which-first")
    notice = desk.page.locator("kt-practice > .kt-notice")
    expect(notice).to_have_text(desk.words("store_full"))
    desk.do("next")
    desk.page.evaluate("() => localStorage.removeItem('fill0')")
    desk.pick("has-an-end")
    expect(notice).to_be_hidden()
    assert [desk.grades(question) for question in ORDER] == [[1, 3], [3, 3], [3]]


@LOCALES
def test_home_page_tells_how_many_are_due(visit: Visit, locale: Locale) -> None:
    gone = {"topics/quotations#gone": [[MILLIS - 9 * DAY, 1]]}
    desk = begin(visit, {**THREE, **gone}, locale)
    desk.page.goto(PREFIX[locale] or "./")
    link = desk.page.locator("a.kt-due")
    expect(link).to_contain_text(desk.words("practice_due", n=3))
    link.click()
    expect(Desk(desk.page, locale).title).to_have_text(desk.words("practice_due", n=3))


@pytest.mark.parametrize(
    "lines", [None, {}, log(discount=(0, 3))], ids=["no log", "an empty log", "nothing due"]
)
def test_home_page_says_nothing_where_nothing_is_due(visit: Visit, lines: Any) -> None:
    page = visit(BLANK)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    freeze(page, NOW)
    if lines is not None:
        put(page, {"schema": 1, "log": lines})
    page.goto("./")
    page.wait_for_load_state("networkidle")
    expect(page.locator("kt-due")).to_be_hidden()
    assert any("vendor" in url for url in asked) == (lines is not None)
