"""Templates of the documents that are HTML pages of their own."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Template


@cache
def template(name: str, *filters: Callable[..., object]) -> Template:
    """Load a template, once.

    Args:
        name: Of its file, without the ending.
        filters: What the template calls, each by its own name.
    """
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update({each.__name__: each for each in filters})
    source = files("kitaran.documents") / "templates" / f"{name}.html.j2"
    return environment.from_string(source.read_text("utf-8"))
