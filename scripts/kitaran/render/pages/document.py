"""The pages written by hand in `docs/`, with the blocks that are drawn from the handbook.

A comment on a line of its own stands for a block: `<!-- kitaran: cycle -->`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kitaran.render.cards import card
from kitaran.render.cycle import cycle
from kitaran.render.html import block, render
from kitaran.render.journey import START_WORDS, choice_html, client_words, next_html
from kitaran.render.links import link, relative, rewrite, url
from kitaran.render.page import MENUS, RenderedPage
from kitaran.render.pages.callcard import INDEX as CARDS
from kitaran.render.pages.collection import stage_links
from kitaran.render.practice import due_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kitaran.models.document import Document
    from kitaran.render.page import Context

_NO_WORD = re.compile(r"[\W_]+")
_BLOCK = re.compile(r"^<!--\s*kitaran:\s*([a-z-]+)\s*-->\s*$", re.MULTILINE)


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render the documents of a language."""
    for (page_id, locale), document in context.library.documents.items():
        if locale == context.locale:
            yield _page(context, page_id, document)


def _page(context: Context, page_id: str, document: Document) -> RenderedPage:
    """Render one document."""
    original = context.library.settings.languages[0]
    path = f"docs/{page_id}{'.md' if document.locale == original else '.en.md'}"
    uri = f"{page_id}.md"
    front: dict[str, Any] = {
        key: document.front[key]
        for key, kind in _PASSED.items()
        if isinstance(document.front.get(key), kind)
    }
    menu = str(document.front.get("menu", "home" if page_id == "index" else ""))

    def fill(match: re.Match[str]) -> str:
        drawn = BLOCKS.get(match[1])
        return drawn(context, uri) if drawn else match[0]

    body = _BLOCK.sub(fill, rewrite(document.body.strip(), path))
    title = str(document.front.get("title") or _NO_WORD.sub(" ", page_id.rpartition("/")[2]))
    order = str(document.front.get("order", "1000"))
    return RenderedPage(
        uri,
        title,
        card(context, path) + body,
        menu if menu in MENUS else "",
        (float(order) if order.isdigit() else 1000.0, page_id),
        path,
        front,
        heading=str(document.front.get("heading", "")),
    )


_PASSED: dict[str, type] = {
    "description": str,
    "hide": list,
    "icon": str,
    "search": dict,
    "status": str,
    "subtitle": str,
    "tags": list,
}
"""What reaches the theme, and of which kind: a template of its own could run a script."""


def _cycle(context: Context, uri: str) -> str:
    """Draw the sales cycle."""
    return cycle(stage_links(context, uri), context.words, context.library.quizzes)


def _objections(context: Context, uri: str) -> str:
    """List every objection card, for those who look something up."""
    cards = context.library.pages(context.locale, "objections")
    if not cards:
        return context.words("empty.objections")
    return "\n".join("- " + link(page.title, relative(uri, f"{page.id}.md")) for page in cards)


def _cards(context: Context, uri: str) -> str:
    """Lead to the call cards."""
    return link(context.words("cards.title"), relative(uri, CARDS)) + "{.md-button}"


def _paths(context: Context, uri: str) -> str:
    """List the learning paths to choose from."""
    return choice_html(context, uri) if context.library.paths else context.words("empty.paths")


def _doors(context: Context, uri: str) -> str:
    """Draw the three doors of the home page, each to what its people came for."""
    doors = [
        {
            "href": url(uri, target),
            "title": context.words(f"doors.{name}.title"),
            "text": context.words(f"doors.{name}.text"),
        }
        for name, target in _DOORS.items()
    ]
    words = client_words(context.words, START_WORDS)
    return block(render("doors.html.j2", doors=doors, client_words=words))


_DOORS = {"new_hire": "start.md", "manager": "objections/index.md", "trainer": "trainers.md"}

BLOCKS: dict[str, Callable[[Context, str], str]] = {
    "cards": _cards,
    "cycle": _cycle,
    "doors": _doors,
    "due": due_html,
    "next": next_html,
    "objections": _objections,
    "paths": _paths,
}
