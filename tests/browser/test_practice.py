"""Spaced review: what is due, and sessions by mouse, keyboard and touch."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.desk import (
    DAY,
    MILLIS,
    NOW,
    ORDER,
    PAGE,
    SESSION,
    THREE,
    Desk,
    begin,
    freeze,
    log,
    put,
)
from tests.browser.sheet import PREFIX, QUESTIONS, Sheet

if TYPE_CHECKING:
    from kitaran.models.text import Locale
    from tests.browser.conftest import Visit

LOCALES = pytest.mark.parametrize("locale", ["ms", "en"])
WAYS = pytest.mark.parametrize("way", ["mouse", "keyboard", "touch"])


@LOCALES
def test_what_is_due_is_told(visit: Visit, locale: Locale) -> None:
    desk = begin(visit, {**THREE, **log(year_value=(0, 3))}, locale)
    expect(desk.title).to_have_text(desk.words("practice_due", n=3))
    about = desk.page.locator(".kt-overview__about")
    expect(about).to_contain_text(desk.words("practice_missed", n=1))
    expect(about).to_contain_text(desk.words("practice_aging", n=2))
    week = desk.page.locator(".kt-week strong")
    expect(week).to_have_text(["3", "0", "1", "0", "0", "0", "0"])


@LOCALES
def test_one_is_one(visit: Visit, locale: Locale) -> None:
    desk = begin(visit, log(discount=(1, 1)), locale)
    expect(desk.title).to_have_text(desk.words("practice_due_one"))


@pytest.mark.parametrize(
    ("days", "due"),
    [
        pytest.param(0, "practice_none", id="the same day"),
        pytest.param(0.99, "practice_none", id="the next morning, before the day is over"),
        pytest.param(2, "practice_due_one", id="two days later"),
        pytest.param(400, "practice_due_one", id="a year later"),
    ],
)
def test_time_makes_due(visit: Visit, days: float, due: str) -> None:
    desk = begin(visit, log(discount=(0, 3)))
    freeze(desk.page, NOW + timedelta(days=days))
    desk.page.reload()
    expect(desk.title).to_have_text(desk.words(due))


@LOCALES
@WAYS
def test_session_from_begin_to_end(visit: Visit, locale: Locale, way: str) -> None:
    desk = begin(visit, THREE, locale, way)
    desk.do("practice_start")
    for place, question in enumerate(ORDER, start=1):
        desk.where(place, 3)
        desk.asked(question)
        expect(desk.page.locator(".kt-round__source")).to_be_hidden()
        desk.pick(question, right=question != "has-an-end")
        expect(desk.verdict(question)).to_contain_text(
            desk.words("wrong" if question == "has-an-end" else "right")
        )
        expect(desk.question(question).locator(".kt-feedback").first).to_be_visible()
        source = desk.page.locator(".kt-round__source a")
        anchor = QUESTIONS[question].get("section")
        expect(source).to_have_attribute(
            "href", desk.page.url.replace(PAGE, "topics/quotations/") + f"#{anchor}"
        )
        desk.do("practice_result" if place == 3 else "next")
    expect(desk.title).to_have_text(desk.words("practice_over"))
    expect(desk.title).to_be_focused()
    expect(desk.page.locator(".kt-overview__about")).to_have_text(
        desk.words("practice_right", right=2, n=3)
    )
    lines = desk.page.locator(".kt-recap li")
    expect(lines).to_have_count(3)
    tomorrow = {"ms": "esok", "en": "tomorrow"}[locale]
    expect(lines.nth(1)).to_contain_text(desk.words("practice_back", when=tomorrow))
    expect(lines.nth(1).locator("a")).to_be_visible()
    assert [desk.grades(question) for question in ORDER] == [[1, 3], [3, 1], [3, 3]]
    desk.do("practice_another")
    expect(desk.title).to_have_text(desk.words("practice_none"))
    expect(desk.title).to_be_focused()
    assert desk.record(SESSION) == {"schema": 1}


def test_next_question_has_the_focus_and_is_in_sight(visit: Visit) -> None:
    desk = begin(visit, THREE, way="keyboard", viewport={"width": 390, "height": 700})
    desk.do("practice_start")
    first = desk.question("which-first").locator("input").first
    expect(first).to_be_focused()
    desk.pick("which-first")
    expect(desk.button("which-first")).to_be_focused()
    # The way to the section comes a moment after the answer, and is the first of two stops.
    expect(desk.page.locator(".kt-round__source a")).to_be_visible()
    desk.page.keyboard.press("Tab")
    desk.page.keyboard.press("Tab")
    expect(desk.page.get_by_role("button", name=desk.words("next"))).to_be_focused()
    desk.page.keyboard.press("Enter")
    expect(desk.question("has-an-end").locator("input").first).to_be_focused()
    expect(desk.page.locator(".kt-round .kt-progress__count")).to_be_in_viewport()


@LOCALES
def test_who_does_not_know_is_shown_the_answer(visit: Visit, locale: Locale) -> None:
    desk = begin(visit, log(name_of_limit=(5, 3), year_value=(9, 3)), locale)
    desk.do("practice_start")
    for place, question in enumerate(["year-value", "name-of-limit"]):
        desk.asked(question)
        # What is typed by then, readable or not, is no answer.
        desk.question(question).locator(".kt-field input").fill("?")
        desk.do("practice_show")
        expect(desk.verdict(question)).to_contain_text(desk.words("no_answer"))
        expect(desk.question(question).locator(".kt-feedback .kt-mark--right")).to_be_visible()
        assert desk.grades(question) == [3, 1]
        desk.do("practice_result" if place else "next")
    desk.do("practice_again")
    desk.where(1, 2)
    desk.asked("year-value")
    desk.pick("year-value")
    assert desk.grades("year-value") == [3, 1, 3]


def test_a_hint_makes_it_harder(visit: Visit) -> None:
    desk = begin(visit, log(which_first=(5, 3)))
    desk.do("practice_start")
    desk.question("which-first").locator(".kt-hint summary").first.click()
    desk.pick("which-first")
    assert desk.grades("which-first") == [3, 2]


def test_options_are_mixed_where_they_may_be_and_stay_so(visit: Visit) -> None:
    desk = begin(visit, log(which_first=(5, 3)))
    desk.do("practice_start")
    desk.asked("which-first")
    options = desk.question("which-first").locator(".kt-option label")
    seen = set()
    for _ in range(12):
        before = options.all_inner_texts()
        seen.add(tuple(before))
        desk.page.reload()
        desk = Desk(desk.page)
        desk.asked("which-first")
        options = desk.question("which-first").locator(".kt-option label")
        assert options.all_inner_texts() == before
        desk.do("practice_end")
        desk.do("practice_start")
        desk.asked("which-first")
    assert len(seen) > 1


@LOCALES
def test_length_is_chosen_and_remembered(visit: Visit, locale: Locale) -> None:
    more = log(what_belongs=(9, 3), year_value=(9, 3), name_of_limit=(9, 3))
    closing = {"stages/closing#who-signs": [[MILLIS - 9 * DAY, 3]]}
    desk = begin(visit, {**THREE, **more, **closing}, locale)
    choice = desk.page.get_by_role("group", name=desk.words("practice_length"))
    expect(choice.get_by_role("radio")).to_have_count(2)
    everything = desk.page.get_by_role("radio", name=desk.words("practice_all", n=7))
    expect(everything).to_be_checked()
    desk.page.get_by_role("radio", name="5").check()
    desk.page.reload()
    expect(desk.page.get_by_role("radio", name="5")).to_be_checked()
    desk.do("practice_start")
    desk.where(1, 5)
    assert desk.record("kitaran:v1:settings:reader")["practice"] == {"length": 5}


@LOCALES
def test_reload_goes_on_where_it_was(visit: Visit, locale: Locale) -> None:
    desk = begin(visit, log(which_first=(9, 1), name_of_limit=(30, 3), discount=(5, 3)), locale)
    desk.do("practice_start")
    desk.pick("which-first", right=False)
    desk.page.reload()
    desk = Desk(desk.page, locale)
    desk.where(1, 3)
    expect(desk.verdict("which-first")).to_contain_text(desk.words("wrong"))
    desk.do("next")
    desk.asked("name-of-limit")
    desk.answer("name-of-limit", "had")
    desk.page.reload()
    desk = Desk(desk.page, locale)
    desk.where(2, 3)
    field = desk.question("name-of-limit").locator("input")
    expect(field).to_have_value("had")
    field.fill("")
    desk.pick("name-of-limit")
    desk.do("next")
    desk.page.goto(PREFIX["en" if locale == "ms" else "ms"] + PAGE)
    desk = Desk(desk.page, "en" if locale == "ms" else "ms")
    desk.where(3, 3)
    desk.pick("discount")
    desk.do("practice_result")
    expect(desk.page.locator(".kt-recap li")).to_have_count(3)
    # Nothing was counted twice.
    assert [desk.grades(q) for q in ("which-first", "name-of-limit", "discount")] == [
        [1, 1],
        [3, 3],
        [3, 3],
    ]


def test_session_of_another_day_is_over(visit: Visit) -> None:
    desk = begin(visit, THREE)
    desk.do("practice_start")
    desk.pick("which-first")
    freeze(desk.page, NOW + timedelta(hours=13))
    desk.page.reload()
    desk = Desk(desk.page)
    expect(desk.title).to_have_text(desk.words("practice_due", n=2))


@LOCALES
def test_session_can_be_ended_early(visit: Visit, locale: Locale) -> None:
    desk = begin(visit, THREE, locale)
    desk.do("practice_start")
    desk.pick("which-first")
    desk.do("practice_end")
    expect(desk.page.locator(".kt-recap li")).to_have_count(1)
    desk.do("practice_another")
    expect(desk.title).to_have_text(desk.words("practice_due", n=2))
    desk.do("practice_start")
    desk.do("practice_end")
    expect(desk.title).to_have_text(desk.words("practice_due", n=2))


def test_two_tabs_share_a_session(visit: Visit) -> None:
    one = begin(visit, THREE)
    two = begin(visit, None, "en", context=one.page.context)
    one.page.bring_to_front()
    one.do("practice_start")
    one.asked("which-first")
    two.asked("which-first")
    one.pick("which-first")
    expect(two.verdict("which-first")).to_contain_text("Right")
    two.page.bring_to_front()
    two.do("next")
    two.asked("has-an-end")
    one.asked("has-an-end")
    two.pick("has-an-end", right=False)
    expect(one.verdict("has-an-end")).to_contain_text("Salah")
    one.page.bring_to_front()
    one.do("next")
    one.pick("discount")
    two.page.bring_to_front()
    two.do("practice_result")
    for desk in (one, two):
        expect(desk.page.locator(".kt-recap li")).to_have_count(3)
    assert [one.grades(question) for question in ORDER] == [[1, 3], [3, 1], [3, 3]]


def test_answer_in_another_tab_takes_a_question_off(visit: Visit) -> None:
    desk = begin(visit, THREE)
    expect(desk.title).to_have_text(desk.words("practice_due", n=3))
    other = visit("topics/quotations/", context=desk.page.context)
    sheet = Sheet(other)
    sheet.give("discount", "2.5")
    # The real time is long after that of the test: its own lines count as from a wrong clock.
    put(other, {"schema": 1, "log": {**THREE, **log(discount=(0, 3))}})
    desk.page.bring_to_front()
    expect(desk.title).to_have_text(desk.words("practice_due", n=2))
