"""The page of the reader's own progress. What it shows is known to the browser only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.render.cycle import cycle
from kitaran.render.html import block, render
from kitaran.render.journey import client_words
from kitaran.render.page import RenderedPage
from kitaran.render.pages.collection import stage_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.render.page import Context

PROGRESS_WORDS = (
    "cancel",
    "my",
    "site",
    "step_checklist",
    "step_page",
    "step_quiz",
    "step_roleplay",
    "step_task",
    "store_blocked",
    "store_damaged",
    "store_full",
    "store_other",
)
"""The interface texts that the scripts of the page need."""
PARTS = ("strengths", "certificates", "history", "result", "carry", "people")
"""The parts that a script fills in, in their order. Each says by itself what it is for."""


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render the page. It tells without a script what is kept, where, and how to carry it."""
    w, uri = context.words, "progress.md"
    parts = [
        f"{w('my_page.lead')}\n{{.kt-lead}}",
        block(render("progress.html.j2", w=w, client_words=client_words(w, PROGRESS_WORDS))),
        f"## {w('my_page.cycle')} {{#cycle}}",
        w("my_page.cycle_text"),
        cycle(stage_links(context, uri), w, context.library.quizzes),
    ]
    for part in PARTS:
        parts.append(f"## {w(f'my_page.{part}')} {{#{part}}}")
        parts.append(w(f"my_page.{part}_text"))
        parts.append(block(f'<div class="kt-controls" data-part="{part}"></div>'))
    parts += [f"## {w('my_page.kept')} {{#kept}}", w("my_page.kept_text")]
    if ("privacy", context.locale) in context.library.documents:
        parts.append(f"[{w('my_page.privacy')}](privacy.md)")
    yield RenderedPage(
        uri,
        w("my_page.title"),
        "\n\n".join(parts),
        "practice",
        (5, ""),
        front={"description": w("my_page.lead"), "search": {"boost": 0.5}},
    )
