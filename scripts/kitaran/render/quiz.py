"""Render quizzes as forms that read and print without JavaScript, and that scripts enhance.

A question type is one template in `templates/questions/`, named as the type.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from kitaran.render.html import block, inline, render

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kitaran.models.questions.cloze import Cloze
    from kitaran.models.quiz import Quiz
    from kitaran.models.text import Text
    from kitaran.render.words import Words

CLIENT_WORDS = (
    "answered",
    "cancel",
    "changed",
    "check",
    "not_counted",
    "not_number",
    "not_passed",
    "partly",
    "passed",
    "points_of",
    "progress",
    "restart",
    "restart_confirm",
    "restart_erase",
    "retry",
    "right",
    "right_answer",
    "score",
    "store_blocked",
    "store_damaged",
    "store_full",
    "store_other",
    "unanswered",
    "wrong",
    "your_answer",
)
"""The interface texts that the scripts need; they travel with the quiz."""

_GAP = re.compile(r"\{\{\s*([a-z0-9-]+)\s*\}\}")


def quiz_html(quiz: Quiz, words: Words, prefix: str = "q-") -> str:
    """Render one quiz.

    Args:
        quiz: The quiz.
        words: The interface texts, and with them the language.
        prefix: What the ids of its questions begin with on the page.
    """

    def translated(text: Text) -> Markup:
        return inline(text.get(words.locale))

    def plain(text: Text) -> str:
        return text.get(words.locale)

    def number(value: float, unit: Text | None) -> str:
        return _number(value, unit.get(words.locale) if unit else "")

    return block(
        render(
            "quiz.html.j2",
            quiz=quiz,
            w=words,
            t=translated,
            plain=plain,
            number=number,
            cloze=lambda question: _cloze(question, words),
            wordings=_wordings,
            scripted=_scripted(),
            prefix=prefix,
            client_words={name: words(name) for name in CLIENT_WORDS},
        )
    )


@cache
def _scripted() -> frozenset[str]:
    """List the question types that have a script; the others stay as they are on paper."""
    folder = files("kitaran.render") / "assets" / "js" / "questions"
    return frozenset(file.name.removesuffix(".js") for file in folder.iterdir())


def _wordings(texts: Iterable[Text]) -> list[str]:
    """List texts in every language: an answer stays right when the page is read in the other."""
    return list(dict.fromkeys(said for text in texts for said in (text.ms, text.en) if said))


def _number(value: float, unit: str) -> str:
    """Write a number with its unit, as Malaysians do: `RM 14,800.50`, `12.5 kg`."""
    text = f"{value:,.10f}".rstrip("0").rstrip(".")
    if not unit:
        return text
    return f"{unit} {text}" if unit == "RM" else f"{text} {unit}"


def _cloze(question: Cloze, words: Words) -> Markup:
    """Number the gaps of a text."""
    order = {gap: str(i) for i, gap in enumerate(question.gaps, start=1)}
    parts: list[Any] = []
    last, text = 0, question.text.get(words.locale)
    for match in _GAP.finditer(text):
        label = words("gap", n=order.get(match[1], "?"))
        parts += [
            inline(text[last : match.start()]),
            Markup('<span class="kt-gap">{}</span>').format(label),
        ]
        last = match.end()
    return Markup(" ").join([*parts, inline(text[last:])])
