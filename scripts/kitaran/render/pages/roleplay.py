"""The role-plays: a sheet for each player, and one for the observer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.render.cards import card
from kitaran.render.links import link, relative
from kitaran.render.page import RenderedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.roleplay import Roleplay
    from kitaran.models.text import Text
    from kitaran.render.page import Context


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render every role-play, and their index."""
    w, locale = context.words, context.locale
    every = context.library.roleplays.values()
    lines = [
        f"- **{link(r.title.get(locale), f'{r.id}.md')}**: {r.situation.get(locale)}" for r in every
    ]
    body = "\n".join([w("roleplays_intro"), "", *(lines or [w("empty.roleplays")])])
    yield RenderedPage(
        "roleplays/index.md", w("roleplays"), body, "practice", (30, ""), group=w("roleplays")
    )
    for roleplay in every:
        yield _page(context, roleplay)


def _page(context: Context, roleplay: Roleplay) -> RenderedPage:
    """Render one role-play. The buyer's sheet is folded, so that the seller need not see it."""
    w, locale = context.words, context.locale
    uri, file = f"roleplays/{roleplay.id}.md", f"quizzes/roleplays/{roleplay.id}.yml"
    links = [
        link(page.title, relative(uri, f"{page.id}.md"))
        for page_id in (roleplay.stage, roleplay.objection)
        if page_id and (page := context.library.page(page_id, locale))
    ]
    buyer, seller = roleplay.buyer, roleplay.seller
    hidden = [
        w("only_buyer"),
        buyer.brief.get(locale),
        _list(w("knows"), buyer.knows, locale),
        _list(w("says"), buyer.says, locale),
        _list(w("yields_when"), buyer.yields_when, locale),
    ]
    parts = [
        card(context, file),
        " · ".join([f"{roleplay.minutes} min", *links]),
        f"## {w('situation')} {{#situation}}",
        roleplay.situation.get(locale),
        f"## {w('seller_sheet')} {{#seller}}",
        seller.brief.get(locale),
        f"**{w('goal')}:** {seller.goal.get(locale)}",
        _list(w("seller_knows"), seller.knows, locale),
        f"## {w('buyer_sheet')} {{#buyer}}",
        _fold(w("buyer_sheet"), "\n\n".join(part for part in hidden if part)),
        f"## {w('observer_sheet')} {{#observer}}" if roleplay.observer else "",
        _list("", roleplay.observer, locale),
        f"## {w('debrief')} {{#debrief}}" if roleplay.debrief else "",
        _list("", roleplay.debrief, locale),
    ]
    body = "\n\n".join(part for part in parts if part)
    title = roleplay.title.get(locale)
    return RenderedPage(uri, title, body, "practice", (31, roleplay.id), file, {}, w("roleplays"))


def _list(title: str, items: tuple[Text, ...], locale: str) -> str:
    """Write a list under a bold title; nothing where it is empty."""
    if not items:
        return ""
    lines = "\n".join(f"- {item.ms if locale == 'ms' else item.en}" for item in items)
    return f"**{title}**\n\n{lines}" if title else lines


def _fold(title: str, text: str) -> str:
    """Fold a text away until it is opened."""
    body = "\n".join(f"    {line}" if line else "" for line in text.split("\n"))
    return f'??? note "{title}"\n\n{body}'
