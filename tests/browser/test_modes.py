"""Ways through a quiz: learning with hints, a test with its time, one question at a time, and
what becomes of answers when questions change.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.server import BLANK
from tests.browser.sheet import KEY, PAGE, PREFIX, RIGHT, SCORED, WRONG, Sheet

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from kitaran.models.text import Locale
    from tests.browser.conftest import Visit

LOCALES = pytest.mark.parametrize("locale", ["ms", "en"])
LOG = "kitaran:v1:review:log"
SEEDED = f"{PAGE}?seed=7"


def record(page: Page, key: str = KEY) -> dict[str, Any]:
    """Read a record as it is kept."""
    text = page.evaluate("key => localStorage.getItem(key)", key)
    kept: dict[str, Any] = json.loads(text) if text else {}
    return kept


def keep(page: Page, data: dict[str, Any], key: str = KEY) -> None:
    """Write a record, as another visit would have."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(data)])


def named(sheet: Sheet, name: str, **values: Any) -> Locator:
    """Find a button by its interface text."""
    return sheet.page.get_by_role("button", name=sheet.words(name, **values), exact=True)


def begin(sheet: Sheet, time: str | None = None) -> list[str]:
    """Begin the test; gives the ids of its questions in the order that they are shown."""
    sheet.press(named(sheet, "test"))
    if time:
        sheet.page.locator(".kt-dialog").get_by_role("combobox").select_option(time)
    sheet.press(named(sheet, "test_begin"))
    return shown(sheet)


def shown(sheet: Sheet) -> list[str]:
    """List the ids of the questions on the page, in their order."""
    questions = sheet.page.locator(".kt-question:visible")
    ids: list[str] = questions.evaluate_all("all => all.map(one => one.dataset.question)")
    return ids


def hand_in(sheet: Sheet) -> None:
    """Hand the test in, also where answers are missing."""
    sheet.press(named(sheet, "hand_in"))
    dialog = sheet.page.locator(".kt-dialog")
    if dialog.count():
        sheet.press(dialog.get_by_role("button", name=sheet.words("hand_in")))


@LOCALES
@pytest.mark.parametrize("way", ["mouse", "keyboard", "touch"])
def test_a_test_tells_nothing_before_it_is_handed_in(
    visit: Visit, way: str, locale: Locale
) -> None:
    page = visit(PREFIX[locale] + SEEDED, has_touch=way == "touch")
    sheet = Sheet(page, locale, way)
    drawn = begin(sheet)
    assert len(drawn) == 4
    assert set(drawn) < set(SCORED)
    for name in drawn:
        sheet.answer(name, *pick(sheet, name, RIGHT))
        expect(sheet.button(name)).to_be_hidden()
        expect(sheet.question(name).locator(".kt-hint:visible")).to_have_count(0)
    expect(page.locator(".kt-question .kt-feedback")).to_have_count(0)
    expect(page.locator("kt-quiz .kt-progress__count")).to_have_text(
        sheet.words("progress", done=4, total=4)
    )
    hand_in(sheet)
    expect(sheet.result()).to_contain_text(sheet.words("passed"))
    for name in drawn:
        expect(sheet.verdict(name)).to_contain_text(sheet.words("right"))
    attempt = record(page)["attempts"][-1]
    assert (attempt["mode"], attempt["seed"], attempt["percent"]) == ("test", 7, 100)
    assert set(attempt["questions"]) == set(drawn)
    expect(page.get_by_role("status").last).to_contain_text(sheet.words("passed"))


def pick(sheet: Sheet, name: str, table: dict[str, tuple[Any, ...]]) -> tuple[Any, ...]:
    """Find where the options stand now that they are shuffled."""
    places = (
        sheet.question(name)
        .locator(".kt-option input")
        .evaluate_all("all => all.map(input => 'correct' in input.dataset)")
    )
    if not places or isinstance(table[name][0], str):
        return table[name]
    right = table is RIGHT
    return tuple(place for place, correct in enumerate(places) if correct == right)


def test_the_same_seed_gives_the_same_paper(visit: Visit) -> None:
    papers = []
    for _ in range(2):
        sheet = Sheet(visit(SEEDED))
        ids = begin(sheet)
        texts = sheet.page.locator(".kt-question:visible .kt-option span").all_inner_texts()
        papers.append((ids, texts))
    assert papers[0] == papers[1]
    other = Sheet(visit(f"{PAGE}?seed=8"))
    ids = begin(other)
    texts = other.page.locator(".kt-question:visible .kt-option span").all_inner_texts()
    assert (ids, texts) != papers[0]


