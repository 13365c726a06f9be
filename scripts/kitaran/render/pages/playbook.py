"""The playbooks: stages, objection cards, products, battlecards, roles, topics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kitaran.models.playbook import (
    COLLECTIONS,
    BattlecardFront,
    ObjectionFront,
    ProductFront,
    ProductTwin,
)
from kitaran.render.cards import card
from kitaran.render.html import block, inline, render
from kitaran.render.journey import read_html
from kitaran.render.links import link, relative, rewrite
from kitaran.render.page import RenderedPage
from kitaran.render.pages.callcard import link_html
from kitaran.render.quiz import quiz_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.library import Page
    from kitaran.render.page import Context

_ANSWER = re.compile(r"^##[^\n]*\{#response\}[^\n]*\n+((?:>[^\n]*\n?)+)", re.MULTILINE)


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render every playbook, and a card in the place of each that cannot be read."""
    for page in context.library.pages(context.locale):
        yield _page(context, page)
    yield from _unreadable(context)


def _page(context: Context, page: Page) -> RenderedPage:
    """Render one playbook: what it is for, its text, its quiz, what comes next."""
    uri = f"{page.id}.md"
    body = context.terms.link(rewrite(page.body.strip(), page.path), uri)
    parts = [
        card(context, *_files(context, page)),
        _meta(context, page),
        link_html(context, page, uri),
        _answer(context, page) or f"{page.summary}\n{{.kt-lead}}",
        _facts(context, page, uri),
        _objectives(context, page),
        body,
        _met(context, page, uri),
        quizzes(context, page.id),
        read_html(context, page.id),
        _next(context, page, uri),
    ]
    front: dict[str, object] = {"description": page.summary}
    if page.kind == "objection":
        front["search"] = {"boost": 2}  # Whoever searches has a client on the line.
    return RenderedPage(
        uri,
        page.title,
        "\n\n".join(part for part in parts if part),
        page.collection,
        (page.front.order, page.id),
        page.path,
        front,
        _group(context, page),
    )


def _files(context: Context, page: Page) -> list[str]:
    """List the files whose faults are shown on a page: its own, its twin's, its quizzes'."""
    base = f"playbooks/{page.id}"
    quizzes = [path for path in context.errors if path.startswith(f"quizzes/{page.id}.")]
    return [page.path, *(p for p in (f"{base}.md", f"{base}.en.md") if p != page.path), *quizzes]


def _group(context: Context, page: Page) -> str:
    """Name the family that a product stands under in the navigation."""
    if isinstance(page.front, ProductFront):
        return context.library.families(context.locale).get(page.front.family, "")
    return ""


def _meta(context: Context, page: Page) -> str:
    """Say how long it takes to read, and whether it can be trusted."""
    number = page.front.order if page.kind == "stage" else 0
    roles = context.role_titles(page.front.roles)
    owner = context.owner(page.front.owner)
    return block(
        render("meta.html.j2", w=context.words, page=page, number=number, roles=roles, owner=owner)
    )


def _answer(context: Context, page: Page) -> str:
    """Put an objection's answer first: the client is on the line."""
    if page.kind != "objection":
        return ""
    found = _ANSWER.search(page.body)
    if found is None:
        return ""
    said = " ".join(line.lstrip("> ").strip() for line in found[1].strip().split("\n"))
    title = context.words("answer_first")
    return block(
        f'<div class="kt-answer-first" role="note"><p class="kt-answer-first__title">{title}</p>'
        f"<p>{inline(said)}</p></div>"
    )


def _objectives(context: Context, page: Page) -> str:
    """List what the reader can do afterwards."""
    if not page.objectives:
        return ""
    items = "\n".join(f"    - {objective.text}" for objective in page.objectives)
    # A card is opened with the client on the line: there, the objectives stay folded.
    mark = "???" if page.kind == "objection" else "!!!"
    return f'{mark} abstract "{context.words("objectives")}"\n\n{items}'


