"""What the scripts of spaced review need of the interface texts, and the line that leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.render.html import block, render
from kitaran.render.links import url
from kitaran.render.quiz import CLIENT_WORDS

if TYPE_CHECKING:
    from kitaran.render.page import Context
    from kitaran.render.words import Words

PRACTICE_WORDS = (
    "practice_again",
    "practice_aging",
    "practice_ahead",
    "practice_ahead_about",
    "practice_all",
    "practice_another",
    "practice_back",
    "practice_begin",
    "practice_calendar",
    "practice_calendar_about",
    "practice_due",
    "practice_due_one",
    "practice_empty",
    "practice_end",
    "practice_event",
    "practice_event_about",
    "practice_event_one",
    "practice_facts",
    "practice_left_out",
    "practice_length",
    "practice_loading",
    "practice_missed",
    "practice_next",
    "practice_none",
    "practice_over",
    "practice_result",
    "practice_right",
    "practice_show",
    "practice_source",
    "practice_start",
    "practice_try",
    "practice_week",
)
"""The interface texts that practice needs beside those of the questions that it asks."""

DUE_WORDS = ("practice_due", "practice_due_one")
"""The interface texts of the line that tells how many questions are due."""


def practice_words(words: Words) -> dict[str, str]:
    """Give the texts that travel with the practice page."""
    return {name: words(name) for name in (*CLIENT_WORDS, *PRACTICE_WORDS)}


def due_html(context: Context, uri: str) -> str:
    """Render the line that leads to the practice page; a script shows it when there is reason."""
    w = context.words
    return block(
        render(
            "due.html.j2",
            href=url(uri, "practice/index.md"),
            w=w,
            client_words={name: w(name) for name in DUE_WORDS},
        )
    )
