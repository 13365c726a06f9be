"""The quiz with a question of each type that has controls of its own, as a learner uses it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from playwright.sync_api import expect

from kitaran.render.html import key
from tests.browser.sheet import PREFIX, Sheet

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from kitaran.models.text import Locale
    from tests.browser.conftest import Visit

LOCALES = pytest.mark.parametrize("locale", ["ms", "en"])
WAYS = pytest.mark.parametrize("way", ["mouse", "touch", "keyboard"])

PAGE = "topics/visits/"
KEY = "kitaran:v1:quiz:topics/visits"
QUIZ: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "handbook/quizzes/topics/visits.yml").read_text("utf-8")
)
QUESTIONS: dict[str, Any] = {question["id"]: question for question in QUIZ["questions"]}
PAIRS = QUESTIONS["who-says-what"]["pairs"]
ITEMS = QUESTIONS["steps-of-a-visit"]["items"]
NODES: dict[str, Any] = {node["id"]: node for node in QUESTIONS["at-the-gate"]["nodes"]}
LEFTS = [key(pair["left"]["ms"]) for pair in PAIRS]
RIGHTS = [key(pair["right"]["ms"]) for pair in PAIRS]
STEPS = [key(item["ms"]) for item in ITEMS]


class Visits(Sheet):
    """The quiz of `handbook/quizzes/topics/visits.yml` on a page."""

    @property
    def match(self) -> Locator:
        """Find the question with pairs."""
        return self.question("who-says-what")

    @property
    def order(self) -> Locator:
        """Find the question with an order."""
        return self.question("steps-of-a-visit")

    @property
    def cloze(self) -> Locator:
        """Find the question with gaps."""
        return self.question("note-after-visit")

    @property
    def talk(self) -> Locator:
        """Find the conversation."""
        return self.question("at-the-gate")

    def piece(self, pair: int) -> Locator:
        """Find a right side in the tray, by the place of its pair."""
        return self.match.locator(f'.kt-place[data-right="{RIGHTS[pair]}"]')

    def slot(self, pair: int) -> Locator:
        """Find the slot of a left side."""
        return self.match.locator(f'.kt-slot[data-left="{LEFTS[pair]}"]')

    def put(self, right: int, left: int) -> None:
        """Put a right side to a left side."""
        if self.way != "keyboard":
            self.press(self.piece(right))
            self.press(self.slot(left))
            return
        self.piece(right).focus()
        self.page.keyboard.press("Enter")
        for _ in range(left + 1):
            self.page.keyboard.press("ArrowDown")
        expect(self.slot(left)).to_be_focused()
        self.page.keyboard.press("Space")

    def item(self, place: int) -> Locator:
        """Find an item of the order by its right place."""
        return self.order.locator(f'.kt-sort__item[data-item="{STEPS[place]}"]')

    def shown(self) -> list[int]:
        """List the items of the order as they stand, by their right places."""
        items = self.order.locator(".kt-sort__item")
        values = items.evaluate_all("items => items.map(item => item.dataset.item)")
        return [STEPS.index(value) for value in values]

    def sort(self, *wanted: int) -> None:
        """Bring the items into an order, one step after the other."""
        for at, place in enumerate(wanted):
            for _ in range(self.shown().index(place) - at):
                up = self.item(place).get_by_role("button").first
                if self.way == "keyboard":
                    up.focus()
                    self.page.keyboard.press("ArrowUp")
                else:
                    self.press(up)

    def gap(self, name: str) -> Locator:
        """Find the field of a gap."""
        return self.cloze.locator(f'[data-gap="{name}"]').first

    def fill(self, **typed: str) -> None:
        """Fill gaps."""
        for name, text in typed.items():
            if self.way != "keyboard":
                self.press(self.gap(name))
            self.gap(name).fill("")
            self.gap(name).press_sequentially(text)

    def say(self, node: str, choice: int) -> None:
        """Make a choice in the conversation."""
        text = self.said(NODES[node]["choices"][choice]["text"])
        self.press(self.talk.get_by_role("button", name=text, exact=True))

    def answer_all(self) -> None:
        """Answer everything rightly, without checking; the conversation stops before its end."""
        for pair in range(3):
            self.put(pair, pair)
        self.sort(0, 1, 2, 3)
        self.fill(day="selasa", hour="10")
        self.say("gate", 0)
        self.question("purpose-in-a-word").locator("input").fill("Laporan lawatan")
        self.question("last-visit").locator("textarea").fill("Untuk bertanya.")

    def check_all(self) -> None:
        """Check everything."""
        self.say("office", 1)
        for name in QUESTIONS:
            if name != "at-the-gate":
                self.press(self.button(name))

    def entry(self, name: str) -> dict[str, Any]:
        """Read what is saved of a question."""
        text = self.page.evaluate("key => localStorage.getItem(key)", KEY)
        kept: dict[str, Any] = json.loads(text)["answers"].get(name, {}) if text else {}
        return kept

    def heard(self) -> Locator:
        """Find what was read out last."""
        return self.page.locator("kt-quiz > .kt-said")


def opened(visit: Visit, locale: Locale = "ms", way: str = "mouse") -> Visits:
    """Open the page of the quiz, for a learner who uses it in this way."""
    page = visit(PREFIX[locale] + PAGE, has_touch=way == "touch")
    return Visits(page, locale, way)
