"""The learning paths: what a role reads, passes and does in its first days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.render.cards import card
from kitaran.render.links import item_ids, link, relative
from kitaran.render.page import RenderedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.path import Path, Step
    from kitaran.render.page import Context


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render every path, and their index."""
    w = context.words
    every = context.library.paths
    lines = [
        f"- **{link(path.title.get(w.locale), f'{path.id}.md')}**: {path.summary.get(w.locale)}"
        for path in every.values()
    ]
    body = "\n".join([w("paths_intro"), "", *(lines or [w("empty.paths")])])
    yield RenderedPage("paths/index.md", w("paths"), body, "practice", (10, ""), group=w("paths"))
    for path in every.values():
        yield _page(context, path)


def _page(context: Context, path: Path) -> RenderedPage:
    """Render one path."""
    w, uri, file = context.words, f"paths/{path.id}.md", f"playbooks/paths/{path.id}.yml"
    parts = [
        card(context, file),
        f"{path.summary.get(context.locale)}\n{{.kt-lead}}",
        w("days_total", n=path.days) + " · " + w("reviewed", date=w.date(path.reviewed)),
    ]
    for phase in path.phases:
        days = w("days", days=phase.days.replace("-", "–"))
        parts.append(f"## {phase.title.get(context.locale)} ({days}) {{#{phase.id}}}")
        parts.append("\n".join(_step(context, step, uri) for step in phase.steps))
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


def _step(context: Context, step: Step, uri: str) -> str:
    """Write one step as an item of a task list: its ticks persist as a checklist's do."""
    w, locale = context.words, context.locale
    text = [f"**{w('step_' + step.kind)}:** {_target(context, step, uri)}"]
    if step.kind != "task" and step.text is not None:
        text.append(f": {step.text.get(locale)}")
    notes = []
    if step.minutes:
        notes.append(f"{step.minutes} min")
    if step.sign_off:
        notes.append(w(f"sign_off.{step.sign_off}"))
    if notes:
        text.append(f" *({'; '.join(notes)})*")
    anchor = step.id.replace(":", "-").replace("/", "-")
    return item_ids(f"- [ ] {''.join(text)} {{#{anchor}}}")


def _target(context: Context, step: Step, uri: str) -> str:
    """Link what a step points at, or say what its task is."""
    locale, library = context.locale, context.library
    if step.kind == "task":
        return step.text.get(locale) if step.text else step.reference
    if step.kind == "roleplay":
        roleplay = library.roleplays.get(step.reference)
        title = roleplay.title.get(locale) if roleplay else step.reference
        return link(title, relative(uri, f"roleplays/{step.reference}.md"))
    page_id = step.reference
    if step.kind == "quiz":
        page_id = next(
            (page for page, group in library.quizzes.items() for q in group if q.id == page_id),
            page_id,
        )
    page = library.page(page_id, locale)
    if page is None:
        return step.reference
    anchor = {"quiz": "#quiz", "checklist": "#checklist"}.get(step.kind, "")
    return link(page.title, relative(uri, f"{page.id}.md") + anchor)
