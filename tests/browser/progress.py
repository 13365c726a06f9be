"""The page of one's progress, as its owner uses it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from kitaran.render.words import words
from tests.browser.server import BLANK
from tests.browser.sheet import PREFIX

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

    from kitaran.models.text import Locale
    from tests.browser.conftest import Visit

PAGE = "progress/"
ROOT = "kitaran:v1:"
DAY = 86_400_000
QUIZ, PATH = "stages/closing", "client-manager"
SIGN = {"done": True, "at": 5, "by": "manager", "name": "Puan Salmah", "date": "2026-11-01"}
PLAY = {"done": True, "at": 5, "by": "self", "score": 70}


def facts(site: Path, name: str = "handbook") -> Any:
    """Read what scripts know of the handbook."""
    return json.loads((site / f"assets/kitaran/{name}.json").read_text("utf-8"))


def attempt(site: Path, at: float, percent: float = 90, **more: Any) -> dict[str, Any]:
    """Make a test of the quiz on closing that was passed, unless it says something else."""
    quiz = facts(site)["quizzes"][QUIZ]
    return {
        "id": f"{at:.0f}-a",
        "at": at,
        "mode": "test",
        "points": percent / 10,
        "total": 10,
        "percent": percent,
        "passed": percent >= 80,
        "version": quiz["version"],
        "seconds": 60,
        "seed": 7,
        "questions": {
            q["id"]: {"answer": "a", "share": 1, "hash": q["hash"]} for q in quiz["questions"]
        },
        **more,
    }


def answered(*shares: float) -> dict[str, Any]:
    """Make what is kept of questions that were checked, by the places of the questions."""
    return {
        f"q{place}": {"answer": "a", "checked": True, "tries": 1, "at": 9, "share": share}
        for place, share in enumerate(shares)
    }


def ready(site: Path, now: float) -> dict[str, Any]:
    """Give the records of somebody who has met what the certificate takes."""
    return {
        f"quiz:{QUIZ}": {"attempts": [attempt(site, now - DAY)]},
        f"steps:{PATH}": {"steps": {"roleplay:price": PLAY, "task:shadow-a-call": SIGN}},
        "path:chosen": {"path": PATH, "at": now - 9 * DAY},
    }


class Mine:
    """The page in a browser."""

    def __init__(self, page: Page, locale: Locale = "ms") -> None:
        self.page, self.locale, self.words = page, locale, words(locale)

    @classmethod
    def open(
        cls,
        visit: Visit,
        records: dict[str, Any] | None = None,
        locale: Locale = "ms",
        context: BrowserContext | None = None,
        **options: Any,
    ) -> Mine:
        """Open the page with records that were kept before."""
        page = visit(BLANK, context=context, **options)
        mine = cls(page, locale)
        mine.keep(records or {})
        mine.go()
        return mine

    def keep(self, records: dict[str, Any]) -> None:
        """Put records into the browser."""
        for name, record in records.items():
            text = record if isinstance(record, str) else json.dumps({"schema": 1, **record})
            self.page.evaluate("([k, t]) => localStorage.setItem(k, t)", [ROOT + name, text])

    def go(self) -> None:
        """Load the page, and wait for its script."""
        self.page.goto(PREFIX[self.locale] + PAGE)
        expect(self.page.locator("kt-progress-page")).to_have_attribute("data-ready", "")

    def part(self, name: str) -> Locator:
        """Find a part of the page."""
        return self.page.locator(f'[data-part="{name}"]')

    def button(self, word: str, **values: object) -> Locator:
        """Find a button by the name of its text; in a dialog, where one is open."""
        name = self.words(f"my.{word}", **values)
        return self.page.locator(".kt-controls").get_by_role("button", name=name, exact=True)

    def dialog(self) -> Locator:
        """Find the dialog that is open."""
        return self.page.locator("dialog.kt-dialog")

    def said(self) -> Locator:
        """Find what is read out."""
        return self.page.locator("kt-progress-page [role=status]")

    def stored(self, start: str = ROOT) -> dict[str, Any]:
        """Read what is kept."""
        stored: dict[str, str] = self.page.evaluate("() => ({...localStorage})")
        return {
            key.removeprefix(start): json.loads(text)
            for key, text in stored.items()
            if key.startswith(start)
        }

    def save(self, press: Locator) -> tuple[str, str]:
        """Press something that saves a file; gives its name and its content."""
        with self.page.expect_download() as download:
            press.click()
        file = download.value
        return file.suggested_filename, Path(file.path()).read_text("utf-8")

    def bring(self, text: str) -> None:
        """Bring a file in."""
        file = {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}
        with self.page.expect_file_chooser() as chooser:
            self.button("bring").click()
        chooser.value.set_files(file)  # type: ignore[arg-type]
