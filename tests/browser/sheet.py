"""A quiz on a page, as a learner uses it: by mouse, keyboard or touch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from playwright.sync_api import expect

from kitaran.render.words import words

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from kitaran.models.text import Locale

PAGE = "topics/quotations/"
KEY = "kitaran:v1:quiz:topics/quotations"
QUIZ: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "handbook/quizzes/topics/quotations.yml").read_text("utf-8")
)
QUESTIONS: dict[str, Any] = {question["id"]: question for question in QUIZ["questions"]}
SCORED = [name for name, question in QUESTIONS.items() if question["type"] != "reflection"]

RIGHT: dict[str, tuple[Any, ...]] = {
    "which-first": (1,),
    "what-belongs": (0, 1),
    "has-an-end": (0,),
    "name-of-limit": ("Had-Kredit",),
    "year-value": ("RM 177,600",),
    "discount": ("2,5 %",),
}
"""What is right: places of options, or what is typed."""
WRONG: dict[str, tuple[Any, ...]] = {
    "which-first": (0,),
    "what-belongs": (2, 3),
    "has-an-end": (1,),
    "name-of-limit": ("modal",),
    "year-value": ("44 400",),
    "discount": ("0.025",),
}
PREFIX: dict[Locale, str] = {"ms": "", "en": "en/"}


def alive(page: Page) -> None:
    """Wait for the scripts that a page loads for its own elements; they come after its load."""
    page.locator(":not(:defined)").first.wait_for(state="detached")


class Sheet:
    """The quiz of `handbook/quizzes/topics/quotations.yml` on a page."""

    def __init__(self, page: Page, locale: Locale = "ms", way: str = "mouse") -> None:
        """Wait until the quiz has come to life."""
        self.page, self.locale, self.way = page, locale, way
        self.words = words(locale)
        expect(page.locator("kt-quiz")).to_have_attribute("data-ready", "")

    def question(self, name: str) -> Locator:
        """Find a question by its id."""
        return self.page.locator(f'[data-question="{name}"]')

    def option(self, name: str, place: int) -> Locator:
        """Find an option by its place."""
        return self.question(name).locator(".kt-option").nth(place)

    def button(self, name: str) -> Locator:
        """Find the button that checks a question."""
        return self.question(name).locator(".kt-check")

    def verdict(self, name: str) -> Locator:
        """Find what came of a question."""
        return self.question(name).locator(".kt-verdict")

    def result(self) -> Locator:
        """Find the end of the quiz."""
        return self.page.locator(".kt-result")

    def press(self, target: Locator) -> None:
        """Press something, in this learner's way."""
        if self.way == "mouse":
            target.click()
        elif self.way == "touch":
            target.tap()
        else:
            target.focus()
            target.press("Space")

    def answer(self, name: str, *answers: int | str) -> None:
        """Pick options or type an answer, without checking it."""
        for answer in answers:
            if isinstance(answer, int):
                inner = "input" if self.way == "keyboard" else "label"
                self.press(self.option(name, answer).locator(inner))
            else:
                field = self.question(name).locator(".kt-field input")
                if self.way != "keyboard":
                    self.press(field)
                field.fill("")
                field.press_sequentially(answer)

    def check(self, name: str) -> None:
        """Check a question: with the keyboard by Enter in a field, else by way of the button."""
        if self.way != "keyboard":
            self.press(self.button(name))
        elif self.question(name).locator(".kt-field").count():
            self.page.keyboard.press("Enter")
        else:
            for _ in range(6):
                self.page.keyboard.press("Tab")
                if self.button(name).evaluate("button => button === document.activeElement"):
                    break
            self.page.keyboard.press("Enter")

    def give(self, name: str, *answers: int | str) -> None:
        """Answer a question and check it."""
        self.answer(name, *answers)
        self.check(name)

    def kept(self) -> dict[str, Any]:
        """Read what is saved of the answers."""
        text = self.page.evaluate("key => localStorage.getItem(key)", KEY)
        answers: dict[str, Any] = json.loads(text)["answers"] if text else {}
        return answers

    def said(self, text: str) -> str:
        """Take one language of a text."""
        return text if isinstance(text, str) else text[self.locale]
