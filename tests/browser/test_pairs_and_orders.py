"""Pairs to find and steps to order: by mouse, touch and keyboard, and by dragging."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.sheet import PREFIX
from tests.browser.visits import (
    LEFTS,
    LOCALES,
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
    from playwright.sync_api import Locator

    from kitaran.models.text import Locale
    from tests.browser.conftest import Visit


def middle(target: Locator) -> tuple[float, float]:
    box = target.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(sheet: Visits, source: Locator, target: Locator, *, below: bool = False) -> None:
    """Drag something with the mouse, or with a finger by its handle."""
    source.scroll_into_view_if_needed()
    x, y = middle(source.locator(".kt-grip"))
    to_x, to_y = middle(target)
    to_y += 8 if below else -8
    if sheet.way == "mouse":
        sheet.page.mouse.move(x, y)
        sheet.page.mouse.down()
        sheet.page.mouse.move(to_x, to_y, steps=6)
        sheet.page.mouse.up()
        return
    session = sheet.page.context.new_cdp_session(sheet.page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        found = [{"x": left, "y": top} for left, top in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": found})

    touch("touchStart", (x, y))
    for step in range(1, 7):
        touch("touchMove", (x + (to_x - x) * step / 6, y + (to_y - y) * step / 6))
    touch("touchEnd")


@LOCALES
@WAYS
def test_pairs(visit: Visit, way: str, locale: Locale) -> None:
    sheet = opened(visit, locale, way)
    sheet.press(sheet.button("who-says-what"))
    expect(sheet.match).to_contain_text(sheet.words("match_first"))
    for right, left in ((0, 0), (1, 2), (2, 1)):
        sheet.put(right, left)
        expect(sheet.slot(left)).to_contain_text(sheet.said(PAIRS[right]["right"]))
        expect(sheet.slot(left)).to_be_focused()
        expect(sheet.piece(right)).to_be_disabled()
    name = f"{sheet.said(PAIRS[0]['left'])} {sheet.said(PAIRS[0]['right'])}"
    expect(sheet.slot(0)).to_have_accessible_name(name)
    sheet.press(sheet.button("who-says-what"))
    expect(sheet.verdict("who-says-what")).to_contain_text(
        sheet.words("points_of", points=1, total=3)
    )
    rows = sheet.match.locator(".kt-row")
    for at, (look, pair) in enumerate(zip(("right", "wrong", "wrong"), PAIRS, strict=True)):
        expect(rows.nth(at)).to_have_attribute("data-mark", look)
        expect(rows.nth(at)).to_contain_text(sheet.said(pair["why"]))
    expect(rows.nth(1)).to_contain_text(sheet.said(PAIRS[1]["right"]))
    expect(sheet.slot(0)).to_be_disabled()
    assert sheet.entry("who-says-what")["answer"] == [
        [LEFTS[0], RIGHTS[0]],
        [LEFTS[1], RIGHTS[2]],
        [LEFTS[2], RIGHTS[1]],
    ]


@pytest.mark.parametrize("way", ["mouse", "touch"])
def test_pairs_by_dragging(visit: Visit, way: str) -> None:
    sheet = opened(visit, "ms", way)
    drag(sheet, sheet.piece(1), sheet.slot(0))
    drag(sheet, sheet.piece(0), sheet.slot(1))
    expect(sheet.slot(0)).to_contain_text(PAIRS[1]["right"]["ms"])
    # What stands in two slots changes places.
    drag(sheet, sheet.slot(0), sheet.slot(1))
    expect(sheet.slot(0)).to_contain_text(PAIRS[0]["right"]["ms"])
    expect(sheet.slot(1)).to_contain_text(PAIRS[1]["right"]["ms"])
    drag(sheet, sheet.slot(1), sheet.match.locator(".kt-tray"))
    expect(sheet.slot(1)).to_have_text(sheet.words("slot_empty"))
    # Beside every slot it falls back to where it was.
    drag(sheet, sheet.slot(0), sheet.match.locator("legend"))
    assert sheet.entry("who-says-what")["answer"] == [[LEFTS[0], RIGHTS[0]]]
    expect(sheet.match.locator("[data-dragged], [aria-pressed=true]")).to_have_count(0)


@LOCALES
def test_pairs_are_announced_and_can_be_taken_back(visit: Visit, locale: Locale) -> None:
    sheet = opened(visit, locale, "keyboard")
    keyboard, heard = sheet.page.keyboard, sheet.heard()
    text, place = sheet.said(PAIRS[0]["right"]), sheet.said(PAIRS[0]["left"])
    sheet.piece(0).focus()
    keyboard.press("Space")
    expect(sheet.piece(0)).to_have_attribute("aria-pressed", "true")
    expect(heard).to_have_text(sheet.words("picked_up", text=text))
    keyboard.press("Escape")
    expect(sheet.piece(0)).to_have_attribute("aria-pressed", "false")
    expect(heard).to_have_text(sheet.words("let_go"))
    # A slot may come first, too.
    sheet.slot(0).focus()
    keyboard.press("Enter")
    expect(heard).to_have_text(sheet.words("slot_waits", text=place))
    sheet.piece(0).focus()
    keyboard.press("Enter")
    expect(heard).to_have_text(sheet.words("placed", text=text, place=place))
    expect(sheet.slot(0)).to_be_focused()
    keyboard.press("Enter")
    back = sheet.match.get_by_role("button", name=sheet.words("put_back", text=text))
    expect(back).to_be_enabled()
    back.focus()
    keyboard.press("Enter")
    expect(heard).to_have_text(sheet.words("returned", text=text))
    expect(sheet.piece(0)).to_be_focused()
    sheet.put(0, 0)
    keyboard.press("Delete")
    expect(sheet.slot(0)).to_have_text(sheet.words("slot_empty"))
    expect(sheet.slot(0)).to_be_focused()
    expect(sheet.match).to_have_attribute("data-state", "open")


@LOCALES
@WAYS
def test_order(visit: Visit, way: str, locale: Locale) -> None:
    sheet = opened(visit, locale, way)
    assert sheet.shown() != [0, 1, 2, 3]
    sheet.press(sheet.button("steps-of-a-visit"))
    expect(sheet.order).to_contain_text(sheet.words("order_first"))
    sheet.sort(1, 0, 2, 3)
    assert sheet.shown() == [1, 0, 2, 3]
    expect(sheet.order).to_have_attribute("data-state", "draft")
    sheet.press(sheet.button("steps-of-a-visit"))
    # Five of six pairs stand right, one wrong: four sixths of two points.
    expect(sheet.verdict("steps-of-a-visit")).to_contain_text(
        sheet.words("points_of", points=1.33, total=2)
    )
    for place, look in enumerate(("wrong", "wrong", "right", "right")):
        expect(sheet.item(place)).to_have_attribute("data-mark", look)
    expect(sheet.item(0)).to_contain_text(f"{sheet.words('right_place')}: 1")
    expect(sheet.order).to_contain_text(sheet.said(QUESTIONS["steps-of-a-visit"]["why"]))
    expect(sheet.order.get_by_role("button", name=sheet.words("answered"))).to_be_visible()
    expect(sheet.item(0).get_by_role("button")).to_have_count(0)
    assert sheet.entry("steps-of-a-visit")["answer"] == [STEPS[place] for place in (1, 0, 2, 3)]


@pytest.mark.parametrize("way", ["mouse", "touch"])
def test_order_by_dragging(visit: Visit, way: str) -> None:
    sheet = opened(visit, "ms", way)
    first, *_, last = sheet.shown()
    drag(sheet, sheet.item(first), sheet.item(last), below=True)
    assert sheet.shown()[-2:] == [last, first]
    drag(sheet, sheet.item(first), sheet.item(sheet.shown()[0]))
    assert sheet.shown()[0] == first
    before = sheet.shown()
    drag(sheet, sheet.item(first), sheet.order.locator("legend"))
    assert sheet.shown() == before
    expect(sheet.order.locator("[data-dragged], [data-drop]")).to_have_count(0)


@LOCALES
def test_order_is_announced_and_the_focus_stays(visit: Visit, locale: Locale) -> None:
    sheet = opened(visit, locale, "keyboard")
    first = sheet.shown()[0]
    text = sheet.said(QUESTIONS["steps-of-a-visit"]["items"][first])
    down = sheet.order.get_by_role("button", name=sheet.words("move_down", text=text))
    up = sheet.order.get_by_role("button", name=sheet.words("move_up", text=text))
    expect(up).to_have_attribute("aria-disabled", "true")
    down.focus()
    sheet.page.keyboard.press("Enter")
    expect(down).to_be_focused()
    expect(sheet.heard()).to_have_text(sheet.words("moved", text=text, n=2, total=4))
    sheet.page.keyboard.press("End")
    expect(sheet.heard()).to_have_text(sheet.words("moved", text=text, n=4, total=4))
    sheet.page.keyboard.press("ArrowDown")
    expect(down).to_be_focused()
    assert sheet.shown()[3] == first
    sheet.page.keyboard.press("Home")
    assert sheet.shown()[0] == first


@LOCALES
def test_order_may_be_meant_as_it_is(visit: Visit, locale: Locale) -> None:
    sheet = opened(visit, locale)
    mine = sheet.order.get_by_role("button", name=sheet.words("order_mine"))
    before = sheet.shown()
    mine.click()
    expect(mine).to_be_hidden()
    expect(sheet.heard()).to_have_text(sheet.words("order_kept"))
    assert sheet.entry("steps-of-a-visit")["answer"] == [STEPS[place] for place in before]
    sheet.check("steps-of-a-visit")
    expect(sheet.order).to_have_attribute("data-state", "checked")


def test_paper_order_gives_nothing_away(visit: Visit) -> None:
    orders = []
    for locale in ("ms", "en"):
        page = visit(PREFIX[locale] + PAGE, java_script_enabled=False)
        orders.append(
            [
                page.locator(f".kt-paper [data-{name}]").evaluate_all(
                    "(all, name) => all.map(one => one.dataset[name])", name
                )
                for name in ("right", "item")
            ]
        )
    assert orders[0] == orders[1]
    rights, items = orders[0]
    assert rights != RIGHTS
    assert items != STEPS
    assert (sorted(rights), sorted(items)) == (sorted(RIGHTS), sorted(STEPS))
