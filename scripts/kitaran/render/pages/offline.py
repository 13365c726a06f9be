"""The page on reading without a network: what is kept on the device, and how to keep more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.render.html import block, render
from kitaran.render.journey import client_words
from kitaran.render.page import RenderedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.render.page import Context

URI = "offline.md"
OFFLINE_WORDS = ("offline",)
"""The interface texts that the script of the page needs."""
_TOLD = frozenset({"how", "how_text", "install", "install_text", "lead", "title", "without"})
"""Those that stand on the page itself."""


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render the page, where the site that it is for can be kept."""
    if not context.offline:
        return
    w = context.words
    words = {
        name: text
        for name, text in client_words(w, OFFLINE_WORDS).items()
        if name.removeprefix("offline_") not in _TOLD
    }
    body = [
        f"{w('offline.lead')}\n{{.kt-lead}}",
        f"## {w('offline.heading')} {{#device}}",
        block(render("offline.html.j2", w=w, client_words=words)),
        f"## {w('offline.how')} {{#how}}",
        w("offline.how_text"),
        f"## {w('offline.install')} {{#install}}",
        w("offline.install_text"),
    ]
    yield RenderedPage(
        URI,
        w("offline.title"),
        "\n\n".join(body),
        "guide",
        (1.6, ""),
        front={"description": w("offline.lead")},
    )
