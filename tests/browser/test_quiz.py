"""Quizzes: every type in every way, what is told, what is kept, what comes at the end."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.server import BLANK
from tests.browser.sheet import KEY, PAGE, PREFIX, QUESTIONS, RIGHT, SCORED, WRONG, Sheet

if TYPE_CHECKING:
    from kitaran.models.text import Locale
    from tests.browser.conftest import Visit

HINTED = next(name for name, question in QUESTIONS.items() if "hints" in question)
LOCALES = pytest.mark.parametrize("locale", ["ms", "en"])


@LOCALES
@pytest.mark.parametrize("way", ["mouse", "keyboard", "touch"])
def test_wrong_answer_is_told_with_the_right_one(visit: Visit, way: str, locale: Locale) -> None:
    sheet = Sheet(visit(PREFIX[locale] + PAGE, has_touch=way == "touch"), locale, way)
    for name in SCORED:
        question = sheet.question(name)
        expect(question.locator(".kt-answer")).to_be_hidden()
        sheet.give(name, *WRONG[name])
        expect(sheet.verdict(name)).to_contain_text(sheet.words("wrong"))
        right = 2 if name == "what-belongs" else 1
        expect(question.locator(".kt-mark--right")).to_have_count(right)
        yours = question.locator(".kt-chip", has_text=sheet.words("your_answer"))
        expect(yours).to_have_count(len(WRONG[name]))
        expect(question.locator(".kt-answer")).to_be_hidden()
    expect(sheet.result()).to_contain_text(sheet.words("not_passed"))
    expect(sheet.result()).to_contain_text(sheet.words("score", points=0, total=7, percent=0))


@LOCALES
@pytest.mark.parametrize("way", ["mouse", "keyboard", "touch"])
def test_all_right_passes(visit: Visit, way: str, locale: Locale) -> None:
    sheet = Sheet(visit(PREFIX[locale] + PAGE, has_touch=way == "touch"), locale, way)
    for name in SCORED:
        sheet.give(name, *RIGHT[name])
        expect(sheet.verdict(name)).to_contain_text(sheet.words("right"))
    score = sheet.words("score", points=7, total=7, percent=100)
    expect(sheet.result()).to_contain_text(sheet.words("passed"))
    expect(sheet.result()).to_contain_text(score)
    expect(sheet.result().get_by_role("button", name=sheet.words("retry"))).to_be_hidden()


@LOCALES
def test_every_option_says_why(visit: Visit, locale: Locale) -> None:
    sheet = Sheet(visit(PREFIX[locale] + PAGE), locale)
    sheet.give("which-first", 0)
    for place, option in enumerate(QUESTIONS["which-first"]["options"]):
        said = sheet.option("which-first", place).locator(".kt-feedback")
        word = sheet.words("right_answer" if option.get("correct") else "wrong")
        expect(said).to_contain_text(word)
        expect(said).to_contain_text(sheet.said(option["why"]))
        expect(said.locator("svg")).to_be_visible()


@LOCALES
def test_slips_and_near_misses_are_told(visit: Visit, locale: Locale) -> None:
    sheet = Sheet(visit(PREFIX[locale] + PAGE), locale)
    sheet.give("year-value", "44,400.00")
    sheet.give("name-of-limit", "Tempoh  KREDIT!")
    for name, word, known in (
        ("year-value", "typical_slip", QUESTIONS["year-value"]["wrong"][0]),
        ("name-of-limit", "near_miss", QUESTIONS["name-of-limit"]["near"][0]),
    ):
        said = sheet.question(name).locator(".kt-feedback li").first
        expect(said).to_contain_text(sheet.words(word))
        expect(said).to_contain_text(sheet.said(known["why"]))
    right = sheet.question("year-value").locator(".kt-feedback li").last
    expect(right).to_contain_text("RM 177,600")


def test_partly_right_earns_a_part(visit: Visit) -> None:
    sheet = Sheet(visit(PAGE))
    sheet.give("what-belongs", 0)
    expect(sheet.verdict("what-belongs")).to_have_text("Sebahagian betul 1 daripada 2 mata")


@LOCALES
def test_nothing_is_checked_without_an_answer(visit: Visit, locale: Locale) -> None:
    sheet = Sheet(visit(PREFIX[locale] + PAGE), locale)
    for name in ("which-first", "name-of-limit"):
        sheet.check(name)
        message = sheet.question(name).locator(".kt-question__message")
        expect(message).to_have_text(sheet.words("unanswered"))
        expect(sheet.button(name)).to_be_focused()
        sheet.answer(name, *RIGHT[name])
        expect(message).to_be_hidden()


@LOCALES
def test_what_is_no_number_is_told_and_does_not_count(visit: Visit, locale: Locale) -> None:
    sheet = Sheet(visit(PREFIX[locale] + PAGE), locale)
    sheet.give("year-value", "seratus ribu")
    field = sheet.question("year-value").locator("input")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(sheet.words("not_number"))
    expect(field).to_be_editable()
    draft = {"answer": "seratus ribu", "checked": False, "tries": 0}
    assert sheet.kept()["year-value"].items() >= draft.items()
    sheet.give("year-value", "177600")
    assert sheet.kept()["year-value"]["tries"] == 1


@LOCALES
def test_result_is_announced_and_the_focus_stays(visit: Visit, locale: Locale) -> None:
    sheet = Sheet(visit(PREFIX[locale] + PAGE), locale, "keyboard")
    status = sheet.page.get_by_role("status")
    sheet.give("which-first", 0)
    expect(sheet.button("which-first")).to_be_focused()
    expect(sheet.button("which-first")).to_have_attribute("aria-disabled", "true")
    expect(status.last).to_contain_text(sheet.words("wrong"))
    expect(status.last).to_contain_text(sheet.words("progress", done=1, total=6))
    sheet.give("discount", "2.5")
    expect(sheet.question("discount").locator("input")).to_be_focused()
    expect(status.last).to_contain_text(sheet.words("right"))


def test_checked_answer_cannot_be_changed(visit: Visit) -> None:
    sheet = Sheet(visit(PAGE))
    for name in SCORED:
        sheet.give(name, *WRONG[name])
    expect(sheet.option("which-first", 1).locator("input")).to_be_disabled()
    expect(sheet.question("discount").locator("input")).not_to_be_editable()
    before = sheet.kept()
    sheet.button("which-first").dispatch_event("click")
    assert sheet.kept() == before


@LOCALES
def test_answers_and_drafts_outlive_a_reload(visit: Visit, locale: Locale) -> None:
    page = visit(PREFIX[locale] + PAGE)
    sheet = Sheet(page, locale)
    sheet.give("which-first", 0)
    sheet.give("year-value", "177600")
    sheet.answer("what-belongs", 0, 3)
    sheet.answer("name-of-limit", "had")
    page.reload()
    sheet = Sheet(page, locale)
    expect(sheet.verdict("which-first")).to_contain_text(sheet.words("wrong"))
    expect(sheet.verdict("year-value")).to_contain_text(sheet.words("right"))
    expect(sheet.verdict("what-belongs")).to_be_empty()
    for place, picked in enumerate((True, False, False, True)):
        expect(sheet.option("what-belongs", place).locator("input")).to_be_checked(checked=picked)
    expect(sheet.question("name-of-limit").locator("input")).to_have_value("had")
    expect(page.locator(".kt-quiz .kt-progress__count")).to_have_text(
        sheet.words("progress", done=2, total=6)
    )


def test_answers_are_kept_when_the_language_is_switched(visit: Visit) -> None:
    page = visit(PAGE)
    sheet = Sheet(page)
    for name in SCORED:
        sheet.give(name, *(WRONG if name == "which-first" else RIGHT)[name])
    page.goto(PREFIX["en"] + PAGE)
    sheet = Sheet(page, "en")
    expect(sheet.verdict("which-first")).to_contain_text("Wrong")
    # Typed in Malay, and right in English too.
    expect(sheet.verdict("name-of-limit")).to_contain_text("Right")
    expect(sheet.result()).to_contain_text("6 of 7 points (86%)")
    sheet.result().get_by_role("button", name="Retry the wrong ones").click()
    sheet.give("which-first", 1)
    page.goto(PAGE)
    expect(Sheet(page).result()).to_contain_text("7 daripada 7 mata (100%)")


def test_only_the_wrong_ones_are_asked_again(visit: Visit) -> None:
    page = visit(PAGE)
    sheet = Sheet(page)
    wrong = ("what-belongs", "discount")
    for name in SCORED:
        sheet.give(name, *(WRONG if name in wrong else RIGHT)[name])
    expect(sheet.result()).to_contain_text("4 daripada 7 mata (57%)")
    expect(sheet.result()).to_contain_text(sheet.words("not_passed"))
    sheet.result().get_by_role("button", name=sheet.words("retry")).click()
    expect(sheet.option("what-belongs", 0).locator("input")).to_be_focused()
    for name in SCORED:
        state = "open" if name in wrong else "checked"
        expect(sheet.question(name)).to_have_attribute("data-state", state)
    page.reload()
    sheet = Sheet(page)
    sheet.give("what-belongs", 0, 1)
    sheet.give("discount", "2.5")
    expect(sheet.result()).to_contain_text(sheet.words("passed"))
    assert [sheet.kept()[name]["tries"] for name in SCORED] == [1, 2, 1, 1, 1, 2]


@LOCALES
def test_start_again_asks_first(visit: Visit, locale: Locale) -> None:
    page = visit(PREFIX[locale] + PAGE)
    sheet = Sheet(page, locale)
    expect(sheet.result()).to_be_hidden()
    sheet.give("which-first", 1)
    sheet.answer("discount", "3")
    restart = sheet.result().get_by_role("button", name=sheet.words("restart"))
    dialog = page.get_by_role("dialog", name=sheet.words("restart_confirm", n=2))
    restart.click()
    expect(dialog.get_by_role("button", name=sheet.words("cancel"))).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(restart).to_be_focused()
    assert set(sheet.kept()) == {"which-first", "discount"}
    restart.click()
    dialog.get_by_role("button", name=sheet.words("restart_erase")).click()
    expect(sheet.question("which-first")).to_have_attribute("data-state", "open")
    expect(sheet.question("discount").locator("input")).to_have_value("")
    assert {name: entry["answer"] for name, entry in sheet.kept().items()} == {
        "which-first": None,
        "discount": None,
    }


@LOCALES
def test_start_again_can_be_undone(visit: Visit, locale: Locale) -> None:
    page = visit(PREFIX[locale] + PAGE)
    sheet = Sheet(page, locale)
    for name in SCORED:
        sheet.give(name, *RIGHT[name])
    sheet.result().get_by_role("button", name=sheet.words("restart")).click()
    page.get_by_role("button", name=sheet.words("restart_erase")).click()
    undo = sheet.result().get_by_role("button", name=sheet.words("restart_undo"))
    expect(undo).to_be_focused()
    # It can be undone after a reload too, until something else is answered.
    page.reload()
    sheet = Sheet(page, locale)
    sheet.result().get_by_role("button", name=sheet.words("restart_undo")).click()
    expect(sheet.result()).to_contain_text(sheet.words("passed"))
    for name in SCORED:
        expect(sheet.verdict(name)).to_contain_text(sheet.words("right"))
    sheet.result().get_by_role("button", name=sheet.words("restart")).click()
    page.get_by_role("button", name=sheet.words("restart_erase")).click()
    sheet.give("which-first", *WRONG["which-first"])
    expect(undo).to_be_hidden()
    # What was achieved is remembered all the same.
    assert sheet.kept()["which-first"]["best"]["share"] == 1
    assert sheet.kept()["which-first"]["first"]["share"] == 1


def test_vanished_option_is_asked_again_and_nothing_else_is_lost(visit: Visit) -> None:
    page = visit(PAGE)
    sheet = Sheet(page)
    sheet.give("which-first", 1)
    sheet.give("what-belongs", 0, 1)
    sheet.give("year-value", "177600")
    text = page.evaluate("key => localStorage.getItem(key)", KEY)
    data = json.loads(text)
    data["answers"]["which-first"]["answer"] = "00000000"
    data["answers"]["what-belongs"]["answer"][1] = "00000000"
    data["answers"]["gone"] = {"answer": "1", "checked": True, "tries": 1}
    changed = json.dumps(data)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, changed])
    page.reload()
    sheet = Sheet(page)
    for name in ("which-first", "what-belongs"):
        expect(sheet.question(name)).to_contain_text(sheet.words("changed"))
    expect(sheet.question("which-first")).to_have_attribute("data-state", "open")
    expect(sheet.option("what-belongs", 0).locator("input")).to_be_checked()
    expect(sheet.verdict("year-value")).to_contain_text(sheet.words("right"))
    kept = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))
    assert kept["answers"] == {k: v for k, v in data["answers"].items() if k != "gone"}
    assert kept["archived"] == {"gone": data["answers"]["gone"]}
    expect(page.locator(".kt-quiz .kt-progress")).to_contain_text(sheet.words("archived", n=1))
    sheet.give("which-first", 1)
    assert sheet.kept()["which-first"]["checked"]


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param({"answer": {"a": 1}, "checked": True, "tries": "x"}, id="an object"),
        pytest.param({"answer": [["a"]], "checked": True}, id="a list of lists"),
        pytest.param({"checked": True}, id="no answer"),
        pytest.param("text", id="no record"),
        pytest.param(None, id="null"),
    ],
)
def test_nonsense_is_asked_again(visit: Visit, kept: object) -> None:
    page = visit(BLANK)
    data = {"schema": 1, "answers": dict.fromkeys(SCORED, kept)}
    page.evaluate("([k, v]) => localStorage.setItem(k, v)", [KEY, json.dumps(data)])
    page.goto(PAGE)
    sheet = Sheet(page)
    for name in SCORED:
        expect(sheet.question(name)).to_have_attribute("data-state", "open")
        sheet.give(name, *RIGHT[name])
    expect(sheet.result()).to_contain_text(sheet.words("passed"))


def test_script_that_cannot_be_loaded_leaves_a_paper_question(
    visit: Visit, faults: list[str]
) -> None:
    page = visit("")
    page.route("**/questions/numeric.js", lambda route: route.abort())
    page.goto(PAGE)
    sheet = Sheet(page)
    expect(sheet.question("discount").locator(".kt-answer")).to_be_visible()
    expect(sheet.question("discount")).to_contain_text(sheet.words("not_counted"))
    expect(sheet.question("discount").locator(".kt-check")).to_have_count(0)
    sheet.give("which-first", 1)
    expect(page.locator(".kt-quiz .kt-progress__count")).to_have_text(
        sheet.words("progress", done=1, total=4)
    )
    faults.clear()


@LOCALES
def test_without_scripts_the_quiz_reads_and_answers_unfold(visit: Visit, locale: Locale) -> None:
    page = visit(PREFIX[locale] + PAGE, java_script_enabled=False)
    address = page.url
    expect(page.locator(".kt-question")).to_have_count(len(QUESTIONS))
    for question in QUESTIONS.values():
        shown = page.locator(f'[data-question="{question["id"]}"]')
        expect(shown.locator("legend")).to_be_visible()
        answer = shown.locator(".kt-answer")
        expect(answer.locator("> :not(summary)").first).to_be_hidden()
        answer.locator("summary").click()
        expect(answer.locator("> :not(summary)").first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Semak jawapan|Check answer"))).to_have_count(
        0
    )
    page.locator('[data-question="name-of-limit"] input').fill("had kredit")
    page.keyboard.press("Enter")
    assert page.url == address


def test_paper_has_blank_boxes_and_no_answers(visit: Visit) -> None:
    sheet = Sheet(visit(PAGE))
    sheet.question(HINTED).locator(".kt-hint summary").first.click()
    sheet.give("which-first", 0)
    sheet.page.emulate_media(media="print")
    # Material opens every fold when it is told to print.
    sheet.page.evaluate("() => document.querySelectorAll('details').forEach(d => (d.open = true))")
    expect(sheet.page.locator("kt-quiz details:visible")).to_have_count(1)
    expect(sheet.question(HINTED).locator(".kt-hint").first).to_be_visible()
    for hidden in (".kt-check", ".kt-feedback", ".kt-verdict", ".kt-progress", ".kt-result"):
        for each in sheet.page.locator(hidden).all():
            expect(each).to_be_hidden()
    box = sheet.option("which-first", 0).locator("input")
    expect(box).to_have_css("appearance", "none")
    expect(box).to_have_css("border-top-style", "solid")
    expect(box).to_have_css("background-image", "none")
