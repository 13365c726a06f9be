"""The practice page: asks again what was answered in quizzes, before it is forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.render.html import block, render
from kitaran.render.page import RenderedPage
from kitaran.render.pages.quizzes import listed
from kitaran.render.practice import practice_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.render.page import Context

URI = "practice/index.md"


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render the page. It tells what practice is, and leads to every quiz, without a script."""
    w = context.words
    practice = render("practice.html.j2", w=w, client_words=practice_words(w))
    body = [
        f"{w('practice_intro')}\n{{.kt-lead}}",
        block(practice),
        f"## {w('practice_how')} {{#how}}",
        w("practice_how_text"),
        f"## {w('practice_quizzes')} {{#quizzes}}",
        "\n".join(listed(context, URI)) or w("empty.quizzes"),
    ]
    yield RenderedPage(
        URI,
        w("practice"),
        "\n\n".join(body),
        "practice",
        (-1, ""),
        front={"description": w("practice_intro")},
        heading=w("practice_heading"),
    )