def test_a_test_goes_on_after_a_crash_and_in_another_tab(visit: Visit) -> None:
    page = visit(SEEDED)
    sheet = Sheet(page)
    drawn = begin(sheet)
    sheet.answer(drawn[0], *pick(sheet, drawn[0], RIGHT))
    before = page.locator(".kt-question:visible .kt-option span").all_inner_texts()
    page.close(run_before_unload=False)
    again = visit(PAGE, context=page.context)
    sheet = Sheet(again)
    assert shown(sheet) == drawn
    assert again.locator(".kt-question:visible .kt-option span").all_inner_texts() == before
    expect(sheet.question(drawn[0])).to_have_attribute("data-state", "draft")
    expect(again.locator(".kt-question .kt-feedback")).to_have_count(0)
    other = Sheet(visit(PREFIX["en"] + PAGE, context=page.context), "en")
    assert shown(other) == drawn
    other.page.bring_to_front()
    hand_in(other)
    expect(sheet.result()).to_contain_text(sheet.words("not_passed"))
    expect(named(sheet, "hand_in")).to_be_hidden()
    assert len(record(again)["attempts"]) == 1


@LOCALES
def test_open_questions_are_told_before_handing_in(visit: Visit, locale: Locale) -> None:
    sheet = Sheet(visit(PREFIX[locale] + SEEDED), locale)
    drawn = begin(sheet)
    sheet.answer(drawn[1], *pick(sheet, drawn[1], RIGHT))
    named(sheet, "hand_in").click()
    dialog = sheet.page.get_by_role("dialog", name=sheet.words("hand_in_open", n=3))
    expect(dialog.get_by_role("button", name=sheet.words("go_on"))).to_be_focused()
    dialog.get_by_role("button", name=sheet.words("go_on")).click()
    first = sheet.question(drawn[0])
    assert first.evaluate("question => question.contains(document.activeElement)")
    hand_in(sheet)
    for name in drawn:
        word = "right" if name == drawn[1] else "no_answer"
        expect(sheet.verdict(name)).to_contain_text(sheet.words(word))
        # What was right is told for unanswered ones too.
        expect(sheet.question(name).locator(".kt-mark--right").first).to_be_visible()
    sheet.result().get_by_role("button", name=sheet.words("retry")).click()
    states = [sheet.question(name).get_attribute("data-state") for name in drawn]
    assert states == ["open", "checked", "open", "open"]


def test_a_test_without_any_answer_is_told_like_any_other(visit: Visit) -> None:
    sheet = Sheet(visit(SEEDED))
    drawn = begin(sheet)
    hand_in(sheet)
    expect(sheet.result()).to_be_in_viewport()
    expect(sheet.result()).to_contain_text(sheet.words("not_passed"))
    for name in drawn:
        expect(sheet.verdict(name)).to_contain_text(sheet.words("no_answer"))
    numbers = sheet.page.locator(".kt-question:visible .kt-question__number").all_inner_texts()
    assert numbers == [sheet.words("question_n", n=place) for place in (1, 2, 3, 4)]


def test_leaving_a_test_asks_and_counts_nothing(visit: Visit) -> None:
    sheet = Sheet(visit(PAGE))
    sheet.give("discount", *RIGHT["discount"])
    begin(sheet)
    named(sheet, "leave_test").click()
    sheet.page.keyboard.press("Escape")
    assert "test" in record(sheet.page)
    named(sheet, "leave_test").click()
    sheet.page.locator(".kt-dialog").get_by_role("button", name=sheet.words("leave_test")).click()
    assert set(SCORED) <= set(shown(sheet))
    expect(sheet.verdict("discount")).to_contain_text(sheet.words("right"))
    assert "test" not in record(sheet.page)
    assert record(sheet.page).get("attempts", []) == []


def pass_time(page: Page, seconds: int) -> None:
    """Let a running test have begun earlier, as if that much time had gone by."""
    data = record(page)
    data["test"] |= {name: data["test"][name] - seconds * 1000 for name in ("at", "end")}
    keep(page, data)
    page.reload()


@LOCALES
def test_time_warns_and_can_be_extended(visit: Visit, locale: Locale) -> None:
    page = visit(PREFIX[locale] + SEEDED)
    sheet = Sheet(page, locale)
    begin(sheet)
    timer = page.get_by_role("timer")
    expect(timer).to_contain_text(re.compile(r"2:00|1:5\d"))
    pass_time(page, 70)
    warning = page.locator(".kt-dialog")
    expect(warning).to_contain_text(sheet.words("time_warning", n="")[-20:])
    expect(warning.get_by_role("button", name=sheet.words("time_more"))).to_be_focused()
    expect(page.get_by_role("status").last).to_contain_text(sheet.words("time_warning", n="")[-20:])
    page.keyboard.press("Enter")
    expect(timer).to_contain_text(re.compile(r"1:[345]\d"))
    pass_time(page, 150)
    over = page.get_by_role("dialog", name=sheet.words("time_over"))
    over.get_by_role("button", name=sheet.words("hand_in")).click()
    expect(sheet.result()).to_contain_text(sheet.words("not_passed"))
    attempt = record(page)["attempts"][0]
    assert attempt["extended"] == 1
    assert 220 <= attempt["seconds"] <= 260


