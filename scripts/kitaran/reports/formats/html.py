"""HTML: one file that needs nothing else, with charts; read on a screen or printed."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kitaran.documents.formats.html import css
from kitaran.reports.formats import cut

if TYPE_CHECKING:
    from jinja2 import Template

    from kitaran.reports.story import Story

SUFFIX = "html"

MOST = 400
"""So many rows of a table are shown: nobody reads more, and browsers get slow."""


def render(story: Story) -> dict[str, bytes]:
    """Write the page."""
    text = _template().render(story=story, cut=cut, most=MOST)
    return {f"{story.name}.html": text.encode()}


def breaks(text: str) -> Markup:
    """Let a long name such as `stages/closing#who-signs` break where its parts end.

    >>> breaks("stages/closing#a<b")
    Markup('stages/<wbr>closing#<wbr>a&lt;b')
    """
    return Markup("<wbr>").join(re.split(r"(?<=[/#])", text))


@cache
def _template() -> Template:
    """Load the template once."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["css"] = css
    environment.filters["breaks"] = breaks
    source = files("kitaran.reports") / "templates" / "report.html.j2"
    return environment.from_string(source.read_text("utf-8"))
