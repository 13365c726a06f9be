"""The page for the projector: one file that needs nothing else, for a quiz with everyone.

Without its script the page shows every question with its answer, one below the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from kitaran.documents.inline import parse
from kitaran.documents.page import template
from kitaran.documents.session.ask import flat

if TYPE_CHECKING:
    from kitaran.documents.session.context import Pack


def render(pack: Pack, digits: str) -> bytes:
    """Write the page.

    Args:
        pack: What it is made from.
        digits: The version of the pack.
    """
    text = template("projector", said).render(
        pack=pack, questions=pack.together, version=pack.w("version", version=digits)
    )
    return text.encode()


def said(text: str) -> Markup:
    """Write Markdown of one line as HTML; links keep their words only.

    >>> said("**Bayar** <dahulu>")
    Markup('<strong>Bayar</strong> &lt;dahulu&gt;')
    """
    html = Markup()
    for run in parse(flat(text), lambda _href: ""):
        piece = escape(run.text)
        if run.emph:
            piece = Markup("<em>{}</em>").format(piece)
        if run.strong:
            piece = Markup("<strong>{}</strong>").format(piece)
        html += piece
    return html
