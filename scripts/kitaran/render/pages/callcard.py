"""The call cards: a page for each, made for a phone in the hand, and the index of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.callcards import COLLECTIONS, cards, has_card
from kitaran.render.html import block, render
from kitaran.render.journey import client_words
from kitaran.render.links import url
from kitaran.render.page import RenderedPage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kitaran.callcards import CallCard
    from kitaran.library import Page
    from kitaran.render.page import Context

FOLDER = "card"
"""Where the cards stand on the site: short, as their addresses are sent to colleagues."""
INDEX = f"{FOLDER}.md"
CARD_WORDS = ("cards",)
"""The interface texts that the scripts of the cards need."""


def uri_of(page: Page) -> str:
    """Give the path of a page's card in the site's Markdown tree."""
    return f"{FOLDER}/{page.id}.md"


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render every card, and their index."""
    every = cards(context.library, context.locale)
    groups = [[c for c in every if c.page.collection == name] for name in COLLECTIONS]
    for group in groups:
        for place, card in enumerate(group):
            yield _card(context, card, group, place)
    yield _index(context, [group for group in groups if group])


def link_html(context: Context, page: Page, uri: str) -> str:
    """Lead from a page to its card; nothing where it has none."""
    if not has_card(page):
        return ""
    address, label = url(uri, uri_of(page)), context.words("cards.one")
    return block(f'<p class="kt-card-link" data-search-exclude><a href="{address}">{label}</a></p>')


def _card(context: Context, card: CallCard, group: Sequence[CallCard], place: int) -> RenderedPage:
    """Render one card. The last leads to the first: whoever swipes never meets an end."""
    w, uri = context.words, uri_of(card.page)
    kind = w(f"cards.{card.page.kind}")
    around = {"prev": ("before", place - 1), "next": ("after", (place + 1) % len(group))}
    ways = [
        {
            "rel": rel,
            "label": w(f"cards.{name}"),
            "title": group[to].page.title,
            "href": url(uri, uri_of(group[to].page)),
        }
        for rel, (name, to) in around.items()
        if len(group) > 1
    ]
    html = render(
        "callcard.html.j2",
        w=w,
        card=card,
        ways=ways,
        place=w("cards.place", kind=kind, n=place + 1, total=len(group)),
        client_words=client_words(w, CARD_WORDS),
    )
    return RenderedPage(
        uri,
        card.page.title,
        block(html),
        source=card.page.path,
        front={
            "description": w("cards.about", title=card.page.title),
            # The page that it is drawn from is found already.
            "search": {"exclude": True},
        },
        layout="card.html",
    )


def _index(context: Context, groups: list[list[CallCard]]) -> RenderedPage:
    """Render the index of the cards, from which a chosen set can be printed."""
    w = context.words
    listed = [
        {
            "title": w(f"collections.{group[0].page.collection}"),
            "cards": [
                {
                    "id": card.page.id,
                    "title": card.page.title,
                    "href": url(INDEX, uri_of(card.page)),
                }
                for card in group
            ],
        }
        for group in groups
    ]
    words = client_words(w, CARD_WORDS)
    html = render("callcards.html.j2", groups=listed, client_words=words)
    body = [f"{w('cards.intro')}\n{{.kt-lead}}", w("cards.choose") if groups else "", block(html)]
    return RenderedPage(
        INDEX,
        w("cards.title"),
        "\n\n".join(part for part in body if part),
        "guide",
        (1.5, ""),
        front={"description": w("cards.intro")},
        layout="cards.html",
    )
