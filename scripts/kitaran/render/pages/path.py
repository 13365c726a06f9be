"""The learning paths: what a role reads, passes and does in its first days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.render.cards import card
from kitaran.render.html import block, render
from kitaran.render.journey import PATH_WORDS, choice_html, client_words, steps, time
from kitaran.render.links import url
from kitaran.render.page import RenderedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.path import Path, Phase
    from kitaran.render.journey import Step
    from kitaran.render.page import Context

SHORT = 60
"""The longest name of a task, in characters, where another step refers to it."""


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render every path, and their index."""
    w = context.words
    every = context.library.paths
    listed = choice_html(context, "paths/index.md") if every else w("empty.paths")
    body = f"{w('paths_intro')}\n\n{listed}"
    yield RenderedPage("paths/index.md", w("paths"), body, "practice", (10, ""), group=w("paths"))
    for path in every.values():
        yield _page(context, path)


def _page(context: Context, path: Path) -> RenderedPage:
    """Render one path. A script puts what is next above the phases, and how far each has come."""
    w, uri, file = context.words, f"paths/{path.id}.md", f"playbooks/paths/{path.id}.yml"
    every = steps(context, path)
    words = client_words(w, PATH_WORDS)
    parts = [
        card(context, file),
        f"{path.summary.get(context.locale)}\n{{.kt-lead}}",
        w("days_total", n=path.days) + " · " + w("reviewed", date=w.date(path.reviewed)),
        block(render("path-top.html.j2", path=path.id, client_words=words)),
    ]
    for phase in path.phases:
        days = w("days", days=phase.days.replace("-", "–"))
        parts.append(f"## {phase.title.get(context.locale)} ({days}) {{#{phase.id}}}")
        parts.append(_phase(context, phase, every, uri))
    return RenderedPage(
        uri,
        path.title.get(context.locale),
        "\n\n".join(part for part in parts if part),
        "practice",
        (11, path.id),
        file,
        {"description": path.summary.get(context.locale)},
        w("paths"),
    )


def _phase(context: Context, phase: Phase, every: dict[str, Step], uri: str) -> str:
    """Write the steps of a phase: a list with boxes, which reads and prints without a script."""

    def href(step: Step) -> str:
        return url(uri, step.target) + step.fragment

    def before(step: Step) -> list[Step]:
        return [every[step_id] for step_id in step.after if step_id in every]

    return block(
        render(
            "path.html.j2",
            w=context.words,
            phase=phase.id,
            days=phase.days,
            steps=[every[step.id] for step in phase.steps],
            href=href,
            before=before,
            short=_short,
            time=lambda minutes: time(context.words, minutes),
        )
    )


def _short(step: Step) -> str:
    """Name a step where another one refers to it: of a task, its first words are enough."""
    if len(step.title) <= SHORT:
        return step.title
    return step.title[:SHORT].rpartition(" ")[0].rstrip(",.;:") + " …"
