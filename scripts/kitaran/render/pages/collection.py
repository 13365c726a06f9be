"""The index of each collection: an introduction by hand where there is one, then the list."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kitaran.models.playbook import COLLECTIONS
from kitaran.render.cards import card
from kitaran.render.cycle import cycle
from kitaran.render.journey import read_html
from kitaran.render.links import link, relative, rewrite, url
from kitaran.render.page import RenderedPage
from kitaran.render.pages.playbook import quizzes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.library import Page
    from kitaran.render.page import Context


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render the index of every collection."""
    for collection in COLLECTIONS:
        yield _index(context, collection)


def _index(context: Context, collection: str) -> RenderedPage:
    """Render one index."""
    w, uri = context.words, f"{collection}/index.md"
    written = context.library.index(collection, context.locale)
    parts = [
        card(context, f"playbooks/{collection}/index.md", f"playbooks/{collection}/index.en.md")
    ]
    if written is None:
        parts.append(w(f"collection_intro.{collection}"))
    else:
        parts.append(f"{written.summary}\n{{.kt-lead}}")
    if collection == "stages":
        parts.append(cycle(stage_links(context, uri), w, context.library.quizzes))
    parts.append(_list(context, collection, uri))
    if written is not None:
        body = rewrite(written.body.strip(), written.path)
        parts += [context.terms.link(body, uri), quizzes(context, written.id)]
        parts.append(read_html(context, written.id))
    title = written.title if written else w(f"collections.{collection}")
    return RenderedPage(
        uri,
        title,
        "\n\n".join(part for part in parts if part),
        collection,
        (-1, ""),
        written.path if written else None,
        {
            "description": written.summary if written else w(f"collection_intro.{collection}"),
            "search": {"boost": 0.5},  # A list repeats what its pages say.
        },
    )


def stage_links(context: Context, uri: str) -> list[tuple[Page, str]]:
    """Give every stage with its address from a page."""
    return [
        (stage, url(uri, f"{stage.id}.md"))
        for stage in context.library.pages(context.locale, "stages")
        if stage.kind == "stage"
    ]


def _list(context: Context, collection: str, uri: str) -> str:
    """List the pages of a collection; products by family, objections by kind."""
    every = context.library.pages(context.locale, collection)
    if not every:
        return context.words(f"empty.{collection}")
    if collection != "products":
        return "\n".join(_item(page, uri) for page in every)
    families = context.library.families(context.locale)
    place = {family: index for index, family in enumerate(families)}

    def family(page: Page) -> str:
        return str(getattr(page.front, "family", ""))

    ordered = sorted(every, key=lambda page: place.get(family(page), len(place)))
    blocks: list[str] = []
    for name, group in groupby(ordered, key=family):
        heading = families.get(name, name.replace("-", " "))
        items = "\n".join(_item(page, uri) for page in group)
        blocks.append(f"**{heading}**\n\n{items}" if heading else items)
    return "\n\n".join(blocks)


def _item(page: Page, uri: str) -> str:
    """Write one line of a list."""
    return f"- **{link(page.title, relative(uri, f'{page.id}.md'))}**: {page.summary}"
