"""HTML: one file that needs nothing else, to be ticked on a screen or printed."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from kitaran.documents.inline import Run, written_out
from kitaran.documents.page import template

if TYPE_CHECKING:
    from kitaran.documents.checklist import Checklist
    from kitaran.documents.formats import Paper
    from kitaran.documents.words import Words

SUFFIX = "html"
PAPERS = True

_TAGS = (("strike", "s"), ("emph", "em"), ("strong", "strong"), ("code", "code"))


def render(checklist: Checklist, *, paper: Paper) -> bytes:
    """Write the page, with the print layout for a size of paper."""
    parts = [
        (title, tuple(sections))
        for title, sections in groupby(checklist.sections, key=lambda section: section.part)
    ]
    text = template("checklist", write, css).render(
        checklist=checklist,
        parts=parts,
        paper=paper,
        say=checklist.words,
        counter=_counter(checklist.words),
    )
    return text.encode()


def write(runs: tuple[Run, ...]) -> Markup:
    """Write runs as HTML.

    >>> write((Run("a < b", strong=True),))
    Markup('<strong>a &lt; b</strong>')
    """
    html = Markup()
    for href, group in groupby(runs, key=lambda run: run.href):
        linked = tuple(group)
        inner = Markup().join(map(_styled, linked))
        if href:
            out = written_out(href, "".join(run.text for run in linked))
            shown = Markup(' data-address="{}"').format(out) if out else Markup()
            inner = Markup('<a href="{}"{}>{}</a>').format(href, shown, inner)
        html += inner
    return html


def _styled(run: Run) -> Markup:
    """Write one run without its link."""
    html = escape(run.text)
    for style, tag in _TAGS:
        if getattr(run, style):
            html = Markup("<{0}>{1}</{0}>").format(Markup(tag), html)
    return html


def css(text: str) -> Markup:
    r"""Write a text as a string of CSS that can end neither the string nor the style sheet.

    >>> css('a "b" </style>')
    Markup('"a \\22 b\\22  \\3c \\2f style\\3e "')
    """
    safe = "".join(c if c.isalnum() or c in " ·.,-–" else f"\\{ord(c):x} " for c in text)
    return Markup(f'"{safe}"')


def _counter(say: Words) -> Markup:
    """Write "Page 1 of 3" for CSS, which counts the pages."""
    before, page, between, pages, after = re.split(r"\{(pages?)\}", say.table["checklists"]["page"])
    return Markup("{} counter({}) {} counter({}) {}").format(
        css(before), page, css(between), pages, css(after)
    )
