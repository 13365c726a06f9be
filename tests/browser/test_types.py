"""What all question types with controls of their own have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.server import BLANK
from tests.browser.sheet import PREFIX
from tests.browser.test_pages import WIDTHS, _axe, _wider
from tests.browser.visits import (
    LEFTS,
    LOCALES,
    NODES,
    PAGE,
    PAIRS,
    QUESTIONS,
    RIGHTS,
    STEPS,
    WAYS,
    Visits,
    opened,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from kitaran.models.text import Locale
    from tests.browser.conftest import Visit


@LOCALES
def test_everything_outlives_a_reload_and_a_change_of_language(
    visit: Visit, locale: Locale
) -> None:
    sheet = opened(visit, locale)
    page = sheet.page
    sheet.answer_all()
    page.reload()
    sheet = Visits(page, locale)
    for pair in range(3):
        expect(sheet.slot(pair)).to_contain_text(sheet.said(PAIRS[pair]["right"]))
    assert sheet.shown() == [0, 1, 2, 3]
    expect(sheet.gap("day")).to_have_value("selasa")
    expect(sheet.talk.locator(".kt-talk__told p").last).to_have_text(
        sheet.said(NODES["office"]["text"])
    )
    expect(sheet.question("last-visit").locator("textarea")).to_have_value("Untuk bertanya.")
    sheet.check_all()
    expect(sheet.result()).to_contain_text(sheet.words("score", points=12, total=12, percent=100))
    for other in ("en", "ms"):
        page.goto(PREFIX[other] + PAGE)
        sheet = Visits(page, other)
        for name in QUESTIONS:
            expect(sheet.question(name)).to_have_attribute("data-state", "checked")
        expect(sheet.result()).to_contain_text(
            sheet.words("score", points=12, total=12, percent=100)
        )
        expect(sheet.slot(0)).to_contain_text(sheet.said(PAIRS[0]["right"]))
        expect(sheet.talk).to_contain_text(sheet.said(NODES["end"]["text"]))


@LOCALES
@WAYS
def test_a_test_tells_no_reason_before_it_is_handed_in(
    visit: Visit, way: str, locale: Locale
) -> None:
    page = visit(f"{PREFIX[locale]}{PAGE}?seed=3", has_touch=way == "touch")
    sheet = Visits(page, locale, way)
    page.get_by_role("button", name=sheet.words("test"), exact=True).click()
    page.get_by_role("button", name=sheet.words("test_begin")).click()
    sheet.put(0, 0)
    sheet.sort(0, 1, 2, 3)
    sheet.say("gate", 2)
    sheet.say("gate", 0)
    expect(sheet.talk.locator(".kt-talk__why")).to_have_count(0)
    page.reload()
    sheet = Visits(page, locale, way)
    expect(sheet.talk.locator(".kt-talk__made")).to_have_count(2)
    expect(sheet.talk.locator(".kt-talk__why")).to_have_count(0)
    expect(sheet.slot(0)).to_contain_text(sheet.said(PAIRS[0]["right"]))
    sheet.say("office", 1)
    expect(sheet.talk).to_have_attribute("data-state", "draft")
    expect(page.locator("kt-quiz .kt-feedback, kt-quiz [data-mark]")).to_have_count(0)
    page.get_by_role("button", name=sheet.words("hand_in")).click()
    page.get_by_role("dialog").get_by_role("button", name=sheet.words("hand_in")).click()
    expect(sheet.verdict("at-the-gate")).to_contain_text(sheet.words("right"))
    expect(sheet.talk.locator(".kt-talk__made").last).to_contain_text(
        sheet.said(NODES["office"]["choices"][1]["why"])
    )
    expect(sheet.verdict("steps-of-a-visit")).to_contain_text(sheet.words("right"))
    expect(sheet.verdict("note-after-visit")).to_contain_text(sheet.words("no_answer"))
    expect(sheet.match.locator("[data-mark=wrong]")).to_have_count(2)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        pytest.param("who-says-what", [["00000000", "00000000"]], id="pair that is gone"),
        pytest.param("who-says-what", [[LEFTS[0], RIGHTS[0]], [LEFTS[1], RIGHTS[0]]], id="twice"),
        pytest.param("who-says-what", "text", id="no pairs"),
        pytest.param("steps-of-a-visit", STEPS[:3], id="item that is missing"),
        pytest.param("steps-of-a-visit", [STEPS[0]] * 4, id="item four times"),
        pytest.param("note-after-visit", {"gone": "x"}, id="gap that is gone"),
        pytest.param("note-after-visit", {"day": 1}, id="no text"),
        pytest.param("note-after-visit", ["x"], id="no gaps"),
        pytest.param("at-the-gate", ["00000000"], id="choice that is gone"),
        pytest.param("at-the-gate", {"a": 1}, id="no choices"),
        pytest.param("last-visit", {"a": 1}, id="no own words"),
    ],
)
def test_what_does_not_fit_is_asked_again(visit: Visit, name: str, answer: object) -> None:
    page = visit(BLANK)
    page.evaluate(
        "([name, answer]) => localStorage.setItem('kitaran:v1:quiz:topics/visits', JSON.stringify("
        "{schema: 1, answers: {[name]: {answer, checked: true, tries: 1}}}))",
        [name, answer],
    )
    page.goto(PAGE)
    sheet = Visits(page)
    expect(sheet.question(name)).not_to_have_attribute("data-state", "checked")
    expect(sheet.question(name)).to_contain_text(sheet.words("changed"))
    sheet.answer_all()
    sheet.check_all()
    expect(sheet.result()).to_contain_text("12 daripada 12 mata (100%)")


@LOCALES
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [{"width": 1280, "height": 850}, {"width": 390, "height": 844}])
def test_axe_finds_nothing(
    visit: Visit, locale: Locale, scheme: str, screen: dict[str, int]
) -> None:
    page = visit(
        PREFIX[locale] + PAGE,
        bypass_csp=True,
        color_scheme=scheme,
        reduced_motion="reduce",
        viewport=screen,
    )
    sheet = Visits(page, locale)
    assert _axe(page) == []
    sheet.put(1, 0)
    sheet.slot(0).click()
    sheet.sort(1, 0, 2, 3)
    sheet.fill(day="Rabu", hour="10")
    sheet.say("gate", 2)
    page.mouse.move(0, 0)
    assert _axe(page) == []
    sheet.slot(0).click()
    sheet.say("gate", 1)
    sheet.question("purpose-in-a-word").locator("input").fill("kad")
    sheet.question("last-visit").locator("textarea").fill("Untuk bertanya.")
    for name in QUESTIONS:
        if name != "at-the-gate":
            sheet.check(name)
    sheet.talk.locator("summary").locator("visible=true").click()
    page.mouse.move(0, 0)
    assert _axe(page) == []


@LOCALES
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_a_phone_or_too_small_for_a_finger(
    visit: Visit, locale: Locale, width: int
) -> None:
    page = visit(PREFIX[locale] + PAGE, viewport={"width": width, "height": 640})
    sheet = Visits(page, locale)
    for target in page.locator("kt-quiz :is(button, input, textarea, .kt-grip):visible").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
    sheet.answer_all()
    assert _wider(page) == 0
    sheet.check_all()
    assert _wider(page) == 0


@LOCALES
def test_without_scripts_it_is_a_paper(visit: Visit, locale: Locale) -> None:
    page = visit(PREFIX[locale] + PAGE, java_script_enabled=False)
    for name in ("who-says-what", "steps-of-a-visit", "at-the-gate"):
        paper = page.locator(f'[data-question="{name}"] .kt-paper')
        expect(paper).to_be_visible()
    for pair in PAIRS:
        for side in ("left", "right"):
            expect(page.locator('[data-question="who-says-what"] .kt-paper')).to_contain_text(
                pair[side][locale]
            )
    expect(page.locator("[data-gap]:is(input)")).to_have_count(2)


def test_paper_hides_what_is_on_the_screen(visit: Visit) -> None:
    sheet = opened(visit)
    sheet.answer_all()
    sheet.check_all()
    page: Page = sheet.page
    page.emulate_media(media="print")
    for hidden in page.locator(".kt-live").all():
        expect(hidden).to_be_hidden()
    for paper in page.locator(".kt-paper").all():
        expect(paper).to_be_visible()
    page.emulate_media(media="screen")
    for paper in page.locator(".kt-paper").all():
        expect(paper).to_be_hidden()


def test_states_are_seen_without_colours(visit: Visit) -> None:
    sheet = Visits(visit(PAGE, forced_colors="active"))
    sheet.piece(0).click()
    outline = sheet.piece(0).locator(".kt-piece").evaluate("e => getComputedStyle(e).outlineStyle")
    assert outline == "solid"
    sheet.slot(0).click()
    sheet.check("who-says-what")
    widths = [
        float(
            sheet.match.locator(".kt-row")
            .nth(at)
            .evaluate("e => getComputedStyle(e).borderTopWidth")
            .removesuffix("px")
        )
        for at in (0, 1)
    ]
    assert widths[0] > widths[1]
