"""Gaps to fill, conversations and own words: by mouse, touch and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.visits import LOCALES, NODES, QUESTIONS, WAYS, opened

if TYPE_CHECKING:
    from kitaran.models.text import Locale
    from tests.browser.conftest import Visit


@LOCALES
@WAYS
def test_gaps(visit: Visit, way: str, locale: Locale) -> None:
    sheet = opened(visit, locale, way)
    # The same numbers in both languages, whatever the order of the words.
    for n, name in enumerate(("day", "hour"), start=1):
        expect(sheet.gap(name)).to_have_accessible_name(sheet.words("gap", n=n))
    sheet.press(sheet.button("note-after-visit"))
    expect(sheet.cloze).to_contain_text(sheet.words("unanswered"))
    sheet.fill(day="SELASA", hour="sebelas")
    if way == "keyboard":
        sheet.page.keyboard.press("Enter")
    else:
        sheet.press(sheet.button("note-after-visit"))
    expect(sheet.verdict("note-after-visit")).to_contain_text(
        sheet.words("points_of", points=1, total=2)
    )
    for name, look, n in (("day", "right", 0), ("hour", "wrong", 1)):
        expect(sheet.cloze.locator(f'.kt-gap:has([data-gap="{name}"])')).to_have_attribute(
            "data-mark", look
        )
        line = sheet.cloze.locator(".kt-gaps li").nth(n)
        gap = QUESTIONS["note-after-visit"]["gaps"][name]
        expect(line).to_contain_text(sheet.words(look))
        expect(line).to_contain_text(sheet.said(gap["why"]))
        expect(line).to_contain_text(sheet.said(gap["answers"][0]))
    expect(sheet.gap("day")).not_to_be_editable()
    assert sheet.entry("note-after-visit")["answer"] == {"day": "SELASA", "hour": "sebelas"}


def test_enter_leads_to_the_next_gap_and_checks_at_last(visit: Visit) -> None:
    sheet = opened(visit)
    sheet.gap("day").fill("Selasa")
    sheet.gap("day").press("Enter")
    expect(sheet.gap("hour")).to_be_focused()
    expect(sheet.cloze).to_have_attribute("data-state", "draft")
    sheet.gap("hour").fill("10")
    sheet.gap("hour").press("Enter")
    expect(sheet.verdict("note-after-visit")).to_contain_text("Betul")


@LOCALES
@pytest.mark.parametrize(
    ("name", "slip", "right"),
    [
        pytest.param("purpose-in-a-word", "laporan lawtan", "laporan lawatan", id="short"),
        pytest.param("note-after-visit", "sepulhu", "sepuluh", id="cloze"),
    ],
)
def test_slip_is_told_before_it_counts(
    visit: Visit, name: str, slip: str, right: str, locale: Locale
) -> None:
    sheet = opened(visit, locale)
    field = sheet.question(name).locator("input[data-gap=hour], .kt-field input")
    if name == "note-after-visit":
        sheet.fill(day="Selasa")
    field.fill(slip)
    sheet.check(name)
    expect(sheet.question(name)).to_contain_text(sheet.words("nearly"))
    expect(sheet.question(name)).to_have_attribute("data-state", "draft")
    field.fill(right)
    sheet.check(name)
    expect(sheet.verdict(name)).to_contain_text(sheet.words("right"))


@LOCALES
def test_slip_that_stays_is_partly_right(visit: Visit, locale: Locale) -> None:
    sheet = opened(visit, locale)
    name = "purpose-in-a-word"
    sheet.question(name).locator("input").fill("visit reprot")
    sheet.check(name)
    sheet.check(name)
    expect(sheet.verdict(name)).to_contain_text(sheet.words("partly"))
    expect(sheet.question(name).locator(".kt-feedback li").first).to_contain_text(
        sheet.words("near_miss")
    )


@LOCALES
@WAYS
def test_conversation(visit: Visit, way: str, locale: Locale) -> None:
    sheet = opened(visit, locale, way)
    talk = sheet.talk
    expect(talk.get_by_role("group", name=sheet.words("your_move"))).to_be_visible()
    expect(sheet.button("at-the-gate")).to_be_hidden()
    sheet.say("gate", 2)
    expect(sheet.heard()).to_have_text(sheet.said(NODES["gate"]["choices"][2]["why"]))
    expect(talk.locator(".kt-talk__told p").last).to_be_focused()
    sheet.say("gate", 0)
    expect(talk.locator(".kt-talk__told p").last).to_be_focused()
    expect(talk.locator(".kt-talk__told p").last).to_have_text(sheet.said(NODES["office"]["text"]))
    expect(talk.locator(".kt-talk__made").last).to_contain_text(
        sheet.said(NODES["gate"]["choices"][0]["why"])
    )
    sheet.say("office", 0)
    expect(talk).to_have_attribute("data-state", "checked")
    expect(talk.locator(".kt-talk__told p").last).to_be_focused()
    expect(talk).to_contain_text(sheet.words("talk_ends"))
    expect(talk).to_contain_text(sheet.words("talk_points", points=2, total=4))
    expect(sheet.verdict("at-the-gate")).to_contain_text(
        sheet.words("points_of", points=2, total=4)
    )
    expect(sheet.heard()).to_contain_text(sheet.words("partly"))
    for at, look in enumerate(("wrong", "right", "wrong")):
        expect(talk.locator(".kt-talk__made").nth(at)).to_have_attribute("data-mark", look)
    best = talk.locator("details", has_text=sheet.words("best_way"))
    best.locator("summary").click()
    expect(best.locator("li").last).to_contain_text(
        sheet.said(NODES["office"]["choices"][1]["text"])
    )


@LOCALES
def test_conversation_may_end_at_a_choice_and_be_tried_again(visit: Visit, locale: Locale) -> None:
    sheet = opened(visit, locale)
    sheet.say("gate", 1)
    expect(sheet.talk.locator(".kt-talk__end")).to_be_focused()
    expect(sheet.verdict("at-the-gate")).to_contain_text(sheet.words("wrong"))
    sheet.put(0, 0)
    sheet.sort(0, 1, 2, 3)
    sheet.fill(day="Selasa")
    sheet.question("purpose-in-a-word").locator("input").fill("laporan lawatan")
    for name in QUESTIONS:
        if name not in ("at-the-gate", "last-visit"):
            sheet.check(name)
    sheet.result().get_by_role("button", name=sheet.words("retry")).click()
    expect(sheet.match).to_have_attribute("data-state", "open")
    expect(sheet.slot(0)).to_have_text(sheet.words("slot_empty"))
    expect(sheet.order).to_have_attribute("data-state", "checked")
    expect(sheet.talk.locator(".kt-talk__made")).to_have_count(0)
    sheet.say("gate", 0)
    sheet.say("office", 1)
    expect(sheet.verdict("at-the-gate")).to_contain_text(sheet.words("right"))
    # Who went the best way is not shown it.
    expect(sheet.talk.locator("details:not(.kt-answer)")).to_have_count(0)


def test_conversation_does_not_jump(visit: Visit) -> None:
    sheet = opened(visit)
    sheet.page.set_viewport_size({"width": 390, "height": 700})
    move = sheet.talk.get_by_role("button").first
    move.scroll_into_view_if_needed()
    before = sheet.talk.bounding_box()
    move.click()
    told = sheet.talk.locator(".kt-talk__told p").last
    expect(told).to_be_in_viewport()
    expect(sheet.talk.get_by_role("button", name="Tanya satu soalan")).to_be_in_viewport()
    after = sheet.talk.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) < 400


@LOCALES
@WAYS
def test_own_words(visit: Visit, way: str, locale: Locale) -> None:
    sheet = opened(visit, locale, way)
    own = sheet.question("last-visit")
    compare = own.get_by_role("button", name=sheet.words("compare"))
    model = sheet.said(QUESTIONS["last-visit"]["model_answer"])
    sheet.press(compare)
    expect(own).to_contain_text(sheet.words("unanswered"))
    own.locator("textarea").press_sequentially("Satu tujuan.\nDan satu lagi.")
    assert sheet.entry("last-visit")["answer"] == "Satu tujuan.\nDan satu lagi."
    expect(own.get_by_text(model).locator("visible=true")).to_have_count(0)
    sheet.press(compare)
    expect(own.locator(".kt-model")).to_contain_text(model)
    expect(own.locator("textarea")).to_have_value("Satu tujuan.\nDan satu lagi.")
    expect(sheet.page.locator(".kt-quiz .kt-progress__count")).to_have_text(
        sheet.words("progress", done=0, total=5)
    )