def _facts(context: Context, page: Page, uri: str) -> str:
    """Draw a product's facts from its data."""
    front, said, w = page.front, page.words, context.words
    if not isinstance(front, ProductFront) or not isinstance(said, ProductFront | ProductTwin):
        return ""
    family = context.library.families(context.locale).get(front.family, front.family)
    rows = [
        (w("family"), family),
        (w("who_for"), said.who_for),
        (w("needs"), "; ".join(said.needs)),
        (w("price_model"), said.price_model),
        (w("availability"), said.availability),
        (w("min_order"), said.min_order),
        (w("competes_with"), "; ".join(said.competes_with)),
        (w("goes_with"), _links(context, uri, _goes_with(context, page))),
        (w("met_objections"), _links(context, uri, front.objections)),
    ]
    lines = [f"| {w('product_facts')} | {w('details')} |", "| --- | --- |"]
    lines += [
        f"| **{name}** | {value.replace('|', chr(92) + '|')} |" for name, value in rows if value
    ]
    return "\n".join(lines)


def _goes_with(context: Context, page: Page) -> tuple[str, ...]:
    """List what a product is offered with: what it names, and what names it."""
    own = getattr(page.front, "goes_with", ())
    others = (
        other.id
        for other in context.library.pages(context.locale, "products")
        if page.id in getattr(other.front, "goes_with", ())
    )
    return tuple(dict.fromkeys([*own, *others]))


def _links(context: Context, uri: str, ids: tuple[str, ...]) -> str:
    """Link pages by their titles."""
    found = [context.library.page(page_id, context.locale) for page_id in ids]
    return ", ".join(link(page.title, relative(uri, f"{page.id}.md")) for page in found if page)


def _met(context: Context, page: Page, uri: str) -> str:
    """Say where an objection comes up, and what a competitor is met with."""
    front = page.front
    lines: dict[str, tuple[str, ...]] = {}
    if isinstance(front, ObjectionFront):
        lines = {"met_at": front.stages}
    elif isinstance(front, BattlecardFront):
        lines = {"met_products": front.products, "met_objections": front.objections}
    linked = {name: _links(context, uri, ids) for name, ids in lines.items()}
    return "\n\n".join(f"**{context.words(name)}:** {to}" for name, to in linked.items() if to)


def quizzes(context: Context, page_id: str) -> str:
    """Render the quizzes of a page, under one heading."""
    every = context.library.quizzes.get(page_id, ())
    if not every:
        return ""
    prefix = "q-" if len(every) == 1 else "q{}-"
    forms = [quiz_html(q, context.words, prefix.format(i)) for i, q in enumerate(every, start=1)]
    return f"## {context.words('quiz')} {{#quiz}}\n\n" + "\n\n".join(forms)


def _next(context: Context, page: Page, uri: str) -> str:
    """Lead from a stage to the next one; the last leads to the first, as it is a cycle."""
    if page.kind != "stage":
        return ""
    stages = [s for s in context.library.pages(context.locale, "stages") if s.kind == "stage"]
    following = stages[(stages.index(page) + 1) % len(stages)]
    if following is page:
        return ""
    label = context.words("next_stage", title=following.title)
    return link(label, relative(uri, f"{following.id}.md")) + "{.md-button .kt-next}"


def _unreadable(context: Context) -> Iterator[RenderedPage]:
    """Give each page that cannot be read a page of its own, which says why."""
    suffix = ".md" if context.locale == context.library.settings.languages[0] else ".en.md"
    for path in context.errors:
        collection, _, slug = path.removeprefix("playbooks/").partition("/")
        if not path.startswith("playbooks/") or collection not in COLLECTIONS:
            continue
        page_id = f"{collection}/{slug.removesuffix('.md').removesuffix('.en')}"
        if not path.endswith(".md") or context.library.page(page_id, context.locale):
            continue
        twin = f"playbooks/{page_id}{suffix}"
        if path == twin or twin not in context.errors:
            body = card(context, path) + context.words("not_readable")
            title = slug.removesuffix(".md")
            yield RenderedPage(f"{page_id}.md", title, body, collection, (9e9, page_id), path)
