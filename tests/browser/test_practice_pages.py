"""The practice page: barriers, widths, texts, and what it says without scripts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from kitaran.models.text import LOCALES as LANGUAGES
from kitaran.render.practice import DUE_WORDS, PRACTICE_WORDS
from kitaran.render.quiz import CLIENT_WORDS
from kitaran.render.words import words
from tests.browser.desk import (
    PAGE,
    THREE,
    begin,
)
from tests.browser.sheet import PREFIX
from tests.browser.test_pages import _axe, _wider

if TYPE_CHECKING:
    from kitaran.models.text import Locale
    from tests.browser.conftest import Visit

LOCALES = pytest.mark.parametrize("locale", ["ms", "en"])
ASSETS = Path(__file__).parents[2] / "scripts/kitaran/render/assets"
SCRIPTS = ("due", "overview", "practice", "recap", "reviews", "round", "session")


@LOCALES
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    visit: Visit, locale: Locale, scheme: str, width: int
) -> None:
    desk = begin(
        visit,
        THREE,
        locale,
        bypass_csp=True,
        color_scheme=scheme,
        reduced_motion="reduce",
        viewport={"width": width, "height": 700},
    )

    def look() -> None:
        desk.page.mouse.move(0, 0)
        assert _wider(desk.page) == 0
        assert _axe(desk.page) == []

    look()
    desk.do("practice_start")
    desk.asked("which-first")
    look()
    desk.pick("which-first", right=False)
    expect(desk.page.locator(".kt-round__source a")).to_be_visible()
    look()
    desk.do("practice_end")
    look()
    for target in desk.page.locator("kt-practice .md-button:visible").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 43.5
    desk.page.goto(PREFIX[locale] or "./")
    expect(desk.page.locator("a.kt-due")).to_be_visible()
    look()


@LOCALES
def test_page_reads_without_scripts(visit: Visit, locale: Locale) -> None:
    page = visit(PREFIX[locale] + PAGE, java_script_enabled=False)
    w = words(locale)
    expect(page.locator("kt-practice")).to_contain_text(w("practice_plain"))
    expect(page.locator("#how")).to_be_visible()
    expect(page.locator("#quizzes ~ ul a")).not_to_have_count(0)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_page_carries_the_texts_that_its_scripts_ask_for(small_site: Path, locale: Locale) -> None:
    asked: set[str] = set()
    for script in SCRIPTS:
        text = (ASSETS / "js" / f"{script}.js").read_text("utf-8")
        asked |= set(re.findall(r"\bwords\.(\w+)", text))
    assert {key for key in asked if key.startswith("practice_")} == set(PRACTICE_WORDS)
    assert asked <= {*PRACTICE_WORDS, *CLIENT_WORDS}
    assert set(DUE_WORDS) <= set(PRACTICE_WORDS)
    html = (small_site / PREFIX[locale] / PAGE / "index.html").read_text("utf-8")
    own = html.partition("<kt-practice")[2].partition("</kt-practice>")[0]
    (block,) = re.findall(r'class="kt-words">(.+?)</script>', own)
    carried = json.loads(block)
    assert carried == {key: words(locale)(key) for key in {*PRACTICE_WORDS, *CLIENT_WORDS}}


def test_questions_look_the_same_as_in_their_quiz() -> None:
    # What a sheet says of questions within a quiz, it says of those within practice, too.
    alone = re.compile(r"(?<![\w.-])kt-quiz(?! \{|\[data-ready\]|:not\(\[data-ready\]\)|,)")
    for sheet in sorted((ASSETS / "css").glob("*.css")):
        lines = sheet.read_text("utf-8").splitlines()
        assert [line for line in lines if alone.search(line)] == [], sheet.name