def test_time_can_be_taken_without_limit(visit: Visit) -> None:
    page = visit(SEEDED)
    begin(Sheet(page), "0")
    expect(page.get_by_role("timer")).to_have_count(0)
    assert record(page)["test"]["end"] is None


def test_time_that_ran_out_while_the_page_was_closed_can_still_be_extended(visit: Visit) -> None:
    page = visit(SEEDED)
    drawn = begin(Sheet(page))
    pass_time(page, 600)
    sheet = Sheet(page)
    over = page.get_by_role("dialog", name=sheet.words("time_over"))
    # Escape closes nothing here: the test would have no time, and no way to get any.
    page.keyboard.press("Escape")
    over.get_by_role("button", name=sheet.words("time_more")).click()
    expect(page.get_by_role("timer")).to_be_visible()
    assert shown(sheet) == drawn
    assert record(page).get("attempts", []) == []


@pytest.mark.parametrize(
    "test",
    [
        pytest.param({}, id="empty"),
        pytest.param(
            {"drawn": ["gone"], "answers": {}, "seed": 1, "at": 1, "more": 1, "end": None},
            id="of questions that are gone",
        ),
        pytest.param({"drawn": "x", "answers": [], "seed": "?"}, id="nonsense"),
    ],
)
def test_a_test_that_cannot_go_on_is_dropped(visit: Visit, test: dict[str, Any]) -> None:
    page = visit(BLANK)
    keep(page, {"schema": 1, "answers": {}, "test": test})
    page.goto(PAGE)
    sheet = Sheet(page)
    assert set(SCORED) <= set(shown(sheet))
    sheet.give("discount", *RIGHT["discount"])
    expect(sheet.verdict("discount")).to_contain_text(sheet.words("right"))
    assert "test" not in record(page)


@LOCALES
@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_one_question_at_a_time(visit: Visit, way: str, locale: Locale) -> None:
    sheet = Sheet(visit(PREFIX[locale] + PAGE), locale, way)
    every = shown(sheet)
    sheet.press(named(sheet, "one_at_a_time"))
    assert shown(sheet) == every[:1]
    expect(named(sheet, "previous")).to_be_disabled()
    for place in range(1, len(every)):
        sheet.press(named(sheet, "next"))
        assert shown(sheet) == [every[place]]
        where = sheet.words("question_of", n=place + 1, total=len(every))
        expect(sheet.page.locator(".kt-steps")).to_contain_text(where)
        expect(sheet.page.get_by_role("status").last).to_have_text(where)
    expect(named(sheet, "next")).to_be_disabled()
    sheet.press(named(sheet, "one_at_a_time"))
    assert shown(sheet) == every


@LOCALES
def test_hints_come_one_after_the_other_and_are_remembered(visit: Visit, locale: Locale) -> None:
    sheet = Sheet(visit(PREFIX[locale] + PAGE), locale)
    hints = sheet.question("which-first").locator(".kt-hint")
    expect(hints).to_have_count(2)
    expect(hints.nth(1)).to_be_hidden()
    hints.nth(0).locator("summary").click()
    expect(hints.nth(1)).to_be_visible()
    sheet.give("which-first", *RIGHT["which-first"])
    assert sheet.kept()["which-first"]["hints"] == 1
    # With a hint it was not easy: it comes again sooner.
    [[_, grade]] = record(sheet.page, LOG)["log"]["topics/quotations#which-first"]
    assert grade == 2


@pytest.mark.parametrize(("table", "grades"), [(RIGHT, {3}), (WRONG, {1})], ids=["right", "wrong"])
def test_every_answer_is_logged_for_review(
    visit: Visit, table: dict[str, Any], grades: set[int]
) -> None:
    sheet = Sheet(visit(PAGE))
    for name in SCORED:
        sheet.give(name, *table[name])
    log = record(sheet.page, LOG)["log"]
    assert set(log) == {f"topics/quotations#{name}" for name in SCORED}
    assert {grade for lines in log.values() for _, grade in lines} == grades


