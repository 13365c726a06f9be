"""Pages with records that nobody meant, and how to tell that they are none the worse for it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from kitaran.render.words import words
from tests.browser.server import BLANK

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

MALAY = words("ms")
ROOT = "kitaran:v1:"
READY = "kt-quiz, kt-path, kt-start, kt-practice, kt-progress-page"
NONSENSE = re.compile(r"undefined|NaN|\[object|Infinity|Invalid Date|e\+\d")
SET = "([key, text]) => localStorage.setItem(key, text)"
GET = "key => JSON.parse(localStorage.getItem(key))"


def open_with(visit: Visit, records: dict[str, Any], path: str, **options: Any) -> Page:
    """Open a page with these records, and wait for its scripts."""
    page = visit(BLANK, viewport={"width": 320, "height": 640}, **options)
    for key, record in records.items():
        kept = {"schema": 1, **record} if isinstance(record, dict) else record
        page.evaluate(SET, [ROOT + key, kept if isinstance(kept, str) else json.dumps(kept)])
    page.goto(path)
    for element in page.locator(READY).all():
        expect(element).to_have_attribute("data-ready", "")
    return page


def reads_well(page: Page) -> None:
    """See that no nonsense is told, and that nothing is wider than a phone."""
    assert NONSENSE.findall(page.locator("main").inner_text()) == []
    wide = "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0
