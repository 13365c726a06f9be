"""The glossary, as one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.render.cards import card
from kitaran.render.page import RenderedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.models.glossary import Term
    from kitaran.render.page import Context


def pages(context: Context) -> Iterator[RenderedPage]:
    """Render the glossary, in the order of the reader's language."""
    w, path = context.words, "playbooks/glossary.yml"
    terms = sorted(context.library.glossary.terms, key=lambda term: _name(context, term).casefold())
    entries = [_entry(context, term) for term in terms] or [w("empty.glossary")]
    body = card(context, path) + "\n\n".join([w("glossary_intro"), *entries])
    yield RenderedPage("glossary.md", w("glossary"), body, "guide", (500, ""), path)


def _name(context: Context, term: Term) -> str:
    return term.ms if context.locale == "ms" else term.en


def _entry(context: Context, term: Term) -> str:
    """Write one term: its name, the other language's, meaning, other words, words to avoid."""
    w, locale = context.words, context.locale
    other, label = (term.en, w("in_english")) if locale == "ms" else (term.ms, w("in_malay"))
    synonyms = term.synonyms.ms if locale == "ms" else term.synonyms.en
    avoid = term.avoid.ms if locale == "ms" else term.avoid.en
    lines = [f"## {_name(context, term)} {{#{term.id}}}", ""]
    lines += [f"{term.definition.get(locale)}", "", f"{label}: *{other}*"]
    if synonyms:
        lines += ["", f"{w('also_called')}: {', '.join(synonyms)}"]
    if avoid:
        lines += ["", f"{w('say_not')}: {', '.join(avoid)}"]
    return "\n".join(lines)
