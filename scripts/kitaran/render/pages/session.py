"""The session plans: what each trains, its agenda, and the plan itself to be taken along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.render.cards import card
from kitaran.render.links import link, plain, relative
from kitaran.render.page import RenderedPage
from kitaran.sessions.material import PlanError, gather

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.session import Session
    from kitaran.render.page import Context
    from kitaran.sessions.agenda import Block


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render every plan, and their index."""
    w, locale = context.words, context.locale
    every = sorted(context.library.sessions.values(), key=lambda each: (each.date, each.id))
    lines = [
        f"- **{link(each.title.get(locale), f'{each.id}.md')}** "
        f"({w('minutes_n', n=each.minutes)}): {each.summary.get(locale)}"
        for each in every
    ]
    body = "\n".join([w("sessions_intro"), "", *(lines or [w("empty.sessions")])])
    yield RenderedPage(
        "sessions/index.md",
        w("sessions"),
        body,
        "practice",
        (60, ""),
        front={"description": w("sessions_intro")},
        group=w("sessions"),
    )
    for session in every:
        yield _page(context, session)


def _page(context: Context, session: Session) -> RenderedPage:
    """Render one plan."""
    w, locale = context.words, context.locale
    uri, file = f"sessions/{session.id}.md", f"playbooks/sessions/{session.id}.yml"
    topics = [context.library.page(name, locale) for name in session.topics]
    summary = session.summary.get(locale)
    parts = [
        card(context, file),
        f"{summary}\n{{.kt-lead}}",
        w("session_facts", people=session.people, minutes=session.minutes),
        f"## {w('session_topics')} {{#topics}}",
        "\n".join(f"- {link(p.title, relative(uri, f'{p.id}.md'))}" for p in topics if p),
        *_agenda(context, session),
        f"## {w('session_make')} {{#make}}",
        w("session_command", file=f"[{session.id}.yml]({session.id}.yml)"),
        f"```sh\nkitaran session {session.id}\n```",
    ]
    return RenderedPage(
        uri,
        session.title.get(locale),
        "\n\n".join(part for part in parts if part),
        "practice",
        (61, f"{session.date.isoformat()} {session.id}"),
        file,
        {"description": summary},
        w("sessions"),
    )


def _agenda(context: Context, session: Session) -> list[str]:
    """Show the agenda; nothing while the plan names what is not there."""
    w = context.words
    try:
        material = gather(context.library, session)
    except PlanError:
        return []
    rows = [
        f"| {block.start}–{block.start + block.minutes} | {_named(context, block)} |"
        for block in material.agenda.blocks
    ]
    head = f"| {w('session_minutes')} | {w('session_what')} |\n|---|---|"
    return [f"## {w('session_agenda')} {{#agenda}}", "\n".join([head, *rows])]


def _named(context: Context, block: Block) -> str:
    """Name a block of the agenda."""
    title = ""
    if block.kind == "topic":
        page = context.library.page(block.id, context.locale)
        title = page.title if page else ""
    elif block.id:
        title = context.library.roleplays[block.id].title.get(context.locale)
    said = context.words(f"session_blocks.{block.kind}", title=title, n=block.number)
    return plain(said).replace("|", "\\|")
