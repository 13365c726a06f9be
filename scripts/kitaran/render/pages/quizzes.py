"""The list of every quiz. Each quiz itself stands at the end of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.models.playbook import COLLECTIONS
from kitaran.render.cards import card
from kitaran.render.links import link, relative
from kitaran.render.page import RenderedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.library import Page
    from kitaran.models.quiz import Quiz
    from kitaran.render.page import Context


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render the list."""
    w, uri = context.words, "quizzes/index.md"
    lines = listed(context, uri)
    shown = [path for path in context.errors if path.startswith("quizzes/")]
    body = "\n".join([w("quizzes_intro"), "", *(lines or [w("empty.quizzes")])])
    yield RenderedPage(uri, w("quizzes"), card(context, *shown) + body, "practice", (20, ""))


def listed(context: Context, uri: str) -> list[str]:
    """List every quiz, in the order of the pages, with links from a page."""
    return [
        _item(context, quiz, page.title, relative(uri, f"{page.id}.md"))
        for page in (*_indexes(context), *context.library.pages(context.locale))
        for quiz in context.library.quizzes.get(page.id, ())
    ]


def _indexes(context: Context) -> list[Page]:
    """Give the index pages that somebody wrote: they may have quizzes too."""
    found = (context.library.index(name, context.locale) for name in COLLECTIONS)
    return [page for page in found if page]


def _item(context: Context, quiz: Quiz, title: str, target: str) -> str:
    """Write one line of the list."""
    name = quiz.title.get(context.locale) if quiz.title else title
    count = context.words("questions_n", n=len(quiz.questions))
    return f"- **{link(name, f'{target}#quiz')}**: {count}"
