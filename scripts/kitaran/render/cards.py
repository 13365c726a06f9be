"""Error cards: what is wrong with a page's files, shown on the page while it is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.render.html import block, render

if TYPE_CHECKING:
    from kitaran.diagnostics import Diagnostic
    from kitaran.render.page import Context


def card(context: Context, *paths: str) -> str:
    """Draw the card for some files; nothing where they have no errors."""
    found = [d for path in paths for d in context.errors.get(path, ())]
    return _card(context, found) if found else ""


def rest(context: Context, shown: set[str]) -> str:
    """Draw the card for the files that no page shows."""
    found = [d for path, group in context.errors.items() if path not in shown for d in group]
    return _card(context, found) if found else ""


def _card(context: Context, found: list[Diagnostic]) -> str:
    return block(render("errors.html.j2", w=context.words, diagnostics=found)) + "\n\n"
