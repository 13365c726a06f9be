"""The quiz on the projector: one file from the disk, by key and by mouse, without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from kitaran.documents.session.context import Pack
from kitaran.documents.session.projector import render
from kitaran.library import load_library
from kitaran.sessions.material import gather
from kitaran.settings import load_settings
from tests.conftest import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from kitaran.models.text import Locale


@pytest.fixture(params=["ms", "en"])
def screen(request: pytest.FixtureRequest, page: Page, tmp_path: Path) -> Page:
    """Open the page of the small handbook's session from the disk, cut off from any network."""
    locale: Locale = request.param
    library = load_library(load_settings(SMALL))
    session = library.sessions["refresher"].model_copy(update={"minutes": 90})
    file = tmp_path / "quiz.html"
    file.write_bytes(render(Pack(gather(library, session), locale), "1"))
    page.context.set_offline(True)
    page.goto(file.as_uri())
    return page


def _answers(page: Page) -> int:
    return page.locator(".answer:visible").count()


def test_keys_lead_through_the_quiz(screen: Page) -> None:
    asked: list[str] = []
    screen.on("request", lambda request: asked.append(request.url))
    assert screen.locator("section:visible .cover").count() == 1
    screen.keyboard.press("ArrowRight")
    assert (screen.locator(".cover:visible").count(), _answers(screen)) == (0, 0)
    screen.keyboard.press("Enter")
    assert (_answers(screen), screen.locator("li.right .why:visible").count()) == (1, 1)
    screen.keyboard.press("ArrowLeft")
    assert screen.locator("section:visible .cover").count() == 1
    screen.keyboard.press("End")
    assert screen.locator("#next").is_disabled()
    assert asked == []


def test_buttons_do_the_same(screen: Page) -> None:
    screen.locator("#next").click()
    screen.locator("#reveal").click()
    assert _answers(screen) == 1
    assert screen.locator("#place").inner_text().startswith("1 ")
    screen.locator("#back").click()
    assert screen.locator("#back").is_disabled()


def test_space_on_a_button_is_the_buttons(screen: Page) -> None:
    screen.locator("#next").focus()
    screen.keyboard.press("Space")
    assert (screen.locator(".cover:visible").count(), _answers(screen)) == (0, 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_finding_of_accessibility(screen: Page, scheme: str) -> None:
    screen.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    screen.keyboard.press("ArrowRight")
    screen.keyboard.press("Enter")
    found = Axe().run(screen)
    assert found.violations_count == 0, found.generate_report()


def test_it_fits_a_narrow_screen(screen: Page) -> None:
    screen.set_viewport_size({"width": 320, "height": 640})
    screen.keyboard.press("ArrowRight")
    screen.keyboard.press("Enter")
    wide = screen.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320