def test_attempts_are_kept_and_the_best_is_told(visit: Visit) -> None:
    sheet = Sheet(visit(PAGE))
    for name in SCORED:
        sheet.give(name, *(WRONG if name == "discount" else RIGHT)[name])
    expect(sheet.result()).not_to_contain_text(sheet.words("best_so_far", percent=86, date="")[:8])
    sheet.result().get_by_role("button", name=sheet.words("retry")).click()
    sheet.give("discount", *RIGHT["discount"])
    made = record(sheet.page)["attempts"]
    assert [attempt["percent"] for attempt in made] == [86, 100]
    expect(sheet.result()).to_contain_text("100%")
    assert all(attempt["version"] for attempt in made)


def changed(data: dict[str, Any], name: str, **parts: Any) -> dict[str, Any]:
    """Let a kept answer be one to an earlier form of its question."""
    data["answers"][name] |= {"hash": "0" * 12, **parts}
    return data


@LOCALES
def test_reworded_question_keeps_its_answer_and_says_so(visit: Visit, locale: Locale) -> None:
    page = visit(PREFIX[locale] + PAGE)
    sheet = Sheet(page, locale)
    sheet.give("which-first", *RIGHT["which-first"])
    data = record(page)
    seen = data["answers"]["which-first"]["seen"]
    # The text of an option that was not picked, and of the one that was, were others.
    old = {value: f"{place}" * 8 for place, value in enumerate(seen["all"])}
    before = {
        "right": [old[value] for value in seen["right"]],
        "all": [old[value] for value in seen["all"]],
    }
    keep(page, changed(data, "which-first", seen=before, answer=before["right"][0]))
    page.reload()
    sheet = Sheet(page, locale)
    expect(sheet.verdict("which-first")).to_contain_text(sheet.words("right"))
    expect(sheet.question("which-first")).to_contain_text(sheet.words("reworded"))
    named(sheet, "noted").click()
    page.reload()
    sheet = Sheet(page, locale)
    expect(sheet.verdict("which-first")).to_contain_text(sheet.words("right"))
    expect(sheet.question("which-first").locator(".kt-question__news")).to_be_hidden()


@LOCALES
def test_changed_key_asks_again_and_forgets_nothing(visit: Visit, locale: Locale) -> None:
    page = visit(PREFIX[locale] + PAGE)
    sheet = Sheet(page, locale)
    sheet.give("which-first", *RIGHT["which-first"])
    data = record(page)
    seen = data["answers"]["which-first"]["seen"]
    keep(page, changed(data, "which-first", seen={**seen, "right": [seen["all"][0]]}))
    page.reload()
    sheet = Sheet(page, locale)
    expect(sheet.question("which-first")).to_have_attribute("data-state", "open")
    expect(sheet.question("which-first")).to_contain_text(sheet.words("changed"))
    sheet.give("which-first", *WRONG["which-first"])
    kept = record(page)["answers"]["which-first"]
    assert (kept["best"]["share"], kept["tries"]) == (1, 2)


def test_answers_to_a_removed_question_are_put_aside_and_come_back(visit: Visit) -> None:
    page = visit(PAGE)
    sheet = Sheet(page)
    sheet.give("discount", *RIGHT["discount"])
    data = record(page)
    entry = data["answers"].pop("discount")
    keep(page, {**data, "answers": {"no-more": entry}, "archived": {"discount": entry}})
    page.reload()
    sheet = Sheet(page)
    expect(sheet.verdict("discount")).to_contain_text(sheet.words("right"))
    expect(page.locator(".kt-news")).to_have_text(sheet.words("archived", n=1))
    kept = record(page)
    assert (set(kept["answers"]), set(kept["archived"])) == ({"discount"}, {"no-more"})


def test_profiles_keep_their_answers_apart(visit: Visit) -> None:
    page = visit(PAGE)
    sheet = Sheet(page)
    sheet.give("discount", *RIGHT["discount"])
    page.evaluate("async () => (await import('/assets/kitaran/js/profiles.js')).add('Puan Siti')")
    page.reload()
    sheet = Sheet(page)
    expect(page.locator(".kt-who")).to_have_text("Puan Siti")
    expect(sheet.question("discount")).to_have_attribute("data-state", "open")
    sheet.give("discount", *WRONG["discount"])
    page.evaluate("async () => (await import('/assets/kitaran/js/profiles.js')).choose('')")
    # The tab stays with the person who began in it.
    sheet.give("which-first", *RIGHT["which-first"])
    page.reload()
    sheet = Sheet(page)
    expect(sheet.verdict("discount")).to_contain_text(sheet.words("right"))
    expect(sheet.question("which-first")).to_have_attribute("data-state", "open")
