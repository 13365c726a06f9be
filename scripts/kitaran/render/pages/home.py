"""The home page of a handbook that has no `docs/index.md`: the cycle, so that there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.render.cycle import cycle
from kitaran.render.page import RenderedPage
from kitaran.render.pages.collection import stage_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.render.page import Context


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render the home page, where nobody has written one."""
    documents = context.library.documents
    if not {("index", context.locale), ("README", context.locale)} & documents.keys():
        w = context.words
        ring = cycle(stage_links(context, "index.md"), w, context.library.quizzes)
        yield RenderedPage("index.md", w("site"), ring, "home")
