"""The scorecards: criteria, levels, bands, and what to do in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.render.cards import card
from kitaran.render.html import block, inline, render
from kitaran.render.links import link, relative
from kitaran.render.page import RenderedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.scorecard import Scorecard
    from kitaran.models.text import Text
    from kitaran.render.page import Context


CLIENT_WORDS = (
    "scorecard_copied",
    "scorecard_for",
    "scorecard_judged",
    "scorecard_print",
    "scorecard_reset",
    "scorecard_result",
    "scorecard_share",
    "scorecard_undo",
    "store_blocked",
    "store_damaged",
    "store_full",
    "store_other",
)
"""The interface texts that its script needs."""


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render every scorecard, and their index."""
    w, locale = context.words, context.locale
    every = context.library.scorecards.values()
    lines = [
        f"- **{link(s.title.get(locale), f'{s.id}.md')}**: {s.summary.get(locale)}" for s in every
    ]
    body = "\n".join([w("scorecards_intro"), "", *(lines or [w("empty.scorecards")])])
    yield RenderedPage(
        "scorecards/index.md", w("scorecards"), body, "practice", (40, ""), group=w("scorecards")
    )
    for scorecard in every:
        yield _page(context, scorecard)


def _page(context: Context, scorecard: Scorecard) -> RenderedPage:
    """Render one scorecard."""
    w, locale = context.words, context.locale
    uri, file = f"scorecards/{scorecard.id}.md", f"playbooks/scorecards/{scorecard.id}.yml"

    def translated(text: Text) -> str:
        return inline(text.get(locale))

    def plain(text: Text) -> str:
        return text.get(locale)

    page = context.library.page(scorecard.page, locale) if scorecard.page else None
    texts = {name: w(name) for name in CLIENT_WORDS}
    table = render("scorecard.html.j2", w=w, card=scorecard, t=translated, plain=plain, words=texts)
    parts = [
        card(context, file),
        f"{scorecard.summary.get(locale)}\n{{.kt-lead}}",
        link(page.title, relative(uri, f"{page.id}.md")) if page else "",
        f"## {w('criteria')} {{#criteria}}",
        block(table),
        f"## {w('bands')} {{#bands}}",
        "\n".join(
            f"- **{w('band_from', n=f'{band.start:g}')}: {band.title.get(locale)}.** "
            f"{band.action.get(locale)}"
            for band in scorecard.bands
        ),
    ]
    return RenderedPage(
        uri,
        scorecard.title.get(locale),
        "\n\n".join(part for part in parts if part),
        "practice",
        (41, scorecard.id),
        file,
        {"description": scorecard.summary.get(locale)},
        w("scorecards"),
    )
