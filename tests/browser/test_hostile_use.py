"""Answers, files, quizzes and pointers that nobody expected: each ends in a plain message."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import FilePayload, expect

from tests.browser.hostile import GET, MALAY, open_with, reads_well
from tests.browser.server import BLANK
from tests.browser.sheet import KEY, PAGE, Sheet

if TYPE_CHECKING:
    from tests.browser.conftest import Visit

EDIT = """edit => document.addEventListener("readystatechange", () => {
  if (document.readyState !== "interactive") return;
  const every = [...document.querySelectorAll("kt-quiz .kt-question")];
  const scored = every.filter((one) => one.dataset.type !== "reflection");
  if (edit === "own words") scored.forEach((one) => one.remove());
  if (edit === "one") every.slice(1).forEach((one) => one.remove());
  for (let n = 0; edit === "sixty" && n < 60; n++) {
    const copy = every[0].cloneNode(true);
    copy.dataset.question = `copy-${n}`;
    copy.id = `copy-${n}`;
    for (const part of copy.querySelectorAll("[id], [name]")) {
      if (part.id) part.id += `-${n}`;
      if (part.name) part.name += `-${n}`;
    }
    every[0].after(copy);
  }
})"""
"""Brings a quiz into another form before its script begins."""


@pytest.mark.parametrize("seed", ["abc", "-1", "1e300", "0", "5.5", "99999999999999999999", ""])
def test_hostile_seed_is_passed_over(visit: Visit, seed: str) -> None:
    page = open_with(visit, {}, f"{PAGE}?seed={seed}")
    sheet = Sheet(page)
    page.get_by_role("button", name=sheet.words("test"), exact=True).click()
    page.get_by_role("button", name=sheet.words("test_begin"), exact=True).click()
    test = page.evaluate(GET, KEY)["test"]
    assert 0 <= test["seed"] < 2**32
    assert len(test["drawn"]) == 4


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        pytest.param("name-of-limit", "x" * 200_000, id="endless text"),
        pytest.param("name-of-limit", "\U0001f469 had \u202eiderK", id="emoji and direction"),
        pytest.param("discount", "\u0662\u066b\u0665", id="Arabic digits"),
        pytest.param("discount", "\uff12.\uff15", id="wide digits"),
        pytest.param("discount", "9" * 5000, id="endless number"),
        pytest.param("discount", "-" * 5000, id="no number"),
    ],
)
def test_odd_answers_are_judged_or_refused(visit: Visit, question: str, typed: str) -> None:
    page = open_with(visit, {}, PAGE)
    sheet = Sheet(page)
    page.locator(f'[data-question="{question}"] .kt-field input').fill(typed)
    sheet.button(question).click()
    told = page.locator(
        f'[data-question="{question}"] :is(.kt-verdict, .kt-question__message):visible'
    )
    expect(told.first).not_to_be_empty()
    reads_well(page)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(bytes(range(256)), id="bytes"),
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe{\x00}\x00", id="UTF-16"),
        pytest.param(None, id="50 MB"),
    ],
)
def test_file_that_is_none_of_ours_is_told(visit: Visit, content: bytes | None) -> None:
    page = open_with(visit, {}, "progress/")
    if content is None:
        page.evaluate("""() => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(50_000_000)], "x.json"));
          const field = document.querySelector("input[type=file]");
          field.files = data.files;
          field.dispatchEvent(new Event("change"));
        }""")
    else:
        file = FilePayload(name="x.json", mimeType="application/json", buffer=content)
        page.locator("input[type=file]").set_input_files([file])
    expect(page.locator(".kt-notice:visible").first).to_have_text(MALAY("my.brought_no"))


@pytest.mark.parametrize("edit", ["own words", "one", "sixty"])
def test_quiz_of_any_size_comes_to_its_end(visit: Visit, edit: str) -> None:
    page = visit(BLANK, viewport={"width": 320, "height": 640})
    page.add_init_script(f"({EDIT})({json.dumps(edit)})")
    page.goto(PAGE if edit != "own words" else "topics/visits/")
    sheet = Sheet(page)
    reads_well(page)
    test = page.get_by_role("button", name=sheet.words("test"), exact=True)
    if edit == "own words":
        page.locator("kt-quiz textarea").fill("Untuk bertanya.")
        page.locator("kt-quiz .kt-check").click()
        # Nothing earns points here, so nothing is passed.
        expect(page.locator("kt-quiz .kt-result__score")).to_be_empty()
        expect(page.locator("kt-quiz .kt-progress__count")).to_be_hidden()
        expect(test).to_be_hidden()
        return
    test.click()
    page.get_by_role("button", name=sheet.words("test_begin"), exact=True).click()
    expect(page.locator(".kt-question:visible")).to_have_count(1 if edit == "one" else 4)
    page.get_by_role("button", name=sheet.words("hand_in"), exact=True).first.click()
    page.locator("dialog[open]").get_by_role("button", name=sheet.words("hand_in")).click()
    expect(sheet.result()).to_contain_text(sheet.words("not_passed"))


@pytest.mark.parametrize("way", ["Escape", "pointercancel"])
def test_drag_that_is_broken_off_changes_nothing(visit: Visit, way: str) -> None:
    page = open_with(visit, {}, "topics/visits/")
    item = page.locator(".kt-sort__item").first
    item.scroll_into_view_if_needed()
    before = page.locator(".kt-sort__item").all_inner_texts()
    box = item.locator(".kt-grip").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 5, box["y"] + 90, steps=4)
    expect(item).to_have_attribute("data-dragged", "")
    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        page.evaluate("() => window.dispatchEvent(new PointerEvent('pointercancel'))")
    expect(item).not_to_have_attribute("data-dragged", "")
    page.mouse.up()
    assert page.locator(".kt-sort__item").all_inner_texts() == before
    assert page.locator("[data-drop], [data-over], [data-dragged]").count() == 0
