"""The report on results in a browser: one file from the disk, on a screen of any width."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from kitaran.documents.site import Site
from kitaran.models.text import LOCALES
from kitaran.reports.formats.html import render
from kitaran.reports.report import make
from kitaran.reports.store import opened
from kitaran.reports.story import tell
from tests.browser.conftest import HERE
from tests.conftest import SMALL
from tests.handed_in import AT, DAY, attempt, catalogue_of, hand_in, result, save, typed_in

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Request

CLOSING, TYPED = "stages/closing", "topics/quotations"
ODD = (
    "<script>alert(1)</script>",
    "Nur" + "panjang" * 25,
    "陈小明",
    '=HYPERLINK("http://x.example")',
)
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a report with something in every part, in both languages."""
    folder = tmp_path_factory.mktemp("report")
    root, handed = folder / "handbook", folder / "in"
    shutil.copytree(SMALL, root)
    shutil.copytree(HERE / "handbook", root, dirs_exist_ok=True)
    wrong, right = {"who-signs": 1, "what-to-send": 1}, {"who-signs": 0, "what-to-send": 0}
    hand_in(root, handed, [{"n": 22, "answers": wrong}, {"n": 17, "answers": right}])
    catalogue = catalogue_of(root)
    for at, name in enumerate(ODD):
        papers = {
            "client-manager": [
                {"id": f"c{at}", "at": AT - 300 * DAY, "name": name, "expires": AT - at * DAY,
                 "version": "0" * 12, "code": "0" * 8}
            ]
        }  # fmt: skip
        tried = attempt(catalogue, CLOSING, wrong, at=AT - 1 - at, version="0" * 12)
        save(handed, f"odd-{at}.json", result(name, {CLOSING: [tried]}, certificates=papers))
    for at in range(25):
        given = {"name-of-limit": ("<b>tempoh</b>" + "x" * 200, 0.0)}
        tried = typed_in(catalogue, TYPED, given, at=AT + 10**7 + at)
        save(handed, f"typed-{at}.json", result(f"Learner {at + 1}", {TYPED: [tried]}))
    (handed / ("damaged" * 20 + ".json")).write_text("{", "utf-8")
    with opened() as store:
        store.load_files([str(handed)])
        store.keep(catalogue, date(2025, 11, 23))
        report = make(store, catalogue, TODAY, date(2025, 11, 23))
    assert report.ending
    assert any(item.typed for item in report.items)
    for locale in LOCALES:
        for name, data in render(tell(report, locale, Site("Kitaran", ""))).items():
            (folder / name).write_bytes(data)
    return folder


@pytest.fixture(params=LOCALES)
def opened_page(request: pytest.FixtureRequest, page: Page, pages: Path) -> Page:
    """Open the report, and see to it that it asks for nothing else."""
    file = (pages / f"report.{request.param}.html").as_uri()
    asked: list[str] = []

    def note(made: Request) -> None:
        asked.append(made.url)

    page.on("request", note)
    page.goto(file)
    assert asked == [file]
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_finding_of_accessibility(opened_page: Page, scheme: str) -> None:
    opened_page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    found = Axe().run(opened_page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("wide", [320, 390, 1280])
def test_only_what_is_marked_scrolls_sideways(opened_page: Page, wide: int) -> None:
    opened_page.set_viewport_size({"width": wide, "height": 640})
    assert opened_page.evaluate("document.documentElement.scrollWidth") <= wide
    beyond = opened_page.evaluate(
        """() => [...document.body.querySelectorAll("*")]
            .filter((each) => !each.closest(".scroll, figure, .vh"))
            .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
            .map((each) => each.outerHTML.slice(0, 80))"""
    )
    assert beyond == []
    for area in opened_page.locator(".scroll, figure").all():
        assert area.get_attribute("tabindex") == "0"


def test_a_long_name_makes_no_column_wide(opened_page: Page) -> None:
    opened_page.set_viewport_size({"width": 1280, "height": 800})
    widths = opened_page.locator("tbody th, td.c-name, td.c-typed").evaluate_all(
        "(cells) => cells.map((c) => [c.offsetWidth, c.textContent])"
    )
    assert [each for each in widths if each[0] >= 340] == []


def test_names_stay_in_sight(opened_page: Page) -> None:
    opened_page.set_viewport_size({"width": 320, "height": 640})
    table = opened_page.locator("section:has(> #readiness) .scroll")
    table.evaluate("(area) => { area.scrollLeft = area.scrollTop = 10000; }")
    first = table.locator("tbody th").last.bounding_box()
    around = table.bounding_box()
    assert first is not None
    assert around is not None
    assert first["x"] == pytest.approx(around["x"], abs=1)
    head = table.locator("thead th").last.bounding_box()
    assert head is not None
    assert head["y"] == pytest.approx(around["y"], abs=1)


def test_what_to_do_first_leads_to_where_it_is_told(opened_page: Page) -> None:
    leads = opened_page.locator(".first a")
    assert leads.count() == 4
    for lead in leads.all():
        assert opened_page.locator(lead.get_attribute("href") or "none").count() == 1
