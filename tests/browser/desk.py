"""The practice page, as a learner uses it, at a time that the tests set."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from kitaran.render.words import words
from tests.browser.server import BLANK
from tests.browser.sheet import PREFIX, QUESTIONS, RIGHT, WRONG, Sheet

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

    from kitaran.models.text import Locale
    from tests.browser.conftest import Visit

PAGE = "practice/"
LOG = "kitaran:v1:review:log"
SESSION = "kitaran:v1:practice:session"
QUIZ = "kitaran:v1:quiz:topics/quotations"
DAY = 86_400_000
NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
"""Ten in the morning, on a Monday in Malaysia."""
MILLIS = int(NOW.timestamp() * 1000)
PUT = "([key, text]) => localStorage.setItem(key, text)"


def name(question: str) -> str:
    """Name a question as the log does."""
    return question if "#" in question else f"topics/quotations#{question}"


def log(**questions: tuple[float, int] | list[tuple[float, int]]) -> dict[str, Any]:
    """Write a log: for each question, days ago and grade. An underscore stands for a hyphen."""
    lines = {}
    for question, found in questions.items():
        given = found if isinstance(found, list) else [found]
        key = name(question.replace("_", "-"))
        lines[key] = [[MILLIS - round(days * DAY), grade] for days, grade in given]
    return lines


THREE = log(discount=(5, 3), which_first=(9, 1), has_an_end=(30, 3))
"""Three that are due: the one that went wrong comes first, then the most faded."""
ORDER = ["which-first", "has-an-end", "discount"]


class Desk(Sheet):
    """The practice page, with what was answered before."""

    def __init__(self, page: Page, locale: Locale = "ms", way: str = "mouse") -> None:
        """Wait until the page has come to life."""
        self.page, self.locale, self.way = page, locale, way
        self.words = words(locale)
        expect(page.locator("kt-practice")).to_have_attribute("data-ready", "")

    @property
    def title(self) -> Locator:
        """Find what the page says first."""
        return self.page.locator(".kt-overview__title")

    def do(self, key: str) -> None:
        """Press the button with a text."""
        self.press(self.page.get_by_role("button", name=self.words(key), exact=True))

    def where(self, n: int, total: int) -> None:
        """Wait for a question of the session."""
        expect(self.page.locator(".kt-round .kt-progress__count")).to_have_text(
            self.words("question_of", n=n, total=total)
        )
        expect(self.page.locator(".kt-round .kt-question")).to_have_count(1)

    def asked(self, question: str) -> None:
        """Wait until a question is shown."""
        found = self.page.locator(".kt-round .kt-question")
        expect(found).to_have_attribute("data-question", question)

    def pick(self, question: str, *, right: bool = True) -> None:
        """Answer and check a question; options may stand in any order."""
        answers = (RIGHT if right else WRONG)[question]
        for answer in answers:
            if isinstance(answer, str):
                self.answer(question, answer)
                continue
            options = QUESTIONS[question].get("options")
            said = self.said(options[answer]["text"]) if options else None
            found = self.question(question).locator(".kt-option")
            option = found.filter(has_text=said) if said else found.nth(answer)
            self.press(option.locator("input" if self.way == "keyboard" else "label"))
        self.check(question)

    def record(self, key: str) -> Any:
        """Read a record."""
        return json.loads(self.page.evaluate("key => localStorage.getItem(key)", key) or "null")

    def grades(self, question: str) -> list[int]:
        """Read the grades of a question."""
        return [grade for _, grade in self.record(LOG)["log"][name(question)]]


def put(page: Page, found: Any, key: str = LOG) -> None:
    """Keep a record, or a text as it is."""
    kept = found if isinstance(found, str) else json.dumps(found)
    page.evaluate(PUT, [key, kept])


def freeze(page: Page, now: datetime) -> None:
    """Let the pages that are opened from now on show a time; what waits goes on as ever."""
    page.add_init_script(f"""(() => {{
      const [Real, now] = [Date, {int(now.timestamp() * 1000)}];
      window.Date = class extends Real {{
        constructor(...parts) {{ super(...(parts.length ? parts : [now])); }}
        static now() {{ return now; }}
      }};
    }})();""")


def begin(
    visit: Visit,
    lines: Any,
    locale: Locale = "ms",
    way: str = "mouse",
    *,
    context: BrowserContext | None = None,
    **options: Any,
) -> Desk:
    """Open the practice page at the time of the tests, with a log of reviews."""
    options = {"timezone_id": "Asia/Kuala_Lumpur", "has_touch": way == "touch", **options}
    page = visit(BLANK, context=context, **({} if context else options))
    freeze(page, NOW)
    if lines is not None:
        put(page, {"schema": 1, "log": lines})
    page.goto(PREFIX[locale] + PAGE)
    return Desk(page, locale, way)
